"""Asks z3 what propagation cannot decide: cycles of sums and products, in exact rationals."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from checker.ranges import Range
from checker.solve.constraint import Level, Linear, Product, System
from checker.solve.propagate import active_constraints

# z3 counts its own steps: the same on every machine. About a second on a large component.
STEPS = 4_000_000


class Undecided(Exception):  # noqa: N818  (an answer, not a fault)
    """The step limit was reached before an answer."""


def satisfiable(system: System, level: Level, active: frozenset[str]) -> bool:
    """Whether some assignment satisfies all active claims and relations.

    Raises:
        Undecided: z3 gave up within its steps.
    """
    import z3

    solver = z3.Solver()
    solver.set("rlimit", STEPS)
    names: dict[str, Any] = {}

    def variable(name: str) -> Any:
        if name not in names:
            names[name] = z3.Real(f"v{len(names)}")
            _within(z3, solver, names[name], system.domain(name))
        return names[name]

    for bound in system.bounds:
        if bound.source in active:
            _within(z3, solver, variable(bound.variable), bound.at(level))
    for constraint in active_constraints(system, level, active):
        if isinstance(constraint, Product):
            result, left, right = (variable(v) for v in constraint.variables)
            solver.add(result == left * right)
        else:
            terms = [_number(z3, c) * variable(v) for v, c in constraint.terms]
            _within(z3, solver, z3.Sum(terms), constraint.bounds)
    answer = solver.check()
    if answer == z3.unknown:
        raise Undecided
    return bool(answer == z3.sat)


def needs_exact(system: System, level: Level, active: frozenset[str]) -> bool:
    """Whether ranges alone may miss a contradiction.

    They miss none where the constraints form no cycle, nor where every constraint of a cycle
    compares two variables that rise together (the pointwise least solution then is one).
    """
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    comparing = True
    cyclic = False
    for constraint in active_constraints(system, level, active):
        comparing = comparing and _compares(constraint)
        roots = [root(v) for v in constraint.variables]
        cyclic = cyclic or len(set(roots)) < len(roots)
        for each in roots[1:]:
            parent[root(each)] = root(roots[0])
    return cyclic and not comparing


def _compares(constraint: Linear | Product) -> bool:
    if isinstance(constraint, Product) or len(constraint.terms) != 2:
        return False
    (_, a), (_, b) = constraint.terms
    return (a > 0) != (b > 0)


def _within(z3: Any, solver: Any, value: Any, bounds: Range) -> None:
    if bounds.low is not None:
        low = _number(z3, bounds.low)
        solver.add(value > low if bounds.low_open else value >= low)
    if bounds.high is not None:
        high = _number(z3, bounds.high)
        solver.add(value < high if bounds.high_open else value <= high)


def _number(z3: Any, value: Fraction) -> Any:
    return z3.Q(value.numerator, value.denominator)
