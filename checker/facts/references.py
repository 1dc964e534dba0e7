"""Every place where a file names something that stands elsewhere, and what it should name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Placed

Keys = tuple[str | int, ...]


class Reference(Struct, frozen=True):
    """`target` of some `kind` (entity, measure, event, claim), named at `keys` of `owner`."""

    owner: Placed
    keys: Keys
    kind: str
    target: str

    @property
    def claim(self) -> Claim | None:
        """The claim that names it, where a claim does."""
        return self.owner if isinstance(self.owner, Claim) else None


def references(file: ClaimFile) -> Iterator[Reference]:
    """All references of a file but those to events, which need no declaration."""
    yield from _of_registers(file)
    for claim in file.claims:
        yield from _of_claim(claim)
        if isinstance(claim.asserts, Figure):
            yield from _of_figure(claim, claim.asserts)


def event_references(file: ClaimFile) -> Iterator[Reference]:
    """The references of a file's events to other events."""
    for event in file.events:
        yield from _several(event, "after", "event", event.after)
        yield from _several(event, "before", "event", event.before)
        if event.within is not None:
            yield Reference(event, ("within",), "event", event.within)


def claims_named(claim: Claim) -> frozenset[str]:
    """The claims that a figure's relations name."""
    said = claim.asserts
    named = _of_figure(claim, said) if isinstance(said, Figure) else ()
    return frozenset(each.target for each in named if each.kind == "claim")


def _of_registers(file: ClaimFile) -> Iterator[Reference]:
    for entity in file.entities:
        for key, targets in (
            ("distinct-from", entity.distinct_from),
            ("part-of", entity.part_of),
            ("within", entity.within),
        ):
            if targets:
                yield from _several(entity, key, "entity", targets)
    for measure in file.measures:
        yield from _several(measure, "broader", "measure", measure.broader)
    for event in file.events:
        if event.of is not None:
            yield Reference(event, ("of",), "entity", event.of)


def _of_claim(claim: Claim) -> Iterator[Reference]:
    said = claim.asserts
    for form, entity in claim.names.items():
        if entity is not None:
            yield Reference(claim, ("names", form), "entity", entity)
    if claim.speaker is not None:
        yield Reference(claim, ("speaker",), "entity", claim.speaker)
    if claim.repeats is not None:
        yield Reference(claim, ("repeats",), "claim", claim.repeats)
    if claim.correction is not None:
        yield Reference(claim, ("corrects",), "claim", claim.correction.corrects)
    if isinstance(said, Figure | Age | Attribute) and said.subject is not None:
        yield Reference(claim, ("subject",), "entity", said.subject)
    if isinstance(said, Attribute) and said.attribute == "role" and said.of is not None:
        yield Reference(claim, ("of",), "entity", said.of)


def _of_figure(claim: Claim, figure: Figure) -> Iterator[Reference]:
    yield Reference(claim, ("measure",), "measure", figure.measure)
    if figure.place is not None:
        yield Reference(claim, ("place",), "entity", figure.place)
    for key, target in (("part-of", figure.part_of), ("rest-of", figure.rest_of)):
        if target is not None:
            yield Reference(claim, (key,), "claim", target)
    for key, targets in (
        ("sum-of", figure.sum_of),
        ("same-as", figure.same_as),
        ("more-than", figure.more_than),
        ("less-than", figure.less_than),
    ):
        if targets:
            yield from _several(claim, key, "claim", targets)
    if figure.times is not None:
        yield Reference(claim, ("times", "of"), "claim", figure.times.of)
    if figure.change is not None:
        yield Reference(claim, ("change", "from"), "claim", figure.change.start)
    if figure.average is not None:
        yield Reference(claim, ("average", "total"), "claim", figure.average.total)
        yield Reference(claim, ("average", "count"), "claim", figure.average.count)
    if figure.rate is not None:
        yield Reference(claim, ("rate", "of"), "claim", figure.rate.of)
        yield Reference(claim, ("rate", "in"), "claim", figure.rate.among)
    if figure.rank is not None:
        yield Reference(claim, ("rank", "among"), "entity", figure.rank.among)


def _several(owner: Placed, key: str, kind: str, targets: Sequence[str]) -> Iterator[Reference]:
    for number, target in enumerate(targets):
        yield Reference(owner, (key, number), kind, target)
