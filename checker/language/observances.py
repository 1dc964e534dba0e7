"""Days that are kept every year: their dates, by the names that people call them.

A tree's own observances come before the built-in table. Names match without case, `the`, dots,
and a leading `International`; a tree's own also without `World`, `National` or the like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from checker.language.calendar import WEEKDAYS, day_number, month_length
from checker.language.days import month_days, weekday_days
from checker.language.unreadable import Unreadable
from checker.language.wording import nearest, plain
from checker.packs import packs


class NoObservance(Unreadable):
    """A name that is no observance's, or several observances'."""


_TABLE = Path(__file__).parent.parent / "data" / "observances.tsv"
_SET_ASIDE = re.compile(r"^(?:international|intl|un|united nations|the) ")
_KIND = re.compile(r"^(?:world|national|global|universal|european) ")
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_EASTER = re.compile(r"easter([+-]\d+)")
_NTH_WEEKDAY = re.compile(r"(\d{2}) ([1-5]|last) ([a-z]+)")


def observance_day(name: str, year: int, declared: Mapping[str, tuple[int, int]]) -> int | None:
    """The day number of an observance in a year; None where that year has no such day.

    Raises:
        NoObservance: no observance has this name, or several with other dates have.
    """
    when = find_observance(name, declared)
    if easter_days := _EASTER.fullmatch(when):
        return easter(year) + int(easter_days[1])
    if nth := _NTH_WEEKDAY.fullmatch(when):
        return _nth_weekday(year, int(nth[1]), nth[2], nth[3])
    month, day = (int(each) for each in when.split("-"))
    return day_number(year, month, day) if day <= month_length(year, month) else None


def _nth_weekday(year: int, month: int, nth: str, weekday: str) -> int:
    names = [each.lower() for each in WEEKDAYS]
    found = weekday_days(month_days(year, month), names.index(weekday)).spans
    return found[-1 if nth == "last" else int(nth) - 1][0] or 0


def find_observance(name: str, declared: Mapping[str, tuple[int, int]]) -> str:
    """When an observance is: `12-09`, `easter-2`, or `11 4 thursday`, the fourth of November.

    Raises:
        NoObservance: no observance has this name, or several on other days have.
    """
    wanted, own = _key(name), tuple(declared.items())
    for known in (_keys(own), _built_in(), _keys(own, short=True)):
        found = known.get(wanted)
        if found is not None:
            if len(found) > 1:
                raise NoObservance(
                    f"“{name}” is the name of several observances on other days: "
                    "give the date, or the full name."
                )
            return next(iter(found))
    raise _unknown(name, wanted, {*_built_in(), *_keys(own)})


def _unknown(name: str, wanted: str, known: set[str]) -> NoObservance:
    like = nearest(wanted, known)
    hint = f" Did you mean “{like}”?" if like else ""
    return NoObservance(
        f"“{name}” is no date and no observance that is known.{hint} Write a date as 2015-12-09, "
        "9 December 2015, April 2015, “last year”, “since April” or “two weeks after <event>”."
    )


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """A name without what may be left out of it."""
    words = plain(name).replace(".", "").replace("saint ", "st ").replace("'", "")
    previous = ""
    while previous != words:
        previous, words = words, _SET_ASIDE.sub("", words)
    return words.replace("-", " ")


@lru_cache(maxsize=64)
def _keys(
    declared: tuple[tuple[str, tuple[int, int]], ...], *, short: bool = False
) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for name, (month, day) in declared:
        key = _KIND.sub("", _key(name)) if short else _key(name)
        known.setdefault(key, set()).add(f"{month:02}-{day:02}")
    return known


@lru_cache(maxsize=1)
def _built_in() -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            when, names = _row(line.split("\t"))
            for each in names:
                known.setdefault(_key(each), set()).add(when)
    for pack in packs():  # which add, and redefine nothing
        for when, names in pack.rows("observances.tsv", _row):
            for each in names:
                known.setdefault(_key(each), {when})
    return known


def _row(columns: list[str]) -> tuple[str, list[str]]:
    """A line of the table: when the day is, and its names.

    Raises:
        ValueError: it has other columns, or a day that is none.
    """
    name, when, others, _source = columns
    if not (_MONTH_DAY.fullmatch(when) or _EASTER.fullmatch(when) or _NTH_WEEKDAY.fullmatch(when)):
        raise ValueError(f"{when} is no day of a year, such as 12-09 or easter-2")
    return when, [name, *filter(None, others.split("; "))]


def easter(year: int) -> int:
    """The day number of Easter Sunday in the Gregorian calendar.

    The anonymous algorithm of Nature, 20 April 1876, as in Meeus, "Astronomical Algorithms" (1991).
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    skipped, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    quarter, left = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)
