"""The parts of a whole add up to more than the whole.

## What it checks

Classes of one partition (`part-of` with the same `by:`) do not overlap, so together they are no
larger than the whole. The list stays open: they may well be smaller. The same class given twice
counts once. Disjoint periods inside a longer one are classes too, where the measure is a flow.

## Why

Two cities in two articles, the province in a third: no two of the figures conflict, all three do.

## Fires

```yaml
article: {title: Workshops, published: 2018-01-08}
measures:
  closed: {name: workshops closed, kind: flow}
  closed-north: {name: workshops closed in the north, kind: flow}
  closed-south: {name: workshops closed in the south, kind: flow}
claims:
  - id: all
    quote: 882 workshops
    measure: closed
    value: 882 workshops
    period: in 2017
  - id: north
    quote: 431 in the north
    measure: closed-north
    value: 431 workshops
    period: in 2017
    part-of: all
    by: region
  - id: south  # finding: error "add up to more"
    quote: 516 in the south
    measure: closed-south
    value: 516 workshops
    period: in 2017
    part-of: all
    by: region
```

```yaml
article: {title: Calls, published: 2015-07-02}
measures:
  calls: {name: calls answered, kind: flow}
claims:
  - id: year
    quote: 813 calls in 2014
    measure: calls
    value: 813 calls
    period: 2014
  - id: first
    quote: 417 calls in the first half of the year
    measure: calls
    value: 417 calls
    period: 2014-01-01/2014-06-30
  - id: second  # finding: error "add up to more"
    quote: 431 calls in the second half of the year
    measure: calls
    value: 431 calls
    period: 2014-07-01/2014-12-31
```

## Silent

```yaml
article: {title: From where they came, published: 2015-12-09}
entities:
  usa: {type: place, name: United States}
  canada: {type: place, name: Canada}
measures:
  back: {name: fugitives brought back, kind: flow}
claims:
  - id: all
    quote: over 700 fugitives since April
    measure: back
    value: over 700 fugitives
    period: since April
  - id: usa
    quote: including 48 from the United States
    place: usa
    measure: back
    value: 48 fugitives
    part-of: all
    by: country
  - id: canada
    quote: 34 from Canada
    place: canada
    measure: back
    value: 34 fugitives
    part-of: all
    by: country
```

## Source

Claim format, `part-of` and `by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conflicting import conflict_finding
from checker.facts.facts import Facts
from checker.facts.partitions import Partition, periods_of_flows
from checker.finding import Finding
from checker.ranges import NOT_NEGATIVE
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Linear


def constrain(facts: Facts) -> Iterator[Constraint]:
    """Whole - sum of the classes is at least zero, for as many classes as there are.

    With the rest they make up the whole: that is a sum.
    """
    for partition in (*facts.partitions, *periods_of_flows(facts)):
        if len(partition.classes) > 1 and not partition.completed:
            yield _not_more_than_whole(partition)


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """Classes that add up to more than their whole."""
    return conflict_finding(
        facts, conflict, "The parts listed here add up to more than the whole that they belong to."
    )


def _not_more_than_whole(partition: Partition) -> Linear:
    terms = [(partition.whole, 1)]
    terms += [(name, -1) for name in partition.classes]
    return Linear(
        tuple(terms),
        NOT_NEGATIVE,
        "numbers/parts-exceed-whole",
        sure=partition.sure,
        optional=partition.classes,
        note="The parts together are no larger than the whole",
    )
