"""Something is said to have risen, and the figures fall; or the other way round.

## What it checks

The direction of `change:` (up, down, doubled, halved) against the two figures. An error where no
reading of them goes that way; a warning where only the printed numbers go the other way.

## Why

"Increased from less than 40 percent to nearly 20 percent" has been printed, and corrected.

## Fires

```yaml
article: {title: Who fails the test, published: 2006-01-12}
measures:
  failing: {name: share of pupils who fail, kind: stock}
claims:
  - id: before
    quote: less than 40 percent in 2003
    measure: failing
    value: less than 40 percent
    as-of: in 2003
  - id: after  # finding: warning "the other way"
    quote: increased to nearly 20 percent in 2005
    measure: failing
    value: nearly 20 percent
    as-of: in 2005
    change: {from: before, by: up}
```

## Silent

```yaml
article: {title: Who fails the test, published: 2006-01-12}
measures:
  failing: {name: share of pupils who fail, kind: stock}
claims:
  - id: before
    quote: less than 40 percent in 2003
    measure: failing
    value: less than 40 percent
    as-of: in 2003
  - id: after
    quote: fell to nearly 20 percent in 2005
    measure: failing
    value: nearly 20 percent
    as-of: in 2005
    change: {from: before, by: down}
```

## Source

Correction in the Kitsap Sun, 2006.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.changes import StatedChange, nominal_values
from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.evidence import finding
from checker.facts.explain import claim_label, value_words
from checker.facts.facts import Facts
from checker.facts.pairs import fits_in
from checker.finding import Finding, Severity
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, at_least

_RULE = "numbers/wrong-direction"


def constrain(facts: Facts) -> Iterator[Constraint]:
    """Up: the new figure is above the old one; down: below it."""
    for change in facts.changes:
        if change.by.direction and not _beyond_zero(change):
            up = change.by.direction > 0
            more, less = (change.new, change.old) if up else (change.old, change.new)
            words = f"It is said to have gone {'up' if up else 'down'}"
            yield at_least(more, less, _RULE, change.bearers, strictly=True, note=words)


def _beyond_zero(change: StatedChange) -> bool:
    """Whether more than all is said to be lost: what was below zero then goes up."""
    factor = change.by.factor
    return factor is not None and factor.nominal < 0


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Printed numbers that go the other way, where the ranges of their words do not exclude it."""
    for change in facts.changes:
        values = nominal_values(change)
        if values is None or change.old_fact is None:
            continue
        step = (values[1] > values[0]) - (values[1] < values[0])
        if step == -change.by.direction and step and not _excluded(change):
            yield _printed(facts, change, change.old_fact.key)


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A direction that the figures contradict."""
    claim = bearer(facts, conflict)
    return conflict_finding(facts, conflict, _message(facts, claim.key))


def _excluded(change: StatedChange) -> bool:
    """Whether the stated ranges leave no way to go in the direction given: a conflict by itself."""
    old, new = change.old_fact, change.new_fact
    if old is None or old.stated is None or new.stated is None:
        return True
    low, high = (old, new) if change.by.direction > 0 else (new, old)
    assert low.stated is not None
    assert high.stated is not None
    touching = low.stated.low is not None and low.stated.low == high.stated.high
    return touching or not fits_in(low.stated, high.stated)


def _printed(facts: Facts, change: StatedChange, old: str) -> Finding:
    claims = [facts.claims[change.claim], facts.claims[old]]
    return finding(
        facts,
        Severity.WARNING,
        _message(facts, change.claim),
        claims,
        explanation=[
            f"Before: “{value_words(facts.figures[old])}”.",
            f"After: “{value_words(change.new_fact)}”.",
        ],
    )


def _message(facts: Facts, claim: str) -> str:
    fact = facts.figures[claim]
    words = fact.figure.change.by if fact.figure.change else ""
    label = claim_label(facts, fact.claim)
    return f"{label} is said to have changed “{words}”, but the figures go the other way."
