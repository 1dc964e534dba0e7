"""The weekday and the date do not go together.

## What it checks

A `weekday:` beside a date, or a date in words that names a weekday, against all other days that the
claims give for the event: also where only the weekday and an observance or a partial date are known.

## Why

"On Wednesday, the eve of Anti-Corruption Day": that year the day itself was a Wednesday.

## Fires

```yaml
article: {title: A pledge, published: 2015-12-09}
entities:
  day: {type: observance, name: Anti-Corruption Day, date: 12-09}
claims:
  - id: told
    quote: told the paper on Wednesday
    event: remarks
    date: Wednesday
  - id: eve  # finding: error "weekday"
    quote: on the eve of the Anti-Corruption Day
    event: remarks
    date: the eve of Anti-Corruption Day
```

```yaml
article: {title: An opening, published: 2016-03-02}
claims:
  - id: opened  # finding: error "weekday"
    quote: opened on Tuesday, 29 February 2016
    event: opening
    date: 2016-02-29
    weekday: Tuesday
```

```yaml
article: {title: An opening, published: 2016-03-02}
claims:
  - id: opened
    quote: opened on Tuesday, 29 February 2016
    event: opening
    date: Tuesday, 29 February 2016  # finding: error "is a Monday, not a Tuesday"
```

## Silent

```yaml
article: {title: An opening, published: 2016-03-01}
claims:
  - id: opened
    quote: opened on Monday, 29 February 2016
    event: opening
    date: 2016-02-29
    weekday: Monday
```

```yaml
article: {title: A pledge, published: 2015-12-09}
entities:
  day: {type: observance, name: Anti-Corruption Day, date: 12-09}
claims:
  - id: told
    quote: told the paper on Tuesday
    event: remarks
    date: Tuesday
  - id: eve
    quote: on the eve of the Anti-Corruption Day
    event: remarks
    date: the eve of Anti-Corruption Day
```

## Source

The Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.dating import day_finding, event_of, opposed
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.written_dates import WrittenDate, open_dates
from checker.finding import Finding, Severity
from checker.language.calendar import WEEKDAYS
from checker.language.days import single, weekday_of, write_day, write_days
from checker.language.unreadable import WrongWeekday
from checker.model.claim import Claim, ClaimFile
from checker.solve.timeline import DayConflict


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Dates in words that name a weekday beside a day that is another: they have no day at all."""
    for date in open_dates(file, facts):
        if isinstance(date.error, WrongWeekday):
            yield _in_words(facts, date, date.error)


def _in_words(facts: Facts, date: WrittenDate, error: WrongWeekday) -> Finding:
    claims = [date.owner] if isinstance(date.owner, Claim) else []
    message = f"The weekday in “{date.words}” does not fit: {error.message}"
    at = date.owner.span(*date.key)
    return finding(facts, Severity.ERROR, message, claims, at=at, subject=date.words)


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """A weekday that no possible date of the event falls on."""
    both = opposed(facts, conflict)
    event = event_of(facts, conflict)
    message = f"The weekday does not fit the date given for {event}{_weekday_there(conflict)}."
    if both:
        message = f"The weekday does not fit: {both} cannot both be the day of {event}."
    return day_finding(facts, conflict, message)


def _weekday_there(conflict: DayConflict) -> str:
    """`: 12 July 1999 is a Monday, not a Tuesday`, where just one day and weekday are given."""
    named = {bound.weekday for bound in conflict.bounds if bound.weekday is not None}
    days = {bound.days for bound in conflict.bounds if bound.weekday is None}
    if len(named) != 1 or len(days) != 1:
        return ""
    weekday, day = WEEKDAYS[named.pop()], days.pop()
    if day.first is None or day != single(day.first):
        return f": none of its days is a {weekday} ({write_days(day, weekday=True)})"
    right = WEEKDAYS[weekday_of(day.first)]
    return f": {write_day(day.first)} is a {right}, not a {weekday}"
