"""A share does not fit the part and the whole that it is taken from.

## What it checks

`share:` with `part-of:` says which fraction of the whole the figure is. Part = share x whole, all
three read as ranges.

## Why

"A third of the 120 came back, 75 in all": one of the three numbers is wrong.

## Fires

```yaml
article: {title: Who came back, published: 2014-03-04}
measures:
  workers: {name: workers hired, kind: count}
  women: {name: women hired, kind: count}
claims:
  - id: all
    quote: 120 workers
    measure: workers
    value: 120 workers
  - id: women  # finding: error "share"
    quote: a third of them, 75, are women
    measure: women
    value: 75 women
    part-of: all
    share: a third
```

## Silent

```yaml
article: {title: Who came back, published: 2014-03-04}
measures:
  workers: {name: workers hired, kind: count}
  women: {name: women hired, kind: count}
claims:
  - id: all
    quote: 120 workers
    measure: workers
    value: 120 workers
  - id: women
    quote: a third of them, 41, are women
    measure: women
    value: 41 women
    part-of: all
    share: a third
```

## Source

Claim format, `share`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts import factors
from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Constraint, Product


def constrain(facts: Facts) -> Iterator[Constraint | Bound]:
    """Part = share x whole."""
    for fact in facts.figures_with("share"):
        words = fact.figure.share
        share = factors.share(words, facts.settings.hedges) if words else None
        part, whole = facts.things.of(fact.key), facts.things.of(fact.figure.whole or "")
        if share is None or part is None or whole is None:
            continue
        name = factors.share_of(fact.key)
        yield factors.bound(name, share, fact.key)
        yield Product(
            part.name,
            name,
            whole.name,
            "numbers/share-mismatch",
            frozenset((fact.key,)),
            note=f"The part is “{words}” of the whole",
        )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A share that its part and whole contradict."""
    claim = bearer(facts, conflict)
    words = getattr(claim.asserts, "share", None)
    return conflict_finding(
        facts,
        conflict,
        f"The share “{words}” does not fit: {claim_label(facts, claim)} and the whole that it is "
        "taken from give another.",
    )
