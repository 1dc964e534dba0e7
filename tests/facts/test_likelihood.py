"""What is known of an edit before the claims are read again holds once they are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.facts.edits import edits
from checker.facts.facts import Facts
from checker.facts.fit import Fit
from checker.facts.likelihood import believable, may_be_believed
from checker.model.claim import Age, Assertion, Claim, Figure
from checker.model.places import Places
from checker.solve.constraint import System

MISSED = (0, Fraction(1, 1000), Fraction(1, 20), 1)


def claim(said: Assertion) -> Claim:
    return Claim("a.claims.yaml", Places(), file="a", id="one", key="a#one", asserts=said)


@pytest.mark.parametrize("words", ["1,234 people", "over 77 people", "5"])
def test_only_what_can_never_be_believed_is_passed_over(words: str) -> None:
    found = list(edits(claim(Figure("back", words))))
    for edit in found:
        for before in MISSED:
            believed = any(believable(edit, before, after) for after in MISSED)
            assert may_be_believed(edit, before) or not believed
    assert not all(may_be_believed(edit, 0) for edit in found)


def test_an_age_is_one_that_can_be_read() -> None:
    said = claim(Age("li", "52"))
    fits = Fit(Facts(()), System((), ()), lambda _: System((), ()), said)
    left = {edit.after for edit in edits(said) if fits(edit)}
    assert {"51", "53", "25"} <= left
    assert "52 million" not in left
