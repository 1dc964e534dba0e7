"""Runs the examples of a rule's page through the whole program, restricted to that rule."""

from __future__ import annotations

from pathlib import Path

from checker.finding import Finding
from checker.rules._page import Example
from checker.run import Options, run

# waivers in examples expire by this day, not by the clock
TODAY = "2026-01-01"


def findings_of(example: Example, rule_id: str, folder: Path) -> list[Finding]:
    """The findings of the rule and of `format`, with paths as the page names them."""
    claims, texts = folder / "claims", folder / "texts"
    for part in example.parts:
        path = (claims if part.kind == "file" else texts) / part.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part.text.encode(part.encoding))
    texts.mkdir(exist_ok=True)
    options = Options(texts=(str(texts),), select=(rule_id, "format"), today=TODAY)
    return list(run([str(claims)], options).findings)


def place(finding: Finding, folder: Path) -> tuple[str, int]:
    """File and line as a mark of the page names them."""
    path = Path(finding.span.path)
    for root in (folder / "claims", folder / "texts"):
        if path.resolve().is_relative_to(root.resolve()):
            return path.resolve().relative_to(root.resolve()).as_posix(), finding.span.line
    return finding.span.path, finding.span.line


def mismatches(example: Example, rule_id: str, folder: Path) -> list[str]:
    """What the page says and the program does not do, and the other way round."""
    found = findings_of(example, rule_id, folder)
    unusable = [f for f in found if f.rule.startswith("format/") and f.severity == "error"]
    if unusable and not rule_id.startswith("format/"):
        return [f"the example itself is broken: {f.message}" for f in unusable]
    open_findings = [finding for finding in found if finding.rule == rule_id]
    complaints = []
    for mark in example.marks:
        hit = next(
            (
                finding
                for finding in open_findings
                if place(finding, folder) == (mark.file, mark.line)
                and finding.severity == mark.severity
                and mark.words.lower() in finding.message.lower()
            ),
            None,
        )
        if hit:
            open_findings.remove(hit)
        else:
            complaints.append(f'not found: {mark.file}:{mark.line} {mark.severity} "{mark.words}"')
    for finding in open_findings:
        name, line = place(finding, folder)
        complaints.append(f'not marked: {name}:{line} {finding.severity} "{finding.message}"')
    return complaints
