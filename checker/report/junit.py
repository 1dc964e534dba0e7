"""JUnit XML, which test tables of CI systems read: a finding is a test case.

Errors and warnings are failures; a note is a case that passes and says something. Without
findings there is one case that passes: an empty report counts as broken in some systems.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from checker.finding import Finding, Severity
from checker.report._layout import visible
from checker.report._places import tidy
from checker.report._words import full_message, in_order, summary_line
from checker.report.style import Style
from checker.result import Result


def render(result: Result, style: Style) -> str:  # noqa: ARG001 (every format is called alike)
    """One suite of test cases."""
    findings = in_order(result.findings)
    failures = sum(finding.severity is not Severity.NOTE for finding in findings)
    cases = [_case(finding) for finding in findings] or [_all_well(summary_line(result.summary))]
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    suite = _attributes({"name": "factcheck", **counts})
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes(counts)}>",
        f"<testsuite{suite}>",
        *cases,
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(finding: Finding) -> str:
    span = finding.span
    place = f"{tidy(span.path)}:{span.line}:{span.column}"
    names = {"classname": tidy(span.path), "name": f"{finding.rule} at {place}"}
    detail = escape(full_message(finding))
    if finding.severity is Severity.NOTE:
        inner = f"<system-out>{detail}</system-out>"
    else:
        why = _attributes({"message": finding.message, "type": finding.severity.value})
        inner = f"<failure{why}>{detail}</failure>"
    return f"<testcase{_attributes(names)}>{inner}</testcase>"


def _all_well(summary: str) -> str:
    return f"<testcase{_attributes({'classname': 'factcheck', 'name': summary})}/>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(visible(value))}" for name, value in values.items())
