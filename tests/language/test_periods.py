"""Periods in words: both ends, their nominal days and the days that they may be."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.dates import read_date, read_period
from checker.language.days import single, within, write_days
from checker.language.types import Distance, Gap, Period, When
from checker.language.unreadable import Unreadable

WEDNESDAY = read_date("2015-12-09", None)


def period(text: str, reference: When | None = WEDNESDAY, *, planned: bool = False) -> Period:
    found = read_period(text, reference, planned=planned)
    assert found.span is not None
    return found.span


def iso(day: int | None) -> str | None:
    return None if day is None else datetime.date.fromordinal(day).isoformat()


@pytest.mark.parametrize(
    ("text", "nominal", "starts", "ends"),
    [
        ("since April", "2015-04-01 2015-12-09", "some day of April 2015", "9 December 2015"),
        ("ever since 2012", "2012-01-01 2015-12-09", "some day of 2012", "9 December 2015"),
        ("since Monday", "2015-12-07 2015-12-09", "7 December 2015", "9 December 2015"),
        ("since Christmas", "2014-12-25 2015-12-09", "25 December 2014", "9 December 2015"),
        (
            "from April onwards",
            "2015-04-01 2015-12-09",
            "some day of April 2015",
            "9 December 2015",
        ),
        (
            "since the end of last year",
            "2014-12-31 2015-12-09",
            "between 1 September and 31 December 2014",
            "9 December 2015",
        ),
        (
            "in the past seven months",
            "2015-05-09 2015-12-09",
            "between 24 April and 25 May 2015",
            "9 December 2015",
        ),
        ("the past two days", "2015-12-07 2015-12-09", "7 December 2015", "9 December 2015"),
        (
            "over the past year",
            "2014-12-09 2015-12-09",
            "between 9 June 2014 and 9 June 2015",
            "9 December 2015",
        ),
        (
            "the last two weeks",
            "2015-11-25 2015-12-09",
            "between 22 and 28 November 2015",
            "9 December 2015",
        ),
        (
            "the past several years",
            "- 2015-12-09",
            "between 9 December 1995 and 9 December 2013",
            "9 December 2015",
        ),
        (
            "in more than the past ten years",
            None,
            None,
            None,
        ),
        (
            "the past more than ten years",
            "2005-12-09 2015-12-09",
            "some day up to 9 December 2005",
            "9 December 2015",
        ),
        (
            "the next two weeks",
            "2015-12-09 2015-12-23",
            "9 December 2015",
            "between 20 and 26 December 2015",
        ),
        (
            "in recent years",
            "- -",
            "between 9 June 1995 and 9 December 2014",
            "between 9 December 2014 and 9 December 2015",
        ),
        (
            "between April and the end of November",
            "2015-04-01 2015-11-30",
            "some day of April 2015",
            "between 21 and 30 November 2015",
        ),
        (
            "the year to June",
            "2014-07-01 2015-06-30",
            "between 2 December 2013 and 1 January 2015",
            "some day of June 2015",
        ),
        (
            "the six months ended 30 September",
            "2015-04-01 2015-09-30",
            "between 17 March and 16 April 2015",
            "30 September 2015",
        ),
        (
            "the week ending 5 May 2012",
            "2012-04-29 2012-05-05",
            "between 26 April and 2 May 2012",
            "5 May 2012",
        ),
        ("from 2004 to 2006", "2004-01-01 2006-12-31", "some day of 2004", "some day of 2006"),
        ("2004-2006", "2004-01-01 2006-12-31", "some day of 2004", "some day of 2006"),
        ("1914–18", "1914-01-01 1918-12-31", "some day of 1914", "some day of 1918"),
        ("between 2004 and 2006", "2004-01-01 2006-12-31", "some day of 2004", "some day of 2006"),
        (
            "from January to March 2015",
            "2015-01-01 2015-03-31",
            "some day of January 2015",
            "some day of March 2015",
        ),
        (
            "January-March 2015",
            "2015-01-01 2015-03-31",
            "some day of January 2015",
            "some day of March 2015",
        ),
        (
            "from November to March 2015",
            "2014-11-01 2015-03-31",
            "some day of November 2014",
            "some day of March 2015",
        ),
        (
            "October 2014 to March",
            "2014-10-01 2015-03-31",
            "some day of October 2014",
            "some day of March 2015",
        ),
        (
            "from last year to April",
            "2014-01-01 2015-04-30",
            "some day of 2014",
            "some day of April 2015",
        ),
        ("3 to 9 May 2014", "2014-05-03 2014-05-09", "3 May 2014", "9 May 2014"),
        ("3-9 May 2014", "2014-05-03 2014-05-09", "3 May 2014", "9 May 2014"),
        ("May 3-9, 2014", "2014-05-03 2014-05-09", "3 May 2014", "9 May 2014"),
        ("May 3 through 9", "2015-05-03 2015-05-09", "3 May 2015", "9 May 2015"),
        ("from Monday to Wednesday", "2015-12-07 2015-12-09", "7 December 2015", "9 December 2015"),
        (
            "from Christmas to New Year's Day",
            "2014-12-25 2015-01-01",
            "25 December 2014",
            "1 January 2015",
        ),
        (
            "from 2015-04-01 to 2015-11-30",
            "2015-04-01 2015-11-30",
            "1 April 2015",
            "30 November 2015",
        ),
        ("2015-04-01/2015-11-30", "2015-04-01 2015-11-30", "1 April 2015", "30 November 2015"),
        ("2014/..", "2014-01-01 -", "some day of 2014", "some day from 1 January 2014 on"),
        ("in 2006", "2006-01-01 2006-12-31", "1 January 2006", "31 December 2006"),
        (
            "2006~",
            "2006-01-01 2006-12-31",
            "between 1 January 2005 and 1 January 2007",
            "between 31 December 2005 and 31 December 2007",
        ),
        ("200X", "2000-01-01 2009-12-31", "some day of 2000 to 2009", "some day of 2000 to 2009"),
        ("last year", "2014-01-01 2014-12-31", "1 January 2014", "31 December 2014"),
        ("next year", "2016-01-01 2016-12-31", "1 January 2016", "31 December 2016"),
        ("April", "2015-04-01 2015-04-30", "1 April 2015", "30 April 2015"),
        ("this year", "2015-01-01 2015-12-09", "1 January 2015", "between 9 and 31 December 2015"),
        ("so far this year", "2015-01-01 2015-12-09", "1 January 2015", "9 December 2015"),
        ("the year to date", "2015-01-01 2015-12-09", "1 January 2015", "9 December 2015"),
        (
            "the first three months of 2015",
            "2015-01-01 2015-03-31",
            "1 January 2015",
            "31 March 2015",
        ),
        ("the last two weeks of May", "2015-05-18 2015-05-31", "18 May 2015", "31 May 2015"),
        ("the first half of 2015", "2015-01-01 2015-06-30", "1 January 2015", "30 June 2015"),
        (
            "early 2015",
            "2015-01-01 2015-05-02",
            "between 1 January and 2 May 2015",
            "between 1 January and 2 May 2015",
        ),
        ("on 9 December 2015", "2015-12-09 2015-12-09", "9 December 2015", "9 December 2015"),
        ("Human Rights Day", "2014-12-10 2014-12-10", "10 December 2014", "10 December 2014"),
        (
            "until April",
            "- 2015-04-30",
            "some day up to 30 April 2015",
            "some day up to 30 April 2015",
        ),
    ],
)
def test_periods_seen_from_a_wednesday(
    text: str, nominal: str | None, starts: str, ends: str
) -> None:
    if nominal is None:
        with pytest.raises(Unreadable, match="no date"):
            period(text)
        return
    found = period(text)
    assert f"{iso(found.start.nominal) or '-'} {iso(found.end.nominal) or '-'}" == nominal
    assert write_days(found.start.days) == starts
    assert write_days(found.end.days) == ends


def test_ends_in_the_same_words_from_the_same_reference_are_one() -> None:
    since, between = period("since April"), period("between April and the end of November")
    past, year = period("in the past seven months"), period("so far this year")
    assert since.start.words == between.start.words
    assert since.end.words == past.end.words == year.end.words
    assert since.end.words != between.end.words
    assert since.start.words != past.start.words
    other = period("since April", read_date("2015-12-10", None))
    assert since.start.words != other.start.words
    assert since.end.words != other.end.words
    assert period("in 2014") == period("in 2014", None)
    assert period("in 2014").start.words == period("2014").start.words


@pytest.mark.parametrize("text", ["for 12 years", "over a decade", "each year", "annually"])
def test_a_length_without_a_place_waits(text: str) -> None:
    assert read_period(text, WEDNESDAY).unanchored == text


def test_a_period_told_from_an_event_is_a_distance() -> None:
    found = read_period("two days after the fire", WEDNESDAY, events={"fire": "big-fire"})
    assert found.distance == Distance("big-fire", Gap(0, 2), Gap(0, 2))


def test_a_vague_reference_widens_the_ends() -> None:
    found = read_period("the past seven months", read_date("2015-12", None))
    assert found.vague_reference
    assert found.span is not None
    assert write_days(found.span.end.days) == "some day of December 2015"
    assert write_days(found.span.start.days) == "between 16 April and 15 June 2015"


def test_planned_periods_look_ahead() -> None:
    found = period("this year", planned=True)
    assert iso(found.end.nominal) == "2015-12-31"
    found = period("from April to May", planned=True)
    assert iso(found.start.nominal) == "2016-04-01"


PHRASES = ["since April", "the past seven months", "last year", "from 2004 to 2006", "this year"]
PHRASES += ["between April and the end of November", "early June", "last week", "in recent years"]


@given(st.dates(datetime.date(2010, 1, 1), datetime.date(2060, 12, 30)), st.sampled_from(PHRASES))
@settings(max_examples=200, deadline=None)
def test_nominal_ends_are_possible_and_in_order(date: datetime.date, text: str) -> None:
    found = period(text, read_date(date.isoformat(), None))
    start, end = found.start, found.end
    assert start.nominal is None or within(single(start.nominal), start.days)
    assert end.nominal is None or within(single(end.nominal), end.days)
    assert (start.nominal or 0) <= (end.nominal or 10**7)
    assert (start.days.first or 0) <= (end.days.last or 10**7)
