"""Averages and rates: one figure divided by another, which may count things or units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.language.units import divided, unit_below
from checker.ranges import Range
from checker.rational import Rational
from checker.solve.constraint import Constraint, Linear, Product

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.facts.things import Thing
    from checker.language.types import Unit


def quotient(
    facts: Facts,
    fact: FigureFact,
    of: str,
    among: str,
    *,
    per: Rational,
    rule: str,
    note: str,
    unit: Unit | None = None,
) -> Iterator[Constraint]:
    """A claim's figure x `among` = `of` x `per`; nothing where the dimensions do not allow it.

    `unit` is the one that it is for, where the claim names it.
    """
    own, total, number = (facts.things.of(key) for key in (fact.key, of, among))
    if not (own and total and number):
        return
    size = _unit_size(fact, total, number, unit)
    if size is None:
        return
    bearers = frozenset((fact.key,))
    if per * size == 1:
        yield Product(total.name, own.name, number.name, rule, bearers, note=note)
        return
    scaled = f"factor {fact.key}"
    terms = ((scaled, 1), (total.name, -per * size))
    yield Linear(terms, Range.exactly(0), rule, bearers, note=note)
    yield Product(scaled, own.name, number.name, rule, bearers, note=note)


def _unit_size(fact: FigureFact, total: Thing, number: Thing, unit: Unit | None) -> Rational | None:
    """How much the unit is of which the total is divided by the number; None where they do not fit.

    By things, and by what makes the dimension of the figure (240 km in 3 hours: 80 km/h): 1. Else it
    is divided by how many units there are: 360 calls in 30 days are 12 a day, $90 for 2 barrels $45.
    """
    by = number.dimension or ""
    if "[" not in by:
        return 1
    if fact.dimension != total.dimension:
        fits = fact.dimension and divided(total.dimension or "", by) == fact.dimension
        return 1 if fits else None
    for named in (unit, unit_below(fact.unit.name)):
        if named is not None and named.dimension == by:
            return named.factor
    return next((each.unit.factor for each in number.facts if each.quantity), None)
