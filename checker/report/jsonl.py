"""JSON Lines: one finding a line as in the JSON report, the summary last."""

from __future__ import annotations

from msgspec.structs import asdict

from checker.report._dump import dump
from checker.report._words import in_order
from checker.report.json import as_object
from checker.report.style import Style
from checker.result import Result


def render(result: Result, style: Style) -> str:
    """Findings in the order of the JSON report; without the summary where `quiet`."""
    rows: list[object] = [as_object(finding) for finding in in_order(result.findings)]
    if not style.quiet:
        rows.append({"version": 1, "summary": asdict(result.summary)})
    return "".join(dump(row, indent=None) for row in rows)
