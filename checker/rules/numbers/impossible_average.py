"""No whole total of so many whole things gives that mean.

## What it checks

An `average:` in digits, without a hedge, of whole things, with a count that is exact or in
digits (1.2 thousand is neither): some whole total divided by the count has to round to it.

## Why

A mean of 5.24 points for 28 people cannot come from whole points: 146 give 5.21, 147 give 5.25.

## Fires

```yaml
article: {title: A survey, published: 2018-05-05}
measures:
  points: {name: points given in all, kind: count}
  people: {name: people asked, kind: count}
  mean: {name: mean of the points, kind: ratio}
claims:
  - id: points
    quote: the points given
    measure: points
  - id: people
    quote: 28 people
    measure: people
    value: 28 people
  - id: mean
    quote: 5.24 points on average
    measure: mean
    value: "5.24"  # finding: warning "no whole total"
    average: {total: points, count: people}
```

## Silent

```yaml
article: {title: A survey, published: 2018-05-05}
measures:
  points: {name: points given in all, kind: count}
  people: {name: people asked, kind: count}
  mean: {name: mean of the points, kind: ratio}
claims:
  - id: points
    quote: the points given
    measure: points
  - id: people
    quote: 28 people
    measure: people
    value: 28 people
  - id: mean
    quote: 5.25 points on average
    measure: mean
    value: "5.25"
    average: {total: points, count: people}
```

## Source

N. J. L. Brown and J. A. J. Heathers, The GRIM test (2017).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.grim import exact_number, nearest, possible, printed_exactly
from checker.finding import Finding, Severity
from checker.language.writing import write_number


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Means of whole things that no whole total gives."""
    for fact in facts.figures_with("average"):
        average = fact.figure.average
        if average is None or fact.quantity is None or not printed_exactly(fact.quantity):
            continue
        number = exact_number(facts.figures.get(average.count))
        if number is None or not _whole_things(facts, fact, average.total):
            continue
        if not possible(fact.quantity.nominal, fact.quantity.printed_place, number):
            yield _finding(facts, fact, number, average.count)


def _whole_things(facts: Facts, mean: FigureFact, total: str) -> bool:
    """Whether mean and total count whole things: no money, no units, no decimals, no scale."""
    fact = facts.figures.get(total)
    if fact is None or mean.dimension != "count" or (fact.dimension or "count") != "count":
        return False
    quantity = fact.quantity
    return quantity is None or quantity.nominal.denominator == 1


def _finding(facts: Facts, fact: FigureFact, number: int, count: str) -> Finding:
    assert fact.quantity is not None
    claims = [fact.claim, facts.claims[count]]
    printed = fact.quantity.nominal
    totals = [(value * number, value) for value in nearest(printed, number)]
    return finding(
        facts,
        Severity.WARNING,
        f"A mean of “{fact.quantity.text}” for {number} is impossible: no whole total gives it.",
        claims,
        key=("value",),
        explanation=[
            f"{fact.quantity.text} × {number} = {write_number(printed * number)}.",
            *(
                f"A total of {write_number(total)} gives {write_number(value)}."
                for total, value in totals
            ),
        ],
    )
