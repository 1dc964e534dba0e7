"""The whole stage, on real trees and on trash."""

import gc
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.discover import discover, from_mapping
from checker.read.load import load, read_text

REPOSITORY = Path(__file__).parents[2]
CASES = REPOSITORY.parent / "shared" / "cases"
VALID = [path.read_text() for path in sorted((REPOSITORY / "tests/schema/valid").glob("*.yaml"))]


def test_one_broken_file_leaves_the_others():
    loaded = load(
        from_mapping(
            {
                "a.yaml": "article: {title: A}\n",
                "b.yaml": "article: [\n",
                "c.yaml": "hello: there\n",
                "d.yaml": "",
                "e.yaml": "entities: {x: {type: place, name: X}}\n",
            }
        )
    )
    assert [file.id for file in loaded.files] == ["a", "e"]
    assert loaded.unread == ("b", "c", "d")
    assert [(f.rule, f.span.path) for f in loaded.findings] == [
        ("format/syntax", "b.yaml"),
        ("format/schema", "c.yaml"),
        ("format/schema", "d.yaml"),
    ]
    assert loaded.shown == {"a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml"}


def test_findings_of_a_file_stand_in_the_order_of_its_lines():
    _, findings = read_text("x", "x", "article: {titel: a}\nfoo: 1\nfoo: 2\nentities: 3\n")
    assert [f.span.line for f in findings] == [1, 2, 3, 4]


def test_the_collector_runs_again_afterwards():
    assert gc.isenabled()
    load(from_mapping({"a.yaml": ""}))
    assert gc.isenabled()


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases do not lie beside the repository")
def test_the_shared_cases_are_read_without_a_finding():
    roots = sorted(CASES.glob("*/*/claims"))
    assert len(roots) > 50
    for root in roots:
        loaded = load(discover([root]))
        assert loaded.findings == (), root
        assert loaded.unread == ()


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases do not lie beside the repository")
def test_the_texts_of_the_shared_cases_are_found():
    roots = [path.parent / "claims" for path in sorted(CASES.glob("*/*/texts"))]
    assert roots
    for root in roots:
        loaded = load(discover([root]), [root.parent / "texts"])
        assert len(loaded.texts) == len(loaded.files), root


FRAGMENTS = [
    *"\"'[]{}:,-#|>%@`*&!?\\\t\n\r~",
    ": ",
    "- ",
    "\n  ",
    "---\n",
    "...\n",
    "<<",
    "null",
    "true",
    "&a ",
    "*a",
    "\x00",
    "\x85",
    "\u2028",
    "\ud800",
    "é",
    "𝒳",
    '"\\ud800"',
    "030: {}",
]


def _sound(text):
    """Whatever the text: no crash, and either a file or findings, with places in the text."""
    file, findings = read_text("x.yaml", "x", text)
    assert file is not None or findings
    lines = len(text.splitlines()) + 2
    for finding in findings:
        assert finding.message
        assert 1 <= finding.span.line <= lines
        assert finding.span.column >= 1


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text(text):
    _sound(text)


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes(data):
    loaded = load(from_mapping({"a.yaml": data}))
    assert loaded.files or loaded.findings


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_punctuation(text):
    _sound(text)


@given(st.integers(min_value=0))
@settings(max_examples=300, deadline=None)
def test_any_slip_in_a_valid_file(seed):
    rng = random.Random(seed)
    text = rng.choice(VALID)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        removed = rng.choice((0, 0, 1, 5))
        text = text[:at] + rng.choice([*FRAGMENTS, ""]) + text[at + removed :]
    _sound(text)
