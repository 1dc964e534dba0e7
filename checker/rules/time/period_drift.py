"""One subject is counted over periods that are nearly, but not quite, the same.

## What it checks

Figures about one subject in one article whose periods share at least half of the shorter one and whose
nominal starts or ends lie more than half a month apart. One note a subject and article.

## Why

"Since April", "in the past seven months" and "between April and the end of November" read as one
period, and are three: figures that look comparable are not.

## Fires

```yaml
article: {title: Seven months, published: 2015-12-09}
entities:
  net: {type: programme, name: Long Net}
measures:
  returned: {name: fugitives returned, kind: flow}
  seized: {name: assets seized, kind: flow, unit: CNY}
claims:
  - id: returned
    quote: 713 brought home since April
    subject: net
    measure: returned
    value: 713 fugitives
    period: since April
  - id: seized
    quote: 1.2 billion yuan in the past seven months
    subject: net
    measure: seized
    value: 1.2 billion yuan
    period: in the past seven months  # finding: note "nearly the same"
```

## Silent

```yaml
article: {title: Two years, published: 2016-02-09}
entities:
  net: {type: programme, name: Long Net}
measures:
  returned: {name: fugitives returned, kind: flow}
claims:
  - id: before
    quote: 213 brought home in 2014
    subject: net
    measure: returned
    value: 213 fugitives
    period: in 2014
  - id: after
    quote: 713 brought home in 2015
    subject: net
    measure: returned
    value: 713 fugitives
    period: in 2015
```

## Source

Half a month is what the claim format allows the ends of "the past n months".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.explain import time_words
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.times import nominal_days
from checker.finding import Finding, Severity

# More than half a month: what the words themselves leave open is no drift.
HALF_A_MONTH = 15


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each subject's periods in each article."""
    groups: dict[tuple[str, str], list[FigureFact]] = defaultdict(list)
    for fact in facts.figures.values():
        if fact.figure.subject and fact.time and not fact.time.moment:
            groups[fact.claim.file, fact.figure.subject].append(fact)
    for (_, subject), figures in groups.items():
        drifting = _drifting(figures)
        if drifting:
            yield _finding(facts, subject, drifting)


def _drifting(figures: list[FigureFact]) -> list[FigureFact]:
    """One figure for each period that drifts from another one of the subject."""
    if len(figures) < 2:
        return []
    by_days = {days: fact for fact in reversed(figures) if (days := _days(fact))}
    periods = sorted(by_days)
    drifting: set[tuple[int, int]] = set()
    for index, one in enumerate(periods):
        for other in periods[index + 1 :]:
            if _drift(one, other):
                drifting |= {one, other}
    return sorted(
        (by_days[days] for days in drifting), key=lambda f: f.claim.places.own, reverse=True
    )


def _days(fact: FigureFact) -> tuple[int, int] | None:
    return nominal_days(fact.time) if fact.time else None


def _drift(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    shorter = min(one[1] - one[0], other[1] - other[0]) + 1
    apart = max(abs(one[0] - other[0]), abs(one[1] - other[1]))
    return 2 * shared >= shorter and apart > HALF_A_MONTH


def _finding(facts: Facts, subject: str, drifting: list[FigureFact]) -> Finding:
    words = ", ".join(f"“{fact.figure.period}”" for fact in drifting)
    return finding(
        facts,
        Severity.NOTE,
        f"Figures about {facts.entity_name(subject)} cover periods that are nearly the same, but "
        f"not quite: {words}.",
        [fact.claim for fact in drifting],
        key=("period",),
        explanation=[f"“{f.figure.period}”: {time_words(f.time)}." for f in drifting],
    )
