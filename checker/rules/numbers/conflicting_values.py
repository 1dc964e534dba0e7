"""One thing is given two values that do not meet.

## What it checks

Two figures about the same thing (same measure, subject, place and time, or `same-as`) whose ranges
have no number in common. No fair reading makes both true: an error. Only the wide readings meet: a
warning.

## Why

The commonest slip of all: the headline says 65, the story 72.

## Fires

```yaml
article: {title: Bodies found, published: 2006-03-15}
measures:
  bodies: {name: bodies found, kind: toll}
claims:
  - id: headline
    quote: Police find 65 bodies
    measure: bodies
    value: 65 bodies
  - id: story  # finding: error "two values"
    quote: at least 72 bodies had been found
    measure: bodies
    value: at least 72 bodies
```

```yaml
article: {title: Marchers, published: 2011-05-02}
measures:
  marchers: {name: people who marched, kind: count}
claims:
  - id: first
    quote: nearly 880 marched
    measure: marchers
    value: nearly 880 people
  - id: second  # finding: warning "only a strained reading"
    quote: about 1,000 marched
    measure: marchers
    value: about 1,000 people
```

## Silent

```yaml
article: {title: Bodies found, published: 2006-03-15}
measures:
  bodies: {name: bodies found, kind: toll}
claims:
  - id: headline
    quote: Police find at least 65 bodies
    measure: bodies
    value: at least 65 bodies
  - id: story
    quote: at least 72 bodies had been found
    measure: bodies
    value: at least 72 bodies
```

```yaml
article: {title: Two years, published: 2013-12-12}
measures:
  jobless: {name: unemployment rate, kind: ratio}
claims:
  - id: before
    quote: 7.7 percent in 2008
    measure: jobless
    value: 7.7 percent
    period: 2008
  - id: now
    quote: 24.4 percent in 2012
    measure: jobless
    value: 24.4 percent
    period: 2012
```

## Source

Claim format, "What is about the same thing"; rounded figures agree where their ranges meet
(XBRL Calculations 1.1, consistency of duplicate facts).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.facts.conflicting import conflict_finding
from checker.facts.evidence import finding
from checker.facts.explain import claim_label, reading, value_words, write_amount
from checker.facts.facts import Facts
from checker.facts.pairs import Pair, value_conflicts
from checker.facts.severity import conflict_severity, speakers_differ
from checker.finding import Finding
from checker.ranges import Range
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Level, equal


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every claim of a value against the earliest one that it conflicts with."""
    for pair in value_conflicts(facts):
        yield _finding(facts, pair)


def constrain(facts: Facts) -> Iterator[Constraint]:
    """`same-as`: two claims state one figure."""
    for fact in facts.figures_with("same_as"):
        own = facts.things.of(fact.key)
        for other in fact.figure.same_as:
            thing = facts.things.of(other)
            if own and thing and own is not thing:
                yield equal(
                    own.name, thing.name, "numbers/conflicting-values", frozenset((fact.key,))
                )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """Figures that are one through `same-as`, or through several claims of one thing."""
    words = [f"“{value_words(facts.figures[key])}”" for key in sorted(conflict.claims)]
    return conflict_finding(
        facts,
        conflict,
        f"These figures should be one and the same, but differ: {', '.join(words)}.",
    )


def _finding(facts: Facts, pair: Pair) -> Finding:
    claims = [pair.claim.claim, pair.against.claim]
    label = claim_label(facts, pair.claim.claim)
    return finding(
        facts,
        conflict_severity(claims, pair.level),
        _message(pair, label),
        claims,
        also=[fact.claim for fact in pair.also],
        explanation=[
            reading(pair.against, pair.level),
            reading(pair.claim, pair.level),
            _distance(pair),
            *(
                ["Different speakers say so: the article may be reporting a disagreement."]
                if speakers_differ(claims)
                else []
            ),
        ],
    )


def _message(pair: Pair, label: str) -> str:
    one, other = value_words(pair.claim), value_words(pair.against)
    tail = "" if pair.level is Level.WIDEST else "; only a strained reading makes both true"
    if pair.hangs_on_time(Range.meets):
        tail = ", unless they are for different times"
    return f"Two values for {label}: “{one}” here, “{other}” elsewhere{tail}."


def _distance(pair: Pair) -> str:
    """How far the two ranges lie apart."""
    a, b = _range(pair, first=True), _range(pair, first=False)
    low, high = (a, b) if (a.low or 0) > (b.low or 0) or b.high is None else (b, a)
    if low.low is None or high.high is None:
        return "The two ranges have nothing in common."
    # degrees apart are no point on the scale
    gap = write_amount(low.low - high.high, replace(pair.claim.unit, offset=0))
    return f"The two ranges have nothing in common: they lie {gap} apart."


def _range(pair: Pair, *, first: bool) -> Range:
    fact = pair.claim if first else pair.against
    found = fact.widest if pair.level is Level.WIDEST else fact.stated
    assert found is not None
    return found
