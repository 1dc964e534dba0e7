"""Figures in running text: hedge, number, scale, unit, counted noun, and what is no figure."""

import pytest

from checker.draft.dates import find_dates
from checker.draft.figures import Kind, find_figures
from checker.draft.text import sentences


def figures(text):
    (sentence,) = sentences(text)
    found = find_figures(sentence, find_dates(sentence))
    return [(f.kind.value, f.value, sentence.words(f.noun_start, f.noun_end)) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 700 Chinese fugitives came", [("count", "more than 700", "Chinese fugitives")]),
        ("At least 42 economic suspects", [("count", "at least 42", "economic suspects")]),
        ("no fewer than twelve dogs", [("count", "at least twelve", "dogs")]),
        ("exactly less than 65 people", [("count", "less than 65", "people")]),
        ("700 people or more", [("count", "at least 700", "people")]),
        (
            "1.2 billion yuan ($189 million)",
            [("money", "1.2 billion yuan", ""), ("money", "$189 million", "")],
        ),
        ("it cost $ less than 4900", [("money", "less than $4900", "")]),
        ("worth US$5m", [("money", "US$5m", "")]),
        ("paid 30 US dollars", [("money", "30 US dollars", "")]),
        ("rose 12.5 percent", [("percent", "12.5 percent", "")]),
        ("rose 63 % there", [("percent", "63 percent", "")]),
        ("up 3 percentage points", [("points", "3 percentage points", "")]),
        ("a score of 58 out of 100", [("score", "58", "")]),
        ("a 64-year-old man", [("age", "64", "")]),
        ("he is 30 years old", [("age", "30", "")]),
        ("a 9-second gap", [("unit", "9 second", "")]),
        ("it is 120 km long", [("unit", "120 km", "")]),
        ("nearly half of them", [("share", "nearly half", "")]),
        ("two-thirds of voters", [("share", "two-thirds", "")]),
        ("three times as many", [("factor", "three", "")]),
        ("between 10 and 20 cars", [("count", "between 10 and 20", "cars")]),
        ("5 to 7 million people", [("count", "5 to 7 million", "people")]),
        ("a dozen eggs", [("count", "a dozen", "eggs")]),
        ("forty-two children", [("count", "forty-two", "children")]),
        ("tens of thousands of people", [("count", "tens of thousands", "people")]),
        ("on Route 66 they met", [("label", "66", "")]),
        ("it came 43rd", [("ordinal", "43", "")]),
        ("no one came", []),
        ("one of the largest towns", []),
        ("born on 3 May 1990", []),
        ("in 2006 and 2007", []),
        ("the first half ended", []),
    ],
)
def test_figures(text, expected):
    assert figures(text) == expected


def test_a_ratio_is_no_range():
    assert [value for _, value, _ in figures("a ratio of 3 to 7")] == ["3", "7"]


def test_every_kind_is_told_apart():
    assert len({kind.value for kind in Kind}) == len(Kind)
