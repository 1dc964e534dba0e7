"""A table for spreadsheets, safe against formulas that an article's text might smuggle in."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from checker.finding import Finding, Related
from checker.report._layout import visible
from checker.report._words import (
    in_order,
    likeliest,
    other_sides,
    own_side,
    quoted,
    repair_sentences,
)
from checker.report.style import Style
from checker.result import Result

_COLUMNS = (
    "severity",
    "rule",
    "path",
    "line",
    "column",
    "message",
    "claims",
    "speaker",
    "quote",
    "other sides",
    "explanation",
    "repair",
    "fingerprint",
)
# a cell that begins so is a formula (the last four: full-width forms, which some programs take too)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(result: Result, style: Style) -> str:  # noqa: ARG001 (every format is called alike)
    """A header and one row a finding."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for finding in in_order(result.findings):
        writer.writerow([cell(value) for value in _row(finding)])
    return buffer.getvalue()


def _row(finding: Finding) -> Sequence[str]:
    own, span = own_side(finding), finding.span
    return (
        finding.severity.value,
        finding.rule,
        span.path,
        str(span.line),
        str(span.column),
        finding.message,
        ", ".join(finding.claims),
        own.speaker if own else "",
        own.quote if own else "",
        "; ".join(_side(side) for side in other_sides(finding)),
        "; ".join(finding.explanation),
        " ".join(repair_sentences(likeliest(finding.repairs))),
        finding.fingerprint,
    )


def _side(side: Related) -> str:
    return f"{side.speaker}: {quoted(side.quote)} ({side.span.path}:{side.span.line})"


def cell(value: str) -> str:
    """One cell that no spreadsheet takes for a formula."""
    # the apostrophe goes by the text as it was: a tab at its start is a space once made visible
    return ("'" if value.lstrip(" ").startswith(_FORMULA) else "") + visible(value)
