"""A quotation mark of the text without its partner.

## What it checks
The quotation marks of the article's text, in every common style (“English”, "straight", „German“,
«French», »Danish«, 「Chinese」). A quotation that is reopened in each paragraph without being
closed in the one before is a convention; apostrophes, inches and seconds are no quotation marks.

## Why
Where a quotation does not end, nobody can tell whose words the following ones are.

## Fires
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
claims: []
# text-finding: 1 warning "We shall keep it"
# text: levy.txt
“The levy brought in enough,” he said. “We shall keep it.

He left without taking questions.
```

## Silent
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
claims: []
# text: levy.txt
“The levy brought in enough,” he said. “We shall keep it.

“Nobody else’s 12" pipe cost less,” he said. It is 6'2" long.
```

## Source
The Chicago Manual of Style, "Quotations and dialogue", on quotations of several paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.language.quotations import unbalanced
from checker.model.claim import ClaimFile

_SHOWN = 50  # characters of the passage


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Quotation marks of the article's text that are opened or closed alone."""
    text = facts.text(file)
    if text is None:
        return
    for mark in unbalanced(text.text):
        if mark.opens:
            passage = _beginning(text.text[mark.start + 1 :][: 2 * _SHOWN])
            message = f"A quotation is opened here and never closed: “{passage}…”."
        else:
            passage = _ending(text.text[max(mark.start - 2 * _SHOWN, 0) : mark.start])
            message = f"A quotation is closed here that was never opened: “…{passage}”."
        place = text.span(mark.start, mark.start + 1)
        yield finding(facts, Severity.WARNING, message, [], at=place, subject=passage)


def _beginning(passage: str) -> str:
    """The first whole words, up to the line's end."""
    line = passage.lstrip().split("\n", 1)[0]
    return line if len(line) <= _SHOWN else line[:_SHOWN].rpartition(" ")[0] or line[:_SHOWN]


def _ending(passage: str) -> str:
    """The last whole words, from the line's beginning."""
    line = passage.rsplit("\n", 1)[-1]
    return line if len(line) <= _SHOWN else line[-_SHOWN:].partition(" ")[2] or line[-_SHOWN:]
