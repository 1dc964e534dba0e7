"""Readings of Chinese characters: pinyin and Jyutping, from Unihan."""

from __future__ import annotations

from functools import cache

from checker.language.names.tables import rows


def pinyin(character: str) -> str:
    """The usual Mandarin reading without tone (v stands for ü); empty for an unknown character."""
    return _readings().get(character, ("", ""))[0]


def jyutping(character: str) -> str:
    """The usual Cantonese reading without tone; empty where none is known."""
    return _readings().get(character, ("", ""))[1]


@cache
def _readings() -> dict[str, tuple[str, str]]:
    found = {}
    for row in rows("han.txt"):
        mandarin, cantonese, characters = row.split()
        reading = (mandarin, cantonese.strip("-"))
        found.update(dict.fromkeys(characters, reading))
    return found


@cache
def readings_in_cantonese(syllable: str) -> frozenset[str]:
    """The Cantonese readings of all characters that Mandarin reads so."""
    return frozenset(j for p, j in _readings().values() if p == syllable and j)
