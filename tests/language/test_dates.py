"""Dates in words, seen from a day, from a month or year, and from nowhere."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.calendar import MONTHS, WEEKDAYS
from checker.language.dates import read_date, read_period, read_weekday, reference_days
from checker.language.days import ALL_DAYS, single, within, write_day, write_days
from checker.language.phrases import known_words
from checker.language.types import Days, Distance, Gap, When
from checker.language.unreadable import ImpossibleDay, Unreadable, WrongWeekday

WEDNESDAY = read_date("2015-12-09", None)
TEACHERS = {"World Teachers' Day": (10, 5), "National Harvest Day": (9, 1)}
EVENTS = {"strike-start": "strike-start", "the great strike": "strike-start"}


def seen(text: str, reference: When | None = WEDNESDAY, *, planned: bool = False) -> When:
    return read_date(text, reference, observances=TEACHERS, planned=planned, events=EVENTS)


def days_of(text: str, reference: When | None = WEDNESDAY, *, planned: bool = False) -> Days:
    days = seen(text, reference, planned=planned).days
    assert days is not None
    return days


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # weekdays
        ("Wednesday", "9 December 2015"),
        ("on Sunday", "6 December 2015"),
        ("Thursday", "3 December 2015"),
        ("Weds.", "9 December 2015"),
        ("Monday night", "7 December 2015"),
        ("late Monday", "7 December 2015"),
        ("10 p.m. Tuesday", "8 December 2015"),
        ("Wednesday at 3 pm", "9 December 2015"),
        ("last Monday", "30 November 2015 or 7 December 2015"),
        ("last Wednesday", "25 November 2015 or 2 December 2015"),
        ("next Monday", "14 December 2015 or 21 December 2015"),
        ("this Friday", "4 December 2015 or 11 December 2015"),
        ("Wednesday last week", "2 December 2015"),
        ("Wednesday 9 December 2015", "9 December 2015"),
        ("Wednesday, Dec. 9", "9 December 2015"),
        ("Saturday, 12 December", "12 December 2015"),
        # seen from the day
        ("today", "9 December 2015"),
        ("yesterday", "8 December 2015"),
        ("tomorrow", "10 December 2015"),
        ("the day before yesterday", "7 December 2015"),
        ("last night", "8 December 2015 to 9 December 2015"),
        ("this week", "between 6 and 13 December 2015"),
        ("last week", "between 29 November and 6 December 2015"),
        ("the week before last", "between 22 and 29 November 2015"),
        ("the weekend", "between 28 and 29 November 2015 or between 5 and 6 December 2015"),
        ("this month", "some day of December 2015"),
        ("earlier this month", "between 1 and 9 December 2015"),
        ("later this month", "between 9 and 31 December 2015"),
        ("last month", "some day of November 2015"),
        ("next month", "some day of January 2016"),
        ("last year", "some day of 2014"),
        ("last quarter", "between 1 July and 30 September 2015"),
        ("the end of last year", "between 1 September and 31 December 2014"),
        ("late last year", "between 1 September and 31 December 2014"),
        ("the third quarter of last year", "between 1 July and 30 September 2014"),
        ("this decade", "some day of 2010 to 2019"),
        ("last century", "some day of 1900 to 2000"),
        ("in recent years", "between 9 June 1995 and 9 December 2015"),
        # lengths of time
        ("two days ago", "7 December 2015"),
        ("three weeks ago", "between 12 and 21 November 2015"),
        ("in two weeks' time", "between 20 and 29 December 2015"),
        ("two days from now", "11 December 2015"),
        ("two weeks after 3 March 2014", "between 14 and 23 March 2014"),
        ("the day after 28 February 2014", "1 March 2014"),
        ("two days before last Christmas", "23 December 2013 to 23 December 2014"),
        # months and days without a year
        ("April", "some day of April 2015"),
        ("December", "some day of December 2015"),
        ("in December of last year", "some day of December 2014"),
        ("April last year", "some day of April 2014"),
        ("last April", "some day of April 2014 or some day of April 2015"),
        ("next April", "some day of April 2016 or some day of April 2017"),
        ("this April", "some day of April 2015"),
        ("31 March", "31 March 2015"),
        ("March 31", "31 March 2015"),
        ("December 31st", "31 December 2014"),
        ("the first of May", "1 May 2015"),
        ("29 February", "29 February 2012"),
        ("early June", "between 1 and 10 June 2015"),
        ("mid-May", "between 11 and 21 May 2015"),
        ("the end of November", "between 21 and 30 November 2015"),
        ("the first week of May", "between 1 and 13 May 2015"),
        ("the last week of May", "between 19 and 31 May 2015"),
        ("the first Monday of May", "4 May 2015"),
        ("last summer", None),
        ("this spring", "between 1 March and 21 June 2015"),
        # with a year, from wherever seen
        ("Oct. 1, 2015", "1 October 2015"),
        ("1 October 2015", "1 October 2015"),
        ("1st of October, 2015", "1 October 2015"),
        ("October 1st 2015", "1 October 2015"),
        ("October 2015", "some day of October 2015"),
        ("in 2006", "some day of 2006"),
        ("the year 2006", "some day of 2006"),
        ("early 2014", "between 1 January and 2 May 2014"),
        ("mid-2014", "between 2 May and 1 September 2014"),
        ("late 2014", "between 1 September and 31 December 2014"),
        ("late April 2015", "between 21 and 30 April 2015"),
        ("the start of 2014", "between 1 January and 2 May 2014"),
        ("the first half of 2015", "between 1 January and 30 June 2015"),
        ("Q1 2015", "between 1 January and 31 March 2015"),
        ("the last third of June 2015", "between 21 and 30 June 2015"),
        ("the last Friday of May 2014", "30 May 2014"),
        ("spring 2014", "between 1 March and 21 June 2014"),
        ("the summer of 2014", "between 1 June and 23 September 2014"),
        ("the 1990s", "some day of 1990 to 1999"),
        ("the early 1990s", "between 1 January 1990 and 2 May 1993"),
        ("the '90s", "some day of 1990 to 1999"),
        ("the 20th century", "some day of 1900 to 2000"),
        ("the nineteenth century", "some day of 1800 to 1900"),
        ("the twenty-first century", "some day of 2000 to 2100"),
        ("fiscal 2015", "between 1 April 2014 and 31 March 2016"),
        ("2014/15", "some day of 2014 to 2015"),
        ("2014–15", "some day of 2014 to 2015"),
        ("around 2014", "some day of 2013 to 2015"),
        ("around 9 December 2015", "between 6 and 12 December 2015"),
        ("before 2014", "some day up to 31 December 2013"),
        ("by the end of May", "some day up to 31 May 2015"),
        ("after 3 March 2014", "some day from 4 March 2014 on"),
        ("9/12/2015", "12 September 2015 or 9 December 2015"),
        ("31/12/2015", "31 December 2015"),
        ("2015/12/09", "9 December 2015"),
        ("between 3 and 9 May 2014", "between 3 and 9 May 2014"),
        ("between April and the end of November", "between 1 April and 30 November 2015"),
        ("the past seven months", "between 24 April and 9 December 2015"),
        ("the first three months of 2015", "between 1 January and 31 March 2015"),
        # observances
        ("the eve of Anti-Corruption Day", "8 December 2015"),
        ("the eve of the International Anti-Corruption Day", "8 December 2015"),
        ("on Anti-Corruption Day", "9 December 2015"),
        ("the eve of Anti-Corruption Day 2013", "8 December 2013"),
        ("Anti-Corruption Day last year", "9 December 2014"),
        ("the eve of World Teachers’ Day", "4 October 2015"),
        ("Teachers' Day", "5 October 2015"),
        ("Harvest Day", "1 September 2015"),
        ("Christmas Eve", "24 December 2014"),
        ("a day after Christmas", "26 December 2014"),
        ("Easter 2014", "20 April 2014"),
        ("Good Friday", "3 April 2015"),
        ("Thanksgiving", "26 November 2015"),
        ("Monday, Memorial Day", "25 May 2015"),
        ("the eve of 5 October 2014", "4 October 2014"),
    ],
)
def test_dates_seen_from_a_wednesday(text: str, words: str | None) -> None:
    found = days_of(text)
    if words is None:
        assert len(found.spans) == 2
    elif " to " in words and "some day" not in words:
        first, _, last = words.partition(" to ")
        assert found.first is not None
        assert found.last is not None
        assert (write_day(found.first), write_day(found.last)) == (first, last)
    else:
        assert write_days(found) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Friday", "11 December 2015"),
        ("Wednesday", "9 December 2015 or 16 December 2015"),
        ("April", "some day of April 2016"),
        ("31 March", "31 March 2016"),
        ("the eve of Anti-Corruption Day", "8 December 2016"),
        ("Human Rights Day", "10 December 2015"),
        ("29 February", "29 February 2016"),
        ("the weekend", "between 12 and 13 December 2015"),
        ("early December", "between 1 and 11 December 2015"),
        ("mid-December", "between 11 and 21 December 2015"),
        ("1 October 2015", "1 October 2015"),
    ],
)
def test_planned_dates_look_ahead(text: str, words: str) -> None:
    assert write_days(days_of(text, planned=True)) == words


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("14 days after strike-start", Gap(0, 14), Gap(0, 14)),
        ("two weeks after the great strike", Gap(0, 11), Gap(0, 20)),
        ("two weeks before the great strike", Gap(0, -20), Gap(0, -11)),
        ("the day after strike-start", Gap(0, 1), Gap(0, 1)),
        ("13 years following the great strike", Gap(150), Gap(168, -1)),
        ("a year before strike-start", Gap(-24, 1), Gap(-6)),
    ],
)
def test_distances_from_an_event(text: str, least: Gap, most: Gap) -> None:
    assert seen(text).distance == Distance("strike-start", least, most)
    assert seen(text, None).distance == Distance("strike-start", least, most)


def test_an_event_need_not_be_declared() -> None:
    assert seen("two days after talks-begin").distance == Distance(
        "talks-begin", Gap(0, 2), Gap(0, 2)
    )
    with pytest.raises(Unreadable, match="no date"):
        seen("two days after some talks that nobody declared")


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday",
        "yesterday",
        "last year",
        "April",
        "31 March",
        "since April",
        "the past week",
        "in recent years",
        "the eve of Anti-Corruption Day",
        "three weeks ago",
        "Christmas",
    ],
)
def test_without_a_reference_relative_words_wait(text: str) -> None:
    assert seen(text, None) == When(text, unanchored=text)
    assert read_period(text, None).unanchored == text


@pytest.mark.parametrize(
    "text", ["a week earlier", "the following day", "the same day", "since then", "two days later"]
)
def test_words_that_point_to_another_date_wait_even_so(text: str) -> None:
    assert seen(text).unanchored == text
    assert read_period(text, WEDNESDAY).unanchored == text


@pytest.mark.parametrize(
    "text", ["1 October 2015", "in 2006", "the 1990s", "from 2004 to 2006", "Easter 2014"]
)
def test_with_a_year_no_reference_is_needed(text: str) -> None:
    assert seen(text, None).unanchored == ""
    assert seen(text, None) == seen(text)


@pytest.mark.parametrize(
    ("text", "reference", "words", "vague"),
    [
        ("the eve of Anti-Corruption Day", "2015", "8 December 2014 or 8 December 2015", True),
        ("Wednesday", "2015", "one of 53 days between 31 December 2014 and 30 December 2015", True),
        ("Wednesday", "2015-04", "one of 5 days between 1 and 29 April 2015", True),
        ("earlier this month", "2015-04", "some day of April 2015", True),
        ("last year", "2015-04", "some day of 2014", False),
        ("last year", "2015", "some day of 2014", False),
        ("April", "2015-04", "some day of April 2015", False),
        ("yesterday", "2015-12-09~", "between 7 and 9 December 2015", False),
        ("Wednesday, 9 December", "2015", "9 December 2015", False),
        ("in 2006", "2015", "some day of 2006", False),
    ],
)
def test_a_vague_reference_stands_for_each_of_its_days(
    text: str, reference: str, words: str, vague: bool
) -> None:
    found = seen(text, read_date(reference, None))
    assert found.days is not None
    assert write_days(found.days) == words
    assert found.vague_reference == vague


def test_a_reference_may_be_any_reading() -> None:
    span = read_date("2015-12-08/2015-12-09", None)
    assert write_days(days_of("yesterday", span)) == "between 7 and 8 December 2015"
    assert reference_days(When("", days=ALL_DAYS)) is None
    assert reference_days(seen("Wednesday", None)) is None
    assert reference_days(None) is None
    assert seen("yesterday", read_date("19XX", None)).unanchored == "yesterday"
    said = seen("Sunday")
    assert write_days(days_of("yesterday", said)) == "5 December 2015"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31 April", "April has 30 days"),
        ("31 April 2014", "April has 30 days"),
        ("30 February", "February has 28 or 29 days"),
        ("29 February 2014", "not a leap year"),
        ("Feb. 29, 1900", "not a leap year"),
        ("2014-02-29", "February 2014 has 28 days"),
        ("from 2014-02-29 to 2014-05-01", "February 2014 has 28 days"),
        ("99/99/2015", "no day of any calendar"),
        ("the eve of 31 June", "June has 30 days"),
    ],
)
def test_impossible_days(text: str, message: str) -> None:
    with pytest.raises(ImpossibleDay, match=message):
        seen(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Thursday, 9 December 2015", "9 December 2015 is a Wednesday, not a Thursday"),
        ("Thursday, Dec. 9", "9 December 2015 is a Wednesday, not a Thursday"),
        ("Monday, Christmas 2014", "25 December 2014 is a Thursday, not a Monday"),
        ("Monday, between 8 and 9 December 2015", None),
    ],
)
def test_a_weekday_that_does_not_fit(text: str, message: str | None) -> None:
    with pytest.raises(WrongWeekday if message else Unreadable, match=message):
        seen(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Wendesday", "did you mean Wednesday"),
        ("Novmber 2014", "did you mean November"),
        ("the end of Novmber", "did you mean November"),
        ("between Apirl and November", "did you mean April"),
        ("from Foo Day to Christmas", "foo day"),
        ("the eve of Anti-Coruption Day", "anti corruption day"),
        ("2015-13", "12 months"),
        ("2014-15", "12 months"),
        ("2015/13/01", "12 months"),
        ("hello world", "Write a date as 2015-12-09"),
        ("", "no date"),
        ("   ", "no date"),
        ("1" * 5000, "too long"),
        ("after " * 5000, "too long"),
        ("after " * 30, "no date"),
        ("from May 2015 to April 2014", "before it begins"),
        ("since 2030", "begins after"),
    ],
)
def test_unreadable_dates_say_what_to_type(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as caught:
        seen(text)
    assert not isinstance(caught.value, ImpossibleDay)


def test_one_name_for_several_days_is_refused() -> None:
    declared = {"National Teachers' Day": (9, 5), "World Teachers' Day": (10, 5)}
    with pytest.raises(Unreadable, match="several observances"):
        read_date("Teachers' Day", WEDNESDAY, observances=declared)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("Monday", 0), ("tues.", 1), ("WED", 2), (" Sunday ", 6), ("Mo", None), ("", None)],
)
def test_weekdays(text: str, weekday: int | None) -> None:
    assert read_weekday(text) == weekday


dates = st.dates(datetime.date(1000, 1, 1), datetime.date(9999, 12, 30))
law = settings(max_examples=200, deadline=None)


@given(dates, st.booleans())
@law
def test_reading_is_the_inverse_of_writing(date: datetime.date, weekday: bool) -> None:
    day = date.toordinal()
    assert days_of(write_day(day, weekday=weekday), None) == single(day)


@given(dates, st.integers(0, 6))
@law
def test_a_weekday_is_the_last_not_after_the_reference(date: datetime.date, weekday: int) -> None:
    reference = read_date(date.isoformat(), None)
    expected = next(
        day
        for day in range(date.toordinal(), date.toordinal() - 7, -1)
        if datetime.date.fromordinal(day).weekday() == weekday
    )
    assert days_of(WEEKDAYS[weekday], reference) == single(expected)


@given(dates, st.integers(1, 12))
@law
def test_a_month_is_the_latest_that_has_begun(date: datetime.date, month: int) -> None:
    year = date.year if month <= date.month else date.year - 1
    found = days_of(MONTHS[month - 1], read_date(date.isoformat(), None))
    assert write_days(found) == f"some day of {MONTHS[month - 1]} {year}"


PHRASES = ["Wednesday", "yesterday", "April", "31 March", "last year", "earlier this month"]
PHRASES += ["the eve of Anti-Corruption Day", "three weeks ago", "last week", "early June"]


@given(dates, st.sampled_from(PHRASES), st.booleans())
@law
def test_a_vaguer_reference_is_never_narrower(
    date: datetime.date, text: str, planned: bool
) -> None:
    by_day = days_of(text, read_date(date.isoformat(), None), planned=planned)
    by_month = days_of(text, read_date(date.isoformat()[:7], None), planned=planned)
    assert within(by_day, by_month)


@given(dates, st.sampled_from(["April 2015", "June 2014", "2014", "last year", "next month"]))
@law
def test_a_part_lies_in_its_whole(date: datetime.date, text: str) -> None:
    reference = read_date(date.isoformat(), None)
    whole = days_of(text, reference)
    for part in ("early", "mid", "late", "the end of", "the first half of", "the last third of"):
        assert within(days_of(f"{part} {text}", reference), whole)


WORDS = [*known_words(), "from", "to", "and", "-", "2014", "3", "2015-04", "31", "the", "Christmas"]


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=20))
@law
def test_any_words_are_read_or_refused(text: str) -> None:
    for read in (read_date, read_period):
        for reference in (None, WEDNESDAY):
            try:
                found = read(text, reference)
            except Unreadable:
                continue
            kinds = (found.days, found.span, found.distance, found.unanchored or None)
            assert sum(each is not None for each in kinds) == 1
            assert found.days is None or not found.days.empty


def test_forty_thousand_days_are_read_quickly() -> None:
    first = datetime.date(1900, 1, 1).toordinal()
    texts = [datetime.date.fromordinal(first + n).isoformat() for n in range(40_000)]
    start = time.process_time()
    for text in texts:
        read_date(text, WEDNESDAY)
    # processor time, and several times the aim, so that a busy machine is no failure
    assert time.process_time() - start < 2.0
