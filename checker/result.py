"""What a run comes to: findings, counts, exit status."""

from __future__ import annotations

from msgspec import Struct

from checker.finding import Finding


class Summary(Struct, frozen=True):
    """Counts for the last line of a report; findings are counted after all filters."""

    files: int = 0
    claims: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    accepted: int = 0
    baselined: int = 0
    rules: int = 0


class Accepted(Struct, frozen=True):
    """A finding that a waiver settles, with the editor's reason."""

    finding: Finding
    reason: str
    by: str = ""


class Result(Struct, frozen=True):
    """Everything that a report may show. `status` is the exit status: 0, 1 or 2."""

    findings: tuple[Finding, ...]
    summary: Summary
    status: int
    accepted: tuple[Accepted, ...] = ()
    remarks: tuple[Finding, ...] = ()
    """What only `--verbose` shows: figures that agree by rounding, conversions that hold."""
    stale: tuple[str, ...] = ()
    """Fingerprints that are known (from a baseline) and that nothing in the tree has any more."""
    hints: tuple[str, ...] = ()
    """Where to begin: the claims that most findings rest on."""
    unchecked: tuple[str, ...] = ()
    """Families of rules that could not run at all, so that what is known of them still may hold."""
