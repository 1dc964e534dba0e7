"""One direct quotation, two speakers.

## What it checks
Claims with `direct: true` and a speaker, in all files: the same words (four or more), or words that
stand whole in the other's quotation (six or more), said by another speaker. It is none where a
claim `repeats` another, or where one speaker belongs to the other (a spokesman and the ministry).

## Why
Somebody did not say it.

## Fires
```yaml
# file: first.yaml
article: {title: The levy, published: 2012-11-27}
entities:
  novak: {type: person, name: Ana Novak}
  horvat: {type: person, name: Jan Horvat}
claims:
  - id: keep
    quote: We shall keep the levy for years
    speaker: novak
    direct: true
# file: second.yaml
article: {title: The levy stays, published: 2012-11-28}
claims:
  - id: keep
    quote: we shall keep the levy for years
    speaker: horvat # finding: error "Ana Novak"
    direct: true
```

## Silent
```yaml
# file: first.yaml
article: {title: The levy, published: 2012-11-27}
entities:
  city: {type: organization, name: City of Maribor}
  novak: {type: person, name: Ana Novak, part-of: city}
  horvat: {type: person, name: Jan Horvat}
claims:
  - id: keep
    quote: We shall keep the levy for years
    speaker: novak
    direct: true
# file: second.yaml
article: {title: The levy stays, published: 2012-11-28}
claims:
  - id: city
    quote: We shall keep the levy for years
    speaker: city
    direct: true
  - id: repeated
    quote: We shall keep the levy for years
    speaker: horvat
    direct: true
    repeats: first#keep
```

## Source
Newspaper corrections that give a quotation back to its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.utterances import Utterance, utterances
from checker.finding import Finding, Query, Severity

_SAME_WORDS = 4
_SHARED_WORDS = 6


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each direct quotation that an earlier claim gives to somebody else."""
    seen: dict[tuple[str, ...], list[Utterance]] = {}
    for said in sorted(utterances(facts), key=lambda each: facts.order(each.claim)):
        keys = list(_keys(said.words))
        rivals = (other for key in keys for other in seen.get(key, ()))
        rival = next((other for other in rivals if _clash(said, other, facts)), None)
        if rival:
            yield _mismatch(facts, said, rival)
        for key in keys:
            owners = seen.setdefault(key, [])
            if all(owner.claim.speaker != said.claim.speaker for owner in owners):
                owners.append(said)


def _keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The whole quotation, and every run of six words of it."""
    if len(words) >= _SAME_WORDS:
        yield words
    for at in range(len(words) - _SHARED_WORDS + 1):
        yield words[at : at + _SHARED_WORDS]


def _clash(a: Utterance, b: Utterance, facts: Facts) -> bool:
    ours, theirs = a.claim, b.claim
    if ours.speaker == theirs.speaker or ours.repeats or theirs.repeats:
        return False
    above = facts.entities_above(ours.speaker), facts.entities_above(theirs.speaker)
    if ours.speaker in above[1] or theirs.speaker in above[0]:
        return False
    return a.holds(b) or b.holds(a)


def _mismatch(facts: Facts, said: Utterance, rival: Utterance) -> Finding:
    ours, theirs = facts.speaker(said.claim), facts.speaker(rival.claim)
    return finding(
        facts,
        Severity.ERROR,
        f"The same words are given to {ours} and to {theirs}.",
        [said.claim, rival.claim],
        key=("speaker",),
        queries=[Query(ours, f"Did you say this, or did {theirs}?")],
    )
