"""A figure hedged otherwise than in its quote.

## What it checks
Whether claim and quote leave the same side of a number open: a lower bound (`at least`, `over`), an
upper bound (`up to`, `under`), near it (`about`, `nearly`), or none. `nearly` counts as near and as
an upper bound, `just over` as near and as a lower bound. Ranges are not compared.

## Why
"65" and "at least 65" contradict different reports. Dropping the hedge makes a statement that
nobody made.

## Fires
```yaml
# file: bodies.yaml
article: {title: The morning, published: 2006-03-15}
measures:
  bodies-found: {name: bodies found, kind: toll}
claims:
  - id: headline
    quote: Police Find 65 Bodies
    measure: bodies-found
    value: at least 65 bodies # finding: warning "at least 65"
  - id: story
    quote: more than 70 bodies had been found
    measure: bodies-found
    as-of: 2006-03-16
    value: 70 bodies # finding: warning "more than 70"
```

## Silent
```yaml
# file: bodies.yaml
article: {title: The morning, published: 2006-03-15}
measures:
  bodies-found: {name: bodies found, kind: toll}
claims:
  - id: headline
    quote: Police Find at Least 65 Bodies
    measure: bodies-found
    value: 65 or more bodies
  - id: evening
    quote: the number has now passed 70
    measure: bodies-found
    value: over 70 bodies
```

## Source
A correction of "at least 90 billion" to "estimated at 90 billion".
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.quotes import mismatches
from checker.finding import Finding, Severity
from checker.language.containment import Verdict
from checker.model.claim import Claim, ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Claims that hedge their figure otherwise than their quote."""
    for each in mismatches(file, facts, Verdict.HEDGE):
        found = each.comparison.found
        if _rose_to(each.claim, found):
            continue
        message = f"The claim says “{each.words}”; its quote is as sure as “{found}”."
        yield finding(facts, Severity.WARNING, message, [each.claim], key=each.keys)


def _rose_to(claim: Claim, found: str) -> bool:
    """Whether “up to” is where a figure rose to, not a limit: the claim states the change."""
    return getattr(claim.asserts, "change", None) is not None and found.startswith("up to ")
