"""A difference in percentage points is called percent.

## What it checks

Between two percentages, a change "by n percent" that does not lead from one to the other, where n
percentage points do.

## Why

From 17 to 44 percent is a rise of 27 points, but of 159 percent.

## Fires

```yaml
article: {title: Smokers, published: 2010-05-31}
measures:
  smokers: {name: share of adults who smoke, kind: ratio}
claims:
  - id: before
    quote: 17 percent in 1990
    measure: smokers
    value: 17 percent
    period: 1990
  - id: after
    quote: a rise of 27 percent to 44 percent in 2009
    measure: smokers
    value: 44 percent
    period: 2009
    change: {from: before, by: up 27 percent}  # finding: warning "percentage points"
```

## Silent

```yaml
article: {title: Smokers, published: 2010-05-31}
measures:
  smokers: {name: share of adults who smoke, kind: ratio}
claims:
  - id: before
    quote: 17 percent in 1990
    measure: smokers
    value: 17 percent
    period: 1990
  - id: after
    quote: a rise of 27 percentage points to 44 percent in 2009
    measure: smokers
    value: 44 percent
    period: 2009
    change: {from: before, by: up 27 percentage points}
```

## Source

Associated Press Stylebook, "percent, percentage points".
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.changes import StatedChange, taken_for_points
from checker.facts.evidence import finding
from checker.facts.explain import value_words
from checker.facts.facts import Facts
from checker.finding import Finding, Repair, Severity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Changes in percent that are right as percentage points."""
    for change in facts.changes:
        if taken_for_points(change) and change.old_fact is not None:
            yield _finding(facts, change, change.old_fact.key)


def _finding(facts: Facts, change: StatedChange, old: str) -> Finding:
    claims = [facts.claims[change.claim], facts.claims[old]]
    before, after = value_words(facts.figures[old]), value_words(change.new_fact)
    meant = change.words.replace("per cent", "percent").replace("%", " percent")
    meant = meant.replace("percent", "percentage points")
    why = f"from “{before}” to “{after}” is that many percentage points"
    return finding(
        facts,
        Severity.WARNING,
        f"“{change.words}” between two percentages: percentage points are meant.",
        claims,
        key=("change", "by"),
        explanation=[f"Before: “{before}”. After: “{after}”.", f"So {why}, not percent."],
        repairs=[Repair(change.claim, change.words, meant, why)],
    )
