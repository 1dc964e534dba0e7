"""Misprints of units, currencies and scales: `yaun`, `milion`, `kilometrs`.

A word is taken for a misprint only where it is one edit (a letter added, lost, changed, or two
swapped) from a known word of five letters or more (or from `yuan` or `euro`), and is no ordinary
word itself: most words behind a number are things that are counted, and a false alarm costs more
than a miss. Names, which begin with a capital, are left alone.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from checker.language import currencies, numerals, units

_LEAST = 4  # letters of a word that is looked at
_TELLING = 5  # letters of a known word that few others resemble
_SHORT = frozenset({"yuan", "euro", "lakh"})
_ORDINARY = Path(__file__).parent.parent / "data" / "ordinary-words.txt"


@lru_cache(maxsize=1 << 14)
def misspelt(word: str, known: frozenset[str] | None = None) -> str | None:
    """The known word that `word` is a misprint of, or None where it may well be a noun."""
    if len(word) < _LEAST or not word.isalpha() or not word.islower():
        return None
    words = known_words() if known is None else known
    if word in words or word in _ordinary():
        return None
    near = _neighbours(words).get(word, ()) or {
        found for part in deletions(word) for found in _neighbours(words).get(part, ())
    }
    close = sorted(found for found in near if one_edit_apart(word, found))
    return close[0] if close else None


def one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter added, lost or changed, or two neighbours swapped, makes `b` of `a`."""
    if len(a) > len(b):
        a, b = b, a
    start = 0
    while start < len(a) and a[start] == b[start]:
        start += 1
    if len(a) == len(b):
        swapped = a[start + 1 : start + 2] + a[start : start + 1] + a[start + 2 :]
        return a[start + 1 :] == b[start + 1 :] or swapped == b[start:]
    return len(b) - len(a) == 1 and a[start:] == b[start + 1 :]


def deletions(word: str) -> set[str]:
    """The word with each one letter left out."""
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Units, currencies and scales that a misprint is looked for among."""
    words = units.unit_words() | currencies.currency_words() | set(numerals.SCALES)
    return _SHORT | {word for word in words if len(word) >= _TELLING}


@lru_cache(maxsize=4)
def _neighbours(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Known words by themselves and by what is left of them with one letter less."""
    index: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        if len(word) >= _LEAST:
            for part in (word, *sorted(deletions(word))):
                index[part] = (*index.get(part, ()), word)
    return index


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    lines = _ORDINARY.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())
