"""A share is given, but not of what.

## What it checks

A `share:` without `part-of:`: the text gives a fraction and never says how large the whole is.

## Why

"Nearly half of the remaining fugitives": of how many? The figure says little until that is known.

## Fires

```yaml
article: {title: Still abroad, published: 2015-12-09}
measures:
  abroad: {name: fugitives still abroad, kind: stock}
claims:
  - id: half
    quote: nearly half of the remaining fugitives
    measure: abroad
    share: nearly half  # finding: note "of what"
```

## Silent

```yaml
article: {title: Still abroad, published: 2015-12-09}
measures:
  wanted: {name: fugitives wanted, kind: stock}
  abroad: {name: fugitives still abroad, kind: stock}
claims:
  - id: wanted
    quote: 100 fugitives are wanted
    measure: wanted
    value: 100 fugitives
  - id: half
    quote: nearly half of them are still abroad
    measure: abroad
    share: nearly half
    part-of: wanted
```

## Source

Claim format, `share`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.finding import Finding, Query, Severity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Shares whose whole the claims do not name."""
    for fact in facts.figures_with("share"):
        if fact.figure.whole:
            continue
        words = fact.figure.share
        question = f"“{words}” of how many ({claim_label(facts, fact.claim)})?"
        yield finding(
            facts,
            Severity.NOTE,
            f"“{words}” of what? The text does not say how large the whole is.",
            [fact.claim],
            key=("share",),
            queries=[Query(facts.speaker(fact.claim), question)],
        )
