"""Dates that words of a quote come to."""

from __future__ import annotations

import pytest

from checker.language.dated import contains_date
from checker.language.dates import read_date
from checker.language.unreadable import Unreadable

OBSERVANCES = {"World Teachers' Day": (10, 5)}


def reader(published):
    reference = read_date(published, None) if published else None

    def read(words):
        try:
            return read_date(words, reference, observances=OBSERVANCES)
        except Unreadable:
            return None

    return read


CONTAINED = [
    ("1992-12-28", "Ruth Alder, who died on December 28, 1992", "1993-01-09"),
    ("1992-12-28", "died on Dec. 28", "1993-01-09"),
    ("1992-12-28", "gestorben am 28.12.1992", "1993-01-09"),
    ("1992-12-28", "mort le 28 décembre 1992", "1993-01-09"),
    ("2015-12-09", "2015年12月9日", "2016-01-01"),
    ("2015-12-09", "surrendered the following day", "2016-01-01"),
    ("2016-05-20", "opened on Friday", "2016-05-22"),
    ("in 1975", "raided the shop in 1975", "2003-11-02"),
    ("1971-07-01", "the service dates from 1 July 1971", "2003-11-02"),
    ("14 days after strike-start", "talks began 14 days after the strike", "1984-03-19"),
    ("14 days after strike-start", "talks began fourteen days after it", "1984-03-19"),
    ("the eve of World Teachers' Day", "on the eve of World Teachers’ Day", "2014-10-06"),
    ("2014-10-04", "made on the eve of World Teachers’ Day", "2014-10-06"),
    ("2004/2006", "from 2004 to 2006", "2015-04"),
    ("2014", "Last year alone", "2015-04"),
    ("2015-12-06", "surrendered to police on Sunday", None),
    ("2015-04/2015-11", "between April and the end of November", "2015-12-09"),
    ("1999-08-24", "12,514 people by 24 August 1999", "1999-08-25"),
    ("no date at all", "on Friday", "2016-05-22"),
]


@pytest.mark.parametrize(("date", "quote", "published"), CONTAINED)
def test_contained(date, quote, published):
    assert contains_date(date, quote, reader(published), OBSERVANCES)


@pytest.mark.parametrize(
    ("date", "quote", "published"),
    [
        ("1993-01-04", "Ruth Alder, who died on December 28, 1992", "1993-01-09"),
        ("1992-11-28", "Ruth Alder, who died on December 28, 1992", "1993-01-09"),
        ("1991-12-28", "Ruth Alder, who died on December 28, 1992", "1993-01-09"),
        ("2016-05-19", "opened on Friday", "2016-05-22"),
        ("2015-12-09", "in December 2015", "2015-12-19"),
        ("1975-03-02", "raided the post office", "2015-12-19"),
        ("1955", "raided the shop in 1975", "2003-11-02"),
        ("15 days after strike-start", "talks began 14 days after the strike", "1984-03-19"),
        ("2013-10-13", "the fair will open on 31 October 2013", "2013-10-04"),
        ("2014-10-05", "made on the eve of World Teachers’ Day", "2014-10-06"),
    ],
)
def test_not_contained(date, quote, published):
    assert not contains_date(date, quote, reader(published), OBSERVANCES)
