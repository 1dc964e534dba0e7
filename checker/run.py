"""The pipeline: sources are read, facts are joined, rules judge, findings are settled and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from checker.collector import collector_paused
from checker.facts.comparable import SAME
from checker.facts.day_conflicts import JOINTLY as DAYS_JOINTLY
from checker.facts.day_conflicts import conflicts_of_days, rule_of_days
from checker.facts.facts import Facts
from checker.facts.references import claims_named
from checker.facts.specific import most_specific
from checker.facts.systems import conflicts, joint_system, systems
from checker.finding import Finding, Severity
from checker.options import FAIL_ON, Options
from checker.outcome import outcome
from checker.read.discover import Source, discover
from checker.read.load import Loaded, load
from checker.result import Result
from checker.rules._registry import all_rules
from checker.rules._rule import Rule
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Constraint, Linear, Product, System
from checker.span import Span

JOINTLY = "numbers/jointly-impossible"
__all__ = ["FAIL_ON", "Options", "judge", "run", "run_sources"]


class _Judgement(Struct):
    """The findings so far, and the rules that crashed on the way."""

    findings: list[Finding] = field(default_factory=list)
    crashed: set[str] = field(default_factory=set)

    def collect(
        self, rule: Rule, path: str, check: Callable[..., Iterable[Finding]], *about: object
    ) -> None:
        """Add what a rule finds; a rule that crashes is a finding itself and fails the run."""
        try:
            for found in check(*about):
                self.findings.append(replace(found, rule=found.rule or rule.id))
        except Exception as error:
            self.crashed.add(rule.id)
            self.findings.append(_crash(rule, path, error))


def run(paths: Sequence[str], options: Options) -> Result:
    """Check claims trees and files.

    Raises:
        Unusable: a path that is not there, or a folder without claim files.
    """
    sources = discover(
        paths,
        claims_folder=options.claims,
        stdin=options.stdin,
        stdin_name=options.stdin_filename,
    )
    return run_sources(sources, options)


def run_sources(sources: Iterable[Source], options: Options) -> Result:
    """Check sources that are already found, on disk or in memory."""
    with collector_paused():
        if options.store is not None:
            return options.store.result(tuple(sources), options, _read, judge)
        return judge(_read(sources, options), options)


def _read(sources: Iterable[Source], options: Options) -> Loaded:
    sources = tuple(sources)
    options.progress(len(sources), f"reading {len(sources):,} files")
    return load(sources, options.texts)


def judge(loaded: Loaded, options: Options) -> Result:
    """Everything after reading: the same for files, standard input and text in memory."""
    settings = options.settings
    if options.today is not None:
        settings = replace(settings, today=date.fromisoformat(options.today).toordinal())
    facts = Facts(loaded.files, loaded.texts, settings, loaded.unread)
    rules = [rule for rule in all_rules() if not rule.selected_only or _chosen(rule, options)]
    judgement = _Judgement(list(loaded.findings))
    options.progress(len(facts.files), f"comparing {len(facts.claims):,} claims")
    _check(facts, rules, judgement)
    _solve(facts, rules, judgement)
    result = outcome(
        facts,
        loaded,
        options,
        _once_a_claim(facts, most_specific(judgement.findings)),
        rules=[rule.id for rule in rules],
        crashed=judgement.crashed,
    )
    if options.repairs:
        options.progress(len(facts.files), "looking for what would settle the findings")
    return _advised(facts, rules, judgement.findings, result, repairs=options.repairs)


def _advised(
    facts: Facts, rules: list[Rule], every: Sequence[Finding], result: Result, *, repairs: bool
) -> Result:
    """The result with what would settle its findings; excerpts are judged by the same rules."""
    if all(finding.severity is Severity.NOTE for finding in result.findings):
        return result
    from checker.advice import advise
    from checker.facts.repairs import Judge, takes_part

    judging = [rule for rule in rules if takes_part(rule.id)]

    def findings(excerpt: Facts) -> list[Finding]:
        judgement = _Judgement()
        _check(excerpt, judging, judgement)
        _solve(excerpt, judging, judgement)
        return judgement.findings

    def system(excerpt: Facts) -> System:
        return joint_system(excerpt, *_relations(excerpt, judging, _Judgement()))

    return advise(facts, Judge(findings, system) if repairs else None, every, result)


def _check(facts: Facts, rules: list[Rule], judgement: _Judgement) -> None:
    """File by file, then rule by rule: rules of one family read the same words of a file."""
    of_files = [(rule, rule.check_file) for rule in rules if rule.check_file is not None]
    for file in facts.files:
        for rule, check in of_files:
            judgement.collect(rule, file.path, check, file, facts)
    for rule in rules:
        if rule.check_tree is not None:
            judgement.collect(rule, _first_path(facts), rule.check_tree, facts)


def _solve(facts: Facts, rules: list[Rule], judgement: _Judgement) -> None:
    """Gather what the rules demand, solve each component, and let the rules word the conflicts."""
    by_id = {rule.id: rule for rule in rules}
    for system in systems(facts, *_relations(facts, rules, judgement)):
        found, complete = conflicts(system)
        for conflict in found:
            rule = by_id[rule_of(conflict)]
            describe = rule.describe
            if describe is not None:
                judgement.collect(rule, "", _described, describe, conflict, facts)
        if not complete:
            judgement.findings.append(_cut_off(facts, system.sources, JOINTLY))
    _solve_days(facts, by_id, judgement)


def _relations(
    facts: Facts, rules: list[Rule], judgement: _Judgement
) -> tuple[list[Constraint], list[Bound]]:
    """What the rules demand of figures, and what they bound by themselves."""
    constraints: list[Constraint] = []
    bounds: list[Bound] = []
    for rule in rules:
        if rule.constrain is not None:
            for each in _demands(rule, facts, judgement):
                if isinstance(each, Bound):
                    bounds.append(each)
                elif isinstance(each, Linear | Product):
                    constraints.append(each)
    return constraints, bounds


def _solve_days(facts: Facts, by_id: dict[str, Rule], judgement: _Judgement) -> None:
    """The same for events, orders, lengths of time and ages."""
    cut = False
    for conflict, complete in conflicts_of_days(facts):
        rule = by_id[rule_of_days(facts, conflict)]
        describe = rule.describe
        if describe is not None:
            judgement.collect(rule, "", _described, describe, conflict, facts)
        if not complete and not cut:
            cut = True
            judgement.findings.append(_cut_off(facts, conflict.claims, DAYS_JOINTLY))


def _described(
    describe: Callable[[Any, Facts], Finding], conflict: Any, facts: Facts
) -> list[Finding]:
    return [describe(conflict, facts)]


def _demands(rule: Rule, facts: Facts, judgement: _Judgement) -> list[Constraint | Bound]:
    assert rule.constrain is not None
    try:
        return list(rule.constrain(facts))
    except Exception as error:
        judgement.crashed.add(rule.id)
        judgement.findings.append(_crash(rule, _first_path(facts), error))
        return []


def rule_of(conflict: Conflict) -> str:
    """The rule that all relations of a conflict come from; being about one thing counts as none."""
    rules = conflict.rules - {SAME}
    if not rules:
        return SAME
    return next(iter(rules)) if len(rules) == 1 else JOINTLY


def _once_a_claim(facts: Facts, findings: list[Finding]) -> list[Finding]:
    """One finding a rule and claim: the gravest, of those the smallest, of those the earliest.

    Of equally small ones first what the claim itself says of others, before what they come to.
    """
    best: dict[tuple[str, str], list[Finding]] = {}
    kept: list[Finding] = []
    for finding in findings:
        if len(finding.claims) < 2:
            kept.append(finding)
        else:
            best.setdefault((finding.rule, finding.claims[0]), []).append(finding)
    for (_, claim), rivals in best.items():
        nearest, *others = _nearest_first(facts, claim, rivals) if len(rivals) > 1 else rivals
        kept.append(_with_rivals(nearest, others))
    return kept


def _nearest_first(facts: Facts, claim: str, rivals: list[Finding]) -> list[Finding]:
    named = claims_named(facts.claims[claim])
    return sorted(
        rivals,
        key=lambda each: (
            each.severity.rank,
            len(each.claims),
            -len(named.intersection(each.claims)),
            _earliest(facts, each),
        ),
    )


def _earliest(facts: Facts, finding: Finding) -> list[tuple[int, str, int]]:
    return [facts.order(facts.claims[claim]) for claim in finding.claims[1:]]


def _with_rivals(finding: Finding, rivals: list[Finding]) -> Finding:
    known = {related.claim for related in finding.related}
    more = {r.claim: r for rival in rivals for r in rival.related if r.claim not in known}
    return replace(finding, related=finding.related + tuple(more.values())[:10])


def _chosen(rule: Rule, options: Options) -> bool:
    return rule.id in options.select


def _first_path(facts: Facts) -> str:
    return facts.files[0].path if facts.files else ""


def _crash(rule: Rule, path: str, error: Exception) -> Finding:
    owner = f" to the makers of the pack {rule.pack}" if rule.pack else ""
    return Finding(
        rule=rule.id,
        severity=Severity.ERROR,
        message=f"The check {rule.id} failed and says nothing about this file "
        f"({type(error).__name__}: {error}); please report this{owner}.",
        span=Span(path),
    )


def _cut_off(facts: Facts, claims: Iterable[str], rule: str) -> Finding:
    first = facts.claims[min(claims)]
    return Finding(
        rule=rule,
        severity=Severity.NOTE,
        message="So many claims hang together here that not every combination was tried: "
        "what is reported holds, but there may be more.",
        span=first.entry_span("id"),
        claims=(first.key,),
    )
