"""Conflicts of days in an editor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.facts.day_conflicts import bearer_of_days
from checker.facts.evidence import finding
from checker.finding import Finding, Severity
from checker.language.calendar import WEEKDAYS
from checker.language.days import write_days
from checker.model.claim import Age, Happening
from checker.solve.timeline import DayBound, DayConflict

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.model.claim import Claim


def day_finding(facts: Facts, conflict: DayConflict, message: str) -> Finding:
    """A finding about a conflict of days: what each claim and register says, and what joins them."""
    claims = bearer_of_days(facts, conflict)
    lines = [_said(facts, claim, conflict) for claim in claims]
    lines += [_register(facts, b) for b in conflict.bounds if b.register and b.source]
    notes = dict.fromkeys(gap.note for gap in conflict.gaps if gap.note and not gap.bearers)
    lines += [f"{note[:1].upper()}{note[1:]}." for note in notes]
    lines.append(_at_odds(facts, conflict))
    return finding(facts, Severity.ERROR, message, claims, explanation=list(dict.fromkeys(lines)))


def event_of(facts: Facts, conflict: DayConflict) -> str:
    """The event that a conflict's first claim dates, as an editor reads it."""
    asserts = bearer_of_days(facts, conflict)[0].asserts
    if isinstance(asserts, Happening):
        return facts.event_name(asserts.event)
    assert isinstance(asserts, Age)
    return f"the age of {facts.entity_name(asserts.subject)}"


def opposed(facts: Facts, conflict: DayConflict) -> str | None:
    """`“Wednesday” (9 December 2015) and “the eve …” (8 December 2015)`: two claims of one event."""
    claims = bearer_of_days(facts, conflict)[::-1]
    days = {b.source: b.days for b in conflict.bounds if b.weekday is None}
    if len(claims) != 2 or not all(claim.key in days for claim in claims):
        return None
    words = [
        f"“{words_of(claim)}” ({write_days(days[claim.key], weekday=True)})" for claim in claims
    ]
    return " and ".join(words)


def against_register(facts: Facts, conflict: DayConflict) -> str | None:
    """`“1932-05-02” (2 May 1932), but the register has 2 May 1931`: one claim and one entry."""
    if len(conflict.bounds) != 2 or len(conflict.claims) != 1:
        return None
    known = [bound.days for bound in conflict.bounds if bound.register]
    said = [bound.days for bound in conflict.bounds if not bound.register]
    if len(known) != 1:
        return None
    words = words_of(bearer_of_days(facts, conflict)[0])
    return f"“{words}” ({write_days(said[0])}), but the register has {write_days(known[0])}"


def in_order(facts: Facts, conflict: DayConflict) -> str | None:
    """`the verdict (9 March 2001) has to come after the arrest (10 March 2001)`, the ends of a chain."""
    earlier = {gap.earlier for gap in conflict.gaps}
    later = {gap.later for gap in conflict.gaps}
    ends = (later - earlier, earlier - later)
    if any(len(end) != 1 for end in ends):
        return None
    last, first = (_dated(facts, conflict, *end) for end in ends)
    return f"{last} has to come after {first}" if first and last else None


def _dated(facts: Facts, conflict: DayConflict, variable: str) -> str | None:
    """What a day is the day of, with what its only source says of it."""
    bounds = [bound for bound in conflict.bounds if bound.variable == variable]
    if len(bounds) != 1 or bounds[0].weekday is not None:
        return None
    days = write_days(bounds[0].days)
    if bounds[0].register:
        person, _, key = bounds[0].source.rpartition(" ")
        what = {"born": "birth", "died": "death"}.get(key)
        return f"the {what} of {facts.entity_name(person)} ({days})" if what else None
    asserts = facts.claims[bounds[0].source].asserts
    if not isinstance(asserts, Happening):
        return None
    end = "the end of " if variable.startswith("end of ") else ""
    return f"{end}{facts.event_name(asserts.event)} ({days})"


def words_of(claim: Claim) -> str:
    """What a claim says of days, as written."""
    asserts = claim.asserts
    if isinstance(asserts, Age):
        return f"{asserts.age} years old" if asserts.age.isdecimal() else asserts.age
    assert isinstance(asserts, Happening)
    parts = [asserts.date, asserts.weekday, asserts.lasts and f"for {asserts.lasts}"]
    return ", ".join(part for part in parts if part)


def _said(facts: Facts, claim: Claim, conflict: DayConflict) -> str:
    days = [b for b in conflict.bounds if b.source == claim.key and b.weekday is None]
    said = f"“{words_of(claim)}”"
    asserts = claim.asserts
    about = ""
    if isinstance(asserts, Happening):
        about = f"{facts.event_name(asserts.event)}: "
    elif isinstance(asserts, Age):
        about = f"{facts.entity_name(asserts.subject)}: "
    if not days:
        return f"{_upper(about)}{said}."
    when = " to ".join(write_days(bound.days, weekday=True) for bound in days)
    if isinstance(asserts, Age):
        return f"{_upper(about)}{said} on {when}."
    return f"{_upper(about)}{said} is {when}{_counted_from(facts, claim, when)}."


def _counted_from(facts: Facts, claim: Claim, when: str) -> str:
    reference = facts.reference(claim)
    if reference is None or reference.days is None or reference.days.first is None:
        return ""
    asserts = claim.asserts
    date = asserts.date if isinstance(asserts, Happening) else None
    if date is None or any(char.isdigit() for char in date):
        return ""
    anchor = write_days(reference.days)
    return "" if anchor in when else f" (counted from {anchor})"


def _register(facts: Facts, bound: DayBound) -> str:
    entity, _, key = bound.source.rpartition(" ")
    return f"The register has {facts.entity_name(entity)} {key} {write_days(bound.days)}."


def _at_odds(facts: Facts, conflict: DayConflict) -> str:
    """What all of it comes to: one day that would have to be two things at once."""
    clash = conflict.clash
    if clash is None or any(bound.register and not bound.source for bound in conflict.bounds):
        ages = all(isinstance(facts.claims[claim].asserts, Age) for claim in conflict.claims)
        return "Both are of one day." if ages else "No dates at all satisfy this."
    name = _upper(_name_of_day(facts, clash.variable))
    one = write_days(clash.one, weekday=True)
    if clash.weekday is not None:
        return f"{name} would have to be {one}, and a {WEEKDAYS[clash.weekday]}: that cannot be."
    if not conflict.gaps:
        return "One day cannot be both." if len(conflict.bounds) == 2 else "No day is all of these."
    other = write_days(clash.other, weekday=True)
    return f"{name} would have to be {one}, and also {other}: that cannot be."


def _name_of_day(facts: Facts, variable: str) -> str:
    """A variable of the timeline as an editor reads it (see `Chronology`)."""
    kind, _, what = variable.partition(" of ")
    if kind in {"birth", "death"}:
        return f"the {kind} of {facts.entity_name(what)}"
    if kind == "publication":
        return "the day of publication"
    claim = facts.claims.get(what)
    event = claim.asserts.event if claim and isinstance(claim.asserts, Happening) else what
    if claim and isinstance(claim.asserts, Age):
        return f"the day on which {facts.entity_name(claim.asserts.subject)} was of that age"
    part = {"start": "the first day of ", "end": "the last day of "}.get(kind, "")
    return f"{part}{facts.event_name(event)}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
