"""EDTF levels 0 and 1, as the claim format uses them."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.days import size, within, write_days
from checker.language.edtf import read_edtf
from checker.language.types import Days
from checker.language.unreadable import ImpossibleDay, Unreadable


def days_of(text: str) -> Days:
    found = read_edtf(text)
    assert found is not None
    assert found.days is not None
    return found.days


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2015-12-09", "9 December 2015"),
        ("2015-12-09T10:30:00Z", "9 December 2015"),
        ("2015-12-09T10:30:00+08:00", "9 December 2015"),
        ("2015-04", "some day of April 2015"),
        ("2015", "some day of 2015"),
        ("2015-12-09~", "between 8 and 10 December 2015"),
        ("2015-12-09?", "between 8 and 10 December 2015"),
        ("2015-04%", "between 1 March and 31 May 2015"),
        ("2015-01~", "between 1 December 2014 and 28 February 2015"),
        ("2015~", "some day of 2014 to 2016"),
        ("201X", "some day of 2010 to 2019"),
        ("20XX", "some day of 2000 to 2099"),
        ("201X?", "some day of 2000 to 2029"),
        ("2015-XX", "some day of 2015"),
        ("2015-XX-XX", "some day of 2015"),
        ("2015-05-XX", "some day of May 2015"),
        ("2014-21", "between 1 March and 21 June 2014"),
        ("2014-22", "between 1 June and 23 September 2014"),
        ("2014-23", "between 1 September and 22 December 2014"),
        (
            "2014-24",
            "between 1 December 2013 and 21 March 2014 or between 1 December 2014 and 21 March 2015",
        ),
        (
            "2014-21~",
            "between 1 December 2012 and 21 March 2013 or between 1 December 2013 and 23 September 2014",
        ),
        ("-0044", "some day of 45 BC"),
        ("-004X", "some day of 50 BC to 41 BC"),
        ("Y17000", "some day of 17000"),
        ("Y-17000", "some day of 17001 BC"),
        ("2016-02-29", "29 February 2016"),
    ],
)
def test_dates(text: str, words: str) -> None:
    assert write_days(days_of(text)) == words


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2015-04-01/2015-11-30", "1 April 2015", "30 November 2015"),
        ("2004/2006", "some day of 2004", "some day of 2006"),
        ("2004-06~/2006", "between 1 May and 31 July 2004", "some day of 2006"),
        ("2004/..", "some day of 2004", "some day from 1 January 2004 on"),
        ("2004/", "some day of 2004", "some day from 1 January 2004 on"),
        ("../2004", "some day up to 31 December 2004", "some day of 2004"),
        ("/2004", "some day up to 31 December 2004", "some day of 2004"),
    ],
)
def test_intervals(text: str, start: str, end: str) -> None:
    found = read_edtf(text)
    assert found is not None
    assert found.span is not None
    assert write_days(found.span.start.days) == start
    assert write_days(found.span.end.days) == end
    assert (found.span.end.nominal is None) == text.endswith(("/", ".."))
    assert (found.span.start.nominal is None) == text.startswith(("/", ".."))


@pytest.mark.parametrize(
    "text", ["", "hello", "April 2015", "2015-4-1", "/", "15", "2015-12-09-01", "a/b"]
)
def test_what_is_not_edtf_is_left_to_others(text: str) -> None:
    assert read_edtf(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2014-02-29", "February 2014 has 28 days"),
        ("2015-04-31", "April has 30 days"),
        ("1900-02-29~", "February 1900 has 28 days"),
        ("2015-04-00", "April has 30 days"),
        ("2015-04-31/2015-06-01", "April has 30 days"),
    ],
)
def test_a_day_that_no_calendar_has(text: str, message: str) -> None:
    with pytest.raises(ImpossibleDay, match=message):
        read_edtf(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2015-13", "12 months"),
        ("2015-00-10", "12 months"),
        ("2015-25", "12 months"),
        ("2015-X1", "open before known"),
        ("2X15", "open before known"),
        ("201X-05", "open before known"),
        ("2015-XX-05", "open before known"),
        ("2015-11/2015-04", "ends .* before it begins"),
    ],
)
def test_unreadable_but_not_impossible(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as caught:
        read_edtf(text)
    assert not isinstance(caught.value, ImpossibleDay)


@given(st.dates())
@settings(max_examples=300, deadline=None)
def test_less_is_wider(date: datetime.date) -> None:
    day = date.isoformat()
    assert days_of(day).first == date.toordinal()
    chain = [day, day[:7], day[:4], day[:3] + "X", day[:2] + "XX"]
    for inner, outer in itertools.pairwise(chain):
        assert within(days_of(inner), days_of(outer))
    for text in (day[:7], day[:4]):
        assert within(days_of(text), days_of(text + "~"))
        assert days_of(text + "~") == days_of(text + "?") == days_of(text + "%")
        assert (size(days_of(text + "~")) or 0) > (size(days_of(text)) or 0)
