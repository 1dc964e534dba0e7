"""An amount restated in other units is not what it comes to.

## What it checks

The value of a claim and its restatement in other units of measurement, or in other words (`half`
and 50 percent, 2.5 lakh and 250,000). Both sides are read as ± half a unit of the last digit that is
not a trailing zero, and at least 3 percent. A unit of several meanings (tons, gallons) fits where one
of them does; a difference of temperatures is converted as one.

## Why

Miles and kilometres exchanged, or a factor of ten.

## Fires

```yaml
article: {title: A dam, published: 2013-09-18}
measures:
  length: {name: length of the dam}
  heat: {name: heat at noon}
  crowd: {name: pilgrims}
claims:
  - id: length
    measure: length
    value: 275 kilometres
    restated: 443 miles  # finding: error "about 171 miles"
  - id: heat
    measure: heat
    value: 41.5 °C
    restated: 120 °F  # finding: error "about 106.7 °F"
  - id: crowd
    measure: crowd
    value: 2.5 lakh pilgrims
    restated: about 320,000 pilgrims  # finding: warning "only a strained reading"
```

## Silent

```yaml
article: {title: A dam, published: 2013-09-18}
measures:
  length: {name: length of the dam}
  heat: {name: heat at noon}
  warming: {name: warming}
  crowd: {name: pilgrims}
  weight: {name: weight}
  share: {name: share}
claims:
  - id: length
    measure: length
    value: 275 kilometres
    restated: [171 miles, 900 thousand feet]
  - id: heat
    measure: heat
    value: 41.5 °C
    restated: 106.7 °F
  - id: warming
    measure: warming
    value: 1.5 degrees Celsius
    restated: 2.7 degrees Fahrenheit
  - id: crowd
    measure: crowd
    value: 2.5 lakh pilgrims
    restated: 250,000 pilgrims
  - id: tons
    measure: weight
    value: 300 tons
    restated: 272 tonnes
  - id: pounds
    measure: weight
    subject: whale
    value: 300 pounds
    restated: 136 kg
  - id: share
    measure: share
    value: one in five
    restated: 20 percent
entities:
  whale: {type: other, name: the whale}
```

## Source

Exact factors of pint (BIPM, SI Brochure; NIST Special Publication 811).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.explain import write_amount, write_range
from checker.facts.facts import Facts
from checker.facts.figures import quantity_of
from checker.facts.restatements import Amount, Restatement
from checker.facts.unit_conversions import failing_level, measured, power_not_applied, ways
from checker.finding import Finding, Repair, Severity
from checker.solve.constraint import Level
from checker.solve.slips import HEDGE_ADDED, HEDGE_LOST, slips

# So many likely slips are offered.
REPAIRS = 3


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every restatement in other units that says something else."""
    for both in measured(facts):
        level = failing_level(both, facts.settings.tolerance)
        if level is not None and power_not_applied(both) is None:
            yield _finding(facts, both, level)


def _finding(facts: Facts, both: Restatement, level: Level) -> Finding:
    first, second = next(ways(both))
    comes_to = write_amount(first.nominal, second.unit)
    strained = "; only a strained reading makes them agree" if level is Level.STATED else ""
    severity = Severity.ERROR if level is Level.WIDEST else Severity.WARNING
    return finding(
        facts,
        severity,
        f"“{second.text}” is not “{first.text}”, which comes to about {comes_to}{strained}.",
        [both.claim],
        at=both.claim.span(*both.key),
        explanation=[_reading(facts, first, second, level), _reading(facts, second, second, level)],
        repairs=list(_repairs(facts, both)),
    )


def _reading(facts: Facts, amount: Amount, other: Amount, level: Level) -> str:
    allowed = write_range(amount.at(level, facts.settings.tolerance), other.unit)
    return f"“{amount.text}” is {allowed}, roundly read."


def _repairs(facts: Facts, both: Restatement) -> list[Repair]:
    """The likeliest slips of either amount that make both meet."""
    found = [
        (slip.rank, side, Repair(both.claim.key, amount.text, slip.text, slip.why))
        for side, amount in enumerate((both.second, both.first))
        for slip in slips(amount.text)
        if slip.why not in {HEDGE_ADDED, HEDGE_LOST} and _fits(facts, both, slip.text, side)
    ]
    found.sort(key=lambda entry: entry[:2])
    return [repair for _, _, repair in found[:REPAIRS]]


def _fits(facts: Facts, both: Restatement, text: str, side: int) -> bool:
    quantity = quantity_of(text, facts.settings.hedges)
    if quantity is None:
        return False
    changed = Amount(text, quantity, quantity.unit)
    pair = (changed, both.second) if side else (both.first, changed)
    if pair[0].unit.dimension != pair[1].unit.dimension:
        return False
    tolerance = facts.settings.tolerance
    return pair[0].at(Level.STATED, tolerance).meets(pair[1].at(Level.STATED, tolerance))
