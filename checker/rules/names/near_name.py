"""A name that is right for the one it is mapped to, and one letter from another's.

## What it checks
Each form under `names` that is the whole name, or an alias, of its entity, against all names of the
register: another entity of the same sort whose name is one letter away, and of which the register
does not say `distinct-from`.

## Why
Such a pair is worth a second look: the right name for the wrong person passes every other rule.

## Fires
```yaml
# file: story.yaml
article: {title: The new director, published: 2015-12-09}
entities:
  jon-hansen: {type: person, name: Jon Hansen}
  jon-hanssen: {type: person, name: Jon Hanssen, born: 1950}
claims:
  - id: role
    quote: Jon Hansen, the director
    names: {Jon Hansen: jon-hansen} # finding: note "Jon Hanssen"
    subject: jon-hansen
    attribute: role
    is: director
```

## Silent
```yaml
# file: story.yaml
article: {title: The new director, published: 2015-12-09}
entities:
  jon-hansen: {type: person, name: Jon Hansen, distinct-from: [jon-hanssen]}
  jon-hanssen: {type: person, name: Jon Hanssen, born: 1950}
claims:
  - id: role
    quote: Jon Hansen, the director
    names: {Jon Hansen: jon-hansen}
    subject: jon-hansen
    attribute: role
    is: director
```

## Source
Claim format, `entities`, key `distinct-from`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import comparable, told_apart
from checker.finding import Finding, Severity
from checker.language.names.fold import fold
from checker.model.claim import Claim, Entity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """The first use in each article of a name that is one letter from another's."""
    rivals = _rivals(facts)
    if not rivals:
        return
    seen: set[tuple[str, str, str]] = set()
    for claim in facts.claims.values():
        for form, meant in claim.names.items():
            if meant not in rivals or (claim.file, form, meant) in seen:
                continue
            seen.add((claim.file, form, meant))
            near = rivals[meant].get(fold(form))
            if near:
                yield _note(facts, claim, form, near)


def _rivals(facts: Facts) -> dict[str, dict[str, Entity]]:
    """By entity and name, whose name is one letter away."""
    rivals: dict[str, dict[str, Entity]] = {}
    for a, b, slips in facts.near_names:
        if slips == 1 and comparable(a.entity, b.entity) and not told_apart(a.entity, b.entity):
            rivals.setdefault(a.entity.id, {}).setdefault(a.key, b.entity)
            rivals.setdefault(b.entity.id, {}).setdefault(b.key, a.entity)
    return rivals


def _note(facts: Facts, claim: Claim, form: str, near: Entity) -> Finding:
    return finding(
        facts,
        Severity.NOTE,
        f"“{form}” is one letter from {near.name}, who is somebody else.",
        [claim],
        at=claim.key_span("names", form),
    )
