"""The parts of a person's name: titles off, particles and generations known for what they are."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.language.names.fold import LONGEST, words
from checker.language.names.tables import section

MOST_PARTS = 12
"""Parts of a name that are compared: no name has more, and pairing them takes their square."""

_GENERATIONS = {
    "junior": "jr", "fils": "jr", "hijo": "jr", "filho": "jr", "2nd": "ii", "senior": "sr",
    "pere": "sr", "3rd": "iii", "4th": "iv",
}  # fmt: skip
_ABD = re.compile(r"abd(?:al|el|ul|ol|il)?")


class Parts(Struct, frozen=True):
    """The folded parts of a name in order; `generation` is jr, sr, ii …, or empty."""

    words: tuple[str, ...]
    generation: str = ""

    @property
    def content(self) -> tuple[str, ...]:
        """The parts that are no mere particles."""
        return tuple(w for i, w in enumerate(self.words) if not is_particle(w, i, len(self.words)))


def parts(name: str, titles: bool = False) -> Parts:
    """Read a person's name; `Putin, Vladimir` is turned round, `Sir` and `Dr` fall away unless `titles` stay."""
    found = [w for w in _turned(name) if w]
    found, generation = _without_generation(found)
    found = found if titles else _without_titles(found)
    return Parts(tuple(_with_abdul(found)[:MOST_PARTS]), generation)


def is_particle(word: str, place: int, count: int) -> bool:
    """Whether a part is a mere particle there: `ben` is one between two names, not before the first."""
    if place == count - 1 or word not in section("parts.txt", "particle"):
        return False
    return place > 0 or word in {"al", "el", "bin", "ibn", "de", "von", "van"}


def _turned(name: str) -> list[str]:
    """The words of a name, a surname before a comma put last."""
    head, comma, tail = name[:LONGEST].partition(",")
    before, after = words(head), words(tail)
    generations = section("parts.txt", "generation") | section("parts.txt", "letters")
    if not comma or all(word in generations for word in after):
        return [*before, *after]
    return [*after, *before]


def _without_generation(found: list[str]) -> tuple[list[str], str]:
    generation = ""
    kept = []
    for place, word in enumerate(found):
        if place and word in section("parts.txt", "letters") and place == len(found) - 1:
            continue
        last = place == len(found) - 1 or word != "i"  # elsewhere an initial, or a Catalan "and"
        if place and last and word in section("parts.txt", "generation"):
            generation = _GENERATIONS.get(word, word)
        else:
            kept.append(word)
    return kept, generation


def _without_titles(found: list[str]) -> list[str]:
    """Titles before the name, as long as something is left of it."""
    titles, also_names = section("parts.txt", "title"), section("parts.txt", "leading")
    while len(found) > 1 and found[0] in titles and (len(found) > 2 or found[0] not in also_names):
        found = found[1:]
    return found


def _with_abdul(found: list[str]) -> list[str]:
    """`Abd al` and `Abdel` as one word: abdul."""
    made: list[str] = []
    for word in found:
        if made and made[-1] == "abd" and re.fullmatch("[aeuio][lrsnzdt]h?", word):
            made[-1] = "abdul"
        else:
            made.append("abdul" if word != "abd" and _ABD.fullmatch(word) else word)
    return made
