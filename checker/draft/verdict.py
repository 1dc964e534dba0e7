"""Whether two figures of one thing can both be right."""

from __future__ import annotations

from checker.finding import Severity
from checker.language.types import Hedge, Quantity
from checker.ranges import Range

_BOUNDS = (Hedge.LOWER, Hedge.UPPER)


def verdict(a: Quantity, b: Quantity) -> Severity | None:
    """An error where no fair reading lets both hold, a warning where only a strained one does.

    A figure against "over" or "under" that very figure is a warning: the words exclude it, but
    writers round into them. A bound is only ever held to its widest range: "over 35" leaves 75 open.
    """
    if _excludes(a, b) or _excludes(b, a):
        return Severity.WARNING
    if a.nominal * a.unit.factor == b.nominal * b.unit.factor:
        return None
    shared = _in_base(a.widest, a).meet(_in_base(b.widest, b))
    if shared.empty:
        return Severity.ERROR
    if a.hedge in _BOUNDS or b.hedge in _BOUNDS:
        return None
    if a.hedge is b.hedge is Hedge.NONE and shared.point is not None:
        # 2 and 3 months meet only where one is rounded up and the other down from the same 2.5
        return Severity.WARNING
    return None if _in_base(a.stated, a).meets(_in_base(b.stated, b)) else Severity.WARNING


def _excludes(bound: Quantity, plain: Quantity) -> bool:
    """Whether one says over or under just the figure that the other gives."""
    if bound.hedge not in _BOUNDS or plain.hedge is not Hedge.NONE:
        return False
    widest = bound.widest
    end = widest.low if bound.hedge is Hedge.LOWER else widest.high
    is_open = widest.low_open if bound.hedge is Hedge.LOWER else widest.high_open
    return (
        is_open and end is not None and end * bound.unit.factor == plain.nominal * plain.unit.factor
    )


def _in_base(figures: Range, quantity: Quantity) -> Range:
    shifted = figures.scale(quantity.unit.factor)
    return shifted + Range.exactly(quantity.unit.offset)
