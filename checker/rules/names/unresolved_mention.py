"""A form of a name that the researcher could not place.

## What it checks
Forms under `names` that are mapped to `null`. The finding names those introduced in the article that
the form could stand for.

## Why
Readers cannot tell either.

## Fires
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
measures:
  returned: {name: fugitives returned, kind: flow}
claims:
  - id: returned
    quote: 68 countries, Li said
    names: {Li: null} # finding: warning "Li"
    measure: returned
    value: "68"
```

## Silent
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  li-na: {type: person, name: Li Na}
measures:
  returned: {name: fugitives returned, kind: flow}
claims:
  - id: returned
    quote: 68 countries, Li said
    names: {Li: li-na}
    measure: returned
    value: "68"
```

## Source
Claim format, key `names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import candidates
from checker.finding import Finding, Query, Severity
from checker.model.claim import Claim, ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """The first use of each form that stands for nobody known."""
    seen: set[str] = set()
    for claim in file.claims:
        for form, meant in claim.names.items():
            if meant is None and form not in seen:
                seen.add(form)
                yield _unresolved(claim, form, file, facts)


def _unresolved(claim: Claim, form: str, file: ClaimFile, facts: Facts) -> Finding:
    possible = candidates(form, file, facts)
    return finding(
        facts,
        Severity.WARNING,
        f"Nobody could tell whom “{form}” stands for.",
        [claim],
        at=claim.key_span("names", form),
        explanation=[f"it could be {each.entity.name}: {each.why}" for each in possible],
        queries=[Query("the author", f"Whom does “{form}” stand for?")],
    )
