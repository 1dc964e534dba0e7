"""The words of relations: shares (`nearly half`), factors (`three times`), changes (`up 40 percent`)."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.language import hedges as hedging
from checker.language import numerals, units
from checker.language.figures import read_quantity
from checker.language.hedges import DEFAULT, Kind
from checker.language.numerals import Form, Numeral
from checker.language.types import BARE, Hedge, Quantity, Unit
from checker.language.unreadable import Unreadable
from checker.ranges import NOT_NEGATIVE, Range
from checker.rational import Rational, quotient
from checker.settings import Hedges

_CACHE = 1 << 14
_SHOWN = 80  # characters of what cannot be read


class ChangeBy(Struct, frozen=True):
    """How a figure stands to an earlier one.

    `direction` is -1, 0 or +1. The new figure is the old one times `factor`, or differs from it by
    `amount` or by `points` (percentage points), both never negative. None of the three: the
    direction alone is told. Bare `points` may be either: then `amount` and `points` are both set.
    """

    direction: int
    factor: Quantity | None = None
    amount: Quantity | None = None
    points: Quantity | None = None


_SHARE_WORDS: dict[str, tuple[Rational, Rational, bool]] = {
    "all": (1, 1, False),
    "everyone": (1, 1, False),
    "most": (Fraction(1, 2), 1, True),
    "a majority": (Fraction(1, 2), 1, True),
    "the majority": (Fraction(1, 2), 1, True),
    "majority": (Fraction(1, 2), 1, True),
}
_MINORITY = ("a minority", "the minority", "minority")


@lru_cache(maxsize=_CACHE)
def read_share(text: str, hedges: Hedges = DEFAULT) -> Quantity:
    """A share as a fraction of 1: `nearly half`, `12.5 percent`, `one in three`, `0.3`.

    Raises:
        Unreadable: no share; a bare number above 1 among them, as it may be a percentage or a count.
    """
    low = numerals.lower(numerals.normalise(text))
    bare = re.sub(r" of (?:the|them|those|all|its|their|his|her)\b.*$", "", low)
    if bare in _SHARE_WORDS:
        least, most, is_open = _SHARE_WORDS[bare]
        return _made(text, most if least == most else Fraction(3, 4), Range(least, most, is_open))
    if bare in _MINORITY:
        return _made(text, Fraction(1, 4), Range(0, Fraction(1, 2), high_open=True))
    figure = read_quantity(text, hedges)
    if figure.unit.dimension == "ratio":
        return _in_ones(figure)
    if figure.nominal > 1 or figure.unit.dimension != "count":
        raise Unreadable(
            f"“{text}” is no share: type a percentage (`12.5 percent`) or a fraction (`nearly half`)"
        )
    return replace(figure, unit=units.SHARE)


def read_base(text: str, hedges: Hedges = DEFAULT) -> Quantity:
    """The base of a rate: `100,000`, and without a one before it `million`, `tonne`, `day`.

    Raises:
        Unreadable: no number, and no word for one or for a unit; none, or fewer than none.
    """
    try:
        base = read_quantity(text, hedges)
    except Unreadable:
        base = read_quantity(f"1 {text}", hedges)
        if base.nominal == 1 and not base.unit.dimension.startswith("["):
            raise
    if base.nominal <= 0:
        raise Unreadable(f"“{text}” is no base of a rate: type a number above 0, such as 100,000")
    return base


def _made(text: str, nominal: Rational, spread: Range) -> Quantity:
    hedge = Hedge.NONE if spread.point is not None else Hedge.LOWER
    return Quantity(text, nominal, spread, spread, units.SHARE, hedge)


def _figure(text: str, numeral: Numeral, kinds: list[Kind], hedges: Hedges, unit: Unit) -> Quantity:
    ranges = hedging.ranges(numeral, kinds, counted=False, hedges=hedges)
    stated, widest = (r.meet(NOT_NEGATIVE) for r in ranges)
    return Quantity(
        text,
        numeral.value,
        stated,
        widest,
        unit,
        hedging.hedge_of(kinds),
        numeral.place,
        numeral.printed_place,
        numeral.digits,
    )


def _in_ones(figure: Quantity) -> Quantity:
    """Percent as a fraction of 1."""
    factor = figure.unit.factor
    return replace(
        figure,
        nominal=figure.nominal * factor,
        stated=figure.stated.scale(factor),
        widest=figure.widest.scale(factor),
        place=figure.place * factor,
        printed_place=figure.printed_place * factor,
        unit=units.SHARE,
    )


_FACTOR_WORDS = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "double": 2,
    "twofold": 2,
    "triple": 3,
    "treble": 3,
    "quadruple": 4,
    "quintuple": 5,
}
_TIMES = re.compile(
    r"(?:[ -]?(?:times|fold|x|×)(?![a-z]))(?: (?:as .*|the .*|that .*|more|larger|higher|bigger|of .*|what .*))?$"
    r"| (?:as .*|the .*|that .*|of .*|what .*)$|$"
)


@lru_cache(maxsize=_CACHE)
def read_factor(text: str, hedges: Hedges = DEFAULT) -> Quantity:
    """A factor as a plain multiple: `three times`, `twice`, `half`, `2.5`, `threefold`, `150 percent`.

    Raises:
        Unreadable: no factor.
    """
    low = numerals.lower(numerals.normalise(text)).rstrip(".")
    kinds, at = hedging.scan_before(low, 0)
    numeral, end = _factor_number(low, at)
    if numeral is not None and _TIMES.match(low, end):
        return _figure(text, _as_factor(numeral), kinds, hedges, units.SHARE)
    figure = read_quantity(text, hedges)
    if figure.unit.dimension == "ratio":
        return _in_ones(figure)
    raise Unreadable(f"“{text}” is no factor: type `three times`, `twice`, `half` or `2.5`")


def _factor_number(low: str, at: int) -> tuple[Numeral | None, int]:
    word = re.compile("[a-z]+").match(low, at)
    if word and word[0] in _FACTOR_WORDS:
        return numerals.from_digits(str(_FACTOR_WORDS[word[0]])), word.end()
    if word and word[0].endswith("fold"):
        inner = numerals.scan(word[0].removesuffix("fold"))
        return (inner.numeral, word.end()) if inner else (None, at)
    scanned = numerals.scan(low, at)
    return (scanned.numeral, scanned.end) if scanned else (None, at)


def _as_factor(numeral: Numeral) -> Numeral:
    """A whole factor is a factor in words, however it is printed: nobody means three exactly."""
    return replace(numeral, form=Form.FRACTION) if numeral.form is Form.WHOLE else numeral


_UP = (
    "up|rose|risen|rising|rise|rises|increased|increase|increases|increasing|grew|grown|growing|growth|"
    "gained|gain|gains|climbed|climb|climbs|jumped|jump|jumps|surged|surge|soared|soar|added|higher|"
    "more|plus|+|expanded|advanced|swelled|went up|gone up|has risen|have risen|an increase|a rise|a gain"
)
_DOWN = (
    "down|fell|fallen|falling|fall|falls|decreased|decrease|decreases|decreasing|declined|decline|"
    "declines|dropped|drop|drops|lost|shrank|shrunk|slid|slipped|slumped|plunged|plummeted|tumbled|"
    "sank|lower|less|fewer|minus|-|contracted|cut|reduced|went down|gone down|has fallen|"
    "have fallen|a decrease|a fall|a drop|a decline|off"
)
_SAME = (
    "unchanged|no change|the same|same|flat|stable|steady|constant|unaltered|level|stayed the same|"
    "remained the same|remained unchanged|remained stable|stayed flat"
)
_DIRECTIONS = dict.fromkeys(_UP.split("|"), 1) | dict.fromkeys(_DOWN.split("|"), -1)
_SIGNS = ("+", "-")
_BY = re.compile(r"[ ,]*(?:by|of|to the tune of)? *")
_MULTIPLIED: dict[str, Rational] = {
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "double": 2,
    "trebled": 3,
    "tripled": 3,
    "tripling": 3,
    "triples": 3,
    "quadrupled": 4,
    "quintupled": 5,
    "sextupled": 6,
    "halved": Fraction(1, 2),
    "halving": Fraction(1, 2),
    "halves": Fraction(1, 2),
    "quartered": Fraction(1, 4),
}
_POINTS = frozenset({"point", "points", "pt", "pts"})


@lru_cache(maxsize=_CACHE)
def read_change(text: str, hedges: Hedges = DEFAULT) -> ChangeBy:
    """A change: `up`, `down 3 million USD`, `up 27 percentage points`, `more than doubled`.

    Raises:
        Unreadable: no change, or one without a direction.
    """
    low = numerals.lower(numerals.normalise(text)).rstrip(".")
    if low in _SAME.split("|"):
        return ChangeBy(0)
    multiplied = _multiplied(text, low, hedges)
    if multiplied is not None:
        return multiplied
    told = _told_direction(low)
    if told is None:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].strip()}…"
        raise Unreadable(
            f"“{shown}” is no change: type `up` or `down`, alone or with how much "
            "(`up about 40 percent`, `down 3 million USD`), or `doubled`, `halved`, `unchanged`"
        )
    direction, end = told
    behind = _BY.match(low, end)
    rest = numerals.normalise(text)[behind.end() if behind else end :]
    return _by(direction, rest, hedges) if rest else ChangeBy(direction)


def _told_direction(low: str) -> tuple[int, int] | None:
    """Up (1) or down (-1) by the first one or two words, and the place behind them."""
    if low[:1] in _SIGNS:
        return _DIRECTIONS[low[0]], 1
    words = low.split(" ", 2)
    for count in (2, 1):
        phrase = " ".join(words[:count])
        if phrase.rstrip(",") in _DIRECTIONS:
            return _DIRECTIONS[phrase.rstrip(",")], len(phrase.rstrip(","))
    return None


def _multiplied(text: str, low: str, hedges: Hedges) -> ChangeBy | None:
    """`doubled`, `more than doubled`, `nearly halved`."""
    kinds, at = hedging.scan_before(low, 0)
    value = _MULTIPLIED.get(low[at:])
    if value is None:
        return None
    direction = 1 if value > 1 else -1
    numeral = Numeral(value, Form.FRACTION, 1, 1, numerals.decimal_text(value))
    if direction < 0:
        return ChangeBy(-1, factor=_halved(text, numeral, kinds, hedges))
    return ChangeBy(1, factor=_figure(text, numeral, kinds, hedges, units.SHARE))


def _halved(text: str, numeral: Numeral, kinds: list[Kind], hedges: Hedges) -> Quantity:
    """What remains: `more than halved` lost more than half, `nearly halved` less than half."""
    lost = replace(numeral, value=1 - numeral.value, place=1 - numeral.value)
    return _after(-1, _figure(text, lost, kinds, hedges, units.SHARE))


def _by(direction: int, rest: str, hedges: Hedges) -> ChangeBy:
    low = rest.lower()
    if low.rstrip(".").endswith(("fold", "times")):
        factor = read_factor(rest, hedges)
        return ChangeBy(direction, factor=factor if direction > 0 else _inverse(factor))
    figure = read_quantity(rest, hedges)
    if figure.unit.dimension == "count" and low.split(" ")[-1] in _POINTS:
        return ChangeBy(direction, amount=figure, points=replace(figure, unit=units.POINTS))
    if figure.unit.dimension != "ratio":
        return ChangeBy(direction, amount=figure)
    if "point" in figure.unit.name or figure.unit.name in _POINT_SIGNS:
        return ChangeBy(direction, points=figure)
    return ChangeBy(direction, factor=_after(direction, _in_ones(figure)))


_POINT_SIGNS = frozenset({"pp", "ppt", "ppts", "bps"})


def _after(direction: int, share: Quantity) -> Quantity:
    """What the old figure is multiplied with where it gains or loses this share of itself.

    Only what is said to lose more than all of itself falls below zero.
    """
    one = Range.exactly(1)
    stated, widest = (one + r.scale(direction) for r in (share.stated, share.widest))
    if not (stated.meet(NOT_NEGATIVE).empty or widest.meet(NOT_NEGATIVE).empty):
        stated, widest = stated.meet(NOT_NEGATIVE), widest.meet(NOT_NEGATIVE)
    return replace(
        share,
        nominal=1 + direction * share.nominal,
        stated=stated,
        widest=widest,
        unit=BARE if share.unit is BARE else units.SHARE,
        hedge=share.hedge if direction > 0 else _MIRRORED.get(share.hedge, share.hedge),
    )


_MIRRORED = {Hedge.LOWER: Hedge.UPPER, Hedge.UPPER: Hedge.LOWER}


def _inverse(factor: Quantity) -> Quantity:
    one = Range.exactly(1)
    return replace(
        factor,
        nominal=quotient(1, factor.nominal),
        stated=one.divide(factor.stated),
        widest=one.divide(factor.widest),
        hedge=_MIRRORED.get(factor.hedge, factor.hedge),
    )
