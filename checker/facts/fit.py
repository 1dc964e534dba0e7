"""How well the printed figures fit: which edits can fit at all, and how exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.facts.factors import factor as read_factor
from checker.facts.factors import factor_of, share, share_of
from checker.facts.figures import dimension_of, figure_fact
from checker.facts.neighbourhood import with_claim
from checker.facts.ratio import nominal
from checker.facts.restatements import Restatement, restatements_of
from checker.facts.unit_conversions import holds, is_measured, measured
from checker.language.dates import read_age
from checker.language.unreadable import Unreadable
from checker.model.claim import Age, Figure
from checker.ranges import EVERYTHING, Range
from checker.rational import Rational, magnitude, quotient
from checker.solve.constraint import Constraint, Level, Linear, System, Variable
from checker.solve.propagate import propagate

if TYPE_CHECKING:
    from checker.facts.conversions import Conversion
    from checker.facts.edits import Edit
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.language.types import Quantity
    from checker.model.claim import Claim

# The relations of a tree's figures.
Relate = Callable[["Facts"], System]

_NOTHING = Range(1, 0)


class Fit:
    """Which words of one claim the claims around it leave room for.

    Only a first look, to spare reading everything again: what does not fit here fits nowhere.
    """

    def __init__(self, core: Facts, system: System, relate: Relate, claim: Claim) -> None:
        self._core = core
        self._system = system
        self._relate = relate
        self._claim = claim
        self._allowed: dict[Variable, Range] = {}

    def __call__(self, edit: Edit) -> bool:
        """Whether the other claims may leave room for the edited one."""
        said = edit.claim.asserts
        if isinstance(said, Age):
            return edit.key != "age" or _is_age(said.age)
        if not isinstance(said, Figure):
            return True
        compared = said.restated and edit.key in {"value", "restated", "period", "as_of"}
        if compared and not self._restated_alike(edit.claim, said):
            return False
        if edit.key == "value":
            return self._value_fits(edit)
        if edit.key == "share":
            return self._quantity_fits(share_of(self._claim.key), share(edit.after))
        if edit.key == "times":
            return self._quantity_fits(factor_of(self._claim.key), read_factor(edit.after))
        if edit.key in {"change", "rate"}:
            return agrees(self._relate(with_claim(self._core, edit.claim)))
        return True

    def _restated_alike(self, claim: Claim, said: Figure) -> bool:
        """Whether the edited claim's amounts agree, and are still compared where they were."""
        tolerance = self._core.settings.tolerance
        found = list(_restated(self._core, claim, said))
        return len(found) >= max(self._restatements, 1) and all(
            holds(each, Level.STATED, tolerance)
            if isinstance(each, Restatement)
            else each.holds(Level.STATED, tolerance)
            for each in found
        )

    @cached_property
    def _restatements(self) -> int:
        """How many of the claim's amounts are compared with what they are given again as."""
        said = self._claim.asserts
        if not isinstance(said, Figure):
            return 0
        return sum(1 for _ in _restated(self._core, self._claim, said))

    def _value_fits(self, edit: Edit) -> bool:
        key = self._claim.key
        before = self._core.figures.get(key)
        thing = self._core.things.of(key)
        if before is None or thing is None or not isinstance(edit.claim.asserts, Figure):
            return False
        after = figure_fact(self._core, edit.claim, edit.claim.asserts)
        if after.stated is None:
            return False
        if before.dimension != after.dimension:
            return self._at_home(after)
        return after.stated.meets(self._allows(thing.name))

    def _at_home(self, fact: FigureFact) -> bool:
        """Whether others count in the dimension too: else they would only not be compared any more."""
        declared = self._core.units.get(fact.figure.measure)
        if declared is not None:
            return fact.dimension == dimension_of(declared)
        others = (f for f in self._core.figures.values() if f.key != fact.key)
        alike = any(
            f.dimension == fact.dimension and f.figure.measure == fact.figure.measure
            for f in others
        )
        return alike or bool(fact.figure.restated)

    def _quantity_fits(self, variable: Variable, quantity: Quantity | None) -> bool:
        if quantity is None:
            return False
        stated = quantity.stated.scale(quantity.unit.factor)
        return stated.meets(self._allows(variable))

    def _allows(self, variable: Variable) -> Range:
        """What all others leave for a variable that the claim speaks of."""
        if variable not in self._allowed:
            key = self._claim.key
            others = tuple(
                b for b in self._system.bounds if (b.variable, b.source) != (variable, key)
            )
            system = replace(self._system, bounds=others)
            outcome = propagate(system, Level.STATED, frozenset((*system.sources, key)))
            left = outcome.ranges.get(variable, EVERYTHING)
            self._allowed[variable] = _NOTHING if outcome.core is not None else left
        return self._allowed[variable]


def _is_age(words: str) -> bool:
    try:
        read_age(words)
    except Unreadable:
        return False
    return True


def _restated(facts: Facts, claim: Claim, said: Figure) -> Iterator[Conversion | Restatement]:
    """A claim's amounts that are compared with what they are given again as."""
    found = list(restatements_of(facts, figure_fact(facts, claim, said)))
    yield from (each for each in facts.exchange.converted(found) if each.span)
    yield from filter(is_measured, found)


def agrees(system: System) -> bool:
    """Whether ranges alone show no contradiction between the figures as ordinarily meant."""
    return propagate(system, Level.STATED, frozenset(system.sources)).core is None


def misfit(facts: Facts, system: System) -> Rational:
    """How far the printed numbers miss what must be equal, as a share of them, all added up.

    0 where sums, products and repeated figures fit exactly; limits (`at least`) never count.
    """
    printed = _printed(facts, system)
    missed = sum(_missed(c, printed) for c in system.constraints)
    missed += sum(map(_restated_apart, facts.exchange.conversions))
    missed += sum(_apart(b.first.nominal, b.second.nominal) for b in measured(facts))
    for thing in facts.things:
        values = [value for value in map(nominal, thing.facts) if value is not None]
        if values:
            missed += _apart(max(values), min(values))
    return missed


def _printed(facts: Facts, system: System) -> dict[Variable, Rational]:
    """The printed number of each variable, where there is one."""
    printed: dict[Variable, Rational] = {}
    for bound in system.bounds:
        fact = facts.figures.get(bound.source)
        value = None
        if facts.things.of(bound.variable):
            value = nominal(fact) if fact else None
        else:
            ends = [end for end in (bound.stated.low, bound.stated.high) if end is not None]
            value = quotient(sum(ends), len(ends)) if ends else None
        if value is not None:
            printed.setdefault(bound.variable, value)
    _carry_over(system, printed)
    return printed


def _carry_over(system: System, printed: dict[Variable, Rational]) -> None:
    """A figure that another claim says is the same has that one's number."""
    twins = [c.variables for c in system.constraints if _is_sameness(c)]
    news = True
    while news:
        news = False
        for one, other in (pair for a, b in twins for pair in ((a, b), (b, a))):
            if one in printed and other not in printed:
                printed[other] = printed[one]
                news = True


def _is_sameness(constraint: Constraint) -> bool:
    if not isinstance(constraint, Linear) or constraint.bounds.point != 0:
        return False
    return sorted(factor for _, factor in constraint.terms) == [-1, 1]


def _missed(constraint: Constraint, printed: dict[Variable, Rational]) -> Rational:
    if any(variable not in printed for variable in constraint.variables):
        return 0
    if not isinstance(constraint, Linear):
        product = printed[constraint.left] * printed[constraint.right]
        return _apart(printed[constraint.result], product)
    if constraint.bounds.point is None:
        return 0
    terms = [printed[variable] * factor for variable, factor in constraint.terms]
    ahead = sum(term for term in terms if term > 0)
    behind = constraint.bounds.point - sum(term for term in terms if term < 0)
    return _apart(ahead, behind)


def _restated_apart(conversion: Conversion) -> Rational:
    if conversion.span is None:
        return 0
    both = conversion.both
    return _apart(both.first.nominal * conversion.span.low.rate, both.second.nominal)


def _apart(a: Rational, b: Rational) -> Rational:
    """The distance of two numbers as a share of the larger one."""
    return quotient(magnitude(a - b), max(magnitude(a), magnitude(b))) if a != b else 0
