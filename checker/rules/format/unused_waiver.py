"""A waiver that settles nothing.

## What it checks

Each entry under `accept` must settle a finding of its rule that rests on its claim. One whose
`values` are no longer the claim's wakes: the finding is open again, and the waiver is reported. A
rule that could not run (no text, no rate, a figure that cannot be read) leaves no waiver unused.

## Why

A waiver that is left behind would hide the next, different finding.

## Fires

```yaml
article: {title: A dam on the Naryn, published: 2013-09-18}
measures:
  dam-cost: {name: cost of the dam, kind: count, unit: USD}
claims:
  - id: cost
    measure: dam-cost
    value: US$412 million
    accept:
      - {rule: numbers/conflicting-values, reason: the second figure was withdrawn}  # finding: warning "settles nothing"
      - {rule: numbers/conflicting-vales, reason: the second figure was withdrawn}  # finding: warning "did you mean numbers/conflicting-values"
```

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
      - {rule: numbers/conflicting-values, reason: other weights, values: "2,040 kilograms"}  # finding: warning "have changed"
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
    accept:
      - {rule: numbers/conflicting-values, reason: other weights, values: ["1,830 kilograms", "2,140 kilograms"]}
      - {rule: source/quote-not-found, reason: the text is a scan}
  - id: growers
    measure: saffron
    value: 2,140 kilograms
    period: in 1976
```

## Source

Claim format, `accept`.
"""

from __future__ import annotations

# Found where waivers are settled: checker/facts/waivers.py.
PASSIVE = True
