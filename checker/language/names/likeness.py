"""What a comparison of two names comes to."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Likeness(StrEnum):
    """How far a form is from a registered name, from nearest to farthest."""

    SAME = "same"
    SPELLING = "spelling"
    ORDER = "order"
    MISPRINT = "misprint"
    OTHER = "other"

    @property
    def distance(self) -> int:
        """0 for the same name up to 4 for another one: the order of the members."""
        return list(Likeness).index(self)


class Comparison(Struct, frozen=True):
    """A verdict on one form, with its reason in an editor's words.

    `short` says that the form leaves out a part of the name (or the name one of the form) and is
    otherwise exact: an ordinary short form. `edits` counts the letters that a misprint changes.
    """

    likeness: Likeness
    why: str
    short: bool = False
    edits: int = 0
