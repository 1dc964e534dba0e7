"""Sets of days: what lies in both, in either, a gap later, on a weekday; and how they are written."""

from __future__ import annotations

from collections.abc import Iterable

from checker.language.calendar import (
    MONTHS,
    WEEKDAYS,
    add,
    day_number,
    earliest_after,
    latest_before,
    month_length,
    weekday_of,
    year_month_day,
)
from checker.language.types import Days, End, Gap, Period

__all__ = [
    "ALL_DAYS",
    "NO_DAYS",
    "add",
    "earliest_after",
    "join",
    "latest_before",
    "meet",
    "month_days",
    "shift",
    "single",
    "size",
    "span",
    "union",
    "weekday_days",
    "weekday_of",
    "within",
    "write_day",
    "write_days",
    "write_period",
    "year_days",
]

ALL_DAYS = Days(((None, None),))
NO_DAYS = Days(())

# A set of single weekdays has one span for each; beyond this many days it is left as it is.
_WEEKDAYS_UP_TO = 146_097  # 400 years

_Span = tuple[int | None, int | None]


def single(day: int) -> Days:
    """The set of one day."""
    return Days(((day, day),))


def span(first: int | None, last: int | None) -> Days:
    """All days from `first` to `last` (None: without end); none where `last` comes before."""
    if first is not None and last is not None and last < first:
        return NO_DAYS
    return Days(((first, last),))


def month_days(year: int, month: int) -> Days:
    """All days of a month."""
    first = day_number(year, month, 1)
    return Days(((first, first + month_length(year, month) - 1),))


def year_days(first: int, last: int | None = None) -> Days:
    """All days of a year, or of the years from `first` to `last`."""
    final = first if last is None else last
    return Days(((day_number(first, 1, 1), day_number(final, 12, 31)),))


def size(days: Days) -> int | None:
    """How many days are in the set; None where it has no end."""
    total = 0
    for first, last in days.spans:
        if first is None or last is None:
            return None
        total += last - first + 1
    return total


def meet(a: Days, b: Days) -> Days:
    """The days that are in both sets."""
    if a is b or b is ALL_DAYS:
        return a
    if a is ALL_DAYS:
        return b
    if len(a.spans) == len(b.spans) == 1:
        both = _overlap(a.spans[0], b.spans[0])
        return NO_DAYS if both is None else Days((both,))
    spans: list[_Span] = []
    i = j = 0
    while i < len(a.spans) and j < len(b.spans):
        both = _overlap(a.spans[i], b.spans[j])
        if both is not None:
            spans.append(both)
        if _ends_before(a.spans[i], b.spans[j]):
            i += 1
        else:
            j += 1
    return Days(tuple(spans))


def join(a: Days, b: Days) -> Days:
    """The days that are in either set."""
    return union((a, b))


def union(sets: Iterable[Days]) -> Days:
    """The days that are in any of the sets; spans that touch become one."""
    spans = sorted((each for days in sets for each in days.spans), key=_by_first)
    merged: list[_Span] = []
    for first, last in spans:
        if merged and _touches(merged[-1], first):
            merged[-1] = merged[-1][0], _later_end(merged[-1][1], last)
        else:
            merged.append((first, last))
    return Days(tuple(merged))


def within(inner: Days, outer: Days) -> bool:
    """Whether every day of `inner` is in `outer`."""
    return meet(inner, outer) == inner


def shift(days: Days, gap: Gap) -> Days:
    """Every day of the set, a gap later.

    With months, the days of a span are taken from its first to its last: those that the calendar
    skips in between (28 February and 1 March a month later: 28 March and 1 April) are kept.
    """
    return union(
        Days(((None if a is None else add(a, gap), None if b is None else add(b, gap)),))
        for a, b in days.spans
    )


def weekday_days(days: Days, weekday: int) -> Days:
    """The days of the set that fall on a weekday (Monday 0 to Sunday 6).

    A set without end, or of more than 400 years, is returned as it is: it would never be empty.
    """
    total = size(days)
    if total is None or total > _WEEKDAYS_UP_TO:
        return days
    found: list[_Span] = []
    for first, last in days.spans:
        if first is None or last is None:  # cannot be: the set has a size
            continue
        earliest = first + (weekday - weekday_of(first)) % 7
        found.extend((day, day) for day in range(earliest, last + 1, 7))
    return Days(tuple(found))


def _by_first(each: _Span) -> tuple[bool, int]:
    return (False, 0) if each[0] is None else (True, each[0])


def _touches(earlier: _Span, first: int | None) -> bool:
    return earlier[1] is None or first is None or first <= earlier[1] + 1


def _later_end(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else max(a, b)


def _overlap(a: _Span, b: _Span) -> _Span | None:
    first = a[0] if b[0] is None else b[0] if a[0] is None else max(a[0], b[0])
    last = a[1] if b[1] is None else b[1] if a[1] is None else min(a[1], b[1])
    if first is not None and last is not None and last < first:
        return None
    return first, last


def _ends_before(a: _Span, b: _Span) -> bool:
    if a[1] is None:
        return False
    return b[1] is None or a[1] < b[1]


# Writing


def write_day(day: int, *, weekday: bool = False) -> str:
    """A day as an editor writes it: `9 December 2015`, or `Wednesday 9 December 2015`."""
    year, month, in_month = year_month_day(day)
    written = f"{in_month} {MONTHS[month - 1]} {_year(year)}"
    return f"{WEEKDAYS[weekday_of(day)]} {written}" if weekday else written


def write_days(days: Days, *, weekday: bool = False) -> str:
    """A set of days in words: `9 December 2015`, `some day of April 2015`, `3 or 9 May 2014`."""
    if days.empty:
        return "no day at all"
    if len(days.spans) == 1:
        return _write_span(*days.spans[0], weekday=weekday)
    if len(days.spans) <= 3:
        parts = [_write_span(*each, weekday=weekday) for each in days.spans]
        return ", ".join(parts[:-1]) + " or " + parts[-1]
    number = size(days)
    if number is None:
        return "one of several stretches of days without end"
    return f"one of {number:,} days {_write_span(days.first, days.last, weekday=False)}"


def write_period(period: Period) -> str:
    """A period in words: `April 2015`, `from 1 April 2015 to 30 November 2015`."""
    start, end = period.start, period.end
    if start.nominal is not None and end.nominal is not None:
        if start.nominal == end.nominal:
            return write_day(start.nominal)
        unit = _calendar_unit(start.nominal, end.nominal)
        if unit is not None:
            return unit
    if start.nominal is None and end.nominal is None:
        return "an unknown time"
    return f"from {_write_end(start)} to {_write_end(end)}"


def _write_end(end: End) -> str:
    return "an unknown day" if end.nominal is None else write_day(end.nominal)


def _write_span(first: int | None, last: int | None, *, weekday: bool) -> str:
    if first is None and last is None:
        return "any day"
    if first is None:
        return f"some day up to {write_day(last or 0, weekday=weekday)}"
    if last is None:
        return f"some day from {write_day(first, weekday=weekday)} on"
    if first == last:
        return write_day(first, weekday=weekday)
    unit = _calendar_unit(first, last)
    if unit is not None:
        return f"some day of {unit}"
    day = f"{WEEKDAYS[weekday_of(first)]} " if weekday else ""
    return f"between {day}{_write_from(first, last)} and {write_day(last, weekday=weekday)}"


def _write_from(first: int, last: int) -> str:
    """The first day of a pair, without the month and year that it shares with the last."""
    year, month, in_month = year_month_day(first)
    last_year, last_month, _ = year_month_day(last)
    if (year, month) == (last_year, last_month):
        return str(in_month)
    return f"{in_month} {MONTHS[month - 1]}" if year == last_year else write_day(first)


def _calendar_unit(first: int, last: int) -> str | None:
    """The month or year, or the years, that begin and end with these days."""
    year, month, in_month = year_month_day(first)
    last_year, last_month, last_in_month = year_month_day(last)
    if in_month != 1 or last_in_month != month_length(last_year, last_month):
        return None
    if (year, month) == (last_year, last_month):
        return f"{MONTHS[month - 1]} {_year(year)}"
    if (month, last_month) != (1, 12):
        return None
    return _year(year) if year == last_year else f"{_year(year)} to {_year(last_year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
