"""The report for people."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from report_samples import (
    BARE,
    EMPTY,
    FUNDS,
    HOSTILE_RESULT,
    NOTE,
    PAIR,
    RESULT,
    TRIPLE,
)

from checker.finding import Repair
from checker.report._layout import width
from checker.report.style import Style
from checker.report.text import render
from checker.result import Result, Summary

PAIR_AT_80 = """\
claims/sky-net.yaml:96:5: error: Around 800 billion yuan cannot be part of 1.2
  billion yuan: it is 667 times as much. [numbers/part-exceeds-whole]
    Public Security Ministry:            | the article:
    “around 800 billion yuan … had been  | “illegal assets worth 1.2 billion
    seized from underground banks”       | yuan have been confiscated”
    claims/sky-net.yaml:96               | claims/sky-net.yaml:31
    - around 800 billion yuan: at least 600 billion yuan
    - 1.2 billion yuan: at most 1.25 billion yuan
    It would be right if “800 billion yuan” read “800 million yuan” (a slip of
      scale). That settles 2 findings.
    Or if “1.2 billion yuan” read “1.2 trillion yuan” (a slip of scale).
"""
TRIPLE_AT_80 = """\
claims/other.yaml:7:9: warning: The parts do not add up. [numbers/sum-mismatch]
    1. 刘建超 (claims/other.yaml:7)
       “追回赃款12亿元”
    2. Public Security Ministry (claims/sky-net.yaml:96)
       “around 800 billion yuan … had been seized from underground banks”
    3. the article (claims/sky-net.yaml:31)
       “illegal assets worth 1.2 billion yuan have been confiscated”
"""
NOTE_AT_80 = """\
claims/other.yaml:7:9: note: Nearly half of what? [numbers/share-without-whole]
    刘建超: “追回赃款12亿元”
"""
BARE_AT_80 = """\
claims/a folder/broken.yaml:3:1: error: This is no YAML: a bracket is never
  closed. [format/syntax]
"""
SUMMARY = "2 files, 63 claims: 2 errors, 1 warning, 1 note; 1 accepted\n"


def one(finding, **style) -> str:
    return render(Result((finding,), Summary(), 1), Style(**{"quiet": True, **style}))


def test_a_whole_report():
    parts = [PAIR_AT_80, TRIPLE_AT_80, NOTE_AT_80, BARE_AT_80, SUMMARY]
    assert render(RESULT, Style(width=80)) == "\n".join(parts)


def test_quiet_leaves_the_summary_out():
    assert SUMMARY not in render(RESULT, Style(quiet=True))
    assert render(EMPTY, Style(quiet=True)) == ""


def test_two_sides_are_stacked_where_it_is_narrow():
    narrow = one(PAIR, width=60)
    assert " | " not in narrow
    assert (
        "    Public Security Ministry (claims/sky-net.yaml:96)\n"
        "      “around 800 billion yuan … had been seized from\n"
        "      underground banks”\n"
    ) in narrow


@pytest.mark.parametrize("columns", [1, 20, 40, 69, 70, 71, 100, 120, 500])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal(columns, verbose):
    for result in (RESULT, HOSTILE_RESULT):
        lines = render(result, Style(width=columns, verbose=verbose)).splitlines()
        # the first line of a finding holds its place, which is never broken
        rest = [line for line in lines if not re.match(r".*\.yaml:\d+:\d+: \w+:", line)]
        assert max(map(width, rest)) <= max(min(columns, 120), 20)


def test_a_place_is_never_broken():
    far = replace(NOTE, span=replace(NOTE.span, path="a folder/" * 20 + "x.yaml"))
    assert one(far).startswith("a folder/" * 20 + "x.yaml:7:9: note:\n  Nearly half of what?")


def test_verbose_adds_questions_all_repairs_what_was_accepted_and_what_agrees():
    text = render(RESULT, Style(width=100, verbose=True))
    assert "Or if “800 billion yuan” read “0.8 billion yuan”" in text
    assert "Ask Public Security Ministry: How much was seized from underground banks?" in text
    assert "claims/other.yaml:7:9: accepted: The parts do not add up." in text
    assert "Accepted: The ministry says so. (M. Editor)" in text
    assert "agrees: 189 million USD for 1.2 billion yuan agrees within rounding." in text
    assert "- 1.2 billion CNY at 6.42 is 187 million USD" in text
    assert "- nearly half: 45 to 50 percent" in text


def test_without_verbose_none_of_it_is_shown():
    text = render(RESULT, Style(width=100))
    assert "Ask " not in text
    assert "Accepted" not in text
    assert "agrees" not in text
    assert "45 to 50 percent" not in text


def test_one_claim_is_shown_with_its_speaker():
    lone = replace(PAIR, related=(FUNDS,), repairs=(), explanation=())
    assert "    Public Security Ministry: “around 800 billion yuan …" in one(lone)


def test_many_sides_are_cut_short_unless_verbose():
    crowd = replace(TRIPLE, related=(FUNDS,) * 30)
    assert one(crowd).count("“around") == 9
    assert "… and 21 more (--verbose)" in one(crowd)
    assert one(crowd, verbose=True).count("“around") == 30


def test_a_long_quote_is_cut_short_unless_verbose():
    long = replace(PAIR, related=(replace(FUNDS, quote="word " * 1000),))
    assert one(long).count("word") < 70
    assert one(long, verbose=True).count("word") == 1000


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("", "over 700", "It would be right with “over 700”."),
        ("nearly", "", "It would be right without “nearly”."),
        ("Lui", "Liu", "It would be right if “Lui” read “Liu”."),
    ],
)
def test_repairs_that_add_or_drop_words(before, after, sentence):
    assert sentence in one(replace(PAIR, repairs=(Repair("a#b", before, after, ""),)))


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(2, 63), "No contradictions found in 2 files, 63 claims"),
        (Summary(1, 1, notes=2), "No contradictions found in 1 file, 1 claim; 2 notes"),
        (Summary(1200, 48000, errors=1), "1,200 files, 48,000 claims: 1 error"),
        (
            Summary(2, 3, 1, 1, 1, accepted=2, baselined=3),
            "2 files, 3 claims: 1 error, 1 warning, 1 note; 2 accepted; 3 already known",
        ),
    ],
)
def test_summary_line(summary, line):
    assert render(Result((), summary, 0), Style()) == line + "\n"


def test_nothing_of_an_article_reaches_the_terminal_unseen():
    text = render(HOSTILE_RESULT, Style(verbose=True))
    assert text.isprintable() or set(text) - {"\n"} == {c for c in text if c.isprintable()}
    assert "\\x1b]0;gone\\x07" in text
    assert "\\u202eevil" in text


def test_colours_are_only_there_on_demand():
    plain = render(RESULT, Style(width=80))
    coloured = render(RESULT, Style(width=80, colour=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b[2m[numbers/sum-mismatch]\x1b[0m" in coloured
    codes = ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m")
    for code in codes:
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_colours_survive_a_long_place():
    long_path = replace(NOTE, span=replace(NOTE.span, path="a/" * 60 + "x.yaml"))
    coloured = one(long_path, colour=True)
    assert "\x1b[1;36mnote\x1b[0m:\n" in coloured
    assert "\x1b[2m[numbers/share-without-whole]\x1b[0m" in coloured


def test_a_bare_finding_is_its_sentence():
    assert one(BARE) == BARE_AT_80
