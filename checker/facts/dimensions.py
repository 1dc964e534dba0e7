"""What a figure is counted in, as far as its words tell: for rules on mixed and clashing units."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.language.types import Quantity, Unit
from checker.language.units import pint_definition

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact

_KINDS = {
    "money": "money",
    "count": "a count",
    "ratio": "a share",
    "[length]": "a length",
    "[length] ** 2": "an area",
    "[length] ** 3": "a volume",
    "[mass]": "a mass",
    "[time]": "a length of time",
    "[temperature]": "a temperature",
    "[length] ** 2 * [mass] / [time] ** 2": "energy",
    "[length] ** 2 * [mass] / [time] ** 3": "power",
    "[length] / [time]": "a speed",
    "[mass] / [length] ** 3": "a density",
}

# So short a word is as likely one of another language: ten li are five km, and no links.
_SHORT = 3
# Counted, not shares: `up 2 ppm` is no change by a share of what was there.
_PARTS = {
    "ppm": Fraction(1, 10**6),
    "parts per million": Fraction(1, 10**6),
    "ppb": Fraction(1, 10**9),
    "parts per billion": Fraction(1, 10**9),
}


def kind_of(unit: Unit) -> str:
    """What a unit measures, for people: `an area`, `things counted`."""
    return _KINDS.get(unit.dimension, f"something measured in {unit.name}")


def says_what(quantity: Quantity | None) -> bool:
    """Whether words tell what is counted: a bare number may be anything."""
    return quantity is not None and bool(quantity.unit.name)


def clash(one: Unit, other: Unit) -> bool:
    """Whether two units, both given in words, measure different things in every reading."""
    if one.dimension == other.dimension:
        return False
    return not readings(one, other.dimension) and not readings(other, one.dimension)


def clashes_with_measure(facts: Facts, fact: FigureFact) -> bool:
    """Whether a figure cannot be converted to the unit that its measure declares."""
    declared = facts.units.get(fact.figure.measure)
    if declared is None or fact.quantity is None or not says_what(fact.quantity):
        return False
    return clash(fact.unit, declared)


@lru_cache(maxsize=4096)
def readings(unit: Unit, dimension: str) -> tuple[Unit, ...]:
    """The units of a dimension that a printed unit may mean.

    Its own ones (`tons` may be three); else those of the same name: `pounds` of weight, `gallons` of
    America or the Empire, which a figure alone leaves open.
    """
    known = tuple(each for each in (unit, *unit.alternatives) if each.dimension == dimension)
    if dimension == "ratio" and unit.name in _PARTS:
        return (replace(unit, dimension=dimension, factor=_PARTS[unit.name]),)
    if known or not dimension.startswith("[") or unit.dimension not in {"count", "money"}:
        return known
    found = (_named(name, unit) for name in _physical_names(unit.name))
    return tuple(each for each in found if each and each.dimension == dimension)


def _physical_names(name: str) -> tuple[str, ...]:
    if not name.replace(" ", "").isalpha() or not _SHORT < len(name) <= 30:
        return ()
    word = name.lower().replace(" ", "_")
    if word in {"degrees", "degree"}:
        return ("degree_Celsius", "degree_Fahrenheit", "radian")
    if word in {"calorie", "calories"}:
        return ("calorie", "kilocalorie")
    return (word, f"imperial_{word}", f"US_{word}")


def _named(name: str, unit: Unit) -> Unit | None:
    try:
        dimension, factor, offset = pint_definition(name)
    except ValueError:
        return None
    return replace(unit, dimension=dimension, factor=factor or 1, offset=offset, currencies=())
