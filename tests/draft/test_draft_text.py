"""Sentences and tokens: what ends one, what does not, and that any input takes linear time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.draft.text import sentences, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came .", "She left ."]),
        ("Dr. Ames paid $3.5 million.", ["Dr . Ames paid $ 3.5 million ."]),
        ("It is in the U.S. He said so.", ["It is in the U.S.", "He said so ."]),
        ("The U.S. Senate met.", ["The U.S. Senate met ."]),
        ('"We won," he said. "We did."', ['" We won , " he said .', '" We did . "']),
        ("Wrapped at\nthe line's end. Next", ["Wrapped at the line's end .", "Next"]),
        ("A headline\n\nThe text.", ["A headline", "The text ."]),
        ("- one\n- two", ["- one", "- two"]),
        ("| a | 1 |\n| b | 2 |", ["| a | 1 |", "| b | 2 |"]),
        ("他说了。他走了。", ["他说了 。", "他走了 。"]),
        (
            "On Oct. 1 J. Smith of Acme Inc. resigned.",
            ["On Oct . 1 J . Smith of Acme Inc . resigned ."],
        ),
        ("Acme Inc. The board met.", ["Acme Inc .", "The board met ."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert [s.words(0, len(s.tokens)) for s in sentences(text)] == expected


def test_paragraphs_are_counted():
    assert [s.paragraph for s in sentences("One. Two.\n\nThree.")] == [0, 0, 1]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_tokens_stand_where_they_say(text):
    found = list(tokens(text))
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = "".join(t.text for t in found)
    assert covered == "".join(text.split())


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_sentences_hold_all_tokens(text):
    assert [t for s in sentences(text) for t in s.tokens] == list(tokens(text))


@pytest.mark.parametrize("unit", ["a", "a ", '"', "A.", "1", "- "])
def test_long_lines_are_cut_and_read_in_time(unit):
    begin = time.process_time()
    found = sentences(unit * 100_000)
    assert time.process_time() - begin < 5
    assert all(len(s.tokens) <= 250 for s in found)
