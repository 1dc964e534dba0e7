"""Sets of days and the calendar: laws, and the standard library as the oracle."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.calendar import (
    add,
    day_number,
    earliest_after,
    latest_before,
    weekday_of,
    year_month_day,
)
from checker.language.days import (
    ALL_DAYS,
    NO_DAYS,
    join,
    meet,
    month_days,
    shift,
    single,
    size,
    span,
    union,
    weekday_days,
    within,
    write_day,
    write_days,
    write_period,
    year_days,
)
from checker.language.types import Days, End, Gap, Period

LAST = datetime.date.max.toordinal()
day_numbers = st.integers(-1_500_000, 2_500_000)
gaps = st.builds(Gap, st.integers(-400, 400), st.integers(-90, 90))
law = settings(max_examples=300, deadline=None)


@st.composite
def day_sets(draw: st.DrawFn) -> Days:
    ends = sorted(draw(st.lists(st.integers(0, 80), max_size=8, unique=True)))
    pairs = [span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    if draw(st.booleans()):
        pairs.append(span(None, draw(st.integers(0, 10))))
    if draw(st.booleans()):
        pairs.append(span(draw(st.integers(70, 80)), None))
    return union(pairs)


def members(days: Days) -> set[int]:
    return {
        day
        for day in range(-20, 101)
        if any((a is None or a <= day) and (b is None or day <= b) for a, b in days.spans)
    }


@given(st.integers(1, LAST))
@law
def test_the_calendar_is_that_of_the_standard_library(day: int) -> None:
    date = datetime.date.fromordinal(day)
    assert year_month_day(day) == (date.year, date.month, date.day)
    assert day_number(date.year, date.month, date.day) == day
    assert weekday_of(day) == date.weekday()


@given(day_numbers)
@law
def test_the_calendar_goes_on_before_year_one(day: int) -> None:
    assert day_number(*year_month_day(day)) == day
    assert year_month_day(day) < year_month_day(day + 1)


@pytest.mark.parametrize(
    ("start", "gap", "end"),
    [
        ("2015-01-31", Gap(1), "2015-02-28"),
        ("2016-01-31", Gap(1), "2016-02-29"),
        ("2016-02-29", Gap(12), "2017-02-28"),
        ("2015-12-09", Gap(-7), "2015-05-09"),
        ("2015-12-09", Gap(1, 3), "2016-01-12"),
        ("2015-03-31", Gap(-1, -1), "2015-02-27"),
    ],
)
def test_months_are_added_before_days_and_held_to_the_month(start: str, gap: Gap, end: str) -> None:
    first, last = (datetime.date.fromisoformat(each).toordinal() for each in (start, end))
    assert add(first, gap) == last


@given(day_numbers, st.integers(0, 40), gaps)
@law
def test_adding_never_changes_the_order(day: int, later: int, gap: Gap) -> None:
    assert add(day, gap) <= add(day + later, gap)


@given(day_numbers, gaps)
@law
def test_latest_before_and_earliest_after_are_exact(day: int, gap: Gap) -> None:
    latest = latest_before(day, gap)
    assert add(latest, gap) <= day < add(latest + 1, gap)
    earliest = earliest_after(day, gap)
    assert add(earliest - 1, gap) < day <= add(earliest, gap)


@given(day_sets(), day_sets())
@law
def test_meet_and_join_are_those_of_sets(a: Days, b: Days) -> None:
    assert members(meet(a, b)) == members(a) & members(b)
    assert members(join(a, b)) == members(a) | members(b)
    assert meet(a, b) == meet(b, a)
    assert within(meet(a, b), a)
    assert within(a, join(a, b))


@given(day_sets(), gaps)
@law
def test_a_shifted_set_holds_every_shifted_day(days: Days, gap: Gap) -> None:
    moved = shift(days, gap)
    assert all(within(single(add(day, gap)), moved) for day in members(days))
    if not gap.months:
        assert size(moved) == size(days)


@given(day_sets(), st.integers(0, 6))
@law
def test_weekdays_of_a_set(days: Days, weekday: int) -> None:
    found = weekday_days(days, weekday)
    if size(days) is None:
        assert found == days
    else:
        assert members(found) == {day for day in members(days) if weekday_of(day) == weekday}


def test_weekdays_of_more_than_400_years_are_left() -> None:
    days = year_days(1, 500)
    assert weekday_days(days, 2) is days


def test_sets_without_end_and_without_days() -> None:
    assert span(5, 4) == NO_DAYS
    assert NO_DAYS.empty
    assert size(ALL_DAYS) is None
    assert meet(ALL_DAYS, NO_DAYS) == NO_DAYS
    assert join(span(None, 3), span(4, None)) == ALL_DAYS
    assert shift(ALL_DAYS, Gap(3)) == ALL_DAYS


def of(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (single(of("2015-12-09")), "9 December 2015"),
        (month_days(2015, 4), "some day of April 2015"),
        (year_days(2015), "some day of 2015"),
        (year_days(2014, 2016), "some day of 2014 to 2016"),
        (span(of("2014-05-03"), of("2014-05-09")), "between 3 and 9 May 2014"),
        (span(of("2014-05-03"), of("2014-06-09")), "between 3 May and 9 June 2014"),
        (span(of("2014-05-03"), of("2015-06-09")), "between 3 May 2014 and 9 June 2015"),
        (
            join(single(of("2014-12-08")), single(of("2015-12-08"))),
            "8 December 2014 or 8 December 2015",
        ),
        (span(None, of("2015-12-09")), "some day up to 9 December 2015"),
        (span(of("2015-12-09"), None), "some day from 9 December 2015 on"),
        (ALL_DAYS, "any day"),
        (NO_DAYS, "no day at all"),
        (single(day_number(-44, 3, 15)), "15 March 45 BC"),
        (weekday_days(year_days(2015), 2), "one of 52 days between 7 January and 30 December 2015"),
        (
            union([span(None, 1), single(5), single(7), single(9), span(20, None)]),
            "one of several stretches of days without end",
        ),
    ],
)
def test_sets_of_days_in_words(days: Days, words: str) -> None:
    assert write_days(days) == words


def test_a_day_with_its_weekday() -> None:
    assert write_day(of("2015-12-09"), weekday=True) == "Wednesday 9 December 2015"


def period(start: str | None, end: str | None) -> Period:
    ends = [
        End(None, ALL_DAYS, "") if each is None else End(of(each), single(of(each)), each)
        for each in (start, end)
    ]
    return Period("", *ends)


@pytest.mark.parametrize(
    ("given_period", "words"),
    [
        (period("2015-04-01", "2015-11-30"), "from 1 April 2015 to 30 November 2015"),
        (period("2015-04-01", "2015-04-30"), "April 2015"),
        (period("2015-01-01", "2015-12-31"), "2015"),
        (period("2015-12-09", "2015-12-09"), "9 December 2015"),
        (period("2015-12-09", None), "from 9 December 2015 to an unknown day"),
        (period(None, None), "an unknown time"),
    ],
)
def test_periods_in_words(given_period: Period, words: str) -> None:
    assert write_period(given_period) == words
