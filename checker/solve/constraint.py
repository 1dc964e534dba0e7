"""Constraints over exact ranges: what claims bound, and what relations demand.

A variable stands for one true figure; a `Bound` is what one claim says of it; `Linear` and
`Product` are what must hold between variables, whoever says so. Every constraint names the rule
and the claims (`bearers`) that it comes from: leave one of them out and it does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property

from msgspec import Struct, field

from checker.ranges import NOT_NEGATIVE, POSITIVE, Range
from checker.rational import Rational

Variable = str


class Level(IntEnum):
    """How words are read: as widely as is fair, or as they are ordinarily meant."""

    WIDEST = 0
    STATED = 1


class Bound(Struct, frozen=True):
    """What one claim (`source`) says of one variable."""

    variable: Variable
    stated: Range
    widest: Range
    source: str

    def at(self, level: Level) -> Range:
        """The range at a level of reading."""
        return self.widest if level is Level.WIDEST else self.stated


class Linear(Struct, frozen=True):
    """The sum of coefficient x variable lies in `bounds`.

    A term in `optional` is there only while one of its claims is: a class of a partition. Its
    variable must never be negative and its coefficient must only tighten the constraint.
    `sure` is False for what holds only in some readings: it takes part at the stated level alone.
    """

    terms: tuple[tuple[Variable, Rational], ...]
    bounds: Range
    rule: str
    bearers: frozenset[str] = frozenset()
    sure: bool = True
    optional: Mapping[Variable, frozenset[str]] = field(default_factory=dict)
    note: str = ""

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables that it joins."""
        return tuple([variable for variable, _ in self.terms])


class Product(Struct, frozen=True):
    """`result` = `left` x `right`."""

    result: Variable
    left: Variable
    right: Variable
    rule: str
    bearers: frozenset[str] = frozenset()
    sure: bool = True
    note: str = ""

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables that it joins."""
        return (self.result, self.left, self.right)


Constraint = Linear | Product


def equal(
    a: Variable,
    b: Variable,
    rule: str,
    bearers: frozenset[str] = frozenset(),
    *,
    sure: bool = True,
) -> Linear:
    """Two variables that are one figure."""
    terms = ((a, 1), (b, -1))
    return Linear(terms, Range.exactly(0), rule, bearers, sure=sure)


def at_least(
    more: Variable,
    less: Variable,
    rule: str,
    bearers: frozenset[str] = frozenset(),
    *,
    strictly: bool = False,
    sure: bool = True,
    note: str = "",
) -> Linear:
    """`more` is not below `less` (`strictly`: above it)."""
    bounds = POSITIVE if strictly else NOT_NEGATIVE
    terms = ((more, 1), (less, -1))
    return Linear(terms, bounds, rule, bearers, sure=sure, note=note)


class System(Struct, frozen=True, eq=False, dict=True):
    """Bounds and constraints on one component's variables.

    `domains` are the variables that may be negative or are otherwise not just "at least 0".
    """

    bounds: tuple[Bound, ...]
    constraints: tuple[Constraint, ...]
    domains: Mapping[Variable, Range] = field(default_factory=dict)

    def domain(self, variable: Variable) -> Range:
        """What a variable may be before any claim speaks."""
        return self.domains.get(variable, NOT_NEGATIVE)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The claims of the system, sorted."""
        found = {bound.source for bound in self.bounds}
        for constraint in self.constraints:
            found |= constraint.bearers
            if isinstance(constraint, Linear):
                found.update(*constraint.optional.values())
        return tuple(sorted(found))

    @cached_property
    def places(self) -> dict[str, int]:
        """Each claim's place in `sources`."""
        return {claim: place for place, claim in enumerate(self.sources)}
