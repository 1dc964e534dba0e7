"""Base forms and synonyms."""

import pytest

from checker.draft import lexicon


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("reviews", "review"),
        ("countries", "country"),
        ("people", "person"),
        ("buses", "bus"),
        ("boxes", "box"),
        ("wolves", "wolf"),
        ("gas", "gas"),
        ("analysis", "analysis"),
        ("zorks", "zork"),
    ],
)
def test_nouns(word, base):
    assert lexicon.noun(word) == base


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("sold", "sell"),
        ("making", "make"),
        ("arrested", "arrest"),
        ("stopped", "stop"),
        ("carried", "carry"),
        ("carries", "carry"),
        ("goes", "go"),
        ("runs", "run"),
        ("zork", None),
    ],
)
def test_verbs(word, base):
    assert lexicon.verb(word) == base


@pytest.mark.parametrize(
    ("a", "b", "pos", "same"),
    [
        ("seize", "confiscate", "v", True),
        ("earn", "gross", "v", True),
        ("asset", "funds", "n", True),
        ("employ", "employee", "n", True),
        ("kill", "plant", "v", False),
        ("house", "river", "n", False),
    ],
)
def test_synonyms(a, b, pos, same):
    assert lexicon.synonymous(a, b, pos) is same
    assert lexicon.synonymous(b, a, pos) is same


@pytest.mark.parametrize(
    ("word", "plural"),
    [("officials", True), ("police", True), ("men", True), ("official", False), ("corrupt", False)],
)
def test_plurals(word, plural):
    assert lexicon.is_plural(word) is plural
