"""A change does not lead from the old figure to the new one.

## What it checks

`change: {from: …, by: up 12 percent}`: the new figure is the old one changed by so much, all read as
ranges. Percentages, percentage points, amounts, doubled, tripled, halved, unchanged.

## Why

Two figures and the change between them are three chances to slip, and readers do the sum.

## Fires

```yaml
article: {title: Exports, published: 2011-02-10}
measures:
  exports: {name: value of exports, kind: flow, unit: BRL}
claims:
  - id: before
    quote: 2.15 billion reais in 2009
    measure: exports
    value: 2.15 billion reais
    period: in 2009
  - id: after  # finding: error "does not lead"
    quote: up 12 percent to 3.44 billion reais in 2010
    measure: exports
    value: 3.44 billion reais
    period: in 2010
    change: {from: before, by: up 12 percent}
```

## Silent

```yaml
article: {title: Exports, published: 2011-02-10}
measures:
  exports: {name: value of exports, kind: flow, unit: BRL}
claims:
  - id: before
    quote: 2.15 billion reais in 2009
    measure: exports
    value: 2.15 billion reais
    period: in 2009
  - id: after
    quote: up 60 percent to 3.44 billion reais in 2010
    measure: exports
    value: 3.44 billion reais
    period: in 2010
    change: {from: before, by: up 60 percent}
```

## Source

Claim format, `change`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts import factors
from checker.facts.changes import StatedChange, amount_of, taken_for_points
from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.ranges import Range
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Constraint, Linear, Product

_RULE = "numbers/change-mismatch"


def constrain(facts: Facts) -> Iterator[Constraint | Bound]:
    """New = factor x old, or new - old = amount."""
    for change in facts.changes:
        if not taken_for_points(change):
            yield from _constraints(facts, change)


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A change that does not lead from one figure to the other."""
    claim = bearer(facts, conflict)
    change = getattr(claim.asserts, "change", None)
    words = f"“{change.by}”" if change else "given here"
    return conflict_finding(
        facts,
        conflict,
        f"The change {words} does not lead from the earlier figure to {claim_label(facts, claim)}.",
    )


def _constraints(facts: Facts, change: StatedChange) -> Iterator[Constraint | Bound]:
    name = factors.change_of(change.claim)
    note = f"The change is “{change.words}”"
    difference = change.difference
    step = ((change.new, 1), (change.old, -1))
    if change.by.factor is not None:
        yield factors.bound(name, change.by.factor, change.claim)
        yield Product(change.new, name, change.old, _RULE, change.bearers, note=note)
    elif difference is not None:
        step_made = amount_of(facts, change, difference)
        if step_made is None:
            return
        yield _amount(name, change, step_made)
        terms = (*step, (name, -1))
        yield Linear(terms, Range.exactly(0), _RULE, change.bearers, note=note)
    elif change.by.direction == 0:
        yield Linear(step, Range.exactly(0), _RULE, change.bearers, note=note)


def _amount(name: str, change: StatedChange, step: tuple[Range, Range]) -> Bound:
    stated, widest = step
    if change.by.direction >= 0:
        return Bound(name, stated, widest, change.claim)
    return Bound(name, -stated, -widest, change.claim)
