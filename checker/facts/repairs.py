"""The single edits that would make all that a conflict touches consistent again, likeliest first.

An edit undoes one plausible slip of one claim of the finding (`edits`). It is judged by reading the
claims that hang together with it once more (`neighbourhood`), with the same rules: the finding must
go, and nothing new may come. What is left is ordered by what an editor would believe first
(`likelihood`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from checker.facts.edits import Edit, edits
from checker.facts.fit import Fit, agrees, misfit
from checker.facts.likelihood import (
    Key,
    Offer,
    believable,
    borne_out,
    familiar,
    in_order,
    rank,
    score,
    times_beside,
)
from checker.facts.neighbourhood import Neighbourhoods, excerpt, with_claim
from checker.finding import Finding, Repair, Severity
from checker.model.claim import Figure
from checker.solve.constraint import System

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


@dataclass(frozen=True, slots=True)
class Judge:
    """How a tree is judged: the findings of its rules, and the relations of its figures."""

    findings: Callable[[Facts], Sequence[Finding]]
    system: Callable[[Facts], System]


@dataclass(frozen=True, slots=True)
class _Scene:
    """The claims around one that may be wrong, without those that are wrong for other reasons.

    `wrong` is what is found among them as they stand, `missed` how far their figures miss; `fits`
    is a first look at an edit of that one claim.
    """

    facts: Facts
    wrong: Mapping[Key, Severity]
    missed: Fraction
    fits: Fit


class Repairs:
    """Looks for the repairs of one run's findings, as long as there is something left to spend."""

    def __init__(self, facts: Facts, judge: Judge, findings: Iterable[Finding]) -> None:
        self._facts = facts
        self._judge = judge
        self._readings = READINGS
        self._wrong = _gravest(each for each in findings if takes_part(each.rule))
        self._wrong_at: dict[str, list[Key]] = {}
        for key in self._wrong:
            for claim in key[1]:
                self._wrong_at.setdefault(claim, []).append(key)
        self._scenes: dict[tuple[frozenset[str], str], _Scene] = {}
        self._outcomes: dict[tuple[object, ...], frozenset[Key] | None] = {}

    @cached_property
    def _neighbourhoods(self) -> Neighbourhoods:
        return Neighbourhoods(self._facts)

    def of(self, finding: Finding, shown: Mapping[Key, Sequence[str]]) -> tuple[Repair, ...]:
        """The likeliest edits that settle a finding; none where no plausible slip explains it.

        `shown` are the fingerprints of the run's findings, for `Repair.settles`.
        """
        if not _repairable(finding) or self._readings <= 0:
            return ()
        near = self._neighbourhoods.around(finding.claims)
        found = [
            offer
            for claim in finding.claims[:CLAIMS]
            for offer in self._offers(self._scene(near, claim), finding, claim)
        ]
        return tuple(_repair(offer, shown) for offer in in_order(found)[:OFFERED])

    def _scene(self, near: frozenset[str], claim: str) -> _Scene:
        if (near, claim) not in self._scenes:
            kept = near - self._wrong_otherwise(near, claim)
            facts = excerpt(self._facts, kept)
            wrong = {
                key: self._wrong[key]
                for each in kept
                for key in self._wrong_at.get(each, ())
                if key[1] <= kept
            }
            missed = misfit(facts, self._judge.system(facts))
            fits = Fit(facts, self._judge.system, self._facts.claims[claim])
            self._scenes[near, claim] = _Scene(facts, wrong, missed, fits)
        return self._scenes[near, claim]

    def _wrong_otherwise(self, near: frozenset[str], claim: str) -> set[str]:
        """One claim of each conflict that this one has no part in; best, none that it conflicts with."""
        own = {each for key in self._wrong_at.get(claim, ()) for each in key[1]}
        left_out: set[str] = set()
        for each in sorted(near):
            for key in self._wrong_at.get(each, ()):
                apart = claim not in key[1] and left_out.isdisjoint(key[1])
                if apart and self._wrong[key] is not Severity.NOTE:
                    left_out.add(min(key[1], key=lambda other: (other in own, other)))
        return left_out

    def _offers(self, scene: _Scene, finding: Finding, key: str) -> list[Offer]:
        """The edits of one claim that settle the finding, at least as many as are ever offered."""
        found: list[Offer] = []
        ranked = [(rank(scene.facts, edit), edit) for edit in edits(self._facts.claims[key])]
        for least, edit in sorted(ranked, key=lambda entry: entry[0]):
            if self._readings <= 0 or _enough(found, least):
                break
            if _supported(scene.facts, finding, edit) and scene.fits(edit):
                offer = self._judged(scene, key_of(finding), edit)
                found += [offer] if offer else []
        return found

    def _judged(self, scene: _Scene, key: Key, edit: Edit) -> Offer | None:
        """The edit as an offer, unless it leaves the finding or breaks something else."""
        facts = with_claim(scene.facts, edit.claim)
        after = self._outcome(scene, facts, edit)
        if after is None or key in after:
            return None
        missed = misfit(facts, self._judge.system(facts))
        if not believable(edit, scene.missed, missed):
            return None
        return Offer(
            edit,
            settled=frozenset(scene.wrong.keys() - after),
            left_over=any(
                edit.claim.key in claims and scene.wrong[rule, claims] is not Severity.NOTE
                for rule, claims in after
            ),
            borne_out=borne_out(edit),
            missed=missed,
            familiar=familiar(scene.facts, edit),
            rank=rank(scene.facts, edit),
        )

    def _outcome(self, scene: _Scene, facts: Facts, edit: Edit) -> frozenset[Key] | None:
        """What is still wrong after an edit; None where something new is."""
        known = (frozenset(scene.facts.claims), edit.claim.key, edit.key, edit.after)
        if known not in self._outcomes:
            self._outcomes[known] = self._read_again(scene, facts)
        return self._outcomes[known]

    def _read_again(self, scene: _Scene, facts: Facts) -> frozenset[Key] | None:
        if not agrees(self._judge.system(facts)):
            return None
        self._readings -= 1
        after = _gravest(self._judge.findings(facts))
        new = any(_graver(severity, scene.wrong.get(key)) for key, severity in after.items())
        return None if new else frozenset(after)


def _gravest(findings: Iterable[Finding]) -> dict[Key, Severity]:
    """What is wrong, and how gravely."""
    wrong: dict[Key, Severity] = {}
    for finding in findings:
        if finding.claims and _graver(finding.severity, wrong.get(key_of(finding))):
            wrong[key_of(finding)] = finding.severity
    return wrong


def takes_part(rule: str) -> bool:
    """Whether a rule has a say in what an edit settles or breaks."""
    return rule.partition("/")[0] in FAMILIES or rule in FORMAT


def key_of(finding: Finding) -> Key:
    """The finding without its words."""
    return finding.rule, frozenset(finding.claims)


def _repairable(finding: Finding) -> bool:
    family = finding.rule.partition("/")[0]
    of_figures = family in FAMILIES or finding.rule == "format/mixed-dimensions"
    return of_figures and finding.severity is not Severity.NOTE and bool(finding.claims)


def _graver(severity: Severity, before: Severity | None) -> bool:
    return before is None or severity.rank < before.rank


def _enough(found: Sequence[Offer], least: int) -> bool:
    """Whether the edits to come, which are no likelier slips, can no longer be among the first."""
    return sum(score(offer) <= least for offer in found) >= OFFERED


def _supported(facts: Facts, finding: Finding, edit: Edit) -> bool:
    """Another period would part any two figures: it takes another claim of the file to bear it out."""
    if not isinstance(edit.claim.asserts, Figure) or edit.key not in {"period", "as_of"}:
        return True
    if finding.rule == "numbers/falling-toll":
        return True
    return edit.after in set(times_beside(facts, edit))


def _repair(offer: Offer, shown: Mapping[Key, Sequence[str]]) -> Repair:
    edit = offer.edit
    settles = sorted({mark for key in offer.settled for mark in shown.get(key, ())})
    return Repair(edit.claim.key, edit.before, edit.after, edit.why, tuple(settles))
