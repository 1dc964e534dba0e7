"""Excerpts of a tree: the claims that may bear on a few given ones, and what they need declared.

To judge what an edit of one claim would settle or break, only the claims that hang together with it
need reading again. Claims hang together through what they share: a claim they refer to, what they
measure of whom and where, the things that hold it, an event, a person's life, an article's rates.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.facts.references import claims_of
from checker.facts.tolls import orders
from checker.model.claim import Age, Assertion, Attribute, Claim, Figure, Happening, Utterance

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.model.claim import ClaimFile

# So many claims are read again for one edit, the nearest first: what lies further off in a component
# of thousands is not looked at.
NEAREST = 40

# What claims share: `("event", "flight")`, `("claim", "2015/sky-net#returned")`.
Tie = tuple[str | None, ...]


class Neighbourhoods:
    """Which claims of a tree hang together, found through an index of what they share."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._ranked = {fact.figure.measure for fact in facts.figures_with("rank")}
        self._sharing: dict[Tie, list[str]] = defaultdict(list)
        for key, claim in facts.claims.items():
            for tie in self._ties_of(claim):
                self._sharing[tie].append(key)
        self._beside: dict[Tie, list[Tie]] = defaultdict(list)
        for one, other in self._tied():
            self._beside[one].append(other)
            self._beside[other].append(one)

    def around(self, claims: Iterable[str]) -> frozenset[str]:
        """The claims themselves and the nearest ones that hang together with them."""
        found = dict.fromkeys(claims)
        ties = deque(tie for claim in found for tie in self._all_ties_of(claim))
        seen = set(ties)
        while ties and len(found) < NEAREST:
            tie = ties.popleft()
            more = list(self._beside.get(tie, ()))
            for claim in self._holding(tie):
                if len(found) >= NEAREST:
                    break
                if claim not in found:
                    found[claim] = None
                    more.extend(self._all_ties_of(claim))
            ties.extend(each for each in dict.fromkeys(more) if each not in seen)
            seen.update(more)
        return frozenset(found)

    def _holding(self, tie: Tie) -> Iterator[str]:
        """The claims that share a tie: of a claim, itself and those that name it."""
        kind, name, *_ = tie
        if kind == "claim" and name in self._facts.claims:
            yield name
        yield from self._sharing.get(tie, ())

    def _all_ties_of(self, key: str) -> Iterator[Tie]:
        yield ("claim", key)
        if key in self._facts.claims:
            yield from self._ties_of(self._facts.claims[key])

    def _ties_of(self, claim: Claim) -> list[Tie]:
        """What a claim shares with others, besides itself."""
        ties: list[Tie] = []
        if claim.correction is not None:
            ties.append(("claim", claim.correction.corrects))
        said = claim.asserts
        if isinstance(said, Figure):
            ties.append(("scope", said.measure, said.subject, said.place))
            if named := claims_of(said):
                ties += [("claim", other) for other in named]
            if said.rank or said.measure in self._ranked:
                ties.append(("measure", said.measure))
            if said.restated:
                ties.append(("rates", claim.file))
        elif isinstance(said, Happening):
            ties.append(("event", said.event))
        elif isinstance(said, Age):
            ties.append(("life", said.subject))
        if events := _events_named(self._facts, said):
            ties += [("event", event) for event in events]
        return ties

    def _tied(self) -> Iterator[tuple[Tie, Tie]]:
        """What is joined without a claim: wider things, declared orders of events, lives."""
        for nesting in self._facts.things.nestings:
            yield ("scope", *nesting.inner.scope), ("scope", *nesting.outer.scope)
        for earlier, later in orders(self._facts):
            yield ("scope", *earlier.scope), ("scope", *later.scope)
        for event in self._facts.events.values():
            for other in (*event.after, *event.before, *filter(None, [event.within])):
                yield ("event", event.id), ("event", other)
            if event.of:
                yield ("event", event.id), ("life", event.of)


def excerpt(facts: Facts, claims: frozenset[str], without: frozenset[str] = frozenset()) -> Facts:
    """A tree of these claims alone, with the declarations that they may need.

    Claims in `without` say nothing any more; a figure stays as the class of a whole that it is,
    since a list of classes that is said to be complete is not complete without it.
    """
    needed = _needed(facts, claims)
    concerned = {facts.claims[claim].file for claim in claims} | facts.files_for_all
    concerned.update(file for name in needed for file in facts.files_declaring.get(name, ()))
    files = (_cut(f, claims, needed, without) for f in facts.files if f.id in concerned)
    kept = tuple(f for f in files if f.claims or f.entities or f.measures or f.events or f.rates)
    return replace(facts, files=kept, texts={})


def with_claim(facts: Facts, claim: Claim) -> Facts:
    """The tree with another reading of one of its claims."""
    return replace(facts, files=tuple(_with(file, claim) for file in facts.files))


def _with(file: ClaimFile, claim: Claim) -> ClaimFile:
    if file.id != claim.file:
        return file
    claims = tuple(claim if each.key == claim.key else each for each in file.claims)
    return replace(file, claims=claims)


def _cut(
    file: ClaimFile, claims: frozenset[str], needed: frozenset[str], without: frozenset[str]
) -> ClaimFile:
    kept = (claim for claim in file.claims if claim.key in claims)
    return replace(
        file,
        claims=tuple(_silent(claim) if claim.key in without else claim for claim in kept),
        entities=tuple(e for e in file.entities if e.id in needed or e.type == "observance"),
        measures=tuple(measure for measure in file.measures if measure.id in needed),
        events=tuple(event for event in file.events if event.id in needed),
    )


def _silent(claim: Claim) -> Claim:
    """The claim without what it says."""
    said = claim.asserts
    if not isinstance(said, Figure):
        return replace(claim, asserts=Utterance())
    bare = Figure(said.measure, None, said.subject, said.period, said.as_of, said.place)
    return replace(claim, asserts=replace(bare, part_of=said.part_of or said.rest_of, by=said.by))


def _needed(facts: Facts, claims: frozenset[str]) -> frozenset[str]:
    """The ids of what the claims mention, and of what stands above and beside that."""
    waiting = [each for key in claims for each in _mentioned(facts, facts.claims[key])]
    found: set[str] = set()
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(_joined(facts, each))
    return frozenset(found)


def _mentioned(facts: Facts, claim: Claim) -> Iterator[str]:
    said = claim.asserts
    mentioned = [claim.speaker, *claim.names.values()]
    if isinstance(said, Figure):
        mentioned += [
            said.measure,
            said.subject,
            said.place,
            said.rank.among if said.rank else None,
        ]
    elif isinstance(said, Happening):
        mentioned.append(said.event)
    elif isinstance(said, Age):
        mentioned.append(said.subject)
    yield from filter(None, mentioned)
    yield from _events_named(facts, said)


def _events_named(facts: Facts, said: Assertion) -> list[str]:
    """The events that a claim's dates name: by themselves, or behind `before` or `after`."""
    known, found = facts.event_names, []
    for date in _dates(said):
        if date:
            last = date.replace(" before ", " after ").rpartition(" after ")[2]
            event = known.get(last) or known.get(last.removeprefix("the "))
            if event:
                found.append(event)
    return found


def _dates(said: Assertion) -> tuple[str | None, ...]:
    """The words of a claim that say when."""
    if isinstance(said, Figure):
        return said.period, said.as_of
    if isinstance(said, Happening):
        return (said.date,)
    if isinstance(said, Age):
        return (said.as_of,)
    return (said.period,) if isinstance(said, Attribute) else ()


def _joined(facts: Facts, name: str) -> Iterator[str]:
    """What a declaration names; measures, entities and events may share an id."""
    if name in facts.measures:
        yield from facts.measures[name].broader
    if name in facts.entities:
        yield from (*facts.entities[name].part_of, *facts.entities[name].within)
    if name in facts.events:
        event = facts.events[name]
        yield from filter(None, (*event.after, *event.before, event.within, event.of))
