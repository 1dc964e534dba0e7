"""What would settle the findings of a run: repairs, questions, and where to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.finding import Finding, Repair
from checker.result import Result

# So many repairs of one finding are offered.
OFFERED = 5

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.repairs import Judge


def advise(facts: Facts, judge: Judge, every: Sequence[Finding], result: Result) -> Result:
    """The result with the likeliest repairs of its findings, the gravest findings first.

    `every` are all findings of the run, before any was left out or counted as another one.
    """
    from checker.facts.repairs import Repairs, key_of

    shown: dict[tuple[str, frozenset[str]], list[str]] = {}
    for finding in result.findings:
        shown.setdefault(key_of(finding), []).append(finding.fingerprint)
    repairs = Repairs(facts, judge, every)
    found = {
        number: repairs.of(finding, shown)
        for number, finding in sorted(enumerate(result.findings), key=_gravest)
    }
    findings = (
        replace(finding, repairs=_together(finding, found[number]))
        for number, finding in enumerate(result.findings)
    )
    return replace(result, findings=tuple(findings))


def _gravest(entry: tuple[int, Finding]) -> tuple[int, int]:
    number, finding = entry
    return finding.severity.rank, number


def _together(finding: Finding, found: tuple[Repair, ...]) -> tuple[Repair, ...]:
    """What the rule itself offers, which settles at least its own finding, then what was found."""
    own = [
        replace(each, settles=each.settles or (finding.fingerprint,)) for each in finding.repairs
    ]
    offered = {(each.claim, each.before, each.after): each for each in (*found, *own)}
    first = [(each.claim, each.before, each.after) for each in own]
    return tuple(offered[key] for key in dict.fromkeys([*first, *offered]))[:OFFERED]
