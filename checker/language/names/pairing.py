"""Two words of two names: the same, the same otherwise written, a slip, or different."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from checker.language.names.cultures import Culture, same_in, spellings
from checker.language.names.slips import Slip, slip
from checker.language.names.spelling import (
    common_ending,
    respelled,
    sounded,
    without_vowels,
)
from checker.language.names.tables import entries, families


class Grade(IntEnum):
    """How far two words are from one another; the smaller, the nearer."""

    EQUAL = 0
    VARIANT = 1
    SHORT = 2
    SLIP = 3
    DIFFERENT = 4


class Pair(Struct, frozen=True):
    """The verdict on two words; `edits` counts the letters of a slip, out of `letters`."""

    grade: Grade
    why: str = ""
    edits: int = 0
    letters: int = 0


DIFFERENT = Pair(Grade.DIFFERENT)
EQUAL = Pair(Grade.EQUAL)


def pair(form: str, name: str, cultures: frozenset[Culture]) -> Pair:
    """Compare one word of a form with one of a name; the cultures say which spellings may differ."""
    return variant(form, name, cultures) or _short(form, name) or _slip(form, name, cultures)


def variant(form: str, name: str, cultures: frozenset[Culture]) -> Pair | None:
    """The pair where both words are one name, otherwise written or not; else None."""
    if form == name:
        return EQUAL
    if len(form) == 1 or len(name) == 1:
        return None
    if same_family(form, name):
        return Pair(Grade.VARIANT, f"{form.capitalize()} is a form of {name.capitalize()}")
    culture = same_in(form, name, cultures)
    if culture is not None:
        return Pair(Grade.VARIANT, f"{form.capitalize()} is {name.capitalize()} in {culture.value}")
    if respelled(form) == respelled(name) and known(form) and known(name):
        return Pair(Grade.VARIANT, f"{form.capitalize()} is {name.capitalize()} otherwise spelled")
    return None


def _short(form: str, name: str) -> Pair | None:
    """The pair where one word is an initial of the other, or an abbreviation; else None."""
    if len(form) == 1 or len(name) == 1:
        return _initial(form, name)
    if without_vowels(form) == name or without_vowels(name) == form:
        return Pair(Grade.SHORT, f"{min(form, name, key=len).capitalize()} is without its vowels")
    cut = len(form) > 3 and len(name) - len(form) > 1 and name.startswith(form)
    if cut and _given(name) and not known(form):  # Moham, Khal; but Martin is not short for Martina
        return Pair(Grade.SHORT, f"{form.capitalize()} is {name.capitalize()} cut short")
    return None


def same_family(form: str, name: str) -> bool:
    """Whether two given names are forms of one (William, Bill)."""
    known = families("given_names.txt")
    return bool(known.get(form, frozenset()) & known.get(name, frozenset()))


def known(word: str) -> bool:
    """Whether a word is a given name or surname of its own in our tables."""
    return _given(word) or word in entries("known_names.txt")


def _given(word: str) -> bool:
    return word in families("given_names.txt") or word in entries("frequent_given.txt")


def _initial(form: str, name: str) -> Pair:
    if form[0] != name[0]:
        return DIFFERENT
    return Pair(Grade.SHORT, f"{min(form, name, key=len).upper()}. is an initial")


def _slip(form: str, name: str, cultures: frozenset[Culture]) -> Pair:
    if (known(form) and known(name)) or other_sex(form, name):
        return DIFFERENT
    found: Slip | None = slip(form, name)
    if found is None:
        return _slip_in_a_spelling(form, name, cultures)
    common = common_ending(form, name)
    if common and slip(form[:-common], name[:-common]) is None:
        return DIFFERENT
    return Pair(Grade.SLIP, found.why, found.edits, max(len(form), len(name)))


def _slip_in_a_spelling(form: str, name: str, cultures: frozenset[Culture]) -> Pair:
    """Other letters for the same sounds, or one letter's slip in another spelling (Khodorkovskii)."""
    shorter, longer = sorted((len(form), len(name)))
    if shorter < 5 or longer - shorter > 4:
        return DIFFERENT
    if sounded(form) == sounded(name):
        return Pair(Grade.SLIP, f"{form.capitalize()} sounds like {name.capitalize()}", 1, longer)
    if common_ending(form, name):
        return DIFFERENT
    for ours, theirs in spellings(form, name, cultures):
        if min(len(ours), len(theirs)) > 5 and slip(ours, theirs, most=1) is not None:
            why = f"{form.capitalize()} is {name.capitalize()} otherwise spelled and with a slip"
            return Pair(Grade.SLIP, why, 1, longer)
    return DIFFERENT


def other_sex(form: str, name: str) -> bool:
    """Whether the words differ as a man's and a woman's name do (Erik, Erika; Ivanov, Ivanova)."""
    shorter, longer = sorted((form, name), key=len)
    if longer == shorter + "a":
        return known(shorter) or shorter.endswith(("ov", "ev", "in", "sky", "ski", "an"))
    stems = {
        shorter.removesuffix(end) for end in ("sky", "ski", "skiy", "skyi") if shorter.endswith(end)
    }
    return any(longer in {stem + "skaya", stem + "ska", stem + "skaia"} for stem in stems)
