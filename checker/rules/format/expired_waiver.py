"""A waiver whose last day has passed.

## What it checks

`until` of a waiver is compared with today (`--today DATE` for runs that repeat). An expired waiver
settles nothing: its finding is open again.

## Why

Whoever set the day wanted the matter to be looked at again.

## Fires

```yaml
article: {title: Saffron, published: 1977-12-01}
measures:
  saffron: {name: saffron picked, kind: flow}
claims:
  - id: office
    measure: saffron
    value: 1,830 kilograms
    period: in 1976
  - id: growers
    measure: saffron
    value: 2,140 kilograms
    period: in 1976
    accept:
      - {rule: numbers/conflicting-values, reason: other weights, until: 2025-12-31}  # finding: warning "held until 31 December 2025"
```

## Silent

```yaml
article: {title: Saffron, published: 1977-12-01}
measures:
  saffron: {name: saffron picked, kind: flow}
claims:
  - id: office
    measure: saffron
    value: 1,830 kilograms
    period: in 1976
  - id: growers
    measure: saffron
    value: 2,140 kilograms
    period: in 1976
    accept:
      - {rule: numbers/conflicting-values, reason: other weights, until: 2099-12-31}
```

## Source

Claim format, `accept`.
"""

from __future__ import annotations

# Found where waivers are settled: checker/facts/waivers.py.
PASSIVE = True
