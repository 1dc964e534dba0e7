"""Findings that an editor has let stand, and waivers that no longer do anything.

A waiver on any claim of a finding settles it, where the rule is equal, its last day has not passed
and the values that it was given for (if it names them) are still those of the finding's claims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from checker.facts.evidence import finding as about
from checker.facts.values import values_of
from checker.finding import Finding, Severity
from checker.language.days import write_day
from checker.model.claim import Claim, Waiver
from checker.result import Accepted

if TYPE_CHECKING:
    from checker.facts.facts import Facts

UNUSED = "format/unused-waiver"
EXPIRED = "format/expired-waiver"

# Findings that say that a claim could not be checked, so that its waivers may still be needed.
_UNCHECKED = frozenset({"format/unreadable-quantity", "format/unreadable-date"})


class _Entry(Struct, frozen=True):
    """One waiver where it stands: the `number`-th under `accept` of its claim."""

    claim: Claim
    number: int
    waiver: Waiver


class Settled(NamedTuple):
    """What is left after the waivers: open findings, accepted ones, and findings about waivers."""

    kept: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    waiver_findings: tuple[Finding, ...]


def settle(
    findings: Iterable[Finding],
    facts: Facts,
    today: int | None,
    checked_rules: Collection[str],
    known_rules: Collection[str] = (),
) -> Settled:
    """Take out what waivers settle, and say which of them settle nothing.

    `today` is a day number (None: no waiver expires); `checked_rules` are the rules that ran
    through, `known_rules` all that there are, to tell a misspelt one.
    """
    findings = tuple(findings)
    entries = _entries(facts)
    used: set[_Entry] = set()
    kept: list[Finding] = []
    accepted: list[Accepted] = []
    for each in findings:
        matching = [entry for entry in _on(each, entries) if _wakes(facts, each, entry) is False]
        used.update(matching)
        valid = [entry for entry in matching if not _expired(entry, today)]
        if valid:
            first = valid[0].waiver
            accepted.append(Accepted(each, first.reason, first.by))
        else:
            kept.append(each)
    judged = _Judged.of(facts, findings, checked_rules, known_rules)
    told = [
        found
        for waivers in entries.values()
        for entry in waivers
        for found in _about_waiver(judged, entry, today, used=entry in used)
    ]
    return Settled(tuple(kept), tuple(accepted), tuple(told))


def _entries(facts: Facts) -> dict[str, list[_Entry]]:
    return {
        claim.key: [_Entry(claim, number, waiver) for number, waiver in enumerate(claim.accept)]
        for claim in facts.claims.values()
        if claim.accept
    }


def _on(each: Finding, entries: dict[str, list[_Entry]]) -> Iterator[_Entry]:
    """The waivers for a finding's rule on any of its claims."""
    for key in each.claims:
        for entry in entries.get(key, ()):
            if entry.waiver.rule == each.rule:
                yield entry


def _wakes(facts: Facts, each: Finding, entry: _Entry) -> bool:
    """Whether a value that the waiver was given for is no longer among those of the finding."""
    given = entry.waiver.values or ()
    given = (given,) if isinstance(given, str) else given
    if not given:
        return False
    known = (facts.claims[key] for key in each.claims if key in facts.claims)
    now = {value for claim in known for value in values_of(claim)}
    return any(" ".join(words.split()) not in now for words in given)


def _expired(entry: _Entry, today: int | None) -> bool:
    last = _last_day(entry.waiver)
    return today is not None and last is not None and last < today


def _last_day(waiver: Waiver) -> int | None:
    try:
        return date.fromisoformat(waiver.until).toordinal() if waiver.until else None
    except ValueError:  # time/impossible-date says so
        return None


class _Judged(Struct, frozen=True):
    """What tells whether a waiver without a finding is really unused.

    `found` are the rules, each with a claim that it found something about.
    """

    facts: Facts
    checked_rules: frozenset[str]
    known_rules: frozenset[str]
    found: frozenset[tuple[str, str]]

    @staticmethod
    def of(
        facts: Facts, findings: Iterable[Finding], checked: Collection[str], known: Collection[str]
    ) -> _Judged:
        found = frozenset((each.rule, claim) for each in findings for claim in each.claims)
        return _Judged(facts, frozenset(checked), frozenset(known), found)

    def could_run(self, entry: _Entry) -> bool:
        """Whether the waiver's rule could judge its claim at all."""
        rule, claim = entry.waiver.rule, entry.claim
        family = rule.partition("/")[0]
        if rule not in self.checked_rules:
            return False
        if family == "source" and claim.file not in self.facts.texts:
            return False
        hindering = {"format/missing-rate"} if family == "money" else _UNCHECKED
        return not any((each, claim.key) in self.found for each in hindering)


def _about_waiver(
    judged: _Judged, entry: _Entry, today: int | None, *, used: bool
) -> Iterator[Finding]:
    rule = entry.waiver.rule
    if _expired(entry, today):
        last = _last_day(entry.waiver)
        when = write_day(last) if last is not None else ""
        message = f"This waiver for {rule} held until {when} and settles nothing any more."
        yield _told(judged.facts, EXPIRED, entry, message)
    elif not used and judged.known_rules and rule not in judged.known_rules:
        near = get_close_matches(rule, sorted(judged.known_rules), n=1, cutoff=0.6)
        hint = f"; did you mean {near[0]}?" if near else "."
        yield _told(judged.facts, UNUSED, entry, f"There is no rule {rule} to waive{hint}")
    elif not used and judged.could_run(entry):
        changed = (rule, entry.claim.key) in judged.found
        why = (
            f"the values that this waiver for {rule} was given for have changed: look again"
            if changed
            else f"this waiver settles nothing: there is no finding of {rule} here to let stand"
        )
        yield _told(judged.facts, UNUSED, entry, f"{why[0].upper()}{why[1:]}.")


def _told(facts: Facts, rule: str, entry: _Entry, message: str) -> Finding:
    at = entry.claim.span("accept", entry.number)
    found = about(facts, Severity.WARNING, message, [entry.claim], at=at, subject=entry.waiver.rule)
    return replace(found, rule=rule)
