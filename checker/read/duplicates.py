"""Claim ids that stand twice in one file."""

from __future__ import annotations

from checker.finding import Finding, Severity
from checker.read.build import Unit
from checker.read.document import Document
from checker.span import Span


def duplicate_ids(
    path: str, file_id: str, document: Document, faulty: frozenset[Unit]
) -> tuple[tuple[Finding, ...], frozenset[Unit]]:
    """A finding at each id that an earlier claim of the file has, and the claims to leave out."""
    data = document.data
    claims = data.get("claims") if isinstance(data, dict) else None
    if not isinstance(claims, list) or ("claims",) in faulty:
        return (), frozenset()
    first: dict[str, int] = {}
    findings: list[Finding] = []
    again: set[Unit] = set()
    for index, claim in enumerate(claims):
        name = claim.get("id") if isinstance(claim, dict) else None
        if not isinstance(name, str):
            continue
        if first.setdefault(name, index) == index:
            continue
        again.add(("claims", index))
        mark = document.places.at("claims", index, "id")
        line = document.places.at("claims", first[name], "id")[0]
        message = (
            f"the id `{name}` is taken by the claim on line {line}; give this claim "
            "another one (it is left out for now)"
        )
        key, span = f"{file_id}#{name}", Span(path, *mark)
        findings.append(Finding("format/duplicate-id", Severity.ERROR, message, span, (key,)))
    return tuple(findings), frozenset(again)
