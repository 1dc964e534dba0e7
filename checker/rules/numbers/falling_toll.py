"""A running total falls as time goes on.

## What it checks

Figures of one measure of kind `toll` at two moments, of which one surely comes after the other: the
later one is no smaller.

## Why

The dead do not become fewer. A toll that falls was wrong before, or is wrong now; a correction says so
with `corrects:`.

## Fires

```yaml
# file: monday.yaml
article: {title: Monday, published: 1999-08-18}
measures:
  dead: {name: people killed, kind: toll}
claims:
  - id: dead
    quote: 2,112 dead
    measure: dead
    value: 2,112 people
# file: friday.yaml
article: {title: Friday, published: 1999-08-22}
claims:
  - id: dead  # finding: error "falls"
    quote: 1,703 dead
    measure: dead
    value: 1,703 people
```

## Silent

```yaml
# file: monday.yaml
article: {title: Monday, published: 1999-08-18}
measures:
  dead: {name: people killed, kind: toll}
claims:
  - id: dead
    quote: at least 2,112 dead
    measure: dead
    value: at least 2,112 people
# file: friday.yaml
article: {title: Friday, published: 1999-08-22}
claims:
  - id: dead
    quote: 7,039 dead
    measure: dead
    value: 7,039 people
```

## Source

Claim format, kind `toll`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conflicting import conflict_finding
from checker.facts.evidence import finding
from checker.facts.explain import claim_label, reading, time_words, value_words
from checker.facts.facts import Facts
from checker.facts.pairs import Pair
from checker.facts.severity import conflict_severity
from checker.facts.tolls import falling
from checker.finding import Finding
from checker.solve.conflicts import Conflict


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every toll against the earliest report of a higher one before it."""
    for pair in falling(facts):
        yield _finding(facts, pair)


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A running total that other claims make fall."""
    return conflict_finding(
        facts,
        conflict,
        "A running total falls: what is said of it at different times cannot all be.",
    )


def _finding(facts: Facts, pair: Pair) -> Finding:
    claims = [pair.claim.claim, pair.against.claim]
    return finding(
        facts,
        conflict_severity(claims, pair.level),
        f"The running total of {claim_label(facts, pair.claim.claim)} falls from "
        f"“{value_words(pair.against)}” to “{value_words(pair.claim)}”.",
        claims,
        also=[fact.claim for fact in pair.also],
        explanation=[
            f"On {time_words(pair.against.time)}: {reading(pair.against, pair.level)}",
            f"On {time_words(pair.claim.time)}: {reading(pair.claim, pair.level)}",
        ],
    )
