"""The single edits that would make all that a conflict touches consistent again, likeliest first.

An edit undoes one plausible slip of one claim of the finding (`edits`). It is judged by reading the
claims that hang together with it once more (`neighbourhood`), with the same rules: the finding must
go, and nothing new may come. What is left is ordered by what an editor would believe first: the
claim's own quote bears the edit out; more findings go; the slip is a likely one and the printed
figures then fit exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from checker.facts.edits import Edit, edits
from checker.facts.fit import Fit, misfit
from checker.facts.neighbourhood import Neighbourhoods, excerpt, with_claim
from checker.facts.quotes import joined_quote
from checker.finding import Finding, Repair, Severity
from checker.language.containment import Verdict, compare
from checker.model.claim import Figure
from checker.solve.constraint import System
from checker.solve.slips import HEDGE, HEDGE_ADDED, HEDGE_LOST, LOST

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# Conflicts of these families are of figures and days; the others bring their own repairs.
FAMILIES = frozenset({"numbers", "money", "units", "time"})
# What else a wrong edit may run into.
FORMAT = frozenset(
    f"format/{rule}"
    for rule in (
        "missing-rate",
        "mixed-dimensions",
        "outside-range",
        "unreadable-quantity",
        "unreadable-date",
    )
)
OFFERED = 5
# So many claims of one finding are looked at for slips.
CLAIMS = 8
# Limits count steps, not seconds: so often are excerpts read again in one run.
READINGS = 1_500
# A hedge was hardly the slip where the printed numbers are further apart than a tenth.
_HEDGED_WITHIN = 10
# The rank of a lost digit that is neither 0 nor like its neighbours.
_UNLIKELY_DIGIT = 6
_HEDGES = frozenset({HEDGE, HEDGE_ADDED, HEDGE_LOST})
# The printed figures miss one another by one part in so many: each step makes a slip less likely.
_MISSES = (1_000, 200, 50, 20, 10, 5)

# A finding without its words: the rule and the claims.
Key = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judge:
    """How a tree is judged: the findings of its rules, and the relations of its figures."""

    findings: Callable[[Facts], Sequence[Finding]]
    system: Callable[[Facts], System]


@dataclass(frozen=True, slots=True)
class _Scene:
    """The claims around a finding, what is wrong among them, and how far the figures miss."""

    facts: Facts
    wrong: Mapping[Key, Severity]
    missed: Fraction


@dataclass(frozen=True, slots=True)
class _Offer:
    """An edit that settles the finding, and all that speaks for it."""

    edit: Edit
    settled: frozenset[Key]
    left_over: bool
    borne_out: bool
    score: int

    @property
    def order(self) -> tuple[bool, bool, int, int]:
        """Sorts the offers, the most convincing first."""
        return (not self.borne_out, self.left_over, -len(self.settled), self.score)


@dataclass
class Repairs:
    """Looks for the repairs of one run's findings; `readings` is what it may still spend."""

    facts: Facts
    judge: Judge
    readings: int = READINGS
    _scenes: dict[frozenset[str], _Scene] = field(default_factory=dict)
    _outcomes: dict[tuple[object, ...], frozenset[Key] | None] = field(default_factory=dict)

    @cached_property
    def _neighbourhoods(self) -> Neighbourhoods:
        return Neighbourhoods(self.facts)

    def of(self, finding: Finding, shown: Mapping[Key, Sequence[str]]) -> tuple[Repair, ...]:
        """The likeliest edits that settle a finding; none where no plausible slip explains it.

        `shown` are the fingerprints of the run's findings, for `Repair.settles`.
        """
        if not _repairable(finding) or self.readings <= 0:
            return ()
        scene = self._scene(finding)
        if key_of(finding) not in scene.wrong:
            return ()
        claims = finding.claims[:CLAIMS]
        found = [offer for claim in claims for offer in self._offers(scene, finding, claim)]
        found.sort(key=lambda offer: offer.order)
        return tuple(_repair(offer, shown) for offer in _varied(found)[:OFFERED])

    def _scene(self, finding: Finding) -> _Scene:
        near = self._neighbourhoods.around(finding.claims)
        if near not in self._scenes:
            facts = excerpt(self.facts, near)
            missed = misfit(facts, self.judge.system(facts))
            self._scenes[near] = _Scene(facts, self._wrong(facts), missed)
        return self._scenes[near]

    def _wrong(self, facts: Facts) -> dict[Key, Severity]:
        self.readings -= 1
        wrong: dict[Key, Severity] = {}
        for finding in self.judge.findings(facts):
            key = key_of(finding)
            if _graver(finding.severity, wrong.get(key)):
                wrong[key] = finding.severity
        return wrong

    def _offers(self, scene: _Scene, finding: Finding, key: str) -> list[_Offer]:
        """The edits of one claim that settle the finding, at least as many as are ever offered."""
        claim = self.facts.claims[key]
        core = excerpt(self.facts, frozenset(finding.claims))
        fits = Fit(core, self.judge.system, claim, one_dimension=_of_numbers(finding))
        found: list[_Offer] = []
        for edit in sorted(edits(claim), key=lambda edit: edit.rank):
            if self.readings <= 0 or _enough(found, edit):
                break
            if _supported(scene.facts, finding, edit) and fits(edit):
                offer = self._judged(scene, key_of(finding), edit)
                found += [offer] if offer else []
        return found

    def _judged(self, scene: _Scene, key: Key, edit: Edit) -> _Offer | None:
        """The edit as an offer, unless it leaves the finding or breaks something else."""
        facts = with_claim(scene.facts, edit.claim)
        after = self._outcome(scene, facts, edit)
        if after is None or key in after:
            return None
        missed = misfit(facts, self.judge.system(facts))
        if edit.why in _HEDGES and missed > Fraction(1, _HEDGED_WITHIN):
            return None
        if _any_digit(edit) and (missed or not scene.missed):
            return None
        return _Offer(
            edit,
            settled=frozenset(scene.wrong.keys() - after),
            left_over=any(
                edit.claim.key in claims and scene.wrong[rule, claims] is not Severity.NOTE
                for rule, claims in after
            ),
            borne_out=_borne_out(edit),
            score=edit.rank + _missed_by(missed),
        )

    def _outcome(self, scene: _Scene, facts: Facts, edit: Edit) -> frozenset[Key] | None:
        """What is still wrong after an edit; None where something new is."""
        known = (frozenset(scene.facts.claims), edit.claim.key, edit.key, edit.after)
        if known not in self._outcomes:
            after = self._wrong(facts)
            new = any(_graver(severity, scene.wrong.get(key)) for key, severity in after.items())
            self._outcomes[known] = None if new else frozenset(after)
        return self._outcomes[known]


def takes_part(rule: str) -> bool:
    """Whether a rule has a say in what an edit settles or breaks."""
    return rule.partition("/")[0] in FAMILIES or rule in FORMAT


def key_of(finding: Finding) -> Key:
    """The finding without its words."""
    return finding.rule, frozenset(finding.claims)


def _repairable(finding: Finding) -> bool:
    family = finding.rule.partition("/")[0]
    return family in FAMILIES and finding.severity is not Severity.NOTE and bool(finding.claims)


def _of_numbers(finding: Finding) -> bool:
    """Whether an edit to another unit would only stop the figures from being compared."""
    return finding.rule.startswith("numbers/")


def _graver(severity: Severity, before: Severity | None) -> bool:
    return before is None or severity.rank < before.rank


def _enough(found: Sequence[_Offer], edit: Edit) -> bool:
    """Whether the edits to come, which are no likelier slips, can no longer be among the first."""
    return sum(offer.score <= edit.rank for offer in found) >= OFFERED


def _supported(facts: Facts, finding: Finding, edit: Edit) -> bool:
    """Another period would part any two figures: it takes another claim of the file to bear it out."""
    if not isinstance(edit.claim.asserts, Figure) or edit.key not in {"period", "as_of"}:
        return True
    if finding.rule == "numbers/falling-toll":
        return True
    times = {
        time
        for claim in facts.claims.values()
        if claim.file == edit.claim.file and isinstance(claim.asserts, Figure)
        for time in (claim.asserts.period, claim.asserts.as_of)
    }
    return edit.after in times


def _any_digit(edit: Edit) -> bool:
    """Whether the slip lost some digit or other: without figures that then fit, any would do."""
    return edit.why == LOST and edit.rank >= _UNLIKELY_DIGIT


def _borne_out(edit: Edit) -> bool:
    """Whether the claim's own quote has the edited words, and not those that stand there."""
    quote = joined_quote(edit.claim)
    if not quote or edit.key not in {"value", "share", "restated", "age"}:
        return False
    before, after = compare(edit.before, quote), compare(edit.after, quote)
    return after.verdict is Verdict.SAME and before.verdict is not Verdict.SAME


def _varied(offers: Sequence[_Offer]) -> list[_Offer]:
    """The offers with one lost hedge a claim: which one it was, nobody can tell."""
    kept: list[_Offer] = []
    for offer in offers:
        alike = (offer.edit.claim.key, offer.edit.key, offer.edit.before, HEDGE_LOST)
        known = {(o.edit.claim.key, o.edit.key, o.edit.before, o.edit.why) for o in kept}
        if offer.edit.why != HEDGE_LOST or alike not in known:
            kept.append(offer)
    return kept


def _missed_by(missed: Fraction) -> int:
    """How unlikely a slip is made by how far the printed figures are still apart."""
    return sum(missed > Fraction(1, part) for part in _MISSES) + (missed > 0)


def _repair(offer: _Offer, shown: Mapping[Key, Sequence[str]]) -> Repair:
    edit = offer.edit
    settles = sorted({mark for key in offer.settled for mark in shown.get(key, ())})
    return Repair(edit.claim.key, edit.before, edit.after, edit.why, tuple(settles))
