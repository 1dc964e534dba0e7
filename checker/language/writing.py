"""Figures written for an editor: `800 billion yuan`, `16,800`, `66.7`; reading them gives them back."""

from __future__ import annotations

from fractions import Fraction

from checker.language.numerals import decimal_text
from checker.language.types import Quantity, Unit
from checker.rational import Rational, quotient

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_DIGITS = 3  # significant digits of what no short decimal gives
_DECIMALS = 3  # decimals that are printed in full


def write_number(value: Rational) -> str:
    """A number as a newspaper prints it: exact where three decimals can be, else three digits."""
    if value < 0:
        return f"-{write_number(-value)}"
    for scale, word in _SCALES:
        if value >= scale:
            scaled = _exact(quotient(value, scale))
            if scaled is not None:
                return f"{scaled} {word}"
            return _exact(value) or f"{_rounded(quotient(value, scale))} {word}"
    return _exact(value) or _rounded(value)


def write_quantity(value: Rational, like: Quantity) -> str:
    """The number (in the unit of `like`, scale applied) with that unit, as `like` prints it."""
    return write_in_unit(value, like.unit)


def write_in_unit(value: Rational, unit: Unit) -> str:
    """The number with a unit: `$5 million`, `800 billion yuan`, `63.7%`, `48 fugitives`."""
    number, name = write_number(value), unit.name
    if not name:
        return number
    if name[0] == "%":
        return f"{number}{name}"
    if unit.dimension == "money" and not name[-1].isalpha() and not name[0].isdigit():
        return f"{name}{number}"
    return f"{number} {name}"


def _exact(value: Rational) -> str | None:
    """With thousands' commas, where few decimals give it exactly."""
    if (value * 10**_DECIMALS).denominator != 1:
        return None
    whole, dot, decimals = decimal_text(value).partition(".")
    return f"{int(whole):,}{dot}{decimals}"


def _rounded(value: Rational) -> str:
    decimals, scaled = 0, value
    while scaled and scaled < 10 ** (_DIGITS - 1):
        scaled, decimals = scaled * 10, decimals + 1
    rounded = Fraction((2 * scaled + 1) // 2, 10**decimals)
    whole, dot, rest = decimal_text(rounded).partition(".")
    return f"{int(whole):,}{dot}{rest}"
