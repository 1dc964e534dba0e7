"""Amounts that a text gives twice in units of measurement, counts or shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from math import cbrt, isqrt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.dimensions import readings
from checker.facts.restatements import Amount, Restatement
from checker.rational import Rational, magnitude, quotient
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# How near a wrong conversion lies to the one with the forgotten power: rounding, no more.
NEAR = Fraction(1, 100)


class Pattern(Struct, frozen=True):
    """A conversion with the factor of a length where its square or cube was due."""

    power: int
    used: Rational
    due: Rational


def measured(facts: Facts) -> Iterator[Restatement]:
    """The restatements of one dimension that is not money."""
    yield from filter(is_measured, facts.exchange.restatements)


def is_measured(both: Restatement) -> bool:
    """Whether both amounts are of one dimension that is not money."""
    return _dimension(both) is not None


def failing_level(both: Restatement, tolerance: Rational) -> Level | None:
    """The gravest level of reading at which the two amounts do not meet, in any of their units."""
    if holds(both, Level.STATED, tolerance):  # what is ordinarily meant fits: so does more
        return None
    return Level.STATED if holds(both, Level.WIDEST, tolerance) else Level.WIDEST


def holds(both: Restatement, level: Level, tolerance: Rational) -> bool:
    """Whether the two amounts meet at a level of reading, in any of their units."""
    return any(a.at(level, tolerance).meets(b.at(level, tolerance)) for a, b in ways(both))


def ways(both: Restatement) -> Iterator[tuple[Amount, Amount]]:
    """Both amounts in each unit that their words may mean.

    Temperatures are points on the scale (40 °C, 104 °F) or differences (warmer by 2 °C, 3.6 °F):
    what the quote leaves open is taken both ways.
    """
    dimension = _dimension(both) or ""
    for first in readings(both.first.unit, dimension):
        for second in readings(both.second.unit, dimension):
            pair = both.first.in_unit(first), both.second.in_unit(second)
            if first.offset == second.offset:
                yield pair
                continue
            degrees = _degrees(both)
            if degrees is not Degrees.DIFFERENCE:
                yield pair
            if degrees is not Degrees.POINT:
                one, other = (replace(each, unit=replace(each.unit, offset=0)) for each in pair)
                yield one, other


class Degrees(Enum):
    """What a temperature is, as far as its words tell."""

    POINT = "point"
    DIFFERENCE = "difference"
    EITHER = "either"


# A difference for sure; and words that may speak of one.
_BY = re.compile(
    r"\bby (?:\w+ ){0,2}\d|\b(?:rise|increase|drop|fall|warming|cooling|difference)s? of (?:\w+ ){0,2}\d"
    r"|\d[^.;]{0,40}\b(?:warmer|colder|cooler|hotter)\b",
    re.IGNORECASE,
)
_MAY_DIFFER = re.compile(
    r"above|below|higher|lower|ris|rose|warm|cool|drop|fell|fall|increas|decreas|differ|chang|gap|swing",
    re.IGNORECASE,
)
# So few degrees may be a difference whatever the words around them.
_FEW_DEGREES = 15


def _degrees(both: Restatement) -> Degrees:
    quote = " ".join(both.claim.quotes)
    if _BY.search(quote):
        return Degrees.DIFFERENCE
    few = magnitude(both.first.quantity.nominal * both.first.unit.factor) < _FEW_DEGREES
    return Degrees.EITHER if few or _MAY_DIFFER.search(quote) else Degrees.POINT


def power_not_applied(both: Restatement) -> Pattern | None:
    """The pattern of a linear factor between areas or volumes, however the ranges stand."""
    first, second = both.first, both.second
    power = _power(first.unit.dimension)
    if power is None or first.unit.dimension != second.unit.dimension:
        return None
    if not first.quantity.nominal or not second.quantity.nominal:
        return None
    due = quotient(first.unit.factor, second.unit.factor)
    length = _root(due, power)
    if length is None or magnitude(length - 1) < NEAR:
        return None
    for used in {length**exponent for exponent in range(1, power)}:
        if _is_converted(both, used) and not _is_converted(both, due):
            return Pattern(power, used, due)
    return None


def _is_converted(both: Restatement, factor: Rational) -> bool:
    """Whether the printed second number is the first times a factor, to a rounding.

    Half a unit of its last digit counts as rounding only where it prints two digits or more.
    """
    wanted = both.first.quantity.nominal * factor
    second = both.second.quantity
    slack: Rational = magnitude(wanted) * NEAR
    if magnitude(second.nominal) >= 10 * second.place:
        slack = max(slack, quotient(second.place, 2))
    return magnitude(second.nominal - wanted) <= slack


def _dimension(both: Restatement) -> str | None:
    """The dimension that both amounts share in some reading, other than money."""
    one, other = both.first.unit, both.second.unit
    for each in (one.dimension, other.dimension):
        if each != "money" and readings(one, each) and readings(other, each):
            return each
    return None


def _power(dimension: str) -> int | None:
    return {"[length] ** 2": 2, "[length] ** 3": 3}.get(dimension)


def _root(value: Rational, power: int) -> Rational | None:
    """The exact square or cube root of a fraction; None where there is none."""
    above, below = _whole_root(value.numerator, power), _whole_root(value.denominator, power)
    return quotient(above, below) if above and below else None


def _whole_root(value: int, power: int) -> int | None:
    root = isqrt(value) if power == 2 else round(cbrt(value))
    return next((r for r in (root - 1, root, root + 1) if r > 0 and r**power == value), None)
