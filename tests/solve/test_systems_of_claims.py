"""Random systems with planted truth: satisfiable ones never alarm, unsatisfiable ones always do."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ranges import NOT_NEGATIVE, Range
from checker.solve.conflicts import search
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
from checker.solve.exact import needs_exact, satisfiable
from checker.solve.propagate import propagate
from checker.solve.trace import trace

laws = settings(max_examples=60, deadline=None)
few = settings(max_examples=30, deadline=None)  # each asks z3 many times
small = st.integers(0, 30).map(Fraction)
widths = st.integers(0, 4).map(Fraction)


@st.composite
def planted(draw: st.DrawFn, products: bool = True) -> System:
    """A system that a drawn assignment satisfies: at most 30 claims."""
    count = draw(st.integers(2, 20))
    truth = {f"v{i}": draw(small) for i in range(count)}
    bounds = [
        Bound(name, _around(value, draw(widths)), _around(value, draw(widths) + 4), f"c{name}")
        for name, value in truth.items()
        if draw(st.integers(0, 3))
    ]
    constraints: list[Constraint] = []
    for number in range(draw(st.integers(1, 10))):
        names = draw(st.lists(st.sampled_from(sorted(truth)), min_size=2, max_size=4, unique=True))
        bearer = frozenset((f"r{number}",))
        constraints.append(_true_relation(draw, names, truth, bearer, products))
    return System(tuple(bounds), tuple(constraints))


def _around(value: Fraction, width: Fraction) -> Range:
    return Range(max(value - width, Fraction(0)), value + width)


def _true_relation(draw, names, truth, bearer, products) -> Constraint:
    first, second, *rest = names
    kind = draw(st.sampled_from(["sum", "order", "product", "limit"]))
    if kind == "order":
        more, less = sorted((first, second), key=lambda name: truth[name], reverse=True)
        return at_least(more, less, "order", bearer)
    if kind == "product" and products and rest and truth[first] == truth[second] * truth[rest[0]]:
        return Product(first, second, rest[0], "product", bearer)
    total = sum((truth[name] for name in names[1:]), Fraction(0)) - truth[first]
    terms = ((first, Fraction(-1)), *((name, Fraction(1)) for name in names[1:]))
    if kind == "limit":
        return Linear(terms, Range(None, total + draw(widths)), "limit", bearer)
    return Linear(terms, Range.exactly(total), "sum", bearer)


@laws
@given(planted())
def test_a_satisfiable_system_never_alarms(system: System) -> None:
    for level in Level:
        found = search(system, level)
        assert found.conflicts == ()
        assert found.complete


@st.composite
def loose(draw: st.DrawFn) -> System:
    """A system drawn without any truth behind it: mostly contradictory."""
    names = [f"v{i}" for i in range(draw(st.integers(2, 5)))]
    bounds = [
        Bound(
            name,
            _around(value := draw(small), Fraction(1)),
            _around(value, Fraction(2)),
            f"c{name}{i}",
        )
        for name in names
        for i in range(draw(st.integers(0, 1)))
    ]
    constraints: list[Constraint] = []
    for number in range(draw(st.integers(1, 5))):
        chosen = draw(st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True))
        bearer = frozenset((f"r{number}",))
        if len(chosen) == 3 and draw(st.integers(0, 9)) == 0:
            constraints.append(Product(chosen[0], chosen[1], chosen[2], "product", bearer))
        elif draw(st.booleans()):
            strictly = draw(st.booleans())
            constraints.append(at_least(chosen[0], chosen[1], "order", bearer, strictly=strictly))
        else:
            terms = tuple(zip(chosen, (Fraction(1), Fraction(-1), Fraction(-1)), strict=False))
            constraints.append(Linear(terms, Range.exactly(0), "sum", bearer))
    return System(tuple(bounds), tuple(constraints))


@few
@given(loose())
def test_an_unsatisfiable_system_always_alarms_and_propagation_agrees_with_the_solver(
    system: System,
) -> None:
    for level in Level:
        everything = frozenset(system.sources)
        possible = satisfiable(system, level, everything)
        found = search(system, level)
        assert bool(found.conflicts) is not possible
        outcome = propagate(system, level, everything)
        if outcome.core is not None:
            assert not possible
        elif outcome.settled and not needs_exact(system, level, everything):
            assert possible


@few
@given(loose())
def test_every_claim_of_a_conflict_is_necessary_and_so_is_every_relation(system: System) -> None:
    for conflict in search(system, Level.WIDEST).conflicts:
        assert not satisfiable(system, Level.WIDEST, conflict.claims)
        for claim in conflict.claims:
            assert satisfiable(system, Level.WIDEST, conflict.claims - {claim})
        held = System(conflict.bounds, conflict.constraints)
        assert not satisfiable(held, Level.WIDEST, conflict.claims)
        for constraint in conflict.constraints:
            fewer = tuple(c for c in conflict.constraints if c is not constraint)
            assert satisfiable(System(conflict.bounds, fewer), Level.WIDEST, conflict.claims)


@few
@given(loose(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(system: System, random) -> None:
    bounds, constraints = list(system.bounds), list(system.constraints)
    random.shuffle(bounds)
    random.shuffle(constraints)
    shuffled = System(tuple(bounds), tuple(constraints))
    found = {conflict.claims for conflict in search(system, Level.WIDEST).conflicts}
    assert found == {conflict.claims for conflict in search(shuffled, Level.WIDEST).conflicts}


@few
@given(loose())
def test_a_narrower_reading_conflicts_wherever_the_wider_one_does(system: System) -> None:
    if search(system, Level.WIDEST).conflicts:
        assert search(system, Level.STATED).conflicts


def _bound(name: str, low: int | None, high: int | None) -> Bound:
    r = Range.of(low, high)
    return Bound(name, r, r, f"c{name}")


def test_a_cycle_of_sums_goes_to_the_exact_solver() -> None:
    # a + b = 10 and a - b = 3 leave b = 3.5; b in 4..5 fits each alone, by ranges even both
    one = Fraction(1)
    total = Linear((("a", one), ("b", one)), Range.exactly(10), "sum", frozenset(("sum",)))
    step = Linear((("a", one), ("b", -one)), Range.exactly(3), "step", frozenset(("step",)))
    system = System((_bound("b", 4, 5), _bound("a", 5, 8)), (total, step))
    assert needs_exact(system, Level.WIDEST, frozenset(system.sources))
    (conflict,) = search(system, Level.WIDEST).conflicts
    assert conflict.claims == {"sum", "step", "cb"}


def test_a_creeping_cycle_is_decided_and_not_waited_for() -> None:
    # each is more than the other: narrowing only ever creeps
    more = at_least("a", "b", "order", frozenset(("ab",)), strictly=True)
    less = at_least("b", "a", "order", frozenset(("ba",)), strictly=True)
    (conflict,) = search(System((_bound("a", 1, None),), (more, less)), Level.WIDEST).conflicts
    assert conflict.claims == {"ab", "ba"}


def test_a_cycle_of_products_is_decided_before_its_fractions_explode() -> None:
    third = Range.of(Fraction(1, 3), Fraction(1, 3))
    factors = (Bound("f", third, third, "cf"), Bound("g", third, third, "cg"), _bound("a", 1, None))
    around = (
        Product("a", "f", "b", "times", frozenset(("ab",))),
        Product("b", "g", "a", "times", frozenset(("ba",))),
    )
    (conflict,) = search(System(factors, around), Level.WIDEST).conflicts
    assert conflict.claims == {"ab", "ba", "ca", "cf", "cg"}


def test_what_holds_only_perhaps_takes_no_part_in_errors() -> None:
    system = System((_bound("a", 1, 2), _bound("b", 3, 4)), (equal("a", "b", "same", sure=False),))
    assert search(system, Level.WIDEST).conflicts == ()
    assert len(search(system, Level.STATED).conflicts) == 1


def test_a_class_that_no_claim_gives_takes_no_part() -> None:
    terms = (("whole", Fraction(1)), ("north", Fraction(-1)), ("south", Fraction(-1)))
    optional = {"north": frozenset(("cnorth",)), "south": frozenset(("csouth",))}
    partition = Linear(terms, NOT_NEGATIVE, "parts", optional=optional)
    bounds = (_bound("whole", 10, 10), _bound("north", 6, 6), _bound("south", 5, 5))
    (conflict,) = search(System(bounds, (partition,)), Level.WIDEST).conflicts
    assert conflict.claims == {"cwhole", "cnorth", "csouth"}


@few
@given(loose())
def test_a_retold_conflict_ends_in_an_empty_range(system: System) -> None:
    for conflict in search(system, Level.WIDEST).conflicts:
        steps = trace(conflict.bounds, conflict.constraints, Level.WIDEST, conflict.claims)
        if steps:
            assert steps[-1].left.empty
            assert all(not step.left.empty for step in steps[:-1])
