"""Names without what print may change: case, diacritics, apostrophes, hyphens, full stops."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""Letters of a name that are looked at: a longer text is no name, and time must stay bounded."""

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ə": "a", "ŋ": "ng", "ħ": "h", "ʒ": "zh", "ĸ": "k", "ŧ": "t", "ƙ": "k",
        "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o",
    }
)  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘‛`´ʼʻʹʺʿʾˈ′″ʽ\"“”„·‧]")
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
"""Accents and vowel points; the vowel signs of Indic scripts are letters of the name and stay."""
_BREAKS = re.compile("[^\\w\u0900-\u109f\u1780-\u17ff]+|_")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.[ \-]?){2,}|\b[^\W\d_]\.(?=[^\W\d_])")


def fold(text: str) -> str:
    """The letters of a name in lower case, without diacritics, apart by single spaces."""
    if text.isascii() and text.replace(" ", "").isalnum():  # most names: there is nothing to undo
        return " ".join(text[:LONGEST].lower().split())
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text[:LONGEST]).casefold())
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", text)).strip()


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; `J.R. Smith` is j, r, smith."""
    return tuple(
        fold(_INITIALS.sub(lambda m: m.group().replace(".", ". "), text[:LONGEST])).split()
    )
