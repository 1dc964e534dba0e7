"""What words are read as: units, quantities, days and periods."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from checker.ranges import Range
from checker.rational import Rational


class Hedge(StrEnum):
    """The class of a hedge: which side of the printed number it leaves open."""

    NONE = "none"
    LOWER = "lower bound"
    UPPER = "upper bound"
    NEAR = "near"
    BETWEEN = "between"


class Unit(Struct, frozen=True, cache_hash=True):
    """What a number is a number of.

    `dimension` is `count` (bare numbers and all count nouns), `ratio` (percent, shares, points),
    `money`, or a physical dimension as pint writes it (`[length] ** 2`). A number x `factor` is in
    the base unit of the dimension (for money: the main unit of the currency). `offset` is added
    after that (temperatures only). `currencies` are the ISO 4217 codes that a name or sign may
    stand for: one where it is known. `name` is the unit as printed, for messages. `alternatives`
    are other units that the same word may mean (`tons`): what holds in one of them is no conflict.
    """

    name: str
    dimension: str
    factor: Rational = 1
    offset: Rational = 0
    currencies: tuple[str, ...] = ()
    alternatives: tuple[Unit, ...] = ()

    @property
    def currency(self) -> str | None:
        """The currency, where the words leave no doubt."""
        return self.currencies[0] if len(self.currencies) == 1 else None


BARE = Unit("", "count")


class Quantity(Struct, frozen=True):
    """A figure in words, read.

    `stated` and `widest` are in the unit as printed, scales applied (`1.2 billion` is 1.2e9);
    `nominal` is the printed number (the middle of `X to Y`); `place` is the worth of one unit of
    the last printed digit that is not a trailing zero, `printed_place` of the last printed digit;
    `digits` are the significant digits as printed without separators (`1.2`, `42`), `scale` the
    worth of the scale word (10**9 for billion). `whole_count` says that it is a plain count,
    known exactly when no hedge is there. `sign` is a bare `$` or the like that was taken for `unit`.
    """

    text: str
    nominal: Rational
    stated: Range
    widest: Range
    unit: Unit
    hedge: Hedge = Hedge.NONE
    place: Rational = 1
    printed_place: Rational = 1
    digits: str = ""
    scale: Rational = 1
    whole_count: bool = False
    assumed: str = ""


class Days(Struct, frozen=True):
    """A set of days, as ordered, disjoint, closed spans of proleptic Gregorian day numbers.

    Day numbers are those of `datetime.date.toordinal`; None is without end. An uncertain date is
    the set of the days that it may be.
    """

    spans: tuple[tuple[int | None, int | None], ...]

    @property
    def first(self) -> int | None:
        """The earliest day (None: without end; ask `empty` before)."""
        return self.spans[0][0]

    @property
    def last(self) -> int | None:
        """The latest day (None: without end; ask `empty` before)."""
        return self.spans[-1][1]

    @property
    def empty(self) -> bool:
        """Whether no day is in it."""
        return not self.spans


class Gap(Struct, frozen=True):
    """A length of time: so many months and so many days, added in this order."""

    months: int = 0
    days: int = 0


class Distance(Struct, frozen=True):
    """`date` lies between `least` and `most` after the event `event` (before: negative gaps)."""

    event: str
    least: Gap
    most: Gap


class End(Struct, frozen=True):
    """One end of a period: the day it names, and the days it may be.

    `words` is the phrase and the reference that it comes from: ends with equal `words` are one end.
    A `nominal` of None is an end that is open or unknown.
    """

    nominal: int | None
    days: Days
    words: str


class Period(Struct, frozen=True):
    """A stretch of days: from a day in `start.days` to a day in `end.days`."""

    text: str
    start: End
    end: End


class When(Struct, frozen=True):
    """A date in words, read.

    Exactly one holds: it is a set of possible days (`days`), a span of days (`span`), a distance
    from an event (`distance`), or it waits for a reference day that is not known (`unanchored`
    says which words wait). `vague_reference` says that the reference day was known only to a
    month or a year, so that the days are wider than the words.
    """

    text: str
    days: Days | None = None
    span: Period | None = None
    distance: Distance | None = None
    unanchored: str = ""
    vague_reference: bool = False
