"""A quote that is not in the article's text.

## What it checks
Each span of a claim's `quote` must stand in the article's text, word for word. `…` stands for
words left out. Typographic quotation marks, dashes, spaces, ligatures, soft hyphens and the case of
a letter at the start of a sentence do not count. Words and figures must be whole: `200 people` does
not stand in `1,200 people`.

## Why
Everything else rests on the quote. One that is not in the text was mistyped, or the text was
changed after the claim was written.

## Fires
```yaml
# file: returned.yaml
article: {title: Brought home, published: 2016-01-14, text: returned.txt}
measures:
  persuaded: {name: people persuaded to return, kind: flow}
claims:
  - id: persuaded
    quote: Around 30 of them were persuaded # finding: error "Around [-300-]{+30+} of them were persuaded"
    measure: persuaded
    value: around 30
# text: returned.txt
Around 300 of them were persuaded to return, the ministry said.
```

## Silent
```yaml
# file: returned.yaml
article: {title: Brought home, published: 2016-01-14, text: returned.txt}
measures:
  persuaded: {name: people persuaded to return, kind: flow}
claims:
  - id: persuaded
    quote: "around 300 of them … the ministry's “plan”"
    measure: persuaded
    value: around 300
# text: returned.txt
Around 300 of them were persuaded to return under the ministry’s "plan".
```

## Source
Claim format, `claims`, key `quote`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.quotes import missing_quote
from checker.finding import Finding, Severity
from checker.language.passages import nearest_passage
from checker.model.claim import Claim, ClaimFile
from checker.model.text import ArticleText


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Claims whose quote their article's text does not hold."""
    text = facts.text(file)
    if text is None:
        return
    for claim in file.claims:
        missing = missing_quote(claim, text.text)
        if missing:
            yield _not_found(claim, missing, text, facts)


def _not_found(claim: Claim, missing: tuple[int, str], text: ArticleText, facts: Facts) -> Finding:
    number, quote = missing
    place = claim.span("quote", number)
    nearest = nearest_passage(quote, text.text)
    if nearest is None:
        message = "The quote is not in the text, and nothing there is like it."
        return finding(facts, Severity.ERROR, message, [claim], at=place)
    line = text.span(nearest.start, nearest.end).line
    return finding(
        facts,
        Severity.ERROR,
        f"The quote is not in the text; the nearest passage reads: “{nearest.marked}”.",
        [claim],
        at=place,
        explanation=[
            f"the text, line {line}: “{text.text[nearest.start : nearest.end]}”",
            f"the quote: “{quote}”",
            "in the passage, [-…-] is only in the text and {+…+} only in the quote",
        ],
    )
