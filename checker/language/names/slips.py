"""Slips of the pen: which letters were swapped, lost, added or changed."""

from __future__ import annotations

import re

from msgspec import Struct

_DOUBLED = re.compile(r"(.)\1+")
"""A doubled letter is no more than one slip with what else is wrong."""


class Slip(Struct, frozen=True):
    """So many letters changed, and what happened, in an editor's words."""

    edits: int
    why: str


def allowed(length: int) -> int:
    """How many letters may differ in a word of this length that is still taken for a slip.

    One in three at most: below that, two unrelated names of the same language are as near as that.
    """
    return 1 if length <= 5 else 2


def slip(form: str, name: str, most: int | None = None) -> Slip | None:
    """The slip that makes `name` into `form`; None where too many letters differ.

    Letters lost, added, changed and neighbours swapped count one each (optimal string alignment); a
    doubling beside one other slip is let pass.
    """
    from rapidfuzz.distance import OSA

    limit = allowed(max(len(form), len(name))) if most is None else most
    single, single_too = _DOUBLED.sub(r"\1", form), _DOUBLED.sub(r"\1", name)
    edits = OSA.distance(form, name)
    if edits >= min(len(form), len(name)):
        return None
    if edits > limit and OSA.distance(single, single_too) * 2 > limit:
        return None
    return Slip(
        edits, f"{form.capitalize()} is {name.capitalize()} with {_what(form, name, edits)}"
    )


def _what(form: str, name: str, edits: int) -> str:
    if edits > 1:
        return f"{_number(edits)} letters changed"
    if len(form) < len(name):
        return f"the letter {_missing(form, name)} lost"
    if len(form) > len(name):
        return f"the letter {_missing(name, form)} added"
    first = next(i for i, (a, b) in enumerate(zip(form, name, strict=True)) if a != b)
    if sorted(form) == sorted(name):
        return "two letters swapped"
    return f"{form[first]} for {name[first]}"


def _missing(shorter: str, longer: str) -> str:
    """The letter of the longer word that the shorter one lacks."""
    for i, letter in enumerate(longer):
        if longer[:i] + longer[i + 1 :] == shorter:
            return letter
    raise AssertionError("the words differ by one letter")


def _number(count: int) -> str:
    return ("no", "one", "two", "three", "four")[count] if count < 5 else str(count)
