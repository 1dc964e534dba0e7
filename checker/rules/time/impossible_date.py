"""A date that no calendar has.

## What it checks

Days such as 29 February 2014 or 31 April, wherever a claim or register gives a date.

## Why

It is the one slip that needs no second claim to be proved.

## Fires

```yaml
article: {title: An opening, published: 2014-03-05}
claims:
  - id: opened
    quote: opened on 29 February 2014
    event: opening
    date: 2014-02-29  # finding: error "is no day"
```

## Silent

```yaml
article: {title: An opening, published: 2016-03-05}
claims:
  - id: opened
    quote: opened on 29 February 2016
    event: opening
    date: 2016-02-29
```

## Source

The Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.written_dates import WrittenDate, open_dates
from checker.finding import Finding, Severity
from checker.language.unreadable import ImpossibleDay
from checker.model.claim import Claim, ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Every date of the file that names a day which is not there."""
    for date in open_dates(file, facts):
        if isinstance(date.error, ImpossibleDay):
            yield _finding(facts, date, date.error)


def _finding(facts: Facts, date: WrittenDate, error: ImpossibleDay) -> Finding:
    message = f"“{date.words}” is no day: {error.message[:1].lower()}{error.message[1:]}"
    span = date.owner.span(*date.key)
    if isinstance(date.owner, Claim):
        return finding(facts, Severity.ERROR, message, [date.owner], at=span)
    return Finding("", Severity.ERROR, message, span, subject=date.words)
