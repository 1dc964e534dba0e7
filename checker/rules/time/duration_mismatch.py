"""A length of time does not fit the dates.

## What it checks

"13 years after", "lasted three days": the length between two events, or of one, against their dates.
"13 years" is anything from 12 and a half to just under 14.

## Why

The length is written from memory, the dates from the record.

## Fires

```yaml
article: {title: Home again, published: 2015-12-09}
claims:
  - id: fled
    quote: fled in August 2002
    event: flight
    date: 2002-08
  - id: back
    quote: came back on 5 December 2015
    event: return
    date: 2015-12-05
  - id: years  # finding: error "length of time"
    quote: 3 years after the flight
    event: return
    date: 3 years after flight
```

## Silent

```yaml
article: {title: Home again, published: 2015-12-09}
claims:
  - id: fled
    quote: fled in August 2002
    event: flight
    date: 2002-08
  - id: back
    quote: came back on 5 December 2015
    event: return
    date: 2015-12-05
  - id: years
    quote: 13 years after the flight
    event: return
    date: 13 years after flight
```

## Source

Claim format, "Periods and dates in words".
"""

from __future__ import annotations

from checker.facts.dating import day_finding, event_of, words_of
from checker.facts.day_conflicts import bearer_of_days
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.timeline import DayConflict


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """A length of time that the dates contradict."""
    words = words_of(bearer_of_days(facts, conflict)[0])
    event = event_of(facts, conflict)
    message = f"The length of time given for {event}, “{words}”, does not fit the rest."
    return day_finding(facts, conflict, message)
