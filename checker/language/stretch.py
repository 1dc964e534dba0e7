"""A stretch of time that words name: the days in it, and where it may begin and end."""

from __future__ import annotations

from msgspec import Struct

from checker.language.days import single
from checker.language.types import Days


class Stretch(Struct, frozen=True):
    """What words like `2014`, `early June` or `31 March` name.

    As a date it is one of `days`. As a period it begins on one of `begins`, most likely on
    `first`, and ends on one of `ends`, most likely on `last` (None: open or unknown).
    """

    days: Days
    begins: Days
    ends: Days
    first: int | None
    last: int | None


def whole(days: Days) -> Stretch:
    """Words that name all of the days: `2014`, `April 2015`."""
    begins = days if days.first is None else single(days.first)
    ends = days if days.last is None else single(days.last)
    return Stretch(days, begins, ends, days.first, days.last)


def loose(days: Days) -> Stretch:
    """Words that leave open how much of the days is meant: `early June`, `last week`."""
    return Stretch(days, days, days, days.first, days.last)
