"""A round amount was restated far more precisely than it is known.

## What it checks

A restatement in other units of measurement that prints at least three significant digits more than
the amount it was converted from, and is exactly its conversion. Hedges do not matter; `exactly` does.

## Why

"6,000 m (19,685 feet)": nobody measured those last five feet.

## Fires

```yaml
article: {title: A mountain, published: 2009-04-28}
measures:
  height: {name: height of the camp}
claims:
  - id: camp
    measure: height
    value: about 6,000 m
    restated: 19,685 feet  # finding: note "about 20,000 feet"
```

## Silent

```yaml
article: {title: A mountain, published: 2009-04-28}
measures:
  height: {name: height of the camp}
  race: {name: length of the race}
claims:
  - id: camp
    measure: height
    value: 6,000 m
    restated: about 20,000 feet
  - id: race
    measure: race
    value: 26.2 miles
    restated: 42.2 km
  - id: track
    measure: race
    subject: track
    value: exactly 400 metres
    restated: 437.45 yards
entities:
  track: {type: place, name: the track}
```

## Source

NIST Special Publication 811, appendix B.7, on rounding converted values.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.facts.evidence import finding
from checker.facts.explain import write_amount
from checker.facts.facts import Facts
from checker.facts.restatements import Amount, Restatement
from checker.facts.unit_conversions import measured, ways
from checker.finding import Finding, Severity
from checker.rational import Rational, magnitude, quotient

# So many more significant digits than the original has are too many.
MORE_DIGITS = 3


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every restatement that is sharper than its amount and came of nothing but arithmetic."""
    for both in measured(facts):
        if both.second.unit.dimension.startswith("[") and _too_sharp(both):
            yield _finding(facts, both)


def _too_sharp(both: Restatement) -> bool:
    if "exactly" in both.first.text.lower():
        return False
    more = _digits(both.second) - _digits(both.first)
    return more >= MORE_DIGITS and any(_is_arithmetic(one, other) for one, other in ways(both))


def _digits(amount: Amount) -> int:
    """How many significant digits are printed, without trailing zeros."""
    quantity = amount.quantity
    return len(str(magnitude(quotient(quantity.nominal, quantity.place)).__trunc__()))


def _is_arithmetic(one: Amount, other: Amount) -> bool:
    """Whether the second number is the first converted, correct to its last digit."""
    converted = quotient(one.nominal - other.unit.offset, other.unit.factor)
    return magnitude(converted - other.quantity.nominal) <= quotient(other.quantity.place, 2)


def _finding(facts: Facts, both: Restatement) -> Finding:
    first, second = both.first, both.second
    rounded = write_amount(_rounded(second, _digits(first)), second.unit)
    message = (
        f"“{second.text}” is more precise than “{first.text}” allows: about {rounded} says as much."
    )
    return finding(facts, Severity.NOTE, message, [both.claim], at=both.claim.span(*both.key))


def _rounded(amount: Amount, digits: int) -> Rational:
    """The number rounded to so many significant digits, in the base unit."""
    nominal = amount.quantity.nominal
    step = Fraction(10) ** (len(str(magnitude(nominal).__trunc__())) - digits)
    return round(quotient(nominal, step)) * step * amount.unit.factor + amount.unit.offset
