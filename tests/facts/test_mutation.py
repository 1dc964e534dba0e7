"""Slips in consistent files: a sample of what `bench/mutation/score.py` measures in full."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.finding import Repair

BENCH = Path(__file__).resolve().parents[2] / "bench" / "mutation"
# So many slips apart are those that are tried here.
STEP = 211


@pytest.fixture(scope="module")
def score() -> Iterator[Any]:
    sys.path.insert(0, str(BENCH))
    try:
        import score as module

        yield module
    finally:
        sys.path.remove(str(BENCH))


def _sample(score: Any) -> Iterator[Any]:
    every = (mutant for path in score.files([]) for mutant in score.mutants(path))
    for number, mutant in enumerate(every):
        if number % STEP == 0 and score.is_contradictory(mutant):
            yield mutant


def test_consistent_files_are_silent(score: Any) -> None:
    for path in score.files([]):
        assert score.serious(path.stem, path.read_text(encoding="utf-8")) == [], path.name


def test_slips_are_found_and_every_repair_offered_settles_its_finding(score: Any) -> None:
    found = 0
    for mutant in _sample(score):
        findings = score.serious(mutant.file, mutant.text)
        found += bool(findings)
        for finding in findings[:1]:
            for repair in finding.repairs[:2]:
                after = score.serious(mutant.file, _applied(mutant, repair))
                assert finding.fingerprint not in {each.fingerprint for each in after}
                assert not [
                    each
                    for each in after
                    if repair.claim in each.claims
                    and set(each.claims) not in [set(old.claims) for old in findings]
                ], (score.line(mutant), repair)
    assert found >= 6


def _applied(mutant: Any, repair: Repair) -> str:
    """The file with a repair made where the claim has the words under a key."""
    start = f"  - {{id: {repair.claim.partition('#')[2]},"
    lines = mutant.text.splitlines(keepends=True)
    return "".join(_mended(line, repair) if line.startswith(start) else line for line in lines)


def _mended(line: str, repair: Repair) -> str:
    head, quote, tail = line.partition(", quote: ")
    end = tail.index('"', 1) + 1
    mended = tail[end:]
    for mark in ('"', ""):
        for after in (",", "}", "]"):
            old, new = f": {mark}{repair.before}{mark}{after}", f': "{repair.after}"{after}'
            mended = mended.replace(old, new, 1)
    if mended == tail[end:]:  # a form of a name is a key
        mended = mended.replace(repair.before, repair.after)
    return head + quote + tail[:end].replace(repair.before, repair.after) + mended
