"""Counts for each of something: `12 calls a day`, `160 people per square mile`, `3 per 1,000`."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from checker.language.change import read_base
from checker.language.types import Unit
from checker.language.units import divided
from checker.language.unreadable import Unreadable
from checker.rational import quotient

_EACH = re.compile(r"(?:^|[^ ] ?)(?:/|\bper |\ban? |\beach |\bevery )(.+)$")


@lru_cache(maxsize=4096)
def for_each(unit: Unit) -> Unit | None:
    """The unit of a count for so many units or things, in which it can be converted; None if none.

    By units of measurement it is their inverse, by a number (`per 1,000`) a share.
    """
    said = _EACH.search(unit.name) if unit.dimension == "count" else None
    if said is None:
        return None
    try:
        base = read_base(said[1])
    except Unreadable:
        return None
    below = base.nominal * base.unit.factor
    if base.unit.dimension.startswith("["):
        inverse = divided("", base.unit.dimension)
        return replace(unit, dimension=inverse, factor=quotient(unit.factor, below))
    if base.unit.dimension == "count" and base.nominal > 1:
        return replace(unit, dimension="ratio", factor=quotient(1, below))
    return None
