"""Periods that overlap without nesting: what would have to lie outside the days that they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.facts.explain import write_amount
from checker.facts.figures import FigureFact
from checker.facts.times import Certainty, nominal_days

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.things import Nesting


@dataclass(frozen=True, slots=True)
class Overlap:
    """A narrower figure that, spread evenly, exceeds a wider one within the days they share.

    Amounts are in words, days in numbers.
    """

    part: FigureFact
    whole: FigureFact
    shared: tuple[int, int]
    part_days: int
    expected: str
    allowed: str
    outside: str
    almost_all: bool

    @property
    def shared_days(self) -> int:
        """How many days both periods hold."""
        return self.shared[1] - self.shared[0] + 1

    @property
    def other_days(self) -> int:
        """How many days of the narrower figure lie outside the wider one's period."""
        return self.part_days - self.shared_days


def overlap_conflicts(facts: Facts) -> Iterator[Overlap]:
    """The earliest such conflict of each narrower figure."""
    seen = set()
    for nesting in facts.things.nestings:
        if nesting.certainty is not Certainty.NO or nesting.shared is None:
            continue
        wholes = sorted(nesting.outer.facts, key=lambda fact: facts.order(fact.claim))
        for part in nesting.inner.facts:
            found = next((o for whole in wholes if (o := _overlap(part, whole, nesting))), None)
            if found and part.key not in seen:
                seen.add(part.key)
                yield found


def _overlap(part: FigureFact, whole: FigureFact, nesting: Nesting) -> Overlap | None:
    days = nominal_days(part.time) if part.time else None
    if days is None or nesting.shared is None or part.dimension != whole.dimension:
        return None
    if part.widest is None or part.widest.low is None or not whole.widest or not whole.widest.high:
        return None
    part_days = days[1] - days[0] + 1
    shared = nesting.shared[1] - nesting.shared[0] + 1
    expected = part.widest.low * Fraction(shared, part_days)
    allowed = whole.widest.high
    if expected <= allowed:
        return None
    outside = part.widest.low - allowed
    return Overlap(
        part,
        whole,
        nesting.shared,
        part_days,
        write_amount(expected, part.unit),
        write_amount(allowed, whole.unit),
        write_amount(outside, part.unit),
        almost_all=outside * 10 >= part.widest.low * 9,
    )
