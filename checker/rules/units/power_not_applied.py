"""An area or a volume was converted with the factor of a length.

## What it checks

The printed numbers of an area or volume and its restatement stand in the ratio of the lengths, not
of their squares or cubes. This is told by the pattern, also where rounding would let both pass.

## Why

A square kilometre is 0.386 square miles; who multiplies by 0.62 has looked up the wrong factor.

## Fires

```yaml
article: {title: The shelf breaks, published: 2009-04-28}
measures:
  area: {name: area}
  volume: {name: volume}
claims:
  - id: shelf
    measure: area
    value: 2,518 square kilometres
    restated: about 1,565 square miles  # finding: error "not of its square"
  - id: plot
    measure: area
    value: 3,000 square metres
    restated: 3,300 square yards  # finding: error "3,588 square yards"
  - id: pit
    measure: volume
    value: 500 cubic metres
    restated: 547 cubic yards  # finding: error "not of its cube"
```

## Silent

```yaml
article: {title: The shelf breaks, published: 2009-04-28}
measures:
  area: {name: area}
  volume: {name: volume}
claims:
  - id: shelf
    measure: area
    value: 2,518 square kilometres
    restated: about 972 square miles
  - id: plot
    measure: area
    value: 3,000 square metres
    restated: 3,600 square yards
  - id: spot
    measure: area
    value: 1 square metre
    restated: 1 square yard
  - id: farm
    measure: area
    value: 40 hectares
    restated: 100 acres
```

## Source

Real: 3,000 square metres given as 3,300 square yards. Exact factors of pint.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.explain import write_amount
from checker.facts.facts import Facts
from checker.facts.restatements import Restatement
from checker.facts.unit_conversions import Pattern, measured, power_not_applied
from checker.finding import Finding, Severity
from checker.language.quantity import write_number


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every restatement that stands in the ratio of lengths."""
    for both in measured(facts):
        pattern = power_not_applied(both)
        if pattern is not None:
            yield _finding(facts, both, pattern)


def _finding(facts: Facts, both: Restatement, pattern: Pattern) -> Finding:
    power = "square" if pattern.power == 2 else "cube"
    due = write_amount(both.first.nominal, both.second.unit)
    message = (
        f"“{both.second.text}” is “{both.first.text}” times the factor of a length, not of its "
        f"{power}; it comes to about {due}."
    )
    return finding(
        facts,
        Severity.ERROR,
        message,
        [both.claim],
        at=both.claim.span(*both.key),
        explanation=[
            f"Multiplied by {write_number(pattern.used)} where {write_number(pattern.due)} is due."
        ],
    )
