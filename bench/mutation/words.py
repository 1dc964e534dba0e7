"""A small reader of the words in `claims/`, written apart from the program that is being scored.

It knows what these files and their slips are written in and nothing more: what it cannot read is
no plausible slip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

INFINITE = None
_SCALES = {
    "": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_UNITS = {
    "km": ("length", Fraction(1000)), "metres": ("length", Fraction(1)),
    "miles": ("length", Fraction("1609.344")), "feet": ("length", Fraction("0.3048")),
    "yards": ("length", Fraction("0.9144")), "m": ("length", Fraction(1)),
    "hectares": ("area", Fraction(10**4)), "acres": ("area", Fraction("4046.8564224")),
    "square kilometres": ("area", Fraction(10**6)), "square miles": ("area", Fraction("2589988.110336")),
    "tonnes": ("mass", Fraction(1000)), "kilograms": ("mass", Fraction(1)), "grams": ("mass", Fraction(1, 1000)),
    "MW": ("power", Fraction(10**6)), "kW": ("power", Fraction(10**3)), "GW": ("power", Fraction(10**9)),
    "percent": ("ratio", Fraction(1, 100)), "percentage points": ("points", Fraction(1, 100)),
}  # fmt: skip
_MONEY = {
    "euros": "EUR", "EUR": "EUR", "€": "EUR", "£": "GBP", "GBP": "GBP", "$": "USD", "USD": "USD",
    "yuan": "CNY", "CNY": "CNY", "rupees": "INR", "INR": "INR", "NOK": "NOK", "CHF": "CHF",
}  # fmt: skip
MONEY = frozenset(_MONEY.values())
# hedge: what of the number is the least and the most, and whether the ends belong to it
_HEDGES: dict[str, tuple[Fraction | None, Fraction | None, bool]] = {
    "over": (Fraction(1), INFINITE, False), "more than": (Fraction(1), INFINITE, False),
    "at least": (Fraction(1), INFINITE, True), "under": (INFINITE, Fraction(1), False),
    "less than": (INFINITE, Fraction(1), False), "at most": (INFINITE, Fraction(1), True),
    "nearly": (Fraction(4, 5), Fraction(1), True), "almost": (Fraction(4, 5), Fraction(1), True),
    "just over": (Fraction(1), Fraction(5, 4), True), "just under": (Fraction(4, 5), Fraction(1), True),
    "about": (Fraction(3, 4), Fraction(5, 4), True), "around": (Fraction(3, 4), Fraction(5, 4), True),
    "some": (Fraction(3, 4), Fraction(5, 4), True),
}  # fmt: skip
_FRACTIONS = {"half": Fraction(1, 2), "a third": Fraction(1, 3), "a quarter": Fraction(1, 4)}
_FACTORS = {"twice": 2, "three times": 3, "four times": 4, "half": Fraction(1, 2)}
_TENTH = Fraction(1, 10)
_HEDGE = "|".join(sorted(_HEDGES, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?:(?P<hedge>{_HEDGE}) )?(?P<sign>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?)"
    rf"(?: (?P<scale>{'|'.join(filter(None, _SCALES))}))?(?: (?P<unit>[A-Za-z][A-Za-z ]*))?"
)


class UnknownWordsError(ValueError):
    """Words that stand in no table of this file."""


@dataclass(frozen=True)
class Amount:
    """A range at its widest, what it is counted in, and the printed number."""

    low: Fraction | None
    high: Fraction | None
    closed: bool
    kind: str
    number: Fraction
    half_digit: Fraction


def amount(text: str, default: str = "count") -> Amount:
    """A figure in words; `default` is what a bare number is counted in."""
    match = _QUANTITY.fullmatch(text)
    if not match:
        raise UnknownWordsError(text)
    kind, factor = _counted_in(match["sign"], match["unit"], default)
    scale = _SCALES[match["scale"] or ""]
    digits = match["number"].replace(",", "")
    worth = scale * factor
    number = Fraction(digits) * worth
    rough, half = _half_digit(digits)
    exact = kind == "count" and not match["scale"] and "." not in digits and not rough
    spread = Fraction(0) if exact else half * worth
    if match["hedge"]:
        least, most, closed = _HEDGES[match["hedge"]]
        low = None if least is None else number * least
        high = None if most is None else number * most
        return Amount(low, high, closed, kind, number, half * worth)
    return Amount(number - spread, number + spread, True, kind, number, half * worth)


def _counted_in(sign: str | None, unit: str | None, default: str) -> tuple[str, Fraction]:
    if sign:
        return _MONEY[sign], Fraction(1)
    if unit in _MONEY:
        return _MONEY[unit], Fraction(1)
    if unit in _UNITS:
        return _UNITS[unit]
    return ("count" if unit else default), Fraction(1)


def _half_digit(digits: str) -> tuple[bool, Fraction]:
    """Whether a whole number of 100 or more ends in zeros, and half a unit of its last digit."""
    whole, _, decimals = digits.partition(".")
    rough = not decimals and int(whole) >= 100 and whole.endswith("0")
    place = len(whole) - len(whole.rstrip("0")) if rough else -len(decimals)
    return rough, Fraction(10) ** place / 2


def share(text: str) -> tuple[Fraction | None, Fraction | None, bool]:
    """A share of a whole, at its widest."""
    for words, value in _FRACTIONS.items():
        if text.endswith(words):
            hedge = text.removesuffix(words).strip()
            return _hedged(hedge, value)
    found = amount(text)
    if found.kind != "ratio":
        raise UnknownWordsError(text)
    return found.low, found.high, found.closed


def factor(text: str) -> tuple[Fraction | None, Fraction | None, bool]:
    """A factor, at its widest."""
    for words, value in _FACTORS.items():
        if text.endswith(words):
            return _hedged(text.removesuffix(words).strip(), Fraction(value))
    found = amount(text)
    half = Fraction(0) if "." not in text else found.half_digit
    return found.number - half, found.number + half, True


def _hedged(hedge: str, value: Fraction) -> tuple[Fraction | None, Fraction | None, bool]:
    if not hedge:
        return value * (1 - _TENTH), value * (1 + _TENTH), True
    if hedge not in _HEDGES:
        raise UnknownWordsError(hedge)
    least, most, closed = _HEDGES[hedge]
    return (
        (None if least is None else value * least),
        (None if most is None else value * most),
        closed,
    )
