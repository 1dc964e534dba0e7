"""A figure is of another dimension than its measure, or than its own restatement.

## What it checks

Where a measure declares a `unit`, its figures must be convertible to it; a restatement must measure
the same as its value. Words that the program does not know as units count things.

## Why

A gigawatt is power, a gigawatt-hour is energy: the figure says something else than was meant.

## Fires

```yaml
article: {title: A wind farm, published: 2018-02-02}
measures:
  output: {name: yearly output, kind: flow, unit: GWh}
  price: {name: price, unit: EUR}
claims:
  - id: output
    measure: output
    value: 320 GW  # finding: error "“320 GW” is power, but yearly output is energy"
  - id: again
    measure: output
    value: 320 GWh
    restated: 320 million kW  # finding: error "is power, but “320 GWh” is energy"
  - id: price
    measure: price
    value: 48 people  # finding: error "is a count, but price is money"
```

## Silent

```yaml
article: {title: A wind farm, published: 2018-02-02}
measures:
  output: {name: yearly output, kind: flow, unit: GWh}
  price: {name: price, unit: EUR}
  petrol: {name: petrol used, unit: litres}
  heat: {name: heat, unit: °C}
claims:
  - id: output
    measure: output
    value: 0.32 TWh
    restated: 320 million kWh
  - id: bare
    measure: output
    subject: farm
    value: "320"
  - id: price
    measure: price
    value: $5 million
  - id: petrol
    measure: petrol
    value: 10 gallons
    restated: [38 litres, 3 canisters]
  - id: heat
    measure: heat
    value: 20 degrees
entities:
  farm: {type: organization, name: the farm}
```

## Source

Dimensions as pint defines them; claim format, `unit` of a measure.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.dimensions import clash, clashes_with_measure, kind_of, says_what
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact, quantity_of
from checker.facts.restatements import Restatement
from checker.finding import Finding, Repair, Severity
from checker.language.types import Unit
from checker.solve.slips import UNIT, slips


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every value that its measure's unit, and every restatement that its value, rules out."""
    for fact in facts.figures.values() if facts.units else ():
        if clashes_with_measure(facts, fact):
            yield _with_measure(facts, fact)
    for both in facts.exchange.restatements:
        if _restated_as_another(both):
            yield _with_value(facts, both)


def _restated_as_another(both: Restatement) -> bool:
    one, other = both.first, both.second
    if not says_what(one.quantity) or not says_what(other.quantity):
        return False
    kinds = {one.unit.dimension, other.unit.dimension}
    # a word that is no known unit may still be one: `38 litres (3 canisters)`
    if "count" in kinds and any(kind.startswith("[") for kind in kinds):
        return False
    return clash(one.unit, other.unit)


def _with_measure(facts: Facts, fact: FigureFact) -> Finding:
    declared = facts.units[fact.figure.measure]
    name = facts.measure_name(fact.figure.measure)
    message = (
        f"“{fact.figure.value}” is {kind_of(fact.unit)}, but {name} is {kind_of(declared)} "
        f"({declared.name})."
    )
    return finding(
        facts,
        Severity.ERROR,
        message,
        [fact.claim],
        at=fact.claim.span("value"),
        repairs=list(_repairs(fact.key, fact.figure.value or "", declared)),
    )


def _with_value(facts: Facts, both: Restatement) -> Finding:
    message = (
        f"“{both.second.text}” is {kind_of(both.second.unit)}, but “{both.first.text}” is "
        f"{kind_of(both.first.unit)}."
    )
    return finding(
        facts,
        Severity.ERROR,
        message,
        [both.claim],
        at=both.claim.span(*both.key),
        repairs=list(_repairs(both.claim.key, both.second.text, both.first.unit)),
    )


def _repairs(claim: str, text: str, wanted: Unit) -> Iterator[Repair]:
    """The same number in a unit that is easily taken for the printed one, and fits."""
    for slip in slips(text):
        quantity = quantity_of(slip.text) if slip.why == UNIT else None
        if quantity is not None and quantity.unit.dimension == wanted.dimension:
            yield Repair(claim, text, slip.text, slip.why)
