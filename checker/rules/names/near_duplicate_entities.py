"""Two entities of the register that are probably one.

## What it checks
Two entities of the same type with the same name, its parts in another order, or one letter apart in
a long name, unless the register says `distinct-from` or tells them apart: other names in their own
script, other days of birth, other places or bodies that they belong to.

## Why
Claims about one person under two ids never contradict each other.

## Fires
```yaml
# file: register.yaml
entities:
  huang-yurong: {type: person, name: Huang Yurong}
  yurong-huang: {type: person, name: Yurong Huang} # finding: warning "Huang Yurong"
```

## Silent
```yaml
# file: register.yaml
entities:
  wang-wei: {type: person, name: Wang Wei, born: 1964}
  wang-wei-poet: {type: person, name: Wang Wei, born: 0699}
  wang-mei: {type: person, name: Wang Mei}
  li-na: {type: person, name: Li Na, distinct-from: [li-na-singer]}
  li-na-singer: {type: person, name: Li Na}
```

## Source
Claim format, `entities`, key `distinct-from`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import told_apart
from checker.finding import Finding, Severity
from checker.language.names.fold import words
from checker.language.names.mandarin import is_pinyin
from checker.model.claim import Entity

_LONG = 10  # letters of a name in which one slip is more likely than another person


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each entity that an earlier one of the register resembles, with the first such."""
    seen: set[str] = set()
    for earlier, later, slips in facts.near_names:
        if earlier.alias is not None or later.alias is not None or later.entity.id in seen:
            continue
        if _are_twins(later.entity, earlier.entity, slips):
            seen.add(later.entity.id)
            yield _duplicate(facts, later.entity, earlier.entity)


def _are_twins(a: Entity, b: Entity, slips: int) -> bool:
    if a.type != b.type or told_apart(a, b) or _differ(a, b):
        return False
    return slips == 0 or _is_slip(a.name, b.name)


def _differ(a: Entity, b: Entity) -> bool:
    """Whether what else the register says of the two makes them two."""
    ours, theirs = (
        (each.native, each.born, each.died, each.date, each.within, each.part_of) for each in (a, b)
    )
    return any(one and other and one != other for one, other in zip(ours, theirs, strict=True))


def _is_slip(a: str, b: str) -> bool:
    """One letter in a long name; of names in pinyin nearly every slip is another name."""
    ours, theirs = words(a), words(b)
    if min(len("".join(ours)), len("".join(theirs))) < _LONG or any(
        map(str.isdigit, ours + theirs)
    ):
        return False
    return not all(is_pinyin(word) for word in (*ours, *theirs))


def _duplicate(facts: Facts, entity: Entity, other: Entity) -> Finding:
    return finding(
        facts,
        Severity.WARNING,
        f"{entity.name} and {other.name} are registered as two, but are probably one.",
        [],
        at=entity.span("name"),
        explanation=[
            f"{other.name} stands in {other.path}, line {other.span().line}",
            "where they are two, say so with distinct-from",
        ],
        subject=" ".join(sorted((entity.id, other.id))),
    )
