"""The library that words faults and the fast check agree on what is one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.faults import faults
from checker.read.load import read_text
from checker.read.schema import claims_schema, claims_validator

KEYS = sorted({key for d in claims_schema()["$defs"].values() for key in d.get("properties", ())})
WORDS = st.sampled_from(["x", "a b", "", "a\n", "a\ufeff", "\x85", "030", "count", "2015-01-01"])
VALUES = st.one_of(st.none(), st.booleans(), WORDS, st.lists(WORDS, max_size=3))
MAPPINGS = st.dictionaries(st.sampled_from([*KEYS, "", "030", "a b"]), VALUES, max_size=6)


@settings(max_examples=300, deadline=None)
@given(MAPPINGS, MAPPINGS, MAPPINGS)
def test_whatever_the_fast_check_refuses_has_a_fault(claim, entity, article):
    document = {"article": article, "entities": {"x": entity}, "claims": [{"id": "a", **claim}]}
    refused = not claims_validator().is_valid(document)
    assert bool(list(faults(document, claims_schema()))) is refused


@pytest.mark.parametrize("name", ["a\n", "a\ufeff", "a b", "a/b"])
def test_names_are_refused_as_json_schema_reads_patterns(name: str):
    document = {"article": {}, "claims": [{"id": name, "measure": "m", "value": "3"}]}
    (fault,) = faults(document, claims_schema())
    assert (fault.keyword, fault.path, fault.instance) == ("pattern", ("claims", 0, "id"), name)


def test_each_missing_key_is_a_fault_of_its_own():
    found = list(faults({"rates": [{}], "claims": []}, claims_schema()))
    assert [(f.keyword, f.path, f.name) for f in found] == [
        ("required", ("rates", 0), "from"),
        ("required", ("rates", 0), "to"),
        ("required", ("rates", 0), "on"),
        ("required", ("rates", 0), "rate"),
        ("dependentRequired", (), "article"),
    ]


def test_a_key_that_is_empty_is_named():
    _, findings = read_text("a.yaml", "a", "entities: {'': x}\n")
    assert [f.message for f in findings][-1].startswith("`` is `x`; expected a mapping")


def test_valid_files_never_import_the_slow_library():
    code = (
        "import sys; from checker.read.load import read_text\n"
        "assert not read_text('a.yaml', 'a', 'measures: {m: {name: x}}')[1]\n"
        "assert 'jsonschema' not in sys.modules\n"
        "assert read_text('a.yaml', 'a', 'measures: {m: {nam: x}}')[1]\n"
        "assert 'jsonschema' in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, cwd=root)
