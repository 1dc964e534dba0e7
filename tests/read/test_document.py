"""YAML to plain values and places."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.places import Places
from checker.read import document
from checker.read.document import read_document

SCALARS = [
    ("null", None),
    ("~", None),
    ("", None),
    ("NULL", None),
    ("true", True),
    ("True", True),
    ("FALSE", False),
    ("no", "no"),
    ("on", "on"),
    ("yes", "yes"),
    ("y", "y"),
    ("tRUE", "tRUE"),
    ("4.0", "4.0"),
    ("017", "017"),
    ("0x1F", "0x1F"),
    ("1_000", "1_000"),
    ("12:30", "12:30"),
    ("1,240", "1,240"),
    ("2015-12-09", "2015-12-09"),
    (".inf", ".inf"),
    ("1e3", "1e3"),
    ("=", "="),
    ("'null'", "null"),
    ('"true"', "true"),
    ("''", ""),
    ("!!str true", "true"),
    ("! 3", "3"),
    ("|\n  two\n  lines\n", "two\nlines\n"),
    (">-\n  one\n  line\n", "one line"),
    ("over 700  # a comment", "over 700"),
    ("… said he", "… said he"),
    ("12.5%", "12.5%"),
    ("刘建超", "刘建超"),
]


@pytest.mark.parametrize(("written", "value"), SCALARS)
@pytest.mark.parametrize("parser", ["c", "python"])
def test_scalars_are_read_as_yaml_1_2_and_numbers_stay_text(written, value, parser, monkeypatch):
    if parser == "python":
        monkeypatch.setattr(document, "Parser", yaml.Loader)
    found, findings = read_document("x.yaml", f"a: {written}\n")
    assert not findings
    assert found.data == {"a": value}
    assert type(found.data["a"]) is type(value)


TEXT = """\
article: {title: Sky Net, published: 2015-12-09}
claims:
  - id: a
    quote: "over 700"
    names: {Li: ~, 李: liu}
  - id: b
    items:
    - x
    - 'y z'

last: end
"""


def test_every_key_and_value_has_its_place():
    found, _ = read_document("x.yaml", TEXT)
    places = found.places
    assert places.at("article") == (1, 10, 1, 49)
    assert places.key("article", "published") == (1, 27, 1, 36)
    assert places.at("article", "published") == (1, 38, 1, 48)
    assert places.key("claims") == (2, 1, 2, 7)
    assert places.at("claims", 0, "id") == (3, 9, 3, 10)
    assert places.at("claims", 0, "quote") == (4, 12, 4, 22)
    assert places.key("claims", 0, "names", "李") == (5, 20, 5, 21)
    assert places.at("claims", 1, "items", 1) == (9, 7, 9, 12)
    assert places.at("claims", 1) == (6, 5, 9, 12)
    assert places.at("claims") == (3, 3, 9, 12)
    assert places.at() == (1, 1, 11, 10)


def test_a_place_that_is_not_there_is_its_nearest_ancestors():
    found, _ = read_document("x.yaml", TEXT)
    assert found.places.at("claims", 0, "value") == found.places.at("claims", 0)
    assert found.places.key("claims", 0, "change", "by") == found.places.at("claims", 0)


def test_the_byte_order_mark_is_no_column():
    found, _ = read_document("x.yaml", "a: b\n")
    assert found.places.key("a") == (1, 1, 1, 2)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "--- ~\n"])
def test_an_empty_document_is_nothing(text):
    found, findings = read_document("x.yaml", text)
    assert found.data is None
    assert not findings


def test_an_alias_repeats_the_value_at_its_own_place():
    found, findings = read_document("x.yaml", "a: &x {b: 1}\nc: *x\nd: &y 3\ne: *y\n&k f: *k\n")
    assert not findings
    assert found.data == {"a": {"b": "1"}, "c": {"b": "1"}, "d": "3", "e": "3", "f": "f"}
    assert found.places.at("c") == (2, 4, 2, 6)
    assert found.places.at("c", "b") == (1, 11, 1, 12)
    assert found.places.at("e") == (4, 4, 4, 6)


def test_the_merge_key_is_a_key_like_others():
    found, _ = read_document("x.yaml", "a: &x {b: 1}\nc: {<<: *x}\n")
    assert found.data["c"] == {"<<": {"b": "1"}}


COMMAS = [
    ("{per: 100,000}", {"per": "100,000"}),
    ("{of: a, in: b, per: 1,000,000}", {"of": "a", "in": "b", "per": "1,000,000"}),
    ("{by: up 3,000 USD, from: x}", {"by": "up 3,000 USD", "from": "x"}),
    ("{a: 1,240, b: 1,241}", {"a": "1,240", "b": "1,241"}),
    ("{a: 1, 240}", {"a": "1", "240": None}),
    ("{a: 1,24}", {"a": "1", "24": None}),
    ("{a: x,240}", {"a": "x", "240": None}),
    ("{a: 1,240: x}", {"a": "1", "240": "x"}),
    ("{a: [1],240}", {"a": ["1"], "240": None}),
]


@pytest.mark.parametrize(("written", "value"), COMMAS)
def test_numbers_in_braces_keep_their_commas(written, value):
    found, _ = read_document("x.yaml", f"v: {written}\n")
    assert found.data == {"v": value}


def test_the_place_of_a_number_with_commas_is_all_of_it():
    found, _ = read_document("x.yaml", "v: {per: 100,000}\n")
    assert found.places.at("v", "per") == (1, 10, 1, 17)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=("Cc", "Cs"),
            exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff",
        ),
        max_size=12,
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcé", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


def _marked(data, places):
    """Every key and index of the data has a place below its owner's."""
    if not isinstance(data, dict | list):
        return
    steps = list(data) if isinstance(data, dict) else range(len(data))
    assert set(places.children) == set(steps)
    for step in steps:
        child = places.children[step]
        own = child.own if isinstance(child, Places) else child
        assert own[:2] <= own[2:]
        if isinstance(child, Places):
            _marked(data[step], child)


@given(VALUES, st.booleans())
@settings(max_examples=150, deadline=None)
def test_reading_is_the_inverse_of_writing(value, flow):
    text = yaml.safe_dump(
        value,
        allow_unicode=True,
        default_flow_style=flow,
        default_style='"' if isinstance(value, str) else None,
        width=10_000,
    )
    found, findings = read_document("x.yaml", text)
    assert not findings
    assert found.data == value
    _marked(found.data, found.places)
