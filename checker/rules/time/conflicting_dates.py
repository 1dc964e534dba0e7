"""One event is given two dates.

## What it checks

Claims of one event (or of a birth or death and the register's `born`, `died`) whose possible days
have none in common. An event is one day unless a claim gives a span or says how long it lasts. A
planned date that a later report replaces takes no part.

## Why

Two articles, two dates of death: one of them will be copied.

## Fires

```yaml
# file: notice.yaml
article: {title: Notice, published: 1993-01-06}
events:
  death: {name: death of Ruth Alder}
claims:
  - id: died
    quote: died on December 28, 1992
    event: death
    date: 1992-12-28
# file: obituary.yaml
article: {title: Obituary, published: 1993-01-09}
claims:
  - id: died  # finding: error "cannot all be right"
    quote: died on January 4, 1993
    event: death
    date: 1993-01-04
```

## Silent

```yaml
# file: notice.yaml
article: {title: Notice, published: 1993-01-06}
events:
  death: {name: death of Ruth Alder}
claims:
  - id: died
    quote: died on December 28, 1992
    event: death
    date: 1992-12-28
# file: obituary.yaml
article: {title: Obituary, published: 1993-01-09}
claims:
  - id: died
    quote: died in December 1992
    event: death
    date: 1992-12
```

## Source

Correction in The New York Times, January 1993: a date of death.
"""

from __future__ import annotations

from checker.facts.dating import against_register, day_finding, event_of, opposed
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.timeline import DayConflict


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """Dates of one event that have no day in common."""
    both = opposed(facts, conflict) or against_register(facts, conflict)
    event = event_of(facts, conflict)
    said = f": {both}" if both else ""
    return day_finding(facts, conflict, f"The dates of {event} cannot all be right{said}.")
