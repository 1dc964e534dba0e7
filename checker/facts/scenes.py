"""Excerpts in which one claim is the only one that may be wrong.

Whether an edit of a claim settles a conflict can only be seen where nothing else is in conflict: of
every conflict that the claim has no part in, one claim is silenced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.fit import Fit, Relate, misfit
from checker.facts.likelihood import Key
from checker.facts.neighbourhood import Neighbourhoods, excerpt
from checker.finding import Finding, Severity
from checker.rational import Rational
from checker.solve.constraint import System

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.model.claim import Claim


# The claims of a scene, those of them that say nothing, and the one that may be wrong.
Name = tuple[frozenset[str], frozenset[str], str]


class Scene(Struct, frozen=True, dict=True):
    """The claims around one that may be wrong; those that are wrong for other reasons say nothing.

    `wrong` is what is found among them as they stand.
    """

    facts: Facts
    wrong: Mapping[Key, Severity]
    claim: Claim
    relate: Relate

    @cached_property
    def _system(self) -> System:
        return self.relate(self.facts)

    @cached_property
    def missed(self) -> Rational:
        """How far the figures miss one another as they stand."""
        return misfit(self.facts, self._system)

    @cached_property
    def fits(self) -> Fit:
        """A first look at an edit of the claim that may be wrong."""
        return Fit(self.facts, self._system, self.relate, self.claim)


class Scenes:
    """The scenes of one run, each built once; `findings` is all that is wrong in the tree."""

    def __init__(self, facts: Facts, relate: Relate, findings: Iterable[Finding]) -> None:
        self._facts = facts
        self._relate = relate
        self._wrong = gravest(findings)
        self._wrong_at: dict[str, list[Key]] = {}
        for key in self._wrong:
            for claim in key[1]:
                self._wrong_at.setdefault(claim, []).append(key)
        self._built: dict[Name, Scene] = {}

    @cached_property
    def _neighbourhoods(self) -> Neighbourhoods:
        return Neighbourhoods(self._facts)

    def of(self, finding: Finding, claim: str) -> Scene:
        """The finding's claims and what hangs together with them."""
        near = self._neighbourhoods.around(finding.claims)
        own = frozenset(finding.claims)
        return self._scene(near, claim, self._wrong_otherwise(near, claim, own))

    def beyond(self, finding: Finding, claim: str) -> Scene:
        """The claim and what hangs together with it, without the finding's other claims."""
        near = self._neighbourhoods.around(finding.claims)
        others = frozenset(finding.claims) - {claim}
        silent = others | self._wrong_otherwise(near - others, claim, frozenset())
        return self._scene(near, claim, silent)

    def _scene(self, near: frozenset[str], claim: str, silent: frozenset[str]) -> Scene:
        known = (near, silent, claim)
        if known not in self._built:
            facts = excerpt(self._facts, near, silent)
            wrong = {key: self._wrong[key] for key in self._within(near - silent)}
            self._built[known] = Scene(facts, wrong, self._facts.claims[claim], self._relate)
        return self._built[known]

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
            if claim not in key[1] and left_out.isdisjoint(key[1]):
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
