"""Wrapped lines go on; headlines, items and rows do not."""

import pytest

from checker.draft.text import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Police said that 48 people were held in\nLeeds after a march.",
        "Police said 48 people\nwere held in Leeds.",
        "The march was led by\nAna Ruiz, who lives\nin York.",
        "The long march of the miners was led by Ana\nRuiz, who lives in York.",
        "It cost $\n48 million to build the tower.",
        "It was about\n48 metres high, all in all, they said.",
    ],
)
def test_wrapped_text_goes_on(text):
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mill burns down\nThe fire at the mill killed 48 people in Leeds.",
        "Leeds: 48\nYork: 52",
        "Leeds: 48\nYork: 52\r\n",
        "one\t48\ntwo\t52",
        "They want:\n* more pay",
        "They want:\n(a) more pay",
        "They want:\n12) more pay",
    ],
)
def test_headlines_rows_and_items_do_not(text):
    assert len(sentences(text)) == 2
