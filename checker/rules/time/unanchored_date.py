"""A relative date whose reference day is not known.

## What it checks

"Last year", "on Wednesday", "earlier this month" in an article whose day of publication is unknown, or
known only to a month or a year. What depends on it stays open; nothing is guessed. One note an article.

## Why

Without a dateline nobody can check "last year" ten years on.

## Fires

```yaml
article: {title: A meeting, published: 2015-04}
claims:
  - id: met
    quote: was held on Wednesday
    event: meeting
    date: Wednesday  # finding: note "Wednesday"
```

## Silent

```yaml
article: {title: A meeting, published: 2015-04-16}
claims:
  - id: met
    quote: was held on Wednesday
    event: meeting
    date: Wednesday
```

## Source

Claim format, `published`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.written_dates import WrittenDate, open_dates
from checker.finding import Finding, Severity
from checker.model.claim import Claim, ClaimFile


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """All relative dates of an article that hang in the air, in one note."""
    hanging = [date for date in open_dates(file, facts) if date.when is not None]
    claims = [date.owner for date in hanging if isinstance(date.owner, Claim)]
    if claims:
        yield _finding(facts, file, hanging, claims)


def _finding(
    facts: Facts, file: ClaimFile, hanging: list[WrittenDate], claims: list[Claim]
) -> Finding:
    published = file.article.published if file.article else None
    known = f"is known only as “{published}”" if published else "is not known"
    words = ", ".join(dict.fromkeys(f"“{date.words}”" for date in hanging))
    return finding(
        facts,
        Severity.NOTE,
        f"The day of publication {known}, so {words} cannot be pinned to a day.",
        list(dict.fromkeys(claims)),
        at=hanging[0].owner.entry_span(*hanging[0].key),
    )
