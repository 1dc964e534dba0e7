"""Slips of the pen: which letters were swapped, lost, added or changed, and how easily that happens."""

from __future__ import annotations

import re

from msgspec import Struct

_DOUBLED = re.compile(r"(.)\1+")

# What a slip weighs, in quarters of one letter for another that is nothing like it.
_LETTER = 4
ALIKE = 2
_SWAPPED = 3
_VOWEL = 3
_FIRST = 6
"""One letter for another at the head of a word, where a slip is seen at once and rare."""

_VOWELS = frozenset("aeiouy")
_ALIKE_LETTERS = (
    "aeiouy", "ckqgx", "sz", "sc", "dt", "bp", "fv", "vwu", "ijy", "gj", "mn", "lr", "xs", "fp", "wm",
    "o0", "il1", "s5", "g9", "a4", "e3", "t7", "b8", "z2",
)  # fmt: skip
"""Letters that sound or look alike, and digits for the letters that they look like."""
_ALIKE_PAIRS = frozenset(a + b for alike in _ALIKE_LETTERS for a in alike for b in alike)
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""The rows of an English keyboard."""


class Slip(Struct, frozen=True):
    """So many letters changed, and what happened, in an editor's words."""

    edits: int
    why: str


def allowed(length: int) -> int:
    """How many letters may differ in a word of this length that is still taken for a slip.

    One in three at most: below that, two unrelated names of the same language are as near as that.
    """
    return 1 if length <= 5 else 2 if length <= 8 else 3


def heaviest(length: int) -> int:
    """What all slips of a word of this length may weigh: two letters nothing alike only in a long one."""
    return _LETTER if length <= 5 else 6 if length <= 8 else 2 * _LETTER


def slip(form: str, name: str, most: int | None = None) -> Slip | None:
    """The slip that makes `name` into `form`; None where too many letters differ, or too unlike ones.

    Letters lost, added, changed and neighbours swapped count one each (optimal string alignment); a
    doubled letter is no slip beside another one.
    """
    from rapidfuzz.distance import OSA

    longest = max(len(form), len(name))
    limit, heavy = (allowed(longest), heaviest(longest)) if most is None else (most, _LETTER * most)
    edits = OSA.distance(form, name, score_cutoff=limit + 2)
    if edits > limit + 2 or edits >= min(len(form), len(name)):
        return None
    if edits > limit and OSA.distance(single(form), single(name)) > limit - 1:
        return None
    if weight(form, name) > heavy and not _places_changed(form, name, edits):
        return None
    return Slip(
        edits, f"{form.capitalize()} is {name.capitalize()} with {_what(form, name, edits)}"
    )


def _places_changed(form: str, name: str, edits: int) -> bool:
    """Whether two letters of a longer word, not its first, stand in one another's place (Ergodan)."""
    same_letters = form[0] == name[0] and sorted(form) == sorted(name)
    return edits <= 2 and len(form) > 5 and same_letters


def single(word: str) -> str:
    """The word without doubled letters."""
    return _DOUBLED.sub(r"\1", word)


def weight(form: str, name: str) -> int:
    """The least that the changes from `name` to `form` weigh, each by how easily it happens."""
    before: list[int] = []
    last = [0]
    for j in range(len(name)):
        last.append(last[-1] + _lost(name, j))
    for i, letter in enumerate(form):
        row = [last[0] + _lost(form, i)]
        for j, other in enumerate(name):
            best = min(
                last[j] + _changed(letter, other, i + j == 0),
                last[j + 1] + _lost(form, i),
                row[j] + _lost(name, j),
            )
            if i and j and letter != other and letter == name[j - 1] and form[i - 1] == other:
                best = min(best, before[j - 1] + _SWAPPED)
            row.append(best)
        before, last = last, row
    return last[-1]


def _lost(word: str, place: int) -> int:
    letter = word[place]
    if letter in word[max(place - 1, 0) : place] or letter == "h":
        return ALIKE
    return _VOWEL if letter in _VOWELS else _LETTER


def _changed(letter: str, other: str, first: bool) -> int:
    if letter == other:
        return 0
    if letter + other in _ALIKE_PAIRS:
        return ALIKE
    return _LETTER if not first or _neighbours(letter, other) else _FIRST


def _neighbours(letter: str, other: str) -> bool:
    return any(letter + other in row or other + letter in row for row in _KEYS)


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
