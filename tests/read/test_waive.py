"""A waiver goes into a claim file's text, and everything else stays as it was typed."""

from __future__ import annotations

import difflib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.document import read_document
from checker.read.waive import Uneditable, with_waiver

WAIVER = {"rule": "a/b", "reason": 'two "ways"', "values": ["4\\8", "百"]}
FLOW = '{rule: a/b, reason: "two \\"ways\\"", values: ["4\\\\8", "百"]}'
BLOCK = ["- rule: a/b", '  reason: "two \\"ways\\""', '  values: ["4\\\\8", "百"]']


def waived(text: str, number: int) -> str:
    document, _ = read_document("", text)
    assert document is not None
    return with_waiver(text, document.places.at("claims", number), WAIVER)


def added(before: str, after: str) -> list[str]:
    """The lines that are new; no line may be gone."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not [line for line in lines if line.startswith("-")], lines
    return [line[2:] for line in lines if line.startswith("+")]


BLOCKS = [
    ("claims:\n  - id: a\n    value: 3 # why\n    # trailing\n\n  - id: b\n    value: 4", 0, 4, 6),
    ("claims:\n  - id: a\n    value: 3\n  - id: b\n    value: 4", 1, 4, 6),
    ("claims:\n- id: a\n  quote: |\n    one\n    two\n- id: b\n  value: 4\n", 0, 2, 4),
    ("claims:\n- id: a\n  quote: >-\n    one\n    two", 0, 2, 4),
    ("claims:\n-\n  id: a\n  tags: [x,\n    y]\n# end\n", 0, 2, 4),
    ("claims:\n- {id: b}\n- id: a\n  change: {from: b, by: up}\nrates: []\n", 1, 2, 4),
]


@pytest.mark.parametrize(("text", "number", "key", "item"), BLOCKS)
def test_a_claim_without_waivers_gets_a_list(text, number, key, item):
    assert added(text, waived(text, number)) == [
        " " * key + "accept:",
        *(" " * item + line for line in BLOCK),
    ]


LISTS = [
    ("claims:\n- id: a\n  accept:\n  - rule: x/y\n    reason: k\n  value: 3\n", 2),
    ("claims:\n- id: a\n  accept:\n    - {rule: x/y, reason: k} # why\n  value: 3\n", 4),
    ("claims:\n- accept:\n    -   rule: x/y\n        reason: k\n  id: a", 4),
]


@pytest.mark.parametrize(("text", "indent"), LISTS)
def test_a_list_of_waivers_gets_one_more(text, indent):
    assert added(text, waived(text, 0)) == [" " * indent + line for line in BLOCK]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {id: a, value: 1}", "- {id: a, value: 1, accept: [%s]}"),
        ("- {id: a, names: {A: b} }", "- {id: a, names: {A: b}, accept: [%s] }"),
        ("- {id: a, accept: []}", "- {id: a, accept: [%s]}"),
        (
            "- {id: a, accept: [{rule: x/y, reason: k}, ]}",
            "- {id: a, accept: [{rule: x/y, reason: k}, %s, ]}",
        ),
        ("- id: a\n  accept: [\n  ] # none", "- id: a\n  accept: [%s\n  ] # none"),
    ],
)
def test_braces_and_brackets_stay(before, after):
    assert waived(f"claims:\n{before}\n", 0) == f"claims:\n{after % FLOW}\n"


def test_line_ends_stay_as_they_are():
    text = "claims:\r\n- id: a\r\n  value: 3\r\n"
    after = waived(text, 0)
    assert after.startswith(text)
    assert after.count("\n") == after.count("\r\n") == 7


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n- id: a\n  accept:\n  value: 3\n",
        "claims:\n- id: b\n  accept: &x [{rule: x/y, reason: k}]\n- id: a\n  accept: *x\n",
        "claims:\n- id: a\n  id: b\n",
    ],
)
def test_what_cannot_be_added_to_is_refused_with_the_waiver_itself(text):
    document, _ = read_document("", text)
    last = len(document.places.below("claims").children) - 1
    with pytest.raises(Uneditable, match="rule: a/b"):
        waived(text, last)


def test_another_place_is_no_claim():
    with pytest.raises(Uneditable):
        with_waiver("claims:\n- id: a\n", (9, 9, 9, 9), WAIVER)


words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
claim = st.fixed_dictionaries(
    {"id": words},
    optional={
        "quote": st.lists(words, min_size=1, max_size=3),
        "names": st.dictionaries(words, words, min_size=1, max_size=2),
        "note": st.lists(words, min_size=1, max_size=4).map("\n".join),
        "accept": st.lists(st.fixed_dictionaries({"rule": words, "reason": words}), min_size=1),
    },
)


@settings(max_examples=40, deadline=None)
@given(st.lists(claim, min_size=1, max_size=3), st.data())
def test_whatever_the_layout_only_the_waiver_is_new(claims, data):
    text = yaml.safe_dump(
        {"claims": claims},
        default_flow_style=data.draw(st.sampled_from([None, False, True])),
        default_style=data.draw(st.sampled_from([None, '"', "|"])),
        allow_unicode=True,
        sort_keys=False,
        width=30,
    )
    before, problems = read_document("", text)
    if problems:
        return
    number = data.draw(st.integers(0, len(claims) - 1))
    after, _ = read_document("", waived(text, number))
    assert after.data["claims"][number].pop("accept")[-1] == WAIVER
    before.data["claims"][number].pop("accept", None)
    assert after.data == before.data
