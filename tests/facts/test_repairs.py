"""Repairs: plausible slips whose correction settles a finding and breaks nothing else."""

from __future__ import annotations

import pytest

from checker.api import check
from checker.finding import Finding, Repair

HEAD = """
article: {title: A count, published: 2015-12-09}
entities:
  ana: {type: person, name: Ana Prado, born: 1954-05-01}
events:
  opening: {name: the opening}
measures:
  back: {name: people brought back, kind: flow}
  money: {name: money seized, kind: flow, unit: CNY}
  area: {name: area burnt, kind: count}
  rate: {name: share of pupils, kind: ratio}
claims:
"""


def findings(claims: str) -> tuple[Finding, ...]:
    asked = ("numbers", "money", "units", "time")
    found = check({"a.yaml": HEAD + claims}, today="2026-01-01", select=asked).findings
    return tuple(each for each in found if each.severity != "note")


def repairs(claims: str) -> list[tuple[str, str, str]]:
    """The repairs of the only finding: claim, old words, new words."""
    (finding,) = findings(claims)
    return [(each.claim.partition("#")[2], each.before, each.after) for each in finding.repairs]


def claim(id_: str, value: str, more: str = "", measure: str = "back") -> str:
    words = f"{{id: {id_}, quote: '{value}', measure: {measure}, value: '{value}', period: 2015"
    return f"  - {words}{', ' + more if more else ''}}}\n"


SUM = claim("a", "431 people", "place: p1, part-of: all, by: place")
PLACES = "entities"


@pytest.mark.parametrize(
    ("claims", "best"),
    [
        (
            claim("whole", "1.2 billion yuan", measure="money")
            + claim("part", "800 billion yuan", "part-of: whole", measure="money"),
            ("part", "800 billion yuan", "800 million yuan"),
        ),
        (
            claim("x", "1,240 people", "subject: ana")
            + claim("y", "431 people")
            + claim("all", "1,761 people", "sum-of: [x, y]", measure="area"),
            ("all", "1,761 people", "1,671 people"),
        ),
        (
            "  - {id: day, quote: Tuesday, event: opening, date: 2015-12-02, weekday: Tuesday}\n",
            ("day", "Tuesday", "Wednesday"),
        ),
        (
            "  - {id: old, quote: 16, subject: ana, age: 16}\n",
            ("old", "16", "61"),
        ),
        (
            claim("a", "40 percent", measure="rate")
            + "  - {id: b, quote: '30 percent', measure: rate, value: 30 percent, period: 2016,"
            " change: {from: a, by: up 10 percentage points}}\n",
            ("b", "up 10 percentage points", "down 10 percentage points"),
        ),
        (
            "  - {id: burnt, quote: 20 hectares, measure: area, value: 20 hectares,"
            " restated: 49 square miles}\n",
            ("burnt", "49 square miles", "49 acres"),
        ),
    ],
    ids=["scale", "swapped in a sum", "weekday", "age", "direction", "unit"],
)
def test_the_likeliest_slip_comes_first(claims: str, best: tuple[str, str, str]) -> None:
    assert repairs(claims)[0] == best


def test_both_sides_are_offered_where_both_could_be_wrong() -> None:
    found = repairs(claim("a", "24 people") + claim("b", "42 people"))
    assert ("a", "24 people", "42 people") in found
    assert ("b", "42 people", "24 people") in found


def test_the_odd_one_out_is_mended() -> None:
    """Two claims agree: the third is wrong, not one of them."""
    two = claim("a", "24 people") + claim("b", "24 people")
    assert repairs(two + claim("c", "42 people"))[0] == ("c", "42 people", "24 people")
    for id_, *_ in repairs(two + claim("c", "42 people")):
        assert id_ == "c"


@pytest.mark.parametrize(
    "claims",
    [
        claim("a", "4,813 people") + claim("b", "5,927 people"),
        claim("a", "48 people") + claim("b", "57 people"),
        "  - {id: d, quote: x, event: opening, date: 2015-03-17}\n"
        "  - {id: e, quote: x, event: opening, date: 2011-08-29}\n",
    ],
)
def test_none_where_no_slip_is_plausible(claims: str) -> None:
    assert repairs(claims) == []


def test_an_edit_that_breaks_something_else_is_not_offered() -> None:
    """The part would fit as 42, but that is more than its other whole allows."""
    claims = (
        claim("a", "24 people")
        + claim("b", "42 people")
        + claim("cap", "42 people", "less-than: [limit]", measure="area")
        + claim("limit", "40 people", measure="rate")
    )
    offered = {
        (each.claim, each.after)
        for finding in findings(claims)
        for each in finding.repairs
        if each.claim == "a#cap"
    }
    assert ("a#cap", "24 people") in offered
    assert ("a#cap", "43 people") not in offered


def test_the_quote_decides() -> None:
    """Where the claim's own quote has the figure that would fit, that is what was meant."""
    head, tail = claim("a", "24 people"), claim("b", "42 people")
    mistyped = tail.replace("quote: '42 people'", "quote: 'all 24 people'")
    found = [f for f in findings(head + mistyped) if f.rule == "numbers/conflicting-values"]
    assert (found[0].repairs[0].claim, found[0].repairs[0].after) == ("a#b", "24 people")


def test_a_repair_names_all_that_it_settles() -> None:
    claims = (
        claim("whole", "1.2 billion yuan", measure="money")
        + claim("part", "800 billion yuan", "part-of: whole", measure="money")
        + claim("other", "5 billion yuan", "more-than: [part]", measure="area")
    )
    found = findings(claims)
    assert len(found) == 2
    for finding in found:
        best = finding.repairs[0]
        assert (best.claim, best.after) == ("a#part", "800 million yuan")
        assert set(best.settles) == {each.fingerprint for each in found}


def test_applied_a_repair_leaves_no_finding() -> None:
    claims = claim("x", "1,240 people", "subject: ana") + claim("y", "431 people")
    broken = claims + claim("all", "1,761 people", "sum-of: [x, y]", measure="area")
    (finding,) = findings(broken)
    assert finding.repairs
    for repair in finding.repairs:
        assert findings(applied(broken, repair)) == ()


def applied(claims: str, repair: Repair) -> str:
    """The claims with a repair made, in the quote too."""
    lines = claims.splitlines(keepends=True)
    wanted = f"id: {repair.claim.partition('#')[2]},"
    return "".join(
        line.replace(repair.before, repair.after) if wanted in line else line for line in lines
    )


def test_repairs_are_the_same_every_time() -> None:
    claims = claim("a", "24 people") + claim("b", "42 people") + claim("c", "240 people")
    assert findings(claims) == findings(claims)


def test_thousands_of_findings_cost_no_more_than_the_limit() -> None:
    """What is spent on repairs is bounded, however many findings there are."""
    claims = "".join(claim(f"a{n}", "24 people") for n in range(300))
    claims += "".join(claim(f"b{n}", "42 people") for n in range(300))
    found = findings(claims)
    assert len(found) == 300
    assert found[0].repairs
