"""From all findings of a tree to what is reported: waivers, the choice of rules, what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from msgspec.structs import replace

from checker.facts.conversion_words import conversion_remarks
from checker.facts.facts import Facts
from checker.facts.waivers import settle
from checker.finding import Finding, Severity
from checker.fingerprint import fingerprint
from checker.options import Options
from checker.read.load import Loaded
from checker.result import Accepted, Result, Summary
from checker.rules._registry import rule_ids


def outcome(
    facts: Facts,
    loaded: Loaded,
    options: Options,
    findings: Iterable[Finding],
    *,
    rules: Collection[str],
    crashed: Collection[str],
) -> Result:
    """Waivers settle on the whole tree; only then is what was not asked for left out.

    `rules` are the rules that ran, `crashed` those of them that failed.
    """
    filters = _Filters(facts, loaded, options)
    ran_through = set(rules) - set(crashed)
    settled = settle(findings, facts, facts.settings.today, ran_through, rule_ids())
    every = [filters.marked(each) for each in (*settled.kept, *settled.waiver_findings)]
    fresh, baselined = filters.new([each for each in every if filters.wants(each)])
    accepted = [
        replace(each, finding=filters.marked(each.finding))
        for each in settled.accepted
        if filters.wants(each.finding)
    ]
    remarks = conversion_remarks(facts) if options.verbose else ()
    fails = any(options.fails(each.severity) for each in fresh)
    return Result(
        tuple(fresh),
        filters.summary(fresh, len(accepted), baselined, len(rules)),
        2 if crashed else int(fails),
        accepted=tuple(sorted(accepted, key=_place_of_accepted)),
        remarks=tuple(sorted((each for each in remarks if filters.wants(each)), key=_place)),
        unchecked=() if loaded.texts else ("source",),
        stale=tuple(sorted((Counter(options.known) - _counts(every)).elements())),
    )


class _Filters:
    """What the options and the named paths leave of the findings."""

    def __init__(self, facts: Facts, loaded: Loaded, options: Options) -> None:
        self.facts = facts
        self.loaded = loaded
        self.options = options
        self.selection = options.selection
        self.paths = loaded.shown | _texts_shown(loaded)

    def wants(self, finding: Finding) -> bool:
        """Whether a finding stands in a file that is shown, and is asked for."""
        return finding.span.path in self.paths and self.selection.wants(finding)

    def marked(self, finding: Finding) -> Finding:
        """The finding with its fingerprint and the severity that is set for its rule."""
        graded = self.selection.graded(finding)
        return replace(graded, fingerprint=fingerprint(self.facts, finding))

    def new(self, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings in order without those that are known, and how many those were."""
        left = Counter(self.options.known)
        fresh: list[Finding] = []
        known = 0
        for each in sorted(findings, key=_place):
            if left[each.fingerprint] > 0:
                left[each.fingerprint] -= 1
                known += 1
            else:
                fresh.append(each)
        return fresh, known

    def summary(
        self, findings: list[Finding], accepted: int, baselined: int, rules: int
    ) -> Summary:
        """The counts of what is reported."""
        shown = self.loaded.shown
        errors, warnings, notes = (sum(f.severity is each for f in findings) for each in Severity)
        return Summary(
            files=len(shown),
            claims=sum(len(file.claims) for file in self.facts.files if file.path in shown),
            errors=errors,
            warnings=warnings,
            notes=notes,
            accepted=accepted,
            baselined=baselined,
            rules=rules,
        )


def _texts_shown(loaded: Loaded) -> frozenset[str]:
    """The texts of the files that are shown: findings may stand there too."""
    shown = {file.id for file in loaded.files if file.path in loaded.shown}
    return frozenset(text.path for name, text in loaded.texts.items() if name in shown)


def _counts(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(each.fingerprint for each in findings)


def _place(finding: Finding) -> tuple[str, int, str, int, str]:
    span = finding.span
    return span.path, span.line, finding.rule, span.column, finding.message


def _place_of_accepted(accepted: Accepted) -> tuple[str, int, str, int, str]:
    return _place(accepted.finding)
