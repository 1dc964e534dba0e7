"""SARIF 2.1.0 (OASIS standard, 2020), for code scanning services and editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.finding import Finding, Related
from checker.report._dump import dump
from checker.report._places import uri
from checker.report._words import full_message, in_order, other_sides, quoted
from checker.report.style import Style
from checker.result import Accepted, Result
from checker.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(result: Result, style: Style) -> str:
    """One run with all rules, the findings, and the accepted ones as suppressed results."""
    findings = in_order(result.findings)
    accepted = sorted(result.accepted, key=lambda each: (each.finding.span, each.finding.rule))
    rule_ids = _rule_ids(style.pages, [*findings, *(each.finding for each in accepted)])
    index = {rule_id: number for number, rule_id in enumerate(rule_ids)}
    results = [_result(finding, index) for finding in findings]
    results += [_suppressed(each, index) for each in accepted]
    driver = {"name": "factcheck", "rules": [_rule(each, style.pages) for each in rule_ids]}
    if style.version:
        driver["version"] = style.version
    # our columns count characters: SARIF's default would be UTF-16 units
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dump(log)


def _rule_ids(pages: Mapping[str, str], findings: Iterable[Finding]) -> list[str]:
    return sorted({*pages, *(finding.rule for finding in findings)})


def _rule(rule_id: str, pages: Mapping[str, str]) -> dict[str, Any]:
    page = pages.get(rule_id, "")
    if not page:
        return {"id": rule_id}
    return {
        "id": rule_id,
        "shortDescription": {"text": page.partition("\n")[0]},
        "help": {"text": page, "markdown": page},
    }


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity.value,
        "message": {"text": full_message(finding)},
        "locations": [{"physicalLocation": _location(finding.span)}],
    }
    sides = other_sides(finding)
    if sides:
        result["relatedLocations"] = _related(sides)
    if finding.fingerprint:
        result["partialFingerprints"] = {"factcheck/v1": finding.fingerprint}
    return result


def _suppressed(accepted: Accepted, index: Mapping[str, int]) -> dict[str, Any]:
    by = f" ({accepted.by})" if accepted.by else ""
    suppression = {"kind": "inSource", "justification": accepted.reason + by}
    return {**_result(accepted.finding, index), "suppressions": [suppression]}


def _location(span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": uri(span.path)}, "region": region}


def _related(sides: Sequence[Related]) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            "physicalLocation": _location(side.span),
            "message": {"text": f"{side.speaker}: {quoted(side.quote)}"},
        }
        for number, side in enumerate(sides, 1)
    ]
