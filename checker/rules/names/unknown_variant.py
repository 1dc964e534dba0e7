"""A form of a name that the one it is mapped to does not have.

## What it checks
Each form under `names` against the register's name, aliases and name in its own script. Ordinary
short forms (a surname or given name alone, a title with a surname, initials of a body) are known.
A form with the same parts in another order is a note, a warning where the register declares the
`order`; another romanisation, or a part left out, is a note; a likely misprint is a warning; another
name is an error. The finding says how the form differs and whom else it could stand for.

## Why
"Li" for Liu is one letter and another person.

## Fires
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  liu-jianchao: {type: person, name: Liu Jianchao, order: family-first}
  liu-dong: {type: person, name: Liu Dong, order: family-first}
claims:
  - id: director
    quote: Liu Jianchao, the director
    names: {Liu Jianchao: liu-jianchao}
    subject: liu-jianchao
    attribute: role
    is: director
  - id: remarks
    quote: Li made his remarks
    names: {Li: liu-jianchao} # finding: error "no form of Liu Jianchao"
    subject: liu-jianchao
    attribute: role
    is: director
  - id: deputy
    quote: Dong Liu, the deputy director, Lui for short
    names:
      Dong Liu: liu-dong # finding: warning "another order"
      Lui: liu-dong # finding: warning "two letters swapped"
    subject: liu-dong
    attribute: role
    is: deputy director
```

## Silent
```yaml
# file: remarks.yaml
article: {title: Remarks, published: 2015-12-09}
entities:
  liu-jianchao: {type: person, name: Liu Jianchao, native: 刘建超, order: family-first}
  mps: {type: organization, name: Ministry of Public Security, aliases: [Public Security Ministry]}
claims:
  - id: director
    quote: Liu Jianchao (刘建超), once of the Public Security Ministry, the MPS; Mr Liu
    names:
      Liu Jianchao: liu-jianchao
      刘建超: liu-jianchao
      Mr Liu: liu-jianchao
      Public Security Ministry: mps
      MPS: mps
    subject: liu-jianchao
    attribute: role
    is: director
```

## Source
Claim format, key `names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.facts.naming import Fit, Match, candidates, comparable, match, resembling
from checker.finding import Finding, Query, Repair, Severity
from checker.language.names.fold import fold
from checker.model.claim import Claim, ClaimFile, Entity


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """The first use of each form in the article that is no known form of its entity."""
    seen: set[tuple[str, str | None]] = set()
    for claim in file.claims:
        for form, meant in claim.names.items():
            if (form, meant) in seen:
                continue
            seen.add((form, meant))
            entity = facts.entities.get(meant) if meant else None
            if entity is not None:
                yield from _mapped(claim, form, match(form, entity), file, facts)
            elif meant is None:
                yield from _unmapped(claim, form, file, facts)


def _mapped(
    claim: Claim, form: str, found: Match, file: ClaimFile, facts: Facts
) -> Iterator[Finding]:
    if found.fit is Fit.KNOWN:
        return
    entity = found.entity
    bearer = _bearer(form, entity, facts)
    if bearer is not None:
        own = fold(bearer.name) == fold(form)
        why = "somebody else has that name" if own else f"it stands for {bearer.name}"
        found = Match(entity, Fit.OTHER, why)
    likely = [resembling(form, entity), *_others(form, entity.id, file, facts)]
    yield finding(
        facts,
        _severity(form, found),
        f"“{form}” is {_SAID[found.fit]} {entity.name}: {found.why}.",
        [claim],
        at=claim.key_span("names", form),
        explanation=_explanation(likely),
        repairs=_repairs(claim, form, likely[0]),
        queries=[Query("the author", _question(form, likely))],
    )


def _bearer(form: str, meant: Entity, facts: Facts) -> Entity | None:
    """Somebody else whose very name or alias the form is."""
    registered = facts.bearers.get(fold(form), ())
    return next((each for each in registered if comparable(each, meant)), None)


def _others(form: str, meant: str, file: ClaimFile, facts: Facts) -> list[Match]:
    return [each for each in candidates(form, file, facts) if each.entity.id != meant]


def _unmapped(claim: Claim, form: str, file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """A form that the researcher could not place, where it resembles someone's."""
    likely = candidates(form, file, facts)
    if not likely or likely[0].fit is not Fit.MISPRINT:
        return
    name, why = likely[0].entity.name, likely[0].why
    yield finding(
        facts,
        Severity.WARNING,
        f"“{form}” is no form of anyone introduced; most likely it is {name}: {why}.",
        [claim],
        at=claim.key_span("names", form),
        explanation=_explanation(likely),
        repairs=_repairs(claim, form, likely[0]),
        queries=[Query("the author", _question(form, likely))],
    )


_SAID = {
    Fit.WRITTEN: "another form of",
    Fit.TURNED: "another form of",
    Fit.MISPRINT: "likely a misprint of",
    Fit.OTHER: "no form of",
}


def _severity(form: str, found: Match) -> Severity:
    if found.fit is Fit.OTHER:
        return Severity.ERROR
    declared = found.fit is Fit.TURNED and found.entity.order is not None
    slip = found.fit is Fit.MISPRINT or (
        found.fit is Fit.WRITTEN and (_respelt(form, found) or _without_plural(form, found))
    )
    return Severity.WARNING if slip or declared else Severity.NOTE


def _respelt(form: str, found: Match) -> bool:
    """Whether a name of Latin letters is spelled otherwise: Katherine for Katharine, Stephen for Steven.

    People spell their own names one way; only names from other scripts have several romanisations.
    What one word begins with the other (Tom, Tommy) is a short form.
    """
    from checker.language.names.cultures import Culture, cultures_of
    from checker.language.names.fold import words
    from checker.language.names.slips import slip

    one, other = words(form), words(found.entity.name)
    if len(one) != len(other) or cultures_of(other, found.entity.native) != {Culture.GERMANIC}:
        return False
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differ) != 1:
        return False
    shorter, longer = sorted(differ[0], key=len)
    whole = len(shorter) > 3 and not longer.startswith(shorter)
    letters = 2 if whole and found.entity.type == "person" else 1
    return slip(*differ[0], most=letters) is not None


def _without_plural(form: str, found: Match) -> bool:
    """Whether a body's name has an s more or less: the National Institute of Health.

    A body has its name from its founders; one of many `institutes` is another body.
    """
    from checker.language.names.fold import words

    one, other = words(form), words(found.entity.name)
    if found.entity.type != "organization" or not len(one) == len(other) > 1:
        return False
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and differ[0][0].rstrip("s") == differ[0][1].rstrip("s")


def _explanation(likely: list[Match]) -> list[str]:
    """Whom the form most likely stands for and why, then whom else it could stand for."""
    first, *others = likely
    lines = [] if first.fit is Fit.OTHER else [f"most likely {first.entity.name}: {first.why}"]
    return lines + [f"it could also be {other.entity.name}: {other.why}" for other in others]


def _repairs(claim: Claim, form: str, found: Match) -> list[Repair]:
    if found.fit is not Fit.MISPRINT:
        return []
    return [Repair(claim.key, form, _corrected(form, found), "a misprint of the name")]


def _corrected(form: str, found: Match) -> str:
    """The whole name, or where the form is one word the part of the name that is most like it."""
    if len(form.split()) > 1:
        return found.entity.name
    words = found.entity.name.split()
    return min(words, key=lambda word: len(set(form.lower()) ^ set(word.lower())))


def _question(form: str, likely: list[Match]) -> str:
    names = [each.entity.name for each in likely]
    if len(names) == 1:
        return f"Is “{form}” {names[0]}, or somebody else?"
    return f"Whom does “{form}” stand for: {', '.join(names[:-1])} or {names[-1]}?"
