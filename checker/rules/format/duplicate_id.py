"""Two claims of one file have the same id.

## What it checks

A claim's id is unique in its file. The later claim is left out until it has one of its own.

## Why

A relation to that id could mean either claim.

## Fires

```yaml
article: {title: Buses, published: 2019-05-06}
measures:
  buses: {name: buses, kind: stock}
claims:
  - id: fleet
    measure: buses
    value: 2,847 buses
  - id: fleet  # finding: error "is taken"
    measure: buses
    value: 911 buses
```

## Silent

```yaml
# file: a.yaml
article: {title: Buses, published: 2019-05-06}
measures:
  buses: {name: buses, kind: stock}
claims:
  - id: fleet
    measure: buses
    value: 2,847 buses
# file: b.yaml
article: {title: More buses, published: 2019-05-07}
claims:
  - id: fleet
    measure: buses
    value: 2,847 buses
```

## Source

Claim format, "claims".
"""

from __future__ import annotations

# Found while reading: checker/read.
PASSIVE = True
