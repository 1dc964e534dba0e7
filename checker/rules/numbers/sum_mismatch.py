"""The parts do not add up to the total.

## What it checks

`sum-of:` the figures listed add up to this one exactly; a rounded zero may have been either side of
it. `rest-of:` the rest and the other classes of
its partition in the same file make up the whole. The sum of the parts' ranges has to meet the range
of the total, so that rounded parts never raise a false alarm.

## Why

A total that its own list cannot reach is the error that readers write in about.

## Fires

```yaml
article: {title: Brought home, published: 2016-01-14}
measures:
  returned: {name: fugitives returned, kind: flow}
  persuaded: {name: fugitives persuaded, kind: flow}
  deported: {name: fugitives deported, kind: flow}
claims:
  - id: all
    quote: 714 fugitives came back
    measure: returned
    value: 714 fugitives
    period: 2015
  - id: persuaded
    quote: 313 were persuaded
    measure: persuaded
    value: 313 fugitives
    period: 2015
    part-of: all
    by: manner
  - id: rest  # finding: error "do not add up"
    quote: the rest, 441, were deported
    measure: deported
    value: 441 fugitives
    period: 2015
    rest-of: all
    by: manner
```

## Silent

```yaml
article: {title: Budget, published: 2016-01-14}
measures:
  total: {name: spending, kind: flow, unit: USD}
  roads: {name: spending on roads, kind: flow, unit: USD}
  schools: {name: spending on schools, kind: flow, unit: USD}
claims:
  - id: all
    quote: $3.5 billion in all
    measure: total
    value: $3.5 billion
    sum-of: [roads, schools]
  - id: roads
    quote: $1.2 billion for roads
    measure: roads
    value: $1.2 billion
  - id: schools
    quote: $2.4 billion for schools
    measure: schools
    value: $2.4 billion
```

## Source

Interval reading of rounded sums: XBRL Calculations 1.1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.partitions import completed_wholes
from checker.finding import Finding
from checker.ranges import Range
from checker.rational import Rational
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Linear, Variable

_RULE = "numbers/sum-mismatch"


def constrain(facts: Facts) -> Iterator[Constraint]:
    """Total - sum of the parts is zero."""
    for fact in facts.figures_with("sum_of"):
        parts = [facts.things.of(part) for part in fact.figure.sum_of]
        total = facts.things.of(fact.key)
        if total and all(parts):
            names = [part.name for part in parts if part]
            yield _adds_up(fact, total.name, names, _lost_signs(facts, fact))
    for rest, whole, classes in completed_wholes(facts):
        yield _adds_up(rest, whole.name, [thing.name for thing in classes])


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A total that its parts cannot reach, or that they pass."""
    total = bearer(facts, conflict)
    return conflict_finding(
        facts, conflict, f"The parts do not add up: {claim_label(facts, total)} says otherwise."
    )


def _lost_signs(facts: Facts, total: FigureFact) -> Range:
    """By how much total less parts may miss zero, as a rounded zero does not tell its sign.

    `0 million` reads as 0 to 0.5 million, but what was rounded may have been -0.4 million.
    """
    low, high = _lost_sign(total)
    for part in map(facts.figures.get, total.figure.sum_of):
        below, above = _lost_sign(part)
        low, high = low - above, high - below
    return Range.of(-high, -low)


def _lost_sign(fact: FigureFact | None) -> tuple[Rational, Rational]:
    """How far below and above its range a figure printed as zero may have been."""
    read = fact.widest if fact and fact.quantity and fact.quantity.nominal == 0 else None
    if read is None or read.low is None or read.high is None:
        return 0, 0
    reach = max(-read.low, read.high)
    return -reach - read.low, reach - read.high


_NOTHING_LOST = Range.exactly(0)


def _adds_up(
    bearer_fact: FigureFact,
    total: Variable,
    parts: list[Variable],
    missing: Range = _NOTHING_LOST,
) -> Linear:
    terms = [(total, 1)]
    terms += [(part, -times) for part, times in Counter(parts).items()]
    return Linear(
        tuple(terms),
        missing,
        _RULE,
        frozenset((bearer_fact.key,)),
        note="The parts make up the total",
    )
