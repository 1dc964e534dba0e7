"""A speaker whom the article's text never names.

## What it checks
Whether any form of a claim's speaker stands in the text: the name, an alias, the name in its own
script, a form under `names`, or one distinctive word of the name. One finding for each speaker.

## Why
Words put into the mouth of someone whom the article does not mention were attributed by mistake.

## Fires
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
entities:
  ana-novak: {type: person, name: Ana Novak}
  jan-horvat: {type: person, name: Jan Horvat}
claims:
  - id: keep
    quote: We shall keep it
    speaker: ana-novak # finding: warning "Ana Novak"
    direct: true
  - id: go
    quote: I shall go
    speaker: jan-horvat
    direct: true
# text: levy.txt
"We shall keep it," the mayor said. "I shall go," said Horvat.
```

## Silent
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
entities:
  ministry: {type: organization, name: Ministry of Public Security}
claims:
  - id: keep
    quote: We shall keep it
    speaker: ministry
    direct: true
# text: levy.txt
"We shall keep it," the Public Security Ministry said.
```

## Source
Newspaper corrections that take back an attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.language.passages import fold
from checker.model.claim import Claim, ClaimFile, Entity

_WORD = re.compile(r"[^\W_]+")
_TELLING = 4  # letters of a word that tells an organization; a person's name may be shorter


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """The first claim of each speaker whom the text does not name."""
    text = facts.text(file)
    if text is None:
        return
    lower = fold(text.text).lower
    for speaker, claims in _by_speaker(file).items():
        entity = facts.entities.get(speaker)
        if entity is None or _is_named(entity, claims, lower):
            continue
        message = f"{entity.name} is given as the speaker, but the text never names them."
        first, *others = claims
        yield finding(facts, Severity.WARNING, message, [first], key=("speaker",), also=others)


def _by_speaker(file: ClaimFile) -> dict[str, list[Claim]]:
    claims: dict[str, list[Claim]] = {}
    for claim in file.claims:
        if claim.speaker is not None:
            claims.setdefault(claim.speaker, []).append(claim)
    return claims


def _is_named(entity: Entity, claims: list[Claim], lower: str) -> bool:
    forms = [entity.name, *entity.aliases, entity.native or ""]
    forms += [form for claim in claims for form, meant in claim.names.items() if meant == entity.id]
    folded = [fold(form).lower for form in forms if form]
    if any(form in lower for form in folded) or _is_called_by_role(entity, lower):
        return True
    shortest = 2 if entity.type == "person" else _TELLING
    words = {word for form in folded for word in _WORD.findall(form) if len(word) >= shortest}
    initials = "".join(word[0] for word in entity.name.split() if word[0].isupper()).lower()
    return not (words | {initials}).isdisjoint(_WORD.findall(lower))


def _is_called_by_role(entity: Entity, lower: str) -> bool:
    """Whether the text has the speaker's office, as the register gives it: `the director`."""
    office = fold(entity.role or "").lower.partition(" of ")[0].strip()
    return bool(office) and re.search(rf"\b{re.escape(office)}\b", lower) is not None
