"""A figure is not so many times another as the text says.

## What it checks

`times: {of: …, factor: three times}`: this figure = factor x that one, all three read as ranges.

## Why

"Three times as much" is written from memory, the figures from a table.

## Fires

```yaml
article: {title: What the state spent, published: 2011-02-14}
measures:
  roads: {name: money for roads, kind: flow, unit: NGN}
  schools: {name: money for schools, kind: flow, unit: NGN}
claims:
  - id: schools
    quote: 1.2 billion naira for schools
    measure: schools
    value: 1.2 billion naira
    period: 2010
  - id: roads  # finding: error "three times"
    quote: three times as much, 2.7 billion naira, for roads
    measure: roads
    value: 2.7 billion naira
    period: 2010
    times: {of: schools, factor: three times}
```

## Silent

```yaml
article: {title: What the state spent, published: 2011-02-14}
measures:
  roads: {name: money for roads, kind: flow, unit: NGN}
  schools: {name: money for schools, kind: flow, unit: NGN}
claims:
  - id: schools
    quote: 1.2 billion naira for schools
    measure: schools
    value: 1.2 billion naira
    period: 2010
  - id: roads
    quote: three times as much, 3.6 billion naira, for roads
    measure: roads
    value: 3.6 billion naira
    period: 2010
    times: {of: schools, factor: three times}
```

## Source

Claim format, `times`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts import factors
from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.facts.itself import compared
from checker.finding import Finding
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Constraint, Product


def constrain(facts: Facts) -> Iterator[Constraint | Bound]:
    """Figure = factor x other figure."""
    for fact in facts.figures_with("times"):
        times = fact.figure.times
        factor = factors.factor(times.factor, facts.settings.hedges) if times else None
        both = compared(facts, fact, times.of) if times else None
        if times and factor and both:
            name = factors.factor_of(fact.key)
            yield factors.bound(name, factor, fact.key)
            yield Product(
                both.own,
                name,
                both.other,
                "numbers/times-mismatch",
                both.bearers,
                note=f"The one is “{times.factor}” the other",
            )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A factor that the two figures contradict."""
    claim = bearer(facts, conflict)
    times = getattr(claim.asserts, "times", None)
    words = f"“{times.factor}”" if times else "so many times"
    return conflict_finding(
        facts, conflict, f"{claim_label(facts, claim)} is not {words} the figure it is compared to."
    )
