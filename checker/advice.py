"""What would settle the findings of a run: repairs, questions, and where to begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.finding import Finding, Repair, Severity
from checker.result import Result

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.repairs import Judge

# So many repairs of one finding are offered.
OFFERED = 5
# Findings that hang together through their claims: from so many on it is worth saying where to
# begin, in so many places of a run.
TOGETHER = 3
HINTS = 3


def advise(facts: Facts, judge: Judge | None, every: Sequence[Finding], result: Result) -> Result:
    """The result with questions, where to begin, and with a judge the likeliest repairs.

    `every` are all findings of the run, before any was left out or counted as another one.
    """
    from checker.facts.questions import queries

    findings = result.findings if judge is None else _repaired(facts, judge, every, result)
    asked = tuple(replace(each, queries=queries(facts, each)) for each in findings)
    return replace(result, findings=asked, hints=tuple(_hints(facts, asked)))


def _repaired(
    facts: Facts, judge: Judge, every: Sequence[Finding], result: Result
) -> tuple[Finding, ...]:
    """The findings with their repairs; the gravest are looked at first, as long as the limit lasts."""
    from checker.facts.repairs import Repairs
    from checker.facts.scenes import key_of

    shown: dict[tuple[str, frozenset[str]], list[str]] = {}
    for finding in result.findings:
        shown.setdefault(key_of(finding), []).append(finding.fingerprint)
    repairs = Repairs(facts, judge, every)
    gravest_first = sorted(enumerate(result.findings), key=lambda entry: entry[1].severity.rank)
    found = {number: repairs.of(finding, shown) for number, finding in gravest_first}
    return tuple(
        replace(finding, repairs=_together(finding, found[number]))
        for number, finding in enumerate(result.findings)
    )


def _together(finding: Finding, found: tuple[Repair, ...]) -> tuple[Repair, ...]:
    """What the rule itself offers, which settles at least its own finding, then what was found."""
    own = [
        replace(each, settles=each.settles or (finding.fingerprint,)) for each in finding.repairs
    ]
    offered = {(each.claim, each.before, each.after): each for each in (*found, *own)}
    first = [(each.claim, each.before, each.after) for each in own]
    return tuple(offered[key] for key in dict.fromkeys([*first, *offered]))[:OFFERED]


def _hints(facts: Facts, findings: Sequence[Finding]) -> Iterator[str]:
    """For findings that hang together the claim that most of them rest on, the most first."""
    left = [f for f in findings if len(f.claims) > 1 and f.severity is not Severity.NOTE]
    for _ in range(HINTS):
        counts = Counter(claim for finding in left for claim in finding.claims)
        if not counts:
            return
        first = min(counts, key=lambda claim: (-counts[claim], claim))
        group = _hanging_together(left, first)
        if counts[first] < TOGETHER:
            return
        yield _hint(facts, first, counts[first], len(group))
        left = [finding for finding in left if finding not in group]


def _hanging_together(findings: Sequence[Finding], start: str) -> list[Finding]:
    """The findings that share claims with one another, from a claim on."""
    reached, waiting = {start}, [start]
    by_claim: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim in finding.claims:
            by_claim.setdefault(claim, []).append(finding)
    while waiting:
        for finding in by_claim.pop(waiting.pop(), ()):
            if not reached.issuperset(finding.claims):
                waiting += [claim for claim in finding.claims if claim not in reached]
                reached.update(finding.claims)
    return [finding for finding in findings if finding.claims[0] in reached]


def _hint(facts: Facts, key: str, count: int, together: int) -> str:
    claim = facts.claims[key]
    span = claim.entry_span("id")
    quote = " … ".join(claim.quotes)
    words = f"“{quote}” ({span.path}:{span.line})"
    go = f"all {count}" if count == together else f"{count} of {together}"
    return f"Settle {words} first: {go} findings that hang together rest on it."
