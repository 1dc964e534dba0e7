"""Claims of events and ages as days: what each says, and what joins them to one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.language.days import ALL_DAYS
from checker.language.durations import read_age, read_duration
from checker.language.phrases import read_weekday
from checker.language.types import Gap, When
from checker.language.unreadable import Unreadable
from checker.model.claim import Age, Claim, Entity, Event, Happening
from checker.solve.search import Claims
from checker.solve.timeline import DayBound, DayGap, Timeline

if TYPE_CHECKING:
    from checker.facts.facts import Facts

DATES = "time/conflicting-dates"
WEEKDAY = "time/weekday-mismatch"
ORDER = "time/out-of-order"
DURATION = "time/duration-mismatch"
AGE = "time/age-mismatch"
LIFETIME = "time/outside-lifetime"

_SAME_DAY = Gap()


class DateFact(Struct, frozen=True):
    """One claim of an event's date, read; `planned` ones that a later report replaces are left out."""

    claim: Claim
    event: str
    when: When | None
    weekday: int | None


class Chronology:
    """All that a tree says of days, as one timeline, to be cut into its components."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.dates = tuple(self._dates())
        self._spans = frozenset(self._spanned())

    def _dates(self) -> Iterator[DateFact]:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._facts.saying.get(Happening, ()):
            assert isinstance(claim.asserts, Happening)
            claims[claim.asserts.event].append(claim)
        for event, given in claims.items():
            for claim in given:
                if not _superseded(self._facts, claim, given):
                    yield self._date(event, claim)

    def _date(self, event: str, claim: Claim) -> DateFact:
        assert isinstance(claim.asserts, Happening)
        said = claim.asserts
        when = None
        if said.date is not None:
            when = self._facts.read_date(claim, said.date, planned=said.planned)
        weekday = read_weekday(said.weekday) if said.weekday else None
        return DateFact(claim, event, when, weekday)

    def _spanned(self) -> Iterator[str]:
        """Events that last: a claim gives a span or a length."""
        for date in self.dates:
            assert isinstance(date.claim.asserts, Happening)
            if date.claim.asserts.lasts or (date.when and date.when.span):
                yield date.event

    def start(self, event: str) -> str:
        """The variable of an event's first day (its only one where it does not last)."""
        person = self._born_or_died(event)
        if person:
            return person
        return f"start of {event}" if event in self._spans else f"day of {event}"

    def end(self, event: str) -> str:
        """The variable of an event's last day."""
        return f"end of {event}" if event in self._spans else self.start(event)

    def _born_or_died(self, event: str) -> str | None:
        declared = self._facts.events.get(event)
        if declared and declared.of and declared.kind in {"birth", "death"}:
            return f"{declared.kind} of {declared.of}"
        return None

    @cached_property
    def timeline(self) -> Timeline:
        """Everything: claims, declarations of events, and what registers say of lives."""
        bounds: list[DayBound] = []
        gaps: list[DayGap] = []
        for each in self._statements():
            (bounds if isinstance(each, DayBound) else gaps).append(each)  # type: ignore[arg-type]
        return Timeline(tuple(bounds), tuple(gaps))

    def _statements(self) -> Iterator[DayBound | DayGap]:
        for date in self.dates:
            yield from self._date_statements(date)
        for event in self._spans:
            yield DayGap(self.start(event), self.end(event), _SAME_DAY, None, DATES)
        for declared in self._facts.events.values():
            yield from self._declared(declared)
        for entity in self._facts.entities.values():
            if entity.type == "person":
                yield from self._life(entity)
        for claim in self._facts.saying.get(Age, ()):
            yield from self._age(claim)

    def _date_statements(self, date: DateFact) -> Iterator[DayBound | DayGap]:
        claim, said, when = date.claim, date.claim.asserts, date.when
        assert isinstance(said, Happening)
        start, end = self.start(date.event), self.end(date.event)
        if when and when.span:
            yield DayBound(start, when.span.start.days, claim.key)
            yield DayBound(end, when.span.end.days, claim.key)
        day = start
        if date.event in self._spans and not (when and when.span):
            # one day of an event that lasts: somewhere inside
            day = f"day of {claim.key}"
            bearers = Claims((claim.key,))
            yield DayGap(start, day, _SAME_DAY, None, DATES, bearers)
            yield DayGap(day, end, _SAME_DAY, None, DATES, bearers)
        if when and when.days:
            yield DayBound(day, when.days, claim.key)
        if when and when.distance:
            yield from self._distance(claim, day, when)
        if date.weekday is not None:
            yield DayBound(day, ALL_DAYS, claim.key, weekday=date.weekday)
        if said.lasts:
            yield from self._lasts(claim, said.lasts, start, end)

    def _distance(self, claim: Claim, day: str, when: When) -> Iterator[DayGap]:
        distance = when.distance
        assert distance is not None
        first, last = self.start(distance.event), self.end(distance.event)
        bearers = Claims((claim.key,))
        note = f"“{when.text}”"
        yield DayGap(first, day, distance.least, None, DURATION, bearers, note)
        yield DayGap(last, day, None, distance.most, DURATION, bearers, note)

    def _lasts(self, claim: Claim, words: str, start: str, end: str) -> Iterator[DayGap]:
        try:
            least, most = read_duration(words)
        except Unreadable:
            return
        # three days from Monday on end on Wednesday
        least = Gap(least.months, least.days - 1)
        note = f"it lasts “{words}”"
        yield DayGap(start, end, least, most, DURATION, Claims((claim.key,)), note)

    def _declared(self, event: Event) -> Iterator[DayGap]:
        name = self._facts.event_name
        for other in event.after:
            note = f"{name(event.id)} comes after {name(other)}"
            yield DayGap(self.end(other), self.start(event.id), _SAME_DAY, None, ORDER, note=note)
        for other in event.before:
            note = f"{name(event.id)} comes before {name(other)}"
            yield DayGap(self.end(event.id), self.start(other), _SAME_DAY, None, ORDER, note=note)
        if event.within:
            note = f"{name(event.id)} lies within {name(event.within)}"
            outer = (self.start(event.within), self.end(event.within))
            yield DayGap(outer[0], self.start(event.id), _SAME_DAY, None, ORDER, note=note)
            yield DayGap(self.end(event.id), outer[1], _SAME_DAY, None, ORDER, note=note)
        if event.of and event.kind in {"other", "posthumous"}:
            yield from self._lived(event)

    def _lived(self, event: Event) -> Iterator[DayGap]:
        person = self._facts.entities.get(event.of or "")
        if person is None or person.type != "person":
            return
        born, died = f"birth of {person.id}", f"death of {person.id}"
        note = f"{person.name} lived then"
        if event.kind == "posthumous":
            note = f"{self._facts.event_name(event.id)} came after the death of {person.name}"
            yield DayGap(died, self.start(event.id), _SAME_DAY, None, LIFETIME, note=note)
            return
        yield DayGap(born, self.start(event.id), _SAME_DAY, None, LIFETIME, note=note)
        yield DayGap(self.end(event.id), died, _SAME_DAY, None, LIFETIME, note=note)

    def _life(self, entity: Entity) -> Iterator[DayBound | DayGap]:
        born, died = f"birth of {entity.id}", f"death of {entity.id}"
        for variable, words, key in ((born, entity.born, "born"), (died, entity.died, "died")):
            days = self._facts.register_days(words)
            if days is not None:
                source = f"{entity.id} {key}"
                yield DayBound(variable, days, source, register=True)
        note = f"{entity.name} was born before the death"
        yield DayGap(born, died, _SAME_DAY, None, ORDER, note=note)

    def _age(self, claim: Claim) -> Iterator[DayBound | DayGap]:
        age = claim.asserts
        assert isinstance(age, Age)
        try:
            low, high = read_age(age.age)
        except Unreadable:
            return
        day = f"age of {claim.key}"
        if age.as_of in self._facts.event_names:
            day = self.start(self._facts.event_names[age.as_of or ""])
        elif (days := self._facts.moment(claim, age.as_of)) is not None:
            yield DayBound(day, days, claim.key)
        elif age.as_of is None:  # not known, but one day for all ages of an article
            day = f"publication of {claim.file}"
        else:
            return
        # of age n from the n-th birthday to the day before the next
        least, most = Gap(12 * low), Gap(12 * (high + 1), -1)
        note = f"of age {age.age}"
        bearers = Claims((claim.key,))
        yield DayGap(f"birth of {age.subject}", day, least, most, AGE, bearers, note)


def _superseded(facts: Facts, claim: Claim, others: list[Claim]) -> bool:
    """Whether an announcement has been replaced by something published later."""
    assert isinstance(claim.asserts, Happening)
    if not claim.asserts.planned:
        return False
    own = facts.published_first(claim.file)
    return any(facts.published_first(other.file) > own for other in others)
