"""Names from scripts that leave out vowels (Arabic, Hebrew), by their consonants."""

from __future__ import annotations

import re

from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.parts import parts

_RULES = (
    ("kh|ck", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh|ch", "s"), ("tz|ts|x", "s"), ("dj|dzh", "j"),
    ("q|c", "k"), ("z", "s"), ("ph|v|p|f", "b"), ("[aeiouwyh]", ""),
)  # fmt: skip
_ARTICLE = re.compile("al(?=[a-z]{3})")


def consonants(word: str) -> str:
    """The consonants of a folded word, those made one that the scripts or spellings do not tell apart."""
    for pattern, replacement in _RULES:
        word = re.sub(pattern, replacement, word)
    return re.sub(r"(.)\1+", r"\1", word)


def compare_consonants(form: str, name: str) -> Comparison:
    """Compare two romanised names of which one had no vowels; j is g (Egypt) or y (Hebrew)."""
    hard = _compare(
        _skeletons(form.lower().replace("j", "g")), _skeletons(name.lower().replace("j", "g"))
    )
    soft = _compare(
        _skeletons(form.lower().replace("j", "y")), _skeletons(name.lower().replace("j", "y"))
    )
    return min(hard, soft, key=lambda c: c.likeness.distance)


def by_sound(form: str, name: str) -> Comparison | None:
    """The same consonants and the same ends in -a, where one name was written by ear (Джордж, George)."""
    ours, theirs = parts(form).content, parts(name).content
    found = compare_consonants(form, name)
    alike = [w.endswith("a") for w in ours] == [w.endswith("a") for w in theirs]
    enough = len("".join(_skeletons(form))) >= 3
    if found.likeness is Likeness.OTHER or not alike or not enough:
        return None
    return Comparison(Likeness.SPELLING, "written by ear in another script")


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
