"""Words of names without what spelling alone may change, and without what many of them share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_Rules = Sequence[tuple[re.Pattern[str], str]]


def _rules(*rules: tuple[str, str]) -> _Rules:
    return [(re.compile(pattern), replacement) for pattern, replacement in rules]


_RESPELLED = _rules(
    ("ph", "f"), ("ck|c(?=[aourlt]|$)|q", "k"), ("c(?=[eiy])|z", "s"), ("(?<=[aeiou])h|(?<=[tr])h", ""), ("w", "v"),
    ("x", "ks"), ("ch(?=r)", "k"), ("[ijy]+e(?=$)|e[ey]$|[jy]", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_SOUNDED = _rules(
    ("sch|sh", "$"), ("zh|dzh|dj|dg(?=e)|j", "j"), ("tch|tsch|ch|cz", "1"), ("tz|ts", "z"),
    ("ck|kh|k|q|c(?=[aourlt]|$)", "k"), ("c(?=[eiy])", "s"), ("ph|f", "f"), ("x", "ks"), ("[sz]", "s"), ("th", "t"),
    ("(?<=[aeiou])h", ""), ("gh(?=t|$)", ""), ("ee|ea|ie|y", "i"), ("oo|ou", "u"), ("w", "v"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_ENDING = re.compile(
    "(?:dottir|shvili|ovich|evich|ovna|evna|enko|skaya|skiy|sky|ski|ova|eva|sson|son|sen|ian|yan|zai|nejad|zadeh|oglu|poulos"
    "|escu|ullah|uddin|mann|berg|stein|feld|bach|burg|strom|quist|gren|lund|gaard|adze|idze|auskas|avicius|iene|inen|onen"
    "|wati|sari|ov|ev)$"
)


@lru_cache(4096)
def respelled(word: str) -> str:
    """A given name without what its spelling alone may change: Sarah, Sara; Erik, Eric; Annie, Anny."""
    return _plain(word, _RESPELLED)


@lru_cache(4096)
def sounded(word: str) -> str:
    """A word with the letters of several languages for one sound made one: Scholz, Sholts."""
    return _plain(word, _SOUNDED)


@lru_cache(4096)
def without_vowels(word: str) -> str | None:
    """The consonants of a word that has at least four of them (Vldmr for Vladimir)."""
    plain = re.sub("[aeiouy]", "", word)
    return plain if len(plain) > 3 else None


def common_ending(form: str, name: str) -> int:
    """The length of an ending of both that many surnames share: it says nothing of likeness."""
    ours, theirs = _ENDING.search(form), _ENDING.search(name)
    return len(ours[0]) if ours and theirs and ours[0] == theirs[0] else 0


def _plain(word: str, rules: _Rules) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
