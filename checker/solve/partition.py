"""Partitions whose classes, as claimed, are together more than their whole: decided by adding up.

Of many classes very many smallest sets are too many; one of them says what is wrong, so the search
need not look for the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.rational import Rational
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Bound, Level, Linear, System, Variable
from checker.solve.search import Claims


class _Limit(Struct, frozen=True):
    """The most that the classes may be together, and the claim that says so (None: nobody need)."""

    most: Rational
    is_open: bool
    bound: Bound | None

    def is_passed(self, together: Rational, is_open: bool) -> bool:
        """Whether so much is too much (`is_open`: more than so much is meant)."""
        return together > self.most or (together == self.most and (is_open or self.is_open))


def overfull(system: System) -> tuple[list[Conflict], System]:
    """One smallest conflict of each partition that is too full by itself, and the system without it."""
    given: dict[Variable, list[Bound]] = {}
    for bound in system.bounds:
        given.setdefault(bound.variable, []).append(bound)
    found: dict[Claims, Conflict] = {}
    kept = []
    for constraint in system.constraints:
        conflict = None
        if isinstance(constraint, Linear) and constraint.optional:
            levels = tuple(Level) if constraint.sure else (Level.STATED,)
            tried = (_conflict(constraint, given, level) for level in levels)
            conflict = next((each for each in tried if each), None)
        if conflict:
            found.setdefault(conflict.claims, conflict)
        else:
            kept.append(constraint)
    return list(found.values()), replace(system, constraints=tuple(kept)) if found else system


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
    fitting = [b for b in classes if b and not (limit.bound and _alone_too_much(b, limit, level))]
    chosen = _first_smallest(fitting, limit, level)
    if chosen is None:
        return None
    bounds = (*chosen, *([limit.bound] if limit.bound else []))
    claims = frozenset(bound.source for bound in bounds)
    return Conflict(claims, (_narrowed(constraint, chosen),), level, bounds)


def _alone_too_much(bound: Bound, limit: _Limit, level: Level) -> bool:
    said = bound.at(level)
    return limit.is_passed(said.low or 0, said.low_open)


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
    return max(own, key=lambda bound: bound.at(level).low or 0, default=None)


def _first_smallest(classes: list[Bound], limit: _Limit, level: Level) -> list[Bound] | None:
    """The fewest classes that are too much together; of several such sets the first in file order."""
    largest = sorted(classes, key=lambda bound: -(bound.at(level).low or 0))
    size = _how_many(largest, limit, level)
    if size is None:
        return None
    rest = _Largest(largest, level, size)
    together: Rational = 0
    is_open = False
    chosen: list[Bound] = []
    for each in classes:
        said = each.at(level)
        with_it = together + (said.low or 0), is_open or said.low_open
        rest.leave_out(each)
        rest.keep(size - len(chosen) - 1)
        if limit.is_passed(with_it[0] + rest.together, with_it[1] or rest.open_ends > 0):
            chosen.append(each)
            together, is_open = with_it
        if len(chosen) == size:
            break
    return chosen


def _how_many(largest: Sequence[Bound], limit: _Limit, level: Level) -> int | None:
    """So many of the largest classes are too much together."""
    together: Rational = 0
    is_open = False
    for number, bound in enumerate(largest, start=1):
        said = bound.at(level)
        together, is_open = together + (said.low or 0), is_open or said.low_open
        if limit.is_passed(together, is_open):
            return number
    return None


class _Largest:
    """The largest few of the classes that are not left out, and what they come to together."""

    def __init__(self, largest: list[Bound], level: Level, count: int) -> None:
        self.together: Rational = 0
        self.open_ends = 0
        self._bounds = [bound.at(level) for bound in largest]
        self._places = {id(bound): place for place, bound in enumerate(largest)}
        self._there = [True] * len(largest)
        self._count = self._end = 0
        self.keep(count)

    def keep(self, count: int) -> None:
        """Be so many, as far as there are any."""
        while self._count < count and self._end < len(self._bounds):
            self._add(self._end, self._there[self._end])
            self._end += 1
        while self._count > count:
            self._end -= 1
            self._add(self._end, -self._there[self._end])

    def leave_out(self, bound: Bound) -> None:
        """From now on without this class."""
        place = self._places[id(bound)]
        if place < self._end:
            self._add(place, -1)
        self._there[place] = False

    def _add(self, place: int, times: int) -> None:
        self._count += times
        self.together += times * (self._bounds[place].low or 0)
        self.open_ends += times * self._bounds[place].low_open
