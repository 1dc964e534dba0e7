"""A relation between figures that are not counted in the same thing.

## What it checks

Figures that are added, compared or reckoned from one another (`part-of`, `sum-of`, `same-as`,
`more-than`, `times`, `change`, `average`) are of one dimension: money, a count, shares,
lengths, masses. All counted things are one dimension, and so are all currencies here. A bare number
may be anything.

## Why

Yuan cannot be added to people: the relation names the wrong claim, or a unit is wrong.

## Fires

```yaml
article: {title: Fox Hunt, published: 2015-12-09}
measures:
  returned: {name: fugitives returned, kind: flow}
  seized: {name: money seized, kind: flow}
claims:
  - id: money
    measure: seized
    value: 1.2 billion yuan
  - id: people
    measure: returned
    value: 863 fugitives
    part-of: money  # finding: error "“863 fugitives” (a count) cannot be part of “1.2 billion yuan” (money)"
  - id: total
    measure: returned
    value: 900 fugitives
    sum-of: [people, money]  # finding: error "money"
  - id: later
    measure: returned
    value: 1,000 fugitives
    change: {from: people, by: up 3 million USD}  # finding: error "cannot change by"
```

## Silent

```yaml
article: {title: Fox Hunt, published: 2015-12-09}
measures:
  returned: {name: fugitives returned, kind: flow}
  officials: {name: officials returned, kind: flow}
  seized: {name: money seized, kind: flow}
  rate: {name: share returned, kind: ratio}
claims:
  - id: money
    measure: seized
    value: 1.2 billion yuan
  - id: abroad
    measure: seized
    value: 20 million USD
    part-of: money
  - id: people
    measure: returned
    value: 863 fugitives
  - id: officials
    measure: officials
    value: 150 officials
    part-of: people
  - id: bare
    measure: officials
    value: "12"
    part-of: people
  - id: each
    measure: seized
    value: 1.4 million yuan
    average: {total: money, count: people}
  - id: before
    measure: rate
    value: 17 percent
  - id: after
    measure: rate
    value: 44 percent
    change: {from: before, by: up 27 percentage points}
```

## Source

Claim format, "Quantities in words".
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.dimensions import clash, clashes_with_measure, kind_of, says_what
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.references import Keys
from checker.finding import Finding, Severity
from checker.language.quantity import read_change
from checker.language.types import Quantity
from checker.language.unreadable import Unreadable
from checker.model.claim import ClaimFile, Figure

Partner = tuple[str, Keys, str]


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Every claim of the file whose relation joins figures of two dimensions: the first such one."""
    for claim in file.claims:
        if not isinstance(claim.asserts, Figure) or not _is_related(claim.asserts):
            continue
        fact = facts.figures.get(claim.key)
        if fact is not None and fact.quantity is not None and not clashes_with_measure(facts, fact):
            yield from _partners(facts, fact)
            yield from _changed_by(facts, fact)


def _is_related(figure: Figure) -> bool:
    """Whether a figure stands in any relation at all: most do not."""
    return bool(
        figure.part_of
        or figure.rest_of
        or figure.sum_of
        or figure.same_as
        or figure.more_than
        or figure.less_than
        or figure.times
        or figure.change
        or figure.average
    )


def _partners(facts: Facts, fact: FigureFact) -> Iterator[Finding]:
    for target, keys, relation in _relations(facts, fact):
        other = facts.figures.get(facts.corrected.get(target, target))
        if other is None or not _mixed(fact, other) or clashes_with_measure(facts, other):
            continue
        message = (
            f"“{fact.figure.value}” ({kind_of(fact.unit)}) cannot {relation} "
            f"“{other.figure.value}” ({kind_of(other.unit)})."
        )
        claims = [fact.claim, other.claim]
        at = fact.claim.entry_span(*keys)
        yield finding(facts, Severity.ERROR, message, claims, at=at)
        return


def _relations(facts: Facts, fact: FigureFact) -> Iterator[Partner]:
    """The claims whose figures must be of the dimension of this one."""
    figure = fact.figure
    if figure.part_of is not None:
        yield figure.part_of, ("part-of",), "be part of"
    if figure.rest_of is not None:
        yield figure.rest_of, ("rest-of",), "be part of"
    for targets, key, words in (
        (figure.sum_of, "sum-of", "be a sum that takes in"),
        (figure.same_as, "same-as", "be the same as"),
        (figure.more_than, "more-than", "be more than"),
        (figure.less_than, "less-than", "be less than"),
    ):
        for number, target in enumerate(targets):
            yield target, (key, number), words
    if figure.times:
        yield figure.times.of, ("times", "of"), "be a multiple of"
    if figure.change:
        yield figure.change.start, ("change", "from"), "have come from"
    if figure.average and _counts(facts, figure.average.count):
        yield figure.average.total, ("average", "total"), "be an average out of"


def _counts(facts: Facts, key: str) -> bool:
    """Whether a claim counts things, so that an average is of the dimension of its total."""
    other = facts.figures.get(key)
    return other is not None and other.dimension == "count"


def _mixed(one: FigureFact, other: FigureFact) -> bool:
    if not clash(one.unit, other.unit):
        return False
    return says_what(one.quantity) and says_what(other.quantity)


def _changed_by(facts: Facts, fact: FigureFact) -> Iterator[Finding]:
    """A change by an amount of another dimension."""
    amount = _amount(facts, fact)
    if amount is None or not says_what(amount) or not says_what(fact.quantity):
        return
    assert fact.figure.change is not None
    if clash(fact.unit, amount.unit):
        message = (
            f"“{fact.figure.value}” ({kind_of(fact.unit)}) cannot change by "
            f"“{fact.figure.change.by}” ({kind_of(amount.unit)})."
        )
        at = fact.claim.entry_span("change", "by")
        yield finding(facts, Severity.ERROR, message, [fact.claim], at=at)


def _amount(facts: Facts, fact: FigureFact) -> Quantity | None:
    if fact.figure.change is None:
        return None
    try:
        change = read_change(fact.figure.change.by, facts.settings.hedges)
    except Unreadable:
        return None
    return None if change.points else change.amount
