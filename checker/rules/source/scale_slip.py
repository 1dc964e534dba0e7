"""A figure with the digits of its quote at another scale.

## What it checks
The claim's figure and its quote print the same digits, but one is ten, a hundred, a thousand, …
times the other: million for billion, a zero too many.

## Why
The commonest slip with large amounts, and the dearest: readers cannot feel it.

## Fires
```yaml
# file: plan.yaml
article: {title: Back to the plan, published: 2021-09-13}
measures:
  plan-size: {name: size of the spending plan, unit: USD}
claims:
  - id: size
    quote: the $3.5 trillion spending plan
    measure: plan-size
    value: 3.5 billion USD # finding: error "3.5 trillion"
```

## Silent
```yaml
# file: plan.yaml
article: {title: Back to the plan, published: 2021-09-13}
measures:
  plan-size: {name: size of the spending plan, unit: USD}
claims:
  - id: size
    quote: the $3.5 trillion spending plan
    measure: plan-size
    value: 3,500 billion USD
```

## Source
A newspaper's correction of "$3.5 billion" to "$3.5 trillion", 2021.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.quotes import mismatches
from checker.finding import Finding, Repair, Severity
from checker.language.containment import Verdict
from checker.model.claim import ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Claims whose figure has the digits of the quote at another scale."""
    for each in mismatches(file, facts, Verdict.SCALE):
        found, repaired = each.comparison.found, each.comparison.repaired
        why = "the claim was typed at another scale than the text's"
        yield finding(
            facts,
            Severity.ERROR,
            f"The claim says “{each.words}”; its quote has the same digits at another scale: “{found}”.",
            [each.claim],
            key=each.keys,
            repairs=[Repair(each.claim.key, each.words, repaired, why)],
        )
