"""Rows of judged tables become claim files: every figure in words that keep its precision."""

from __future__ import annotations

import json
import random
import sys
from fractions import Fraction
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import score_dev
import sums
from sums import Figure, Sum

from checker.language.quantity import read_quantity


@pytest.mark.parametrize(
    ("value", "decimals", "weight", "scale", "written"),
    [
        ("41230000000", -6, "1", None, "41,230 million USD"),
        ("41230000000", -6, "1", 9, "41.230 billion USD"),
        ("41230000000", -6, "-1", 9, "-41.230 billion USD"),
        ("-7000", -3, "-1", None, "7 thousand USD"),
        ("0", -6, "1", None, "0 million USD"),
        ("0", -6, "-1", None, "-0 million USD"),
        ("12345", 0, "1", None, "12,345 USD"),
        ("0.05", 2, "1", None, "0.05 USD"),
        ("-0.5", None, "1", None, "exactly -0.5 USD"),
        ("1530", -1, "1", None, "between 1525 and 1535 USD"),
        ("984.8", 0, "1", None, "between 984.3 and 985.3 USD"),
        ("2", 0, "1.5", None, "between 2.25 and 3.75 USD"),
    ],
)
def test_words_keep_the_precision(
    value: str, decimals: int | None, weight: str, scale: int | None, written: str
) -> None:
    figure = Figure(Fraction(value), decimals, Fraction(weight))
    assert sums.words(figure, "USD", scale).replace(",", "") == written.replace(",", "")
    read = read_quantity(sums.words(figure, "USD", scale)).stated
    assert read.high is not None
    assert figure.value * figure.weight in read
    if figure.value:
        assert read.low is not None
        assert read.high - read.low == figure.place * abs(figure.weight)


def test_a_filed_sum() -> None:
    row = {"period": "2020-01-01/2020-12-31", "unit": "USD", "total": "5000000",
           "total_decimals": "-6", "parts": "+8000000@-6 ; -4000000@-6 ; --600000@-5"}  # fmt: skip
    given = score_dev.filed_sum(row)
    entries = json.loads(sums.claims(given))["claims"]
    assert [entry["value"] for entry in entries][:3] == [
        "5 million USD",
        "8 million USD",
        "-4 million USD",
    ]
    assert entries[0]["sum-of"] == ["part-1", "part-2", "part-3"]
    assert entries[0]["period"] == "2020-01-01/2020-12-31"
    assert sums.alarms(sums.claims(given)) == []


@pytest.mark.parametrize(
    ("total", "found"), [("3", False), ("4", True)], ids=["adds up", "does not"]
)
def test_a_conformance_sum(total: str, found: bool) -> None:
    row = {"total": total, "total_decimals": "INF", "parts": "1*1@INF ; -1*-2@"}
    assert bool(sums.alarms(sums.claims(score_dev.conformance_sum(row)))) is found


@pytest.mark.parametrize(
    ("mean", "number", "percent", "possible"),
    [
        ("2.50", "10", False, True),
        ("2.55", "10", False, False),
        ("33.3", "9", True, True),
        ("35.0", "9", True, False),
        ("250", "9", True, False),
    ],
)
def test_means_and_percentages(mean: str, number: str, percent: bool, possible: bool) -> None:
    row = {"test": "GRIM", "items": "1", "mean": mean, "n": number,
           "percent": "true" if percent else "false"}  # fmt: skip
    files = [score_dev.grim_claims(row), score_dev.grim_claims(row, as_share=True)]
    said = [sums.alarms(file) for file in files if file]
    assert len(said) == (2 if percent and float(mean) <= 100 else 1)
    for found in said:
        assert (not found) is possible
        assert all(each.startswith("numbers/impossible-") for each in found)


@pytest.mark.parametrize(("test", "items"), [("GRIM", "2"), ("GRIMMER", "1"), ("DEBIT", "1")])
def test_what_the_format_cannot_say_is_left_out(test: str, items: str) -> None:
    row = {"test": test, "items": items, "mean": "2.5", "n": "10", "percent": "false"}
    assert score_dev.grim_claims(row) is None


def test_a_name_is_judged_by_the_rule(tmp_path: Path) -> None:
    table = "schema,name1,name2,is_match\nPerson,Ana Ruiz,Ana Ruiz,true\nPerson,Li,Liu Dong,false\n"
    (tmp_path / "name_bench_cases.csv").write_text(table, encoding="utf-8")
    judged = list(score_dev.judged_findings(tmp_path))
    assert [(said, ours) for _, said, ours, _ in judged] == [(True, True), (False, False)]


def test_made_up_sums() -> None:
    for seed in range(30):
        chance = random.Random(seed)
        given, scales = sums.rounded_sum(chance)
        assert sums.alarms(sums.claims(given, scales)) == []
        false = sums.beyond_rounding(given, chance)
        assert sums.alarms(sums.claims(false, scales))


def test_a_sum_beyond_rounding_is_beyond_it() -> None:
    given = Sum(Figure(Fraction(5000), -3), [Figure(Fraction(5000), -3)])
    false = sums.beyond_rounding(given, random.Random(1))
    assert abs(false.total.value - 5000) in {2000, 3000, 4000}
