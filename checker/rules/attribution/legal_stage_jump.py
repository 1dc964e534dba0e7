"""A legal stage above the one that the other claims allow.

## What it checks
Claims of `legal-stage` about one person and one case (`of`). Criminal: alleged, suspected,
investigated, arrested (detained), charged (indicted), tried, convicted, sentenced; civil:
lawsuit-threatened, lawsuit-filed, lawsuit-tried, then won, lost or settled. A stage is too high
where another claim gives a lower one for the same day or a later one; acquitted, dismissed and
overturned cases may begin again, and beside a conviction on the same day one of the two is wrong.
Without a `period` a claim is dated by its publication; within one article only claims with periods
of their own are compared.

## Why
"Convicted" for "charged" is libel.

## Fires
```yaml
# file: court.yaml
article: {title: Court list, published: 2010-03-18}
entities:
  ilic: {type: person, name: Stefan Ilić}
  bridge-case: {type: other, name: the bridge case}
claims:
  - id: stage
    quote: Stefan Ilić has been charged
    subject: ilic
    attribute: legal-stage
    is: charged
    of: bridge-case
# file: tabloid.yaml
article: {title: The man of the bridge, published: 2010-03-18}
claims:
  - id: stage
    quote: Stefan Ilić, convicted in the bridge case
    subject: ilic
    attribute: legal-stage
    is: convicted # finding: error "charged"
    of: bridge-case
```

## Silent
```yaml
# file: court.yaml
article: {title: Court list, published: 2010-03-18}
entities:
  ilic: {type: person, name: Stefan Ilić}
  bridge-case: {type: other, name: the bridge case}
claims:
  - id: stage
    quote: Stefan Ilić has been charged
    subject: ilic
    attribute: legal-stage
    is: charged
    of: bridge-case
# file: verdict.yaml
article: {title: The verdict, published: 2010-06-02}
claims:
  - id: stage
    quote: Stefan Ilić was convicted; he had been arrested
    subject: ilic
    attribute: legal-stage
    is: convicted
    of: bridge-case
  - id: before
    quote: Stefan Ilić was convicted; he had been arrested
    subject: ilic
    attribute: legal-stage
    is: arrested
    of: bridge-case
    period: 2010-02
```

## Source
A newspaper's correction: a lawsuit was threatened, not filed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.attributes import Held, held, meet, name_of
from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Query, Severity

_CRIMINAL = (
    ("alleged", "accused"),
    ("suspected",),
    ("investigated", "under investigation"),
    ("arrested", "detained"),
    ("charged", "indicted"),
    ("tried", "on trial"),
    ("convicted",),
    ("sentenced",),
)
_CIVIL = (
    ("lawsuit-threatened",),
    ("lawsuit-filed",),
    ("lawsuit-tried",),
    ("lawsuit-won", "lawsuit-lost", "lawsuit-settled"),
)
_LADDERS = (_CRIMINAL, _CIVIL)
_RUNG = {
    stage.replace(" ", "-"): (number, height)
    for number, ladder in enumerate(_LADDERS)
    for height, stages in enumerate(ladder)
    for stage in stages
}
_BOUNDS = re.compile(r"/|\b(?:to|until|till|through|since|between|from)\b")
_OUTCOMES = frozenset(_CIVIL[-1])
_CLEARED = frozenset({"acquitted", "dismissed", "overturned"})
_FOUND_GUILTY = frozenset({"convicted", "sentenced"})


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each claim of a stage above what another allows, with the first such."""
    cases: dict[tuple[str, str | None], list[Held]] = {}
    for each in held(facts):
        if name_of(each.said.attribute) == "legal-stage":
            cases.setdefault((each.said.subject, each.said.of), []).append(each)
    for claims in cases.values():
        claims.sort(key=lambda each: facts.order(each.claim))
        for high in claims:
            low = next((low for low in claims if _jumps(high, low, claims)), None)
            if low:
                yield _jump(facts, high, low)


def _jumps(high: Held, low: Held, claims: list[Held]) -> bool:
    if high is low or not _comparable(high, low):
        return False
    ours, theirs = _stage(high), _stage(low)
    if ours in _FOUND_GUILTY and theirs in _CLEARED:
        return meet(high, low)
    if ours in _OUTCOMES and theirs in _OUTCOMES and ours != theirs:
        return meet(high, low) and claims.index(high) > claims.index(low)
    if not _is_above(ours, theirs) or not _not_before(low, high):
        return False
    return not any(_stage(each) in _CLEARED and _between(each, high, low) for each in claims)


def _stage(each: Held) -> str:
    """The highest of the stages that a claim gives."""
    stages = [name_of(value) for value in each.said.values]
    return max(stages, key=lambda stage: _RUNG.get(stage, (0, -1))[1], default="")


def _is_above(high: str, low: str) -> bool:
    if high not in _RUNG or low not in _RUNG:
        return False
    (ladder, height), (other, lower) = _RUNG[high], _RUNG[low]
    return ladder == other and height > lower


def _comparable(a: Held, b: Held) -> bool:
    if a.claim.file == b.claim.file and not (a.own and b.own):
        return False
    return a.timed and b.timed


def _not_before(low: Held, high: Held) -> bool:
    """Whether the lower stage is claimed for a day on or after the last of the higher one's."""
    if meet(low, high):
        return _ends_no_earlier(low, high)
    return low.first is not None and high.last is not None and low.first > high.last


def _ends_no_earlier(low: Held, high: Held) -> bool:
    """Of stages that meet, the lower may have come first: it must last as long as the higher.

    One that is told of a month or a year (charged in December) need not have lasted to its end.
    """
    if low.own and not _BOUNDS.search(low.said.period or "") and _begins_before(low, high):
        return False
    if low.last is None or high.last is None:
        return low.last is None
    return low.last >= high.last


def _begins_before(low: Held, high: Held) -> bool:
    return low.first is not None and high.first is not None and low.first < high.first


def _between(each: Held, high: Held, low: Held) -> bool:
    """Whether a case was closed after the higher stage and before the lower one."""
    starts = each.first is None or high.first is None or each.first >= high.first
    return starts and (each.first is None or low.last is None or each.first <= low.last)


def _jump(facts: Facts, high: Held, low: Held) -> Finding:
    name = facts.entity_name(high.said.subject)
    ours, theirs = _words(high), _words(low)
    one_article = high.claim.file == low.claim.file
    severity = Severity.ERROR
    if one_article and high.claim.speaker != low.claim.speaker:
        severity = Severity.WARNING
    return finding(
        facts,
        severity,
        f"{name} is given as “{ours}”, but for the same time or later as “{theirs}”.",
        [high.claim, low.claim],
        key=("is",),
        queries=[Query("the court", f"Has {name} been {ours}, or only {theirs}?")],
    )


def _words(each: Held) -> str:
    return _stage(each).replace("lawsuit-", "lawsuit ").replace("-", " ")
