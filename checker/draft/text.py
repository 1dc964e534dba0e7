"""An article's text as sentences of tokens, each with its place in the text.

A paragraph, a headline, an item of a list, a row of a table and a block of HTML each end a sentence.
Everything here is one pass over the characters: any input takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from checker.draft.lines import closed_lines
from checker.draft.markup import without_markup
from checker.draft.words import word_set

# Longer runs without an end of a sentence are tables, code or noise: cut, so that no later step
# looks at an unbounded stretch.
_LONGEST_SENTENCE = 250

_TOKEN = re.compile(
    r"(?P<initials>(?:[A-Za-z]\.){2,})"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+|-[^\W\d_]+)*)"
    r"|(?P<sign>[^\s])"
)
_ENDERS = frozenset(".!?。！？")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")
_BULLETS = frozenset("•*#|-–—")
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen sen rep gov lt col capt sgt maj rev hon st mt ft jr sr no nos vs etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp dept est approx fig vol pp "
    "rs"
)
# Abbreviations that often close a sentence too: there the next word decides.
_MAY_END = word_set("inc ltd co corp etc jr sr st")


class Token(Struct, frozen=True):
    """A word, a number or a sign; `start` and `end` are offsets in the whole text."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def lower(self) -> str:
        """The token in lower case, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Sentence(Struct, frozen=True, dict=True):
    """A run of tokens up to the end of a sentence; `paragraph` counts from 0."""

    tokens: tuple[Token, ...]
    paragraph: int = 0

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset just behind its last character."""
        return self.tokens[-1].end

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(token.lower for token in self.tokens)

    def words(self, start: int, end: int) -> str:
        """The tokens from `start` up to `end`, joined by single spaces."""
        return " ".join(token.text for token in self.tokens[start:end])


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, in order."""
    for match in _TOKEN.finditer(text):
        yield Token(match.group(), match.start(), match.end(), match.lastgroup or "sign")


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; headlines, list items and table rows are ones too."""
    found: list[Sentence] = []
    current: list[Token] = []
    paragraph = 0
    text = without_markup(text)
    closed = closed_lines(text)
    for token in tokens(text):
        if current:
            gap = text[current[-1].end : token.start]
            if _ends(current, gap, token) or ("\n" in gap and current[-1].end in closed):
                found.append(Sentence(tuple(current), paragraph))
                current = []
                paragraph += "\n" in gap
        current.append(token)
    if current:
        found.append(Sentence(tuple(current), paragraph))
    return found


def _ends(current: list[Token], gap: str, following: Token) -> bool:
    """Whether a sentence ends in the gap between its tokens so far and the following one."""
    if len(current) >= _LONGEST_SENTENCE or gap.count("\n") > 1:
        return True
    if "\n" in gap and (following.text in _BULLETS or "|" in (current[0].text, current[-1].text)):
        return True
    last = len(current) - 1
    while last > 0 and current[last].text in _CLOSERS:
        last -= 1
    ender = current[last]
    if ender.text not in _ENDERS and ender.kind != "initials":
        return False
    if not gap and following.kind in ("number", "word"):
        return ender.text in "。！？"
    if following.text in _CLOSERS and not gap:
        return False
    return "\n" in gap or _starts_sentence(current, last, following)


def _starts_sentence(current: list[Token], last: int, following: Token) -> bool:
    if not (following.capital or following.kind == "number" or following.text in _OPENERS):
        return False
    if current[last].kind == "initials":
        # "in the U.S. He said": only a word that no name begins with
        return following.lower in _SENTENCE_WORDS
    if current[last].text != "." or last == 0:
        return True
    before = current[last - 1]
    if before.end != current[last].start:
        return True
    if len(before.text) == 1 and before.capital:
        return False
    if before.lower in _MAY_END:
        return following.lower in _SENTENCE_WORDS
    return before.lower not in _ABBREVIATIONS


_SENTENCE_WORDS = word_set(
    "the a an he she it they we i you his her its their our this that these those there in on at "
    "by for from with as but and or if when while after before since although however meanwhile "
    "according no not some many most about over more"
)
