"""What the program has to say: findings, the claims they rest on, and what would settle them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from checker.span import Span


class Severity(StrEnum):
    """How sure a finding is, not how much it matters.

    An error: no fair reading makes all of it true. A warning: only a strained reading does.
    A note: worth knowing, nothing is contradicted.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for errors, 2 for notes: smaller is graver."""
        return ("error", "warning", "note").index(self.value)

    def at_most(self, limit: Severity) -> Severity:
        """This severity, lowered to `limit` where it is graver than that."""
        return max(self, limit, key=lambda severity: severity.rank)


class Related(Struct, frozen=True):
    """One of the claims that a finding rests on, with its words and who says them."""

    claim: str
    span: Span
    quote: str
    speaker: str


class Repair(Struct, frozen=True):
    """One edit that would make everything it touches consistent again."""

    claim: str
    before: str
    after: str
    why: str
    settles: tuple[str, ...] = ()


class Query(Struct, frozen=True):
    """A question that would settle the finding, and whom to put it to."""

    ask: str
    question: str


class Finding(Struct, frozen=True):
    """One thing that an editor should look at.

    `claims` is the smallest set that cannot all be true, the one the finding is placed at first;
    `subject` is what a finding without claims is about (entity ids, a passage): it goes into the
    fingerprint. `fingerprint` is filled in by the pipeline.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    claims: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    explanation: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    queries: tuple[Query, ...] = ()
    subject: str = ""
    fingerprint: str = ""
