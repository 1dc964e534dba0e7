"""A key or value that the format does not know.

## What it checks

Every file against the schema of the claim format: which keys there are, what each may hold, and
which belong together. The message names the key, what was found, what was expected and the nearest
known key. The faulty claim is left out; the rest of the file is still checked.

## Why

A misspelt key would be a relation that is never checked.

## Fires

```yaml
article: {title: Buses, pubished: 2019-05-06}  # finding: error "published"
measures:
  buses: {name: buses, kind: stok}  # finding: error "stock"
claims:
  - id: fleet
    measure: buses
    valeu: 2,847 buses  # finding: error "value"
```

```yaml
article: {title: Buses}
measures:
  buses: {name: buses}
claims:
  - id: fleet
    measure: buses
    value: [1, 2]  # finding: error "value"
```

## Silent

```yaml
article: {title: Buses, published: 2019-05-06}
measures:
  buses: {name: buses, kind: stock}
claims:
  - id: fleet
    measure: buses
    value: 2,847 buses
```

## Source

`schemas/claims.schema.json` (JSON Schema 2020-12); `factcheck schema` prints it.
"""

from __future__ import annotations

# Found while reading: checker/read.
PASSIVE = True
