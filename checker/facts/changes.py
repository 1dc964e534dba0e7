"""Changes between two figures, as claims state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts import factors
from checker.facts.comparable import in_currency_of, printed
from checker.facts.figures import FigureFact
from checker.facts.itself import compared
from checker.facts.ratio import nominal
from checker.language.change import ChangeBy
from checker.language.types import Quantity
from checker.ranges import Range
from checker.rational import Rational, magnitude
from checker.solve.constraint import Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts


class StatedChange(Struct, frozen=True, eq=False):
    """What `claim` says of the step from one figure to another; `bearers` are the claims it takes."""

    claim: str
    words: str
    by: ChangeBy
    old: Variable
    new: Variable
    bearers: frozenset[str]
    old_fact: FigureFact | None
    new_fact: FigureFact

    @property
    def difference(self) -> Quantity | None:
        """The amount or the percentage points between them; of bare `points` what fits the unit."""
        if self.by.points is not None and self.by.amount is not None:
            percentages = self.new_fact.dimension == "ratio"
            return self.by.points if percentages else self.by.amount
        return self.by.points or self.by.amount


def changes(facts: Facts) -> Iterator[StatedChange]:
    """Every change of the tree whose words and claims can be read."""
    for fact in facts.figures_with("change"):
        given = fact.figure.change
        by = factors.change(given.by, facts.settings.hedges) if given else None
        both = compared(facts, fact, given.start) if given else None
        if given and by and both:
            old_fact = facts.figures.get(given.start)
            yield StatedChange(
                fact.key, given.by, by, both.other, both.own, both.bearers, old_fact, fact
            )


def amount_of(
    facts: Facts, change: StatedChange, difference: Quantity
) -> tuple[Range, Range] | None:
    """The step as stated and at its widest, in what the figures are counted in.

    Money of another currency is converted; None where no rate is known.
    """
    factor, unit = difference.unit.factor, difference.unit
    stated, widest = difference.stated.scale(factor), difference.widest.scale(factor)
    own = printed(facts, change.new) or printed(facts, change.old)
    if own is None or not unit.currencies or own.unit.currency in (None, *unit.currencies):
        return stated, widest
    step = replace(change.new_fact, unit=unit, stated=stated, widest=widest)
    converted = in_currency_of(facts, step, own)
    if converted is None or converted.stated is None or converted.widest is None:
        return None
    return converted.stated, converted.widest


def nominal_values(change: StatedChange) -> tuple[Rational, Rational] | None:
    """The printed old and new figure, in base units."""
    old = nominal(change.old_fact) if change.old_fact else None
    new = nominal(change.new_fact)
    return None if old is None or new is None else (old, new)


def taken_for_points(change: StatedChange) -> bool:
    """Whether a change "by n percent" between two percentages is their difference in points.

    True only where n percent of the old figure cannot lead to the new one, but n points do.
    """
    factor, old, new = change.by.factor, change.old_fact, change.new_fact
    if factor is None or old is None or not (new.dimension == old.dimension == "ratio"):
        return False
    values = nominal_values(change)
    if values is None or "%" not in _sign(change.words):
        return False
    if not (new.widest and old.widest) or (old.widest * factor.widest).meets(new.widest):
        return False
    points = magnitude(factor.nominal - 1)
    return points == magnitude(values[1] - values[0])


def _sign(words: str) -> str:
    return words.replace("per cent", "%").replace("percent", "%")
