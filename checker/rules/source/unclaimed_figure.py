"""A figure of the text that no claim quotes (only when selected).

## What it checks
Every number of an article's text that stands in no claim's quote. Years and days of the month are
left out. It runs only when it is selected (`--select source/unclaimed-figure`).

## Why
What has no claim is not checked. Editors who want every figure covered can see what is missing.

## Fires
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
measures:
  levy: {name: revenue of the levy, kind: flow}
claims:
  - id: revenue
    quote: brought in 640,000 euros
    measure: levy
    value: 640,000 euros
# text-finding: 2 note "85,000"
# text: levy.txt
The levy brought in 640,000 euros in 2011.
It cost 85,000 euros.
```

## Silent
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
measures:
  levy: {name: revenue of the levy, kind: flow}
claims:
  - id: revenue
    quote: brought in 640,000 euros
    measure: levy
    value: 640,000 euros
# text: levy.txt
The levy brought in 640,000 euros in 2011. No one knows more.
```

## Source
Newsrooms' checking practice: every figure of a story is ticked off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.language.mentions import Mention, mentions
from checker.language.passages import find_passage, fold
from checker.model.claim import ClaimFile

SELECTED_ONLY = True

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_AFTER_MONTH = re.compile(rf"{_MONTH} $", re.IGNORECASE)
_BEFORE_MONTH = re.compile(rf"(?:st|nd|rd|th)? {_MONTH}(?![a-z])", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}s?")
_AROUND = 24  # characters shown on either side


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Figures of the article's text outside every quote."""
    text = facts.text(file)
    if text is None:
        return
    folded = fold(text.text)
    covered = _covered(file, text.text)
    for mention in mentions(folded.text):
        start, end = folded.span(mention.start, mention.end)
        if not mention.value or _is_date(mention, folded.text) or _is_one(mention, folded.lower):
            continue
        if any(a <= start and end <= b for a, b in covered):
            continue
        around = " ".join(text.text[max(start - _AROUND, 0) : end + _AROUND].split())
        message = f"No claim quotes this figure: “…{around}…”."
        place = text.span(start, end)
        yield finding(facts, Severity.NOTE, message, [], at=place, subject=f"{file.id} {around}")


def _covered(file: ClaimFile, text: str) -> list[tuple[int, int]]:
    """The spans of the text that claims quote."""
    places = [find_passage(quote, text) for claim in file.claims for quote in claim.quotes]
    return [place for place in places if place]


def _is_date(mention: Mention, text: str) -> bool:
    number = text[mention.start : mention.end]
    if _YEAR.fullmatch(number):
        return True
    if mention.value > 31:
        return False
    before = text[max(mention.start - 12, 0) : mention.start]
    return bool(_AFTER_MONTH.search(before) or _BEFORE_MONTH.match(text, mention.end))


def _is_one(mention: Mention, text: str) -> bool:
    """`one` is a pronoun more often than a number."""
    return text[mention.start : mention.end] == "one"
