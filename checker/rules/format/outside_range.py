"""A figure outside what its measure can be.

## What it checks

A measure may say with `between` what no figure of it can lie outside. A bare number there is in the
measure's `unit`, else as printed in the claim. A finding where no reading of the figure lies inside.

## Why

A building worth $110, a share of 193 percent: one figure alone can be absurd.

## Fires

```yaml
article: {title: Office tower changes hands, published: 2010-10-05}
measures:
  worth: {name: value of an office building, kind: stock, unit: USD, between: [100000, 20 billion]}
  share: {name: share of votes, kind: ratio, between: [0, 100%]}
claims:
  - id: worth
    measure: worth
    value: US$110  # finding: error "outside"
  - id: share
    measure: share
    value: 193 percent  # finding: error "more than “100%”"
  - id: abroad
    measure: worth
    value: 5,000 yuan  # finding: error "less than “100000”"
```

## Silent

```yaml
article: {title: Office tower changes hands, published: 2010-10-05}
measures:
  worth: {name: value of an office building, kind: stock, unit: USD, between: [100000, 20 billion]}
  share: {name: share of votes, kind: ratio, between: [0, 1]}
  turnout: {name: turnout, kind: ratio, between: [0, 100]}
claims:
  - id: worth
    measure: worth
    value: US$110 million
  - id: abroad
    measure: worth
    value: 5 million yuan
  - id: share
    measure: share
    value: 63.7 percent
  - id: turnout
    measure: turnout
    value: 63.7 percent
  - id: low
    measure: worth
    value: about US$90,000
```

## Source

Claim format, "entities, measures, events, rates". Real: a building worth $110, corrected to $110
million.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact, in_base_unit, quantity_of
from checker.finding import Finding, Repair, Severity
from checker.language.days import single
from checker.language.types import Quantity
from checker.model.claim import Measure
from checker.ranges import Range
from checker.rational import Rational
from checker.solve.slips import HEDGE_LOST, slips

# So many likely slips are offered.
REPAIRS = 3


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every figure that lies outside the bounds of its measure in all its readings."""
    bounded = {measure.id for measure in facts.measures.values() if measure.between}
    if not bounded:
        return
    for fact in facts.figures.values():
        if fact.figure.measure in bounded and fact.quantity is not None:
            crossed = _crossed(facts, fact, facts.measures[fact.figure.measure])
            if crossed:
                yield _finding(facts, fact, *crossed)


def _crossed(facts: Facts, fact: FigureFact, measure: Measure) -> tuple[str, str] | None:
    """The bound that every reading of a figure lies beyond, and on which side."""
    assert measure.between is not None
    bounds = [(text, quantity_of(text, facts.settings.hedges)) for text in measure.between]
    for number, (text, bound) in enumerate(bounds):
        if bound is not None and _beyond(facts, fact, measure, bound, upper=number == 1):
            return text, "more" if number == 1 else "less"
    return None


def _beyond(
    facts: Facts, fact: FigureFact, measure: Measure, bound: Quantity, *, upper: bool
) -> bool:
    sides = list(_comparisons(facts, fact, measure, bound))
    return bool(sides) and all(
        not widest.meets(Range(None, limit) if upper else Range(limit, None))
        for widest, limit in sides
    )


def _comparisons(
    facts: Facts, fact: FigureFact, measure: Measure, bound: Quantity
) -> Iterator[tuple[Range, Rational]]:
    """A figure's widest range and the bound in one unit, in each way that the words allow."""
    assert fact.quantity is not None
    printed = fact.quantity.widest
    declared = facts.units.get(measure.id)
    unit = bound.unit if bound.unit.name else declared
    if unit is None:
        yield printed, bound.nominal
        if fact.unit.dimension == "ratio" and _as_fractions(measure):
            yield in_base_unit(printed, fact.unit), bound.nominal
        return
    limit = bound.nominal * unit.factor + unit.offset
    own = unit if not fact.quantity.unit.name else fact.unit
    if own.dimension != unit.dimension:
        return
    widest = in_base_unit(printed, own)
    if unit.dimension != "money" or own.currencies == unit.currencies:
        yield widest, limit
    elif own.currency and unit.currency:
        converted = _converted(facts, fact, widest, own.currency, unit.currency)
        if converted is not None:
            yield converted, limit


def _as_fractions(measure: Measure) -> bool:
    """Whether shares are bounded as fractions of one: `between: [0, 1]` and 63.7 percent."""
    high = quantity_of(measure.between[1]) if measure.between else None
    return high is not None and high.nominal <= 1


def _converted(
    facts: Facts, fact: FigureFact, amount: Range, source: str, target: str
) -> Range | None:
    """An amount in another currency, at the rate of the day it was published."""
    published = facts.published(fact.claim.file)
    day = published.days.last if published and published.days else None
    if day is None:
        return None
    span = facts.exchange.span(source, target, single(day), monthly=False)
    return amount * span.rates if span else None


def _finding(facts: Facts, fact: FigureFact, bound: str, side: str) -> Finding:
    measure = facts.measures[fact.figure.measure]
    value = fact.figure.value or ""
    assert measure.between is not None
    low, high = measure.between
    message = (
        f"“{value}” lies outside what {measure.name} can be: it is {side} than “{bound}” "
        "however it is read."
    )
    return finding(
        facts,
        Severity.ERROR,
        message,
        [fact.claim],
        at=fact.claim.span("value"),
        explanation=[f"The measure allows “{low}” to “{high}”."],
        repairs=list(_repairs(facts, fact, measure)),
    )


def _repairs(facts: Facts, fact: FigureFact, measure: Measure) -> Iterator[Repair]:
    """The likeliest slips that would bring the figure inside."""
    assert fact.quantity is not None
    found = 0
    value = fact.figure.value or ""
    for slip in slips(value):
        quantity = quantity_of(slip.text, facts.settings.hedges)
        if quantity is None or quantity.unit != fact.quantity.unit or slip.why == HEDGE_LOST:
            continue
        if _crossed(facts, replace(fact, quantity=quantity), measure) is None:
            yield Repair(fact.key, value, slip.text, slip.why)
            found += 1
            if found == REPAIRS:
                return
