"""A sign or name of money that several currencies share.

## What it checks

`¥`, `pesos` or `dinars` stand for all their currencies until the measure's `unit`, then the article's
places choose one: a note where neither does. A bare `$` is read as US dollars: a note where the
article speaks of places, or the measure of a currency, with another dollar.

## Why

Yen and yuan are twentyfold apart, and conversions of such amounts stay unchecked.

## Fires

```yaml
article: {title: A plant changes hands, published: 2010-07-15}
entities:
  china: {type: place, name: China}
  japan: {type: place, name: Japan}
  dalian: {type: place, name: Dalian, within: china}
measures:
  price: {name: price of the plant}
claims:
  - id: price
    place: dalian
    measure: price
    value: "¥318 million"  # finding: note "CNY or JPY"
```

```yaml
article: {title: A mine changes hands, published: 2010-07-15}
entities:
  perth: {type: place, name: Australia}
measures:
  price: {name: price of the mine}
claims:
  - id: price
    place: perth
    measure: price
    value: $318 million  # finding: note "is read as US dollars"
```

## Silent

```yaml
article: {title: A plant changes hands, published: 2010-07-15}
entities:
  china: {type: place, name: China}
  dalian: {type: place, name: Dalian, within: china}
measures:
  price: {name: price of the plant}
  wages: {name: wages, unit: JPY}
claims:
  - id: price
    place: dalian
    measure: price
    value: "¥318 million"
    restated: $47 million
  - id: wages
    measure: wages
    value: "¥5 million"
```

## Source

Claim format, "Quantities in words"; ISO 4217.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.dollars import other_dollars
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact, quantity_of, resolve_unit
from checker.facts.references import Keys
from checker.finding import Finding, Severity
from checker.language.types import Quantity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every claim with an amount whose currency its words leave open: its first such amount."""
    for fact in facts.figures.values():
        if not fact.figure.restated and fact.unit.dimension != "money":
            continue
        for text, quantity, keys in _amounts(facts, fact):
            message = _message(facts, fact, text, quantity)
            if message:
                at = fact.claim.span(*keys)
                yield finding(facts, Severity.NOTE, message, [fact.claim], at=at)
                break


def _amounts(facts: Facts, fact: FigureFact) -> Iterator[tuple[str, Quantity, Keys]]:
    if fact.quantity is not None:
        yield fact.figure.value or "", fact.quantity, ("value",)
    for number, text in enumerate(fact.figure.restated):
        quantity = quantity_of(text, facts.settings.hedges)
        if quantity is not None:
            yield text, quantity, ("restated", number)


def _message(facts: Facts, fact: FigureFact, text: str, quantity: Quantity) -> str:
    if quantity.unit.dimension != "money":
        return ""
    if quantity.assumed:
        return _other_dollars(facts, fact, quantity)
    declared = facts.units.get(fact.figure.measure)
    unit = resolve_unit(facts, fact.claim, quantity.unit, declared)
    if len(unit.currencies) < 2 or _means_no_money(facts, fact, quantity):
        return ""
    named = f"{', '.join(unit.currencies[:-1])} or {unit.currencies[-1]}"
    return f"“{text}” may be {named}: neither the measure nor the places say which."


def _means_no_money(facts: Facts, fact: FigureFact, quantity: Quantity) -> bool:
    """Whether the same word is a unit of measurement that the claim bears out: `pounds`, in kg."""
    meant = {other.dimension for other in quantity.unit.alternatives}
    declared = facts.units.get(fact.figure.measure)
    given = {read.unit.dimension for _, read, _ in _amounts(facts, fact)}
    return bool(meant & (given | {declared.dimension if declared else ""}))


def _other_dollars(facts: Facts, fact: FigureFact, quantity: Quantity) -> str:
    """Why a bare `$` may not be the American dollar that it is read as."""
    also = other_dollars(facts, fact, quantity)
    if not also:
        return ""
    return (
        f"The bare “{quantity.assumed}” is read as US dollars, but here it may as well be "
        f"{' or '.join(also)}."
    )
