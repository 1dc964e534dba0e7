"""An id that nothing in the tree has.

## What it checks

Every entity, measure and claim that a file names must be declared somewhere in the tree: entities
and measures in any file, a claim by its id (same file) or as `file#claim`. The nearest id is named.
Events may be used without a declaration; one that nothing else speaks of is reported only where
its id is a likely misprint of another. What an unusable file or claim may declare is not unknown.

## Why

A relation to nothing checks nothing, and a misprint there looks like a clean file.

## Fires

```yaml
article: {title: Buses of Quito, published: 2019-05-06}
measures:
  buses: {name: buses in the city fleet, kind: stock}
claims:
  - id: fleet
    measure: buses
    value: 2,847 buses
  - id: north
    measure: buses
    value: 911 buses
    part-of: flet  # finding: error "did you mean `fleet`"
  - id: south
    measure: bus  # finding: error "did you mean `buses`"
    value: 400 buses
    place: quitto  # finding: error "there is no entity `quitto`"
```

```yaml
# file: a.yaml
article: {title: Trams, published: 2019-05-06}
measures:
  trams: {name: trams in the city fleet, kind: stock}
claims:
  - id: fleet
    measure: trams
    value: 80 trams
    same-as: b#fleet  # finding: error "did you mean `b#all`"
# file: b.yaml
article: {title: More trams, published: 2019-05-07}
claims:
  - id: all
    measure: trams
    value: 80 trams
```

```yaml
article: {title: A strike, published: 2019-05-06}
events:
  strike-end: {after: strike-strat}  # finding: error "did you mean `strike-start`"
claims:
  - id: start
    event: strike-start
    date: 2019-05-01
```

## Silent

```yaml
# file: a.yaml
article: {title: Trams, published: 2019-05-06}
events:
  strike: {after: quarrel}
claims:
  - id: fleet
    measure: trams
    value: 80 trams
    same-as: b#all
    names: {Quito: quito}
# file: b.yaml
article: {title: More trams, published: 2019-05-07}
claims:
  - id: all
    measure: trams
    value: 80 trams
# file: register.yaml
entities:
  quito: {type: place, name: Quito}
measures:
  trams: {name: trams in the city fleet, kind: stock}
```

## Source

Claim format, "Files".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.references import Known, Reference, event_references, references
from checker.finding import Finding, Severity

# The whole tree is searched for what was meant so many times: beyond, something larger is wrong.
HINTS = 200
_BLOCKS = {"entity": "entities", "measure": "measures"}


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every reference of the tree whose target is not there."""
    left_out = {
        (f"{file.id}#{name}" if block == "claims" else name)
        for file in facts.files
        for block, name in file.left_out
    }
    known = Known(
        facts.entities.keys() | left_out,
        facts.measures.keys() | left_out,
        facts.claims.keys() | left_out,
    )
    unknown = [reference for file in facts.files for reference in references(file, known)]
    for number, reference in enumerate(unknown):
        yield from _unknown(facts, reference, with_hint=number < HINTS)
    yield from _misprinted_events(facts)


def _unknown(facts: Facts, reference: Reference, *, with_hint: bool) -> Iterator[Finding]:
    if reference.kind == "claim":
        if reference.target.partition("#")[0] not in facts.unread:
            what, hint = _claim_words(facts, reference, with_hint=with_hint)
            yield _finding(facts, reference, what, hint)
    elif not facts.unread:  # it may stand in a file that could not be read
        known = facts.entities if reference.kind == "entity" else facts.measures
        hint = _nearest(reference.target, known) if with_hint else ""
        what = f"there is no {reference.kind} `{reference.target}`"
        declare = f"declare it under `{_BLOCKS[reference.kind]}`"
        yield _finding(facts, reference, what, hint or declare)


def _claim_words(facts: Facts, reference: Reference, *, with_hint: bool) -> tuple[str, str]:
    """What is missing, the claim or its whole file, and what may be meant."""
    assert reference.claim is not None
    file, _, name = reference.target.partition("#")
    if file not in facts.file_by_id:
        whole = f"there is no file `{file}` in this tree, so no claim `{reference.target}`"
        return whole, _nearest(file, facts.file_by_id) if with_hint else ""
    ids = [claim.id for claim in facts.file_by_id[file].claims]
    if file == reference.claim.file:
        what = f"there is no claim `{name}` in this file"
        return what, _nearest(name, ids) or (_elsewhere(facts, name) if with_hint else "")
    near = get_close_matches(name, ids, n=1, cutoff=0.6) or (ids if len(ids) == 1 else [])
    hint = f"did you mean `{file}#{near[0]}`?" if near else ""
    return f"there is no claim `{name}` in the file `{file}`", hint


def _elsewhere(facts: Facts, name: str) -> str:
    """The one claim of this id in another file."""
    others = [key for key in facts.claims if key.endswith(f"#{name}")]
    return f"did you mean `{others[0]}`?" if len(others) == 1 else ""


def _misprinted_events(facts: Facts) -> Iterator[Finding]:
    """Events that are named once, dated and declared nowhere, and written almost like another."""
    named = [reference for file in facts.files for reference in event_references(file)]
    times = Counter(reference.target for reference in named)
    known = frozenset(facts.event_names.values())
    unknown = [r for r in named if r.target not in known and times[r.target] == 1]
    for reference in unknown[:HINTS]:
        hint = _nearest(reference.target, known, cutoff=0.8)
        if hint:
            what = f"nothing is known of an event `{reference.target}`"
            yield _finding(facts, reference, what, hint)


def _nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    near = get_close_matches(word, sorted(known), n=1, cutoff=cutoff)
    return f"did you mean `{near[0]}`?" if near else ""


def _finding(facts: Facts, reference: Reference, what: str, hint: str) -> Finding:
    claim = reference.claim
    return finding(
        facts,
        Severity.ERROR,
        f"{what[0].upper()}{what[1:]}; {hint}" if hint else f"{what[0].upper()}{what[1:]}.",
        [claim] if claim else [],
        at=reference.owner.entry_span(*reference.keys),
        subject=reference.target,
    )
