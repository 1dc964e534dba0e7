"""A file that is not YAML.

## What it checks

A claim file must be one YAML 1.2 document, with each key of a mapping once. The message says what
was found where, and what to type instead.

## Why

After broken YAML nothing can be told of what the file means; of a key that stands twice one value
would be lost without a word.

## Fires

```yaml
article: {title: "Sky Net}  # finding: error "quot"
claims: []
```

```yaml
article:
  title: Sky Net
  title: Fox Hunt  # finding: error "title"
```

## Silent

```yaml
article: {title: "Sky Net: a campaign", note: "on, no, 1_000 and 12:30 stay text"}
claims:
  - id: one
    speaker: li
    direct: true
    quote: "“No”"
entities:
  li: {type: person, name: Li Ming}
```

## Source

YAML 1.2.2; duplicate keys: section 3.2.1.3, Node Comparison.
"""

from __future__ import annotations

# Found while reading: checker/read.
PASSIVE = True
