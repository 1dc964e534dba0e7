"""Every place of a file where a date, a period or a length of time is written, read or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.once_a_file import once_a_file
from checker.language.dates import read_date
from checker.language.types import When
from checker.language.unreadable import Unreadable
from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Happening, Placed

if TYPE_CHECKING:
    from checker.facts.facts import Facts


class WrittenDate(Struct, frozen=True):
    """A date in words, who owns it and under which key; either read (`when`) or refused (`error`)."""

    owner: Placed
    key: tuple[str | int, ...]
    words: str
    when: When | None = None
    error: Unreadable | None = None


@once_a_file
def written_dates(file: ClaimFile, facts: Facts) -> Iterator[WrittenDate]:
    """All dates and periods of a file (not lengths of time, ages or weekdays)."""
    if file.article and file.article.published:
        yield _fixed(file.article, ("published",), file.article.published)
    for entity in file.entities:
        for key, words in (("born", entity.born), ("died", entity.died)):
            if words:
                yield _fixed(entity, (key,), words)
        if entity.date:
            yield _yearly(entity, entity.date)
    for rate in file.rates:
        yield _fixed(rate, ("on",), rate.on)
    for claim in file.claims:
        yield from _of_claim(claim, facts)


def _of_claim(claim: Claim, facts: Facts) -> Iterator[WrittenDate]:
    if claim.said:
        yield _read(
            claim,
            ("said",),
            claim.said,
            lambda: read_date(
                claim.said or "", facts.published(claim.file), observances=facts.observances
            ),
        )
    for key, words in _dates(claim):
        if words in facts.event_names and key == "as-of":
            continue
        planned = isinstance(claim.asserts, Happening) and claim.asserts.planned
        yield _read(
            claim, (key,), words, partial(facts.date_or_error, claim, words, planned=planned)
        )
    period = getattr(claim.asserts, "period", None)
    if isinstance(claim.asserts, Figure | Attribute) and period:
        yield _read(claim, ("period",), period, lambda: facts.period_or_error(claim, period))
    for index, waiver in enumerate(claim.accept):
        if waiver.until:
            yield _fixed(claim, ("accept", index, "until"), waiver.until)


def _dates(claim: Claim) -> Iterator[tuple[str, str]]:
    asserts = claim.asserts
    if isinstance(asserts, Happening) and asserts.date:
        yield "date", asserts.date
    if isinstance(asserts, Figure | Age) and asserts.as_of:
        yield "as-of", asserts.as_of
    if claim.correction and claim.correction.on:
        yield "on", claim.correction.on


def _fixed(owner: Placed, key: tuple[str | int, ...], words: str) -> WrittenDate:
    return _read(owner, key, words, lambda: read_date(words, None))


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
