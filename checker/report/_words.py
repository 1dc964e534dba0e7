"""What several formats say about a finding, in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.finding import Finding, Related, Repair
from checker.report._layout import visible
from checker.result import Summary


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by path, line and rule, then by all else that could differ: the same every run."""
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    return (span.path, span.line, finding.rule, span.column, finding.claims, finding.message)


def own_side(finding: Finding) -> Related | None:
    """The claim that the finding is placed at, with its words."""
    if finding.related and finding.claims and finding.related[0].claim == finding.claims[0]:
        return finding.related[0]
    return None


def other_sides(finding: Finding) -> tuple[Related, ...]:
    """The claims that it stands against."""
    return finding.related[1:] if own_side(finding) else finding.related


def quoted(text: str) -> str:
    """`text` in quotation marks."""
    return f"“{text}”"


def repair_sentences(repairs: Sequence[Repair]) -> list[str]:
    """What to change, as sentences: `It would be right if …`, `Or if …`."""
    starts = ["It would be right", *["Or"] * len(repairs)]
    return [f"{start} {_change(each)}." for start, each in zip(starts, repairs, strict=False)]


def _change(repair: Repair) -> str:
    why = f" ({repair.why})" if repair.why else ""
    if not repair.before:
        return f"with {quoted(repair.after)}{why}"
    if not repair.after:
        return f"without {quoted(repair.before)}{why}"
    return f"if {quoted(repair.before)} read {quoted(repair.after)}{why}"


def likeliest(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The first repair, and the first of another claim: either side may be wrong."""
    first_by_claim: dict[str, Repair] = {}
    for repair in repairs:
        first_by_claim.setdefault(repair.claim, repair)
    return tuple(first_by_claim.values())[:2]


def full_message(finding: Finding) -> str:
    """The sentence, both sides, the arithmetic and the likeliest repair: a line each, all visible."""
    sides = (f"{side.speaker}: {quoted(side.quote)}" for side in finding.related)
    repairs = repair_sentences(likeliest(finding.repairs))
    return "\n".join(map(visible, [finding.message, *sides, *finding.explanation, *repairs]))


def count(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary_line(summary: Summary) -> str:
    """How many of what were found in how much."""
    scope = f"{count(summary.files, 'file')}, {count(summary.claims, 'claim')}"
    counts = ((summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note"))
    found = ", ".join(count(number, noun) for number, noun in counts if number)
    if summary.errors or summary.warnings:
        line = f"{scope}: {found}"
    else:
        line = f"No contradictions found in {scope}" + (f"; {found}" if found else "")
    set_aside = [f"{summary.accepted} accepted"] if summary.accepted else []
    set_aside += [f"{summary.baselined} already known"] if summary.baselined else []
    return line + "".join(f"; {part}" for part in set_aside)
