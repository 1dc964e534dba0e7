"""A witness is a proof: where one is found, the exact solver finds the system satisfiable too."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ranges import EVERYTHING, Range
from checker.solve.constraint import Bound, Level, Linear, Product, System, at_least, equal
from checker.solve.exact import satisfiable
from checker.solve.witness import has_witness

NAMES = "abcdef"


def bound(variable: str, low: int | None, high: int | None, source: str = "") -> Bound:
    allowed = Range.of(low, high)
    return Bound(variable, allowed, allowed, source or f"claim {variable}")


def total(whole: str, *parts: str, over: bool = False) -> Linear:
    """The parts come to the whole, or (`over`) to no more."""
    terms = ((whole, Fraction(1)), *((part, Fraction(-1)) for part in parts))
    return Linear(terms, Range(Fraction(0), None) if over else Range.exactly(0), "sum")


CONSISTENT = [
    System((bound("a", 100, 100), bound("b", 30, 31), bound("c", 40, 40)),
           (total("a", "b", "c", over=True), at_least("a", "b", "part"), at_least("a", "c", "part"))),
    System((bound("a", 90, 110), bound("b", 30, 30), bound("c", 65, 65)), (total("a", "b", "c"),)),
    System((bound("a", 456, 456), bound("b", 679, 679)),
           (Product("b", "f", "a", "change"), at_least("b", "a", "up", strictly=True))),
    System((bound("a", 1000, 1001), bound("b", 333, 334), Bound("f", Range(Fraction(3, 10), Fraction(11, 30)),
            EVERYTHING, "share")), (Product("b", "f", "a", "share"), at_least("a", "b", "part"))),
    System((bound("a", 5, None),), (equal("a", "b", "same"), at_least("b", "c", "more", strictly=True))),
    System((bound("a", None, 9),), (equal("a", "b", "same"),)),
    System((), (Product("a", "b", "c", "free"),)),
    System((bound("a", -5, -5),), (equal("a", "b", "same"),), {"a": EVERYTHING, "b": EVERYTHING}),
]  # fmt: skip
CONTRADICTORY = [
    System((bound("a", 48, 48), bound("a", 52, 52, "other")), (at_least("a", "b", "part"),)),
    System((bound("a", 10, 10), bound("b", 20, 20)), (at_least("a", "b", "part"),)),
    System((bound("a", 10, 10), bound("b", 6, 6), bound("c", 6, 6)), (total("a", "b", "c"),)),
    System(
        (bound("a", 10, 10), bound("b", 20, 20), bound("f", 3, 4)), (Product("b", "f", "a", "x"),)
    ),
    System((bound("a", -5, -5),), (equal("a", "b", "same"),)),
]


@pytest.mark.parametrize("system", CONSISTENT)
@pytest.mark.parametrize("level", Level)
def test_common_consistent_systems_have_a_witness(system: System, level: Level) -> None:
    assert has_witness(system, level)


@pytest.mark.parametrize("system", CONTRADICTORY)
def test_contradictory_systems_have_none(system: System) -> None:
    assert not has_witness(system, Level.STATED)


def test_what_is_not_sure_counts_only_as_ordinarily_meant() -> None:
    perhaps = at_least("a", "b", "part", sure=False)
    system = System((bound("a", 10, 10), bound("b", 20, 20)), (perhaps,))
    assert has_witness(system, Level.WIDEST)
    assert not has_witness(system, Level.STATED)


small = st.integers(min_value=0, max_value=12)
variables = st.sampled_from(NAMES)
ranges = st.tuples(small, small).map(lambda ends: Range.of(min(ends), max(ends)))
bounds = st.builds(lambda v, r: Bound(v, r, r, f"{v} {r.low}"), variables, ranges)
pairs = st.lists(variables, min_size=2, max_size=4, unique=True)
constraints = st.one_of(
    pairs.map(lambda names: total(*names)),
    pairs.map(lambda names: total(*names, over=True)),
    pairs.map(lambda names: at_least(names[0], names[1], "more", strictly=True)),
    st.lists(variables, min_size=3, max_size=3, unique=True).map(lambda n: Product(*n, "times")),
)
systems = st.builds(
    lambda b, c: System(tuple(b), tuple(c)),
    st.lists(bounds, max_size=6),
    st.lists(constraints, max_size=4),
)


@settings(max_examples=150, deadline=None)
@given(systems)
def test_a_witness_is_never_wrong(system: System) -> None:
    if has_witness(system, Level.STATED):
        assert satisfiable(system, Level.STATED, frozenset(system.sources))
