"""Phrases of time and dates by the calendar."""

import pytest

from checker.draft.dates import days_allowed, find_dates
from checker.draft.text import sentences
from checker.draft.times import find_times


def times(text):
    (sentence,) = sentences(text)
    return [(t.words, t.point, t.weekday) for t in find_times(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They came since April", [("since April", False, "")]),
        ("Jan", [("Jan", True, "")]),
        ("It closed on 31 April", [("on 31 April", True, "")]),
        ("They met on the eve of the Anti-c orruption Day", []),
        ("It fell in 2013.1 by a tenth", []),
        ("in the past seven months", [("in the past seven months", False, "")]),
        (
            "between April and the end of November",
            [("between April and the end of November", False, "")],
        ),
        ("from 2004 to 2006", [("from 2004 to 2006", False, "")]),
        (
            "on the eve of the Anti-Corruption Day he spoke",
            [("the eve of the Anti-Corruption Day", True, "")],
        ),
        ("on Monday, March 3, 2015, it fell", [("March 3, 2015", True, "Monday")]),
        ("It fell on Sunday", [("on Sunday", True, "")]),
        ("two years ago", [("two years ago", True, "")]),
        ("earlier this month", [("earlier this month", True, "")]),
        ("in late 2014", [("in late 2014", True, "")]),
        ("they may march on", []),
        ("a march of 2000 men", []),
    ],
)
def test_times(text, expected):
    assert times(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct. 1, 2015", [(2015, 10, 1)]),
        ("25 November 2015", [(2015, 11, 25)]),
        ("October 19th 1984", [(1984, 10, 19)]),
        ("2015-12-09", [(2015, 12, 9)]),
        ("in 2006", [(2006, None, None)]),
        ("May 1990", [(1990, 5, None)]),
        ("in April", [(None, 4, None)]),
        ("1240 officials", []),
    ],
)
def test_dates(text, expected):
    (sentence,) = sentences(text)
    assert [(d.year, d.month, d.day) for d in find_dates(sentence)] == expected


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ("born before May 3, 1990", "born on May 3, 1990", False),
        ("born before May 3, 1990", "born on May 2, 1990", True),
        ("born after May 3, 1990", "born on May 3, 1990", False),
        ("born since May 3, 1990", "born on May 3, 1990", True),
        ("born by May 3, 1990", "born on May 3, 1990", True),
        ("born until May 3, 1990", "born in 1991", False),
        ("born in May 1990", "born on May 3, 1990", True),
        ("born in 1990", "born on May 3, 1991", False),
        ("born on February 31, 1990", "born in 1990", True),
    ],
)
def test_days_allowed(a, b, meet):
    days = []
    for text in (a, b):
        (sentence,) = sentences(text)
        (date,) = find_dates(sentence)
        days.append(days_allowed(sentence, date))
    assert days[0].meets(days[1]) is meet
