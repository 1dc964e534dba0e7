"""Lengths of time and ages in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.calendar import add
from checker.language.durations import ENDLESS, OLDEST, read_age, read_duration, read_reach
from checker.language.types import Gap
from checker.language.unreadable import Unreadable


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("13 years", Gap(150), Gap(168, -1)),
        ("thirteen years", Gap(150), Gap(168, -1)),
        ("12-year", Gap(138), Gap(156, -1)),
        ("a year", Gap(6), Gap(24, -1)),
        ("seven months", Gap(6, 15), Gap(8, -1)),
        ("six-month", Gap(5, 15), Gap(7, -1)),
        ("two weeks", Gap(0, 11), Gap(0, 20)),
        ("a fortnight", Gap(0, 7), Gap(0, 27)),
        ("14 days", Gap(0, 14), Gap(0, 14)),
        ("a day", Gap(0, 1), Gap(0, 1)),
        ("1,200 days", Gap(0, 1200), Gap(0, 1200)),
        ("five hours", Gap(), Gap(0, 1)),
        ("36 hours", Gap(0, 1), Gap(0, 2)),
        ("90 minutes", Gap(), Gap(0, 1)),
        ("a decade", Gap(60), Gap(240, -1)),
        ("two centuries", Gap(1800), Gap(3600, -1)),
        ("a year and a half", Gap(15), Gap(24, -1)),
        ("three and a half years", Gap(39), Gap(48, -1)),
        ("2½ years", Gap(27), Gap(36, -1)),
        ("half a year", Gap(3), Gap(12, -1)),
        ("2 years and 3 months", Gap(26, 15), Gap(28, -1)),
        ("one year, two months and three days", Gap(14, 3), Gap(14, 3)),
        ("a hundred and twenty days", Gap(0, 120), Gap(0, 120)),
        ("between two and three weeks", Gap(0, 11), Gap(0, 27)),
        ("10-12 years", Gap(114), Gap(156, -1)),
        ("two or three months", Gap(1, 15), Gap(4, -1)),
        ("one week to two months", Gap(0, 4), Gap(3, -1)),
        ("several months", Gap(2), Gap(20)),
        ("a few days", Gap(0, 2), Gap(0, 9)),
        ("a couple of weeks", Gap(0, 14), Gap(0, 21)),
        ("years", Gap(24), ENDLESS),
        ("some years", Gap(24), Gap(240)),
        ("some 20 years", Gap(180), Gap(300)),
        ("about 13 years", Gap(117), Gap(195)),
        ("a month or so", Gap(0, 15), Gap(2, -1)),
        ("nearly 10 years", Gap(96), Gap(120)),
        ("just over 10 years", Gap(120), Gap(150)),
        ("more than 13 years", Gap(156), ENDLESS),
        ("at least 3 years", Gap(36), ENDLESS),
        ("three years or more", Gap(36), ENDLESS),
        ("less than a year", Gap(), Gap(12)),
        ("up to five years", Gap(), Gap(72, -1)),
        ("exactly 10 days", Gap(0, 10), Gap(0, 10)),
        ("only three days", Gap(0, 3), Gap(0, 3)),
        ("13 Years", Gap(150), Gap(168, -1)),
        ("13\u00a0years", Gap(150), Gap(168, -1)),
    ],
)
def test_durations(text: str, least: Gap, most: Gap) -> None:
    assert read_duration(text) == (least, most)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("13 yaers", "“yaers” is no known word: did you mean “years”"),
        ("fortnigt", "fortnight"),
        ("hello", "not a length of time"),
        ("", "not a length of time"),
        ("several", "not a length of time"),
        ("13", "not a length of time"),
        ("years 13", "not a length of time"),
        ("years " * 2000, "too long"),
    ],
)
def test_no_duration(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_duration(text)


units = st.sampled_from(["days", "weeks", "months", "years", "decades"])
numbers = st.integers(2, 60)
starts = st.integers(600_000, 800_000)
law = settings(max_examples=200, deadline=None)


@given(numbers, units, starts)
@law
def test_hedges_are_wider_and_in_order(number: int, unit: str, day: int) -> None:
    def ends(text: str) -> tuple[int, int]:
        least, most = read_duration(text)
        return add(day, least), add(day, most)

    low, high = ends(f"{number} {unit}")
    about_low, about_high = ends(f"about {number} {unit}")
    exactly = ends(f"exactly {number} {unit}")
    assert about_low <= low <= exactly[0] <= exactly[1] <= high <= about_high
    assert ends(f"less than {number} {unit}")[1] <= ends(f"more than {number} {unit}")[0]
    assert low < ends(f"{number + 1} {unit}")[0]
    assert high < ends(f"{number + 1} {unit}")[1]


@given(numbers, units, starts)
@law
def test_a_reach_is_half_a_unit_either_way(number: int, unit: str, day: int) -> None:
    least, named, most = read_reach(f"{number} {unit}")
    assert named is not None
    assert add(day, least) <= add(day, named) <= add(day, most)
    assert add(day, most) <= add(day, read_duration(f"{number} {unit}")[1])


def test_a_reach_of_several_names_no_length() -> None:
    assert read_reach("several years") == (Gap(24), None, Gap(240))
    assert read_reach("more than ten years") == (Gap(120), Gap(120), ENDLESS)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("64", 64, 64),
        ("64-year-old", 64, 64),
        ("64-year-olds", 64, 64),
        ("64 years old", 64, 64),
        ("64 years of age", 64, 64),
        ("aged 64", 64, 64),
        ("age 7", 7, 7),
        ("sixty-four", 64, 64),
        ("twenty-one-year-old", 21, 21),
        ("64 and a half", 64, 64),
        ("in his 60s", 60, 69),
        ("in her early 40s", 40, 44),
        ("in their mid-30s", 33, 37),
        ("late thirties", 36, 39),
        ("in his teens", 13, 19),
        ("teenager", 13, 19),
        ("about 60", 45, 75),
        ("nearly 50", 40, 50),
        ("over 60", 60, OLDEST),
        ("at least 64", 64, OLDEST),
        ("60 or older", 60, OLDEST),
        ("under 18", 0, 17),
        ("up to 18", 0, 18),
        ("between 60 and 65", 60, 65),
        ("60-65", 60, 65),
        ("nine months old", 0, 0),
        ("six-week-old", 0, 0),
        ("18 months", 1, 1),
        ("18-month-old", 1, 1),
    ],
)
def test_ages(text: str, least: int, most: int) -> None:
    assert read_age(text) == (least, most)


@pytest.mark.parametrize(
    "text", ["x", "", "old", "65 to 60", "sixty months-ish old", "9 monts old"]
)
def test_no_age(text: str) -> None:
    with pytest.raises(Unreadable, match="not an age"):
        read_age(text)
