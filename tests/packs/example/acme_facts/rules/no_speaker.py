"""A figure without a speaker.

## What it checks
A note where a quantity names no speaker: at Acme every figure is attributed.

## Why
House style, section 4.

## Fires
```yaml
article: {title: The march}
measures: {marchers: {name: people who marched}}
claims:
  - id: one  # finding: note "no speaker"
    quote: 720 marched
    measure: marchers
    value: 720
```

## Silent
```yaml
article: {title: The march}
entities: {police: {type: organization, name: City police}}
measures: {marchers: {name: people who marched}}
claims:
  - {id: one, quote: 720 marched, speaker: police, measure: marchers, value: 720}
```

## Source
The style book of Acme.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.model.claim import ClaimFile, Figure


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """The figures of the file that nobody says."""
    for claim in file.claims:
        if isinstance(claim.asserts, Figure) and claim.speaker is None:
            yield finding(facts, Severity.NOTE, "This figure has no speaker.", [claim])
