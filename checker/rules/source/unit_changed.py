"""The number of the quote in another unit.

## What it checks
The claim's figure has the number of its quote, but another unit of measurement or currency: acres
for square miles, euros for dollars. A unit that only one of the two names is no difference, nor is
a sign that may stand for the other's currency (`$` for Australian dollars).

## Why
A number without its unit survives copying; the unit does not.

## Fires
```yaml
# file: park.yaml
article: {title: A new park, published: 2012-03-04}
measures:
  park-area: {name: area of the park}
claims:
  - id: area
    quote: a park of 12,350 square miles
    measure: park-area
    value: 12,350 acres # finding: error "square miles"
```

## Silent
```yaml
# file: park.yaml
article: {title: A new park, published: 2012-03-04}
measures:
  park-area: {name: area of the park}
  park-cost: {name: cost of the park, unit: AUD}
claims:
  - id: area
    quote: a park of 12,350 sq. miles
    measure: park-area
    value: 12,350 square miles
  - id: cost
    quote: for $3.2 million
    measure: park-cost
    value: 3.2 million AUD
```

## Source
A newspaper's correction of "acres" to "square miles".
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.quotes import mismatches
from checker.finding import Finding, Severity
from checker.language.containment import Verdict
from checker.model.claim import ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Claims that give the quote's number in another unit."""
    for each in mismatches(file, facts, Verdict.UNIT):
        found = each.comparison.found
        message = (
            f"The claim says “{each.words}”; its quote gives that number another unit: “{found}”."
        )
        yield finding(facts, Severity.ERROR, message, [each.claim], key=each.keys)
