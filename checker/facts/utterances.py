"""Direct quotations as words that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.quotes import joined_quote
from checker.language.passages import fold
from checker.model.claim import Claim

if TYPE_CHECKING:
    from checker.facts.facts import Facts

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_MARK = re.compile('["«»]')
# An omission, or what the paper has put in: its own words in brackets.
_GAP = re.compile(r"\.\.\.|\[[^\[\]]*\]|\([^()]*\)")
_LEAST_SPOKEN = 0.5  # of the words of a quote with quotation marks


class Utterance(Struct, frozen=True, eq=False):
    """A claim that quotes its speaker directly, and the words of the quotation.

    `parts` are the runs of words between omissions, and between words that the speaker did not
    say; `words` are all of them.
    """

    claim: Claim
    words: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]

    def holds(self, other: Utterance) -> bool:
        """Whether the other's parts stand in this one's, in order."""
        where, start = 0, 0
        for part in other.parts:
            needle = f" {' '.join(part)} "
            while where < len(self.parts):
                at = f" {' '.join(self.parts[where])} ".find(needle, start)
                if at >= 0:
                    start = at + len(needle) - 1
                    break
                where, start = where + 1, 0
            else:
                return False
        return True

    def agrees(self, other: Utterance) -> bool:
        """Whether something can have been said that both give, each with what it leaves out."""
        if self.holds(other) or other.holds(self):
            return True
        return len(self.parts) > 1 < len(other.parts) and _meet(self._pattern(), other._pattern())

    def _pattern(self) -> list[str]:
        """The words, and an empty one for anything that may stand between two parts."""
        return [word for part in self.parts for word in ("", *part)][1:]


def utterances(facts: Facts) -> Iterator[Utterance]:
    """Every direct quotation with a known speaker, in file order."""
    for claim in facts.claims.values():
        if claim.direct and claim.speaker and claim.key not in facts.corrected:
            parts = _parts(fold(joined_quote(claim)).lower)
            if parts:
                words = tuple(word for part in parts for word in part)
                yield Utterance(claim, words, parts)


def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    """The runs of words that are the speaker's."""
    whole = _runs(text)
    spoken = _runs("...".join(_between_marks(text)))
    enough = sum(map(len, spoken)) >= _LEAST_SPOKEN * sum(map(len, whole))
    return spoken if spoken and enough else whole


def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    found = (tuple(_WORD.findall(run)) for run in _GAP.split(text))
    return tuple(run for run in found if run)


def _between_marks(text: str) -> list[str]:
    """What stands inside quotation marks; the first mark may close what was opened before."""
    first = _MARK.search(text)
    if first is None:
        return []
    before, after = text[: first.start()][-1:], text[first.end() :][:1]
    closes = bool(before.strip()) and not after.strip(" .,;:!?")
    return _MARK.split(text)[0 if closes else 1 :: 2]


def _meet(ours: list[str], theirs: list[str]) -> bool:
    """Whether one text fits both patterns, in which an empty word stands for any words."""
    reached = [True]  # by nothing of ours: each beginning of theirs
    for theirs_next in theirs:
        reached.append(reached[-1] and not theirs_next)
    for mine in ours:
        row = [reached[0] and not mine]
        for at, word in enumerate(theirs, start=1):
            both = mine and word
            row.append(reached[at - 1] and mine == word if both else reached[at] or row[-1])
        reached = row
    return reached[-1]
