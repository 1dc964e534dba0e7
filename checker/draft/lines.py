"""Which ends of lines end what is said: those of headlines, items and rows, not those of wrapped text."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.draft.words import word_set

_ITEM = re.compile(r"\s*(?:[•*#|‣▪◦–—-]\s|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s)")
# Words that no line ends with but one that goes on.
_OPEN = word_set(
    "a an the of in on at by for from with to into and or but than as that who which is are was were "
    "be has have had its his her their between about over under more less"
)
_OPEN_SIGNS = (",", "-", "–", "—", "(", "$", "£", "€", "&", "/")
# Characters: nobody wraps text to narrower columns.
_NARROWEST = 40


def closed_lines(text: str) -> frozenset[int]:
    """The offsets of the ends (without spaces) of lines that the next line does not go on.

    Whoever wraps text puts as many words on a line as it holds: where the first word of the next
    line would still have fitted by far, the line was ended on purpose. Columns (tabs) and items are too.
    """
    closed: set[int] = set()
    at = 0
    for block in re.split(r"(\n[^\S\n]*\n)", text):
        closed.update(at + end for end in _closed_in(block) if "\n" in block.strip())
        at += len(block)
    return frozenset(closed)


def _closed_in(block: str) -> list[int]:
    """The same for a run of lines without an empty one between."""
    lines = block.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    closed = []
    at = 0
    for line, following in pairwise(lines):
        if _is_closed(line.rstrip(), following, width):
            closed.append(at + len(line.rstrip()))
        at += len(line) + 1
    return closed


def _is_closed(line: str, following: str, width: int) -> bool:
    """Whether a line ends what it says, in a run of lines of at most `width` characters."""
    if not line.strip() or not following.strip():
        return False
    if "\t" in line.strip() or "\t" in following.strip() or _ITEM.match(following):
        return True
    word = following.split(maxsplit=1)[0]
    if not (word[0].isupper() or word[0].isdigit() or word[0] in '"“‘('):
        return False
    last = line.rsplit(maxsplit=1)[-1]
    if last.lower() in _OPEN or last.endswith(_OPEN_SIGNS):
        return False
    return width < _NARROWEST or (len(line) + 1 + len(word)) * 5 < width * 4
