"""Amounts that a text gives twice, and what each side may be.

Both sides of a restatement are read as ± half a unit of the last digit that is not a trailing zero
(also under 100), and at least the tolerance: who restates an amount rounds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.figures import FigureFact, in_base_unit, quantity_of, resolve_unit
from checker.language.each import for_each
from checker.language.types import Hedge, Quantity, Unit
from checker.model.claim import Claim
from checker.ranges import Range
from checker.rational import Rational, around, magnitude, product, within_half
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts

_PER = re.compile(r"(?:\bper | an? | each | every |/)(.+)$")


class Amount(Struct, frozen=True):
    """One side of a restatement: its words, how they read, the unit made definite."""

    text: str
    quantity: Quantity
    unit: Unit

    def at(self, level: Level, tolerance: Rational) -> Range:
        """What the words allow, in the base unit, where the same amount is given twice."""
        printed = self.quantity
        slack = product(magnitude(printed.nominal), tolerance)
        if 2 * slack.numerator < printed.place * slack.denominator:
            allowed = Range(*within_half(printed.nominal, printed.place))
        else:
            allowed = Range(*around(printed.nominal, slack))
        if printed.hedge is not Hedge.NONE:
            said = printed.widest if level is Level.WIDEST else printed.stated
            allowed = _loosened(said, tolerance).hull(allowed)
        return in_base_unit(allowed, self.unit)

    def as_printed(self, tolerance: Rational) -> Range:
        """What the words ordinarily mean, in the base unit: nobody rounds within one currency."""
        return in_base_unit(_loosened(self.quantity.stated, tolerance), self.unit)

    def in_unit(self, unit: Unit) -> Amount:
        """The same words, read in another unit."""
        return self if unit is self.unit else replace(self, unit=unit)

    @property
    def nominal(self) -> Rational:
        """The printed number in the base unit."""
        return self.quantity.nominal * self.unit.factor + self.unit.offset

    @property
    def per(self) -> str:
        """What the amount is for each of, where the words say so: `barrel` in `$90 per barrel`."""
        match = _PER.search(self.unit.name)
        return match[1] if match else ""


class Restatement(Struct, frozen=True):
    """An amount and the same amount again: `number` is the place of the second in `restated`."""

    fact: FigureFact
    first: Amount
    second: Amount
    number: int

    @property
    def claim(self) -> Claim:
        """The claim that gives both."""
        return self.fact.claim

    @property
    def key(self) -> tuple[str | int, ...]:
        """Where the second amount stands in the claim."""
        return ("restated", self.number)


def restatements_of(facts: Facts, fact: FigureFact) -> Iterator[Restatement]:
    """The figure's value, or else the first restatement, against each of the others that can be read."""
    amounts: list[tuple[int, Amount]] = []
    if fact.quantity is not None and fact.figure.value is not None:
        amounts.append((-1, Amount(fact.figure.value, fact.quantity, fact.unit)))
    for number, text in enumerate(fact.figure.restated):
        quantity = quantity_of(text, facts.settings.hedges)
        if quantity is not None:
            unit = resolve_unit(facts, fact.claim, quantity.unit, None)
            amounts.append((number, Amount(text, quantity, unit)))
    if amounts:
        _, first = amounts[0]
        for number, second in amounts[1:]:
            pair = _for_each(first, second)
            if pair:
                yield Restatement(fact, *pair, number)


def _for_each(one: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """Both amounts as they can be compared; None for counts of which each is for something else.

    `160 people per square km` are 414 per square mile, and `3 per 1,000` are 0.3 percent.
    """
    mine, theirs = for_each(one.unit) or one.unit, for_each(other.unit) or other.unit
    if mine.dimension == theirs.dimension:
        return one.in_unit(mine), other.in_unit(theirs)
    counts = one.unit.dimension == other.unit.dimension == "count"
    return None if counts and one.per and other.per else (one, other)


def _loosened(said: Range, tolerance: Rational) -> Range:
    """A range with its ends moved outwards by a share of themselves."""
    low = said.low and said.low - magnitude(said.low) * tolerance
    high = said.high and said.high + magnitude(said.high) * tolerance
    return Range(low, high, said.low_open, said.high_open)
