"""An entity, measure or event is defined twice, differently.

## What it checks

The same id may be declared in several files as long as all say the same; `note` does not count.
The finding stands at the later declaration, at the key that differs. The first one holds.

## Why

Claims of two articles would be compared by a register that means two things.

## Fires

```yaml
# file: a.yaml
measures:
  returned: {name: fugitives returned, kind: flow}
entities:
  li: {type: person, name: Li Ming, aliases: [Mr Li, Director Li]}
# file: b.yaml
measures:
  returned: {name: fugitives returned, kind: toll}  # finding: error "`kind` is “flow” there and “toll” here"
entities:
  li: {type: person, name: Li Ming, aliases: [Mr Li]}  # finding: error "`aliases`"
```

```yaml
# file: a.yaml
events:
  flight: {kind: other, after: [audit]}
# file: b.yaml
events:
  flight: {}  # finding: error "`after` is “audit” there and not given here"
```

## Silent

```yaml
# file: a.yaml
measures:
  returned: {name: fugitives returned, kind: flow, note: our own count}
entities:
  li: {type: person, name: Li Ming, aliases: [Mr Li, Director Li]}
# file: b.yaml
measures:
  returned: {name: fugitives returned, kind: flow}
entities:
  li: {type: person, name: Li Ming, aliases: [Director Li, Mr Li]}
```

## Source

Claim format, "entities, measures, events, rates": they hold for every file of the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.model.claim import Entity, Event, Measure

Declared = Entity | Measure | Event

_NOT_COMPARED = frozenset({"path", "places", "note"})


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every later declaration that differs from the first of its id."""
    first: dict[tuple[type[Declared], str], Declared] = {}
    for file in facts.files:
        blocks: tuple[Sequence[Declared], ...] = (file.entities, file.measures, file.events)
        for block in blocks:
            for declared in block:
                known = first.setdefault((type(declared), declared.id), declared)
                key = None if known is declared else _difference(known, declared)
                if key is not None:
                    yield _finding(facts, known, declared, key)


def _difference(known: Declared, later: Declared) -> str | None:
    """The first field in which two declarations differ."""
    for name in known.__struct_fields__:
        if name not in _NOT_COMPARED:
            one, other = getattr(known, name), getattr(later, name)
            if _comparable(one) != _comparable(other):
                return name
    return None


def _comparable(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


def _finding(facts: Facts, known: Declared, later: Declared, name: str) -> Finding:
    key = name.replace("_", "-")
    there, here = _words(getattr(known, name)), _words(getattr(later, name))
    kind = type(later).__name__.lower()
    first = known.span()
    message = (
        f"The {kind} `{later.id}` is defined differently in {first.path}, line {first.line}: "
        f"`{key}` is {there} there and {here} here."
    )
    return finding(
        facts, Severity.ERROR, message, [], at=later.entry_span(key), subject=f"{later.id} {key}"
    )


def _words(value: object) -> str:
    if isinstance(value, tuple):
        value = ", ".join(value)
    return f"“{value}”" if value else "not given"
