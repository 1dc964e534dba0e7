"""Smallest conflicts: sets of claims that cannot all be true, each claim of them necessary."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from checker.solve.constraint import Bound, Constraint, Level, Linear, System
from checker.solve.exact import Undecided, needs_exact, satisfiable
from checker.solve.propagate import active_constraints, propagate

Item = TypeVar("Item")

# Limits count steps, not seconds. How many times one component is searched for a further conflict;
# how many checks it may take in all; how many of them may be z3's, and on how many claims at most.
SEARCHES = 150
CHECKS = 4_000
EXACT_CHECKS = 600
EXACT_CLAIMS = 2_000


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true at `level`, what they say, and the relations that it takes."""

    claims: frozenset[str]
    constraints: tuple[Constraint, ...]
    level: Level
    bounds: tuple[Bound, ...] = ()

    @property
    def rules(self) -> frozenset[str]:
        """The rules that its relations come from."""
        return frozenset(constraint.rule for constraint in self.constraints)


@dataclass(frozen=True, slots=True)
class Search:
    """All conflicts that were found; `complete` is False where a limit cut the search off."""

    conflicts: tuple[Conflict, ...]
    complete: bool


def search(system: System, level: Level, known: Iterable[frozenset[str]] = ()) -> Search:
    """The smallest conflicts of a system; those in `known` are taken as found and not repeated.

    Reiter's hitting-set tree, breadth first: leave out one claim of each conflict found, and look
    again (R. Reiter, A theory of diagnosis from first principles, 1987). A straight walk down goes
    first, so that independent conflicts are found even where a limit cuts the tree off.
    """
    given = list(known)
    component = _Component(system, level, found=list(given))
    everything = frozenset(system.sources)
    component.walk_down(everything)
    component.explore(everything)
    new = [core for core in component.found if core not in given]
    return Search(tuple(component.conflict(core) for core in new), not component.cut)


@dataclass(slots=True)
class _Component:
    """One component at one level: what was found in it and what may still be spent on it."""

    system: System
    level: Level
    found: list[frozenset[str]]
    checks: int = CHECKS
    exact_checks: int = EXACT_CHECKS
    cut: bool = field(default=False)

    def walk_down(self, active: frozenset[str]) -> None:
        """Find a conflict, leave out its last claim, and so on until the rest agrees."""
        while core := self.core(active):
            active -= {max(core)}

    def explore(self, everything: frozenset[str]) -> None:
        """Breadth first over the sets of claims that hit every conflict found so far."""
        queue = deque([frozenset[str]()])
        seen = {frozenset[str]()}
        for _ in range(SEARCHES):
            if not queue:
                return
            excluded = queue.popleft()
            for claim in sorted(self.core(everything - excluded) or ()):
                wider = excluded | {claim}
                if wider not in seen:
                    seen.add(wider)
                    queue.append(wider)

    def core(self, active: frozenset[str]) -> frozenset[str] | None:
        """A smallest conflict among the active claims: a known one if any, else a new one."""
        for core in self.found:
            if core <= active:
                return core
        contradictory = self.contradiction(self.system, active)
        if not contradictory:
            return None
        smallest = frozenset(
            _shrink(
                sorted(contradictory),
                lambda claims: self.contradiction(self.system, frozenset(claims)),
            )
        )
        self.found.append(smallest)
        return smallest

    def conflict(self, core: frozenset[str]) -> Conflict:
        """A smallest set of claims with the relations that set them against one another."""
        bounds = tuple(bound for bound in self.system.bounds if bound.source in core)
        return Conflict(core, self.relations(core, bounds), self.level, bounds)

    def relations(self, core: frozenset[str], bounds: tuple[Bound, ...]) -> tuple[Constraint, ...]:
        """The constraints without which these claims would agree, the wide ones left out first."""
        held = active_constraints(self.system, self.level, core)

        def contradicts(kept: Sequence[Constraint]) -> Sequence[Constraint] | None:
            smaller = replace(self.system, bounds=bounds, constraints=tuple(kept))
            return kept if self.contradiction(smaller, core) is not None else None

        return tuple(_shrink(sorted(held, key=_specificity), contradicts))

    def contradiction(self, system: System, active: frozenset[str]) -> frozenset[str] | None:
        """Claims that contradict one another (perhaps more than needed), or None."""
        if self.checks <= 0:
            self.cut = True
            return None
        self.checks -= 1
        outcome = propagate(system, self.level, active)
        if outcome.core is not None:
            return outcome.core
        if outcome.settled and not needs_exact(system, self.level, active):
            return None
        return self._ask_exactly(system, active)

    def _ask_exactly(self, system: System, active: frozenset[str]) -> frozenset[str] | None:
        if self.exact_checks <= 0 or len(active) > EXACT_CLAIMS:
            self.cut = True
            return None
        self.exact_checks -= 1
        try:
            return None if satisfiable(system, self.level, active) else active
        except Undecided:
            self.cut = True
            return None


def _shrink(
    items: Sequence[Item], contradicts: Callable[[Sequence[Item]], Collection[Item] | None]
) -> list[Item]:
    """The items that a contradiction needs: halves are left out first, then single ones.

    `contradicts` gives the items that suffice for it, or None where these do not.
    """
    needed = list(items)
    size = max(1, len(needed) // 2)
    while True:
        start = 0
        while start < len(needed):
            rest = needed[:start] + needed[start + size :]
            sufficient = contradicts(rest)
            if sufficient is None:
                start += size
            else:
                needed = [item for item in rest if item in sufficient]
        if size == 1:
            return needed
        size //= 2


def _specificity(constraint: Constraint) -> tuple[int, bool]:
    """Constraints that join many variables first, and of those the ones that only limit."""
    equality = not isinstance(constraint, Linear) or constraint.bounds.point is not None
    return -len(constraint.variables), equality
