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

from checker.facts.dating import day_finding, event_of, words_of
from checker.facts.day_conflicts import bearer_of_days
from checker.facts.facts import Facts
from checker.finding import Finding
from checker.language.days import write_days
from checker.model.claim import Age
from checker.solve.timeline import DayConflict


def describe(conflict: DayConflict, facts: Facts) -> Finding:
    """An age that no day of birth allows."""
    rest = f"No day of birth fits {event_of(facts, conflict)} and everything else that is given."
    return day_finding(facts, conflict, _two(facts, conflict) or rest)


def _two(facts: Facts, conflict: DayConflict) -> str | None:
    """Two ages, or one and the birth that the register has, side by side."""
    claims = bearer_of_days(facts, conflict)[::-1]
    ages = [claim.asserts for claim in claims if isinstance(claim.asserts, Age)]
    known = [bound for bound in conflict.bounds if bound.register and bound.source]
    born = [f"born {write_days(b.days)}" for b in known if b.source.endswith(" born")]
    if len(ages) != len(claims) or len(claims) + len(known) != 2 or len(born) != len(known):
        return None
    days = {b.source: f" on {write_days(b.days)}" for b in conflict.bounds if not b.register}
    said = [f"“{words_of(claim)}”{days.get(claim.key, '')}" for claim in claims]
    name = facts.entity_name(ages[0].subject)
    if born:
        return f"The age of {name} does not fit the day of birth: {said[0]}, {born[0]}."
    return f"The ages of {name} do not fit one another: {said[0]} and {said[1]}."
