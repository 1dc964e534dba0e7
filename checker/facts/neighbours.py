"""Names of the register in one spelling, and those that are one slip apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from checker.language.misspelt import one_edit_apart
from checker.language.names.fold import fold
from checker.model.claim import ClaimFile, Entity

_LONGEST = 80  # letters of a name that are compared
_SHORTEST = 5  # letters: below that, nearly every name is one slip from another
_MOST = 200  # names with one half in common that are compared pair by pair


class Registered(Struct, frozen=True, eq=False):
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

    Short names and names with digits (`Line 4`) are only near where they are the same. Of more than
    a few hundred names that share a half, the first are compared.
    """
    found: dict[tuple[int, int], int] = {}
    for numbers in _blocks(names):
        odd = {number: _odd_letters(names[number].key) for number in numbers[:_MOST]}
        for a, b in combinations(odd, 2):
            if (odd[a] ^ odd[b]).bit_count() > 2:  # nearly all: one slip touches two letters
                continue
            if (a, b) not in found and names[a].entity is not names[b].entity:
                slips = _slips(names[a], names[b])
                if slips <= 1:
                    found[a, b] = slips
    return [(names[a], names[b], slips) for (a, b), slips in sorted(found.items())]


def _odd_letters(key: str) -> int:
    """The letters that a name has an odd number of times, as bits (some letters share one)."""
    odd = 0
    for letter in key:
        odd ^= 1 << (ord(letter) & 63)
    return odd


def _blocks(names: Sequence[Registered]) -> Iterable[list[int]]:
    """Names by each half: one slip leaves the other half of a name as it is."""
    first: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        keys = _halves(name.key)
        if name.turned != name.key:
            keys += _halves(name.turned)
        for key in keys:
            other = first.setdefault(key, number)
            if other != number:  # most halves are one name's alone: a list for those would cost
                blocks.setdefault(key, [other]).append(number)
    return blocks.values()


def _halves(key: str) -> list[str]:
    """The whole name, and its halves at the two lengths that a name one letter shorter may give."""
    if not _is_long(key):
        return [key]
    half = (len(key) - 2) // 2
    halves = [key, f"{key[:half]}…", f"…{key[-half:]}"]
    if half > 1:
        halves += [f"{key[: half - 1]}…", f"…{key[1 - half :]}"]
    return halves


def _slips(a: Registered, b: Registered) -> int:
    if a.key == b.key or a.turned == b.turned:
        return 0
    if not (_is_long(a.key) and _is_long(b.key)):
        return 2
    near = one_edit_apart(a.key, b.key) or one_edit_apart(a.turned, b.turned)
    return 1 if near else 2


def _is_long(key: str) -> bool:
    return len(key) >= _SHORTEST and key.replace(" ", "").isalpha()
