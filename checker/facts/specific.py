"""Findings that a more specific one explains: what was corrected is said once."""

from __future__ import annotations

from collections.abc import Sequence

from checker.finding import Finding

RETURNS = "attribution/corrected-value-returns"
_PLAIN = {
    "numbers/conflicting-values",
    "time/conflicting-dates",
    "time/weekday-mismatch",
    "names/conflicting-attribute",
}


def most_specific(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without conflicts of a correction and a claim that gives the corrected value."""
    returned = {frozenset(each.claims) for each in findings if each.rule == RETURNS}
    return [
        each
        for each in findings
        if each.rule not in _PLAIN or frozenset(each.claims) not in returned
    ]
