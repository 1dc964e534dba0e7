"""The index that rules ask: registers, claims, readings and article texts of a whole tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import compress
from operator import attrgetter

from msgspec import Struct, field

from checker.facts.changes import StatedChange, changes
from checker.facts.conversions import Exchange
from checker.facts.days import Chronology
from checker.facts.figures import FigureFact, figure_facts, unit_of
from checker.facts.neighbours import Registered, near_pairs, registered_names
from checker.facts.partitions import Partition, partitions
from checker.facts.registers import ancestors, currencies_here
from checker.facts.things import Things
from checker.facts.times import Time
from checker.language.dates import read_date, read_period
from checker.language.types import Days, Unit, When
from checker.language.unreadable import Unreadable
from checker.model.claim import (
    Article,
    Assertion,
    Claim,
    ClaimFile,
    Entity,
    Event,
    Figure,
    Measure,
    Rate,
)
from checker.model.text import ArticleText
from checker.settings import Settings


class Facts(Struct, frozen=True, dict=True):
    """Everything that the files of a tree declare and claim.

    Of entities, measures and events that are declared twice the first (in file order) holds here;
    `format/conflicting-definition` compares the declarations themselves.
    `texts` are the article texts that were found, by file id; `unread` are the ids of files that
    could not be used at all, so that what they declare is not called unknown.
    """

    files: tuple[ClaimFile, ...]
    texts: Mapping[str, ArticleText] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    unread: tuple[str, ...] = ()

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """All declared entities by id."""
        return {e.id: e for file in reversed(self.files) for e in reversed(file.entities)}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """All declared measures by id."""
        return {m.id: m for file in reversed(self.files) for m in reversed(file.measures)}

    @cached_property
    def events(self) -> dict[str, Event]:
        """All declared events by id."""
        return {e.id: e for file in reversed(self.files) for e in reversed(file.events)}

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """All declared rates of exchange."""
        return tuple(rate for file in self.files for rate in file.rates)

    @cached_property
    def exchange(self) -> Exchange:
        """Rates of exchange, and the amounts of money that the tree gives twice."""
        return Exchange(self)

    @cached_property
    def names(self) -> list[Registered]:
        """Every name and alias of the register, in file order."""
        return registered_names(self.files, self.entities)

    @cached_property
    def bearers(self) -> dict[str, list[Entity]]:
        """The entities that a name or alias, folded, is registered for."""
        found: dict[str, list[Entity]] = {}
        for each in self.names:
            found.setdefault(each.key, []).append(each.entity)
        return found

    @cached_property
    def near_names(self) -> list[tuple[Registered, Registered, int]]:
        """Names of different entities at most one slip apart, the earlier first."""
        return near_pairs(self.names)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by their key, in file order."""
        return {claim.key: claim for file in self.files for claim in file.claims}

    @cached_property
    def file_by_id(self) -> dict[str, ClaimFile]:
        """All files by their id."""
        return {file.id: file for file in self.files}

    @cached_property
    def files_declaring(self) -> dict[str, list[str]]:
        """The files that declare an id, whatever it is of."""
        found: dict[str, list[str]] = {}
        for file in self.files:
            declared: tuple[Entity | Measure | Event, ...] = (
                *file.entities,
                *file.measures,
                *file.events,
            )
            for each in declared:
                found.setdefault(each.id, []).append(file.id)
        return found

    @cached_property
    def files_for_all(self) -> set[str]:
        """The files that bear on claims that name nothing of theirs: with rates or observances."""
        return {
            file.id
            for file in self.files
            if file.rates or any(entity.type == "observance" for entity in file.entities)
        }

    @cached_property
    def corrected(self) -> dict[str, str]:
        """Claims that a later claim corrects, each with the claim that replaces it."""
        return {
            claim.correction.corrects: claim.key
            for claim in self.claims.values()
            if claim.correction is not None and claim.correction.corrects != claim.key
        }

    @cached_property
    def saying(self) -> dict[type[Assertion], list[Claim]]:
        """The claims that no later one corrects, by the kind of what they say."""
        found: dict[type[Assertion], list[Claim]] = {}
        for key, claim in self.claims.items():
            if key not in self.corrected:
                found.setdefault(type(claim.asserts), []).append(claim)
        return found

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The units that measures declare, by measure, where they are known."""
        read = {measure.id: unit_of(measure.unit) for measure in self.measures.values()}
        return {measure: unit for measure, unit in read.items() if unit is not None}

    @cached_property
    def figures(self) -> dict[str, FigureFact]:
        """Every figure by its claim's key, in file order; corrected ones are left out."""
        return {fact.key: fact for fact in figure_facts(self)}

    @cached_property
    def things(self) -> Things:
        """What the figures are about."""
        return Things(self)

    @cached_property
    def partitions(self) -> tuple[Partition, ...]:
        """The classes that claims give of their wholes."""
        return tuple(partitions(self))

    @cached_property
    def changes(self) -> tuple[StatedChange, ...]:
        """Every change of the tree whose words and claims can be read."""
        return tuple(changes(self))

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        parents = {e.id: above for e in self.entities.values() if (above := e.part_of + e.within)}
        return {each: ancestors(each, parents) for each in parents}

    def entities_above(self, entity: str | None) -> tuple[str | None, ...]:
        """An entity and all that it is part of or lies in (None: just None)."""
        if entity is None:
            return (None,)
        return self._above.get(entity, (entity,))

    @cached_property
    def _broader(self) -> dict[str, tuple[str, ...]]:
        parents = {m.id: m.broader for m in self.measures.values()}
        return {measure: ancestors(measure, parents) for measure in parents}

    def measures_above(self, measure: str) -> tuple[str, ...]:
        """A measure and all its broader ones."""
        return self._broader.get(measure, (measure,))

    @cached_property
    def _currencies(self) -> dict[str, frozenset[str]]:
        return {}

    def currencies_of(self, file: str) -> frozenset[str]:
        """The currencies of the places that an article speaks of."""
        if file not in self._currencies:
            self._currencies[file] = currencies_here(self, self.file_by_id[file])
        return self._currencies[file]

    @cached_property
    def observances(self) -> dict[str, tuple[int, int]]:
        """Month and day of the observances that the tree declares, by id, name and alias."""
        found: dict[str, tuple[int, int]] = {}
        for entity in self.entities.values():
            if entity.type == "observance" and entity.date:
                month, _, day = entity.date.strip("-").partition("-")
                if month.isdecimal() and day.isdecimal():
                    for name in (entity.id, entity.name, *entity.aliases):
                        found[name] = (int(month), int(day))
        return found

    @cached_property
    def event_names(self) -> dict[str, str]:
        """Event ids by the names and ids that a date may give them."""
        names = {event.name: event.id for event in self.events.values()}
        used = {
            claim.asserts.event: claim.asserts.event
            for claim in self.claims.values()
            if hasattr(claim.asserts, "event")
        }
        return {**names, **used, **{event: event for event in self.events}}

    @cached_property
    def _published(self) -> dict[str, When | None]:
        return {file.id: self._read_published(file) for file in self.files}

    def published(self, file: str) -> When | None:
        """When a file's article was published; None where that is not known."""
        return self._published[file]

    def _read_published(self, file: ClaimFile) -> When | None:
        if file.article is None or file.article.published is None:
            return None
        try:
            return read_date(file.article.published, None)
        except Unreadable:
            return None

    def published_first(self, file: str) -> int:
        """The first day that an article may have been published (for ordering; unknown: last)."""
        when = self.published(file)
        day = when.days.first if when and when.days and not when.days.empty else None
        return day if day is not None else 10**9

    def order(self, claim: Claim) -> tuple[int, str, int]:
        """Sorts claims by publication, then by file and place in it."""
        return self.published_first(claim.file), claim.file, self._positions[claim.key]

    @cached_property
    def _positions(self) -> dict[str, int]:
        """Where each claim stands among all: claims may share a line."""
        return {key: number for number, key in enumerate(self.claims)}

    def reference(self, claim: Claim) -> When | None:
        """The day from which a claim's relative dates are counted: `said`, else `published`."""
        anchor = self.published(claim.file)
        if claim.said is None:
            return anchor
        try:
            said = read_date(claim.said, anchor, observances=self.observances)
        except Unreadable:
            return anchor
        return anchor if said.days is None else said

    def read_date(self, claim: Claim, text: str, *, planned: bool = False) -> When | None:
        """A date of a claim, read from its reference day; None where it cannot be read."""
        try:
            return self.date_or_error(claim, text, planned=planned)
        except Unreadable:
            return None

    def date_or_error(self, claim: Claim, text: str, *, planned: bool = False) -> When:
        """A date of a claim, read from its reference day.

        Raises:
            Unreadable: it is no date.
        """
        return read_date(
            text,
            self.reference(claim),
            observances=self.observances,
            planned=planned,
            events=self.event_names,
        )

    def read_period(self, claim: Claim, text: str) -> When | None:
        """A period of a claim, read from its reference day; None where it cannot be read."""
        try:
            return self.period_or_error(claim, text)
        except Unreadable:
            return None

    def period_or_error(self, claim: Claim, text: str) -> When:
        """A period of a claim, read from its reference day.

        Raises:
            Unreadable: it is no period.
        """
        seen = (text, claim.file, claim.said)
        known = self._periods.get(seen)
        if known is None:
            known = self._periods[seen] = read_period(
                text, self.reference(claim), observances=self.observances, events=self.event_names
            )
        return known

    @cached_property
    def _periods(self) -> dict[tuple[str, str, str | None], When]:
        """Periods by their words and what they are seen from: most rules ask for the same ones."""
        return {}

    @cached_property
    def times(self) -> dict[tuple[str, str, str | None], tuple[Time | None, bool]]:
        """What periods come to, and whether they are unknown; by the same."""
        return {}

    @cached_property
    def of_files(self) -> dict[tuple[str, str], object]:
        """What `once_a_file` remembers, by what was asked and the file's path."""
        return {}

    def moment(self, claim: Claim, words: str | None) -> Days | None:
        """The days that a moment of a claim may be (absent: when it was published)."""
        when = self.published(claim.file) if words is None else self.read_date(claim, words)
        if when is None:
            return None
        if when.span is not None:
            return Days(((when.span.start.days.first, when.span.end.days.last),))
        return when.days

    def register_days(self, words: str | None) -> Days | None:
        """The days that a register's date (`born`, `died`) may be; None where there is none."""
        if words is None:
            return None
        try:
            return read_date(words, None).days
        except Unreadable:
            return None

    @cached_property
    def chronology(self) -> Chronology:
        """What the tree says of days."""
        return Chronology(self)

    def event_name(self, event: str) -> str:
        """An event as an editor reads it."""
        known = self.events.get(event)
        return known.name if known and known.name else event.replace("-", " ")

    def article(self, claim: Claim) -> Article | None:
        """The article that a claim is about (None: it stands in a reference file)."""
        return self.file_by_id[claim.file].article

    def text(self, file: ClaimFile) -> ArticleText | None:
        """The text of a file's article, where it was found."""
        return self.texts.get(file.id)

    def speaker(self, claim: Claim) -> str:
        """Who says it, as an editor reads it."""
        if claim.speaker is None:
            return "the article"
        return self.entity_name(claim.speaker)

    def entity_name(self, entity: str) -> str:
        """An entity as an editor reads it."""
        known = self.entities.get(entity)
        return known.name if known else entity

    def measure_name(self, measure: str) -> str:
        """A measure as an editor reads it."""
        known = self.measures.get(measure)
        return known.name if known and known.name else measure.replace("-", " ")

    def figures_with(self, relation: str) -> Iterator[FigureFact]:
        """The figures whose claim gives this relation (a field of `Figure`)."""
        yield from self._by_relation.get(relation, ())

    @cached_property
    def _by_relation(self) -> dict[str, list[FigureFact]]:
        found: dict[str, list[FigureFact]] = {}
        for fact in self.figures.values():
            for given in compress(_RELATIONS, _relations_of(fact.figure)):
                found.setdefault(given, []).append(fact)
        return found


_NO_RELATIONS = frozenset({"measure", "value", "subject", "period", "as_of", "place"})
_RELATIONS = tuple(each for each in Figure.__struct_fields__ if each not in _NO_RELATIONS)
_relations_of = attrgetter(*_RELATIONS)
