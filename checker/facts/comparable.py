"""Figures of different currencies: what can be compared at the rates of their days, and what cannot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.figures import FigureFact, in_base_unit
from checker.language.each import for_each
from checker.ranges import Range
from checker.rational import quotient
from checker.solve.constraint import Constraint, Linear, Product, Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts

_MONEY = "money "
# Variables that stand for an amount in another currency, and for the rate of that.
CONVERTED, RATE = "converted", "rate"


# What makes two figures one: counts as no rule of its own.
SAME = "numbers/conflicting-values"


class Relations(Struct, frozen=True):
    """Constraints whose figures can be added and compared, and the rates that some of them take."""

    constraints: list[Constraint]
    rates: dict[Variable, Range]


def of_one_dimension(facts: Facts, constraints: Iterable[Constraint]) -> Relations:
    """The constraints whose figures can be added and compared, money of other currencies converted.

    Yuan and people never can (`format/mixed-dimensions` says so), nor money without a known rate.
    """
    found: dict[Variable, Constraint] = {}
    rates: dict[Variable, Range] = {}
    kept = []
    for constraint in constraints:
        if len(_dimensions(facts, _compared(facts, constraint))) < 2:
            kept.append(constraint)
            continue
        converted = _in_one_currency(facts, constraint)
        if converted is not None:
            own, products, known = converted
            kept.append(own)
            found.update((product.result, product) for product in products)
            rates.update(known)
    return Relations([*kept, *found.values()], rates)


def _in_one_currency(
    facts: Facts, constraint: Constraint
) -> tuple[Constraint, list[Product], dict[Variable, Range]] | None:
    """A constraint with all money in the currency of its first figure, and what that comes from."""
    money = [v for v in _compared(facts, constraint) if facts.things.of(v)]
    first = printed(facts, money[0])
    products: list[Product] = []
    rates: dict[Variable, Range] = {}
    names: dict[Variable, Variable] = {}
    for variable in money:
        fact = printed(facts, variable)
        if first is None or fact is None or not (first.unit.currency and fact.unit.currency):
            return None
        if fact.unit.currency == first.unit.currency:
            continue
        rate = _rates(facts, fact, first)
        if rate is None:
            return None
        key = f"{first.unit.currency} {variable}"
        names[variable] = f"{CONVERTED} {key}"
        rates[f"{RATE} {key}"] = rate
        products.append(Product(names[variable], f"{RATE} {key}", variable, SAME))
    return _renamed(constraint, names), products, rates


def printed(facts: Facts, variable: Variable) -> FigureFact | None:
    """The figure that a variable's claims give first, in whose currency it is counted."""
    thing = facts.things.of(variable)
    return next((fact for fact in thing.facts if fact.widest), None) if thing else None


def _renamed(constraint: Constraint, names: dict[Variable, Variable]) -> Constraint:
    if isinstance(constraint, Linear):
        terms = tuple((names.get(v, v), factor) for v, factor in constraint.terms)
        optional = {names.get(v, v): claims for v, claims in constraint.optional.items()}
        return replace(constraint, terms=terms, optional=optional)
    result, left, right = (names.get(v, v) for v in constraint.variables)
    return replace(constraint, result=result, left=left, right=right)


def _rates(facts: Facts, fact: FigureFact, other: FigureFact) -> Range | None:
    """The rates of both days, with the tolerance for fees and rounded rates."""
    source, target = fact.unit.currency, other.unit.currency
    assert source is not None
    assert target is not None
    rates = facts.exchange.rates_for(source, target, (fact, other))
    tolerance = facts.settings.tolerance
    return rates * Range.of(1 - tolerance, 1 + tolerance) if rates else None


def in_currency_of(facts: Facts, fact: FigureFact, other: FigureFact) -> FigureFact | None:
    """A figure of money in the currency of another, at the rates of both their days.

    The tolerance for fees and rounded rates widens it. None where no rate is known, or where one of
    the two is no money or may be of several currencies.
    """
    source, target = fact.unit.currency, other.unit.currency
    if source is None or target is None or not (fact.stated and fact.widest):
        return None
    rates = _rates(facts, fact, other)
    if rates is None:
        return None
    return replace(
        fact,
        unit=other.unit,
        dimension=other.dimension,
        stated=fact.stated * rates,
        widest=fact.widest * rates,
    )


def for_as_many(fact: FigureFact, other: FigureFact) -> FigureFact:
    """A count for each of some unit, for as much as the other is: 84 a week are 12 a day."""
    mine, theirs = for_each(fact.unit), for_each(other.unit)
    if not (mine and theirs and fact.stated and fact.widest) or mine.dimension != theirs.dimension:
        return fact
    times = quotient(mine.factor, theirs.factor)
    return replace(
        fact, unit=other.unit, stated=fact.stated.scale(times), widest=fact.widest.scale(times)
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


def _dimensions(facts: Facts, variables: Iterable[Variable]) -> set[str | None]:
    found = {thing.dimension for thing in map(facts.things.of, variables) if thing}
    found.discard(None)
    return found
