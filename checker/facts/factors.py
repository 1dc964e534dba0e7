"""Shares, factors and changes as variables of their own: what a claim says of them."""

from __future__ import annotations

from functools import lru_cache

from checker.facts.figures import in_base_unit
from checker.language.change import ChangeBy, read_base, read_change, read_factor, read_share
from checker.language.types import Quantity
from checker.language.unreadable import Unreadable
from checker.model.claim import Proportion
from checker.settings import DEFAULT_HEDGES, Hedges
from checker.solve.constraint import Bound, Variable


def share_of(claim: str) -> Variable:
    """The variable of the share that a claim gives."""
    return f"share {claim}"


def factor_of(claim: str) -> Variable:
    """The variable of the factor that a claim gives."""
    return f"factor {claim}"


def change_of(claim: str) -> Variable:
    """The variable of the change that a claim gives."""
    return f"change {claim}"


def bound(variable: Variable, quantity: Quantity, claim: str) -> Bound:
    """What a claim says of its share, factor or change."""
    stated = widest = in_base_unit(quantity.stated, quantity.unit)
    if quantity.widest is not quantity.stated:
        widest = in_base_unit(quantity.widest, quantity.unit)
    return Bound(variable, stated, widest, claim)


@lru_cache(maxsize=4096)
def share(text: str, hedges: Hedges = DEFAULT_HEDGES) -> Quantity | None:
    """A share in words as a fraction of 1; None where it cannot be read."""
    try:
        return read_share(text, hedges)
    except Unreadable:
        return None


@lru_cache(maxsize=4096)
def factor(text: str, hedges: Hedges = DEFAULT_HEDGES) -> Quantity | None:
    """A factor in words; None where it cannot be read."""
    try:
        return read_factor(text, hedges)
    except Unreadable:
        return None


@lru_cache(maxsize=4096)
def base(rate: Proportion | None) -> Quantity | None:
    """What a rate is for; None where it cannot be read."""
    try:
        return read_base(rate.per) if rate else None
    except Unreadable:
        return None


@lru_cache(maxsize=4096)
def change(text: str, hedges: Hedges = DEFAULT_HEDGES) -> ChangeBy | None:
    """A change in words; None where it cannot be read."""
    try:
        return read_change(text, hedges)
    except Unreadable:
        return None
