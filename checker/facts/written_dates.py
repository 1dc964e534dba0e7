"""Every place of a file where a date, a period or a length of time is written, read or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.once_a_file import once_a_file
from checker.language.dates import read_date
from checker.language.types import When
from checker.language.unreadable import Unreadable
from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Happening, Placed

if TYPE_CHECKING:
    from checker.facts.facts import Facts


class WrittenDate(Struct, frozen=True):
    """A date in words, who owns it and under which key; either read (`when`) or refused (`error`).

    `alone` says that no day is known from which it could be seen.
    """

    owner: Placed
    key: tuple[str | int, ...]
    words: str
    when: When | None = None
    error: Unreadable | None = None
    alone: bool = False


@once_a_file
def written_dates(file: ClaimFile, facts: Facts) -> Iterator[WrittenDate]:
    """All dates and periods of a file (not lengths of time, ages or weekdays)."""
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


def _besides(claim: Claim, facts: Facts) -> Iterator[WrittenDate]:
    """The dates of a claim other than of what it says."""
    if claim.said:
        seen_from = facts.published(claim.file)
        yield _read(
            claim,
            ("said",),
            claim.said,
            lambda: read_date(claim.said or "", seen_from, observances=facts.observances),
        )
    if claim.correction and claim.correction.on:
        yield _dated(claim, "on", claim.correction.on, facts)
    for index, waiver in enumerate(claim.accept):
        if waiver.until:
            yield _fixed(claim, ("accept", index, "until"), waiver.until)


def _asserted(claim: Claim, facts: Facts) -> Iterator[WrittenDate]:
    """The dates and periods of what a claim says; an age may be of the day of an event."""
    said = claim.asserts
    if isinstance(said, Happening):
        if said.date:
            yield _dated(claim, "date", said.date, facts, planned=said.planned)
    elif isinstance(said, Figure | Attribute):
        period = said.period
        if period:
            yield _read(claim, ("period",), period, lambda: facts.period_or_error(claim, period))
        if isinstance(said, Figure) and said.as_of:
            yield _dated(claim, "as-of", said.as_of, facts)
    elif isinstance(said, Age) and said.as_of and said.as_of not in facts.event_names:
        yield _dated(claim, "as-of", said.as_of, facts)


def _dated(
    claim: Claim, key: str, words: str, facts: Facts, *, planned: bool = False
) -> WrittenDate:
    return _read(claim, (key,), words, lambda: facts.date_or_error(claim, words, planned=planned))


def _fixed(owner: Placed, key: tuple[str | int, ...], words: str) -> WrittenDate:
    return replace(_read(owner, key, words, lambda: read_date(words, None)), alone=True)


def _yearly(owner: Placed, month_day: str) -> WrittenDate:
    """An observance's day, seen in a leap year: 29 February is a day of some years."""
    return _read(owner, ("date",), month_day, lambda: read_date(f"2000-{month_day}", None))


def _read(
    owner: Placed, key: tuple[str | int, ...], words: str, read: Callable[[], When]
) -> WrittenDate:
    try:
        return WrittenDate(owner, key, words, when=read())
    except Unreadable as error:
        return WrittenDate(owner, key, words, error=error)
