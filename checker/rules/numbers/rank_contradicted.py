"""Something is ranked first, and another has more.

## What it checks

`rank: {at: 1, among: …, order: highest}`: no member of the group or place has a higher (`lowest`: a
lower) figure for the same measure and time; at rank n, no n members do. Members are entities that are
`part-of` or `within` the group, upwards; the ranked one is the claim's `subject`, else its `place`.

## Why

A province "tops the list" with a figure that another one passes two pages later.

## Fires

```yaml
article: {title: Provinces, published: 2015-12-09}
entities:
  china: {type: place, name: China}
  guangdong: {type: place, name: Guangdong, within: china}
  fujian: {type: place, name: Fujian, within: china}
measures:
  suspects: {name: suspects brought back, kind: flow}
claims:
  - id: first  # finding: error "ranked"
    quote: Guangdong tops the list with 42
    measure: suspects
    place: guangdong
    value: 42 suspects
    period: 2014
    rank: {at: 1, among: china, order: highest}
  - id: other
    quote: 57 in Fujian
    measure: suspects
    place: fujian
    value: 57 suspects
    period: 2014
```

## Silent

```yaml
article: {title: Provinces, published: 2015-12-09}
entities:
  china: {type: place, name: China}
  guangdong: {type: place, name: Guangdong, within: china}
  fujian: {type: place, name: Fujian, within: china}
measures:
  suspects: {name: suspects brought back, kind: flow}
claims:
  - id: first
    quote: Guangdong tops the list with 42
    measure: suspects
    place: guangdong
    value: 42 suspects
    period: 2014
    rank: {at: 1, among: china, order: highest}
  - id: other
    quote: 17 in Fujian
    measure: suspects
    place: fujian
    value: 17 suspects
    period: 2014
```

## Source

Claim format, `rank`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.evidence import finding
from checker.facts.explain import claim_label, reading, value_words
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.facts.ranks import Ranked, beaten, ranked
from checker.facts.severity import conflict_severity
from checker.finding import Finding
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Level, at_least

_RULE = "numbers/rank-contradicted"


def constrain(facts: Facts) -> Iterator[Constraint]:
    """First place: no member's figure is beyond the first one's."""
    for each in ranked(facts):
        if each.at != 1:
            continue
        for member in each.members:
            more, less = (each.thing, member) if each.highest else (member, each.thing)
            yield at_least(
                more.name,
                less.name,
                _RULE,
                frozenset((each.fact.key,)),
                note="The first of a ranking is beyond no other",
            )


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Lower places: as many members beyond the figure as the rank itself."""
    for each in ranked(facts):
        if each.at > 1:
            for level in Level:
                above = beaten(each, level)
                if len(above) >= each.at:
                    yield _finding(facts, each, above[: each.at], level)
                    break


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A first place that another figure contradicts."""
    claim = bearer(facts, conflict)
    return conflict_finding(
        facts, conflict, f"{claim_label(facts, claim)} is ranked first, but another is beyond it."
    )


def _finding(facts: Facts, each: Ranked, above: list[FigureFact], level: Level) -> Finding:
    claims = [each.fact.claim, *(fact.claim for fact in above)]
    return finding(
        facts,
        conflict_severity(claims, level),
        f"{claim_label(facts, each.fact.claim)} (“{value_words(each.fact)}”) is ranked {each.at}, "
        f"but {len(above)} others are beyond it.",
        claims,
        explanation=[reading(fact, level) for fact in (each.fact, *above)],
    )
