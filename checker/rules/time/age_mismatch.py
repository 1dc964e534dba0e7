"""An age does not fit the birth, the date, or another age.

## What it checks

A person of age n on a day was born between n and n + 1 years before it. All ages of one person, the
register's `born`, and events of kind birth have to leave some day of birth.

## Why

Ages are copied from older stories, where they were right.

## Fires

```yaml
article: {title: A chief, published: 2015-12-09}
entities:
  huang: {type: person, name: Huang Yurong, born: 1961}
claims:
  - id: age  # finding: error "age"
    quote: 64-year-old Huang Yurong
    subject: huang
    age: 64
```

## Silent

```yaml
article: {title: A chief, published: 2015-12-09}
entities:
  huang: {type: person, name: Huang Yurong, born: 1951}
claims:
  - id: age
    quote: 64-year-old Huang Yurong
    subject: huang
    age: 64
```

```yaml
article: {title: A chief, published: 2015-12-09}
entities:
  huang: {type: person, name: Huang Yurong, born: 1951}
claims:
  - id: age
    quote: 63-year-old Huang Yurong
    subject: huang
    age: 63
```

## Source

Ages in completed years; a birthday that is not known may fall on either side of the date.
"""

from __future__ import annotations

from checker.facts.dating import day_finding, event_of
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.solve.timeline import DayConflict


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """An age that no day of birth allows."""
    return day_finding(
        facts,
        conflict,
        f"No day of birth fits {event_of(facts, conflict)} and everything else that is given.",
    )
