"""Findings from claims: who said what where, filled in the same way for every rule."""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.facts import Facts
from checker.facts.severity import limited
from checker.finding import Finding, Query, Related, Repair, Severity
from checker.model.claim import Claim
from checker.span import Span


def finding(
    facts: Facts,
    severity: Severity,
    message: str,
    claims: Sequence[Claim],
    *,
    at: Span | None = None,
    key: Sequence[str | int] = ("id",),
    explanation: Sequence[str] = (),
    repairs: Sequence[Repair] = (),
    queries: Sequence[Query] = (),
    also: Sequence[Claim] = (),
    subject: str = "",
) -> Finding:
    """A finding about `claims`, placed at `key` of the first of them unless `at` says otherwise.

    It is at most a warning where a draft was unsure of a claim (tag `check`).
    `also` are further claims for `related` that the finding does not rest on. `subject` stands
    for the claims in the fingerprint where there are none. The rule's id is filled in by the runner.
    """
    place = at or claims[0].entry_span(*key)
    related = tuple(relate(facts, claim) for claim in [*claims, *also])
    return Finding(
        rule="",
        severity=limited(claims, severity),
        message=sentence(message),
        span=place,
        claims=tuple(claim.key for claim in claims),
        related=related,
        explanation=tuple(explanation),
        repairs=tuple(repairs),
        queries=tuple(queries),
        subject=subject,
    )


def sentence(text: str) -> str:
    """The text with a capital at its start; what is no plain word (`iPhone`, `“…”`) stays."""
    word = text.split(maxsplit=1)[0] if text else ""
    return text[:1].upper() + text[1:] if word == word.lower() else text


def relate(facts: Facts, claim: Claim) -> Related:
    """A claim as the related side of a finding."""
    quote = " … ".join(claim.quotes)
    return Related(claim.key, claim.entry_span("id"), quote, facts.speaker(claim))
