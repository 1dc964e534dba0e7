"""Article texts that were not found, so that quotes could not be compared with them.

## What it checks
Whether the text of each article with claims was found: under its `text` path, or by its `sha256`
in a folder given with `--texts`. It says so once a run.

## Why
Most newsrooms may not redistribute texts. A run without them is useful, but it has not seen whether
the quotes are true to the text, and that must not look like a clean result.

## Fires
```yaml
# file: first.yaml
article: {title: The levy} # finding: note "2 articles"
measures:
  levy: {name: revenue of the levy, kind: flow}
claims:
  - id: revenue
    quote: 640,000 euros
    measure: levy
    value: 640,000 euros
# file: second.yaml
article: {title: The levy again, text: nowhere.txt}
claims:
  - id: revenue
    quote: 640,000 euros
    measure: levy
    value: 640,000 euros
```

## Silent
```yaml
# file: first.yaml
article: {title: The levy, text: levy.txt}
measures:
  levy: {name: revenue of the levy, kind: flow}
claims:
  - id: revenue
    quote: 640,000 euros
    measure: levy
    value: 640,000 euros
# text: levy.txt
The levy brought in 640,000 euros.
```

## Source
Claim format, `article`, keys `text` and `sha256`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity


def check_tree(facts: Facts) -> Iterator[Finding]:
    """One note for all articles whose text was not found, at the first of them."""
    missing = [
        file.article
        for file in facts.files
        if file.article and file.claims and facts.text(file) is None
    ]
    if not missing:
        return
    number = "1 article" if len(missing) == 1 else f"{len(missing)} articles"
    yield finding(
        facts,
        Severity.NOTE,
        f"The text of {number} was not found: quotes were not compared with it.",
        [],
        at=missing[0].span(),
        explanation=["to compare them, name the folder of the texts: --texts FOLDER"],
        subject="texts",
    )
