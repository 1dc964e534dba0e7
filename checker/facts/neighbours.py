"""Names of the register in one spelling, and those that are one slip apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, product

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
    found = []
    for file in files:
        for entity in file.entities:
            if holds[entity.id] is entity:
                found.append(_registered(entity, entity.name, None))
                for alias, words in enumerate(entity.aliases):
                    found.append(_registered(entity, words, alias))
    return found


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
    for a, b in _sharing_a_half(names):
        if names[a].entity is not names[b].entity:
            slips = _slips(names[a], names[b])
            if slips <= 1:
                found[a, b] = slips
    return [(names[a], names[b], slips) for (a, b), slips in sorted(found.items())]


def _sharing_a_half(names: Sequence[Registered]) -> Iterator[tuple[int, int]]:
    """Pairs that begin or end alike: one slip leaves the other half of a name as it is.

    In order of their letters names that begin alike stand together; read backwards, those that end
    alike.
    """
    bearers: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        bearers.setdefault(name.key, []).append(number)
        if name.turned != name.key:
            bearers.setdefault(name.turned, []).append(number)
    for several in bearers.values():
        if len(several) > 1:
            yield from _each_with(several, several)
    for one, other in chain(_beginning_alike(bearers), _ending_alike(bearers)):
        yield from _each_with(bearers[one], bearers[other])


def _each_with(ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    for one, other in product(ones, others[:_MOST]):
        if one != other:
            yield (one, other) if one < other else (other, one)


def _ending_alike(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one, other in _beginning_alike([form[::-1] for form in forms]):
        yield one[::-1], other[::-1]


def _beginning_alike(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(forms)
    alike = [  # nearly none
        place
        for place, (form, following) in enumerate(pairwise(ordered))
        if following.startswith(form[: max(1, (len(form) - 3) // 2)])
    ]
    for place in alike:
        form = ordered[place]
        start, length, end = _first_half(form), len(form), form[-3:]
        most = max(length - 5, 0)
        beginning = form[:most]
        for other in ordered[place + 1 : place + 1 + _MOST]:
            if not other.startswith(start):
                break
            # a slip stands among the last letters, or leaves those as they are
            if -1 <= len(other) - length <= 1 and (other[-3:] == end or other[:most] == beginning):
                yield form, other


def _first_half(form: str) -> str:
    """What a name one slip from this one, and perhaps a letter shorter, has too if it begins alike."""
    return form[: (len(form) - 3) // 2] if _is_long(form) else form


def _slips(a: Registered, b: Registered) -> int:
    if a.key == b.key or a.turned == b.turned:
        return 0
    if not (_is_long(a.key) and _is_long(b.key)):
        return 2
    near = one_edit_apart(a.key, b.key) or one_edit_apart(a.turned, b.turned)
    return 1 if near else 2


def _is_long(key: str) -> bool:
    return len(key) >= _SHORTEST and key.replace(" ", "").isalpha()
