"""Several dates agree two by two, and cannot all be right.

## What it checks

A smallest set of claims that no days satisfy, where it takes relations of several kinds: an order and
a length of time, an age and a lifetime. Leave any one claim out and the rest can be right.

## Why

The strike began on the 3rd, talks 14 days later, the agreement came after the talks, on the 10th:
three articles, no two of which disagree.

## Fires

```yaml
article: {title: At the docks, published: 1984-03-28}
events:
  strike: {name: start of the strike}
  talks: {name: start of the talks}
  agreement: {name: agreement, after: [talks]}
claims:
  - id: strike
    quote: stopped work on 3 March 1984
    event: strike
    date: 1984-03-03
  - id: talks  # finding: error "cannot all be right"
    quote: talks began 14 days after the strike
    event: talks
    date: 14 days after strike
  - id: agreed
    quote: agreed on 10 March 1984
    event: agreement
    date: 1984-03-10
```

## Silent

```yaml
article: {title: At the docks, published: 1984-03-28}
events:
  strike: {name: start of the strike}
  talks: {name: start of the talks}
  agreement: {name: agreement, after: [talks]}
claims:
  - id: strike
    quote: stopped work on 3 March 1984
    event: strike
    date: 1984-03-03
  - id: talks
    quote: talks began 14 days after the strike
    event: talks
    date: 14 days after strike
  - id: agreed
    quote: agreed on 26 March 1984
    event: agreement
    date: 1984-03-26
```

## Source

Smallest unsatisfiable sets: R. Reiter, A theory of diagnosis from first principles (1987).
"""

from __future__ import annotations

from checker.facts.dating import day_finding
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.timeline import DayConflict


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """Dates that only together are impossible."""
    return day_finding(
        facts,
        conflict,
        "These dates cannot all be right; leave any one of them out and the others can.",
    )
