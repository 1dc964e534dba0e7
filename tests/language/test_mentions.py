"""Numbers in running text, with what hedges them."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from checker.language.mentions import mentions, says_in_words, suggests
from checker.language.numerals import normalise
from checker.language.types import Hedge

LOWER, UPPER, NEAR = Hedge.LOWER, Hedge.UPPER, Hedge.NEAR

CASES = [
    ("Police Find at Least 65 Bodies", [(65, {LOWER})]),
    ("US$7.23 million, about £930 each", [(7_230_000, set()), (930, {NEAR})]),
    ("an estimated US$90 billion", [(90 * 10**9, {NEAR})]),
    ("as many as a dozen", [(12, {UPPER})]),
    ("just over 3 million", [(3 * 10**6, {NEAR, LOWER})]),
    ("nearly 20 percent", [(20, {NEAR, UPPER})]),
    ("no more than 520 tonnes", [(0, set()), (520, {UPPER})]),
    ("300 people or more came", [(300, {LOWER})]),
    ("300 people and more than 20 dogs", [(300, set()), (20, {LOWER})]),
    ("700+ fugitives", [(700, {LOWER})]),
    ("the 64-year-old", [(64, set())]),
    ("8亿元 and 约三百人", [(8 * 10**8, set()), (300, {NEAR})]),
    ("between 10 and 20 million", [(10, set()), (20 * 10**6, set()), (10**7, set())]),
    ("one in eight", [(1, set()), (8, set()), (Fraction(1, 8), set())]),
    ("an AC-130 and a G20", [(130, set())]),
    ("exactly 12", [(12, set())]),
    ("they talked about 300 cases", [(300, set())]),
    ("there were about 300 cases", [(300, {NEAR})]),
    ("they brought it up to 40", [(40, set())]),
    ("as many as up to 40", [(40, {UPPER})]),
    ("they argued over 12 points", [(12, set())]),
    ("in 1,24 cases of 5", [(5, set())]),
    ("nothing at all", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_mentions(text, expected):
    found = mentions(normalise(text))
    assert [(m.value, set(m.hedges)) for m in found] == expected


def test_words_that_may_hedge():
    assert suggests("the number has passed 70", LOWER)
    assert not suggests("Police Find 65 Bodies", LOWER)
    assert suggests("anything", Hedge.BETWEEN)


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("a fugitive", 1, True),
        ("both men", 2, True),
        ("the Sixth meeting", 6, True),
        ("men", 2, False),
    ],
)
def test_small_numbers_in_other_words(text, value, said):
    assert says_in_words(text, Fraction(value)) is said


def test_time_is_linear():
    started = time.process_time()
    mentions("a hundred " * 30_000)
    mentions("more than " * 30_000 + "5")
    mentions("1" * 100_000)
    assert time.process_time() - started < 5
