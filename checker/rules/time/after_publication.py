"""An event is reported as past on a day after the article was published.

## What it checks

The date of an event, surely later than the day of publication, in a claim that is not `planned: true`
and has no `speaker` (who may speak of the future).

## Why

A wrong year, or last week's "next Monday", puts news into the future.

## Fires

```yaml
article: {title: A fair, published: 2013-10-04}
claims:
  - id: opened
    quote: the fair opened on 31 October 2013
    event: fair
    date: 2013-10-31  # finding: warning "after the article"
```

## Silent

```yaml
article: {title: A fair, published: 2013-10-04}
claims:
  - id: opens
    quote: the fair will open on 31 October 2013
    event: fair
    date: 2013-10-31
    planned: true
```

## Source

Claim format, `planned`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.days import DateFact
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.language.days import single, write_day, write_days
from checker.language.types import Days
from checker.model.claim import Happening


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Events that surely lie after the publication of the article that reports them."""
    for date in facts.chronology.dates:
        said = date.claim.asserts
        published = facts.moment(date.claim, None)
        if not isinstance(said, Happening) or said.planned or date.claim.speaker:
            continue
        first = _first_day(date)
        last = published.last if published else None
        if published and first is not None and last is not None and first > last:
            yield _finding(facts, date, first, published)


def _first_day(date: DateFact) -> int | None:
    if date.when is None:
        return None
    if date.when.span is not None:
        return date.when.span.start.days.first
    return date.when.days.first if date.when.days and not date.when.days.empty else None


def _finding(facts: Facts, date: DateFact, first: int, published: Days) -> Finding:
    name = facts.event_name(date.event)
    exact = date.when is not None and date.when.days == single(first)
    when = write_day(first) if exact else f"{write_day(first)} or later"
    return finding(
        facts,
        Severity.WARNING,
        f"{name} is dated {when}, after the article was published.",
        [date.claim],
        key=("date",),
        explanation=[
            f"Published: {write_days(published)}.",
            "If it was announced for that day, say `planned: true`.",
        ],
    )
