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
_BREAKS = re.compile(r"[^\w]+|_")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.[ \-]?){2,}|\b[^\W\d_]\.(?=[^\W\d_])")


def fold(text: str) -> str:
    """The letters of a name in lower case, without diacritics, apart by single spaces."""
    text = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", text)).strip()


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; `J.R. Smith` is j, r, smith."""
    return tuple(
        fold(_INITIALS.sub(lambda m: m.group().replace(".", ". "), text[:LONGEST])).split()
    )
