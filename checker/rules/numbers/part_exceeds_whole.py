"""A part is larger than the whole that it belongs to.

## What it checks

A figure that is within another, by `part-of` or because its measure, subject, place or period lies
within the other's, and yet exceeds it in every fair reading (an error) or in all but strained ones
(a warning). Where two periods overlap and neither holds the other, the narrower figure is spread
evenly over its days: if it then exceeds the wider one within the days that they share, that is a
warning, with the days and the amount that would have to lie outside them. A running total never
falls, so it is held against the later ones of what includes it, too.

## Why

"1.2 billion confiscated" and "800 billion seized from underground banks" in nearly the same months
stood in one article, twelve paragraphs apart.

## Fires

```yaml
article: {title: A fleet, published: 2019-05-06}
measures:
  buses: {name: buses in the fleet, kind: stock}
  buses-north: {name: buses on the northern lines, kind: stock}
claims:
  - id: fleet
    quote: a fleet of 911 buses
    measure: buses
    value: 911 buses
  - id: north  # finding: error "part"
    quote: of which 2,847 run in the north
    measure: buses-north
    value: 2,847 buses
    part-of: fleet
```

```yaml
article: {title: The storm, published: 2013-11-14}
entities:
  country: {type: place, name: Philippines}
  city: {type: place, name: Tacloban, within: country}
measures:
  dead: {name: people killed, kind: toll}
claims:
  - id: city  # finding: error "includes it"
    quote: 1,252 dead in Tacloban on Tuesday
    measure: dead
    place: city
    value: 1,252 people
    as-of: 2013-11-12
  - id: country
    quote: 1,193 dead in the country
    measure: dead
    place: country
    value: 1,193 people
```

```yaml
article: {title: The campaign, published: 2015-12-10}
measures:
  seized: {name: assets seized, kind: flow, unit: CNY}
  seized-banks: {name: assets seized from banks, kind: flow, unit: CNY, broader: [seized]}
claims:
  - id: all
    quote: 512 million yuan from May on
    measure: seized
    value: 512 million yuan
    period: 2015-05-01/2015-12-09
  - id: banks  # finding: warning "would have to"
    quote: 813 million yuan from banks
    measure: seized-banks
    value: 813 million yuan
    period: 2015-04-01/2015-11-30
```

## Silent

```yaml
article: {title: A fleet, published: 2019-05-06}
measures:
  buses: {name: buses in the fleet, kind: stock}
  buses-north: {name: buses on the northern lines, kind: stock}
claims:
  - id: fleet
    quote: a fleet of 2,847 buses
    measure: buses
    value: 2,847 buses
  - id: north
    quote: of which 911 run in the north
    measure: buses-north
    value: 911 buses
    part-of: fleet
```

```yaml
article: {title: The campaign, published: 2015-12-10}
measures:
  seized: {name: assets seized, kind: flow, unit: CNY}
  seized-banks: {name: assets seized from banks, kind: flow, unit: CNY, broader: [seized]}
claims:
  - id: all
    quote: 512 million yuan from May on
    measure: seized
    value: 512 million yuan
    period: 2015-05-01/2015-12-09
  - id: banks
    quote: 397 million yuan from banks
    measure: seized-banks
    value: 397 million yuan
    period: 2015-04-01/2015-11-30
```

## Source

Claim format, "What is about the same thing": nesting of measures, subjects, places and periods.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.conflicting import bearer, conflict_finding
from checker.facts.evidence import finding
from checker.facts.explain import claim_label, reading, time_words, value_words
from checker.facts.facts import Facts
from checker.facts.figures import FigureFact, is_converted
from checker.facts.overlaps import Overlap, overlap_conflicts, overlap_lines, overlap_of
from checker.facts.pairs import Pair, fits_in, within_conflicts
from checker.facts.ratio import how_many_times
from checker.facts.severity import conflict_severity, speakers_differ
from checker.facts.tolls import outgrown
from checker.finding import Finding, Severity
from checker.model.claim import Claim
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Level, at_least


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Nesting by measure, subject, place and period, later tolls, and periods that only overlap."""
    for pair in within_conflicts(facts):
        yield _nested(facts, pair)
    for pair in outgrown(facts):
        yield _outgrown(facts, pair)
    for overlap in overlap_conflicts(facts):
        yield _overlapping(facts, overlap)


def constrain(facts: Facts) -> Iterator[Constraint]:
    """`part-of` and `rest-of`: the part is no larger than the whole."""
    for relation in ("part_of", "rest_of"):
        for fact in facts.figures_with(relation):
            part = facts.things.of(fact.key)
            whole = facts.things.of(getattr(fact.figure, relation))
            if part and whole and part is not whole:
                yield at_least(
                    whole.name,
                    part.name,
                    "numbers/part-exceeds-whole",
                    frozenset((fact.key,)),
                    note="A part is no larger than its whole",
                )


def describe(conflict: Conflict, facts: Facts) -> Finding:
    """A part by `part-of` that exceeds its whole."""
    part = bearer(facts, conflict)
    others = [facts.figures[key] for key in sorted(conflict.claims) if key != part.key]
    if len(others) != 1:
        return conflict_finding(facts, conflict, "A part is larger than the whole it belongs to.")
    whole = others[0]
    return conflict_finding(
        facts,
        conflict,
        f"A part is larger than its whole: {_named(facts, facts.figures[part.key])} against "
        f"{_named(facts, whole)}.",
    )


def _nested(facts: Facts, pair: Pair) -> Finding:
    part, whole = pair.claim, pair.against
    claims = [part.claim, whole.claim]
    sure = "" if pair.level is Level.WIDEST else ", unless the words are read with strain"
    if pair.hangs_on_time(fits_in):
        sure = ", unless its time lies partly outside"
    lines = [reading(part, pair.level), reading(whole, pair.level)]
    overlap = overlap_of(part, whole) if pair.level is Level.STATED else None
    if overlap and overlap.other_days:
        lines += overlap_lines(overlap)[1:]
    elif part.time and whole.time:
        lines += [
            f"The part covers {time_words(part.time)}.",
            f"The whole covers {time_words(whole.time)}.",
        ]
    return finding(
        facts,
        conflict_severity(claims, pair.level),
        f"A part is larger than what holds it: {_named(facts, part)} against "
        f"{_named(facts, whole)}{sure}.",
        claims,
        also=[fact.claim for fact in pair.also],
        explanation=[
            lines[0],
            lines[1],
            *([] if is_converted(whole) else [how_many_times(part, whole)]),
            *lines[2:],
            *_disagreement(claims),
        ],
    )


def _outgrown(facts: Facts, pair: Pair) -> Finding:
    part, whole = pair.claim, pair.against
    claims = [part.claim, whole.claim]
    return finding(
        facts,
        conflict_severity(claims, pair.level),
        f"A running total is larger than a later one that includes it: {_named(facts, part)} "
        f"against {_named(facts, whole)}.",
        claims,
        also=[fact.claim for fact in pair.also],
        explanation=[
            f"On {time_words(part.time)}: {reading(part, pair.level)}",
            f"On {time_words(whole.time)}: {reading(whole, pair.level)}",
            *_disagreement(claims),
        ],
    )


def _overlapping(facts: Facts, overlap: Overlap) -> Finding:
    part, whole = overlap.part, overlap.whole
    claims = [part.claim, whole.claim]
    much, almost = ("", " almost wholly") if overlap.almost_all else ("Much of ", "")
    return finding(
        facts,
        Severity.WARNING,
        f"{much}{_named(facts, part)} would have to lie{almost} outside the days that it shares "
        f"with {_named(facts, whole)}, which includes it.",
        claims,
        explanation=[*overlap_lines(overlap), *_disagreement(claims)],
    )


def _named(facts: Facts, fact: FigureFact) -> str:
    return f"{claim_label(facts, fact.claim)} (“{value_words(fact)}”)"


def _disagreement(claims: list[Claim]) -> list[str]:
    if not speakers_differ(claims):
        return []
    return ["Different speakers say so: the article may be reporting a disagreement."]
