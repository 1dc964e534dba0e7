"""Something comes before what it must come after.

## What it checks

Declared orders (`after`, `before`, `within` of events), and birth before death, against the dates
that claims and registers give. Events on the same day are in order.

## Why

A raid in 1955 by a service that was founded in 1971 has been printed.

## Fires

```yaml
article: {title: The raid, published: 2003-11-02}
events:
  founded: {name: founding of the service}
  raid: {name: raid by the service, after: [founded]}
claims:
  - id: founded
    quote: the service dates from 1 July 1971
    event: founded
    date: 1971-07-01
  - id: raid  # finding: error "order"
    quote: its inspectors raided the shop in 1955
    event: raid
    date: in 1955
```

## Silent

```yaml
article: {title: The raid, published: 2003-11-02}
events:
  founded: {name: founding of the service}
  raid: {name: raid by the service, after: [founded]}
claims:
  - id: founded
    quote: the service dates from 1 July 1971
    event: founded
    date: 1971-07-01
  - id: raid
    quote: its inspectors raided the shop in 1971
    event: raid
    date: in 1971
```

## Source

Correction in The New York Times: the United States Postal Service in a story of 1955.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.dating import day_finding, event_of, in_order
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.language.days import write_days
from checker.model.claim import ClaimFile
from checker.solve.timeline import DayConflict


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """People whom the register has die before they were born."""
    for person in file.entities:
        born, died = facts.register_days(person.born), facts.register_days(person.died)
        if not (born and died) or born.first is None or died.last is None:
            continue
        if died.last < born.first:
            yield Finding(
                rule="",
                severity=Severity.ERROR,
                message=f"{person.name} is registered as dead before being born.",
                span=person.entry_span("died"),
                explanation=(f"Born {write_days(born)}.", f"Died {write_days(died)}."),
                subject=f"{person.id} {person.born} {person.died}",
            )


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """Dates that contradict a declared order."""
    order = in_order(facts, conflict)
    order = order or f"{event_of(facts, conflict)} does not come where it must"
    return day_finding(facts, conflict, f"The dates contradict the order of events: {order}.")
