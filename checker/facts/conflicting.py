"""Turns a conflict of figures into a finding: order of claims, severity, arithmetic, repairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.facts.evidence import finding
from checker.facts.explain import claim_label, conversions, cut, notes, readings, steps
from checker.facts.itself import time_named, with_itself
from checker.facts.reckoning import reckoning
from checker.facts.severity import conflict_severity
from checker.finding import Finding
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Linear

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.model.claim import Claim


def claims_in_order(facts: Facts, conflict: Conflict) -> list[Claim]:
    """The claims that bear a relation first, then the others, each from the latest on."""
    bearers = {claim for each in conflict.constraints for claim in _bearers(each)}
    claims = [facts.claims[key] for key in conflict.claims]
    claims.sort(key=facts.order, reverse=True)
    claims.sort(key=lambda claim: claim.key not in bearers)
    return claims


def _bearers(constraint: Constraint) -> Iterator[str]:
    """The claims that state a relation: of a partition those that name themselves its classes."""
    yield from constraint.bearers
    if isinstance(constraint, Linear):
        for claims in constraint.optional.values():
            yield from claims


def bearer(facts: Facts, conflict: Conflict) -> Claim:
    """The claim that a finding about the conflict stands at."""
    return claims_in_order(facts, conflict)[0]


def conflict_finding(facts: Facts, conflict: Conflict, message: str) -> Finding:
    """A finding about all claims of a conflict, with the arithmetic shown."""
    claims = claims_in_order(facts, conflict)
    severity = conflict_severity(claims, conflict.level)
    if with_itself(conflict):
        label, time = claim_label(facts, claims[0]), time_named(facts, conflict)
        about = f"{label}, {time}" if time else label
        message = f"A figure is compared with itself: both claims are about {about}."
    return finding(facts, severity, message, claims, explanation=arithmetic(facts, conflict))


def arithmetic(facts: Facts, conflict: Conflict) -> tuple[str, ...]:
    """What each claim allows, then the sum on paper or, where it takes more, every step."""
    sum_on_paper = reckoning(facts, conflict)
    if with_itself(conflict):
        worked_out = [f"{note}." for note in notes(conflict)]
    else:
        worked_out = [sum_on_paper] if sum_on_paper else steps(facts, conflict)
        worked_out = worked_out or [f"{note}." for note in notes(conflict)]
    converted = conversions(facts, conflict)
    if converted:
        worked_out = [*converted, *(f"{note}." for note in notes(conflict))]
    return cut([*readings(facts, conflict), *worked_out])
