"""Asks z3 what propagation cannot decide: cycles of sums and products, in exact rationals."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from checker.ranges import Range
from checker.rational import Rational
from checker.solve.constraint import Constraint, Level, Linear, Product, System
from checker.solve.groups import Groups
from checker.solve.propagate import active_constraints

# z3 counts its own steps: the same on every machine. About a second on a large component.
STEPS = 4_000_000


class Undecided(Exception):
    """The step limit was reached before an answer."""


def satisfiable(system: System, level: Level, active: frozenset[str]) -> bool:
    """Whether some assignment satisfies all active claims and relations.

    Raises:
        Undecided: z3 gave up within its steps.
    """
    return exact_core(system, level, active) is None


def exact_core(system: System, level: Level, active: frozenset[str]) -> frozenset[str] | None:
    """Claims among the active ones that contradict one another, or None where all can hold.

    Raises:
        Undecided: z3 gave up within its steps.
    """
    if any(isinstance(constraint, Product) for constraint in system.constraints):
        return _one_question(system, level, active)
    return _linear(system, level).core(active)


def _one_question(system: System, level: Level, active: frozenset[str]) -> frozenset[str] | None:
    """With products: asked whole, which is what z3's procedure for polynomials wants."""
    import z3

    problem = _Problem(z3, system)
    for bound in system.bounds:
        if bound.source in active:
            problem.add(problem.within(bound.variable, bound.at(level)))
    for constraint in active_constraints(system, level, active):
        problem.add(problem.holds(constraint))
    return active if problem.contradictory() else None


@lru_cache(maxsize=8)
def _linear(system: System, level: Level) -> _Tracked:
    return _Tracked(system, level)


class _Problem:
    """A z3 solver over the variables of a system."""

    def __init__(self, z3: Any, system: System) -> None:
        self.z3 = z3
        self.solver = z3.Solver()
        self.solver.set("rlimit", STEPS)
        self._system = system
        self._variables: dict[str, Any] = {}

    def add(self, conditions: list[Any]) -> None:
        """What always holds."""
        self.solver.add(*conditions)

    def contradictory(self, *assumptions: Any) -> bool:
        """Whether no assignment satisfies everything."""
        answer = self.solver.check(*assumptions)
        if answer == self.z3.unknown:
            raise Undecided
        return bool(answer == self.z3.unsat)

    def variable(self, name: str) -> Any:
        """The real number that a variable stands for, within its domain."""
        if name not in self._variables:
            self._variables[name] = self.z3.Real(f"v{len(self._variables)}")
            self.add(self._between(self._variables[name], self._system.domain(name)))
        return self._variables[name]

    def within(self, name: str, bounds: Range) -> list[Any]:
        """A variable lies in a range."""
        return self._between(self.variable(name), bounds)

    def holds(self, constraint: Constraint, present: dict[str, Any] | None = None) -> list[Any]:
        """A constraint; `present` are conditions under which optional terms are there."""
        if isinstance(constraint, Product):
            result, left, right = (self.variable(v) for v in constraint.variables)
            return [result == left * right]
        terms = [self._term(v, c, present or {}) for v, c in constraint.terms]
        return self._between(self.z3.Sum(terms), constraint.bounds)

    def _term(self, name: str, coefficient: Rational, present: dict[str, Any]) -> Any:
        term = self._number(coefficient) * self.variable(name)
        return self.z3.If(present[name], term, self.z3.RealVal(0)) if name in present else term

    def _between(self, value: Any, bounds: Range) -> list[Any]:
        found = []
        if bounds.low is not None:
            low = self._number(bounds.low)
            found.append(value > low if bounds.low_open else value >= low)
        if bounds.high is not None:
            high = self._number(bounds.high)
            found.append(value < high if bounds.high_open else value <= high)
        return found

    def _number(self, value: Rational) -> Any:
        return self.z3.Q(value.numerator, value.denominator)


class _Tracked:
    """A linear system built once, with a switch for each claim: z3 names the switches at fault."""

    def __init__(self, system: System, level: Level) -> None:
        import z3

        self._problem = _Problem(z3, system)
        self._switches = {claim: z3.Bool(f"c{i}") for i, claim in enumerate(system.sources)}
        for bound in system.bounds:
            self._when((bound.source,), self._problem.within(bound.variable, bound.at(level)))
        for constraint in system.constraints:
            if constraint.sure or level is Level.STATED:
                present = self._present(constraint)
                self._when(constraint.bearers, self._problem.holds(constraint, present))

    def core(self, active: frozenset[str]) -> frozenset[str] | None:
        """Claims among the active ones that contradict one another, or None."""
        chosen = {str(switch): c for c, switch in self._switches.items() if c in active}
        switches = [self._switches[claim] for claim in chosen.values()]
        if not self._problem.contradictory(*switches):
            return None
        return frozenset(chosen[str(switch)] for switch in self._problem.solver.unsat_core())

    def _present(self, constraint: Constraint) -> dict[str, Any]:
        if not isinstance(constraint, Linear):
            return {}
        some = self._problem.z3.Or
        return {
            name: some([self._switches[claim] for claim in sorted(claims)])
            for name, claims in constraint.optional.items()
        }

    def _when(self, claims: Iterable[str], conditions: list[Any]) -> None:
        z3 = self._problem.z3
        switches = [self._switches[claim] for claim in sorted(claims)]
        self._problem.add([z3.Implies(z3.And(switches), each) for each in conditions])


def needs_exact(system: System, level: Level, active: frozenset[str]) -> bool:
    """Whether ranges alone may miss a contradiction.

    They miss none where the constraints form no cycle, nor where all of them are differences
    (x - y is at least or exactly so much): the least value of each variable, or just above it where
    that is left out, then satisfies every one of them. A strict difference in a cycle, or a factor,
    may creep towards a limit that is never reached.
    """
    groups = Groups()
    differences = True
    cyclic = False
    for constraint in active_constraints(system, level, active):
        differences = differences and _is_difference(constraint)
        names = [groups.of(v) for v in constraint.variables]
        cyclic = cyclic or len(set(names)) < len(names)
        for each in names[1:]:
            groups.join(each, names[0])
    return cyclic and not differences


def _is_difference(constraint: Linear | Product) -> bool:
    if isinstance(constraint, Product) or len(constraint.terms) != 2:
        return False
    (_, a), (_, b) = constraint.terms
    closed = not (constraint.bounds.low_open or constraint.bounds.high_open)
    return a == -b and closed
