"""What a figure or date may have been: the likely slips come first, each is one slip away."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.solve import slips as kinds
from checker.solve.slips import date_slips, slips

FIGURES = [
    ("800 billion yuan", "800 million yuan", kinds.SCALE),
    ("$3.5 trillion", "$3.5 billion", kinds.SCALE),
    ("$850m", "$850b", kinds.SCALE),
    ("2 lakh rupees", "2 crore rupees", kinds.SCALE),
    ("8亿元", "8万元", kinds.SCALE),
    ("1.2 million", "1.2 trillion", kinds.SCALE),
    ("5 million people", "5 people", kinds.SCALE_ADDED),
    ("US$110", "US$110 million", kinds.SCALE_LOST),
    ("48 people", "84 people", kinds.SWAPPED),
    ("1,240", "1,420", kinds.SWAPPED),
    ("1,17,821", "1,71,821", kinds.SWAPPED),
    ("1,100", "110", kinds.DOUBLED),
    ("1,240", "124", kinds.ADDED),
    ("940", "9,400", kinds.LOST),
    ("1940", "11940", kinds.LOST),
    ("17", "117", kinds.LOST),
    ("17", "197", kinds.LOST),
    ("12.5 tonnes", "125 tonnes", kinds.POINT),
    ("12.5 tonnes", "1.25 tonnes", kinds.POINT),
    ("2.5 tonnes", "0.25 tonnes", kinds.POINT),
    ("3,300 square yards", "3,300 square feet", kinds.UNIT),
    ("5 square miles", "5 acres", kinds.UNIT),
    ("300 MW", "300 MWh", kinds.UNIT),
    ("20 °C", "20 °F", kinds.UNIT),
    ("13 years", "13 months", kinds.UNIT),
    ("5 million yuan", "5 million dollars", kinds.CURRENCY),
    ("$5 million", "€5 million", kinds.CURRENCY),
    ("27 percent", "27 percentage points", kinds.POINTS),
    ("27 percentage points", "27 percent", kinds.POINTS),
    ("27%", "27 percentage points", kinds.POINTS),
    ("fourteen people", "forty people", kinds.TEENS),
    ("over 700", "under 700", kinds.HEDGE),
    ("over 700", "700", kinds.HEDGE_ADDED),
    ("700", "over 700", kinds.HEDGE_LOST),
    ("$700", "nearly $700", kinds.HEDGE_LOST),
]
DATES = [
    ("Wednesday 9 December 2015", "Tuesday 9 December 2015", kinds.WEEKDAY),
    ("on monday", "on sunday", kinds.WEEKDAY),
    ("9 December 2015", "9 December 2014", kinds.YEAR),
    ("from 2004 to 2006", "from 2004 to 2007", kinds.YEAR),
    ("1964", "1946", kinds.SWAPPED),
    ("2015-12-09", "2015-09-12", kinds.MONTH_DAY),
    ("9/12/2015", "12/9/2015", kinds.MONTH_DAY),
    ("12 April", "21 April", kinds.SWAPPED),
    ("2015-05-12", "2015-05-21", kinds.SWAPPED),
]


@pytest.mark.parametrize(("text", "other", "why"), FIGURES)
def test_a_figure_may_have_been(text: str, other: str, why: str) -> None:
    assert (other, why) in [(slip.text, slip.why) for slip in slips(text)]


@pytest.mark.parametrize(("text", "other", "why"), DATES)
def test_a_date_may_have_been(text: str, other: str, why: str) -> None:
    assert (other, why) in [(slip.text, slip.why) for slip in date_slips(text)]


NOT_PLAUSIBLE = [
    ("$850m", "$850 km"),  # millions, not metres
    ("US$110", "US€110"),
    ("5 square miles", "5 square kilometres and more"),
    ("27 percent", "27 million percent"),
    ("13 years", "13 million years"),
    ("105", "05"),
    ("2.5", "2.50"),
    ("300 megawatt-hours", "300 gigawatts-hours"),
    ("no one", "no one"),
]


@pytest.mark.parametrize(("text", "other"), NOT_PLAUSIBLE)
def test_not_every_change_is_a_slip(text: str, other: str) -> None:
    assert other not in [slip.text for slip in slips(text)]


def test_square_miles_are_not_taken_for_miles() -> None:
    assert "5 square metres" not in [slip.text for slip in slips("5 square miles")]
    assert "5 square hectares" not in [slip.text for slip in slips("5 square miles")]


def test_the_likeliest_comes_first() -> None:
    assert slips("800 billion yuan")[0].why == kinds.SCALE
    assert [slip.rank for slip in slips("800 billion yuan")] == sorted(
        slip.rank for slip in slips("800 billion yuan")
    )


def test_words_without_figures_have_no_slips() -> None:
    assert slips("several people") == ()
    assert date_slips("in recent times") == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789,. $%mkblionthus€年万亿-yr", max_size=24))
def test_any_text_is_taken_and_never_given_back(text: str) -> None:
    found = slips(text) + date_slips(text)
    assert text not in [slip.text for slip in found]
    texts = [slip.text for slip in slips(text)]
    assert len(texts) == len(set(texts))


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=10, max_value=10**9), st.booleans())
def test_swapping_back_is_a_slip_of_the_slip(number: int, grouped: bool) -> None:
    text = f"{number:,}" if grouped else str(number)
    for slip in slips(text):
        if slip.why == kinds.SWAPPED and slip.text[-1] != "0":
            assert text in [back.text for back in slips(slip.text)]
