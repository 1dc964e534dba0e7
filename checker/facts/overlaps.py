"""Periods that overlap without nesting: what would have to lie outside the days that they share."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.explain import time_words, write_amount
from checker.facts.figures import FigureFact
from checker.facts.ratio import how_many_times
from checker.facts.times import Certainty, nominal_days, shared_days
from checker.language.days import write_day

if TYPE_CHECKING:
    from checker.facts.facts import Facts


class Overlap(Struct, frozen=True):
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
            found = next((o for whole in wholes if (o := overlap_of(part, whole))), None)
            if found and part.key not in seen:
                seen.add(part.key)
                yield found


def overlap_lines(overlap: Overlap) -> list[str]:
    """The days and amounts of an overlap, one line each."""
    first, last = overlap.shared
    return [
        how_many_times(overlap.part, overlap.whole),
        f"The first covers {time_words(overlap.part.time)} ({overlap.part_days} days).",
        f"The second covers {time_words(overlap.whole.time)}.",
        f"They share {write_day(first)} to {write_day(last)} ({overlap.shared_days} days).",
        f"Spread evenly over its days, the first puts {overlap.expected} into the days they "
        f"share, where the second allows {overlap.allowed} at most.",
        f"At least {overlap.outside} would have to fall into the other {overlap.other_days} days.",
    ]


def overlap_of(part: FigureFact, whole: FigureFact) -> Overlap | None:
    """The overlap of two figures by the days that their words name; None where there is no fault."""
    days = nominal_days(part.time) if part.time else None
    common = shared_days(part.time, whole.time) if part.time and whole.time else None
    if days is None or common is None or part.dimension != whole.dimension:
        return None
    if part.widest is None or part.widest.low is None or not whole.widest or not whole.widest.high:
        return None
    part_days = days[1] - days[0] + 1
    shared = common[1] - common[0] + 1
    expected = part.widest.low * Fraction(shared, part_days)
    allowed = whole.widest.high
    if expected <= allowed:
        return None
    outside = part.widest.low - allowed
    return Overlap(
        part,
        whole,
        common,
        part_days,
        write_amount(expected, part.unit),
        write_amount(allowed, whole.unit),
        write_amount(outside, part.unit),
        almost_all=outside * 10 >= part.widest.low * 9,
    )
