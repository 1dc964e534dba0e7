"""Characters made harmless, widths as seen, lines filled."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.report._layout import pad, shorten, shorten_left, side_by_side, visible, width, wrap

BIDI = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\r\nand\ttab", "two lines  and tab"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("nul\x00 bell\x07 del\x7f", "nul\\x00 bell\\x07 del\\x7f"),
        ("line\u2028paragraph\u2029no-break\u00a0", "line paragraph no-break "),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\ud800 \ufffe", "\\ud800 \\ufffe"),
        ("tag\U000e0041", "tag\\ue0041"),
        ("刘建超 “é” क्\u200dष", "刘建超 “é” क्\u200dष"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize("char", BIDI)
def test_no_character_turns_the_direction_of_writing(char):
    assert visible(f"a{char}b") == f"a\\u{ord(char):04x}b"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_what_is_visible_can_be_printed_anywhere(text):
    shown = visible(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("刘建超", 6), ("e\u0301", 1), ("ｆ", 2), ("“”", 2), ("", 0)]
)
def test_width(text, columns):
    assert width(text) == columns


def test_padding_and_shortening_count_columns():
    assert pad("刘建超", 8) == "刘建超  "
    assert shorten("刘建超", 6) == "刘建超"
    assert shorten("刘建超", 5) == "刘建…"
    assert shorten("a few words here", 8) == "a few w…"


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("claims/a.yaml:3", 15, "claims/a.yaml:3"),
        ("claims/a.yaml:3", 9, "…a.yaml:3"),
        ("claims/刘.yaml:3", 10, "…刘.yaml:3"),
        ("claims/刘.yaml:3", 9, "….yaml:3"),
        ("ab", 1, "…"),
    ],
)
def test_paths_keep_their_end(text, columns, shown):
    assert shorten_left(text, columns) == shown
    assert width(shown) <= columns


def test_wrapping_breaks_long_words_and_scripts_without_spaces():
    assert wrap("one two three", 8) == ["one two", "three"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("追回赃款12亿元", 6) == ["追回赃", "款12亿", "元"]
    assert wrap("a b", 6, indent="  ", hanging="    ") == ["  a b"]
    assert wrap("aaa bbb", 6, indent="  ", hanging="   ") == ["  aaa", "   bbb"]
    assert wrap("", 10, indent="> ") == ["> "]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab 刘ｆé\u0301-", max_size=80), st.integers(6, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text, columns):
    lines = wrap(text, columns, indent="  ", hanging="    ")
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_columns_of_unequal_length_stay_in_line():
    assert side_by_side(["刘", "b"], ["x"], 4) == ["刘   | x", "b    |"]
