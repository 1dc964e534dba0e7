"""Romanised Chinese surnames: which two spellings can be one surname."""

from __future__ import annotations

from checker.language.names.fold import words
from checker.language.names.mandarin import same_in_wade_giles


def can_be_one_surname(a: str, b: str) -> bool:
    """Whether two romanised forms can stand for one Chinese surname (Liu, Lau), in any region's spelling."""
    one, other = words(a), words(b)
    return bool(one) and ("".join(one) == "".join(other) or same_in_wade_giles(one, other))
