"""A quick proof that claims can all be true: one assignment of numbers that satisfies everything.

Most systems are consistent, and then one witness says so without any search: every figure in the
middle (or at the least) of what its claims allow, and what equations demand computed from those.
Whether it is a witness is verified exactly; where it is none, nothing is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker.ranges import Range
from checker.rational import Rational, product, quotient
from checker.solve.constraint import Constraint, Level, Linear, Product, System, Variable

_MILLION = 10**6

Values = dict[Variable, Rational]
Pick = Callable[[Range], Rational]


def has_witness(system: System, level: Level) -> bool:
    """Whether all claims of a system together were seen to be satisfiable (False: not seen)."""
    constraints = [c for c in system.constraints if c.sure or level is Level.STATED]
    return has_witness_within(_claimed(system, level), constraints, system)


def has_witness_within(
    ranges: Mapping[Variable, Range], constraints: Sequence[Constraint], system: System
) -> bool:
    """Whether numbers of these ranges were seen to satisfy the constraints.

    The middles are tried first, then the least numbers: what is at most something, and parts that
    are no more than their whole, are satisfied by those.
    """
    for allowed in ranges.values():
        if allowed.empty:
            return False
    return any(_Attempt(system, ranges, pick).succeeds(constraints) for pick in (_middle, _least))


def _claimed(system: System, level: Level) -> dict[Variable, Range]:
    """What all claims together say of each variable."""
    ranges: dict[Variable, Range] = {}
    for bound in system.bounds:
        variable, said = bound.variable, bound.at(level)
        known = ranges.get(variable)
        if known is None and (said.below_zero or variable in system.domains):
            known = system.domain(variable)
        ranges[variable] = said if known is None else known.meet(said)
    return ranges


def _is_equation(constraint: Constraint) -> bool:
    return isinstance(constraint, Product) or constraint.bounds.point is not None


class _Attempt:
    """A number for each variable: what equations demand is computed, the rest picked."""

    def __init__(self, system: System, ranges: Mapping[Variable, Range], pick: Pick) -> None:
        self._system = system
        self._ranges = ranges
        self._pick = pick
        self._values: Values = {
            v: r.low for v, r in ranges.items() if r.low is not None and r.low == r.high
        }

    def succeeds(self, constraints: Sequence[Constraint]) -> bool:
        """Whether numbers that satisfy every bound, domain and constraint were found."""
        equations = [c for c in constraints if _is_equation(c)]
        used: Counter[Variable] = Counter()
        if len(equations) > 1:
            equations.sort(key=self._freedom)
            used.update(variable for equation in equations for variable in equation.variables)
        for equation in equations:
            if not self._solve(equation, used):
                return False
        for constraint in constraints:
            self._choose(constraint.variables)
            if not _satisfied(constraint, self._values):
                return False
        return True

    def _freedom(self, equation: Constraint) -> int:
        """How many variables of an equation are still open: those with the fewest come first."""
        return sum(variable not in self._values for variable in equation.variables)

    def _solve(self, equation: Constraint, used: Counter[Variable]) -> bool:
        """Pick the open variables of an equation, but one that is computed; whether that may be.

        It is a variable that no other equation needs, and of those the one that is least known.
        """
        values, ranges = self._values, self._ranges
        unset = [v for v in dict.fromkeys(equation.variables) if v not in values]
        if not unset:
            return True
        computed = unset[0]
        if len(unset) > 1:
            computed = min(unset, key=lambda v: (used[v], -_width(ranges.get(v)), v in ranges))
            self._choose([variable for variable in unset if variable != computed])
        value = _computed(equation, computed, values)
        if value is None:
            return True
        values[computed] = value
        return value in self._allowed(computed)

    def _choose(self, variables: Sequence[Variable]) -> None:
        """Pick what is still open."""
        for variable in variables:
            if variable not in self._values:
                self._values[variable] = self._pick(self._allowed(variable))

    def _allowed(self, variable: Variable) -> Range:
        known = self._ranges.get(variable)
        return self._system.domain(variable) if known is None else known


def _width(allowed: Range | None) -> int:
    """How wide a range is, in millionths of itself: all for what has no end or holds no claim."""
    if allowed is None or allowed.low is None or allowed.high is None:
        return _MILLION
    if allowed.low is allowed.high:
        return 0
    high = allowed.high.numerator * allowed.low.denominator
    low = allowed.low.numerator * allowed.high.denominator
    size = abs(low) + abs(high)
    return (high - low) * _MILLION // size if size else 0


def _computed(equation: Constraint, variable: Variable, values: Values) -> Rational | None:
    """What an equation says of one variable, given all others."""
    if isinstance(equation, Linear):
        given = equation.bounds.point
        coefficient = sum(c for v, c in equation.terms if v == variable)
        if given is None or coefficient == 0:
            return None
        rest = _sum([term for term in equation.terms if term[0] != variable], values)
        return quotient(given - rest, coefficient)
    if list(equation.variables).count(variable) > 1:
        return None
    if variable == equation.result:
        return product(values[equation.left], values[equation.right])
    other = values[equation.right if variable == equation.left else equation.left]
    return quotient(values[equation.result], other) if other else None


def _middle(allowed: Range) -> Rational:
    """Some number of a range: its middle (a whole one if it may), else one beyond its only end."""
    if allowed.low is not None and allowed.high is not None:
        below, above = allowed.low.denominator, allowed.high.denominator
        ends = allowed.low.numerator * above + allowed.high.numerator * below
        whole = ends // (2 * below * above)
        return whole if whole in allowed else quotient(ends, 2 * below * above)
    if allowed.low is not None:
        return allowed.low + 1
    return allowed.high - 1 if allowed.high is not None else 0


def _least(allowed: Range) -> Rational:
    """The least number of a range, where it has one."""
    return _middle(allowed) if allowed.low is None or allowed.low_open else allowed.low


def _satisfied(constraint: Constraint, values: Values) -> bool:
    if isinstance(constraint, Product):
        return values[constraint.result] == product(
            values[constraint.left], values[constraint.right]
        )
    return _sum(constraint.terms, values) in constraint.bounds


def _sum(terms: Iterable[tuple[Variable, Rational]], values: Values) -> Rational:
    """The sum of coefficient x value."""
    total: Rational = 0
    for variable, coefficient in terms:
        value = values[variable]
        total += value if coefficient == 1 else product(coefficient, value)
    return total
