"""The text says how many, and lists another number of things.

## What it checks

`items:` lists what the figure counts: as many as the figure says, in every reading of its words.

## Why

"Four ministers: Abe, Baker and Cole" is the error that a late cut leaves behind.

## Fires

```yaml
article: {title: A reshuffle, published: 2014-08-01}
measures:
  ministers: {name: ministers who left, kind: count}
claims:
  - id: ministers
    quote: "four ministers left: Abe, Baker and Cole"
    measure: ministers
    value: four ministers
    items: [Abe, Baker, Cole]  # finding: error "lists 3"
```

## Silent

```yaml
article: {title: A reshuffle, published: 2014-08-01}
measures:
  ministers: {name: ministers who left, kind: count}
claims:
  - id: ministers
    quote: at least three ministers left, Abe, Baker, Cole and Dunn
    measure: ministers
    value: at least three ministers
    items: [Abe, Baker, Cole, Dunn]
```

## Source

Claim format, `items`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checker.facts.evidence import finding
from checker.facts.explain import reading, value_words
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact
from checker.finding import Finding, Severity
from checker.rational import Rational
from checker.solve.constraint import Level

# Words for several at once, of which the list may give each one: a pair of brothers, three couples.
_SEVERAL_AT_ONCE = {"pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Figures whose range does not hold the number of things listed."""
    for fact in facts.figures_with("items"):
        listed = len(fact.figure.items)
        if fact.widest is None or any(count in fact.widest for count in _counts(fact, listed)):
            continue
        yield finding(
            facts,
            Severity.ERROR,
            f"The text says “{value_words(fact)}” and lists {listed}.",
            [fact.claim],
            key=("items",),
            explanation=[
                reading(fact, Level.WIDEST),
                f"Listed: {', '.join(fact.figure.items)}: {listed}.",
            ],
        )


def _counts(fact: FigureFact, listed: int) -> Iterator[Rational]:
    """How many the figure may count them as: each one, or so many at once."""
    yield listed
    first = fact.unit.name.partition(" ")[0].removesuffix("s")
    if first in _SEVERAL_AT_ONCE:
        yield Fraction(listed, _SEVERAL_AT_ONCE[first])
