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

from collections import Counter
from collections.abc import Iterable, Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import comparable, told_apart
from checker.facts.neighbours import Registered
from checker.finding import Finding, Severity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """One finding for each alias that an earlier entity of the register bears already."""
    for names in _borne_by_several(facts):
        owners: list[Registered] = []
        for name in names:
            rival = next((owner for owner in owners if _collide(owner, name)), None)
            if rival:
                yield _collision(facts, rival, name)
            if all(owner.entity.id != name.entity.id for owner in owners):
                owners.append(name)


def _borne_by_several(facts: Facts) -> Iterable[list[Registered]]:
    keys = [_key(name) for name in facts.names]
    times = Counter(keys)
    several: dict[str, list[Registered]] = {}
    for key, name in zip(keys, facts.names, strict=True):
        if times[key] > 1:
            several.setdefault(key, []).append(name)
    return several.values()


def _key(name: Registered) -> str:
    return name.key.removeprefix("the ")


def _collide(a: Registered, b: Registered) -> bool:
    if not comparable(a.entity, b.entity):
        return False
    if a.alias is None or b.alias is None:
        both_names = a.alias is None and b.alias is None
        return not both_names and not told_apart(a.entity, b.entity)
    return True


def _collision(facts: Facts, rival: Registered, form: Registered) -> Finding:
    owner = form if form.alias is not None else rival
    ids = " ".join(sorted((rival.entity.id, form.entity.id)))
    return finding(
        facts,
        Severity.ERROR,
        f"“{form.words}” stands for both {rival.entity.name} and {form.entity.name}.",
        [],
        at=owner.entity.span("aliases", owner.alias or 0),
        explanation=[_where(rival), _where(form)],
        subject=f"{ids} {_key(form)}",
    )


def _where(form: Registered) -> str:
    sort = "name" if form.alias is None else "alias"
    return f"{sort} of {form.entity.name} ({form.entity.path}, line {form.entity.span().line})"
