"""Extended Date/Time Format, levels 0 and 1 (Library of Congress, ISO 8601-2:2019).

Level 1 adds to ISO dates: seasons (`2014-21` is spring 2014), digits that are not known
(`201X`, `2014-XX`), `~ ? %` behind a date, open (`..`) and unknown ends of intervals, and years
of more than four digits (`Y17000`). `~`, `?` and `%` allow one unit of the last part either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from checker.language.calendar import MONTHS, day_number, month_after, month_length
from checker.language.days import (
    ALL_DAYS,
    join,
    month_days,
    single,
    span,
    union,
    write_day,
    year_days,
)
from checker.language.stretch import Stretch, loose, whole
from checker.language.types import Days, End, Period, When
from checker.language.unreadable import ImpossibleDay, Unreadable

_PLAIN_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
# 1939-45, the years of a war: no EDTF of any level has a month or season above 41.
_TWO_YEARS = re.compile(r"\d{4}-(?:4[2-9]|[5-9]\d)")
_DATE = re.compile(
    r"(?P<year>Y-?[1-9]\d{4,8}|-?[\dX]{4})"
    r"(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?"
    r"(?P<doubt>[~?%]?)",
    re.ASCII,
)

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24


@lru_cache(maxsize=65_536)
def read_edtf(text: str) -> When | None:
    """Read an EDTF date (a set of days) or interval (a span); None where it is not EDTF at all.

    Raises:
        ImpossibleDay: a day that its month does not have.
        Unreadable: EDTF in form, but with a month 13 or an end before its start.
    """
    plain = _PLAIN_DAY.fullmatch(text)
    if plain:
        year, month, day = (int(each) for each in plain.groups())
        return When(text, days=single(checked_day(year, month, day)))
    if "/" in text:
        period = edtf_interval(text)
        return None if period is None else When(text, span=period)
    if _TWO_YEARS.fullmatch(text):
        return None
    stretch = edtf_date(text)
    return None if stretch is None else When(text, days=stretch.days)


def check_edtf(text: str) -> None:
    """Refuse what is no EDTF date.

    Raises:
        Unreadable: it is none, or none of the calendar; the message says what to write.
    """
    if not isinstance(text, str) or read_edtf(text) is None:
        raise Unreadable(f"“{text}” is no date; write it as 2015-12-09")


def edtf_interval(text: str) -> Period | None:
    """Read an EDTF interval; None where it is not one.

    An end that is known to a month or a year is any of its days. An open or unknown end has no
    nominal day and may lie anywhere on its side.

    Raises:
        Unreadable: it ends before it begins, or one end has no such month or day.
    """
    start_text, _, end_text = text.partition("/")
    start, end = _interval_end(start_text), _interval_end(end_text)
    if start is None or end is None or (not start_text and not end_text):
        return None
    earliest, latest = start.days.first, end.days.last
    if earliest is not None and latest is not None and latest < earliest:
        raise Unreadable(
            f"“{text}” ends ({write_day(latest)}) before it begins ({write_day(earliest)}): "
            "write the earlier date first."
        )
    if start_text in ("", ".."):
        start = loose(span(None, latest))
    if end_text in ("", ".."):
        end = loose(span(earliest, None))
    return Period(
        text,
        End(start.first, start.days, f"from {start_text or 'unknown'}"),
        End(end.last, end.days, f"to {end_text or 'unknown'}"),
    )


def _interval_end(text: str) -> Stretch | None:
    return loose(ALL_DAYS) if text in ("", "..") else edtf_date(text)


@lru_cache(maxsize=4096)
def edtf_date(text: str) -> Stretch | None:
    """Read one EDTF date; None where it is not one.

    Raises:
        ImpossibleDay: a day that its month does not have.
        Unreadable: a month above 12 that is no season, or unknown digits before known ones.
    """
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    if not _open_from_the_right(year, month, day):
        raise Unreadable(
            f"“{text}” leaves digits open before known ones: only whole parts from the right may "
            "be unknown, as in 201X, 2014-XX or 2014-05-XX."
        )
    unit = _unit(year, month, day)
    days = unit(0)
    # digits that are not known: one day, month or year of them is meant
    named = loose(days) if "X" in text or len(days.spans) > 1 else whole(days)
    return _doubtful(unit, named) if found["doubt"] else named


def _open_from_the_right(year: str, month: str | None, day: str | None) -> bool:
    """Whether unknown digits have no known ones behind them."""
    if not re.fullmatch(r"Y?-?\d*X*", year):
        return False
    parts = [part for part in (month, day) if part]
    if any("X" in part and part != "XX" for part in parts):
        return False
    unknown = ["X" in year, *("X" in part for part in parts)]
    return unknown == sorted(unknown)


def _doubtful(unit: Callable[[int], Days], named: Stretch) -> Stretch:
    """The same, one unit of its last part earlier or later."""
    before, after = unit(-1), unit(1)
    return Stretch(
        union((before, named.days, after)),
        span(before.first, after.first),
        span(before.last, after.last),
        named.first,
        named.last,
    )


def _unit(year: str, month: str | None, day: str | None) -> Callable[[int], Days]:
    """The days that the parts name, as a function of a number of units of the last part."""
    if month is None or month == "XX":
        first, last = _years(year)
        width = last - first + 1
        return lambda n: year_days(first + n * width, last + n * width)
    of_year, of_month = int(year.lstrip("Y")), int(month)
    if SPRING <= of_month <= WINTER and day is None:
        return lambda n: season_days(*_season_after(of_year, of_month, n))
    check_month(of_month)
    if day is None or day == "XX":
        return lambda n: month_days(*month_after(of_year, of_month, n))
    number = checked_day(of_year, of_month, int(day))
    return lambda n: single(number + n)


def _years(year: str) -> tuple[int, int]:
    """The first and last year that a year with unknown digits may be."""
    digits = year.lstrip("Y-")
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return (-high, -low) if "-" in year else (low, high)


def check_month(month: int) -> None:
    """Raise `Unreadable` where a year has no such month."""
    if not 1 <= month <= 12:
        raise Unreadable(
            f"There is no month {month:02}: a year has 12 months (01 to 12; "
            "21 to 24 are spring, summer, autumn and winter)."
        )


def checked_day(year: int, month: int, day: int) -> int:
    """The number of a day.

    Raises:
        Unreadable: the month is not 1 to 12.
        ImpossibleDay: the month has no such day in that year.
    """
    check_month(month)
    length = month_length(year, month)
    if not 1 <= day <= length:
        name = MONTHS[month - 1]
        of_year = f" {year}" if month == 2 else ""
        raise ImpossibleDay(
            f"There is no {day} {name}{of_year}: {name}{of_year} has {length} days."
        )
    return day_number(year, month, day)


def season_days(year: int, season: int) -> Days:
    """The days that a season of the northern half of the world may take in.

    Spring is March to May by the months and 20 March to 21 June by the sun; the days of both
    reckonings are in it, and so for the others. Winter of a year is the one that ends or the one
    that begins in it: both.
    """
    if season == WINTER:
        return join(
            span(day_number(year - 1, 12, 1), day_number(year, 3, 21)),
            span(day_number(year, 12, 1), day_number(year + 1, 3, 21)),
        )
    month, end_month, end_day = _SEASONS[season]
    return span(day_number(year, month, 1), day_number(year, end_month, end_day))


_SEASONS = {SPRING: (3, 6, 21), SUMMER: (6, 9, 23), AUTUMN: (9, 12, 22)}


def _season_after(year: int, season: int, steps: int) -> tuple[int, int]:
    years, index = divmod(season - SPRING + steps, 4)
    return year + years, index + SPRING
