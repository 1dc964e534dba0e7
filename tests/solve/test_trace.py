"""Retold conflicts: every step leads to the contradiction."""

from __future__ import annotations

from fractions import Fraction

from checker.ranges import Range
from checker.solve.constraint import Bound, Level, Linear, Product
from checker.solve.trace import trace


def test_steps_that_a_later_one_outdoes_are_left_out() -> None:
    one = Fraction(1)
    parts = Linear((("whole", one), ("army", -one), ("schools", -one)), Range(Fraction(0)), "parts")
    share = Product("army", "share", "whole", "share")
    given = {
        "whole": Range.of(47, 49),
        "schools": Range.of(40, 41),
        "share": Range(Fraction(1, 3), Fraction(1, 3)),
    }
    bounds = [Bound(name, said, said, name) for name, said in given.items()]
    steps = trace(bounds, (parts, share), Level.STATED, frozenset(given))
    assert [step.variable for step in steps[:-1]] == ["army"]
    assert steps[-1].left.empty
    assert steps[-1].constraint is parts
