"""Excerpts in which one claim is the only one that may be wrong.

Whether an edit of a claim settles a conflict can only be seen where nothing else is in conflict: of
every conflict that the claim has no part in, one claim is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.facts.fit import Fit, Relate, misfit
from checker.facts.likelihood import Key
from checker.facts.neighbourhood import Neighbourhoods, excerpt
from checker.finding import Finding, Severity

if TYPE_CHECKING:
    from checker.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class Scene:
    """The claims around one that may be wrong, without those that are wrong for other reasons.

    `wrong` is what is found among them as they stand, `missed` how far their figures miss; `fits`
    is a first look at an edit of that one claim.
    """

    facts: Facts
    wrong: Mapping[Key, Severity]
    missed: Fraction
    fits: Fit


class Scenes:
    """The scenes of one run, each built once; `findings` is all that is wrong in the tree."""

    def __init__(self, facts: Facts, relate: Relate, findings: Iterable[Finding]) -> None:
        self._facts = facts
        self._relate = relate
        self._neighbourhoods = Neighbourhoods(facts)
        self._wrong = gravest(findings)
        self._wrong_at: dict[str, list[Key]] = {}
        for key in self._wrong:
            for claim in key[1]:
                self._wrong_at.setdefault(claim, []).append(key)
        self._built: dict[tuple[frozenset[str], str], Scene] = {}

    def of(self, finding: Finding, claim: str) -> Scene:
        """The finding's claims and what hangs together with them."""
        near = self._neighbourhoods.around(finding.claims)
        return self._scene(near, claim, frozenset(finding.claims))

    def beyond(self, finding: Finding, claim: str) -> Scene:
        """The claim and what hangs together with it, without the finding's other claims."""
        near = self._neighbourhoods.around(finding.claims)
        return self._scene(near - (set(finding.claims) - {claim}), claim, frozenset())

    def _scene(self, near: frozenset[str], claim: str, kept: frozenset[str]) -> Scene:
        left = near - self._wrong_otherwise(near, claim, kept)
        if (left, claim) not in self._built:
            facts = excerpt(self._facts, left)
            wrong = {key: self._wrong[key] for key in self._within(left)}
            missed = misfit(facts, self._relate(facts))
            fits = Fit(facts, self._relate, self._facts.claims[claim])
            self._built[left, claim] = Scene(facts, wrong, missed, fits)
        return self._built[left, claim]

    def _within(self, claims: frozenset[str]) -> list[Key]:
        keys = (key for claim in sorted(claims) for key in self._wrong_at.get(claim, ()))
        return [key for key in dict.fromkeys(keys) if key[1] <= claims]

    def _wrong_otherwise(
        self, near: frozenset[str], claim: str, kept: frozenset[str]
    ) -> frozenset[str]:
        """A claim of each conflict that this one has no part in, none of `kept` if it can be."""
        own = {each for key in self._wrong_at.get(claim, ()) for each in key[1]}
        left_out: set[str] = set()
        for key in self._within(near):
            apart = claim not in key[1] and left_out.isdisjoint(key[1])
            if apart and self._wrong[key] is not Severity.NOTE:
                left_out.add(min(key[1], key=lambda each: (each in kept, each in own, each)))
        return frozenset(left_out)


def key_of(finding: Finding) -> Key:
    """The finding without its words."""
    return finding.rule, frozenset(finding.claims)


def gravest(findings: Iterable[Finding]) -> dict[Key, Severity]:
    """What is wrong, and how gravely."""
    wrong: dict[Key, Severity] = {}
    for finding in findings:
        if finding.claims and is_graver(finding.severity, wrong.get(key_of(finding))):
            wrong[key_of(finding)] = finding.severity
    return wrong


def is_graver(severity: Severity, before: Severity | None) -> bool:
    """Whether something is worse than it was."""
    return before is None or severity.rank < before.rank
