"""Which figures are about the same thing, and which thing is within which.

A thing is what one or more claims give a figure for. Things are found through an index by
measure, subject, place and time, so that the work grows with the number of claims; pairs are
looked at only where two times may meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.agenda import Agenda
from checker.facts.figures import FigureFact
from checker.facts.times import Certainty, Time, nests, overlap, same, shared_days
from checker.language.days import size
from checker.language.types import Days
from checker.model.claim import Measure

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# "Where neither gives a time, count, ratio and flow are compared only within one article, or
# between articles published within 31 days" (claim format).
PUBLISHED_WITHIN_DAYS = 31
# Beyond so many untimed things of one scope only neighbours in time are joined: their claims are
# still compared one by one, but a relation reaches only the nearest.
JOIN_ALL_UP_TO = 60
# So many things of one scope are looked at one by one sooner than sorted.
_FEW = 8
# What holds parts of itself: a narrower one is no larger.
_NESTED = frozenset({"flow", "stock", "toll"})

Scope = tuple[str, str | None, str | None]
# A scope, the whole and what it is divided by (of a class), and a time.
Group = tuple[str, str | None, str | None, tuple[object, ...] | None, tuple[object, ...]]


class Thing(Struct, frozen=True, eq=False):
    """One thing that figures are given for; `name` is its variable's."""

    name: str
    scope: Scope
    kind: str
    time: Time | None
    file: str
    facts: tuple[FigureFact, ...]
    part: bool
    dimension: str | None
    """What its figures are counted in, where they agree."""


class Join(Struct, frozen=True):
    """Two things that are one, surely or perhaps."""

    a: Thing
    b: Thing
    certainty: Certainty


class Nesting(Struct, frozen=True):
    """One thing within a wider one, surely or perhaps; `shared` days where they only overlap."""

    inner: Thing
    outer: Thing
    certainty: Certainty
    shared: tuple[int, int] | None = None


class Things:
    """All things of a tree, and how they lie to one another."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._by_claim: dict[str, Thing] = {}
        self._scopes: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
        self._agendas: dict[tuple[object, ...], Agenda] = {}
        known, measures = self._by_claim, facts.measures
        for group, figures in self._groups().items():
            thing = _thing(group, figures, measures.get(figures[0].figure.measure))
            self._scopes[group[:-1]].append(thing)
            for figure in figures:
                known[figure.claim.key] = thing
        replaced = facts.corrected.items()
        known.update({old: known[new] for old, new in replaced if new in known})

    def of(self, claim: str) -> Thing | None:
        """The thing that a claim, or the one that corrects it, gives a figure for."""
        return self._by_claim.get(claim)

    def __iter__(self) -> Iterator[Thing]:
        return chain.from_iterable(self._scopes.values())

    def _groups(self) -> dict[Group, list[FigureFact]]:
        """Figures by scope, whole (of classes) and time; wholes come before their classes."""
        groups: dict[Group, list[FigureFact]] = defaultdict(list)
        names: dict[str, Group] = {}
        known, corrected = self._facts.figures, self._facts.corrected
        waiting = list(known.items())
        while waiting:
            later = []
            for key, fact in waiting:
                whole = fact.figure.whole
                if whole:
                    whole = corrected.get(whole, whole)
                    if whole in known and whole not in names:
                        later.append((key, fact))
                        continue
                group = _group(fact, names.get(whole, (whole,)) if whole else None)
                names[key] = group
                groups[group].append(fact)
            if len(later) == len(waiting):  # wholes in a circle: format/circular-relation says so
                return groups
            waiting = later
        return groups

    @cached_property
    def joins(self) -> tuple[Join, ...]:
        """Things of one scope that are one, though their times are not written alike."""
        found: list[Join] = []
        for things in self._scopes.values():
            if len(things) < 2:
                continue
            timed = [thing for thing in things if thing.time]
            for a, b in _touching(timed):
                certainty = _same_time(a, b)
                if certainty:
                    found.append(Join(a, b, certainty))
            untimed = [thing for thing in things if not thing.time]
            found.extend(self._untimed_joins(untimed))
            found.extend(_class_joins(timed, untimed))
        return tuple(found)

    def _untimed_joins(self, things: list[Thing]) -> Iterator[Join]:
        ordered = sorted(
            (thing for thing in things if not any(fact.untimed for fact in thing.facts)),
            key=lambda thing: (self._facts.published_first(thing.file), thing.file),
        )
        reach = len(ordered) if len(ordered) <= JOIN_ALL_UP_TO else 1
        for index, a in enumerate(ordered):
            for b in ordered[index + 1 : index + 1 + reach]:
                certainty = self.published_near(a.file, b.file)
                if certainty:
                    yield Join(a, b, certainty)

    def published_near(self, a: str, b: str) -> Certainty:
        """Whether two files' articles were published within 31 days of one another."""
        if a == b:
            return Certainty.SURE
        one, other = self._facts.published(a), self._facts.published(b)
        if one is None or other is None or one.days is None or other.days is None:
            return Certainty.NO
        return _within_days(one.days, other.days, PUBLISHED_WITHIN_DAYS)

    @cached_property
    def tolls(self) -> dict[Scope, list[Thing]]:
        """Running totals whose time is known, by scope; classes of a whole are left out."""
        found = {}
        for things in self._scopes.values():
            first = things[0]
            if first.kind == "toll" and not first.part:
                found[first.scope] = [thing for thing in things if thing.time]
        return found

    @cached_property
    def nestings(self) -> tuple[Nesting, ...]:
        """What lies within what, by measure, subject, place and period."""
        found: list[Nesting] = []
        for things in self._scopes.values():
            first = things[0]  # all of one scope are of one kind
            if first.kind in _NESTED and not first.part:
                around = self._around(first.scope, things)
                for inner in things if around else ():
                    found.extend(self._within(inner, around))
        return tuple(found)

    def _around(self, scope: Scope, things: list[Thing]) -> list[tuple[object, ...]]:
        """The scopes that may hold a scope's things: for flows its own one, and the wider ones."""
        measure, subject, place = scope
        own, *wider = product(
            self._facts.measures_above(measure),
            self._facts.entities_above(subject),
            self._facts.entities_above(place),
        )
        found: list[tuple[object, ...]] = []
        if things[0].kind == "flow" and len(things) > 1:
            found.append((*own, None))
        for each in wider:
            holding = self._scopes.get((*each, None))
            if holding and holding[0].kind in _NESTED:
                found.append((*each, None))
        return found

    def _within(self, inner: Thing, around: list[tuple[object, ...]]) -> Iterator[Nesting]:
        for scope in around:
            wider = scope[:-1] != inner.scope
            for outer in self._near(scope, inner):
                nesting = self._nesting(inner, outer, wider=wider) if outer is not inner else None
                if nesting:
                    yield nesting

    def _near(self, scope: tuple[object, ...], inner: Thing) -> Iterator[Thing]:
        """The things of a scope whose times can meet that of `inner`, or that have none like it."""
        things = self._scopes[scope]
        if len(things) > _FEW and inner.time is not None:
            if scope not in self._agendas:
                self._agendas[scope] = Agenda([thing.time for thing in things])
            return (things[place] for place in self._agendas[scope].meeting(inner.time))
        return iter(things)

    def _nesting(self, inner: Thing, outer: Thing, *, wider: bool) -> Nesting | None:
        if not _comparable(inner.dimension, outer.dimension):
            return None
        if inner.time is None or outer.time is None:
            if not wider or inner.time is not outer.time or _unknown(inner) or _unknown(outer):
                return None
            certainty = self.published_near(inner.file, outer.file)
            return Nesting(inner, outer, certainty) if certainty else None
        if not wider and same(inner.time, outer.time):
            return None
        certainty = nests(inner.time, outer.time)
        if certainty:
            return Nesting(inner, outer, certainty)
        if wider and inner.kind == "flow":
            shared = shared_days(inner.time, outer.time)
            return Nesting(inner, outer, Certainty.NO, shared) if shared else None
        return None


def _group(fact: FigureFact, whole: tuple[object, ...] | None) -> Group:
    figure = fact.figure
    partition = (whole, figure.by) if whole else None
    time: tuple[object, ...]
    if fact.time is not None:
        time = fact.time.key
    elif fact.untimed:
        time = (fact.claim.file, figure.period or figure.as_of)
    else:
        # "a class is its measure, subject and place": without a time it is one class in any file
        time = (None if partition else fact.claim.file, False)
    return (figure.measure, figure.subject, figure.place, partition, time)


def _thing(group: Group, figures: list[FigureFact], measure: Measure | None) -> Thing:
    first = figures[0]
    return Thing(
        name=first.claim.key,
        scope=group[:3],
        kind=measure.kind if measure else "count",
        time=first.time,
        file=first.claim.file,
        facts=tuple(figures),
        part=group[3] is not None,
        dimension=_common_dimension(figures),
    )


def _common_dimension(figures: list[FigureFact]) -> str | None:
    if len(figures) == 1:
        return figures[0].dimension
    found = {fact.dimension for fact in figures if fact.dimension is not None}
    return found.pop() if len(found) == 1 else None


def _class_joins(timed: list[Thing], untimed: list[Thing]) -> Iterator[Join]:
    """One class of one whole, given once with a time and once without."""
    for thing in untimed:
        if thing.part and not _unknown(thing):
            yield from (Join(other, thing, Certainty.SURE) for other in timed)


def _comparable(one: str | None, other: str | None) -> bool:
    """Whether figures are of one dimension, as far as is known; money is, in any two currencies."""
    if one is None or other is None or one == other:
        return True
    return one.startswith("money ") and other.startswith("money ")


def _unknown(thing: Thing) -> bool:
    return any(fact.untimed for fact in thing.facts)


def _touching(things: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Pairs whose times may share a day: a sweep over first days."""
    open_things: list[Thing] = []
    for thing in sorted(things, key=lambda t: (t.time.first, t.name) if t.time else (0, t.name)):
        assert thing.time
        open_things = [o for o in open_things if o.time and o.time.last >= thing.time.first]
        for other in open_things:
            yield other, thing
        open_things.append(thing)


def _same_time(a: Thing, b: Thing) -> Certainty:
    """Flow, stock and toll: the same period or moment; count and ratio: times that meet."""
    if a.time is None or b.time is None:
        return Certainty.NO
    if a.kind in {"count", "ratio"}:
        return overlap(a.time, b.time)
    return same(a.time, b.time) if a.time.moment == b.time.moment else Certainty.NO


def _within_days(a: Days, b: Days, limit: int) -> Certainty:
    if size(a) is None or size(b) is None:
        return Certainty.PERHAPS
    assert a.first is not None
    assert a.last is not None
    assert b.first is not None
    assert b.last is not None
    widest = max(a.last - b.first, b.last - a.first)
    nearest = max(a.first - b.last, b.first - a.last, 0)
    return Certainty.of(widest <= limit, nearest <= limit)
