"""Units of measurement: what a word or sign measures, and its exact factor to the base unit.

The common units are a table (`data/units.tsv`) made with pint's exact definitions, so that pint is
imported only for what the table cannot compose. Dimensions are written as pint writes them.

Words that could mean two things:
`ton` is the metric ton, with the short and the long one as `alternatives`; `pounds` are money
with the mass as an alternative, `lb` is mass; `degrees` alone and `points` count things; `calories` too, because a
food calorie is a thousand; `month` and `year` are pint's means (30.4375 and 365.25 days).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from checker.language import numerals
from checker.language.types import Unit
from checker.packs import packs
from checker.ranges import Range
from checker.rational import Rational, quotient, simplest

_DATA = Path(__file__).parent.parent / "data"
PERCENT = Unit("percent", "ratio", Fraction(1, 100))
POINTS = Unit("percentage points", "ratio", Fraction(1, 100))
BASIS_POINTS = Unit("basis points", "ratio", Fraction(1, 10_000))
PER_MILLE = Unit("per mille", "ratio", Fraction(1, 1000))
SHARE = Unit("", "ratio")
_RATIOS = {
    "%": PERCENT,
    "percent": PERCENT,
    "per cent": PERCENT,
    "pct": PERCENT,
    "pc": PERCENT,
    "percentage point": POINTS,
    "percentage points": POINTS,
    "percent points": POINTS,
    "%-points": POINTS,
    "pp": POINTS,
    "ppt": POINTS,
    "ppts": POINTS,
    "basis point": BASIS_POINTS,
    "basis points": BASIS_POINTS,
    "bps": BASIS_POINTS,
    "‰": PER_MILLE,
    "per mille": PER_MILLE,
}
# Names of money that may be a mass, with the symbol of that mass.
MASS = {"pound": "lb", "pounds": "lb"}
_TONS = frozenset({"ton", "tons"})
# Singular units that are also ordinary words: followed by another noun they count that noun
# (`19 foot soldiers`, `3 second homes`).
DOUBTFUL = frozenset(
    numerals.words_of(
        "foot yard mile second minute hour day week month year decade century stone ton barrel inch "
        "pound mark won real crown rand sol bar knot carat degree sum peso acre kilo metre meter "
        "dollar cent euro rupee franc crown shilling c f "
        "square cubic volt watt calorie light m g t s h l in h. k b ha ac mi ms min au ly pc mb"
    )
)
_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W\d_]+[0-9]?(?:\^[0-9])?|[%‰′″]|[°º] ?[a-zA-Z]?|[^\s\w]"
)
_PER = re.compile(r" ?(?:/|per | an? )")
_WORDS = 4


def same_dimension(a: Unit, b: Unit) -> bool:
    """Whether figures in the two units can be compared or added."""
    return a.dimension == b.dimension


def convert(figures: Range, source: Unit, target: Unit) -> Range:
    """The range in another unit of the same dimension, exactly (temperatures with their offset).

    Raises:
        ValueError: the dimensions differ.
    """
    if not same_dimension(source, target):
        raise ValueError(f"{source.dimension} cannot be given as {target.dimension}")
    if source.factor == target.factor and source.offset == target.offset:
        return figures
    shift = Range.exactly(quotient(source.offset - target.offset, target.factor))
    return figures.scale(quotient(source.factor, target.factor)) + shift


def read_unit(words: str) -> Unit | None:
    """The physical unit or share (`percent`) that these words are, all of them; None if none.

    >>> read_unit("square miles").dimension
    '[length] ** 2'
    """
    found = match_unit(words, 0)
    if found is not None and found[1] == len(words):
        return found[0]
    return _by_pint(words) if _needs_pint(words) else None


def match_unit(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that starts at `at` of a normalised text, and the place behind it."""
    found = _match_simple(text, at)
    if found is None:
        return None
    unit, end = found
    if not unit.dimension.startswith("["):
        return found
    per = _PER.match(text, end)
    below = _match_simple(text, per.end()) if per else None
    if below is None or not below[0].dimension.startswith("["):
        return found
    return _quotient(unit, below[0], text[at : below[1]]), below[1]


def _match_simple(text: str, at: int) -> tuple[Unit, int] | None:
    ends = _piece_ends(text, at)
    for end in reversed(ends):
        words = text[at:end]
        unit = _lookup(words)
        if unit is not None:
            return unit, end
    return None


def _piece_ends(text: str, at: int) -> list[int]:
    """Where the first words end, one to four of them."""
    ends: list[int] = []
    while len(ends) < _WORDS and (piece := _PIECE.match(text, at)):
        ends.append(piece.end())
        at = piece.end()
        while at < len(text) and text[at] in " -":
            at += 1
        if at < len(text) and text[at] == "." and ends:
            ends.append(at + 1)
    return ends


def _lookup(words: str) -> Unit | None:
    names, symbols = _tables()
    unit = symbols.get(words) or names.get(words.lower())
    if unit is None and "-" in words:
        unit = names.get(words.lower().replace("-", " "))
    if unit is None or unit.name:
        return unit if unit is None or unit.name == words else replace(unit, name=words)
    return replace(unit, name=words)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units by name in lower case, and by symbol, whose case matters (`MW`, `mW`)."""
    names: dict[str, Unit] = dict(_RATIOS)
    symbols: dict[str, Unit] = {}
    for line in (_DATA / "units.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            unit, forms, signs = _row(line.split("\t"))
            names.update(dict.fromkeys(forms, unit))
            symbols.update(dict.fromkeys(signs, unit))
    others = tuple(replace(names[f"{kind} ton"], name=f"{kind} tons") for kind in ("short", "long"))
    ton = replace(names["tonne"], alternatives=others)
    names.update(dict.fromkeys(_TONS, ton))
    for pack in packs():  # which add, and redefine nothing
        for unit, forms, signs in pack.rows("units.tsv", _row):
            names = dict.fromkeys((form.lower() for form in forms), unit) | names
            symbols = dict.fromkeys(signs, unit) | symbols
    return names, symbols


def _row(columns: list[str]) -> tuple[Unit, list[str], list[str]]:
    """A line of the table: the unit, its names and its symbols."""
    forms, signs, _, dimension, factor, offset = columns
    unit = Unit("", dimension, simplest(Fraction(factor)), simplest(Fraction(offset)))
    return unit, list(filter(None, forms.split("|"))), list(filter(None, signs.split("|")))


def unit_words() -> frozenset[str]:
    """Every single word that names a unit, in lower case: what a misprint may be compared with."""
    names, _ = _tables()
    return frozenset(part for name in names for part in name.split() if part.isalpha())


def divided(dimension: str, by: str) -> str:
    """The dimension of a quotient: length by time is `[length] / [time]`."""
    powers = _powers(dimension)
    for base, power in _powers(by).items():
        powers[base] = powers.get(base, 0) - power
    return _dimension(powers)


def unit_below(name: str) -> Unit | None:
    """The unit that a name divides by: the barrel of `$ a barrel`; None where there is none."""
    per = list(_PER.finditer(name))
    return read_unit(name[per[-1].end() :]) if per else None


def _quotient(unit: Unit, below: Unit, name: str) -> Unit:
    return Unit(name, divided(unit.dimension, below.dimension), quotient(unit.factor, below.factor))


_FACTOR = re.compile(r"(/ )?(\[[a-z_]+\])(?: \*\* ([0-9]+))?")


def _powers(dimension: str) -> dict[str, int]:
    return {
        base: int(power or 1) * (-1 if under else 1)
        for under, base, power in _FACTOR.findall(dimension)
    }


def _dimension(powers: dict[str, int]) -> str:
    """As pint writes it: `[length] / [time]`."""
    above = [_power(base, power) for base, power in sorted(powers.items()) if power > 0]
    below = [_power(base, -power) for base, power in sorted(powers.items()) if power < 0]
    if not above and not below:
        return "dimensionless"
    return " / ".join([" * ".join(above) or "1", *below])


def _power(base: str, power: int) -> str:
    return base if power == 1 else f"{base} ** {power}"


def _needs_pint(words: str) -> bool:
    """Whether it is written like a compound unit, so that asking pint is worth its import."""
    return any(sign in words for sign in "/^*·") and words[:1].isalpha() and len(words) < 40


@lru_cache(maxsize=256)
def _by_pint(words: str) -> Unit | None:
    try:
        dimension, factor, offset = pint_definition(words.replace("^", "**").replace("·", "*"))
    except ValueError:
        return None
    return Unit(words, dimension, factor, offset) if dimension.startswith("[") else None


def pint_definition(expression: str) -> tuple[str, Rational, Rational]:
    """Dimension, factor and offset to base units of a unit as pint defines it, exactly.

    Raises:
        ValueError: pint does not know it.
    """
    registry = _registry()
    try:
        magnitude, unit = Fraction(1), None
        if expression[0].isdigit():
            size = registry.parse_expression(expression)
            magnitude, unit = Fraction(size.magnitude), size.units
        else:
            unit = registry.parse_units(expression)
        one = registry.Quantity(magnitude, unit)
        base = Fraction(one.to_base_units().magnitude)
        offset = Fraction(registry.Quantity(Fraction(0), unit).to_base_units().magnitude)
    except Exception as error:  # pint raises many kinds of errors for what is no unit
        raise ValueError(f"pint does not know the unit “{expression}”") from error
    powers = {base: int(power) for base, power in one.dimensionality.items()}
    return _dimension(powers), base - offset, offset


@lru_cache(maxsize=1)
def _registry():  # type: ignore[no-untyped-def]  # pint's registry class is built at run time
    import pint

    return pint.UnitRegistry(non_int_type=Fraction, autoconvert_offset_to_baseunit=True)
