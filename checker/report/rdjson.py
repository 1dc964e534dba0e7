"""Reviewdog's diagnostic format, `rdjson`.

Source: reviewdog's `reviewdog.proto`. Its columns count bytes of UTF-8 and ours characters, so
places are given in whole lines, which the format provides for.
"""

from __future__ import annotations

from typing import Any

from checker.finding import Finding
from checker.report._dump import dump
from checker.report._places import tidy
from checker.report._words import full_message, in_order
from checker.report.style import Style
from checker.result import Result

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(result: Result, style: Style) -> str:  # noqa: ARG001 (every format is called alike)
    """One `DiagnosticResult`."""
    diagnostics = [_diagnostic(finding) for finding in in_order(result.findings)]
    report = {"source": {"name": "factcheck"}, "diagnostics": diagnostics}
    return dump(report)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    span = finding.span
    lines = {"start": {"line": span.line}, "end": {"line": span.end_line}}
    return {
        "message": full_message(finding),
        "location": {"path": tidy(span.path), "range": lines},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
