"""Smallest conflicts of figures: sets of claims that cannot all be true, each claim necessary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.solve.constraint import Bound, Constraint, Level, Linear, System
from checker.solve.differences import decide
from checker.solve.exact import Undecided, exact_core, needs_exact
from checker.solve.propagate import active_constraints, propagate
from checker.solve.search import Claims, shrink, smallest_conflicts
from checker.solve.witness import has_witness_within

# Limits count steps, not seconds: how many terms may be looked at in one component, how many of them
# before only the conflicts on a straight walk are looked for; how often z3 may be asked, about how
# many claims at most, and for how many times it counts where z3 gives up, which takes it longest.
# About three seconds on a large component.
STEPS = 400_000
EXPLORING_STEPS = 60_000
EXACT_CHECKS = 600
EXACT_CLAIMS = 2_000
UNDECIDED = 200


class Conflict(Struct, frozen=True):
    """Claims that cannot all be true at `level`, what they say, and the relations that it takes."""

    claims: Claims
    constraints: tuple[Constraint, ...]
    level: Level
    bounds: tuple[Bound, ...] = ()

    @property
    def rules(self) -> frozenset[str]:
        """The rules that its relations come from."""
        return frozenset(constraint.rule for constraint in self.constraints)


class Search(Struct, frozen=True):
    """All conflicts that were found; `complete` is False where a limit cut the search off."""

    conflicts: tuple[Conflict, ...]
    complete: bool


def search(system: System, level: Level, known: Iterable[Claims] = ()) -> Search:
    """The smallest conflicts of a system; those in `known` are taken as found and not repeated."""
    component = _Component(system, level)
    found = smallest_conflicts(
        Claims(system.sources),
        lambda active: component.contradiction(system, active),
        known,
        tired=component.is_tired,
        spent=component.is_spent,
    )
    conflicts = tuple(component.conflict(core) for core in found)
    return Search(conflicts, not component.cut)


class _Component(Struct):
    """One component at one level, and what may still be spent on it."""

    system: System
    level: Level
    steps: int = 0
    exact_checks: int = EXACT_CHECKS
    cut: bool = False

    def is_tired(self) -> bool:
        """Whether so much was spent that further combinations are not tried."""
        self.cut = self.cut or self.steps > EXPLORING_STEPS
        return self.steps > EXPLORING_STEPS

    def is_spent(self) -> bool:
        """Whether so much was spent that nothing more is asked."""
        self.cut = self.cut or self.steps > STEPS
        return self.steps > STEPS

    def conflict(self, core: Claims) -> Conflict:
        """A smallest set of claims with the relations that set them against one another."""
        bounds = tuple(bound for bound in self.system.bounds if bound.source in core)
        return Conflict(core, self.relations(core, bounds), self.level, bounds)

    def relations(self, core: Claims, bounds: tuple[Bound, ...]) -> tuple[Constraint, ...]:
        """The constraints without which these claims would agree, the wide ones left out first."""
        held = active_constraints(self.system, self.level, core)

        def contradicts(kept: Sequence[Constraint]) -> Sequence[Constraint] | None:
            smaller = replace(self.system, bounds=bounds, constraints=tuple(kept))
            return kept if self.contradiction(smaller, core) is not None else None

        return tuple(shrink(sorted(held, key=_specificity), contradicts, self.is_spent))

    def contradiction(self, system: System, active: Claims) -> Claims | None:
        """Claims that contradict one another (perhaps more than needed), or None."""
        if self.is_spent():
            return None
        decided = decide(system, self.level, active)
        if decided is not None:
            self.steps += decided.steps
            self.cut = self.cut or not decided.complete
            return decided.core
        outcome = propagate(system, self.level, active)
        self.steps += outcome.steps
        if outcome.core is not None:
            return outcome.core
        if outcome.settled and not needs_exact(system, self.level, active):
            return None
        if has_witness_within(
            outcome.ranges, active_constraints(system, self.level, active), system
        ):
            return None
        return self._ask_exactly(system, active)

    def _ask_exactly(self, system: System, active: Claims) -> Claims | None:
        if self.exact_checks <= 0 or len(active) > EXACT_CLAIMS:
            self.cut = True
            return None
        self.exact_checks -= 1
        try:
            return exact_core(system, self.level, active)
        except Undecided:
            self.exact_checks -= max(UNDECIDED, 2 * len(active))
            self.cut = True
            return None


def _specificity(constraint: Constraint) -> tuple[int, bool, bool]:
    """Constraints that join many variables first, of those sums of classes, then what only limits."""
    equality = not isinstance(constraint, Linear) or constraint.bounds.point is not None
    of_classes = isinstance(constraint, Linear) and bool(constraint.optional)
    return -len(constraint.variables), not of_classes, equality
