"""The one question that the rules ask: how far is this form from that registered name?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.organizations import compare_organizations
from checker.language.names.persons import compare_persons


def compare(
    form: str,
    name: str,
    *,
    native: str | None = None,
    family_first: bool = False,
    kind: str = "person",
) -> Comparison:
    """How far a form as printed is from a registered name, and why.

    `native` is the name in its own script; `family_first` that the register declares this order;
    `kind` is `person`, or anything else for names of organizations, places and things. Only the
    first 200 letters of each are read. Never raises.
    """
    if kind == "person":
        return compare_persons(form, name, native, family_first)
    return compare_organizations(form, name)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a form could be, and how far it is from it."""

    name: str
    comparison: Comparison


def nearest(form: str, names: Iterable[str], *, kind: str = "person") -> tuple[Candidate, ...]:
    """Whom else the form could be: the names that it is no OTHER than, nearest first."""
    judged = (Candidate(name, compare(form, name, kind=kind)) for name in names)
    possible = [c for c in judged if c.comparison.likeness is not Likeness.OTHER]
    return tuple(
        sorted(possible, key=lambda c: (c.comparison.likeness.distance, c.comparison.edits, c.name))
    )
