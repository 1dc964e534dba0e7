"""Partitions whose classes, as claimed, are together more than their whole: decided by adding up.

Of many classes very many smallest sets are too many; one of them says what is wrong, so the search
need not look for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Level, Linear, System, Variable


class _Limit(Struct, frozen=True):
    """The most that the classes may be together, and the claim that says so (None: nobody need)."""

    most: Fraction
    is_open: bool
    bound: Bound | None


def overfull(system: System) -> tuple[list[Conflict], System]:
    """One smallest conflict of each partition that is too full by itself, and the system without it."""
    given: dict[Variable, list[Bound]] = {}
    for bound in system.bounds:
        given.setdefault(bound.variable, []).append(bound)
    found, kept = [], []
    for constraint in system.constraints:
        conflict = None
        if isinstance(constraint, Linear) and constraint.optional:
            levels = tuple(Level) if constraint.sure else (Level.STATED,)
            tried = (_conflict(constraint, given, level) for level in levels)
            conflict = next((each for each in tried if each), None)
        if conflict:
            found.append(conflict)
        else:
            kept.append(constraint)
    return found, replace(system, constraints=tuple(kept)) if found else system


def _conflict(
    constraint: Linear, given: dict[Variable, list[Bound]], level: Level
) -> Conflict | None:
    limit = _limit(constraint, given, level)
    if limit is None:
        return None
    classes = [
        _least(given.get(name, ()), claims, level) for name, claims in constraint.optional.items()
    ]
    # a class that is too much alone is another finding: a part larger than its whole
    fitting = [b for b in classes if b and not (limit.bound and _too_much([b], limit, level))]
    chosen = _first_smallest(fitting, limit, level)
    if chosen is None:
        return None
    bounds = (*chosen, *([limit.bound] if limit.bound else []))
    claims = frozenset(bound.source for bound in bounds)
    return Conflict(claims, (_narrowed(constraint, chosen),), level, bounds)


def _narrowed(constraint: Linear, chosen: Sequence[Bound]) -> Linear:
    """The constraint with the terms that the conflict takes."""
    names = {bound.variable for bound in chosen}
    terms = tuple(t for t in constraint.terms if t[0] in names or t[0] not in constraint.optional)
    return replace(constraint, terms=terms)


def _limit(constraint: Linear, given: dict[Variable, list[Bound]], level: Level) -> _Limit | None:
    """The whole at its most; for shares, which have no variable of a whole, all of it."""
    wholes = [name for name, _ in constraint.terms if name not in constraint.optional]
    if not wholes:
        high = constraint.bounds.high
        return None if high is None else _Limit(high, constraint.bounds.high_open, None)
    highs = [
        _Limit(said.high, said.high_open, bound)
        for bound in given.get(wholes[0], ())
        if (said := bound.at(level)).high is not None
    ]
    return min(highs, key=lambda limit: (limit.most, not limit.is_open), default=None)


def _least(bounds: Sequence[Bound], claims: frozenset[str], level: Level) -> Bound | None:
    """The claim that makes a class the largest at its least."""
    own = [bound for bound in bounds if bound.source in claims and (bound.at(level).low or 0) > 0]
    return max(own, key=lambda bound: bound.at(level).low or Fraction(0), default=None)


def _first_smallest(classes: list[Bound], limit: _Limit, level: Level) -> list[Bound] | None:
    """The fewest classes that are too much together; of several such sets the first in file order."""
    largest = sorted(classes, key=lambda bound: -(bound.at(level).low or Fraction(0)))
    size = next((n for n in range(1, len(largest) + 1) if _too_much(largest[:n], limit, level)), 0)
    if size == 0:
        return None
    chosen: list[Bound] = []
    for position, each in enumerate(classes):
        after = classes[position + 1 :]
        rest = sorted(after, key=lambda bound: -(bound.at(level).low or Fraction(0)))
        if _too_much([*chosen, each, *rest[: size - len(chosen) - 1]], limit, level):
            chosen.append(each)
        if len(chosen) == size:
            break
    return chosen


def _too_much(classes: Sequence[Bound], limit: _Limit, level: Level) -> bool:
    said = [bound.at(level) for bound in classes]
    together = sum((each.low or Fraction(0) for each in said), Fraction(0))
    is_open = limit.is_open or any(each.low_open for each in said)
    return together > limit.most or (together == limit.most and is_open)
