"""What rounding hides: the sign of a zero in a sum, and what an exact count is."""

from __future__ import annotations

import json

import pytest

from checker import check


def rules(measures: dict[str, str], claims: list[dict[str, object]]) -> list[str]:
    """The rules that report an error or a warning."""
    declared = {name: {"name": name, "kind": kind} for name, kind in measures.items()}
    entries = [
        {"id": claim["measure"], "quote": claim.get("value") or claim.get("share"), **claim}
        for claim in claims
    ]
    text = json.dumps({"article": {"title": "Sums"}, "measures": declared, "claims": entries})
    report = check({"sums.yaml": text}, today="2026-01-01", repairs=False)
    return [each.rule for each in report.findings if each.severity.value != "note"]


@pytest.mark.parametrize(
    ("total", "parts", "found"),
    [
        ("-67.7 million USD", ("0 million USD", "-67.2 million USD"), False),  # -0.49 rounds to 0
        ("-68.7 million USD", ("0 million USD", "-67.2 million USD"), True),
        ("67.7 million USD", ("-0 million USD", "67.2 million USD"), False),
        ("0 million USD", ("3.1 million USD", "-3.5 million USD"), False),
        ("0 million USD", ("3.1 million USD", "-3.9 million USD"), True),
        ("-1 million USD", ("0 million USD", "0 million USD", "0 million USD"), False),
        ("-3 million USD", ("0 million USD", "0 million USD", "0 million USD"), True),
        ("67 people", ("0 people", "68 people"), True),  # none of them are fewer than none
        ("68 people", ("0 people", "68 people"), False),
    ],
)
def test_a_rounded_zero_has_lost_its_sign(total: str, parts: tuple[str, ...], found: bool) -> None:
    names = [f"part-{number}" for number in range(len(parts))]
    claims: list[dict[str, object]] = [{"measure": "total", "value": total, "sum-of": names}]
    claims += [{"measure": n, "value": v} for n, v in zip(names, parts, strict=True)]
    said = rules(dict.fromkeys(["total", *names], "count"), claims)
    assert said == ["numbers/sum-mismatch"] * found


@pytest.mark.parametrize(
    ("people", "share", "found"),
    [
        ("150 people", "67.4 percent", True),  # 101 of 150 are 67.3 percent
        ("150 people", "67.3 percent", False),
        ("exactly 150 people", "67.4 percent", True),
        ("about 150 people", "67.4 percent", False),
        ("two dozen people", "63.7 percent", True),
        ("a hundred people", "63.7 percent", False),  # in words, a hundred need not be 100
        ("1.2 thousand people", "33.33 percent", False),
    ],
)
def test_a_share_of_a_count_in_digits(people: str, share: str, found: bool) -> None:
    said = rules(
        {"people": "count", "better": "count"},
        [
            {"measure": "people", "value": people},
            {"measure": "better", "part-of": "people", "share": share},
        ],
    )
    assert said == ["numbers/impossible-share"] * found
