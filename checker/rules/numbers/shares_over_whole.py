"""The shares of one whole add up to more than all of it.

## What it checks

Classes of one partition (`part-of` with the same `by:`) whose shares together exceed 100 percent in
every reading, and a single share of what includes it that does.

## Why

A pie chart of 193 percent has been printed.

## Fires

```yaml
article: {title: A poll, published: 2012-02-20}
measures:
  voters: {name: voters asked, kind: count}
  backers: {name: backers of a candidate, kind: count}
entities:
  a: {type: person, name: Ada Almeida}
  b: {type: person, name: Boris Brandt}
claims:
  - id: all
    quote: the voters who were asked
    measure: voters
  - id: first
    quote: 70 percent back Almeida
    measure: backers
    subject: a
    part-of: all
    by: candidate
    share: 70 percent
  - id: second  # finding: error "more than 100 percent"
    quote: 63 percent back Brandt
    measure: backers
    subject: b
    part-of: all
    by: candidate
    share: 63 percent
```

## Silent

```yaml
article: {title: A poll, published: 2012-02-20}
measures:
  voters: {name: voters asked, kind: count}
  backers: {name: backers of a candidate, kind: count}
entities:
  a: {type: person, name: Ada Almeida}
  b: {type: person, name: Boris Brandt}
claims:
  - id: all
    quote: the voters who were asked
    measure: voters
  - id: first
    quote: 50.3 percent back Almeida
    measure: backers
    subject: a
    part-of: all
    by: candidate
    share: 50.3 percent
  - id: second
    quote: 49.8 percent back Brandt
    measure: backers
    subject: b
    part-of: all
    by: candidate
    share: about 49.8 percent
```

## Source

A news channel's chart of 26 November 2009 added up to 193 percent.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.facts import factors
from checker.facts.conflicting import conflict_finding
from checker.facts.evidence import relate
from checker.facts.facts import Facts
from checker.facts.partitions import Partition
from checker.finding import Finding
from checker.language.writing import write_number
from checker.ranges import Range
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Constraint, Linear

_RULE = "numbers/shares-over-whole"
_ALL_OF_IT = Range(None, 1)


def constrain(facts: Facts) -> Iterator[Constraint | Bound]:
    """A share, and the sum of the shares of one partition, is at most 1."""
    for fact in facts.figures_with("share"):
        alone = _bound(facts, fact.key)
        if alone and fact.figure.whole:
            yield alone
            yield Linear(
                ((alone.variable, 1),),
                _ALL_OF_IT,
                _RULE,
                frozenset((fact.key,)),
                note="A part is no more than all of its whole",
            )
    for partition in facts.partitions:
        shares = _shares(facts, partition)
        if len(shares) < 2:
            continue
        yield from shares
        yield Linear(
            tuple((bound.variable, 1) for bound in shares),
            _ALL_OF_IT,
            _RULE,
            optional={bound.variable: frozenset((bound.source,)) for bound in shares},
            note="Shares of one whole are together at most all of it",
        )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """Shares that exceed the whole; all classes of the partition go with the finding."""
    shares = {b.variable: b.at(conflict.level).low or 0 for b in conflict.bounds}
    if len(shares) == 1:
        words = facts.figures[conflict.bounds[0].source].figure.share
        message = f"A part is said to be “{words}” of a whole that includes it."
    else:
        least = sum(shares.values())
        message = (
            "The shares of one whole add up to more than 100 percent: at least "
            f"{write_number(least * 100)} percent here."
        )
    found = conflict_finding(facts, conflict, message)
    others = sorted(_classes(facts, conflict) - conflict.claims)
    also = tuple(relate(facts, facts.claims[key]) for key in others)
    return replace(found, related=found.related + also, explanation=_sum(facts, conflict))


def _sum(facts: Facts, conflict: Conflict) -> tuple[str, ...]:
    """The shares as printed and what they come to."""
    words = [facts.figures[key].figure.share or "" for key in sorted(conflict.claims)]
    read = [share for share in map(factors.share, words) if share]
    together = sum(share.nominal * share.unit.factor for share in read)
    terms = " + ".join(f"“{share.text}”" for share in read)
    return (f"{terms} = {write_number(together * 100)} percent.",)


def _shares(facts: Facts, partition: Partition) -> list[Bound]:
    """One share a class: a class that is given twice counts once, as first given."""
    found = []
    for claims in partition.classes.values():
        for key in sorted(claims, key=lambda key: facts.order(facts.claims[key])):
            share = _bound(facts, key)
            if share is not None:
                found.append(share)
                break
    return found


def _bound(facts: Facts, key: str) -> Bound | None:
    """What a claim says of its share, where that can be read."""
    words = facts.figures[key].figure.share
    share = factors.share(words, facts.settings.hedges) if words else None
    return factors.bound(factors.share_of(key), share, key) if share else None


def _classes(facts: Facts, conflict: Conflict) -> frozenset[str]:
    for partition in facts.partitions:
        members = frozenset(key for claims in partition.classes.values() for key in claims)
        if conflict.claims <= members:
            return members
    return frozenset()
