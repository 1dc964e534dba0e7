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
from fractions import Fraction

from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact, quantity_of
from checker.finding import Finding
from checker.ranges import Range
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Linear, Product

_RULE = "numbers/rate-mismatch"


def constrain(facts: Facts) -> Iterator[Constraint]:
    """Figure x in = of x per, through a variable for the right side."""
    for fact in facts.figures_with("rate"):
        rate = fact.figure.rate
        own = facts.things.of(fact.key)
        of = facts.things.of(rate.of) if rate else None
        among = facts.things.of(rate.among) if rate else None
        per = _per(fact)
        if own and of and among and per:
            scaled = f"factor {fact.key}"
            bearers = frozenset((fact.key,))
            note = "The rate is the one figure divided by the other"
            terms = ((scaled, Fraction(1)), (of.name, -per))
            yield Linear(terms, Range.exactly(0), _RULE, bearers, note=note)
            yield Product(scaled, own.name, among.name, _RULE, bearers, note=note)


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A rate that its two figures contradict."""
    claim = bearer(facts, conflict)
    return conflict_finding(
        facts,
        conflict,
        f"The rate, {claim_label(facts, claim)}, does not fit the two figures it is taken from.",
    )


def _per(fact: FigureFact) -> Fraction | None:
    """What the quotient is multiplied by; a percentage is already one hundredth of its number."""
    assert fact.figure.rate is not None
    per = quantity_of(fact.figure.rate.per)
    if per is None or per.nominal <= 0:
        return None
    if fact.dimension == "ratio":
        return Fraction(1) if per.nominal in (1, 100) else per.nominal * fact.unit.factor
    return per.nominal
