"""Something is part of itself, directly or round a circle.

## What it checks

Claims that are part of one another (`part-of`, `rest-of`, `sum-of`), that repeat or correct one
another in a circle, or that are reckoned from themselves (`times`, `change`, `average`, `rate`);
measures that are broader than each other; entities that lie within each other; events declared
within, before or after each other in a circle.

## Why

A part is smaller than its whole, so the circle can never be true, and usually one of its relations
points the wrong way round.

## Fires

```yaml
article: {title: Arrests, published: 2019-05-06}
measures:
  arrests: {name: arrests, kind: flow}
claims:
  - id: city
    measure: arrests
    value: 40 people
    part-of: country
  - id: country
    measure: arrests
    value: 400 people
    part-of: city  # finding: error "“country” is part of “city”, which is part of “country”"
```

```yaml
article: {title: Arrests, published: 2019-05-06}
measures:
  arrests: {name: arrests, kind: flow, broader: detentions}
  detentions: {name: detentions, kind: flow, broader: arrests}  # finding: error "each counted in the other"
claims:
  - id: half
    measure: arrests
    times: {of: half, factor: twice}  # finding: error "reckoned from itself"
  - id: again
    measure: detentions
    value: 40 people
    same-as: again  # finding: error "the same as itself"
```

```yaml
entities:
  harbour: {type: place, name: Harbour, within: town}
  town: {type: place, name: Town, within: harbour}  # finding: error "lies within"
events:
  talks: {after: strike}
  strike: {after: talks}  # finding: error "comes after"
```

## Silent

```yaml
article: {title: Arrests, published: 2019-05-06}
entities:
  harbour: {type: place, name: Harbour, within: town}
  town: {type: place, name: Town}
events:
  talks: {after: strike}
  strike: {before: talks}
measures:
  arrests: {name: arrests, kind: flow}
claims:
  - id: city
    measure: arrests
    value: 40 people
    part-of: country
  - id: rest
    measure: arrests
    value: 360 people
    part-of: country
  - id: country
    measure: arrests
    value: 400 people
    sum-of: [city, rest]
  - id: again
    measure: arrests
    value: 400 people
    same-as: country
```

## Source

Claim format, "claims" and "entities, measures, events".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.facts.circles import circles
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.references import Keys, is_reckoned, reckoned_from
from checker.finding import Finding, Severity
from checker.model.claim import Claim, Figure, Placed

# Each node with the nodes it stands in the relation to, and the keys where that is written.
Edges = Mapping[str, Sequence[tuple[str, Placed, Keys]]]
Figures = Sequence[tuple[Claim, Figure]]


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Every circle of every relation that has none."""
    claims = facts.claims.values()
    figures = [(each, each.asserts) for each in claims if isinstance(each.asserts, Figure)]
    for edges, words in (
        (_parts(facts, figures), "is part of"),
        (_repeated(facts), "repeats"),
        (_corrected(facts), "corrects"),
    ):
        for circle in circles(_bare(edges)):
            yield _among_claims(facts, circle, edges, words)
    yield from _reckoned_from_themselves(facts, figures)
    yield from _same_as_themselves(facts, figures)
    for edges, words in (
        (_broader(facts), "each counted in the other"),
        (_wider_entities(facts), "lies within"),
        (_event_order(facts), "comes after"),
        (_event_wholes(facts), "lies within"),
    ):
        for circle in circles(_bare(edges)):
            yield _among_declared(facts, circle, edges, words)


def _bare(edges: Edges) -> dict[str, list[str]]:
    """The nodes alone; what leads nowhere, as most wholes do, is in no circle."""
    return {
        node: onward
        for node, targets in edges.items()
        if (onward := [target for target, _, _ in targets if target in edges])
    }


def _parts(facts: Facts, figures: Figures) -> Edges:
    """From each part to its whole."""
    edges: dict[str, list[tuple[str, Placed, Keys]]] = defaultdict(list)
    for claim, figure in figures:
        if figure.part_of is not None:
            edges[claim.key].append((figure.part_of, claim, ("part-of",)))
        if figure.rest_of is not None:
            edges[claim.key].append((figure.rest_of, claim, ("rest-of",)))
        for number, part in enumerate(figure.sum_of):
            edges[part].append((claim.key, claim, ("sum-of", number)))
    return {part: wholes for part, wholes in edges.items() if part in facts.claims}


def _repeated(facts: Facts) -> Edges:
    return {
        key: [(claim.repeats, claim, ("repeats",))]
        for key, claim in facts.claims.items()
        if claim.repeats is not None
    }


def _corrected(facts: Facts) -> Edges:
    return {
        key: [(claim.correction.corrects, claim, ("corrects",))]
        for key, claim in facts.claims.items()
        if claim.correction is not None
    }


def _broader(facts: Facts) -> Edges:
    return {m.id: _at(m, "broader", m.broader) for m in facts.measures.values() if m.broader}


def _wider_entities(facts: Facts) -> Edges:
    return {
        e.id: [*_at(e, "part-of", e.part_of), *_at(e, "within", e.within)]
        for e in facts.entities.values()
        if e.part_of or e.within
    }


def _event_order(facts: Facts) -> Edges:
    """From each event to what it comes after."""
    edges: dict[str, list[tuple[str, Placed, Keys]]] = defaultdict(list)
    for event in facts.events.values():
        edges[event.id] += _at(event, "after", event.after)
        for number, later in enumerate(event.before):
            edges[later].append((event.id, event, ("before", number)))
    return edges


def _event_wholes(facts: Facts) -> Edges:
    return {e.id: [(e.within, e, ("within",))] for e in facts.events.values() if e.within}


def _at(owner: Placed, key: str, targets: Iterable[str]) -> list[tuple[str, Placed, Keys]]:
    return [(target, owner, (key, number)) for number, target in enumerate(targets)]


def _reckoned_from_themselves(facts: Facts, figures: Figures) -> Iterator[Finding]:
    for claim, figure in figures:
        if not is_reckoned(figure):
            continue
        keys = next((keys for keys, start in reckoned_from(figure) if start == claim.key), None)
        if keys is not None:
            message = f"“{claim.id}” is reckoned from itself; name the claim that it starts from"
            yield finding(facts, Severity.ERROR, message, [claim], key=keys)


def _same_as_themselves(facts: Facts, figures: Figures) -> Iterator[Finding]:
    """Two claims may each name the other; one that names itself says nothing."""
    for claim, figure in figures:
        if figure.same_as and claim.key in figure.same_as:
            message = f"“{claim.id}” is the same as itself; name the other claim of this figure"
            yield finding(facts, Severity.ERROR, message, [claim], key=("same-as",))


def _among_claims(facts: Facts, circle: Sequence[str], edges: Edges, words: str) -> Finding:
    """At the claim of the circle that stands last, whose relation closes it."""
    steps = _steps(circle, edges)
    last = max(range(len(steps)), key=lambda n: _place(steps[n][1]))
    turned = [*steps[last:], *steps[:last]]
    names = [_short(facts, node, turned[0][0]) for node, _, _ in turned]
    claims = [facts.claims[node] for node, _, _ in turned]
    bearer, keys = turned[0][1], turned[0][2]
    assert isinstance(bearer, Claim)
    claims.sort(key=lambda claim: claim is not bearer)
    message = _chain(names, words)
    return finding(
        facts, Severity.ERROR, message, claims, at=bearer.entry_span(*keys), subject=words
    )


def _among_declared(facts: Facts, circle: Sequence[str], edges: Edges, words: str) -> Finding:
    steps = _steps(circle, edges)
    last = max(range(len(steps)), key=lambda n: _place(steps[n][1]))
    turned = [*steps[last:], *steps[:last]]
    names = [node for node, _, _ in turned]
    if words.startswith("each"):
        joined = " and ".join(f"“{name}”" for name in names)
        message = f"{joined} would be {words}: remove `broader` from one of them"
        if len(names) == 1:
            message = f"“{names[0]}” cannot be broader than itself: remove `broader`"
    else:
        message = _chain(names, words)
    _, owner, keys = turned[0]
    return finding(
        facts,
        Severity.ERROR,
        message,
        [],
        at=owner.entry_span(*keys),
        subject=" ".join(sorted(names)),
    )


def _steps(circle: Sequence[str], edges: Edges) -> list[tuple[str, Placed, Keys]]:
    """Each node of a circle with where it is said that the next one follows."""
    following = [*circle[1:], circle[0]]
    return [
        (node, *next((owner, keys) for target, owner, keys in edges[node] if target == after))
        for node, after in zip(circle, following, strict=True)
    ]


def _place(owner: Placed) -> tuple[str, int, int]:
    return owner.path, *owner.places.own[:2]


def _short(facts: Facts, key: str, beside: str) -> str:
    """A claim's id, with its file where that is another one."""
    claim = facts.claims[key]
    return claim.id if claim.file == facts.claims[beside].file else key


def _chain(names: Sequence[str], words: str) -> str:
    """A circle in words: `“a” is part of “b”, which is part of “a”`."""
    if len(names) == 1:
        return f"“{names[0]}” {words} itself: that cannot be."
    turned = [f"“{name}”" for name in [*names[1:], names[0]]]
    return f"“{names[0]}” {words} {f', which {words} '.join(turned)}: that cannot be."
