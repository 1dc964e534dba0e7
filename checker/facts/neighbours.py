"""Names of the register in one spelling, and those that are one slip apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.language.names.fold import fold
from checker.model.claim import ClaimFile, Entity

_LONGEST = 80  # letters of a name that are compared
_SHORTEST = 5  # letters: below that, nearly every name is one slip from another
_MOST = 40  # names with one rest that are compared pair by pair


@dataclass(frozen=True, slots=True, eq=False)
class Registered:
    """One name that the register gives to an entity: its name, or the alias of that number.

    `key` is the name folded, `turned` the same with its words in one order.
    """

    entity: Entity
    words: str
    alias: int | None
    key: str
    turned: str


def registered_names(files: Iterable[ClaimFile], holds: dict[str, Entity]) -> list[Registered]:
    """Every name and alias of the entities that hold, in the order of the files."""
    return [
        _registered(entity, words, alias)
        for file in files
        for entity in file.entities
        if holds[entity.id] is entity
        for alias, words in [(None, entity.name), *enumerate(entity.aliases)]
    ]


def _registered(entity: Entity, words: str, alias: int | None) -> Registered:
    key = fold(words)[:_LONGEST]
    turned = " ".join(sorted(key.split())) if " " in key else key
    return Registered(entity, words, alias, key, turned)


def near_pairs(names: Sequence[Registered]) -> list[tuple[Registered, Registered, int]]:
    """Names of different entities at most one slip apart, the earlier first, and the slips.

    Found by what is left when a letter is taken out, so that not every pair is compared. Short names
    and names with digits (`Line 4`) are only near where they are the same.
    """
    found: dict[tuple[int, int], int] = {}
    for a, b in sorted(_alike([(n.turned, n.key) for n in names])):
        if names[a].entity is not names[b].entity:
            slips = min(
                _slips(names[a].key, names[b].key), _slips(names[a].turned, names[b].turned)
            )
            if slips <= 1:
                found[a, b] = slips
    return [(names[a], names[b], slips) for (a, b), slips in found.items()]


def _alike(keys: list[tuple[str, str]]) -> set[tuple[int, int]]:
    by_rest: dict[str, list[int]] = {}
    for number, spellings in enumerate(keys):
        for key in set(spellings):
            for rest in _rests(key):
                by_rest.setdefault(rest, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in by_rest.values():
        if len(numbers) > 1:
            pairs.update(combinations(sorted(set(numbers))[:_MOST], 2))
    return pairs


def _rests(key: str) -> Iterator[str]:
    yield key
    if len(key) >= _SHORTEST and key.replace(" ", "").isalpha():
        for at in range(len(key)):
            yield key[:at] + key[at + 1 :]


def _slips(a: str, b: str) -> int:
    if a == b:
        return 0
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=1)
