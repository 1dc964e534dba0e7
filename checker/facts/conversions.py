"""Amounts of money that a text gives in two currencies, and the rates of their day.

A restated amount of money is converted at the daily rate: of a flow over more than a month, the
lowest to highest monthly mean within its period; else of `as-of`, else of `said`, else of
`published` (a vague date: lowest to highest of its days).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.figures import FigureFact
from checker.facts.restatements import Restatement, restatements_of
from checker.language.days import write_days
from checker.language.money import Declared, RateOn, Rates, declared_rate
from checker.language.types import Days, When
from checker.language.unreadable import Unreadable
from checker.model.claim import Claim, Rate
from checker.ranges import Range, hull
from checker.rational import Rational
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# A flow over more days than the longest month is converted at monthly means.
MONTH = 31
# How far back a rate may lie that somebody forgot to bring up to date.
STALE_YEARS = 10
# Slips of scale are looked for up to a million million.
POWERS = tuple(k for n in range(1, 13) for k in (n, -n))


class RateSpan(Struct, frozen=True):
    """The lowest and the highest rate that a conversion may use (often one and the same)."""

    low: RateOn
    high: RateOn

    @property
    def rates(self) -> Range:
        """All of them as a range."""
        return Range(self.low.rate, self.high.rate)

    @property
    def notes(self) -> tuple[str, ...]:
        """For an editor: each rate with its day and source."""
        return tuple(dict.fromkeys(f"{rate.note}." for rate in (self.low, self.high)))


class Conversion(Struct, frozen=True):
    """A restatement in two currencies with the rates of its day; None where none is known.

    `days` are those that the rates are for; `monthly` says that they are means of months.
    """

    both: Restatement
    source: str
    target: str
    days: Days | None
    monthly: bool
    span: RateSpan | None

    @property
    def day(self) -> str:
        """The day or time that the rates are for, in words ("" where that is not known)."""
        return write_days(self.days) if self.days else ""

    @property
    def at_rates(self) -> str:
        """The rates in words: `at the rate of 12 June 2013`."""
        if not self.monthly:
            return f"at the rate of {self.day}"
        return f"at the monthly mean rates {self.day.replace('some day of', 'of')}"

    @property
    def claim(self) -> Claim:
        """The claim that gives both amounts."""
        return self.both.claim

    def holds(self, level: Level, tolerance: Rational, power: int = 0) -> bool:
        """Whether the first amount converted, times a power of ten, meets the second."""
        assert self.span is not None
        converted = self.both.first.at(level, tolerance) * self.span.rates
        if power:
            converted = converted.scale(Fraction(10) ** power)
        return converted.meets(self.both.second.at(level, tolerance))

    def failing_level(self, tolerance: Rational) -> Level | None:
        """The gravest level of reading at which the two amounts do not meet."""
        if self.holds(Level.STATED, tolerance):  # what is ordinarily meant fits: so does more
            return None
        return Level.STATED if self.holds(Level.WIDEST, tolerance) else Level.WIDEST

    def power_of_ten(self, tolerance: Rational) -> int | None:
        """The power of ten that the second amount is off by, where that explains it."""
        return next((k for k in POWERS if self.holds(Level.STATED, tolerance, k)), None)

    def implied(self, tolerance: Rational, level: Level = Level.STATED) -> Range:
        """The rates of exchange that the two amounts allow."""
        first = self.both.first.at(level, tolerance)
        return self.both.second.at(level, tolerance).divide(first)


class Failure(Struct, frozen=True):
    """A conversion that does not hold at a level of reading.

    `power` is the power of ten that the second amount is off by; `stale` an older rate that fits.
    """

    conversion: Conversion
    level: Level
    power: int | None
    stale: RateOn | None


class Exchange:
    """The rates that hold in a tree, and everything that it restates; each worked out once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._spans: dict[tuple[str, str, Days, bool], RateSpan | None] = {}

    @cached_property
    def rates(self) -> Rates:
        """The built-in history and what the tree declares over it."""
        return Rates.of(each for each in map(_declared, self._facts.rates) if each)

    @cached_property
    def restatements(self) -> tuple[Restatement, ...]:
        """Every amount that is given again, with both sides read."""
        found: list[Restatement] = []
        for fact in self._facts.figures_with("restated"):
            found.extend(restatements_of(self._facts, fact))
        return tuple(found)

    @cached_property
    def conversions(self) -> tuple[Conversion, ...]:
        """Every amount of money that is given again in another currency, both of them known."""
        return tuple(self.converted(self.restatements))

    def converted(self, restatements: Iterable[Restatement]) -> Iterator[Conversion]:
        """Those of some restatements that are of money in two currencies, with their rates."""
        return (self._convert(both) for both in restatements if _two_currencies(both))

    @cached_property
    def failures(self) -> tuple[Failure, ...]:
        """The conversions whose two amounts do not meet, with what explains it."""
        tolerance = self._facts.settings.tolerance
        found = []
        for conversion in self.conversions:
            level = conversion.failing_level(tolerance) if conversion.span else None
            if level is not None:
                power = conversion.power_of_ten(tolerance)
                stale = self._stale(conversion) if power is None else None
                found.append(Failure(conversion, level, power, stale))
        return tuple(found)

    def _convert(self, both: Restatement) -> Conversion:
        """A restatement with the rates of its day."""
        source, target = both.first.unit.currency or "", both.second.unit.currency or ""
        days, monthly = _when(self._facts, both.fact)
        span = self.span(source, target, days, monthly=monthly) if days else None
        return Conversion(both, source, target, days, monthly, span)

    def rates_for(self, source: str, target: str, facts: Iterable[FigureFact]) -> Range | None:
        """The rates of the days of several figures, lowest to highest; None where one is missing."""
        found = []
        for fact in facts:
            days, monthly = _when(self._facts, fact)
            span = self.span(source, target, days, monthly=monthly) if days else None
            if span is None:
                return None
            found.append(span.rates)
        return hull(found)

    def span(self, source: str, target: str, days: Days, *, monthly: bool) -> RateSpan | None:
        """The lowest and highest rate of some days; of their monthly means where `monthly`."""
        key = (source, target, days, monthly)
        if key not in self._spans:
            self._spans[key] = self._look_up(source, target, days, monthly=monthly)
        return self._spans[key]

    def _stale(self, conversion: Conversion) -> RateOn | None:
        """The newest rate of the ten years before that fits the amounts as they stand."""
        if conversion.days is None or conversion.days.last is None:
            return None
        last = conversion.days.last
        first = last - STALE_YEARS * 366
        fitting = conversion.implied(0)
        rates = self.rates.rates_within(conversion.source, conversion.target, first, last)
        return next((rate for rate in reversed(rates) if rate.rate in fitting), None)

    def _look_up(self, source: str, target: str, days: Days, *, monthly: bool) -> RateSpan | None:
        first, last = days.first, days.last
        if first is None or last is None:
            return None
        found: tuple[RateOn | None, ...]
        if monthly:
            found = self.rates.monthly_means(source, target, first, last)
        elif first == last:
            found = (self.rates.rate(source, target, first),)
        else:
            within = self.rates.rates_within(source, target, first, last)
            found = (self.rates.rate(source, target, first), *within)
        known = sorted((rate for rate in found if rate), key=lambda rate: (rate.rate, rate.day))
        return RateSpan(known[0], known[-1]) if known else None


def _declared(rate: Rate) -> Declared | None:
    try:
        return declared_rate(rate)
    except Unreadable:  # format/unreadable-date or unreadable-quantity says so
        return None


def _two_currencies(both: Restatement) -> bool:
    one, other = both.first.unit.currency, both.second.unit.currency
    known = one is not None and other is not None and one != other
    return known and both.first.per == both.second.per


def _when(facts: Facts, fact: FigureFact) -> tuple[Days | None, bool]:
    """The days whose rates count, and whether monthly means are taken."""
    period = _long_period(facts, fact)
    if period is not None:
        return period, True
    claim = fact.claim
    when: When | None = None
    if fact.figure.as_of is not None:
        when = facts.read_date(claim, fact.figure.as_of)
    when = when if _days(when) else facts.reference(claim)
    return _days(when), False


def _long_period(facts: Facts, fact: FigureFact) -> Days | None:
    """The days of a flow's period where it is longer than a month."""
    measure = facts.measures.get(fact.figure.measure)
    if measure is None or measure.kind != "flow" or fact.time is None or fact.time.moment:
        return None
    start, end = fact.time.start, fact.time.end
    first = start.nominal if start.nominal is not None else start.days.first
    last = end.nominal if end.nominal is not None else end.days.last
    if first is None or last is None or last - first < MONTH:
        return None
    return Days(((first, last),))


def _days(when: When | None) -> Days | None:
    if when is None:
        return None
    if when.span is not None:
        return Days(((when.span.start.days.first, when.span.end.days.last),))
    return when.days if when.days and not when.days.empty else None
