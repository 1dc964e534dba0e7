"""An average does not fit the total and the count that it is taken from.

## What it checks

`average: {total: …, count: …}`: figure x count = total, all three read as ranges.

## Why

62 billion pounds for 67 million people are 925 pounds each, not 9,300.

## Fires

```yaml
article: {title: The bill for each of us, published: 2023-11-23}
measures:
  bill: {name: total bill, kind: count, unit: GBP}
  population: {name: people in the country, kind: count}
  each: {name: bill for each person, kind: ratio, unit: GBP}
claims:
  - id: bill
    quote: a bill of £62bn
    measure: bill
    value: £62bn
  - id: people
    quote: for 67m people
    measure: population
    value: 67m people
  - id: each  # finding: error "average"
    quote: £9,300 each
    measure: each
    value: £9,300
    average: {total: bill, count: people}
```

## Silent

```yaml
article: {title: The bill for each of us, published: 2023-11-23}
measures:
  bill: {name: total bill, kind: count, unit: GBP}
  population: {name: people in the country, kind: count}
  each: {name: bill for each person, kind: ratio, unit: GBP}
claims:
  - id: bill
    quote: a bill of £62bn
    measure: bill
    value: £62bn
  - id: people
    quote: for 67m people
    measure: population
    value: 67m people
  - id: each
    quote: about £930 each
    measure: each
    value: about £930
    average: {total: bill, count: people}
```

## Source

Claim format, `average`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.facts.quotients import quotient
from checker.finding import Finding
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint


def constrain(facts: Facts) -> Iterator[Constraint]:
    """Total = average x count."""
    for fact in facts.figures_with("average"):
        average = fact.figure.average
        if average is not None:
            yield from quotient(
                facts,
                fact,
                average.total,
                average.count,
                per=1,
                rule="numbers/average-mismatch",
                note="The average times the count is the total",
            )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """An average that total and count contradict."""
    claim = bearer(facts, conflict)
    return conflict_finding(
        facts,
        conflict,
        f"The average, {claim_label(facts, claim)}, does not fit the total and the count that it "
        "is taken from.",
    )
