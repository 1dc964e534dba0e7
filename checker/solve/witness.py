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
    for pick in (_middle, _least):
        values = _chosen(pick, ranges, constraints, system)
        if _holds(system, constraints, ranges, values):
            return True
    return False


def _chosen(
    pick: Pick,
    ranges: Mapping[Variable, Range],
    constraints: Sequence[Constraint],
    system: System,
) -> Values:
    """A number for each variable: what equations demand is computed, the rest picked."""
    values: Values = {v: r.low for v, r in ranges.items() if r.low is not None and r.low == r.high}
    equations = [c for c in constraints if _is_equation(c)]
    used: Counter[Variable] = Counter()
    if len(equations) > 1:
        equations.sort(key=lambda equation: _freedom(equation, values))
        used.update(variable for equation in equations for variable in equation.variables)
    for equation in equations:
        _solve(equation, pick, ranges, values, used)
    for constraint in constraints:
        for variable in constraint.variables:
            if variable not in values:
                values[variable] = pick(ranges.get(variable) or system.domain(variable))
    return values


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


def _freedom(constraint: Constraint, values: Values) -> int:
    """How many variables of an equation are still open: those with the fewest come first."""
    return sum(variable not in values for variable in constraint.variables)


def _solve(
    equation: Constraint,
    pick: Pick,
    ranges: Mapping[Variable, Range],
    values: Values,
    used: Counter[Variable],
) -> None:
    """Pick the open variables of an equation, but one that is computed.

    That one is a variable that no other equation needs, and of those the one that is least known.
    """
    unset = [variable for variable in dict.fromkeys(equation.variables) if variable not in values]
    if not unset:
        return
    computed = unset[0]
    if len(unset) > 1:
        computed = min(unset, key=lambda v: (used[v], -_width(ranges.get(v)), v in ranges))
    for variable in unset:
        if variable != computed:
            values[variable] = pick(ranges.get(variable) or Range.of(0, None))
    value = _computed(equation, computed, values)
    if value is not None:
        values[computed] = value


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
        coefficient = sum((c for v, c in equation.terms if v == variable), 0)
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
        twice = allowed.low + allowed.high
        whole = twice // 2
        return whole if whole in allowed else quotient(twice, 2)
    if allowed.low is not None:
        return allowed.low + 1
    return allowed.high - 1 if allowed.high is not None else 0


def _least(allowed: Range) -> Rational:
    """The least number of a range, where it has one."""
    return _middle(allowed) if allowed.low is None or allowed.low_open else allowed.low


def _holds(
    system: System,
    constraints: Sequence[Constraint],
    ranges: Mapping[Variable, Range],
    values: Values,
) -> bool:
    """Whether the values satisfy every bound, domain and constraint."""
    for variable, value in values.items():
        allowed = ranges.get(variable)
        if value not in (system.domain(variable) if allowed is None else allowed):
            return False
    return all(_satisfied(constraint, values) for constraint in constraints)


def _satisfied(constraint: Constraint, values: Values) -> bool:
    if isinstance(constraint, Product):
        product = values[constraint.left] * values[constraint.right]
        return values[constraint.result] == product
    return _sum(constraint.terms, values) in constraint.bounds


def _sum(terms: Iterable[tuple[Variable, Rational]], values: Values) -> Rational:
    """The sum of coefficient x value; the value comes first, as an int before a fraction is slow."""
    total: Rational = 0
    for variable, coefficient in terms:
        total = values[variable] * coefficient + total
    return total
