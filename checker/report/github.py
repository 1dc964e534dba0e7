"""Annotations of GitHub Actions: workflow commands, one a line.

Source: GitHub's documentation of workflow commands; `%`, line ends and, in properties, `:` and `,`
are written as `%25`, `%0A`, `%0D`, `%3A` and `%2C`.
"""

from __future__ import annotations

from checker.finding import Finding
from checker.report._layout import visible
from checker.report._places import tidy
from checker.report._words import full_message, in_order, summary_line
from checker.report.style import Style
from checker.result import Result

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
# GitHub cuts long annotations off in the middle of an escape: better done here
_LONGEST = 4000


def render(result: Result, style: Style) -> str:
    """One annotation a finding, then the summary as a line of the log."""
    lines = [_annotation(finding) for finding in in_order(result.findings)]
    if not style.quiet:
        lines.append(summary_line(result.summary))
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    span = finding.span
    place = {
        "file": visible(tidy(span.path)),
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    if span.line == span.end_line:  # GitHub takes columns within one line only
        place["col"] = str(span.column)
        place["endColumn"] = str(max(span.end_column - 1, span.column))
    place["title"] = f"factcheck {finding.rule}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_message(finding)}"


def _message(finding: Finding) -> str:
    text = full_message(finding)
    return _escape(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
