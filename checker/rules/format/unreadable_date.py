"""A date, period, duration or age that cannot be read.

## What it checks

Every date and period of a file: `published`, `said`, `period`, `as-of`, `date`, `lasts`, `on`,
`until`, `born`, `died`, an age, and the days of rates. A day that no calendar has is
`time/impossible-date`, a weekday that it does not fall on `time/weekday-mismatch`.

## Why

A date that cannot be read places nothing in time, and what depends on it stays unchecked.

## Fires

```yaml
article:
  title: Sky Net
  published: 2015-13  # finding: error "there is no month 13"
claims: []
```

```yaml
article: {title: Sky Net, published: 2015-12-09}
entities:
  li:
    type: person
    name: Li Ming
    born: sometime  # finding: error "sometime"
measures:
  returned: {name: fugitives returned, kind: flow}
claims:
  - id: one
    measure: returned
    value: 42 people
    period: a good while  # finding: error "a good while"
  - id: two
    event: flight
    date: the other day or so  # finding: error "the other day or so"
    lasts: ages and ages  # finding: error "not a length of time"
  - id: three
    subject: li
    age: old  # finding: error "not an age"
    as-of: fligth  # finding: error "did you mean the event `flight`"
```

## Silent

```yaml
article: {title: Sky Net, published: 2015-12-09~}
entities:
  li: {type: person, name: Li Ming, born: 196X, died: 2014-02}
measures:
  returned: {name: fugitives returned, kind: flow}
claims:
  - id: one
    measure: returned
    value: 42 people
    period: since April
    said: on Monday
  - id: two
    event: flight
    date: between April and the end of November
    lasts: about seven months
  - id: three
    subject: li
    age: in his 50s
    as-of: flight
  - id: four
    event: trial
    date: two years after flight
  - id: five
    event: verdict
    date: 31 April 2014
```

## Source

Claim format, "Periods and dates in words"; EDTF levels 0 and 1 (ISO 8601-2:2019).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.references import Keys
from checker.finding import Finding, Severity
from checker.language.dates import read_age, read_date, read_duration
from checker.language.unreadable import ImpossibleDay, Unreadable, WrongWeekday
from checker.model.claim import Age, Attribute, Claim, ClaimFile, Figure, Happening, Placed

Reader = Callable[[str], object]
Words = tuple[str | None, Keys, Reader]


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Every date, period, duration and age of the file that cannot be read."""
    if file.article is not None:
        words = [(file.article.published, ("published",), _absolute)]
        yield from _unread(facts, file.article, words, subject=file.article.title)
    for entity in file.entities:
        born_and_died = [(entity.born, ("born",), _absolute), (entity.died, ("died",), _absolute)]
        yield from _unread(facts, entity, born_and_died, subject=entity.id)
    for rate in file.rates:
        subject = f"{rate.source_currency} {rate.target_currency} {rate.on}"
        yield from _unread(facts, rate, [(rate.on, ("on",), _absolute)], subject=subject)
    for claim in file.claims:
        yield from _unread(facts, claim, _of_claim(facts, claim), claim=claim)


def _unread(
    facts: Facts,
    owner: Placed,
    words: Iterable[Words],
    *,
    claim: Claim | None = None,
    subject: str = "",
) -> Iterator[Finding]:
    for text, keys, read in words:
        message = "" if text is None else _error(text, read)
        if message:
            claims = [claim] if claim else []
            at = owner.span(*keys)
            yield finding(facts, Severity.ERROR, message, claims, at=at, subject=subject)


def _of_claim(facts: Facts, claim: Claim) -> Iterator[Words]:
    def date(text: str) -> object:
        return facts.date_or_error(claim, text)

    def period(text: str) -> object:
        return facts.period_or_error(claim, text)

    if claim.said is not None:
        yield claim.said, ("said",), lambda text: _seen_from_publication(facts, claim, text)
    said = claim.asserts
    if isinstance(said, Figure):
        yield said.period, ("period",), period
        yield said.as_of, ("as-of",), date
    elif isinstance(said, Happening):
        yield said.date, ("date",), date
        yield said.lasts, ("lasts",), read_duration
    elif isinstance(said, Age):
        yield said.age, ("age",), read_age
        yield said.as_of, ("as-of",), lambda text: _date_or_event(facts, claim, text)
    elif isinstance(said, Attribute):
        yield said.period, ("period",), period
    if claim.correction is not None:
        yield claim.correction.on, ("on",), date
    for number, waiver in enumerate(claim.accept):
        yield waiver.until, ("accept", number, "until"), _absolute


def _seen_from_publication(facts: Facts, claim: Claim, text: str) -> object:
    return read_date(text, facts.published(claim.file), observances=facts.observances)


def _absolute(text: str) -> object:
    """A date that stands by itself: there is no reference to see it from."""
    when = read_date(text, None)
    if when.unanchored:
        raise Unreadable(f"“{text}” is no date by itself: type it as 2015-12-09, 2015-12 or 2015")
    return when


def _date_or_event(facts: Facts, claim: Claim, text: str) -> object:
    if text in facts.event_names:
        return text
    try:
        return facts.date_or_error(claim, text)
    except (ImpossibleDay, WrongWeekday):
        raise
    except Unreadable as error:
        near = get_close_matches(text, sorted(facts.event_names), n=1, cutoff=0.7)
        if near:
            event = facts.event_names[near[0]]
            hint = f"“{text}” is neither a date nor an event; did you mean the event `{event}`?"
            raise Unreadable(hint) from error
        raise


def _error(text: str, read: Reader) -> str:
    try:
        read(text)
    except (ImpossibleDay, WrongWeekday):
        return ""
    except Unreadable as error:
        return error.message[:1].upper() + error.message[1:]
    return ""
