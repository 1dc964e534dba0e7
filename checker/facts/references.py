"""Every place where a file names something that stands elsewhere, and what it should name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Placed

Keys = tuple[str | int, ...]

_OF_A_SUBJECT = (Figure, Age, Attribute)


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


class Known(Struct, frozen=True):
    """Targets by kind, of which no reference is asked for."""

    entities: AbstractSet[str] = frozenset()
    measures: AbstractSet[str] = frozenset()
    claims: AbstractSet[str] = frozenset()


_NOTHING = Known()


def references(file: ClaimFile, known: Known = _NOTHING) -> Iterator[Reference]:
    """All references of a file but those to what is known.

    Those to events, which need no declaration, are left out.
    """
    yield from _of_registers(file, known)
    for claim in file.claims:
        yield from _of_claim(claim, known)
        if isinstance(claim.asserts, Figure):
            yield from _of_figure(claim, claim.asserts, known)


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
    return frozenset(claims_of(said)) if isinstance(said, Figure) else frozenset()


def claims_of(figure: Figure) -> list[str]:
    """The claims that a figure's relations name, in the order of its keys."""
    named = [each for each in (figure.part_of, figure.rest_of) if each]
    named += figure.sum_of
    named += figure.same_as
    named += figure.more_than
    named += figure.less_than
    if is_reckoned(figure):
        named += [claim for _, claim in reckoned_from(figure)]
    return named


def _of_registers(file: ClaimFile, known: Known) -> Iterator[Reference]:
    entities, measures = known.entities, known.measures
    for entity in file.entities:
        for key, targets in (
            ("distinct-from", entity.distinct_from),
            ("part-of", entity.part_of),
            ("within", entity.within),
        ):
            if targets:
                yield from _several(entity, key, "entity", targets, entities)
    for measure in file.measures:
        yield from _several(measure, "broader", "measure", measure.broader, measures)
    for event in file.events:
        if event.of is not None and event.of not in entities:
            yield Reference(event, ("of",), "entity", event.of)


def _of_claim(claim: Claim, known: Known) -> Iterator[Reference]:
    said, entities, claims = claim.asserts, known.entities, known.claims
    if claim.names:
        for form, entity in claim.names.items():
            if entity is not None and entity not in entities:
                yield Reference(claim, ("names", form), "entity", entity)
    if claim.speaker is not None and claim.speaker not in entities:
        yield Reference(claim, ("speaker",), "entity", claim.speaker)
    if claim.repeats is not None and claim.repeats not in claims:
        yield Reference(claim, ("repeats",), "claim", claim.repeats)
    if claim.correction is not None and claim.correction.corrects not in claims:
        yield Reference(claim, ("corrects",), "claim", claim.correction.corrects)
    subject = said.subject if isinstance(said, _OF_A_SUBJECT) else None
    if subject is not None and subject not in entities:
        yield Reference(claim, ("subject",), "entity", subject)
    of = said.of if isinstance(said, Attribute) and said.attribute == "role" else None
    if of is not None and of not in entities:
        yield Reference(claim, ("of",), "entity", of)


def _of_figure(claim: Claim, figure: Figure, known: Known) -> Iterator[Reference]:
    entities, claims = known.entities, known.claims
    if figure.measure not in known.measures:
        yield Reference(claim, ("measure",), "measure", figure.measure)
    if figure.place is not None and figure.place not in entities:
        yield Reference(claim, ("place",), "entity", figure.place)
    if figure.part_of is not None and figure.part_of not in claims:
        yield Reference(claim, ("part-of",), "claim", figure.part_of)
    if figure.rest_of is not None and figure.rest_of not in claims:
        yield Reference(claim, ("rest-of",), "claim", figure.rest_of)
    if figure.sum_of:
        yield from _several(claim, "sum-of", "claim", figure.sum_of, claims)
    if figure.same_as:
        yield from _several(claim, "same-as", "claim", figure.same_as, claims)
    if figure.more_than:
        yield from _several(claim, "more-than", "claim", figure.more_than, claims)
    if figure.less_than:
        yield from _several(claim, "less-than", "claim", figure.less_than, claims)
    if is_reckoned(figure):
        for keys, target in reckoned_from(figure):
            if target not in claims:
                yield Reference(claim, keys, "claim", target)
    if figure.rank is not None and figure.rank.among not in entities:
        yield Reference(claim, ("rank", "among"), "entity", figure.rank.among)


def is_reckoned(figure: Figure) -> bool:
    """Whether a figure is reckoned from others at all: most are not."""
    return bool(figure.times or figure.change or figure.average or figure.rate)


def reckoned_from(figure: Figure) -> Iterator[tuple[Keys, str]]:
    """The claims that a figure is reckoned from, each behind the keys where it is named."""
    if figure.times:
        yield ("times", "of"), figure.times.of
    if figure.change:
        yield ("change", "from"), figure.change.start
    if figure.average:
        yield ("average", "total"), figure.average.total
        yield ("average", "count"), figure.average.count
    if figure.rate:
        yield ("rate", "of"), figure.rate.of
        yield ("rate", "in"), figure.rate.among


def _several(
    owner: Placed,
    key: str,
    kind: str,
    targets: Sequence[str],
    known: AbstractSet[str] = frozenset(),
) -> Iterator[Reference]:
    for number, target in enumerate(targets):
        if target not in known:
            yield Reference(owner, (key, number), kind, target)
