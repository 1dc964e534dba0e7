"""A form under `names` that the quote does not contain.

## What it checks
Each form that a claim maps to an entity must stand in the claim's quote.

## Why
The map says who is meant by the words of the quote; a form that is not there is a slip, and the
rules about names would judge a form that nobody wrote.

## Fires
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  liu-jianchao: {type: person, name: Liu Jianchao}
claims:
  - id: role
    quote: Liu, the director
    names: {Li: liu-jianchao} # finding: error "Li"
    subject: liu-jianchao
    attribute: role
    is: director
```

## Silent
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  liu-jianchao: {type: person, name: Liu Jianchao}
claims:
  - id: role
    quote: Liu’s deputy
    names: {Liu: liu-jianchao}
    subject: liu-jianchao
    attribute: role
    is: director
```

## Source
Claim format, `claims`, key `names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.quotes import joined_quote
from checker.finding import Finding, Severity
from checker.language.passages import find_passage
from checker.model.claim import Claim, ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Claims whose `names` have a form that is not in their quote."""
    for claim in file.claims:
        absent = [form for form in claim.names if not _stands_in(form, claim)]
        if absent:
            forms = " and ".join(f"“{form}”" for form in absent)
            message = f"The quote has no {forms}: “{joined_quote(claim)}”."
            place = claim.key_span("names", absent[0])
            yield finding(facts, Severity.ERROR, message, [claim], at=place)


def _stands_in(form: str, claim: Claim) -> bool:
    return any(find_passage(form, quote) is not None for quote in claim.quotes)
