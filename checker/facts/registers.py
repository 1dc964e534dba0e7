"""What the registers imply: chains of wider things, and the currencies of an article's places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.language.currencies import currencies_of_place
from checker.model.claim import ClaimFile, Figure

if TYPE_CHECKING:
    from checker.facts.facts import Facts


def ancestors(start: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """`start` and everything above it, nearest first; a circle is walked once."""
    found = [start]
    for each in found:
        found.extend(p for p in parents.get(each, ()) if p not in found)
    return tuple(found)


def currencies_here(facts: Facts, file: ClaimFile) -> frozenset[str]:
    """The currencies of the places that a file's claims name, and of those they lie in."""
    used: set[str | None] = {e.id for e in file.entities if e.type == "place"}
    for claim in file.claims:
        used.update(entity for entity in claim.names.values())
        if isinstance(claim.asserts, Figure):
            used.update((claim.asserts.place, claim.asserts.subject))
    names = {
        facts.entity_name(above)
        for entity in used
        if entity is not None
        for above in facts.entities_above(entity)
        if above is not None
    }
    return frozenset(code for name in names for code in currencies_of_place(name))
