"""HTML pasted as text: what is left is the words, each at its place."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.draft.markup import without_markup
from checker.draft.text import sentences
from checker.scanning import scan_texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>One</p><p>Two</p>", "One Two"),
        ('<p class="a > b">One</p>', "One"),
        ("One<br/>Two <b>three</b> fo<i>ur</i>", "One Two three fo ur"),
        ("<script>var x = '<p>9</p>';</script>One", "One"),
        ("<STYLE>p{}</STYLE >One<!-- two <p> -->", "One"),
        ("<script>One", "One"),
        ("<!-- One", "One"),
        ("<!DOCTYPE html><html><head><title>One</title></head>", "One"),
        ("a < b > c, <unknown> and x<y", "a < b > c, <unknown> and x<y"),
        ("48&nbsp;men &amp; &pound;5m &#8212; &#x201c; &bogus;", "48 men & £ 5m — “ &bogus;"),
    ],
)
def test_words_are_left(text, words):
    plain = without_markup(text)
    assert " ".join(plain.split()) == words
    assert len(plain) == len(text)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<", ">", '"', "a", "\n", "<!--", "-->", "<script>", "</script", "&lt;"]
        ),
        max_size=30,
    )
)
def test_places_and_lines_stay(pieces):
    text = "".join(pieces)
    plain = without_markup(text)
    assert len(plain) == len(text)
    assert all(b == "\n" for a, b in zip(text, plain, strict=True) if a == "\n")


@pytest.mark.parametrize("piece", ["<a ", '<p "', "<!--", "<script>", "<p '\"", "&", "</", "<<p"])
def test_hostile_markup_takes_linear_time(piece):
    begin = time.process_time()
    without_markup(piece * (400_000 // len(piece)))
    assert time.process_time() - begin < 2


def test_blocks_are_paragraphs_and_findings_stand_in_the_page():
    page = (
        "<html><style>p{width:99px}</style>\n"
        '<p class="lead">The fire killed 48 people in <b>Leeds</b>.</p><p>The fire killed 52 people'
        " in Leeds</p>\n<script>let people = 60</script></html>"
    )
    (finding,) = [f for f in scan_texts({"a": page}).findings if f.severity.value == "error"]
    line = page.splitlines()[finding.span.line - 1]
    assert line[finding.span.column - 1 :].startswith("52 people in Leeds")
    assert sentences(page)[0].words(0, 4) == "The fire killed 48"


ROWS = [
    "| City | Killed |\n|---|---|\n| Leeds | 48 people |\n| York | 52 people |\n",
    "<table><tr><td>Leeds</td><td>48 young people</td></tr><tr><td>York</td><td>52 young people</td></tr></table>",
    "<ul><li>Leeds: 48 arrests<li>Hull: 52 arrests</ul>",
    "Leeds\t48 people\nYork\t52 people\n",
    "By town:\n- Leeds: 48 arrests\n- Hull: 52 arrests\n",
    "By town:\nLeeds: 48 arrests\nHull: 52 arrests\n",
    "1. Leeds had 48 arrests\n2. York had 52 arrests\n",
]


@pytest.mark.parametrize("text", ROWS)
def test_rows_and_items_are_each_of_their_own(text):
    assert [f for f in scan_texts({"a": text}).findings if f.severity.value != "note"] == []


@pytest.mark.parametrize(
    "text",
    [
        "- 48 people were killed in Leeds\n- 52 people were killed in Leeds\n",
        "<li>48 people were killed in Leeds<li>52 people were killed in Leeds",
        "Toll in Leeds rises\nThe fire killed 48 people in Leeds\nThe fire killed 52 people in Leeds\n",
    ],
)
def test_items_of_one_thing_are_compared(text):
    assert [f.rule for f in scan_texts({"a": text}).findings] == ["numbers/conflicting-values"]
