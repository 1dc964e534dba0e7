"""Two words of two names: the same, the same otherwise written, a slip, or different."""

from __future__ import annotations

import re
from enum import IntEnum

from msgspec import Struct

from checker.language.names.cultures import Culture, same_in, spellings
from checker.language.names.slips import Slip, slip
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
    if form == name:
        return EQUAL
    if len(form) == 1 or len(name) == 1:
        return _initial(form, name)
    if same_family(form, name):
        return Pair(Grade.VARIANT, f"{form.capitalize()} is a form of {name.capitalize()}")
    culture = same_in(form, name, cultures)
    if culture is not None:
        return Pair(Grade.VARIANT, f"{form.capitalize()} is {name.capitalize()} in {culture.value}")
    if _without_vowels(form) == name or _without_vowels(name) == form:
        return Pair(Grade.SHORT, f"{min(form, name, key=len).capitalize()} is without its vowels")
    if (
        len(form) > 3
        and len(name) - len(form) > 1
        and name.startswith(form)
        and _shortened(form, name)
    ):
        return Pair(Grade.SHORT, f"{form.capitalize()} is {name.capitalize()} cut short")
    return _slip(form, name, cultures)


def _shortened(form: str, name: str) -> bool:
    """Whether the beginning of a given name is no name of its own (Moham, Khal)."""
    return _given(name) and not known(form)


def _without_vowels(word: str) -> str | None:
    """The consonants of a word that has at least four of them (Vldmr)."""
    plain = re.sub("[aeiouy]", "", word)
    return plain if len(plain) > 3 else None


def same_family(form: str, name: str) -> bool:
    """Whether two given names are forms of one (William, Bill)."""
    known = families("given_names.txt")
    return bool(known.get(form, frozenset()) & known.get(name, frozenset()))


def known(word: str) -> bool:
    """Whether a word is a given name or surname of its own in our tables."""
    return _given(word) or word in entries("known_names.txt")


def _given(word: str) -> bool:
    return word in families("given_names.txt") or word in entries("frequent_given.txt")


_RESPELLED = (
    ("ph", "f"), ("ck|c(?=[aourlt]|$)|q", "k"), ("c(?=[eiy])|z", "s"), ("(?<=[aeiou])h|(?<=[tr])h", ""), ("w", "v"), ("x", "ks"),
    ("ch(?=r)", "k"), ("[ijy]+e(?=$)|e[ey]$|[jy]", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip


def respelled(word: str) -> str:
    """A given name without what its spelling alone may change: Sarah, Sara; Erik, Eric; Annie, Anny."""
    for pattern, replacement in _RESPELLED:
        word = re.sub(pattern, replacement, word)
    return word


_SOUNDED = (
    ("sch|sh", "$"), ("zh|dzh|dj|dg(?=e)|j", "j"), ("tch|tsch|ch|cz", "1"), ("tz|ts", "z"), ("ck|kh|k|q|c(?=[aourlt]|$)", "k"),
    ("c(?=[eiy])", "s"), ("ph|f", "f"), ("x", "ks"), ("[sz]", "s"), ("th", "t"), ("(?<=[aeiou])h", ""), ("gh(?=t|$)", ""),
    ("ee|ea|ie|y", "i"), ("oo|ou", "u"), ("w", "v"), (r"(.)\1+", r"\1"),
)  # fmt: skip


def sounded(word: str) -> str:
    """A word with the letters of several languages for one sound made one: Scholz, Sholts."""
    for pattern, replacement in _SOUNDED:
        word = re.sub(pattern, replacement, word)
    return word


def _initial(form: str, name: str) -> Pair:
    if form[0] != name[0]:
        return DIFFERENT
    return Pair(Grade.SHORT, f"{min(form, name, key=len).upper()}. is an initial")


def _slip_in_a_spelling(form: str, name: str, cultures: frozenset[Culture]) -> Pair:
    """One letter's slip in another spelling (Khodorkovskii for Khodarkovsky), or letters for a sound."""
    if len(form) > 4 and sounded(form) == sounded(name):
        why = f"{form.capitalize()} sounds like {name.capitalize()}"
        return Pair(Grade.SLIP, why, 1, max(len(form), len(name)))
    for ours, theirs in spellings(form, name, cultures):
        found = slip(ours, theirs, most=1)
        if min(len(ours), len(theirs)) > 5 and found is not None and not _common_ending(form, name):
            why = f"{form.capitalize()} is {name.capitalize()} otherwise spelled and with a slip"
            return Pair(Grade.SLIP, why, 1, max(len(form), len(name)))
    return DIFFERENT


def _slip(form: str, name: str, cultures: frozenset[Culture]) -> Pair:
    if known(form) and known(name) and respelled(form) == respelled(name):
        return Pair(Grade.VARIANT, f"{form.capitalize()} is {name.capitalize()} otherwise spelled")
    if (known(form) and known(name)) or other_sex(form, name):
        return DIFFERENT
    common = _common_ending(form, name)
    found: Slip | None = slip(form, name)
    if found is None:
        return _slip_in_a_spelling(form, name, cultures)
    if common and slip(form[:-common], name[:-common]) is None:
        return DIFFERENT
    return Pair(Grade.SLIP, found.why, found.edits, max(len(form), len(name)))


_ENDINGS = (
    "dottir", "shvili", "ovich", "evich", "ovna", "evna", "enko", "skaya", "skiy", "sky", "ski",
    "ova", "eva", "sson", "son", "sen", "ian", "yan", "zai", "nejad", "zadeh", "oglu", "poulos",
    "escu", "ullah", "uddin", "mann", "berg", "stein", "feld", "bach", "burg", "strom", "quist", "gren", "lund", "gaard",
    "adze", "idze", "auskas", "avicius", "iene", "inen", "onen", "wati", "sari", "ov", "ev",
)  # fmt: skip


def _common_ending(form: str, name: str) -> int:
    """The length of an ending that many surnames share: it says nothing of likeness."""
    for ending in _ENDINGS:
        if form.endswith(ending) and name.endswith(ending):
            return len(ending)
    return 0


def other_sex(form: str, name: str) -> bool:
    """Whether the words differ as a man's and a woman's name do (Erik, Erika; Ivanov, Ivanova)."""
    shorter, longer = sorted((form, name), key=len)
    if longer == shorter + "a":
        return known(shorter) or shorter.endswith(("ov", "ev", "in", "sky", "ski", "an"))
    stems = {
        shorter.removesuffix(end) for end in ("sky", "ski", "skiy", "skyi") if shorter.endswith(end)
    }
    return any(longer in {stem + "skaya", stem + "ska", stem + "skaia"} for stem in stems)
