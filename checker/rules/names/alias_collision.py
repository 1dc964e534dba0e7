"""A form that the register gives to two entities.

## What it checks
Names and aliases of the register, whatever the file: an alias that is also an alias or the name of
another entity of the same sort. Two entities that only share their name are
`names/near-duplicate-entities`; where the register says `distinct-from`, a name that is another's
alias is taken for known.

## Why
An alias is accepted without a finding. One that fits two lets every mix-up of them through.

## Fires
```yaml
# file: football.yaml
entities:
  football-association: {type: organization, name: Football Association, aliases: [the FA]}
  premier-league:
    type: organization
    name: Premier League
    aliases: [the FA] # finding: error "the FA"
```

## Silent
```yaml
# file: football.yaml
entities:
  football-association: {type: organization, name: Football Association, aliases: [the FA]}
  premier-league: {type: organization, name: Premier League, aliases: [the top flight]}
```

## Source
Claim format, `entities`, key `aliases`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import comparable, registered, told_apart
from checker.finding import Finding, Severity
from checker.language.names.fold import fold
from checker.model.claim import Entity


class _Form(NamedTuple):
    """A name (`alias` is None) or the alias of that number."""

    entity: Entity
    words: str
    alias: int | None


def check_tree(facts: Facts) -> Iterator[Finding]:
    """One finding for each alias that an earlier entity of the register bears already."""
    first: dict[str, list[_Form]] = {}
    for entity in registered(facts):
        for form in _forms(entity):
            owners = first.setdefault(_key(form.words), [])
            rival = next((owner for owner in owners if _collide(owner, form)), None)
            if rival:
                yield _collision(facts, rival, form)
            if all(owner.entity.id != entity.id for owner in owners):
                owners.append(form)


def _forms(entity: Entity) -> Iterator[_Form]:
    yield _Form(entity, entity.name, None)
    for number, alias in enumerate(entity.aliases):
        yield _Form(entity, alias, number)


def _key(words: str) -> str:
    return fold(words).removeprefix("the ")


def _collide(a: _Form, b: _Form) -> bool:
    if not comparable(a.entity, b.entity):
        return False
    if a.alias is None or b.alias is None:
        both_names = a.alias is None and b.alias is None
        return not both_names and not told_apart(a.entity, b.entity)
    return True


def _collision(facts: Facts, rival: _Form, form: _Form) -> Finding:
    owner = form if form.alias is not None else rival
    ids = " ".join(sorted((rival.entity.id, form.entity.id)))
    return finding(
        facts,
        Severity.ERROR,
        f"“{form.words}” stands for both {rival.entity.name} and {form.entity.name}.",
        [],
        at=owner.entity.span("aliases", owner.alias or 0),
        explanation=[_where(rival), _where(form)],
        subject=f"{ids} {_key(form.words)}",
    )


def _where(form: _Form) -> str:
    sort = "name" if form.alias is None else "alias"
    return f"{sort} of {form.entity.name} ({form.entity.path}, line {form.entity.span().line})"
