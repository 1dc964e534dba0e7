"""One article converts at two rates that do not meet.

## What it checks

Amounts that one article gives in the same two currencies for the same day (restated, or as two
figures for one thing) each imply a rate of exchange. Both sides are read as for
`money/conversion-mismatch`; the rates that they allow must meet. No daily rate is needed.

## Why

One company's figures in two currencies cannot have been converted on one day at 6 and at 8.

## Fires

```yaml
article: {title: A maker of trams, published: 2013-06-12}
measures:
  revenue: {name: revenue, unit: KZT}
  profit: {name: profit, unit: KZT}
claims:
  - id: revenue
    measure: revenue
    value: 45.3 billion tenge
    restated: US$300 million
  - id: profit
    measure: profit
    value: 6.2 billion tenge
    restated: US$31 million  # finding: error "1 USD would be about 200 KZT here and about 151 KZT"
```

```yaml
article: {title: A maker of trams, published: 2013-06-12}
measures:
  revenue: {name: revenue}
  profit: {name: profit}
claims:
  - id: revenue
    measure: revenue
    value: 45.3 billion tenge
  - id: in-dollars
    measure: revenue
    value: US$300 million
  - id: profit
    measure: profit
    value: 6.2 billion tenge
    restated: US$31 million  # finding: error "elsewhere"
```

## Silent

```yaml
article: {title: A maker of trams, published: 2013-06-12}
measures:
  revenue: {name: revenue, unit: KZT}
  profit: {name: profit, unit: KZT}
claims:
  - id: revenue
    measure: revenue
    value: 45.3 billion tenge
    restated: US$300 million
  - id: profit
    measure: profit
    value: 6.2 billion tenge
    restated: US$41 million
  - id: earlier
    measure: profit
    value: 2.2 billion tenge
    as-of: 2003
    restated: US$31 million
```

## Source

Claim format, `restated`. Real: one company's figures in two currencies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.references import Keys
from checker.facts.restatements import Amount
from checker.facts.severity import conflict_severity
from checker.finding import Finding
from checker.language.quantity import write_number
from checker.language.types import Days
from checker.model.claim import Claim
from checker.ranges import EVERYTHING, Range
from checker.rational import Rational, quotient
from checker.solve.constraint import Level
from checker.span import Span


class _Implied(Struct, frozen=True):
    """One pair of amounts in two currencies, and the rates from the first to the second.

    The currencies are in alphabetical order, so that all pairs of an article compare.
    """

    claims: tuple[Claim, ...]
    keys: Keys
    currencies: tuple[str, str]
    days: Days | None
    amounts: tuple[Amount, Amount]

    @property
    def at(self) -> Span:
        """Where the later of the two amounts stands."""
        return self.claims[0].span(*self.keys)

    @property
    def positive(self) -> bool:
        """Whether both amounts are above zero: others imply no rate."""
        first, second = self.amounts
        return first.nominal > 0 and second.nominal > 0

    def rates(self, level: Level, tolerance: Rational) -> Range:
        """All rates that the two amounts allow."""
        first, second = self.amounts
        return second.at(level, tolerance).divide(first.at(level, tolerance))

    @property
    def nominal(self) -> Rational:
        """The rate of the printed numbers."""
        first, second = self.amounts
        return quotient(second.nominal, first.nominal)


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each pair of amounts against the first of its article that implies another rate."""
    groups: dict[object, list[_Implied]] = defaultdict(list)
    for implied in (*_restated(facts), *_of_one_thing(facts)):
        groups[implied.claims[0].file, implied.currencies, implied.days].append(implied)
    for group in groups.values():
        if len(group) > 1:
            compared = [implied for implied in group if implied.positive]
            compared.sort(key=lambda implied: implied.at)
            yield from _conflicts(facts, compared)


def _restated(facts: Facts) -> Iterator[_Implied]:
    for conversion in facts.exchange.conversions:
        both = conversion.both
        yield _implied((both.claim,), both.key, conversion.days, both.first, both.second)


def _of_one_thing(facts: Facts) -> Iterator[_Implied]:
    """Two figures for one thing in one article, in two currencies."""
    for thing in facts.things:
        if len(thing.facts) < 2:
            continue
        first: dict[str, FigureFact] = {}
        for fact in thing.facts:
            known = first.setdefault(fact.claim.file, fact)
            currencies = fact.unit.currency, known.unit.currency
            if None not in currencies and currencies[0] != currencies[1]:
                reference = facts.reference(fact.claim)
                days = reference.days if reference else None
                one, other = _amount(known), _amount(fact)
                if one and other and one.per == other.per:
                    yield _implied((fact.claim, known.claim), ("value",), days, one, other)


def _amount(fact: FigureFact) -> Amount | None:
    if fact.quantity is None or fact.figure.value is None:
        return None
    return Amount(fact.figure.value, fact.quantity, fact.unit)


def _implied(
    claims: tuple[Claim, ...], keys: Keys, days: Days | None, one: Amount, other: Amount
) -> _Implied:
    mine, theirs = one.unit.currency or "", other.unit.currency or ""
    if mine <= theirs:
        return _Implied(claims, keys, (mine, theirs), days, (one, other))
    return _Implied(claims, keys, (theirs, mine), days, (other, one))


def _conflicts(facts: Facts, group: list[_Implied]) -> Iterator[Finding]:
    """Ranges of which each two meet have one number in common: only else are pairs looked at."""
    tolerance = facts.settings.tolerance
    common = EVERYTHING
    for number, implied in enumerate(group):
        rates = implied.rates(Level.STATED, tolerance)
        if rates.meets(common):
            common = rates.meet(common)
            continue
        for earlier in group[:number]:
            if not rates.meets(earlier.rates(Level.STATED, tolerance)):
                yield _finding(facts, implied, earlier)
                break


def _finding(facts: Facts, later: _Implied, earlier: _Implied) -> Finding:
    tolerance = facts.settings.tolerance
    widest = [each.rates(Level.WIDEST, tolerance) for each in (later, earlier)]
    level = Level.STATED if widest[0].meets(widest[1]) else Level.WIDEST
    claims = list(dict.fromkeys((*later.claims, *earlier.claims)))
    source, target = later.currencies
    here, there = later.nominal, earlier.nominal
    if here < 1:  # the way round that is easier to check by eye
        source, target, here, there = target, source, quotient(1, here), quotient(1, there)
    message = (
        f"The article converts at two rates: 1 {source} would be about {_rounded(here)} {target} "
        f"here and about {_rounded(there)} {target} elsewhere."
    )
    return finding(
        facts,
        conflict_severity(claims, level),
        message,
        claims,
        at=later.at,
        explanation=[_words(later), _words(earlier)],
    )


def _words(implied: _Implied) -> str:
    first, second = implied.amounts
    return f"“{first.text}” is said to be “{second.text}”."


def _rounded(rate: Rational) -> str:
    """Three significant digits, or whole numbers."""
    step: Rational = 1
    while quotient(rate, step) < 100:
        step = quotient(step, 10)
    return write_number(round(quotient(rate, step)) * step)
