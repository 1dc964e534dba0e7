"""Several claims agree two by two, and cannot all be true.

## What it checks

A smallest set of claims that no figures satisfy, where it takes relations of several kinds: a sum and
a comparison, a share and a change. Leave any one claim out and the rest can be true.

## Why

Pairs are the easy part. A total of 231 for five islands, of which the leader has 42, contradicts
itself only when all of it is put together.

## Fires

```yaml
article: {title: Islands, published: 2015-07-13}
measures:
  all: {name: medals of the three, kind: count}
  fiji: {name: medals of Fiji, kind: count}
  samoa: {name: medals of Samoa, kind: count}
  tonga: {name: medals of Tonga, kind: count}
claims:
  - id: all
    quote: 231 medals between them
    measure: all
    value: 231 medals
    sum-of: [fiji, samoa, tonga]
  - id: fiji
    quote: Fiji leads with 42
    measure: fiji
    value: 42 medals
  - id: samoa
    quote: Samoa has fewer
    measure: samoa
    less-than: fiji
  - id: tonga  # finding: error "cannot all be true"
    quote: Tonga has fewer
    measure: tonga
    less-than: fiji
```

## Silent

```yaml
article: {title: Islands, published: 2015-07-13}
measures:
  all: {name: medals of the three, kind: count}
  fiji: {name: medals of Fiji, kind: count}
  samoa: {name: medals of Samoa, kind: count}
  tonga: {name: medals of Tonga, kind: count}
claims:
  - id: all
    quote: 111 medals between them
    measure: all
    value: 111 medals
    sum-of: [fiji, samoa, tonga]
  - id: fiji
    quote: Fiji leads with 42
    measure: fiji
    value: 42 medals
  - id: samoa
    quote: Samoa has fewer
    measure: samoa
    less-than: fiji
  - id: tonga
    quote: Tonga has fewer
    measure: tonga
    less-than: fiji
```

## Source

Smallest unsatisfiable sets: R. Reiter, A theory of diagnosis from first principles (1987).
"""

from __future__ import annotations

from checker.facts.conflicting import conflict_finding
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.conflicts import Conflict

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """Claims that only together are impossible."""
    return conflict_finding(facts, conflict, _message(len(conflict.claims)))


def _message(count: int) -> str:
    if count == 1:
        return "What this claim says cannot all be true."
    words = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"These {words} claims cannot all be true; leave any one of them out and the others can."
