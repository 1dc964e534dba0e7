"""Sums of rounded figures as claim files: how a figure is written, and what the program says of it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from checker.api import check
from checker.language.writing import write_number

SCALES = {0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}


@dataclass(frozen=True)
class Figure:
    """A figure to so many `decimals` (negative: left of the point; None: exact), with its weight."""

    value: Fraction
    decimals: int | None
    weight: Fraction = Fraction(1)

    @property
    def place(self) -> Fraction:
        """What one unit of the last printed digit is worth."""
        return Fraction(0) if self.decimals is None else Fraction(10) ** -self.decimals

    @property
    def excess_digits(self) -> bool:
        """Whether the value has digits that its own precision denies."""
        return bool(self.place) and (self.value / self.place).denominator != 1


@dataclass(frozen=True)
class Sum:
    """A total, its parts, and the unit of all of them."""

    total: Figure
    parts: Sequence[Figure]
    unit: str = ""
    period: dict[str, str] = field(default_factory=dict)


def words(figure: Figure, unit: str = "", scale: int | None = None) -> str:
    """The figure as a newspaper writes it, to exactly its precision, times its weight.

    `scale` is the power of ten of the word to write it with; without it, the word that the last
    digit stands under. Where no plain number says it (a weight of 1.01, digits beyond the precision,
    a precision of tens), the range that it means.
    """
    value = figure.value * figure.weight
    if figure.decimals is None:
        return _joined("exactly", _decimal(value), unit)
    if scale is None:
        scale = max(0, -figure.decimals)
    places = figure.decimals + scale
    if abs(figure.weight) != 1 or figure.excess_digits or scale not in SCALES or places < 0:
        half = figure.place * abs(figure.weight) / 2
        return _joined("between", _decimal(value - half), "and", _decimal(value + half), unit)
    sign = "-" if value < 0 or (value == 0 and figure.weight < 0) else ""
    return _joined(sign + _printed(abs(value) / 10**scale, places), SCALES[scale], unit)


def claims(given: Sum, scales: Sequence[int | None] = ()) -> str:
    """The claim file of a sum; `scales` are those of the total and then of each part."""
    figures = [given.total, *given.parts]
    chosen = [*scales, *[None] * (len(figures) - len(scales))]
    ids = ["total", *(f"part-{number}" for number in range(1, len(figures)))]
    kind = {"period": "flow", "as-of": "stock"}.get(next(iter(given.period), ""), "count")
    entries: list[dict[str, object]] = []
    for name, figure, scale in zip(ids, figures, chosen, strict=True):
        value = words(figure, given.unit, scale)
        entries.append(
            {"id": name, "quote": value, "measure": name, "value": value, **given.period}
        )
    entries[0]["sum-of"] = ids[1:]
    measures = {name: {"name": name, "kind": kind} for name in ids}
    article = {"title": "A sum", "published": "2026-01-01"}
    return json.dumps({"article": article, "measures": measures, "claims": entries})


def alarms(text: str) -> list[str]:
    """The errors and warnings on a claim file."""
    report = check({"sum.yaml": text}, today="2026-01-01", repairs=False)
    return [f"{f.rule}: {f.message}" for f in report.findings if f.severity.value != "note"]


def rounded_sum(chance: random.Random) -> tuple[Sum, list[int | None]]:
    """A true sum, each figure rounded to a precision of its own, with the scales to write it with."""
    unit = chance.choice(("USD", "EUR", "CNY", "", "shares", "kg"))
    counted = unit in {"", "shares"}
    grain = 1 if counted else 10 ** chance.choice((0, 2, 3))
    parts = [Fraction(_amount(chance), grain) for _ in range(chance.choice((2, 3, 4, 6, 9, 15)))]
    finest = 0 if counted else 2
    figures = [_rounded(value, finest, chance) for value in [sum(parts, Fraction(0)), *parts]]
    scales = [_scale(figure, chance) for figure in figures]
    return Sum(figures[0], figures[1:], unit), scales


def beyond_rounding(given: Sum, chance: random.Random) -> Sum:
    """The sum with a total that the rounding of all its figures only just cannot explain."""
    figures = [given.total, *given.parts]
    reach = sum((figure.place / 2 for figure in figures), Fraction(0))
    place = given.total.place
    steps = (reach * 2 / place).__floor__() + chance.randrange(1, 4)
    moved = given.total.value + place * steps * chance.choice((1, -1))
    return Sum(Figure(moved, given.total.decimals), given.parts, given.unit)


def _amount(chance: random.Random) -> int:
    """Of any size up to 14 digits; a third are negative."""
    value = chance.randrange(10 ** chance.randrange(1, 15))
    return -value if chance.random() < 1 / 3 else value


def _rounded(value: Fraction, finest: int, chance: random.Random) -> Figure:
    """Rounded half to even, to any precision from `finest` up to one that leaves zero of it."""
    digits = len(str(abs(value).__floor__()))
    decimals = chance.choice([d for d in (2, 0, -3, -5, -6, -8, -9) if -digits <= d <= finest])
    place = Fraction(10) ** -decimals
    return Figure(round(value / place) * place, decimals)


def _scale(figure: Figure, chance: random.Random) -> int:
    """A word that the figure can be written with, at least as large as its last digit's place."""
    least = -(figure.decimals or 0)
    size = len(str(abs(figure.value).__floor__()))
    return chance.choice([s for s in SCALES if least <= s <= max(size + 1, least + 2)] or [0])


def _printed(value: Fraction, places: int) -> str:
    """A number that is not negative, to so many places after the point, with separators."""
    whole, rest = divmod(round(value * 10**places), 10**places)
    return f"{whole:,}" + (f".{rest:0{places}}" if places else "")


def _decimal(value: Fraction) -> str:
    """An exact decimal in full."""
    return write_number(value) if value.denominator == 1 else str(_exact(value))


def _exact(value: Fraction) -> str:
    places = next(n for n in range(60) if (value * 10**n).denominator == 1)
    return ("-" if value < 0 else "") + _printed(abs(value), places)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
