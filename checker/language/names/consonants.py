"""Names from scripts that leave out vowels (Arabic, Hebrew), by their consonants."""

from __future__ import annotations

import re

from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.parts import parts

_RULES = (
    ("kh|ck", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh|ch", "s"), ("tz|ts|x", "s"), ("dj|dzh", "j"),
    ("q|c", "k"), ("z", "s"), ("ph|v|p|f", "b"), ("[aeiouwyh]", ""),
)  # fmt: skip
_SYLLABIC = (
    ("ph|v|p|f", "b"), ("ch", "t"), ("sh|th", "s"), ("x", "ks"), ("[jz]", "d"), ("r", "l"), ("m", "n"), ("ts", "t"), ("q|c|g", "k"), ("h", ""),
)  # fmt: skip
"""What Korean and Japanese syllables do not tell apart, or write by the next sound that they have."""
_ARTICLE = re.compile("al(?=[a-z]{3})")


def consonants(word: str) -> str:
    """The consonants of a folded word, those made one that the scripts or spellings do not tell apart."""
    for pattern, replacement in _RULES:
        word = re.sub(pattern, replacement, word)
    return re.sub(r"(.)\1+", r"\1", word)


_SOUNDS = tuple(map(str.maketrans, ("j", "j", "v", "q", "cj"), ("g", "y", "w", "g", "gg")))
"""What a letter may stand for: j in Egypt and for Hebrew, v, the q of Libya, the c of Turkish."""


def compare_consonants(form: str, name: str) -> Comparison:
    """Compare two romanised names of which one had no vowels."""
    found = (
        _compare(*(_skeletons(text.lower().translate(sounds)) for text in (form, name)))
        for sounds in _SOUNDS
    )
    return min(found, key=lambda c: c.likeness.distance)


def by_sound(form: str, name: str, syllabic: bool = False) -> Comparison | None:
    """The same consonants and the same ends in -a, where one name was written by ear (Джордж, George).

    `syllabic` is for Hangul and kana, where a vowel stands between any two consonants.
    """
    if syllabic:
        return _by_syllables(form, name)
    ours, theirs = parts(form).content, parts(name).content
    found = compare_consonants(form, name)
    alike = [w.endswith("a") for w in ours] == [w.endswith("a") for w in theirs]
    enough = len("".join(_skeletons(form))) >= 3
    if found.likeness is Likeness.OTHER or not alike or not enough:
        return None
    return Comparison(Likeness.SPELLING, "written by ear in another script")


def _by_syllables(form: str, name: str) -> Comparison | None:
    one, other = (_of_syllables("".join(parts(each).content)) for each in (form, name))
    if one != other or len(one) < 4:
        return None
    return Comparison(Likeness.SPELLING, "written by ear in another script")


def _of_syllables(word: str) -> str:
    for pattern, replacement in _SYLLABIC:
        word = re.sub(pattern, replacement, word)
    return consonants(word)


def _compare(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Comparison:
    if not ours or not theirs:
        return Comparison(Likeness.OTHER, "no consonant to compare")
    if ours == theirs or "".join(ours) == "".join(theirs):
        return Comparison(Likeness.SPELLING, "the same consonants in another script")
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return Comparison(Likeness.SPELLING, "the same consonants, a part left out")
    return Comparison(Likeness.OTHER, "other consonants in another script")


def _skeletons(name: str) -> tuple[str, ...]:
    """The skeletons of the parts, articles off."""
    words = (_ARTICLE.sub("", w, count=1) if w.startswith("al") else w for w in parts(name).content)
    return tuple(found for w in words if (found := consonants(w)))
