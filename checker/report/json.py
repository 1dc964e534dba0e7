"""The machine output: one JSON object, sorted, the same bytes on every run."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from checker.finding import Finding, Related, Repair
from checker.report._dump import dump
from checker.report._words import in_order, other_sides, own_side
from checker.report.style import Style
from checker.result import Result


def render(result: Result, style: Style) -> str:  # noqa: ARG001 (every format is called alike)
    """The whole result as one JSON object (version 1 of the interface)."""
    report = {
        "version": 1,
        "findings": [as_object(finding) for finding in in_order(result.findings)],
        "summary": asdict(result.summary),
    }
    return dump(report)


def as_object(finding: Finding) -> dict[str, Any]:
    """One finding as the interface names its parts."""
    span, own = finding.span, own_side(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "claims": list(finding.claims),
        "quote": own.quote if own else "",
        "speaker": own.speaker if own else "",
        "related": [_related(side) for side in other_sides(finding)],
        "explanation": list(finding.explanation),
        "repairs": [_repair(repair) for repair in finding.repairs],
        "queries": [{"ask": query.ask, "question": query.question} for query in finding.queries],
        "fingerprint": finding.fingerprint,
    }


def _related(side: Related) -> dict[str, Any]:
    return {
        "claim": side.claim,
        "path": side.span.path,
        "line": side.span.line,
        "column": side.span.column,
        "quote": side.quote,
        "speaker": side.speaker,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "claim": repair.claim,
        "from": repair.before,
        "to": repair.after,
        "why": repair.why,
        "settles": list(repair.settles),
    }
