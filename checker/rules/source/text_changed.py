"""The article's text is not the one that the claims were written from.

## What it checks
Whether the digest of the text's bytes is the `sha256` that the article gives.

## Why
A text that was edited silently may have lost what the claims quote. Look at the claims again, then
write the new digest.

## Fires
```yaml
# file: levy.yaml
article:
  title: The levy
  text: levy.txt
  sha256: 0000000000000000000000000000000000000000000000000000000000000000 # finding: warning "changed"
claims: []
# text: levy.txt
The levy brought in 640,000 euros.
```

## Silent
```yaml
# file: levy.yaml
article:
  title: The levy
  text: levy.txt
claims: []
# text: levy.txt
The levy brought in 640,000 euros.
```

## Source
Claim format, `article`, key `sha256`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.model.claim import ClaimFile

_SHOWN = 12  # digits of a digest that tell two texts apart


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """An article whose text has another digest than the claim file says."""
    article, text = file.article, facts.text(file)
    if article is None or text is None or not article.sha256:
        return
    if text.sha256.lower() == article.sha256.lower():
        return
    yield finding(
        facts,
        Severity.WARNING,
        "The article's text has changed since its claims were written.",
        [],
        at=article.span("sha256"),
        explanation=[
            f"digest written down: {article.sha256[:_SHOWN]}…",
            f"digest of the text now: {text.sha256[:_SHOWN]}… ({text.path})",
        ],
        subject=f"{file.id} {text.sha256}",
    )
