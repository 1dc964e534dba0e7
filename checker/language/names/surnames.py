"""Romanised Chinese surnames: which two spellings can be one surname."""

from __future__ import annotations

from functools import cache
from itertools import product

from checker.language.names.fold import words
from checker.language.names.han import jyutping, pinyin
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
    written = (name for row in rows("surnames.txt") for name in row.split()[1].split(","))
    return frozenset(name.replace("ü", letter) for name in written for letter in ("u", "v", "yu"))


def pinyin_of_surname(characters: str) -> tuple[int, str]:
    """How many characters a name in Chinese characters has for the surname, and their pinyin."""
    for size in (2, 1):
        found = _characters().get(characters[:size])
        if found and len(characters) > size:
            return size, found
    return 1, pinyin(characters[:1]) or characters[:1]


@cache
def _characters() -> dict[str, str]:
    """Surnames in characters, single and double, and their pinyin."""
    found: dict[str, str] = {}
    for row in rows("surnames.txt"):
        written, mandarin = row.split()[:2]
        first = mandarin.replace("ü", "v").split(",")[0]
        size = 1 if is_syllable(first) else 2
        found.update((written[i : i + size], first) for i in range(0, len(written), size))
    return found


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
    for surname in mandarin.split(","):
        spelled |= _mandarin(surname)
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
    if is_syllable(mandarin.partition(",")[0]):
        return [(reading,) for reading in {jyutping(c) for c in characters} if reading]
    return [tuple(map(jyutping, characters[:2]))]
