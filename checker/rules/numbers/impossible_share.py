"""No whole number of so many gives that percentage.

## What it checks

A `share:` or `rate:` in digits, without a hedge, of a whole that is an exact count or one in digits
(1.2 thousand is neither): some whole k out of n has to round to it.

## Why

63.7 percent of 24 people would be 15.3 people.

## Fires

```yaml
article: {title: A trial, published: 2018-05-05}
measures:
  patients: {name: patients in the trial, kind: count}
  better: {name: patients who got better, kind: count}
claims:
  - id: all
    quote: 24 patients
    measure: patients
    value: 24 patients
  - id: better
    quote: 63.7 percent of them got better
    measure: better
    part-of: all
    share: 63.7 percent  # finding: warning "no whole number"
```

## Silent

```yaml
article: {title: A trial, published: 2018-05-05}
measures:
  patients: {name: patients in the trial, kind: count}
  better: {name: patients who got better, kind: count}
claims:
  - id: all
    quote: 24 patients
    measure: patients
    value: 24 patients
  - id: better
    quote: 62.5 percent of them got better
    measure: better
    part-of: all
    share: 62.5 percent
```

## Source

N. J. L. Brown and J. A. J. Heathers, The GRIM test (2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.facts import factors
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.grim import exact_number, nearest, possible, printed_exactly
from checker.finding import Finding, Severity
from checker.language.types import Quantity
from checker.language.writing import write_number
from checker.rational import Rational


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Percentages of an exact count that no whole part of it gives."""
    for fact in facts.figures_with("share"):
        share = factors.share(fact.figure.share or "", facts.settings.hedges)
        if share is not None and any(char.isdigit() for char in share.text):
            yield from _check(facts, fact, share, fact.figure.whole)
    for fact in facts.figures_with("rate"):
        if fact.figure.rate and fact.quantity and fact.dimension == "ratio":
            of = facts.figures.get(fact.figure.rate.of)
            if of is not None and (of.dimension or "count") == "count":
                yield from _check(facts, fact, fact.quantity, fact.figure.rate.among)


def _check(facts: Facts, fact: FigureFact, share: Quantity, whole: str | None) -> Iterator[Finding]:
    number = exact_number(facts.figures.get(whole or ""))
    if number is None or whole is None or not printed_exactly(share):
        return
    factor = share.unit.factor
    printed, place = share.nominal * factor, share.printed_place * factor
    if possible(printed, place, number):
        return
    claims = [fact.claim, facts.claims[whole]]
    below, above = (_percent(value) for value in nearest(printed, number))
    things = write_number(printed * number)
    yield finding(
        facts,
        Severity.WARNING,
        f"“{share.text}” of {number} is no whole number: {things}.",
        claims,
        key=("share",) if fact.figure.share else ("value",),
        explanation=[
            f"{share.text} of {number} would be {things}.",
            f"The nearest that {number} whole things allow: {below} and {above}.",
        ],
    )


def _percent(value: Rational) -> str:
    return f"{write_number(Fraction(round(value * 10000), 100))} percent"
