"""Components: things joined by relations, each a system of constraints that is solved alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.facts.comparable import SAME, of_one_dimension
from checker.facts.times import Certainty
from checker.facts.tolls import orders
from checker.ranges import EVERYTHING, Range
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
    from checker.facts.things import Thing

WITHIN = "numbers/part-exceeds-whole"
FALLING = "numbers/falling-toll"

_Orders = tuple[tuple["Thing", "Thing"], ...]


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
    groups = _groups(Groups(), relations)
    later_tolls = tuple(orders(facts))
    implied = list(_implied(facts, later_tolls, _touched(facts, later_tolls, groups.names)))
    parts = {name: groups.of(name) for name in _groups(groups, implied).names}
    members: dict[Variable, list[Constraint]] = defaultdict(list)
    for constraint in (*relations, *implied):
        members[parts[constraint.variables[0]]].append(constraint)
    bounds_of = _bounds(facts, parts, bounds)
    for root, own in members.items():
        yield _system(bounds_of[root], own, comparable.rates)


def joint_system(
    facts: Facts, constraints: Iterable[Constraint], bounds: Iterable[Bound]
) -> System:
    """All figures as one system, whether or not a relation touches them."""
    comparable = of_one_dimension(facts, constraints)
    everything = {thing.name for thing in facts.things}
    implied = _implied(facts, tuple(orders(facts)), everything)
    own = list(bounds)
    parts = dict.fromkeys(everything.union(bound.variable for bound in own), "")
    every = _bounds(facts, parts, own)[""]
    return _system(every, [*comparable.constraints, *implied], comparable.rates)


def _system(
    bounds: list[Bound], constraints: list[Constraint], rates: dict[Variable, Range]
) -> System:
    signed = _signed(bounds, constraints)
    domains = {**dict.fromkeys(signed, EVERYTHING), **rates} if signed else rates
    return System(tuple(bounds), tuple(constraints), domains)


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


def _touched(facts: Facts, later_tolls: _Orders, variables: Iterable[Variable]) -> set[Variable]:
    """The variables, and those of the things joined to them."""
    touched = set(variables)
    near: dict[Variable, set[Variable]] = defaultdict(set)
    for join in facts.things.joins:
        near[join.a.name].add(join.b.name)
        near[join.b.name].add(join.a.name)
    for nesting in facts.things.nestings:
        if nesting.certainty:
            near[nesting.inner.name].add(nesting.outer.name)
            near[nesting.outer.name].add(nesting.inner.name)
    for earlier, later in later_tolls:
        near[earlier.name].add(later.name)
        near[later.name].add(earlier.name)
    waiting = list(touched & near.keys())
    while waiting:
        joined = near[waiting.pop()] - touched
        touched |= joined
        waiting.extend(joined)
    return touched


def _implied(facts: Facts, later_tolls: _Orders, touched: set[Variable]) -> Iterator[Constraint]:
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
    for earlier, later in later_tolls:
        if earlier.name in touched and _comparable(earlier, later):
            rule = FALLING if earlier.scope == later.scope else WITHIN
            yield at_least(later.name, earlier.name, rule, note="A running total never falls")


def _comparable(a: Thing, b: Thing) -> bool:
    return not (a.dimension and b.dimension) or a.dimension == b.dimension


def _groups(groups: Groups, constraints: Iterable[Constraint]) -> Groups:
    """The groups with the variables of each constraint joined."""
    for constraint in constraints:
        groups.join(*constraint.variables)
    return groups


def _bounds(
    facts: Facts, parts: dict[Variable, Variable], own: Iterable[Bound]
) -> dict[Variable, list[Bound]]:
    """What claims say of the variables of each part."""
    found: dict[Variable, list[Bound]] = defaultdict(list)
    for thing in facts.things:
        part = parts.get(thing.name)
        if part is None or not thing.dimension:
            continue
        for fact in thing.facts:
            if fact.stated and fact.widest:
                found[part].append(Bound(thing.name, fact.stated, fact.widest, fact.key))
    for bound in own:
        if bound.variable in parts:
            found[parts[bound.variable]].append(bound)
    return found


def _signed(bounds: list[Bound], constraints: list[Constraint]) -> set[Variable]:
    """Variables that may be negative: one that a claim says is, and all that hang together with it."""
    signed = {b.variable for b in bounds if b.widest.below_zero and b.widest.low is not None}
    if not signed:
        return signed
    groups = _groups(Groups(), constraints)
    reached = {groups.of(variable) for variable in signed}
    return {variable for variable in groups.names if groups.of(variable) in reached}
