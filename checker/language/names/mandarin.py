"""Mandarin syllables: Hanyu Pinyin, Wade–Giles, and what may be which.

Wade–Giles after H. A. Giles, *A Chinese-English Dictionary* (1912), as the Library of Congress used
it until 2000; apostrophes are folded away before, so that `chang` may be zhang or chang.
"""

from __future__ import annotations

import re
from functools import cache

from checker.language.names.tables import entries

_INITIALS = {
    "zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k",
    "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts", "r": "j", "m": "m", "f": "f", "n": "n",
    "l": "l", "h": "h", "s": "s", "w": "w", "y": "y",
}  # fmt: skip
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]")
_WHOLE = {
    "zhi": ("chih",), "chi": ("chih",), "shi": ("shih",), "ri": ("jih",), "zi": ("tzu", "tze"),
    "ci": ("tzu", "tze"), "si": ("ssu", "szu", "sze"), "yi": ("i", "yi"), "you": ("yu",), "yan": ("yen",),
    "ye": ("yeh",), "yong": ("yung",), "er": ("erh",), "e": ("o", "e"), "he": ("ho",), "ge": ("ko", "ke"),
    "ke": ("ko", "ke"), "guo": ("kuo",), "kuo": ("kuo",), "huo": ("huo",), "shuo": ("shuo",),
    "ju": ("chu",), "qu": ("chu",), "xu": ("hsu",), "ran": ("jan",), "gui": ("kuei",), "kui": ("kuei",),
    "yu": ("yu",), "xiong": ("hsiung",), "jiong": ("chiung",), "qiong": ("chiung",),
}  # fmt: skip
_FINALS = (
    ("iong", "iung"), ("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"), ("ve", "ueh"),
    ("uo", "o"), ("v", "u"), ("e", "e"),
)  # fmt: skip


def syllables() -> frozenset[str]:
    """The syllables of pinyin, without tones; v stands for ü."""
    return entries("pinyin.txt")


def is_syllable(word: str) -> bool:
    """Whether the folded word is one syllable of pinyin (`lu` also stands for lü)."""
    return word in syllables()


@cache
def wade_giles(syllable: str) -> frozenset[str]:
    """How Wade–Giles writes a syllable of pinyin, folded: without apostrophes and umlaut."""
    if syllable in _WHOLE:
        return frozenset(_WHOLE[syllable])
    match = _INITIAL.match(syllable)
    initial = match.group() if match else ""
    final = syllable[len(initial) :]
    for pinyin, giles in _FINALS:
        if final == pinyin:
            final = giles
            break
    return frozenset({_INITIALS.get(initial, "") + final})


@cache
def _from_wade_giles() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for syllable in syllables():
        for giles in wade_giles(syllable):
            found.setdefault(giles, set()).add(syllable)
    return {giles: frozenset(pinyin) for giles, pinyin in found.items()}


@cache
def splits(word: str) -> tuple[tuple[str, ...], ...]:
    """All ways to read a folded word as one to four syllables of pinyin."""
    return tuple(_splits(word, 4))


def _splits(word: str, most: int) -> list[tuple[str, ...]]:
    if not word:
        return [()]
    if not most or len(word) > 6 * most:
        return []
    return [
        (word[:end], *rest)
        for end in range(1, min(6, len(word)) + 1)
        if is_syllable(word[:end])
        for rest in _splits(word[end:], most - 1)
    ]


def is_pinyin(word: str) -> bool:
    """Whether a folded word can be read as syllables of pinyin."""
    return bool(splits(word))


def same_in_wade_giles(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name's words in Wade–Giles can be the other's in pinyin (`chien chao`, `jianchao`)."""
    return _giles_of(one, other) or _giles_of(other, one)


def _giles_of(giles: tuple[str, ...], pinyin: tuple[str, ...]) -> bool:
    readings = _from_wade_giles()
    if not giles or any(word not in readings for word in giles):
        return False
    return any(
        len(split) == len(giles)
        and all(s in readings[g] for s, g in zip(split, giles, strict=True))
        for split in splits("".join(pinyin))
    )
