"""The one question that the rules ask: how far is this form from that registered name?

The languages and their tables are loaded at the first comparison, so that importing costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.language.names.fold import unmixed, words
from checker.language.names.likeness import Comparison, Likeness


@lru_cache(maxsize=16_384)
def compare(
    form: str,
    name: str,
    *,
    native: str | None = None,
    family_first: bool = False,
    kind: str = "person",
) -> Comparison:
    """How far a form as printed is from a registered name, and why.

    `native` is the name in its own script; `family_first` that the register declares this order;
    `kind` is `person`, or anything else for names of organizations, places and things. Only the
    first 200 letters of each are read. Never raises.
    """
    from checker.language.names.scripts import is_latin, is_unread

    form, name = unmixed(form), unmixed(name)
    if native is not None and words(form) and words(form) == words(native):
        return Comparison(Likeness.SAME, "the name in its own script")
    if is_unread(form) != is_unread(name):
        return _in_an_unread_script(form, native)
    if is_latin(form) and is_latin(name):
        return _compare_latin(form, name, _Register(native, family_first, kind))
    return _across_scripts(form, name, _Register(native, family_first, kind))


def _in_an_unread_script(form: str, native: str | None) -> Comparison:
    """Only the name in the same script says something of a form that we cannot read."""
    from checker.language.names.scripts import is_unread

    if native is not None and is_unread(form) and is_unread(native):
        return compare(form, native)
    return Comparison(Likeness.SPELLING, "in a script that cannot be compared with the other")


class _Register(Struct, frozen=True):
    """What the register says of a name."""

    native: str | None
    family_first: bool
    kind: str


def _compare_latin(form: str, name: str, register: _Register) -> Comparison:
    from checker.language.names.organizations import compare_organizations
    from checker.language.names.persons import compare_persons

    if register.kind == "person":
        return compare_persons(form, name, register.native, register.family_first)
    return compare_organizations(form, name)


def _across_scripts(form: str, name: str, register: _Register) -> Comparison:
    """Compare in Latin letters what is not all in them."""
    from checker.language.names.characters import compare_characters
    from checker.language.names.consonants import by_sound, compare_consonants
    from checker.language.names.scripts import (
        has_han,
        is_consonantal,
        is_latin,
        is_syllabic,
        readings,
        romanise,
    )

    if words(form) == words(name):
        return Comparison(Likeness.SAME, "the same name")
    if has_han(form) and has_han(name):
        return compare_characters(form, name)
    if is_consonantal(form) != is_consonantal(name):
        return compare_consonants(romanise(form), romanise(name))
    script = register.native or (form if not is_latin(form) else name)
    register = replace(register, native=script)
    found = min(
        (_aloud(one, other, register) for one in readings(form) for other in readings(name)),
        key=lambda c: c.likeness.distance,
    )
    if found.likeness is Likeness.OTHER and has_han(form) != has_han(name):
        return _unread(found, romanise(form), romanise(name))
    if found.likeness is Likeness.OTHER and is_latin(form) != is_latin(name):
        syllabic = is_syllabic(form) or is_syllabic(name)
        return by_sound(romanise(form), romanise(name), syllabic) or found
    return found


def _aloud(form: str, name: str, register: _Register) -> Comparison:
    """Compare two names of which one at least was romanised by us."""
    found = _compare_latin(form, name, register)
    if found.likeness is not Likeness.SAME:
        return found
    return Comparison(Likeness.SPELLING, f"in another script: {form.strip().title()}")


def _unread(found: Comparison, one: str, other: str) -> Comparison:
    """Characters may be Japanese, whose reading nobody can tell: only two names in pinyin are two names."""
    from checker.language.names.mandarin import is_pinyin

    if all(is_pinyin("".join(words(text))) for text in (one, other)):
        return found
    return Comparison(Likeness.SPELLING, "in Chinese characters, which may be read otherwise")


class Candidate(Struct, frozen=True):
    """A name that a form could be, and how far it is from it."""

    name: str
    comparison: Comparison


def nearest(form: str, names: Iterable[str], *, kind: str = "person") -> tuple[Candidate, ...]:
    """Whom else the form could be: the names that it is no OTHER than, nearest first."""
    judged = (Candidate(name, compare(form, name, kind=kind)) for name in names)
    possible = [c for c in judged if c.comparison.likeness is not Likeness.OTHER]
    return tuple(
        sorted(possible, key=lambda c: (c.comparison.likeness.distance, c.comparison.edits, c.name))
    )
