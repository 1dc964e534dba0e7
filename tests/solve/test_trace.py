"""Retold conflicts: every step leads to the contradiction."""

from __future__ import annotations

from fractions import Fraction

from checker.ranges import Range
from checker.solve.constraint import Bound, Level, Linear, Product
from checker.solve.trace import trace


def test_steps_that_a_later_one_outdoes_are_left_out() -> None:
    one = Fraction(1)
    terms = (("whole", one), ("army", -one), ("schools", -one), ("rest", -one))
    parts = Linear(terms, Range(Fraction(0)), "parts")
    share = Product("army", "share", "whole", "share")
    times = Product("schools", "factor", "before", "times")
    given = {
        "whole": Range.of(47, 49),
        "rest": Range.of(22, 24),
        "share": Range(Fraction(1, 3), Fraction(1, 3)),
        "factor": Range.of(2, 2),
        "before": Range.of(9, 10),
    }
    bounds = [Bound(name, said, said, name) for name, said in given.items()]
    steps = trace(bounds, (parts, share, times), Level.STATED, frozenset(given))
    assert [step.constraint for step in steps] == [share, times, parts]
    assert steps[-1].left.empty
