"""One utterance in two wordings.

## What it checks
Claims with `direct: true` of one speaker whose words are nearly the same: at least three in four,
in the same order, of five words or more. It is none where one is a part of the other, or where both
give a day (`said`) and the days differ.

## Why
Between quotation marks stand the very words. Two wordings cannot both be.

## Fires
```yaml
# file: first.yaml
article: {title: The debate, published: 2008-02-28}
entities:
  vidal: {type: person, name: Gore Vidal}
  buckley: {type: person, name: William Buckley}
claims:
  - id: insult
    quote: stop calling me a crypto-fascist or I will go
    speaker: buckley
    direct: true
# file: second.yaml
article: {title: The debate again, published: 2008-03-01}
claims:
  - id: insult
    quote: stop calling me a crypto-Nazi or I will go # finding: warning "crypto-Nazi"
    speaker: buckley
    direct: true
```

## Silent
```yaml
# file: first.yaml
article: {title: The debate, published: 2008-02-28}
entities:
  buckley: {type: person, name: William Buckley}
claims:
  - id: insult
    quote: stop calling me a crypto-Nazi or I will go
    speaker: buckley
    direct: true
  - id: other
    quote: I have nothing to say about the war tonight
    speaker: buckley
    direct: true
# file: second.yaml
article: {title: The debate again, published: 2008-03-01}
claims:
  - id: insult
    quote: “Stop calling me a crypto-Nazi”
    speaker: buckley
    direct: true
```

## Source
A newspaper's correction of "crypto-fascist" to "crypto-Nazi".
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.utterances import Utterance, utterances
from checker.finding import Finding, Query, Severity

_LEAST_WORDS = 5
_LEAST_LIKENESS = 0.75  # of the words, as difflib counts them
_RUN = 3  # words in a row that near-twins share
_MOST_COMPARED = 50


def check_tree(facts: Facts) -> Iterator[Finding]:
    """Each direct quotation that an earlier claim words otherwise, with the nearest such."""
    by_run: dict[tuple[str | None, tuple[str, ...]], list[Utterance]] = {}
    for said in sorted(utterances(facts), key=lambda each: facts.order(each.claim)):
        runs = [(said.claim.speaker, run) for run in _runs(said.words)]
        earlier = {
            other.claim.key: other for run in runs for other in by_run.get(run, ())[:_MOST_COMPARED]
        }
        variants = [other for other in earlier.values() if _is_variant(said, other, facts)]
        if variants:
            yield _variant(facts, said, max(variants, key=lambda other: _likeness(said, other)))
        for run in runs:
            by_run.setdefault(run, []).append(said)


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    if len(words) < _LEAST_WORDS:
        return set()
    return {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}


def _is_variant(a: Utterance, b: Utterance, facts: Facts) -> bool:
    if _on_other_days(a, b, facts) or _likeness(a, b) < _LEAST_LIKENESS:
        return False
    return not a.agrees(b)


def _likeness(a: Utterance, b: Utterance) -> float:
    return SequenceMatcher(None, a.words, b.words, autojunk=False).ratio()


def _on_other_days(a: Utterance, b: Utterance, facts: Facts) -> bool:
    """Whether both claims give a day for it, and not the same."""
    if a.claim.said is None or b.claim.said is None:
        return False
    ours, theirs = facts.reference(a.claim), facts.reference(b.claim)
    return ours is not None and theirs is not None and ours.days != theirs.days


def _variant(facts: Facts, said: Utterance, other: Utterance) -> Finding:
    speaker = facts.speaker(said.claim)
    ours, theirs = _differences(said.words, other.words)
    return finding(
        facts,
        Severity.WARNING,
        f"{speaker} is quoted in two wordings: “{ours}” and “{theirs}”.",
        [said.claim, other.claim],
        key=("quote",),
        queries=[Query(speaker, f"Did you say “{ours}” or “{theirs}”?")],
    )


def _differences(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str]:
    """The stretch of words from the first that differs to the last."""
    start = next(
        i for i in range(max(len(ours), len(theirs))) if ours[i : i + 1] != theirs[i : i + 1]
    )
    end = 0
    shortest = min(len(ours), len(theirs)) - start
    while end < shortest and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    start = max(start - 1, 0)
    return " ".join(ours[start : len(ours) - end]), " ".join(theirs[start : len(theirs) - end])
