"""Words of dates and durations in one spelling, small numbers in words, and near misses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from checker.language import numerals
from checker.language.numerals import Form, normalise, scan
from checker.rational import Rational

_FIRST_TWENTY = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: n for n, word in enumerate(_FIRST_TWENTY.split(), start=1)}
"""Ordinals in words, up to the thirty-first: days, centuries, places."""
ORDINALS |= {f"twenty-{word}": 20 + n for word, n in ORDINALS.items() if n < 10}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
_ORDINAL_DIGITS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.ASCII)
_AND_A_HALF = re.compile(r" and a half$")
_LONGEST_NUMBER = 60  # characters: no length of time or age takes more

NUMBER_WORDS = numerals.NUMBER_WORDS | frozenset(ORDINALS) | {"a", "an", "and"}


def plain(text: str) -> str:
    """The text in lower case, with plain hyphens and apostrophes and single spaces."""
    return normalise(text).lower()


def number(text: str) -> Rational | None:
    """A number in digits or words (`13`, `1,200`, `2.5`, `forty-two`, `three and a half`)."""
    if text in ("a", "an"):
        return 1
    if text in ("half a", "half an", "a half", "half"):
        return Fraction(1, 2)
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    whole = _AND_A_HALF.sub("", text)
    if whole != text:
        base = number(whole)
        return None if base is None else base + Fraction(1, 2)
    scanned = scan(text)
    if scanned is None or scanned[1] != len(text) or scanned[0].form is Form.VAGUE:
        return None
    return scanned[0].value


def ordinal(text: str) -> int | None:
    """An ordinal up to thirty-first in words, or any below 100 in digits (`third`, `21st`)."""
    found = _ORDINAL_DIGITS.fullmatch(text)
    return int(found[1]) if found else ORDINALS.get(text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misprint most likely stands for, two slips away at most."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = 1 if len(word) < 5 else 2
    best = process.extractOne(word, sorted(known), scorer=OSA.distance, score_cutoff=slips)
    return best[0] if best else None
