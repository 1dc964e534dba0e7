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
_APOSTROPHES = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff'’‘‛`´ʼʻʹʺʿʾˈ′″ʽ\"“”„·‧]")
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
"""Accents and vowel points; the vowel signs of Indic scripts are letters of the name and stay."""
_AT = re.compile(r"(?<=\w)@(?=\w)")
_BREAKS = re.compile("[^\\w\u0900-\u109f\u1780-\u17ff]+|_")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.[ \-]?){2,}|\b[^\W\d_]\.(?=[^\W\d_])")


_LATIN_LETTERS = "aceopxyijsABEKMHOPCTXYIJSaovABEZHIKMNOPTYX"
_LIKE_THEM = "асеорхуіјѕАВЕКМНОРСТХУІЈЅαονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_TO_LATIN = str.maketrans(_LIKE_THEM, _LATIN_LETTERS)
_FROM_LATIN = str.maketrans(_LATIN_LETTERS[:25], _LIKE_THEM[:25])
"""Cyrillic and Greek letters that look like Latin ones (confusables of Unicode Technical Standard 39)."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_NOT_LATIN = re.compile("[\u0370-\u052f]")


def unmixed(text: str) -> str:
    """The text with every word in one script: a Cyrillic о in a Latin word is an o, and the other way round."""
    if text.isascii() or not _LATIN.search(text) or not _NOT_LATIN.search(text):
        return text
    return _WORD.sub(lambda found: _in_one_script(found.group()), text)


def _in_one_script(word: str) -> str:
    latin, other = len(_LATIN.findall(word)), len(_NOT_LATIN.findall(word))
    if not latin or not other:
        return word
    return word.translate(_TO_LATIN if latin >= other else _FROM_LATIN)


def fold(text: str) -> str:
    """The letters of a name in lower case, without diacritics, apart by single spaces."""
    if text.isascii() and text.replace(" ", "").isalnum():  # most names: there is nothing to undo
        return " ".join(text[:LONGEST].lower().split())
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text[:LONGEST]).casefold())
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return _BREAKS.sub(" ", _AT.sub("a", _APOSTROPHES.sub("", text))).strip()


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; `J.R. Smith` is j, r, smith."""
    return tuple(
        fold(_INITIALS.sub(lambda m: m.group().replace(".", ". "), text[:LONGEST])).split()
    )
