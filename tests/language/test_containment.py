"""Figures against the quotes that carry them."""

from __future__ import annotations

import pytest

from checker.language.containment import Verdict, compare

SAME = [
    ("3.5 trillion USD", "the $3.5 trillion spending plan"),
    ("3,500 billion USD", "the $3.5 trillion spending plan"),
    ("45", "who is still 45"),
    ("45", "the forty-five-year-old curator"),
    ("about 972 square miles", "2,518 square kilometres (about 972 square miles) of ice"),
    ("over 700 fugitives", "topping 700 fugitives"),
    ("over 700 fugitives", "Over 700 Chinese fugitives"),
    ("10 to 20 DZD", "fish for 10 to 20 dinars"),
    ("10 to 20 million people", "10 million to 20 million people"),
    ("between 10 million and 20 million", "between 10 and 20 million people"),
    ("3 km", "a line of 3,000 metres"),
    ("nearly half", "nearly half of the remaining"),
    ("12.5 percent", "one in eight of them"),
    ("50 percent", "half of them"),
    ("one fugitive", "one from the U.K."),
    ("1 fugitive", "a fugitive from the U.K."),
    ("two", "both men"),
    ("6", "the sixth meeting"),
    ("£62bn", "a bill of £62bn"),
    ("$850m", "$850 million"),
    ("189 million AUD", "worth $189 million"),
    ("318 million yuan", "went for ¥318 million"),
    ("8亿", "800 million yuan"),
    ("800 million yuan", "8亿元"),
    ("25 wan pilgrims", "250,000 pilgrims"),
    ("a dozen people", "12 people"),
    ("48 hours", "over 48 hours"),
    ("10 hours", "works 10 hours per day"),
    ("an estimated 1,240", "estimated to have 1,240 corrupt officials"),
    ("40 tons", "40 tonnes"),
    ("5 pounds", "£5"),
    ("11 pounds", "11 lb"),
    ("100 mph", "100 miles per hour"),
    ("no one", "nobody came"),
    ("zero", "none of them"),
    ("the rest", "all others"),
    ("dozens", "dozens of people"),
    ("65 or more bodies", "at least 65 bodies"),
    ("nearly 20 percent", "just under 20 percent"),
    ("0.5", "half"),
    ("65 people", "65 people and more than 40 dogs"),
    ("12 percent", "rose from 12 to 15 percent"),
    ("65 bodies", "no more than 3 of 65 bodies"),
]


@pytest.mark.parametrize(("words", "quote"), SAME)
def test_same(words, quote):
    assert compare(words, quote).verdict is Verdict.SAME


OTHERWISE = [
    (Verdict.ABSENT, "46", "who is still 45"),
    (Verdict.ABSENT, "40", "over seven fugitives"),
    (Verdict.ABSENT, "dozens", "hundreds of people"),
    (Verdict.ABSENT, "3 people", "no figure here"),
    (Verdict.SCALE, "3.5 billion USD", "the $3.5 trillion spending plan"),
    (Verdict.SCALE, "23,000", "2,300 people"),
    (Verdict.SCALE, "1.2 million", "1.2 billion yuan"),
    (Verdict.UNIT, "12,000 acres", "12,000 square miles"),
    (Verdict.UNIT, "189 million EUR", "worth $189 million"),
    (Verdict.UNIT, "20 degrees Celsius", "20 degrees Fahrenheit"),
    (Verdict.UNIT, "100 km", "100 miles off"),
    (Verdict.HEDGE, "at least 65 bodies", "Police Find 65 Bodies"),
    (Verdict.HEDGE, "65 bodies", "at least 65 bodies"),
    (Verdict.HEDGE, "65 bodies", "a minimum of 65 bodies"),
    (Verdict.HEDGE, "65 bodies", "65 bodies or more"),
    (Verdict.HEDGE, "65 bodies", "65 bodies at least"),
    (Verdict.HEDGE, "at least 90 billion", "estimated at 90 billion dollars"),
    (Verdict.HEDGE, "about 90 billion", "at least 90 billion dollars"),
    (Verdict.HEDGE, "up to 300", "at least 300"),
    (Verdict.HEDGE, "90 billion dollars", "an estimated US$90 billion"),
]


@pytest.mark.parametrize(("verdict", "words", "quote"), OTHERWISE)
def test_otherwise(verdict, words, quote):
    assert compare(words, quote).verdict is verdict


def test_a_slip_of_scale_is_put_right():
    found = compare("3.5 billion USD", "the $3.5 trillion spending plan")
    assert (found.found, found.repaired) == ("$3.5 trillion spending plan", "3.5 trillion USD")


def test_the_hedge_is_shown():
    assert compare("65 bodies", "found at least 65 bodies").found.startswith("found at least 65")


def test_huge_numbers_are_no_crash():
    assert compare("9" * 5_000, "9" * 5_000).verdict is Verdict.SAME
    assert compare("7", "9" * 5_000).verdict is Verdict.ABSENT
