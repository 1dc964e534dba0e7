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
# The first and last day that a period names.
Days = tuple[int, int]


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each subject's periods in each article."""
    groups: dict[tuple[str, str], dict[Days, FigureFact]] = defaultdict(dict)
    for fact in facts.figures.values():
        subject, time = fact.figure.subject, fact.time
        if subject and time and not time.moment and (days := nominal_days(time)):
            groups[fact.claim.file, subject].setdefault(days, fact)
    for (_, subject), by_days in groups.items():
        drifting = _drifting(by_days)
        if drifting:
            yield _finding(facts, subject, drifting)


def _drifting(by_days: dict[Days, FigureFact]) -> list[FigureFact]:
    """One figure for each period that drifts from another one of the subject."""
    if len(by_days) < 2:
        return []
    periods = sorted(by_days)
    drifting: set[Days] = set()
    for index, one in enumerate(periods):
        for other in periods[index + 1 :]:
            if _drift(one, other):
                drifting |= {one, other}
    return sorted(
        (by_days[days] for days in drifting), key=lambda f: f.claim.places.own, reverse=True
    )


def _drift(one: Days, other: Days) -> bool:
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
