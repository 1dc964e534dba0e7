"""Names of the register that are one slip apart, found without comparing every pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.language.names.fold import fold
from checker.model.claim import Entity

_LONGEST = 80  # letters of a name that are compared


@dataclass(frozen=True, slots=True)
class Neighbours:
    """An index of names by what is left when one letter is taken out.

    Two names that share such a rest are at most two slips apart, so the index finds every pair that
    is one apart, and a few more; `near` weeds those out.
    """

    by_rest: dict[str, list[tuple[str, Entity]]]

    @staticmethod
    def of(names: Iterable[tuple[str, Entity]]) -> Neighbours:
        """The index of names with their entities."""
        by_rest: dict[str, list[tuple[str, Entity]]] = {}
        for name, entity in names:
            key = fold(name)[:_LONGEST]
            for rest in _rests(key):
                by_rest.setdefault(rest, []).append((key, entity))
        return Neighbours(by_rest)

    def near(self, name: str, most: int = 1) -> Iterator[tuple[Entity, int]]:
        """The entities with a name at most so many slips away (0: the same), each once."""
        from rapidfuzz.distance import OSA

        key = fold(name)[:_LONGEST]
        seen: set[str] = set()
        for rest in _rests(key):
            for other, entity in self.by_rest.get(rest, ()):
                if entity.id not in seen:
                    slips = OSA.distance(key, other, score_cutoff=most)
                    if slips <= most:
                        seen.add(entity.id)
                        yield entity, slips


def _rests(key: str) -> Iterator[str]:
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]
