"""Two names in Chinese characters: simplified or traditional, and which characters differ."""

from __future__ import annotations

from functools import cache

from checker.language.names.fold import words
from checker.language.names.han import pinyin
from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.surnames import pinyin_of_surname
from checker.language.names.tables import entries


def compare_characters(form: str, name: str) -> Comparison:
    """Compare names in characters; a wrong character of the same sound is a slip of the keyboard."""
    ours, theirs = _simplified(form), _simplified(name)
    if ours == theirs:
        return Comparison(Likeness.SPELLING, "simplified and traditional characters")
    if len(ours) != len(theirs):
        if ours and (theirs.startswith(ours) or theirs.endswith(ours)):
            return Comparison(Likeness.SPELLING, "a part is left out", short=True)
        return Comparison(Likeness.OTHER, "other characters")
    wrong = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    alike = all(pinyin(a) and pinyin(a) == pinyin(b) for a, b in wrong)
    if len(wrong) == 1 and len(ours) > 2 and alike and _is_chinese(theirs):
        return Comparison(
            Likeness.MISPRINT, f"{wrong[0][0]} for {wrong[0][1]}, of the same sound", edits=1
        )
    return Comparison(Likeness.OTHER, "other characters")


def _is_chinese(name: str) -> bool:
    """Whether it is no longer than a surname and two characters; how Japanese reads longer ones is unknown."""
    return len(name) <= 2 + pinyin_of_surname(name)[0]


def _simplified(text: str) -> str:
    return "".join(_simple().get(c, c) for word in words(text) for c in word)


@cache
def _simple() -> dict[str, str]:
    """Traditional and Japanese characters and their simplified forms."""
    groups = sorted(entries("han_variants.txt") | entries("han_japanese.txt"))
    return {old: group[0] for group in groups for old in group[1:]}
