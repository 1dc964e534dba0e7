"""Rates of exchange by day."""

from datetime import date
from fractions import Fraction

import pytest

from checker.language.money import Declared, Rates, declared_rate
from checker.language.unreadable import Unreadable
from checker.model.claim import Rate
from checker.model.places import Places


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def declared(source: str, target: str, on: str, rate: str) -> Declared:
    return declared_rate(Rate("rates.yaml", Places(), source, target, on, rate, "a bank"))


HISTORY = Rates()


def test_a_cross_rate_is_exact() -> None:
    """1.2 billion yuan were 187.0 million dollars on 8 December 2015, at 6.4179."""
    rate = HISTORY.rate("CNY", "USD", day("2015-12-08"))
    assert rate is not None
    assert rate.day == day("2015-12-08")
    assert round(1 / rate.rate, 4) == Fraction("6.4179")
    assert round(rate.rate * 1200, 1) == Fraction("187.0")
    assert rate.note == "1 USD = 6.41793 CNY on 2015-12-08 (European Central Bank)"


def test_a_weekend_takes_the_friday_before() -> None:
    rate = HISTORY.rate("CNY", "USD", day("2015-12-13"))
    assert rate is not None
    assert rate.day == day("2015-12-11")


@pytest.mark.parametrize(
    ("source", "target", "on"),
    [
        ("GBP", "USD", "1967-11-10"),
        ("DEM", "USD", "1999-05-03"),
        ("CNY", "USD", "2004-06-01"),
        ("ZWL", "EUR", "2015-12-08"),
        ("HRK", "USD", "2024-06-03"),
    ],
)
def test_what_has_no_rate_has_none(source: str, target: str, on: str) -> None:
    assert HISTORY.rate(source, target, day(on)) is None


def test_one_currency_is_itself() -> None:
    rate = HISTORY.rate("USD", "USD", day("1900-01-01"))
    assert rate is not None
    assert rate.rate == 1


def test_declared_rates_hold_a_week_where_no_newer_is_known() -> None:
    rates = Rates.of(
        [declared("GBP", "USD", "1967-11-17", "2.80"), declared("GBP", "USD", "1967-11-20", "2.40")]
    )
    first = rates.rate("GBP", "USD", day("1967-11-19"))
    newer = rates.rate("USD", "GBP", day("1967-11-27"))
    assert first is not None
    assert first.rate == Fraction("2.8")
    assert newer is not None
    assert newer.rate == 1 / Fraction("2.4")
    assert rates.rate("GBP", "USD", day("1967-11-28")) is None
    assert rates.rate("GBP", "USD", day("1967-11-16")) is None
    assert rates.known("GBP")
    assert not rates.known("XYZ")


def test_a_declared_rate_goes_before_the_history_of_its_day_only() -> None:
    rates = Rates.of([declared("USD", "CNY", "2015-12-08", "7")])
    same, next_day = (rates.rate("USD", "CNY", day(f"2015-12-{d}")) for d in ("08", "09"))
    assert same is not None
    assert (same.rate, same.by) == (7, "a bank")
    assert next_day is not None
    assert next_day.by == "European Central Bank"


def test_a_declared_rate_joins_the_history() -> None:
    rates = Rates.of([declared("USD", "VND", "2015-12-08", "22,000")])
    there = rates.rate("EUR", "VND", day("2015-12-10"))
    back = rates.rate("VND", "EUR", day("2015-12-10"))
    assert there is not None
    assert back is not None
    assert there.rate * back.rate == 1
    assert round(there.rate) == 23_925
    assert rates.rate("VND", "ZWL", day("2015-12-10")) is None


def test_monthly_means_lie_within_their_months() -> None:
    first, last = day("2015-04-01"), day("2015-11-30")
    means = HISTORY.monthly_means("USD", "CNY", first, last)
    daily = HISTORY.rates_within("USD", "CNY", first, last)
    assert len(means) == 8
    assert min(r.rate for r in daily) <= min(m.rate for m in means)
    assert max(m.rate for m in means) <= max(r.rate for r in daily)
    assert [r.day for r in daily] == sorted({r.day for r in daily})
    assert HISTORY.monthly_means("USD", "ZWL", first, last) == ()


def test_declared_rates_are_among_the_daily_ones() -> None:
    rates = Rates.of([declared("USD", "CNY", "2015-12-08", "7")])
    within = rates.rates_within("USD", "CNY", day("2015-12-07"), day("2015-12-09"))
    assert [r.rate == 7 for r in within] == [False, True, False]


@pytest.mark.parametrize(
    ("source", "on", "rate"),
    [
        ("USD", "2015-12", "6"),
        ("USD", "2015-12-08", "six"),
        ("USD", "2015-12-08", "-1"),
        ("CNY", "2015-12-08", "1"),
    ],
)
def test_rates_that_cannot_be_read(source: str, on: str, rate: str) -> None:
    with pytest.raises(Unreadable):
        declared("USD" if source == "USD" else "CNY", "CNY", on, rate)
