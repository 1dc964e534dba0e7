"""Retells a conflict as steps: which relation narrows which figure to what, up to the contradiction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from checker.ranges import NOT_NEGATIVE, Range
from checker.rational import quotient
from checker.solve.constraint import Bound, Constraint, Level, Linear, Product, Variable

# Rounds of narrowing that are retold; a creeping cycle is not worth more lines.
ROUNDS = 8
# So many steps are tried without each of them.
DETOURS = 40
# Nor is a relation of hundreds of figures: what follows for each of them is no explanation.
FIGURES = 100


class Step(Struct, frozen=True):
    """By `constraint`, `variable` must lie in `allowed`; with what was known, in `left`."""

    constraint: Constraint
    variable: Variable
    allowed: Range
    left: Range


def trace(
    bounds: Sequence[Bound],
    constraints: Sequence[Constraint],
    level: Level,
    claims: frozenset[str],
    domains: Mapping[Variable, Range] | None = None,
) -> tuple[Step, ...]:
    """The steps that lead to an empty range, those that do not matter left out.

    Empty where narrowing alone does not get there (a cycle that the exact solver decided), and for
    a relation of more figures than anybody would read.
    """
    if any(len(constraint.variables) > FIGURES for constraint in constraints):
        return ()
    known: dict[Variable, Range] = dict(domains or {})
    for bound in bounds:
        if bound.source in claims:
            before = known.get(bound.variable, NOT_NEGATIVE if _positive(bound, level) else Range())
            known[bound.variable] = before.meet(bound.at(level))
    claimed = dict(known)
    steps: list[Step] = []
    for _ in range(ROUNDS):
        for constraint in constraints:
            for step in _revise(constraint, known):
                steps.append(step)
                known[step.variable] = step.left
                if step.left.empty:
                    return _without_detours(_relevant(steps), claimed)
    return ()


def _positive(bound: Bound, level: Level) -> bool:
    low = bound.at(level).low
    return low is None or low >= 0


def _revise(constraint: Constraint, known: dict[Variable, Range]) -> list[Step]:
    found = []
    for variable in dict.fromkeys(constraint.variables):
        before = known.get(variable, NOT_NEGATIVE)
        allowed = _allowed(constraint, variable, known)
        left = before.meet(allowed)
        if left != before:
            found.append(Step(constraint, variable, allowed, left))
            if left.empty:
                return [found[-1]]
    # the last variable to move tells the most; the others follow in the next round
    return found[:1]


def _allowed(constraint: Constraint, variable: Variable, known: dict[Variable, Range]) -> Range:
    def of(name: Variable) -> Range:
        return known.get(name, NOT_NEGATIVE)

    if isinstance(constraint, Product):
        if variable == constraint.result:
            return of(constraint.left) * of(constraint.right)
        other = constraint.right if variable == constraint.left else constraint.left
        return of(constraint.result).divide(of(other))
    return _linear_allowed(constraint, variable, of)


def _linear_allowed(constraint: Linear, variable: Variable, of: object) -> Range:
    assert callable(of)
    rest = Range.exactly(0)
    own = None
    for name, coefficient in constraint.terms:
        if name == variable:
            own = coefficient
        else:
            rest = rest + of(name).scale(coefficient)
    assert own is not None
    return (constraint.bounds - rest).scale(quotient(1, own))


def _relevant(steps: list[Step]) -> tuple[Step, ...]:
    """Backwards from the contradiction: only steps that it needs."""
    needed = {steps[-1].variable, *steps[-1].constraint.variables}
    kept = [steps[-1]]
    for step in reversed(steps[:-1]):
        if step.variable in needed:
            kept.append(step)
            needed.update(step.constraint.variables)
    return tuple(reversed(kept))


def _without_detours(steps: tuple[Step, ...], claimed: dict[Variable, Range]) -> tuple[Step, ...]:
    """The steps without those that lead to the contradiction no sooner, the last one kept."""
    if len(steps) > DETOURS:
        return steps
    place = 0
    while place < len(steps) - 1:
        fewer = _again((*steps[:place], *steps[place + 1 :]), claimed)
        if fewer:
            steps = fewer
        else:
            place += 1
    return steps


def _again(steps: tuple[Step, ...], claimed: dict[Variable, Range]) -> tuple[Step, ...]:
    """The same steps taken once more; none where they do not contradict anything any more."""
    known = dict(claimed)
    found = []
    for step in steps:
        allowed = _allowed(step.constraint, step.variable, known)
        left = known.get(step.variable, NOT_NEGATIVE).meet(allowed)
        known[step.variable] = left
        found.append(Step(step.constraint, step.variable, allowed, left))
    return tuple(found) if found and found[-1].left.empty else ()
