"""Claims of quantities, read: what each says its figure is, in which unit, and when it was counted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.times import Time
from checker.language.quantity import read_quantity
from checker.language.types import BARE, Days, End, Quantity, Unit, When
from checker.language.unreadable import Unreadable
from checker.model.claim import Claim, Figure
from checker.ranges import Range
from checker.rational import product, quotient
from checker.settings import DEFAULT_HEDGES, Hedges

if TYPE_CHECKING:
    from checker.facts.facts import Facts


class FigureFact(Struct, frozen=True, eq=False):
    """One claim's figure.

    `stated` and `widest` are in the base unit of `unit`'s dimension (money: in its currency);
    None where the claim gives no value, or one that cannot be read. `dimension` is None where
    nothing says what the figure is counted in; money has one dimension a currency. `time` is None
    where the article gives none; `untimed` tells a time that is not known from one not given.
    """

    claim: Claim
    figure: Figure
    quantity: Quantity | None
    unit: Unit
    dimension: str | None
    stated: Range | None
    widest: Range | None
    time: Time | None
    untimed: bool

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.claim.key


def is_converted(fact: FigureFact) -> bool:
    """Whether the ranges are in another currency than the words."""
    printed = fact.quantity.unit.currencies if fact.quantity else ()
    return bool(printed) and fact.unit.currency not in (None, *printed)


def figure_facts(facts: Facts) -> Iterator[FigureFact]:
    """Every quantity of the tree that is not itself corrected by a later claim."""
    for claim in facts.saying.get(Figure, ()):
        assert isinstance(claim.asserts, Figure)
        yield figure_fact(facts, claim, claim.asserts)


def quantity_of(text: str | None, hedges: Hedges = DEFAULT_HEDGES) -> Quantity | None:
    """The reading of a value; None where there is none or it cannot be read."""
    if text is None:
        return None
    try:
        return read_quantity(text, hedges)
    except Unreadable:
        return None


@lru_cache(maxsize=4096)
def unit_of(words: str | None) -> Unit | None:
    """The unit that a measure's `unit:` names; None where it is not known."""
    one = quantity_of(f"1 {words}") if words is not None else None
    if one is None:
        return None
    return replace(one.unit, factor=product(one.unit.factor, one.nominal))  # `million tonnes`


def figure_fact(facts: Facts, claim: Claim, figure: Figure) -> FigureFact:
    """The figure of one claim, which need not be in the tree as it stands."""
    quantity = quantity_of(figure.value, facts.settings.hedges)
    if quantity and (figure.average or figure.rate):
        quantity = _rounded(quantity)
    declared = facts.units.get(figure.measure)
    unit = resolve_unit(facts, claim, quantity.unit if quantity else BARE, declared)
    known = quantity is not None or declared is not None
    stated = widest = None
    if quantity is not None:
        stated = widest = in_base_unit(quantity.stated, unit)
        if quantity.widest is not quantity.stated:
            widest = in_base_unit(quantity.widest, unit)
    time, untimed = _time(facts, claim, figure)
    return FigureFact(
        claim,
        figure,
        quantity,
        unit,
        dimension_of(unit) if known else None,
        stated,
        widest,
        time,
        untimed,
    )


def _rounded(quantity: Quantity) -> Quantity:
    """What is divided out is no count: 55 per 100,000 is rounded as 55 percent would be."""
    exactly = quantity.stated.point
    if exactly is None or quantity.unit.dimension != "count" or "exactly" in quantity.text.lower():
        return quantity
    half = quotient(quantity.printed_place, 2)
    around = Range(max(exactly - half, 0), exactly + half)
    return replace(quantity, stated=around, widest=quantity.widest.hull(around))


def resolve_unit(facts: Facts, claim: Claim, unit: Unit, declared: Unit | None) -> Unit:
    """A printed unit, made definite by the measure's unit, then by the article's places.

    A bare number is in the measure's unit. A name or sign of several currencies keeps them all
    where neither decides.
    """
    if not unit.name and unit.dimension == "count" and declared is not None:
        return declared
    if len(unit.currencies) < 2:
        return unit
    if declared is not None and declared.currency in unit.currencies:
        return _in_currency(unit, declared.currency)
    here = sorted(set(unit.currencies) & facts.currencies_of(claim.file))
    return _in_currency(unit, here[0]) if len(here) == 1 else unit


def _in_currency(unit: Unit, currency: str | None) -> Unit:
    chosen = (currency,) if currency else unit.currencies
    return Unit(unit.name, unit.dimension, unit.factor, unit.offset, chosen)


def dimension_of(unit: Unit) -> str:
    """What figures must share to be compared: a physical dimension, a currency, or `count`."""
    if unit.dimension != "money":
        return unit.dimension
    return "money " + "/".join(unit.currencies)


def in_base_unit(printed: Range, unit: Unit) -> Range:
    """A range in a unit, in the base unit of its dimension."""
    scaled = printed if unit.factor == 1 else printed.scale(unit.factor)
    return scaled + Range.exactly(unit.offset) if unit.offset else scaled


def _time(facts: Facts, claim: Claim, figure: Figure) -> tuple[Time | None, bool]:
    """The figure's time, and whether one is given or implied that is not known."""
    if figure.period is not None:
        seen = (figure.period, claim.file, claim.said)
        time = facts.times.get(seen)
        if time is None:
            time = facts.times[seen] = _period_time(facts.read_period(claim, figure.period))
        return time
    measure = facts.measures.get(figure.measure)
    if figure.as_of is not None:
        return _moment_time(facts.read_date(claim, figure.as_of))
    if measure is not None and measure.kind in {"stock", "toll"}:
        return _moment_time(facts.published(claim.file))
    return None, False


def _period_time(when: When | None) -> tuple[Time | None, bool]:
    if when is None or when.span is None:
        return _moment_time(when)
    return Time(when.span.start, when.span.end, moment=False), False


def _moment_time(when: When | None) -> tuple[Time | None, bool]:
    if when is None:
        return None, True
    if when.span is not None:
        first, last = when.span.start.days.first, when.span.end.days.last
        end = End(None, Days(((first, last),)), when.text)
    elif when.days is not None and not when.days.empty:
        end = End(when.days.first, when.days, f"{when.text} {when.days.spans}")
    else:
        return None, True
    return Time(end, end, moment=True), False
