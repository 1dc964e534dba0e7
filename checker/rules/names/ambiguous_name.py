"""A short form that fits two of the people whom the article has introduced.

## What it checks
Each form under `names`: once two entities are introduced in the article (in the order of its
claims), a form that is a short form of both. It is reported where it is first used so. A form that
is the whole name or a declared alias of just one of them is clear.

## Why
Two people called Liu, and "Liu said": who?

## Fires
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  liu-jianchao: {type: person, name: Liu Jianchao, order: family-first}
  liu-dong: {type: person, name: Liu Dong, order: family-first}
claims:
  - id: director
    quote: Liu Jianchao, the director
    names: {Liu Jianchao: liu-jianchao}
    subject: liu-jianchao
    attribute: role
    is: director
  - id: deputy
    quote: Liu Dong, the deputy
    names: {Liu Dong: liu-dong}
    subject: liu-dong
    attribute: role
    is: deputy
  - id: task
    quote: Liu leads the task force
    names: {Liu: liu-jianchao} # finding: warning "Liu Dong"
    subject: liu-jianchao
    attribute: task
    is: task force
```

## Silent
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  liu-jianchao: {type: person, name: Liu Jianchao, order: family-first, aliases: [Director Liu]}
  liu-dong: {type: person, name: Liu Dong, order: family-first}
claims:
  - id: director
    quote: Liu, the director
    names: {Liu: liu-jianchao}
    subject: liu-jianchao
    attribute: role
    is: director
  - id: deputy
    quote: Liu Dong, the deputy
    names: {Liu Dong: liu-dong}
    subject: liu-dong
    attribute: role
    is: deputy
  - id: task
    quote: Director Liu leads the task force
    names: {Director Liu: liu-jianchao}
    subject: liu-jianchao
    attribute: task
    is: task force
```

## Source
Style guides for newspapers: full names where two people share a surname.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import Fit, Match, match, people_of
from checker.finding import Finding, Query, Severity
from checker.language.names.parts import parts
from checker.model.claim import Claim, ClaimFile, Entity


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """The first ambiguous use of each form in the article."""
    if not any(claim.names for claim in file.claims):
        return
    introduced: dict[str, Entity] = {}
    reported: set[str] = set()
    for claim in file.claims:
        for each in people_of(claim):
            if each in facts.entities:
                introduced.setdefault(each, facts.entities[each])
        for form, meant in claim.names.items():
            entity = facts.entities.get(meant) if meant else None
            if entity is None or form in reported:
                continue
            others = _others(form, entity, introduced)
            if others:
                reported.add(form)
                yield _ambiguous(claim, form, entity, others, facts)


def _others(form: str, meant: Entity, introduced: dict[str, Entity]) -> list[Match]:
    """Whom else the form fits as well as the one that is meant."""
    farthest = Fit.WRITTEN if _has_initial(form) else Fit.KNOWN
    own = match(form, meant)
    if own.fit > farthest or own.exact or form == form.lower():
        return []
    others = [match(form, entity) for entity in introduced.values() if entity.id != meant.id]
    return [other for other in others if other.fit <= farthest]


def _has_initial(form: str) -> bool:
    """Whether a part of the name is only its first letter: J. Smith."""
    return any(len(word) == 1 for word in parts(form).words)


def _ambiguous(
    claim: Claim, form: str, meant: Entity, others: list[Match], facts: Facts
) -> Finding:
    names = [meant.name, *(other.entity.name for other in others)]
    either = f"{', '.join(names[:-1])} or {names[-1]}"
    both = "both" if len(names) == 2 else "all of them"
    return finding(
        facts,
        Severity.WARNING,
        f"“{form}” may be {either}: by now the article has introduced {both}.",
        [claim],
        at=claim.key_span("names", form),
        explanation=[f"the claim takes it for {meant.name}"],
        queries=[Query("the author", f"Does “{form}” stand for {either}?")],
    )
