"""GitLab's code quality report: a JSON array in the form that Code Climate introduced.

Source: GitLab's documentation of code quality, "Code Quality report format".
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from checker.finding import Finding
from checker.report._dump import dump
from checker.report._places import tidy
from checker.report._words import full_message, in_order
from checker.report.style import Style
from checker.result import Result

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(result: Result, style: Style) -> str:  # noqa: ARG001 (every format is called alike)
    """One object a finding; fingerprints are made distinct, as GitLab shows equal ones once."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in in_order(result.findings):
        fingerprint = finding.fingerprint or _digest(finding)
        seen[fingerprint] += 1
        issues.append(_issue(finding, _distinct(fingerprint, seen[fingerprint])))
    return dump(issues)


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    lines = {"begin": finding.span.line, "end": finding.span.end_line}
    return {
        "description": full_message(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": tidy(finding.span.path), "lines": lines},
    }


def _digest(finding: Finding) -> str:
    text = "\0".join([finding.rule, finding.span.path, finding.message, *finding.claims])
    return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def _distinct(fingerprint: str, occurrence: int) -> str:
    if occurrence == 1:
        return fingerprint
    return sha256(f"{fingerprint}\0{occurrence}".encode()).hexdigest()
