"""Somebody does something before being born, or after having died.

## What it checks

Events `of` a person (of kind `other`) lie between birth and death, where the register or a claim gives
those; events of kind `posthumous` lie after death.

## Why

A name shared by father and son puts the one's deeds into the other's life.

## Fires

```yaml
article: {title: A painter, published: 2004-02-01}
entities:
  painter: {type: person, name: Ilse Brandt, born: 1920, died: 1987-03-02}
events:
  prize: {name: the prize, of: painter}
claims:
  - id: prize  # finding: error "lifetime"
    quote: won the prize in 1991
    event: prize
    date: 1991
```

## Silent

```yaml
article: {title: A painter, published: 2004-02-01}
entities:
  painter: {type: person, name: Ilse Brandt, born: 1920, died: 1987-03-02}
events:
  prize: {name: the prize, of: painter, kind: posthumous}
claims:
  - id: prize
    quote: was given the prize in 1991
    event: prize
    date: 1991
```

## Source

Claim format, events.
"""

from __future__ import annotations

from checker.facts.dating import day_finding, event_of, in_order
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.timeline import DayConflict


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """An event outside the lifetime of the person that it is of."""
    order = in_order(facts, conflict)
    message = f"{event_of(facts, conflict)} lies outside a lifetime"
    return day_finding(facts, conflict, f"{message}: {order}." if order else f"{message}.")
