"""Romanised Chinese surnames: which two spellings can be one surname."""

from __future__ import annotations

from functools import cache
from itertools import product

from checker.language.names.fold import words
from checker.language.names.han import jyutping
from checker.language.names.mandarin import is_syllable, splits, wade_giles
from checker.language.names.romanisation import cantonese, southern
from checker.language.names.tables import rows


def can_be_one_surname(a: str, b: str) -> bool:
    """Whether two romanised forms can stand for one Chinese surname (Liu, Lau), in any region's spelling.

    Folded alike counts. A spelling that no surname of our table has is one with nothing else.
    """
    one, other = "".join(words(a)), "".join(words(b))
    return bool(one) and (one == other or bool(surnames_of(one) & surnames_of(other)))


def surnames_of(spelling: str) -> frozenset[int]:
    """The surnames (numbers of lines of the table) that a folded spelling can stand for."""
    return _by_spelling().get(spelling, frozenset())


def is_surname(word: str) -> bool:
    """Whether a folded word is the pinyin of a Chinese surname of our table."""
    return word in _in_pinyin()


@cache
def _in_pinyin() -> frozenset[str]:
    written = (pinyin for row in rows("surnames.txt") for pinyin in row.split()[1].split(","))
    return frozenset(pinyin.replace("ü", letter) for pinyin in written for letter in ("u", "v", "yu"))


@cache
def _by_spelling() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows("surnames.txt")):
        for spelling in _spellings(row):
            found.setdefault(spelling, set()).add(number)
    return {spelling: frozenset(numbers) for spelling, numbers in found.items()}


def _spellings(row: str) -> set[str]:
    characters, mandarin, *dialects = row.replace("ü", "v").split()
    readings = dict(dialect.split(":") for dialect in dialects)
    spelled = set[str]()
    for pinyin in mandarin.split(","):
        spelled |= _mandarin(pinyin)
    for syllables in _jyutping(characters, mandarin, readings.pop("c", "")):
        spelled |= {"".join(parts) for parts in product(*map(cantonese, syllables))}
    for dialect in readings.values():
        for reading in dialect.split(","):
            spelled |= southern(reading)
    return spelled


def _mandarin(surname: str) -> set[str]:
    """Pinyin (ü also as u, yu) and Wade–Giles."""
    syllables = (surname,) if is_syllable(surname) else min(splits(surname), key=len)
    giles = {"".join(parts) for parts in product(*map(wade_giles, syllables))}
    return {surname, surname.replace("v", "u"), surname.replace("v", "yu"), *giles}


def _jyutping(characters: str, mandarin: str, stated: str) -> list[tuple[str, ...]]:
    """The Cantonese readings: those stated, else of the first character (the first two of a double surname)."""
    if stated:
        return [tuple(reading.split("-")) for reading in stated.split(",")]
    if is_syllable(mandarin.split(",")[0]):
        return [(reading,) for reading in {jyutping(c) for c in characters} if reading]
    return [tuple(map(jyutping, characters[:2]))]
