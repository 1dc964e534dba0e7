"""A figure is said to be more (or less) than another, and is not.

## What it checks

`more-than:` and `less-than:` against the ranges of both figures. Only ranges that leave no room for
the comparison are a conflict.

## Why

"More than in any other province" survives the correction of the figure that it was written about.

## Fires

```yaml
article: {title: Medals, published: 2015-07-13}
measures:
  fiji: {name: medals of Fiji, kind: count}
  samoa: {name: medals of Samoa, kind: count}
claims:
  - id: fiji
    quote: Fiji with 42 medals
    measure: fiji
    value: 42 medals
  - id: samoa  # finding: error "less than"
    quote: Samoa has fewer, 57
    measure: samoa
    value: 57 medals
    less-than: fiji
```

## Silent

```yaml
article: {title: Medals, published: 2015-07-13}
measures:
  fiji: {name: medals of Fiji, kind: count}
  samoa: {name: medals of Samoa, kind: count}
claims:
  - id: fiji
    quote: Fiji with about 42 medals
    measure: fiji
    value: about 42 medals
  - id: samoa
    quote: Samoa has fewer, 40
    measure: samoa
    value: 40 medals
    less-than: fiji
```

## Source

Claim format, `more-than` and `less-than`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.explain import claim_label
from checker.facts.facts import Facts
from checker.facts.itself import compared
from checker.finding import Finding
from checker.model.claim import Figure
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, at_least

_RULE = "numbers/comparison-contradicted"


def constrain(facts: Facts) -> Iterator[Constraint]:
    """The one figure is strictly above the other."""
    for relation in ("more_than", "less_than"):
        for fact in facts.figures_with(relation):
            for claim in getattr(fact.figure, relation):
                both = compared(facts, fact, claim)
                if both is None:
                    continue
                is_more = relation == "more_than"
                more, less = (both.own, both.other) if is_more else (both.other, both.own)
                words = "more" if is_more else "less"
                yield at_least(
                    more,
                    less,
                    _RULE,
                    both.bearers,
                    strictly=True,
                    note=f"The text says that the one is {words} than the other",
                )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A comparison that the figures contradict."""
    claim = bearer(facts, conflict)
    figure = claim.asserts
    words = "more than" if isinstance(figure, Figure) and figure.more_than else "less than"
    return conflict_finding(
        facts,
        conflict,
        f"{claim_label(facts, claim)} is said to be {words} another figure, and cannot be.",
    )
