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

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.written_dates import WrittenDate, open_dates
from checker.finding import Finding, Severity
from checker.language.dates import read_age, read_duration
from checker.language.unreadable import ImpossibleDay, Unreadable, WrongWeekday
from checker.model.claim import Age, Claim, ClaimFile, Entity, Happening, Placed, Rate


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Every date, period, duration and age of the file that cannot be read."""
    for written in open_dates(file, facts):
        message = _refused(facts, written)
        if message:
            yield _finding(facts, file, written.owner, written.key, message)
    for claim in file.claims:
        said = claim.asserts
        if isinstance(said, Age) and (message := _not_read(said.age, read_age)):
            yield _finding(facts, file, claim, ("age",), message)
        if isinstance(said, Happening) and said.lasts is not None:
            message = _not_read(said.lasts, read_duration)
            if message:
                yield _finding(facts, file, claim, ("lasts",), message)


def _refused(facts: Facts, written: WrittenDate) -> str:
    """Why a date cannot be read; empty where it can, or where another rule says what is wrong."""
    if written.when is not None:
        if written.alone and written.when.unanchored:
            words = written.words
            return f"“{words}” is no date by itself: type it as 2015-12-09, 2015-12 or 2015"
        return ""
    if written.error is None or isinstance(written.error, ImpossibleDay | WrongWeekday):
        return ""
    owner = written.owner
    if isinstance(owner, Claim) and isinstance(owner.asserts, Age) and written.key == ("as-of",):
        near = get_close_matches(written.words, sorted(facts.event_names), n=1, cutoff=0.7)
        if near:
            event = facts.event_names[near[0]]
            return f"“{written.words}” is neither a date nor an event; did you mean the event `{event}`?"
    return written.error.message


def _not_read(words: str, read: Callable[[str], object]) -> str:
    try:
        read(words)
    except Unreadable as error:
        return error.message
    return ""


def _finding(
    facts: Facts, file: ClaimFile, owner: Placed, keys: tuple[str | int, ...], message: str
) -> Finding:
    return finding(
        facts,
        Severity.ERROR,
        message[:1].upper() + message[1:],
        [owner] if isinstance(owner, Claim) else [],
        at=owner.span(*keys),
        subject=_subject(file, owner),
    )


def _subject(file: ClaimFile, owner: Placed) -> str:
    """What of a file's registers a date belongs to."""
    match owner:
        case Claim():
            return ""
        case Entity():
            return owner.id
        case Rate():
            return f"{owner.source_currency} {owner.target_currency} {owner.on}"
    return file.article.title if file.article else ""
