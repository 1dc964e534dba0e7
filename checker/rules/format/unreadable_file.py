"""A file of the tree that cannot be read.

## What it checks

Every `*.yaml` and `*.yml` file of a tree must open and hold text: UTF-8, or UTF-16 with a byte order
mark. All other files are still checked.

## Why

A file that is silently left out looks like a clean one.

## Fires

```yaml
# file: stadt.yaml, as latin-1
article: {title: Über Zürich}  # finding: error "UTF-8"
```

## Silent

```yaml
# file: stadt.yaml, as utf-8
article: {title: Über Zürich}
```

```yaml
# file: stadt.yaml, as utf-16
article: {title: Über Zürich}
```

## Source

YAML 1.2.2, section 5.2, Character encodings.
"""

from __future__ import annotations

# Found while reading: checker/read.
PASSIVE = True
