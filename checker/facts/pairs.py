"""Figures that contradict one another two by two: the bulk of all findings, found by index.

Claims of one thing are compared by their distinct readings, so that a thousand claims of 48
against a thousand of 52 cost two comparisons, and each claim opens one conflict: against the
earliest-published claim that it conflicts with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.comparable import for_as_many, in_currency_of, in_each_unit
from checker.facts.figures import FigureFact
from checker.facts.times import Certainty
from checker.ranges import EVERYTHING, Range
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.things import Nesting, Thing

# How many further claims a finding lists beside the one that it is about.
ALSO = 10

# Whether two ranges (of the first and of the second figure) can both be true.
Agree = Callable[[Range, Range], bool]


class Pair(Struct, frozen=True):
    """Two figures that cannot both be true; `also` are further ones that `claim` conflicts with."""

    claim: FigureFact
    against: FigureFact
    level: Level
    also: tuple[FigureFact, ...] = ()
    nesting: Nesting | None = None

    @property
    def claims(self) -> frozenset[str]:
        """The keys of the two claims."""
        return frozenset((self.claim.key, self.against.key))

    def hangs_on_time(self, agree: Agree) -> bool:
        """Whether the figures exclude one another, and only their times leave it open."""
        one, other = self.claim.widest, self.against.widest
        return bool(self.level is Level.STATED and one and other and not agree(one, other))


def value_conflicts(facts: Facts) -> Iterator[Pair]:
    """Figures for one thing whose ranges do not meet."""
    neighbours = _neighbours(facts)
    for thing in facts.things:
        if len(thing.facts) < 2 and thing.name not in neighbours:
            continue
        near = neighbours.get(thing.name, ())
        rivals = [(fact, Certainty.SURE) for fact in thing.facts]
        rivals += [(fact, certainty) for other, certainty in near for fact in other.facts]
        yield from _open(facts, thing.facts, rivals, Range.meets, earlier_only=True)


def within_conflicts(facts: Facts) -> Iterator[Pair]:
    """Figures of a narrower thing that exceed those of the wider thing that holds it."""
    for nesting in facts.things.nestings:
        if nesting.certainty is Certainty.NO:
            continue
        rivals = [(fact, nesting.certainty) for fact in nesting.outer.facts]
        opened = _open(facts, nesting.inner.facts, rivals, fits_in, earlier_only=False)
        yield from (Pair(p.claim, p.against, p.level, p.also, nesting) for p in opened)


def fits_in(part: Range, whole: Range) -> bool:
    """Whether some part within the range is no larger than some whole within its."""
    return part.meets(Range(None, whole.high, False, whole.high_open))


def _neighbours(facts: Facts) -> dict[str, list[tuple[Thing, Certainty]]]:
    found: dict[str, list[tuple[Thing, Certainty]]] = defaultdict(list)
    for join in facts.things.joins:
        found[join.a.name].append((join.b, join.certainty))
        found[join.b.name].append((join.a, join.certainty))
    return found


def _open(
    facts: Facts,
    figures: Iterable[FigureFact],
    rivals: Sequence[tuple[FigureFact, Certainty]],
    agree: Agree,
    *,
    earlier_only: bool,
) -> Iterator[Pair]:
    """For each figure its gravest, then earliest-published rival that it conflicts with."""
    limits = _limits(rival for rival, _ in rivals if rival.widest is not None)
    doubtful = [figure for figure in figures if not _meets_all(figure, limits, agree)]
    groups = _readings(facts, rivals) if doubtful else []
    for figure in doubtful:
        found = _clashing(facts, figure, groups, agree, earlier_only=earlier_only)
        if found:
            yield from _best(facts, figure, found, earlier_only=earlier_only)


def _meets_all(
    figure: FigureFact, limits: dict[str | None, tuple[Range, Range]], agree: Agree
) -> bool:
    if figure.widest is None or figure.stated is None:
        return True
    plain = () if figure.unit.alternatives else limits.get(figure.dimension, ())
    return bool(plain) and all(agree(figure.stated, limit) for limit in plain)


def _readings(
    facts: Facts, rivals: Sequence[tuple[FigureFact, Certainty]]
) -> list[list[tuple[FigureFact, Certainty]]]:
    """The rivals in groups that read alike, the earliest first."""
    found: dict[tuple[object, ...], list[tuple[FigureFact, Certainty]]] = defaultdict(list)
    for rival, certainty in rivals:
        if rival.widest is not None:
            alike = rival.dimension, rival.stated, rival.widest, certainty
            found[alike].append((rival, certainty))
    for group in found.values():
        group.sort(key=lambda entry: facts.order(entry[0].claim))
    return sorted(found.values(), key=lambda group: facts.order(group[0][0].claim))


def _limits(figures: Iterable[FigureFact]) -> dict[str | None, tuple[Range, Range]]:
    """What a range has to reach into on both sides to meet all of many; none where units differ."""
    every = [figure for figure in figures if figure.stated]
    plain = not any(figure.unit.alternatives for figure in every)
    if len({figure.dimension for figure in every}) != 1 or not plain:
        return {}
    above, below = EVERYTHING, EVERYTHING
    for figure in every:
        said = figure.stated or EVERYTHING
        above = above.meet(Range(said.low, None, said.low_open))
        below = below.meet(Range(None, said.high, False, said.high_open))
    return {every[0].dimension: (above, below)}


def _clashing(
    facts: Facts,
    figure: FigureFact,
    groups: Sequence[list[tuple[FigureFact, Certainty]]],
    agree: Agree,
    *,
    earlier_only: bool,
) -> list[tuple[Level, list[tuple[FigureFact, Certainty]]]]:
    """The readings that a figure conflicts with; of grave conflicts so many as are ever told."""
    found = []
    grave = 0
    mine = facts.order(figure.claim)
    for group in groups:
        if grave > ALSO or (earlier_only and facts.order(group[0][0].claim) >= mine):
            break
        level = clash(facts, figure, group[0][0], group[0][1], agree)
        if level is not None:
            found.append((level, group))
            grave += level is Level.WIDEST
    return found


def clash(
    facts: Facts, a: FigureFact, b: FigureFact, certainty: Certainty, agree: Agree
) -> Level | None:
    """The gravest level at which two figures conflict; None where they agree or do not compare."""
    if a is not b and a.dimension != b.dimension and a.unit.currency and b.unit.currency:
        converted = in_currency_of(facts, b, a)
        return clash(facts, a, converted, certainty, agree) if converted else None
    if a is b or a.dimension != b.dimension or not (a.stated and b.stated):
        return None
    if a.dimension == "count" and a.unit.name != b.unit.name:
        b = for_as_many(b, a)
    if a.unit.alternatives or b.unit.alternatives:
        pairs = product(in_each_unit(a, b), in_each_unit(b, a))
        levels = [_level(one, other, certainty, agree) for one, other in pairs]
        return None if None in levels else max(level for level in levels if level is not None)
    return _level(a, b, certainty, agree)


def _level(a: FigureFact, b: FigureFact, certainty: Certainty, agree: Agree) -> Level | None:
    if not (a.stated and b.stated):
        return None
    if a.widest and b.widest and certainty is Certainty.SURE and not agree(a.widest, b.widest):
        return Level.WIDEST
    return None if agree(a.stated, b.stated) else Level.STATED


def _best(
    facts: Facts,
    figure: FigureFact,
    found: list[tuple[Level, list[tuple[FigureFact, Certainty]]]],
    *,
    earlier_only: bool,
) -> Iterator[Pair]:
    mine = facts.order(figure.claim)
    rivals = []
    for level, group in found:
        for rival, _ in group[: ALSO + 1]:
            order = facts.order(rival.claim)
            if not earlier_only or order < mine:
                rivals.append((level, order, rival))
    if not rivals:
        return
    rivals.sort(key=lambda entry: entry[:2])
    level, _, against = rivals[0]
    if figure.dimension != against.dimension:  # money of another currency: shown converted
        against = in_currency_of(facts, against, figure) or against
    also = tuple(rival for _, _, rival in rivals[1 : ALSO + 1])
    yield Pair(figure, against, level, also)
