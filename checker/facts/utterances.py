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


class Utterance(Struct, frozen=True, eq=False):
    """A claim that quotes its speaker directly, and the words of the quotation."""

    claim: Claim
    words: tuple[str, ...]

    def holds(self, other: Utterance) -> bool:
        """Whether the other's words stand together in this one's."""
        needle = f" {' '.join(other.words)} "
        return needle in f" {' '.join(self.words)} "


def utterances(facts: Facts) -> Iterator[Utterance]:
    """Every direct quotation with a known speaker, in file order."""
    for claim in facts.claims.values():
        if claim.direct and claim.speaker and claim.key not in facts.corrected:
            words = tuple(_WORD.findall(fold(joined_quote(claim)).lower))
            if words:
                yield Utterance(claim, words)
