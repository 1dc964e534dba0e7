"""Every place where the files of a tree write an id: where it is declared, and where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.facts.references import event_references, references
from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Happening
from checker.span import Span

KINDS = ("entity", "measure", "event", "claim")
_TOLD_FROM = re.compile(r".*\b(?:before|after|prior to|following|ahead of)\s+(?:the\s+)?(\S+)\s*")


class Use(Struct, frozen=True):
    """One place. Of a claim the `name` is whole, `file-id#claim-id`; `declares` says whether here."""

    kind: str
    name: str
    span: Span
    declares: bool = False


def uses(files: Iterable[ClaimFile]) -> Iterator[Use]:
    """All places of a tree, each once."""
    entities: set[str] = set()
    files = tuple(files)
    for file in files:
        entities.update(entity.id for entity in file.entities)
    seen: set[tuple[str, Span]] = set()
    for file in files:
        for use in _of_file(file, entities):
            if (use.kind, use.span) not in seen:
                seen.add((use.kind, use.span))
                yield use


def _of_file(file: ClaimFile, entities: set[str]) -> Iterator[Use]:
    for entity in file.entities:
        yield Use("entity", entity.id, file.key_span("entities", entity.id), declares=True)
    for measure in file.measures:
        yield Use("measure", measure.id, file.key_span("measures", measure.id), declares=True)
    for event in file.events:
        yield Use("event", event.id, file.key_span("events", event.id), declares=True)
    for each in (*references(file), *event_references(file)):
        yield Use(each.kind, each.target, each.owner.span(*each.keys))
    for claim in file.claims:
        yield Use("claim", claim.key, claim.span("id"), declares=True)
        yield from _events_of(claim)
        yield from _entities_of(claim, entities)


def _events_of(claim: Claim) -> Iterator[Use]:
    said = claim.asserts
    if isinstance(said, Happening):
        yield Use("event", said.event, claim.span("event"))
    if isinstance(said, Age) and said.as_of is not None:
        yield Use("event", said.as_of, claim.span("as-of"))
    for key, words in _dates(claim):
        if words is not None and (found := _TOLD_FROM.fullmatch(words)):
            yield Use("event", found[1], claim.span(key))


def _dates(claim: Claim) -> Iterator[tuple[str, str | None]]:
    said = claim.asserts
    yield "said", claim.said
    if isinstance(said, Happening):
        yield "date", said.date
    if isinstance(said, Figure | Attribute):
        yield "period", said.period
    if isinstance(said, Figure | Age):
        yield "as-of", said.as_of


def _entities_of(claim: Claim, entities: set[str]) -> Iterator[Use]:
    """The values of an attribute that are ids: any words may stand there."""
    said = claim.asserts
    if isinstance(said, Attribute):
        for number, value in enumerate(said.values):
            if value in entities:
                yield Use("entity", value, claim.span("is", number))
        if said.of in entities and said.of is not None:
            yield Use("entity", said.of, claim.span("of"))
