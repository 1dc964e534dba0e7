"""Quotes are found whatever they are printed with, and only where they stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.passages import find_passage, fold, nearest_passage, quote_parts

TEXT = (
    "• A caption.\n\n“Over 700 fugitives,” said Liu—the director—on Wednesday.\n"
    "Around 300 of them were per\u00adsuaded to return; the ﬁnal 1,200 people\u00a0came … later.\n"
    "Cafe\u0301 owners paid $1.5 million. THE END"
)

FOUND = [
    ("Over 700 fugitives", "Over 700 fugitives"),
    ("over 700 fugitives", "Over 700 fugitives"),
    ('"Over 700 fugitives," said', "“Over 700 fugitives,” said"),
    ("Liu - the director - on", "Liu—the director—on"),
    ("Liu--the director", "Liu—the director"),
    ("were persuaded to return", "were per\u00adsuaded to return"),
    ("the final 1,200 people came", "the ﬁnal 1,200 people\u00a0came"),
    ("people came... later", "people\u00a0came … later"),
    ("Around 300 … to return", "Around 300 of them were per\u00adsuaded to return"),
    ("Around 300 [...] to return", "Around 300 of them were per\u00adsuaded to return"),
    ("Café owners", "Cafe\u0301 owners"),
    ("on Wednesday. Around 300", "on Wednesday.\nAround 300"),
    ("Around 300 of them", "Around 300 of them"),
    ("$1.5 million", "$1.5 million"),
    ("a caption", "A caption"),
    ("The director", "the director"),
]


@pytest.mark.parametrize(("quote", "passage"), FOUND)
def test_found(quote, passage):
    start, end = find_passage(quote, TEXT)
    assert TEXT[start:end] == passage


@pytest.mark.parametrize(
    "quote",
    [
        "00 fugitives",  # half a figure
        "200 people",  # of 1,200
        "1.5 mill",  # half a word
        "$1",  # of $1.5
        "around 300 of Them",
        "wednesday",  # a name in the middle of a sentence
        "to return … Around 300",  # the other way round
        "Over 700 fugitive",
        "the end",
        "",
        "   ",
    ],
)
def test_not_found(quote):
    assert find_passage(quote, TEXT) is None


def test_chinese_needs_no_spaces():
    assert find_passage("300名逃犯", "约300名逃犯回国") == (1, 7)


def test_a_quote_of_several_parts():
    assert quote_parts("a … b [...] c ... d") == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("Around 30 of them", "Around [-300-]{+30+} of them"),
        ("Around 300 of them were asked to return", "Around 300 of them were [-per\u00adsuaded-]{+asked+} to return"),
        ("Around 300 … of the men", None),
        ("nothing of the kind at all, ever", None),
    ],
)  # fmt: skip
def test_nearest(quote, marked):
    nearest = nearest_passage(quote, TEXT)
    if marked is None:
        assert nearest is None or "[-" in nearest.marked
    else:
        assert nearest.marked.replace("persuaded", "per\u00adsuaded") == marked
        assert TEXT[nearest.start : nearest.end].startswith("Around 300 of them")


def test_a_full_stop_at_the_end_is_no_difference():
    assert nearest_passage("from Italy and the U.K", "one from Spain and the U.K.").marked == (
        "from [-Spain-]{+Italy+} and the U.K"
    )


def test_time_is_linear():
    started = time.process_time()
    assert find_passage("a" * 500 + "A", "a" * 200_000) is None
    assert find_passage("a … " * 3_000 + "b", "a " * 100_000) is None
    nearest_passage("x" * 10_000 + " y", "x" * 300_000)
    assert time.process_time() - started < 5


ODD = st.sampled_from(
    [
        "-",
        " – ",
        "—",
        "\u00ad",
        "\u00a0",
        "  ",
        "\n",
        "“",
        "”",
        "'",
        "’",
        "…",
        "ﬁ",
        "e\u0301",
        "x",
        "Ab",
        "7",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ODD, min_size=1, max_size=12).map("".join))
def test_a_text_holds_itself_and_offsets_stay_inside(text):
    folded = fold(text)
    for at in range(len(folded.text)):
        assert 0 <= folded.original(at) < max(len(text), 1)
    whole = f"w{text}w"
    assert find_passage(whole, whole) == (0, len(whole))


@given(st.text("ab1. -`'\t\n,", max_size=30))
def test_plain_text_is_folded_as_any_other(text):
    assert fold(f"{text}é").text == f"{fold(text).text}é"
