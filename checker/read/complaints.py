"""What a document does wrong, in plain English: one finding a fault, placed at key or value."""

from __future__ import annotations

from typing import Any

from checker.finding import Finding, Severity
from checker.read.build import Unit
from checker.read.document import Document
from checker.span import Span


def complaints(
    path: str, document: Document, schema: dict[str, Any], validator: Any
) -> tuple[tuple[Finding, ...], frozenset[Unit]]:
    """A finding for each fault, and the units that the faults lie in (`()`: the whole document)."""
    findings = []
    faulty: set[Unit] = set()
    for error in validator.iter_errors(document.data):
        where = error.instance_path
        faulty.add(tuple(where[:2]))
        message = f"`{where[-1] if where else 'this file'}` is not as the claim format says"
        findings.append(
            Finding(
                "format/schema", Severity.ERROR, message, Span(path, *document.places.at(*where))
            )
        )
    return tuple(findings), frozenset(faulty)
