"""Both sides of a conversion are in one currency.

## What it checks

An amount of money and its restatement in the same currency, or with the same sign, that do not
agree. One of the two signs must be another.

## Why

"$5 million ($3.7 million)": one of them is Australian, and the reader cannot tell which.

## Fires

```yaml
article: {title: A mine, published: 2013-06-12}
measures:
  price: {name: price of the mine}
claims:
  - id: price
    quote: $5 million ($3.7 million)
    measure: price
    value: $5 million
    restated: $3.7 million  # finding: warning "both in US dollars"
  - id: plant
    measure: price
    value: "¥500 million"
    restated: "¥30 million"  # finding: warning "the same sign"
```

## Silent

```yaml
article: {title: A mine, published: 2013-06-12}
measures:
  price: {name: price of the mine}
claims:
  - id: price
    quote: A$5 million ($4.7 million)
    measure: price
    value: A$5 million
    restated: $4.7 million
  - id: again
    measure: price
    subject: mine
    value: 1.2 billion yuan
    restated: 1,200 million yuan
entities:
  mine: {type: organization, name: the mine}
```

## Source

Claim format, `restated`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.dollars import may_be_other_dollars
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.restatements import Restatement
from checker.finding import Finding, Severity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every restatement in the currency of the amount itself that says something else."""
    for both in facts.exchange.restatements:
        if not _one_currency(both) or _agree(facts, both):
            continue
        if not may_be_other_dollars(facts, both):
            yield finding(
                facts,
                Severity.WARNING,
                _message(both),
                [both.claim],
                at=both.claim.span(*both.key),
            )


def _one_currency(both: Restatement) -> bool:
    one, other = both.first.unit, both.second.unit
    money = one.dimension == other.dimension == "money"
    return money and one.currencies == other.currencies and both.first.per == both.second.per


def _agree(facts: Facts, both: Restatement) -> bool:
    tolerance = facts.settings.tolerance
    return both.first.as_printed(tolerance).meets(both.second.as_printed(tolerance))


def _message(both: Restatement) -> str:
    currency = both.first.unit.currency
    alike = f"are both in {_NAMES.get(currency, currency)}" if currency else "have the same sign"
    return (
        f"“{both.first.text}” and “{both.second.text}” {alike} but are not the same amount: "
        "one of them must be in another currency."
    )


_NAMES = {"USD": "US dollars", "EUR": "euros", "GBP": "pounds sterling", "CNY": "yuan"}
