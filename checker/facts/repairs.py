"""The single edits that would make all that a conflict touches consistent again, likeliest first.

An edit undoes one plausible slip of one claim of the finding (`edits`). It is judged by reading the
claims that hang together with it once more (`scenes`), with the same rules: the finding must go, and
nothing new may come. What is left is ordered by what an editor would believe first (`likelihood`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.edits import Edit, edits
from checker.facts.fit import agrees, misfit
from checker.facts.likelihood import (
    Key,
    Offer,
    believable,
    borne_out,
    familiar,
    in_order,
    may_be_believed,
    rank,
    score,
    times_beside,
)
from checker.facts.neighbourhood import with_claim
from checker.facts.scenes import Scene, Scenes, gravest, is_graver, key_of
from checker.finding import Finding, Repair, Severity
from checker.model.claim import Figure
from checker.solve.constraint import System

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# Conflicts of these families are of figures and days; the others bring their own repairs.
FAMILIES = frozenset({"numbers", "money", "units", "time"})
MIXED = "format/mixed-dimensions"
# What else a wrong edit may run into.
FORMAT = frozenset(
    {
        MIXED,
        "format/missing-rate",
        "format/outside-range",
        "format/unreadable-date",
        "format/unreadable-quantity",
    }
)
OFFERED = 5
# So many claims of one finding are looked at for slips.
CLAIMS = 8
# Of a conflict of more claims nobody can tell which one slipped.
MANY = 200
# Limits count steps, not seconds: so many claims are read again in one run.
CLAIMS_READ = 4_000
# What it takes to set a scene, in claims read.
CLAIMS_A_SCENE = 2


class Judge(Struct, frozen=True):
    """How a tree is judged: the findings of its rules, and the relations of its figures."""

    findings: Callable[[Facts], Sequence[Finding]]
    system: Callable[[Facts], System]


class Repairs:
    """Looks for the repairs of one run's findings, as long as there is something left to spend.

    `findings` are all of the run, before any was left out or counted as another one.
    """

    def __init__(self, facts: Facts, judge: Judge, findings: Iterable[Finding]) -> None:
        self._facts = facts
        self._judge = judge
        self._left = CLAIMS_READ
        self._scenes = Scenes(facts, judge.system, filter(_counts, findings))

    def of(self, finding: Finding, shown: Mapping[Key, Sequence[str]]) -> tuple[Repair, ...]:
        """The likeliest edits that settle a finding; none where no plausible slip explains it.

        `shown` are the fingerprints of the run's findings, for `Repair.settles`.
        """
        if not _repairable(finding) or self._left <= 0 or len(finding.claims) > MANY:
            return ()
        claims = finding.claims[:CLAIMS]
        found = [offer for claim in claims for offer in self._offers(finding, claim)]
        return tuple(_repair(offer, shown) for offer in in_order(found)[:OFFERED])

    def _offers(self, finding: Finding, claim: str) -> list[Offer]:
        """The edits of one claim that settle the finding, at least as many as are ever offered."""
        if self._left <= 0:
            return []
        self._left -= CLAIMS_A_SCENE
        scene = self._scenes.of(finding, claim)
        if key_of(finding) not in scene.wrong:
            return []
        found: list[Offer] = []
        scores: list[int] = []
        ranked = [(rank(scene.facts, edit), edit) for edit in edits(self._facts.claims[claim])]
        for least, edit in sorted(ranked, key=lambda entry: entry[0]):
            if self._left <= 0 or _enough(scores, least):
                break
            if _supported(scene.facts, finding, edit) and _may_settle(scene, edit):
                offer = self._judged(scene, key_of(finding), edit)
                if offer and self._is_sound(finding, scene, edit):
                    found.append(offer)
                    scores.append(score(offer))
        return found

    def _judged(self, scene: Scene, key: Key, edit: Edit) -> Offer | None:
        """The edit as an offer, unless it leaves the finding or breaks something else."""
        facts, system = self._edited(scene, edit)
        if not agrees(system):
            return None
        missed = misfit(facts, system)
        if not believable(edit, scene.missed, missed):
            return None
        after = self._read_again(scene, facts)
        if after is None or key in after:
            return None
        return Offer(
            edit,
            settled=frozenset(scene.wrong.keys() - after),
            left_over=any(edit.claim.key in claims for _, claims in after),
            borne_out=borne_out(edit),
            missed=missed,
            familiar=familiar(scene.facts, edit),
            rank=rank(scene.facts, edit),
        )

    def _is_sound(self, finding: Finding, scene: Scene, edit: Edit) -> bool:
        """Whether an edit that settles the finding in its scene brings nothing new beyond it."""
        beyond = self._scenes.beyond(finding, edit.claim.key)
        if beyond is scene:
            return True
        facts, system = self._edited(beyond, edit)
        return agrees(system) and self._read_again(beyond, facts) is not None

    def _edited(self, scene: Scene, edit: Edit) -> tuple[Facts, System]:
        """A scene after an edit, and the relations of its figures."""
        facts = with_claim(scene.facts, edit.claim)
        self._left -= len(facts.claims)
        return facts, self._judge.system(facts)

    def _read_again(self, scene: Scene, facts: Facts) -> frozenset[Key] | None:
        """What is still wrong in an edited scene; None where something new is."""
        after = gravest(filter(_counts, self._judge.findings(facts)))
        new = any(is_graver(severity, scene.wrong.get(key)) for key, severity in after.items())
        return None if new else frozenset(after)


def takes_part(rule: str) -> bool:
    """Whether a rule has a say in what an edit settles or breaks."""
    return rule.partition("/")[0] in FAMILIES or rule in FORMAT


def _repairable(finding: Finding) -> bool:
    of_figures = finding.rule.partition("/")[0] in FAMILIES or finding.rule == MIXED
    return of_figures and finding.severity is not Severity.NOTE and bool(finding.claims)


def _counts(finding: Finding) -> bool:
    """Whether a finding speaks against an edit: a note does where it tells that nothing was read."""
    grave = finding.severity is not Severity.NOTE or finding.rule in FORMAT
    return grave and takes_part(finding.rule)


def _enough(scores: Sequence[int], least: int) -> bool:
    """Whether the edits to come, which are no likelier slips, can no longer be among the first."""
    return sum(score <= least for score in scores) >= OFFERED


def _may_settle(scene: Scene, edit: Edit) -> bool:
    """A first look at an edit, to spare reading everything again."""
    return may_be_believed(edit, scene.missed) and scene.fits(edit)


def _supported(facts: Facts, finding: Finding, edit: Edit) -> bool:
    """Another period would part any two figures: it takes another claim of the file to bear it out."""
    if not isinstance(edit.claim.asserts, Figure) or edit.key not in {"period", "as_of"}:
        return True
    falling = finding.rule == "numbers/falling-toll"
    return falling or edit.after in set(times_beside(facts, edit))


def _repair(offer: Offer, shown: Mapping[Key, Sequence[str]]) -> Repair:
    edit = offer.edit
    settles = sorted({mark for key in offer.settled for mark in shown.get(key, ())})
    return Repair(edit.claim.key, edit.before, edit.after, edit.why, tuple(settles))
