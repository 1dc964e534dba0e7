"""When a figure was counted: the period it covers or the moment it was taken, with its doubts."""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property

from msgspec import Struct

from checker.language.days import meet
from checker.language.types import End


class Certainty(IntEnum):
    """Whether something holds in no reading of the words, in some, or in all."""

    NO = 0
    PERHAPS = 1
    SURE = 2

    @staticmethod
    def of(surely: bool, perhaps: bool) -> Certainty:
        """SURE where it surely holds, else PERHAPS where it may."""
        return Certainty.SURE if surely else Certainty.PERHAPS if perhaps else Certainty.NO


class Time(Struct, frozen=True, dict=True):
    """A period from a day of `start` to a day of `end`, or one moment (both ends are one)."""

    start: End
    end: End
    moment: bool

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Equal for times that are one in every reading."""
        start = _end_key(self.start)
        return (start, start if self.end is self.start else _end_key(self.end), self.moment)

    @property
    def first(self) -> float:
        """The earliest day it may touch (for sorting; without end: minus infinity)."""
        day = self.start.days.first
        return float("-inf") if day is None else day

    @property
    def last(self) -> float:
        """The latest day it may touch (for sorting; without end: infinity)."""
        day = self.end.days.last
        return float("inf") if day is None else day


def same(a: Time, b: Time) -> Certainty:
    """Whether two periods, or two moments, are one within the uncertainty of their words."""
    return min(_same_end(a.start, b.start), _same_end(a.end, b.end))


def overlap(a: Time, b: Time) -> Certainty:
    """Whether some day lies in both."""
    if a.key == b.key:
        return Certainty.SURE
    if a.moment and b.moment:
        return _same_end(a.start, b.start)
    surely = _not_after(a.start, b.end, surely=True) and _not_after(b.start, a.end, surely=True)
    perhaps = _not_after(a.start, b.end, surely=False) and _not_after(b.start, a.end, surely=False)
    return Certainty.of(surely, perhaps)


def nests(inner: Time, outer: Time) -> Certainty:
    """Whether the inner period lies in the outer one."""
    if inner.moment != outer.moment:
        return Certainty.NO
    if inner.moment:
        return same(inner, outer)
    surely = perhaps = True
    for early, late in ((outer.start, inner.start), (inner.end, outer.end)):
        surely = surely and (_one_end(early, late) or _not_after(early, late, surely=True))
        perhaps = perhaps and _not_after(early, late, surely=False)
    return Certainty.of(surely, perhaps)


def before(a: Time, b: Time) -> bool:
    """Whether the first surely ends before the second begins."""
    return a.end.days.last is not None and a.last < b.first


def nominal_days(time: Time) -> tuple[int, int] | None:
    """The first and last day that the words name, where they name both."""
    if time.start.nominal is None or time.end.nominal is None:
        return None
    return time.start.nominal, time.end.nominal


def shared_days(a: Time, b: Time) -> tuple[int, int] | None:
    """The first and last day that lie in both periods as named, or None."""
    one, other = nominal_days(a), nominal_days(b)
    if one is None or other is None:
        return None
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def _end_key(end: End) -> object:
    """A single day by itself, all else by its words."""
    spans = end.days.spans
    if len(spans) == 1:
        first, last = spans[0]
        if first == last and first is not None:
            return first
    return end.words


def _one_end(a: End, b: End) -> bool:
    return _end_key(a) == _end_key(b)


def _same_end(a: End, b: End) -> Certainty:
    if a is b or _one_end(a, b):
        return Certainty.SURE
    return Certainty.NO if meet(a.days, b.days).empty else Certainty.PERHAPS


def _not_after(early: End, late: End, *, surely: bool) -> bool:
    """Whether the first end is no later than the second, in all readings or in some."""
    of_early = early.days.last if surely else early.days.first
    of_late = late.days.first if surely else late.days.last
    if of_early is None or of_late is None:
        return not surely or (of_early is None and early.words == late.words)
    return of_early <= of_late
