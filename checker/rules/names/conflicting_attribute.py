"""Two attributes of one entity that cannot both hold.

## What it checks
Two birthplaces, genders or kinds of one entity: an error, whenever they are said. Between
articles, where the periods meet (without one, the days of publication): two nationalities, one title in two organizations, two
ranks of one title (director, deputy director) in one organization, two values of any other
attribute: a warning. Values of which one contains the other agree, by their words, or by the
register's `within` and `part-of`; of two lists, one value in common is enough. Legal stages are
`attribution/legal-stage-jump`.

## Why
A helicopter that is a fixed-wing gunship in the next article is a mistake in one of the two.

## Fires
```yaml
# file: glossary.yaml
article: {title: Aircraft of the war, published: 2001-10-20}
entities:
  ac-130: {type: other, name: AC-130}
claims:
  - id: kind
    quote: the AC-130, a fixed-wing gunship
    subject: ac-130
    attribute: kind
    is: fixed-wing gunship # finding: error "helicopter"
# file: raid.yaml
article: {title: Night raid, published: 2001-10-17}
claims:
  - id: kind
    quote: an AC-130 helicopter circled
    subject: ac-130
    attribute: kind
    is: helicopter
```

```yaml
# file: first.yaml
article: {title: A new office, published: 2015-12-09}
entities:
  liu: {type: person, name: Liu Dong}
  department: {type: organization, name: Economic Investigation Department}
claims:
  - id: role
    quote: Liu Dong, director of the department
    subject: liu
    attribute: role
    is: director
    of: department
# file: second.yaml
article: {title: A new director, published: 2015-12-09}
claims:
  - id: role
    quote: Liu Dong, its deputy director
    subject: liu
    attribute: role
    is: deputy director # finding: warning "deputy director"
    of: department
```

## Silent
```yaml
# file: first.yaml
article: {title: A new office, published: 2009-12-09}
entities:
  liu: {type: person, name: Liu Dong}
  department: {type: organization, name: Economic Investigation Department}
  henan: {type: place, name: Henan}
  zhengzhou: {type: place, name: Zhengzhou, within: henan}
claims:
  - id: role
    quote: Liu Dong, deputy director of the department
    subject: liu
    attribute: role
    is: deputy director
    of: department
  - id: born
    quote: born in Henan
    subject: liu
    attribute: birthplace
    is: henan
# file: second.yaml
article: {title: A new director, published: 2015-12-09}
claims:
  - id: role
    quote: Liu Dong, its director
    subject: liu
    attribute: role
    is: director
    of: department
  - id: born
    quote: born in Zhengzhou
    subject: liu
    attribute: birthplace
    is: zhengzhou
```

## Source
A newspaper's correction: an AC-130 is not a helicopter.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.attributes import Held, agree, any_agree, held, meet, name_of, names_of
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Query, Severity

_TIMELESS = frozenset({"birthplace", "gender", "kind"})
_RANKS = frozenset(
    {"deputy", "vice", "assistant", "associate", "junior", "senior", "chief", "executive", "former"}
    | {"ex", "first", "second", "third", "under", "sub", "lead", "principal", "general"}
)
_STAND_INS = frozenset({"acting", "interim"})


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each attribute that contradicts an earlier one of the same entity, with the first such."""
    groups: dict[tuple[str, str], list[Held]] = {}
    for each in held(facts):
        groups.setdefault((each.said.subject, name_of(each.said.attribute)), []).append(each)
    for (_, attribute), claims in groups.items():
        if attribute == "legal-stage":
            continue
        claims.sort(key=lambda each: facts.order(each.claim))
        for later, earlier in _contradictions(attribute, claims, facts):
            yield _conflict(facts, attribute, later, earlier)


def _contradictions(
    attribute: str, claims: list[Held], facts: Facts
) -> Iterator[tuple[Held, Held]]:
    """Each claim with the first one before it that it contradicts.

    Claims of one value never contradict one another: only distinct values are compared.
    """
    by_value: dict[tuple[object, ...], list[Held]] = {}
    disagree: dict[tuple[object, ...], bool] = {}
    for later in claims:
        value = (later.said.values, later.said.of)
        found = []
        for other, earlier in by_value.items():
            pair = (value, other)
            if pair not in disagree:
                disagree[pair] = value != other and _disagree(attribute, earlier[0], later, facts)
            if disagree[pair]:
                found.append(next((e for e in earlier if _compared(attribute, e, later)), None))
        first = min((e for e in found if e), key=lambda e: facts.order(e.claim), default=None)
        if first is not None:
            yield later, first
        by_value.setdefault(value, []).append(later)


def _compared(attribute: str, a: Held, b: Held) -> bool:
    """Whether two claims speak of one time: timeless attributes always do."""
    return attribute in _TIMELESS or (a.claim.file != b.claim.file and meet(a, b))


def _disagree(attribute: str, a: Held, b: Held, facts: Facts) -> bool:
    if attribute == "role":
        return _roles_conflict(a, b, facts)
    return not any_agree(a.said, b.said, facts, attribute)


def _roles_conflict(a: Held, b: Held, facts: Facts) -> bool:
    ours, theirs = a.said.of, b.said.of
    titles = [(one, other) for one in a.said.values for other in b.said.values]
    if ours is None or theirs is None:
        return False
    if agree(ours, theirs, facts):
        return all(_are_ranks(one, other, facts) for one, other in titles)
    return any(_title(one, facts) == _title(other, facts) for one, other in titles)


def _title(value: str, facts: Facts) -> tuple[str, ...]:
    found = names_of(value, facts)
    return found[0] if found else ()


def _are_ranks(one: str, other: str, facts: Facts) -> bool:
    """Whether two titles are one with different words of rank before it."""
    ours, theirs = _title(one, facts), _title(other, facts)
    if ours == theirs or _STAND_INS & {*ours, *theirs}:
        return False
    return _base(ours) == _base(theirs)


def _base(title: tuple[str, ...]) -> tuple[str, ...]:
    place = next((at for at, word in enumerate(title[:-1]) if word not in _RANKS), len(title) - 1)
    return title[place:]


def _conflict(facts: Facts, attribute: str, later: Held, earlier: Held) -> Finding:
    name = facts.entity_name(later.said.subject)
    ours, theirs = _said(later, facts), _said(earlier, facts)
    severity = Severity.ERROR if attribute in _TIMELESS else Severity.WARNING
    one_article = later.claim.file == earlier.claim.file
    if one_article and later.claim.speaker != earlier.claim.speaker:
        severity = Severity.WARNING
    question = f"Is the {attribute.replace('-', ' ')} of {name} {ours} or {theirs}?"
    return finding(
        facts,
        severity,
        f"The {attribute.replace('-', ' ')} of {name} cannot be both {ours} and {theirs}.",
        [later.claim, earlier.claim],
        key=("is",),
        queries=[Query(name, question)],
    )


def _said(each: Held, facts: Facts) -> str:
    values = " and ".join(facts.entity_name(value) for value in each.said.values)
    return f"“{values}”" + (f" of {facts.entity_name(each.said.of)}" if each.said.of else "")
