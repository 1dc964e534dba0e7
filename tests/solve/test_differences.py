"""Systems of differences: decided as z3 decides them, and by the claims at fault."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ranges import Range
from checker.solve.constraint import (
    Bound,
    Constraint,
    Level,
    Linear,
    Product,
    System,
    at_least,
    equal,
)
from checker.solve.differences import decide
from checker.solve.exact import satisfiable

small = st.integers(-6, 12).map(Fraction)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(small), draw(small)))
    return Range(
        draw(st.sampled_from((low, low, None))),
        draw(st.sampled_from((high, high, None))),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def systems(draw: st.DrawFn) -> System:
    """Steps and comparisons between a few figures, and sums of figures that stand nowhere else."""
    names = [f"v{i}" for i in range(draw(st.integers(2, 5)))]
    bounds = [
        Bound(name, found := draw(ranges()), found, f"c{name}")
        for name in names
        if draw(st.integers(0, 2))
    ]
    constraints: list[Constraint] = []
    for number in range(draw(st.integers(1, 7))):
        a, b = draw(st.lists(st.sampled_from(names), min_size=2, max_size=2))
        bearer = frozenset((f"r{number}",))
        kind = draw(st.sampled_from(("order", "same", "step", "sum")))
        if kind == "order":
            constraints.append(at_least(a, b, kind, bearer, strictly=draw(st.booleans())))
        elif kind == "same":
            constraints.append(equal(a, b, kind, bearer))
        elif kind == "step":
            factor = draw(st.sampled_from((Fraction(1), Fraction(-2), Fraction(1, 3))))
            terms = ((a, factor), (b, -factor))
            constraints.append(Linear(terms, draw(ranges()), kind, bearer))
        else:
            own = [f"p{number}{i}" for i in range(draw(st.integers(1, 3)))]
            bounds += [Bound(p, found := draw(ranges()), found, f"c{p}") for p in own]
            terms = ((a, Fraction(1)), *((p, draw(st.sampled_from((-1, 2)))) for p in own))
            terms = tuple((v, Fraction(c)) for v, c in terms)
            constraints.append(Linear(terms, Range.exactly(draw(small)), kind, bearer))
    return System(tuple(bounds), tuple(constraints), {"v0": Range(), "p10": Range()})


@settings(max_examples=200, deadline=None)
@given(systems())
def test_differences_are_decided_as_the_solver_does_and_the_core_suffices(system: System) -> None:
    everything = frozenset(system.sources)
    outcome = decide(system, Level.STATED, everything)
    assert outcome is not None
    assert (outcome.core is None) is satisfiable(system, Level.STATED, everything)
    if outcome.core is not None:
        assert outcome.core <= everything
        assert not satisfiable(system, Level.STATED, outcome.core)


def test_what_is_no_difference_is_not_decided() -> None:
    bounds = tuple(Bound(v, Range.of(1, 2), Range.of(1, 2), v) for v in "abcd")
    product = Product("a", "b", "c", "product")
    assert decide(System(bounds, (product,)), Level.STATED, frozenset("abcd")) is None
    three = (("a", Fraction(1)), ("b", Fraction(-1)), ("c", Fraction(-1)))
    sums = tuple(Linear(three, Range.exactly(0), "sum", frozenset(each)) for each in "ad")
    assert decide(System(bounds, sums), Level.STATED, frozenset("abcd")) is None


def test_a_long_chain_takes_few_steps() -> None:
    count = 2_000
    chain = tuple(
        at_least(f"v{i}", f"v{i - 1}", "order", frozenset((f"r{i}",)), strictly=True)
        for i in range(1, count)
    )
    first = Bound("v0", Range.exactly(12), Range.exactly(12), "first")
    last = Bound(f"v{count - 1}", Range.exactly(12), Range.exactly(12), "last")
    system = System((first, last), chain)
    outcome = decide(system, Level.WIDEST, frozenset(system.sources))
    assert outcome is not None
    assert outcome.core == frozenset(system.sources)
    assert outcome.steps < 60 * count
