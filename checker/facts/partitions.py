"""Partitions: the classes that claims give of one whole under one label, and periods of one flow."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.times import Certainty, before, same
from checker.ranges import NOT_NEGATIVE, Range
from checker.rational import Rational
from checker.solve.constraint import Level, Variable
from checker.solve.groups import Groups

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.facts.things import Nesting, Thing


class Partition(Struct, frozen=True):
    """The classes of `whole` by one label: each class's variable, with the claims that give it.

    `sure` is False where some class is one only in some reading of its words. `completed`: the rest
    is among them, so that they are those of one file; what another file adds may be in that rest.
    """

    whole: Variable
    label: str
    classes: dict[Variable, frozenset[str]]
    sure: bool = True
    completed: bool = False


def partitions(facts: Facts) -> Iterator[Partition]:
    """Every partition that claims declare; a class that is given twice is there once."""
    one_class = one_thing(facts, Certainty.PERHAPS)
    found: dict[tuple[Variable, str, str], dict[Variable, set[str]]] = {}
    for fact, part, key in _memberships(facts):
        name = one_class.of(part.name)
        found.setdefault(key, {}).setdefault(name, set()).add(fact.key)
    for (whole, label, completed), classes in found.items():
        once = {name for name, _ in _counted(facts, whole, classes)}
        given = {name: frozenset(claims) for name, claims in classes.items() if name in once}
        yield Partition(whole, label, given, completed=bool(completed))


def _memberships(
    facts: Facts,
) -> Iterator[tuple[FigureFact, Thing, tuple[Variable, str, str]]]:
    """Each class with the whole, the label and, where its file gives the rest, once more that file."""
    one_whole = one_thing(facts, Certainty.SURE)

    def labelled(relation: str) -> Iterator[tuple[FigureFact, Thing, Variable, str]]:
        for fact in facts.figures_with(relation):
            if fact.figure.by:
                part = facts.things.of(fact.key)
                whole = facts.things.of(getattr(fact.figure, relation))
                if part and whole and whole is not part:
                    yield fact, part, one_whole.of(whole.name), fact.figure.by

    rests = [
        (fact, part, (whole, label, fact.claim.file))
        for fact, part, whole, label in labelled("rest_of")
    ]
    completed = {key for _, _, key in rests}
    for fact, part, whole, label in labelled("part_of"):
        yield fact, part, (whole, label, "")
        if (whole, label, fact.claim.file) in completed:
            yield fact, part, (whole, label, fact.claim.file)
    yield from rests


def completed_wholes(facts: Facts) -> Iterator[tuple[FigureFact, Thing, tuple[Thing, ...]]]:
    """Each `rest-of`, its whole, and what makes that up: itself and the classes its file gives.

    Left out where its file gives no class beside it, and where a class is given for several times
    and none of them is the whole's.
    """
    rests = list(facts.figures_with("rest_of"))
    if not rests:
        return
    classes: dict[tuple[str, Variable], list[FigureFact]] = defaultdict(list)
    for fact in facts.figures_with("part_of"):
        whole = facts.things.of(fact.figure.part_of or "")
        if whole and fact.figure.by:
            classes[fact.claim.file, whole.name].append(fact)
    for rest in rests:
        whole = facts.things.of(rest.figure.rest_of or "")
        if whole:
            label = rest.figure.by
            beside = classes.get((rest.claim.file, whole.name), ())
            alike = [fact for fact in beside if label in (None, fact.figure.by)]
            counted = list(_counted(facts, whole.name, _things_of(facts, [rest, *alike])))
            if alike and all(sure for _, sure in counted):
                things = (facts.things.of(name) for name, _ in counted)
                yield rest, whole, tuple(filter(None, things))


def _things_of(facts: Facts, figures: Iterable[FigureFact]) -> Iterator[Variable]:
    """The variables of figures, each once."""
    things = (facts.things.of(fact.key) for fact in figures)
    return iter(dict.fromkeys(thing.name for thing in things if thing))


def _counted(
    facts: Facts, whole: Variable, classes: Iterable[Variable]
) -> Iterator[tuple[Variable, bool]]:
    """Each class once: of several times the whole's, else the first; and whether that is sure.

    "A class is its measure, subject and place" (claim format), whenever it was counted; only
    periods of a flow that are apart from one another add up.
    """
    named = facts.things.of(whole)
    given: dict[object, list[Variable]] = defaultdict(list)
    for name in classes:
        thing = facts.things.of(name)
        given[thing.scope if thing else name].append(name)
    for names in given.values():
        if len(names) == 1:
            yield names[0], True
            continue
        things = [thing for thing in map(facts.things.of, names) if thing]
        alike = [thing.name for thing in things if named and _at_one_time(thing, named)]
        if not alike and _are_apart(things):
            yield from ((name, True) for name in names)
        else:
            yield (alike or names)[0], bool(alike)


def _at_one_time(one: Thing, other: Thing) -> bool:
    if one.time is None or other.time is None:
        return one.time is other.time
    return same(one.time, other.time) is not Certainty.NO


def _are_apart(things: list[Thing]) -> bool:
    """Whether all are flows of periods that share no day."""
    times = sorted((thing.time for thing in things if thing.time), key=lambda time: time.first)
    timed = len(times) == len(things) and all(thing.kind == "flow" for thing in things)
    return timed and all(before(one, other) for one, other in pairwise(times))


def one_thing(facts: Facts, certainty: Certainty) -> Groups:
    """The variables of things in groups that are one figure, as sure as asked."""
    groups = Groups()
    for join in facts.things.joins:
        if join.certainty >= certainty:
            groups.join(join.b.name, join.a.name)
    for fact in facts.figures_with("same_as"):
        for other in fact.figure.same_as:
            own, thing = facts.things.of(fact.key), facts.things.of(other)
            if own and thing:
                groups.join(own.name, thing.name)
    return groups


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
    best: list[tuple[Rational, bool]] = [(0, False)]
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
    least = _allowed(whole, Level.WIDEST).low or 0
    return most.high is None or most.high > least


def _allowed(thing: Thing, level: Level) -> Range:
    """What the claims of a thing allow together; the first one's where they conflict."""
    allowed = NOT_NEGATIVE
    for fact in thing.facts:
        said = fact.widest if level is Level.WIDEST else fact.stated
        met = allowed.meet(said) if said else allowed
        allowed = allowed if met.empty else met
    return allowed
