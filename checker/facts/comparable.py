"""Figures of different currencies: what can be compared at the rates of their days, and what cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.facts.figures import FigureFact, in_base_unit
from checker.ranges import Range
from checker.solve.constraint import Constraint, Linear, Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts

_MONEY = "money "


def of_one_dimension(facts: Facts, constraints: Iterable[Constraint]) -> Iterator[Constraint]:
    """The constraints whose figures can be added and compared as they stand.

    Yuan and people never can (`format/mixed-dimensions` says so); sums of two currencies would need
    one rate for all of them, which no claim gives.
    """
    for constraint in constraints:
        if len(_dimensions(facts, _compared(facts, constraint))) < 2:
            yield constraint


def in_currency_of(facts: Facts, fact: FigureFact, other: FigureFact) -> FigureFact | None:
    """A figure of money in the currency of another, at the rates of both their days.

    The tolerance for fees and rounded rates widens it. None where no rate is known, or where one of
    the two is no money or may be of several currencies.
    """
    source, target = fact.unit.currency, other.unit.currency
    if source is None or target is None or not (fact.stated and fact.widest):
        return None
    rates = facts.exchange.rates_for(source, target, (fact, other))
    if rates is None:
        return None
    tolerance = facts.settings.tolerance
    loose = Range.of(1 - tolerance, 1 + tolerance)
    return replace(
        fact,
        unit=other.unit,
        dimension=other.dimension,
        stated=fact.stated * rates * loose,
        widest=fact.widest * rates * loose,
    )


def in_each_unit(fact: FigureFact, other: FigureFact) -> tuple[FigureFact, ...]:
    """A figure in each unit of the other's dimension that its words may mean (`tons` are three).

    Where both print the same unit they mean the same one.
    """
    quantity = fact.quantity
    if quantity is None or not fact.unit.alternatives or fact.unit.name == other.unit.name:
        return (fact,)
    units = (fact.unit, *fact.unit.alternatives)
    return tuple(
        replace(
            fact,
            unit=unit,
            stated=in_base_unit(quantity.stated, unit),
            widest=in_base_unit(quantity.widest, unit),
        )
        for unit in units
        if unit.dimension == other.dimension
    )


def _compared(facts: Facts, constraint: Constraint) -> tuple[Variable, ...]:
    """The variables that must be of one dimension: in a product all but factors and counts."""
    if isinstance(constraint, Linear):
        return constraint.variables
    if facts.things.of(constraint.left) is None:  # a factor or a share
        return constraint.result, constraint.right
    money = facts.things.of(constraint.result), facts.things.of(constraint.left)
    both = all(thing and (thing.dimension or "").startswith(_MONEY) for thing in money)
    return (constraint.result, constraint.left) if both else ()


def _dimensions(facts: Facts, variables: Iterable[Variable]) -> set[str]:
    found = set()
    for variable in variables:
        thing = facts.things.of(variable)
        if thing is not None and thing.dimension is not None:
            found.add(thing.dimension)
    return found
