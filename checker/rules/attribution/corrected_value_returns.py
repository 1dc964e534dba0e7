"""A value that was corrected and comes back.

## What it checks
A claim with `corrects` and `was` withdraws a value. Claims about the same figure (measure, subject,
place and time), event or attribute in articles published after the day `on` (without it, after the
correction's publication) must not give that value again.

## Why
An old story in the archive is the source of the next one.

## Fires
```yaml
# file: story.yaml
article: {title: A vaccine shipped, published: 2009-11-02}
measures:
  doses: {name: doses shipped to Ghana}
claims:
  - id: doses
    quote: 2.3 million doses
    measure: doses
    value: 2.3 million doses
# file: correction.yaml
article: {title: Correction, published: 2009-11-05}
claims:
  - id: doses
    quote: 230,000 doses were shipped; we wrote 2.3 million doses
    measure: doses
    value: 230,000 doses
    corrects: story#doses
    was: 2.3 million doses
    on: 2009-11-05
# file: later.yaml
article: {title: The vaccine, published: 2010-01-20}
claims:
  - id: doses
    quote: the 2.3 million doses shipped in autumn
    measure: doses
    value: 2.3 million doses # finding: error "corrected"
```

## Silent
```yaml
# file: story.yaml
article: {title: A vaccine shipped, published: 2009-11-02}
measures:
  doses: {name: doses shipped to Ghana}
claims:
  - id: doses
    quote: 2.3 million doses
    measure: doses
    value: 2.3 million doses
# file: correction.yaml
article: {title: Correction, published: 2009-11-05}
claims:
  - id: doses
    quote: 230,000 doses were shipped; we wrote 2.3 million doses
    measure: doses
    value: 230,000 doses
    corrects: story#doses
    was: 2.3 million doses
    on: 2009-11-05
# file: later.yaml
article: {title: The vaccine, published: 2010-01-20}
claims:
  - id: doses
    quote: the 230,000 doses shipped in autumn
    measure: doses
    value: 230,000 doses
```

## Source
Claim format, "A correction".
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.attributes import agree, any_agree, name_of
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.figures import dimension_of, quantity_of
from checker.facts.times import Certainty, overlap, same
from checker.finding import Finding, Repair, Severity
from checker.model.claim import Attribute, Claim, Figure, Happening

_Topic = tuple[str | None, ...]


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each later claim that still gives a corrected value."""
    corrections = [claim for claim in facts.claims.values() if claim.correction]
    if not corrections:
        return
    by_topic: dict[_Topic, list[Claim]] = {}
    for claim in facts.claims.values():
        if claim.correction is None and claim.key not in facts.corrected:
            by_topic.setdefault(_topic(claim), []).append(claim)
    for correction in corrections:
        day = _day_of(correction, facts)
        for claim in by_topic.get(_topic(correction), ()):
            if day is not None and day < facts.published_first(claim.file) < _UNKNOWN_DAY:
                yield from _returned(claim, correction, facts)


_UNKNOWN_DAY = 10**9  # how `published_first` orders articles without a date


def _topic(claim: Claim) -> _Topic:
    said = claim.asserts
    if isinstance(said, Figure):
        return ("figure", said.measure, said.subject, said.place)
    if isinstance(said, Happening):
        return ("event", said.event)
    if isinstance(said, Attribute):
        return ("attribute", said.subject, name_of(said.attribute), said.of)
    return (None,)


def _day_of(correction: Claim, facts: Facts) -> int | None:
    """The day of a correction: `on`, else the last day that it may have been published."""
    on = correction.correction.on if correction.correction else None
    when = facts.read_date(correction, on) if on else facts.published(correction.file)
    return None if when is None or when.days is None or when.days.empty else when.days.last


def _returned(claim: Claim, correction: Claim, facts: Facts) -> Iterator[Finding]:
    for old in _old_values(correction, facts):
        found = _key_that_gives(old, claim, correction, facts)
        if found:
            key, new = found
            why = "the corrected value"
            yield finding(
                facts,
                Severity.ERROR,
                f"“{facts.entity_name(old)}” was corrected before this article appeared.",
                [claim, correction],
                key=(key,),
                repairs=[Repair(claim.key, old, new, why)] if new else [],
            )
            return


def _key_that_gives(
    old: str, claim: Claim, correction: Claim, facts: Facts
) -> tuple[str, str | None] | None:
    """The key under which a claim gives a withdrawn value, and what stands there now."""
    said, now = claim.asserts, correction.asserts
    if isinstance(said, Figure) and isinstance(now, Figure):
        back = _same_figure(claim, correction, facts) and _same_value(said.value, old)
        return ("value", now.value) if back else None
    if isinstance(said, Happening) and isinstance(now, Happening):
        return ("date", now.date) if _same_day(claim, said, correction, old, facts) else None
    if isinstance(said, Attribute) and isinstance(now, Attribute):
        back = any(agree(value, old, facts) for value in said.values)
        back = back and not any_agree(said, now, facts)
        return ("is", next(iter(now.values), None)) if back else None
    return None


def _old_values(correction: Claim, facts: Facts) -> tuple[str, ...]:
    """What the correction withdraws: `was`, else what the corrected claim says."""
    known = correction.correction
    if known is None or known.was:
        return () if known is None else known.were or (known.was or "",)
    corrected = facts.claims.get(known.corrects)
    said = corrected.asserts if corrected else None
    if isinstance(said, Figure):
        return (said.value,) if said.value else ()
    if isinstance(said, Happening):
        return (said.date,) if said.date else ()
    return said.values if isinstance(said, Attribute) else ()


def _same_figure(claim: Claim, correction: Claim, facts: Facts) -> bool:
    """Whether the times of two figures of one measure, subject and place do not part them."""
    ours, theirs = facts.figures.get(claim.key), facts.figures.get(correction.key)
    if ours is None or theirs is None or ours.figure.by != theirs.figure.by:
        return False
    if ours.time is None or theirs.time is None:
        return True
    measure = facts.measures.get(ours.figure.measure)
    if measure is not None and measure.kind in {"flow", "toll", "stock"}:
        unsaid = measure.kind == "stock" and not (ours.figure.as_of or theirs.figure.as_of)
        return unsaid or same(ours.time, theirs.time) is not Certainty.NO
    return overlap(ours.time, theirs.time) is not Certainty.NO


def _same_value(value: str | None, old: str) -> bool:
    ours, theirs = quantity_of(value), quantity_of(old)
    if ours is None or theirs is None:
        return False
    one_unit = dimension_of(ours.unit) == dimension_of(theirs.unit)
    return one_unit and ours.nominal * ours.unit.factor == theirs.nominal * theirs.unit.factor


def _same_day(claim: Claim, said: Happening, correction: Claim, old: str, facts: Facts) -> bool:
    ours = facts.read_date(claim, said.date) if said.date else None
    theirs = facts.read_date(correction, old)
    if ours is None or theirs is None or ours.days is None or theirs.days is None:
        return False
    return not ours.days.empty and ours.days == theirs.days
