"""A figure that cannot be read.

## What it checks

Every quantity, share, factor and change of a claim, and the `unit` and `between` of every measure,
must be of a form that the format knows. The message shows what could be read and the nearest word.

## Why

What cannot be read cannot be checked; a misprinted unit would otherwise count some new thing.

## Fires

```yaml
article: {title: Seized, published: 2015-12-09}
measures:
  seized: {name: amount seized, kind: flow, unit: CNY}
  tonnes: {name: coal mined, unit: tonns}  # finding: error "did you mean “tonnes”"
claims:
  - id: one
    measure: seized
    value: 1.2 billion yaun  # finding: error "did you mean “yuan”"
  - id: two
    measure: seized
    value: 5 million yuan
    restated: lots of dollars  # finding: error "no number"
  - id: three
    measure: seized
    value: 9 million yuan
    part-of: one
    share: 40 people  # finding: error "is no share"
  - id: four
    measure: seized
    times: {of: two, factor: 40 people}  # finding: error "is no factor"
  - id: five
    measure: seized
    change: {from: two, by: 40 percent}  # finding: error "type `up` or `down`"
```

## Silent

```yaml
article: {title: Seized, published: 2015-12-09}
measures:
  seized: {name: amount seized, kind: flow, unit: CNY, between: [0, 9 trillion CNY]}
  coal: {name: coal mined, unit: tonnes}
claims:
  - id: one
    measure: seized
    value: about 1.2 billion yuan
    restated: [189 million USD, €172m]
  - id: two
    measure: seized
    value: 8亿元
    part-of: one
    share: nearly two-thirds
  - id: three
    measure: seized
    times: {of: two, factor: more than twice}
  - id: four
    measure: seized
    change: {from: two, by: up about 40 percent}
  - id: five
    measure: coal
    value: several dozen truckloads
```

## Source

Claim format, "Quantities in words".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.references import Keys
from checker.finding import Finding, Severity
from checker.language.quantity import read_base, read_change, read_factor, read_quantity, read_share
from checker.language.unreadable import Unreadable
from checker.model.claim import ClaimFile, Figure, Measure, Rate
from checker.settings import Hedges

Reader = Callable[[str, Hedges], object]
Words = tuple[str | None, Keys, Reader]


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Every figure of the file that cannot be read."""
    for measure in file.measures:
        for text, keys, read in _of_measure(measure):
            message = _error(text, read, facts.settings.hedges)
            if message:
                at = measure.span(*keys)
                yield finding(facts, Severity.ERROR, message, [], at=at, subject=measure.id)
    for rate in file.rates:
        yield from _of_rate(facts, rate)
    for claim in file.claims:
        if not isinstance(claim.asserts, Figure):
            continue
        for text, keys, read in _words(claim.asserts):
            message = _error(text, read, facts.settings.hedges)
            if message:
                yield finding(facts, Severity.ERROR, message, [claim], at=claim.span(*keys))


def _words(figure: Figure) -> list[Words]:
    found: list[Words] = [(figure.value, ("value",), read_quantity)]
    if figure.share is not None:
        found.append((figure.share, ("share",), read_share))
    if figure.restated:
        words = enumerate(figure.restated)
        found += [(text, ("restated", number), read_quantity) for number, text in words]
    if figure.times:
        found.append((figure.times.factor, ("times", "factor"), read_factor))
    if figure.change:
        found.append((figure.change.by, ("change", "by"), read_change))
    if figure.rate:
        found.append((figure.rate.per, ("rate", "per"), read_base))
    return found


def _of_measure(measure: Measure) -> Iterator[Words]:
    yield measure.unit, ("unit",), _read_unit
    for number, text in enumerate(measure.between or ()):
        yield text, ("between", number), read_quantity


def _of_rate(facts: Facts, rate: Rate) -> Iterator[Finding]:
    """A rate that is no number above 0, or that says what a currency is worth in itself."""
    message, keys = "", ("rate",)
    if Fraction(rate.rate.replace(",", "")) <= 0:
        message = f"“{rate.rate}” is no rate: type a number above 0, such as 6.4187"
    elif rate.source_currency == rate.target_currency:
        message, keys = f"a rate from {rate.source_currency} to itself says nothing", ("to",)
    if message:
        subject = f"{rate.source_currency} {rate.target_currency} {rate.on}"
        at = rate.span(*keys)
        yield finding(facts, Severity.ERROR, _sentence(message), [], at=at, subject=subject)


def _read_unit(words: str, hedges: Hedges) -> object:
    try:
        return read_quantity(f"1 {words}", hedges)
    except Unreadable as error:
        message = error.message.replace(f"“1 {words}”", f"“{words}” as a unit")
        raise Unreadable(message.replace("“1” is a number, but ", "")) from None


def _error(text: str | None, read: Reader, hedges: Hedges) -> str:
    if text is None:
        return ""
    try:
        read(text, hedges)
    except Unreadable as error:
        return _sentence(error.message)
    return ""


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:]
