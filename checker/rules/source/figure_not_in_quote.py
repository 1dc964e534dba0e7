"""A figure, age or date of a claim that its quote does not contain.

## What it checks
The value of a claim (also its `share`, its restatements, an age, the date of an event) must stand
in its quote, in any spelling: digits or words, `1.2 billion` or `1,200 million`, `8亿` or `800
million`, `one in eight` or `12.5 percent`. Words that hedge are read through; a date is contained
where words of the quote come to that day. A claim without a value has nothing to check.

## Why
A slip between reading and typing puts words into the article's mouth.

## Fires
```yaml
# file: curator.yaml
article: {title: A new curator, published: 2016-05-22}
entities:
  ilse-brandt: {type: person, name: Ilse Brandt}
claims:
  - id: age
    quote: Ilse Brandt, who is still 45
    subject: ilse-brandt
    age: 46 # finding: error "46"
```

```yaml
# file: obituary.yaml
article: {title: Ruth Alder, published: 1993-01-09}
claims:
  - id: died
    quote: Ruth Alder, who died on December 28, 1992
    event: alder-death
    date: 1993-01-04 # finding: error "1993-01-04"
```

## Silent
```yaml
# file: curator.yaml
article: {title: A new curator, published: 2016-05-22}
entities:
  ilse-brandt: {type: person, name: Ilse Brandt}
measures:
  visitors: {name: visitors a year, kind: flow}
claims:
  - id: age
    quote: the forty-five-year-old Ilse Brandt
    subject: ilse-brandt
    age: 45
  - id: visitors
    quote: about 1.2 million visitors last year
    measure: visitors
    value: about 1,200 thousand visitors
    period: last year
  - id: opened
    quote: opened on Friday
    event: opening
    date: 2016-05-20
```

## Source
Newspaper corrections of the kind "is still 45; we said 46".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.quotes import is_anchored, is_readable, joined_quote, mismatches
from checker.finding import Finding, Severity
from checker.language.containment import Verdict, compare
from checker.language.dated import contains_date
from checker.model.claim import ClaimFile, Happening


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Claims whose figure, age or date is not in their quote."""
    for each in mismatches(file, facts, Verdict.ABSENT):
        message = f"The claim says “{each.words}”, which its quote does not: “{each.quote}”."
        yield finding(facts, Severity.ERROR, message, [each.claim], key=each.keys)
    yield from _dates(file, facts)


def _dates(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    for claim in file.claims:
        said = claim.asserts
        if not isinstance(said, Happening) or said.date is None or not claim.quotes:
            continue
        read = partial(facts.read_date, claim, planned=said.planned)
        quote = joined_quote(claim)
        if not is_readable(quote, file) or contains_date(said.date, quote, read, facts.observances):
            continue
        if said.lasts and compare(said.lasts, quote).verdict is Verdict.SAME:
            continue  # "the 74-day war": the date only says which
        if is_anchored(claim, file, facts):
            message = f"The claim dates it “{said.date}”, but no words of its quote come to that: “{quote}”."
            yield finding(facts, Severity.ERROR, message, [claim], key=("date",))
