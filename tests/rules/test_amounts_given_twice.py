"""Restated amounts: money at the rate of its day, units of measurement, counts and shares."""

from __future__ import annotations

import json

import pytest

from checker import check
from checker.options import Options
from checker.read.discover import from_mapping
from checker.run import run_sources

FAMILIES = ("money", "units", "format")


def findings(
    value: str | None,
    restated: str | list[str],
    *,
    published: str | None = "2013-06-12",
    kind: str = "count",
    rates: str = "",
    **keys: str,
) -> dict[str, str]:
    """Rules (with severities) that a single claim with these words gives."""  # fmt: skip
    claim = {"id": "one", "measure": "amount", "restated": restated, **keys}
    if value is not None:
        claim["value"] = value
    article = {"title": "Amounts"} | ({"published": published} if published else {})
    tree = {"article": article, "measures": {"amount": {"name": "amount", "kind": kind}},
            "claims": [claim]}  # fmt: skip
    files = {"a.yaml": json.dumps(tree, ensure_ascii=False)}
    if rates:
        files["rates.yaml"] = rates
    report = check(files)
    assert report.status != 2, [finding.message for finding in report.findings]
    return {
        finding.rule: finding.severity.value
        for finding in report.findings
        if finding.rule.partition("/")[0] in FAMILIES
    }


# on 12 June 2013 one dollar was 10.0169 rand, 6.1342 yuan, 0.7522 euros
MONEY = [
    ("72.4 million rand", "US$7.23 million", {}),
    ("72.4 million rand", "$7.2m", {}),
    ("72.4 million rand", "US$7.6 million", {}),  # within 3 percent each side
    ("72.4 million rand", "US$725 million", {"money/conversion-mismatch": "error"}),
    ("72.4 million rand", "US$0.0723 million", {"money/conversion-mismatch": "error"}),
    ("over 72.4 million rand", "nearly US$7.5 million", {}),
    ("between 70 and 75 million rand", "US$7 million to US$7.5 million", {}),
    ("70 to 75 million rand", "US$14-15 million", {"money/conversion-mismatch": "error"}),
    ("1 billion rand", "US$100 million", {}),
    ("72.4 million rand", "€5.4 million", {}),
    ("72.4 million rand", "5,000 people", {"units/dimension-clash": "error"}),
    ("$5 per gallon", "€0.99 per litre", {}),
    ("$5 per gallon", "€3.76 per gallon", {}),
    ("$5 a day", "€376 a day", {"money/conversion-mismatch": "error"}),
    ("50 cents", "5 rand", {}),
    ("$5 million", "$3.7 million", {"money/same-sign": "warning"}),
    ("$5 million", "$5.0 million", {}),
    ("¥500 million", "$81 million",
     {"money/ambiguous-sign": "note"}),
    ("lots of money", "$5", {"format/unreadable-quantity": "error"}),
]  # fmt: skip


@pytest.mark.parametrize(("value", "restated", "expected"), MONEY)
def test_money(value: str, restated: str, expected: dict[str, str]) -> None:
    assert findings(value, restated) == expected


def test_the_day_is_that_of_as_of_then_of_said_then_of_publication() -> None:
    lira = ("203 million Turkish lira", "US$147.3 million")  # at the rate of 2005
    assert "money/stale-rate" in findings(*lira, published="2013-06-12")
    assert findings(*lira, published="2013-06-12", said="2005-06-15") == {}
    assert findings(*lira, published="2013-06-12", **{"as-of": "2005-06-15"}) == {}


@pytest.mark.parametrize("published", ["2013-06", "2013", "2013-06-15"])
def test_a_vague_day_or_a_weekend_has_rates(published: str) -> None:
    assert findings("72.4 million rand", "US$7.23 million", published=published) == {}


def test_a_long_flow_is_converted_at_monthly_means() -> None:
    words = ("1.123 billion yuan", "US$180 million")  # 6.20 to 6.45 in 2015, 7.07 in June 2020
    on_the_day = {"money/stale-rate": "error"}
    assert findings(*words, published="2020-06-09", kind="flow", period="2015") == {}
    assert findings(*words, published="2020-06-09", kind="count", period="2015") == on_the_day
    assert findings(*words, published="2020-06-09", kind="flow", period="May 2020") == on_the_day
    assert findings(
        "1.123 billion yuan", "US$120 million", published="2020-06-09", kind="flow", period="2015"
    ) == {"money/conversion-mismatch": "error"}


@pytest.mark.parametrize("published", [None, "1967-11-10", "../1999"])
def test_without_a_rate_there_is_a_note(published: str | None) -> None:
    assert findings("£35.5 million", "US$99.4 million", published=published) == {
        "format/missing-rate": "note"
    }


RATES = "rates:\n  - {from: GBP, to: USD, on: 1967-11-10, rate: %s, source: parity}\n"


def test_declared_rates_are_used() -> None:
    words = {"value": "£35.5 million", "restated": "US$99.4 million", "published": "1967-11-13"}
    assert findings(**words, rates=RATES % "2.80") == {}
    assert findings(**words, rates=RATES % "1.40") == {"money/conversion-mismatch": "error"}
    assert findings(**words, rates=RATES % "0.0") != {}


def test_an_unreadable_rate_is_a_finding_and_not_used() -> None:
    told = findings("£1 million", "US$2 million", rates=(RATES % "0").replace("USD", "GBP"))
    assert "format/unreadable-quantity" in told or "format/schema" in told


def test_restatements_without_a_value_are_compared_with_one_another() -> None:
    assert findings(None, ["72.4 million rand", "US$7.23 million"]) == {}
    assert findings(None, ["72.4 million rand", "US$723 million"]) == {
        "money/conversion-mismatch": "error"
    }


UNITS = [
    ("275 kilometres", "171 miles", {}),
    ("275 kilometres", "443 miles", {"units/restated-mismatch": "error"}),
    ("41.5 °C", "106.7 °F", {}),
    ("41.5 °C", "120 °F", {"units/restated-mismatch": "error"}),
    ("1.5 degrees Celsius", "2.7 degrees Fahrenheit", {}),
    ("300 tons", "272 tonnes", {}),
    ("300 tons", "600 tonnes", {"units/restated-mismatch": "error"}),
    ("10 gallons", "38 litres", {}),
    ("10 gallons", "45 litres", {}),
    ("300 pounds", "136 kg", {}),
    ("300 pounds", "226 kg", {"units/restated-mismatch": "error"}),
    ("five feet nine inches", "1.75 m", {}),
    ("18 months", "a year and a half", {}),
    ("one in five", "20 percent", {}),
    ("one in five", "40 percent", {"units/restated-mismatch": "error"}),
    ("2.5 lakh pilgrims", "250,000 pilgrims", {}),
    ("2.5 lakh pilgrims", "about 320,000 pilgrims", {"units/restated-mismatch": "warning"}),
    ("320 GWh", "320 GW", {"units/dimension-clash": "error"}),
    ("38 litres", "3 canisters", {}),
    ("48", "50 people", {}),
    ("2,518 square kilometres", "about 1,565 square miles", {"units/power-not-applied": "error"}),
    ("2,518 square kilometres", "about 972 square miles", {}),
    ("3,000 square metres", "3,300 square yards", {"units/power-not-applied": "error"}),
    ("500 cubic metres", "547 cubic yards", {"units/power-not-applied": "error"}),
    ("500 cubic metres", "598 cubic yards", {"units/power-not-applied": "error"}),
    ("500 cubic metres", "654 cubic yards", {}),
    ("40 hectares", "99 acres", {}),
    ("1,000 litres", "1 cubic metre", {}),
    ("2 square miles", "3 sq km", {"units/restated-mismatch": "error"}),
    ("0 square miles", "0 sq km", {}),
    ("6,000 m", "19,685 feet", {"units/false-precision": "note"}),
    ("exactly 6,000 m", "19,685 feet", {}),
    ("26.2 miles", "42.195 km", {}),
    ("6,000 m", "19,700 feet", {}),
]


@pytest.mark.parametrize(("value", "restated", "expected"), UNITS)
def test_units(value: str, restated: str, expected: dict[str, str]) -> None:
    assert findings(value, restated) == expected


def test_only_the_wrong_one_of_several_restatements_is_reported() -> None:
    assert findings("275 kilometres", ["171 miles", "443 miles"]) == {
        "units/restated-mismatch": "error"
    }


def two(*claims: dict[str, str], unit: str = "") -> dict[str, str]:
    measures = {"amount": {"name": "amount"} | ({"unit": unit} if unit else {}),
                "other": {"name": "other"}}  # fmt: skip
    tree = {"article": {"title": "Two", "published": "2013-06-12"}, "measures": measures,
            "claims": [{"id": f"c{n}", "measure": "amount"} | c for n, c in enumerate(claims)]}  # fmt: skip
    report = check({"a.yaml": json.dumps(tree)})
    assert report.status != 2
    return {f.rule: f.severity.value for f in report.findings if f.rule.startswith("money")}


def test_two_rates_in_one_article() -> None:
    tenge = {"value": "45.3 billion tenge", "restated": "US$300 million"}
    agrees = {"measure": "other", "value": "6.2 billion tenge", "restated": "US$41 million"}
    differs = {"measure": "other", "value": "6.2 billion tenge", "restated": "US$31 million"}
    hedged = {"measure": "other", "value": "about 6.2 billion tenge", "restated": "US$35 million"}
    assert two(tenge, agrees) == {}
    assert two(tenge, differs) == {"money/inconsistent-rates": "error"}
    assert two(tenge, differs, agrees) == {"money/inconsistent-rates": "error"}
    assert two(tenge, hedged) == {}
    assert two(tenge, differs | {"as-of": "2003"}) == {}
    said = two(tenge, differs | {"speaker": "bank", "said": "2013-06-12"})
    assert said in ({"money/inconsistent-rates": "warning"}, {"money/inconsistent-rates": "error"})


def test_one_thing_in_two_currencies_implies_a_rate() -> None:
    one = {"value": "45.3 billion tenge"}
    other = {"value": "US$300 million"}
    third = {"measure": "other", "value": "6.2 billion tenge", "restated": "US$31 million"}
    assert two(one, other) == {}
    assert two(one, other, third) == {"money/inconsistent-rates": "error"}


def test_the_unit_of_the_measure_chooses_among_currencies() -> None:
    assert two({"value": "¥500 million"}, unit="JPY") == {}
    assert two({"value": "¥500 million"}) == {"money/ambiguous-sign": "note"}
    assert two({"value": "$500 million"}, unit="AUD") == {"money/ambiguous-sign": "note"}
    assert two({"value": "$500 million"}, unit="USD") == {}
    assert two({"value": "$500 million"}) == {}


def test_conversions_that_hold_are_remarked_on_with_their_arithmetic() -> None:
    tree = {"article": {"title": "Sky Net", "published": "2015-12-09"},
            "measures": {"amount": {"name": "amount"}},
            "claims": [{"id": "one", "measure": "amount", "value": "1.2 billion yuan", "restated": "$189 million"},
                       {"id": "two", "measure": "amount", "value": "5 billion yuan", "restated": "$189 million"},
                       {"id": "old", "measure": "amount", "value": "£5", "restated": "$9", "as-of": "1967-11-10"}]}  # fmt: skip
    result = run_sources(from_mapping({"a.yaml": json.dumps(tree)}), Options(verbose=True))
    (remark,) = result.remarks
    assert remark.claims == ("a#one",)
    assert "agrees with “1.2 billion yuan” by rounding" in remark.message
    assert any("European Central Bank" in line for line in remark.explanation)
