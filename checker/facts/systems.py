"""Components: things joined by relations, each a system of constraints that is solved alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.facts.comparable import SAME, of_one_dimension
from checker.facts.times import Certainty
from checker.facts.tolls import orders
from checker.ranges import EVERYTHING
from checker.solve.conflicts import Conflict, Search, search
from checker.solve.constraint import (
    Bound,
    Constraint,
    Level,
    System,
    Variable,
    at_least,
    equal,
)
from checker.solve.groups import Groups
from checker.solve.partition import overfull
from checker.solve.witness import has_witness

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.facts.things import Thing

WITHIN = "numbers/part-exceeds-whole"
FALLING = "numbers/falling-toll"


def systems(
    facts: Facts, constraints: Iterable[Constraint], bounds: Iterable[Bound]
) -> Iterator[System]:
    """One system a component, in the order of its first constraint.

    `constraints` are the relations that claims state, `bounds` the ranges of variables of their
    own (factors, shares). Sameness and nesting of things join in where a relation touches them.
    """
    comparable = of_one_dimension(facts, constraints)
    relations = comparable.constraints
    if not relations:
        return
    own_bounds = list(bounds)
    touched = _touched(facts, relations)
    relations += _implied(facts, touched)
    parts = _components(relations)
    by_root: dict[Variable, list[Constraint]] = defaultdict(list)
    for constraint in relations:
        by_root[parts[constraint.variables[0]]].append(constraint)
    bounds_of = _bounds(facts, parts, own_bounds)
    for root, members in by_root.items():
        own = bounds_of[root]
        domains = dict.fromkeys(_signed(own, members), EVERYTHING)
        yield System(tuple(own), tuple(members), {**domains, **comparable.rates})


def joint_system(
    facts: Facts, constraints: Iterable[Constraint], bounds: Iterable[Bound]
) -> System:
    """All figures as one system, whether or not a relation touches them."""
    comparable = of_one_dimension(facts, constraints)
    everything = {thing.name for thing in facts.things}
    relations = [*comparable.constraints, *_implied(facts, everything)]
    own = list(bounds)
    variables = [thing.name for thing in facts.things] + [bound.variable for bound in own]
    variables += [variable for relation in relations for variable in relation.variables]
    every = _bounds(facts, dict.fromkeys(variables, ""), own)[""]
    domains = dict.fromkeys(_signed(every, relations), EVERYTHING)
    return System(tuple(every), tuple(relations), {**domains, **comparable.rates})


def conflicts(system: System) -> tuple[tuple[Conflict, ...], bool]:
    """The smallest conflicts of a system, gravest first, and whether the search was complete.

    A conflict of stated ranges inside one of widest ranges is left out: it adds nothing.
    """
    if has_witness(system, Level.STATED):  # what is ordinarily meant fits: so does anything wider
        return (), True
    too_full, rest = overfull(system)
    full = [conflict.claims for conflict in too_full if conflict.level is Level.WIDEST]
    widest: Search = search(rest, Level.WIDEST, known=full)
    conflicts = [*too_full, *widest.conflicts]
    grave = [conflict.claims for conflict in conflicts if conflict.level is Level.WIDEST]
    stated = search(rest, Level.STATED, known=[conflict.claims for conflict in conflicts])
    added = [c for c in stated.conflicts if not any(c.claims < core for core in grave)]
    return (*conflicts, *added), widest.complete and stated.complete


def _touched(facts: Facts, relations: list[Constraint]) -> set[Variable]:
    """The variables of the relations, and of the things joined to them."""
    touched = {variable for constraint in relations for variable in constraint.variables}
    near: dict[Variable, set[Variable]] = defaultdict(set)
    for join in facts.things.joins:
        near[join.a.name].add(join.b.name)
        near[join.b.name].add(join.a.name)
    for nesting in facts.things.nestings:
        if nesting.certainty:
            near[nesting.inner.name].add(nesting.outer.name)
            near[nesting.outer.name].add(nesting.inner.name)
    for earlier, later in orders(facts):
        near[earlier.name].add(later.name)
        near[later.name].add(earlier.name)
    waiting = list(touched)
    while waiting:
        for variable in near.get(waiting.pop(), ()):
            if variable not in touched:
                touched.add(variable)
                waiting.append(variable)
    return touched


def _implied(facts: Facts, touched: set[Variable]) -> Iterator[Constraint]:
    """Sameness, nesting and the order of tolls among the things that relations touch."""
    for join in facts.things.joins:
        if join.a.name in touched and _comparable(join.a, join.b):
            sure = join.certainty is Certainty.SURE
            yield equal(join.a.name, join.b.name, SAME, sure=sure)
    for nesting in facts.things.nestings:
        one_dimension = _comparable(nesting.inner, nesting.outer)
        if nesting.certainty and nesting.inner.name in touched and one_dimension:
            sure = nesting.certainty is Certainty.SURE
            note = "What lies within another is no larger"
            yield at_least(nesting.outer.name, nesting.inner.name, WITHIN, sure=sure, note=note)
    for earlier, later in orders(facts):
        if earlier.name in touched and _comparable(earlier, later):
            rule = FALLING if earlier.scope == later.scope else WITHIN
            yield at_least(later.name, earlier.name, rule, note="A running total never falls")


def _comparable(a: Thing, b: Thing) -> bool:
    return not (a.dimension and b.dimension) or a.dimension == b.dimension


def _components(constraints: list[Constraint]) -> dict[Variable, Variable]:
    """Each variable's representative."""
    groups = Groups()
    variables: dict[Variable, None] = {}
    for constraint in constraints:
        first, *rest = constraint.variables
        variables.update(dict.fromkeys(constraint.variables))
        for each in rest:
            groups.join(each, first)
    return {variable: groups.of(variable) for variable in variables}


def _bounds(
    facts: Facts, parts: dict[Variable, Variable], own: list[Bound]
) -> dict[Variable, list[Bound]]:
    found: dict[Variable, list[Bound]] = defaultdict(list)
    for thing in facts.things:
        if thing.name in parts and thing.dimension:
            found[parts[thing.name]].extend(
                _claimed(fact, thing.name) for fact in thing.facts if fact.widest
            )
    for bound in own:
        if bound.variable in parts:
            found[parts[bound.variable]].append(bound)
    return found


def _claimed(fact: FigureFact, variable: Variable) -> Bound:
    assert fact.stated is not None
    assert fact.widest is not None
    return Bound(variable, fact.stated, fact.widest, fact.key)


def _signed(bounds: list[Bound], constraints: list[Constraint]) -> set[Variable]:
    """Variables that may be negative: one that a claim says is, and all that hang together with it."""
    signed = {b.variable for b in bounds if b.widest.low is not None and b.widest.low < 0}
    if not signed:
        return signed
    parts = _components(constraints)
    reached = {parts[variable] for variable in signed if variable in parts}
    return signed | {variable for variable, part in parts.items() if part in reached}
