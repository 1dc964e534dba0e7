"""Partitions that are too full: the set that is reported is a conflict, a smallest one, and the first."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ranges import NOT_NEGATIVE, Range
from checker.solve.constraint import Bound, Level, Linear, System
from checker.solve.partition import overfull


def _system(whole: int, parts: list[int]) -> System:
    names = [f"part {number:02}" for number in range(len(parts))]
    bounds = [_bound("whole", whole), *map(_bound, names, parts)]
    terms = (("whole", Fraction(1)), *((name, Fraction(-1)) for name in names))
    optional = {name: frozenset((name,)) for name in names}
    linear = Linear(terms, NOT_NEGATIVE, "numbers/parts-exceed-whole", optional=optional)
    return System(tuple(bounds), (linear,))


def _bound(name: str, value: int) -> Bound:
    return Bound(name, Range.exactly(value), Range.exactly(value), name)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 40), st.lists(st.integers(0, 30), max_size=7))
def test_the_first_of_the_smallest_sets(whole: int, parts: list[int]) -> None:
    conflicts, rest = overfull(_system(whole, parts))
    fitting = [number for number, part in enumerate(parts) if 0 < part <= whole]
    sets = (
        chosen
        for size in range(2, len(fitting) + 1)
        for chosen in combinations(fitting, size)
        if sum(parts[number] for number in chosen) > whole
    )
    first = next(sets, None)
    expected = [] if first is None else [{"whole", *(f"part {number:02}" for number in first)}]
    assert [set(conflict.claims) for conflict in conflicts] == expected
    assert len(rest.constraints) == (0 if expected else 1)


@pytest.mark.parametrize(
    ("stated", "widest", "level"), [(30, 20, Level.STATED), (30, 30, Level.WIDEST)]
)
def test_the_gravest_level_counts(stated: int, widest: int, level: Level) -> None:
    system = _system(50, [30, 0])
    last = Bound("part 01", Range.of(stated, None), Range.of(widest, None), "part 01")
    system = System((*system.bounds[:2], last), system.constraints)
    assert [conflict.level for conflict in overfull(system)[0]] == [level]
