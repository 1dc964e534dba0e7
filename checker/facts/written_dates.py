"""The places of a file where a date or a period is written that leaves something open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.once_a_file import once_a_file
from checker.facts.references import Keys
from checker.language.dates import read_date
from checker.language.types import When
from checker.language.unreadable import Unreadable
from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Happening, Placed

if TYPE_CHECKING:
    from checker.facts.facts import Facts


_IN_A_PERIOD = (Figure, Attribute)


class WrittenDate(Struct, frozen=True):
    """A date in words, who owns it and under which key; either read (`when`) or refused (`error`).

    What is read waits for a day to be seen from, or that day is vague.

    `alone` says that no day is known from which it could be seen.
    """

    owner: Placed
    key: Keys
    words: str
    when: When | None = None
    error: Unreadable | None = None
    alone: bool = False


@once_a_file
def open_dates(file: ClaimFile, facts: Facts) -> Iterator[WrittenDate]:
    """The dates and periods of a file that are refused or not pinned to a day.

    Lengths of time, ages and weekdays are not among them.
    """
    return filter(None, _dates(file, facts))


def _dates(file: ClaimFile, facts: Facts) -> Iterator[WrittenDate | None]:
    """One after the other; None is one that is pinned to a day, as nearly all are."""
    if file.article and file.article.published:
        yield _fixed(file.article, ("published",), file.article.published)
    for entity in file.entities:
        if entity.born:
            yield _fixed(entity, ("born",), entity.born)
        if entity.died:
            yield _fixed(entity, ("died",), entity.died)
        if entity.date:
            yield _yearly(entity, entity.date)
    for rate in file.rates:
        yield _fixed(rate, ("on",), rate.on)
    for claim in file.claims:
        yield from _asserted(claim, facts)
        if claim.said or claim.correction or claim.accept:
            yield from _besides(claim, facts)


def _besides(claim: Claim, facts: Facts) -> Iterator[WrittenDate | None]:
    """The dates of a claim other than of what it says."""
    if claim.said:
        seen_from = facts.published(claim.file)
        read = partial(read_date, observances=facts.observances)
        yield _read(claim, ("said",), claim.said, read, claim.said, seen_from)
    if claim.correction and claim.correction.on:
        yield _dated(claim, "on", claim.correction.on, facts)
    for index, waiver in enumerate(claim.accept):
        if waiver.until:
            yield _fixed(claim, ("accept", index, "until"), waiver.until)


def _asserted(claim: Claim, facts: Facts) -> Iterator[WrittenDate | None]:
    """The dates and periods of what a claim says; an age may be of the day of an event."""
    said = claim.asserts
    if isinstance(said, Happening):
        if said.date:
            yield _dated(claim, "date", said.date, facts, planned=said.planned)
    elif isinstance(said, _IN_A_PERIOD):
        if said.period:
            yield _read(claim, ("period",), said.period, facts.period_or_error, claim, said.period)
        if isinstance(said, Figure) and said.as_of:
            yield _dated(claim, "as-of", said.as_of, facts)
    elif isinstance(said, Age) and said.as_of and said.as_of not in facts.event_names:
        yield _dated(claim, "as-of", said.as_of, facts)


def _dated(
    claim: Claim, key: str, words: str, facts: Facts, *, planned: bool = False
) -> WrittenDate | None:
    read = partial(facts.date_or_error, planned=True) if planned else facts.date_or_error
    return _read(claim, (key,), words, read, claim, words)


def _fixed(owner: Placed, key: Keys, words: str) -> WrittenDate | None:
    found = _read(owner, key, words, read_date, words, None)
    return found and replace(found, alone=True)


def _yearly(owner: Placed, month_day: str) -> WrittenDate | None:
    """An observance's day, seen in a leap year: 29 February is a day of some years."""
    return _read(owner, ("date",), month_day, read_date, f"2000-{month_day}", None)


def _read(
    owner: Placed, key: Keys, words: str, read: Callable[..., When], *seen: object
) -> WrittenDate | None:
    try:
        when = read(*seen)
    except Unreadable as error:
        return WrittenDate(owner, key, words, error=error)
    pinned = not (when.unanchored or when.vague_reference)
    return None if pinned else WrittenDate(owner, key, words, when=when)
