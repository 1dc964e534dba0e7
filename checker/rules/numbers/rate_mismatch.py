"""A rate does not fit the two figures that it is taken from.

## What it checks

`rate: {of: …, in: …, per: 100,000}`: figure = of / in x per, all read as ranges.

## Why

Rates per 100,000 are where a zero too many hides best.

## Fires

```yaml
article: {title: Accidents, published: 2014-08-01}
measures:
  deaths: {name: deaths on the road, kind: flow}
  people: {name: inhabitants, kind: stock}
  rate: {name: deaths on the road per 100 000, kind: ratio}
claims:
  - id: deaths
    quote: 312 deaths
    measure: deaths
    value: 312 deaths
    period: 2013
  - id: people
    quote: 4.1 million people
    measure: people
    value: 4.1 million people
  - id: rate  # finding: error "rate"
    quote: 76 per 100,000
    measure: rate
    value: 76
    rate: {of: deaths, in: people, per: 100,000}
```

## Silent

```yaml
article: {title: Accidents, published: 2014-08-01}
measures:
  deaths: {name: deaths on the road, kind: flow}
  people: {name: inhabitants, kind: stock}
  rate: {name: deaths on the road per 100 000, kind: ratio}
claims:
  - id: deaths
    quote: 312 deaths
    measure: deaths
    value: 312 deaths
    period: 2013
  - id: people
    quote: 4.1 million people
    measure: people
    value: 4.1 million people
  - id: rate
    quote: 7.6 per 100,000
    measure: rate
    value: 7.6
    rate: {of: deaths, in: people, per: 100,000}
```

## Source

Claim format, `rate`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts import factors
from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.quotients import quotient
from checker.finding import Finding
from checker.language.types import Quantity
from checker.rational import Rational
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint


def constrain(facts: Facts) -> Iterator[Constraint]:
    """Figure x in = of x per."""
    for fact in facts.figures_with("rate"):
        rate, base = fact.figure.rate, factors.base(fact.figure.rate)
        if rate and base:
            yield from quotient(
                facts,
                fact,
                rate.of,
                rate.among,
                per=_per(fact, base),
                unit=base.unit,
                rule="numbers/rate-mismatch",
                note="The rate is the one figure divided by the other",
            )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A rate that its two figures contradict."""
    claim = bearer(facts, conflict)
    return conflict_finding(
        facts,
        conflict,
        f"The rate, {claim_label(facts, claim)}, does not fit the two figures it is taken from.",
    )


def _per(fact: FigureFact, base: Quantity) -> Rational:
    """What the quotient is multiplied by; a percentage is already one hundredth of its number."""
    if fact.dimension == "ratio":
        return 1 if base.nominal in (1, 100) else base.nominal * fact.unit.factor
    return base.nominal
