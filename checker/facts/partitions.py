"""Partitions: the classes that claims give of one whole under one label, and periods of one flow."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

from checker.facts.times import Certainty
from checker.ranges import NOT_NEGATIVE, Range
from checker.solve.constraint import Level, Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.things import Nesting, Thing


@dataclass(frozen=True, slots=True)
class Partition:
    """The classes of `whole` by one label: each class's variable, with the claims that give it.

    `sure` is False where some class is one only in some reading of its words.
    """

    whole: Variable
    label: str
    classes: dict[Variable, frozenset[str]]
    sure: bool = True


def partitions(facts: Facts) -> Iterator[Partition]:
    """Every partition that claims declare; a class that is given twice is there once."""
    one_class = one_thing(facts, Certainty.PERHAPS)
    one_whole = one_thing(facts, Certainty.SURE)
    found: dict[tuple[Variable, str], dict[Variable, set[str]]] = {}
    for relation in ("part_of", "rest_of"):
        for fact in facts.figures_with(relation):
            whole = facts.things.of(getattr(fact.figure, relation))
            part = facts.things.of(fact.key)
            label = fact.figure.by
            if label is None and relation == "rest_of":
                label = "the rest"
            if label and whole and part and whole is not part:
                key = one_whole.get(whole.name, whole.name), label
                name = one_class.get(part.name, part.name)
                found.setdefault(key, {}).setdefault(name, set()).add(fact.key)
    for (whole_name, label), classes in found.items():
        given = {name: frozenset(claims) for name, claims in classes.items()}
        yield Partition(whole_name, label, given)


def one_thing(facts: Facts, certainty: Certainty) -> dict[Variable, Variable]:
    """One variable for all that are one figure, as sure as asked; the others stand for themselves."""
    stands_for: dict[Variable, Variable] = {}

    def root(name: Variable) -> Variable:
        while stands_for.get(name, name) != name:
            name = stands_for[name]
        return name

    for join in facts.things.joins:
        if join.certainty >= certainty:
            stands_for[root(join.b.name)] = root(join.a.name)
    for fact in facts.figures_with("same_as"):
        for other in fact.figure.same_as:
            own, thing = facts.things.of(fact.key), facts.things.of(other)
            if own and thing:
                stands_for[root(own.name)] = root(thing.name)
    return {name: root(name) for name in stands_for}


def periods_of_flows(facts: Facts) -> Iterator[Partition]:
    """Disjoint periods inside a longer one: classes of a partition, as a flow adds up.

    Where periods overlap, only the disjoint ones that claim the most are taken, once as widely
    and once as ordinarily read: no others can exceed the whole first.
    """
    inside: dict[tuple[Variable, object], list[Nesting]] = defaultdict(list)
    for nesting in facts.things.nestings:
        if nesting.certainty and nesting.inner.kind == nesting.outer.kind == "flow":
            inside[nesting.outer.name, nesting.inner.scope].append(nesting)
    for nestings in inside.values():
        if len(nestings) < 2:
            continue
        sure = [nesting.inner for nesting in nestings if nesting.certainty is Certainty.SURE]
        yield from _disjoint_sets(nestings[0].outer, sure, sure=True)
        if len(sure) < len(nestings):
            perhaps = [nesting.inner for nesting in nestings]
            yield from _disjoint_sets(nestings[0].outer, perhaps, sure=False)


def _disjoint_sets(whole: Thing, periods: list[Thing], *, sure: bool) -> Iterator[Partition]:
    chosen: list[tuple[Thing, ...]] = []
    for level in (Level.STATED,) if not sure else tuple(Level):
        most = _most(periods, level)
        if len(most) > 1 and most not in chosen and _may_exceed(most, whole):
            chosen.append(most)
            classes = {each.name: frozenset(f.key for f in each.facts) for each in most}
            yield Partition(whole.name, "period", classes, sure)


def _most(periods: list[Thing], level: Level) -> tuple[Thing, ...]:
    """Disjoint periods with the largest sum of least values (weighted interval scheduling)."""
    timed = ((each, each.time) for each in periods if each.time)
    ordered = sorted(timed, key=lambda entry: (entry[1].last, entry[0].name))
    lasts = [time.last for _, time in ordered]
    # the largest sum among the first so many periods, and whether the last of them is in it
    best: list[tuple[Fraction, bool]] = [(Fraction(0), False)]
    for each, time in ordered:
        with_it = best[bisect_left(lasts, time.first)][0] + (_allowed(each, level).low or 0)
        without = best[-1][0]
        best.append((max(with_it, without), with_it >= without))
    chosen: list[Thing] = []
    left = len(ordered)
    while left:
        each, time = ordered[left - 1]
        if best[left][1]:
            chosen.append(each)
        left = bisect_left(lasts, time.first) if best[left][1] else left - 1
    return tuple(reversed(chosen))


def _may_exceed(parts: tuple[Thing, ...], whole: Thing) -> bool:
    """Whether the parts at their most are more than the whole at its least."""
    most = reduce(Range.__add__, (_allowed(part, Level.WIDEST) for part in parts))
    least = _allowed(whole, Level.WIDEST).low or Fraction(0)
    return most.high is None or most.high > least


def _allowed(thing: Thing, level: Level) -> Range:
    """What the claims of a thing allow together; the first one's where they conflict."""
    allowed = NOT_NEGATIVE
    for fact in thing.facts:
        said = fact.widest if level is Level.WIDEST else fact.stated
        met = allowed.meet(said) if said else allowed
        allowed = allowed if met.empty else met
    return allowed
