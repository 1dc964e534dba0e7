"""Narrows ranges through constraints until nothing moves or a range is empty.

Every end of a range remembers the claims that put it there, so that an empty range names its
culprits (not yet the fewest: `conflicts` drops what is not needed). Limits count steps, so that
the same input gives the same answer on any machine.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from checker.ranges import Range
from checker.rational import Rational, quotient
from checker.solve.constraint import Constraint, Level, Linear, Product, System, Variable

# How often one constraint may narrow: a cycle that creeps towards a limit is cut off there and
# left to the exact solver. Chains converge in one pass a link.
REVISIONS = 12
# Products add up the digits of their fractions, and a cycle of them doubles them with every turn.
# Past so many bits an end is rounded outwards: what is empty then is so in all digits; whether the
# rest can be is left to a witness or the exact solver. Figures of articles stay under a hundred.
BITS = 500
KEPT = 250

# A set of claims, as the bits of their places in `System.sources`: long chains make long sets, and
# these are joined at every step.
_Reasons = int


class _Box(Struct):
    """A variable's range so far, and which claims its two ends come from."""

    range: Range
    low: _Reasons = 0
    high: _Reasons = 0


class Outcome(Struct, frozen=True):
    """`core`: claims of a contradiction, None where none was seen; `settled`: a fixpoint.

    `steps` is the work that it took: terms looked at.
    """

    core: frozenset[str] | None
    settled: bool
    steps: int
    ranges: dict[Variable, Range] = field(default_factory=dict)


def propagate(
    system: System, level: Level, active: frozenset[str], *, revisions: int = REVISIONS
) -> Outcome:
    """Narrow every variable as far as the active claims and their relations say."""
    state = _State(system)
    for bound in system.bounds:
        if bound.source in active:
            because = state.bits((bound.source,))
            if not state.narrow(bound.variable, bound.at(level), because, because):
                return state.outcome()
    state.run(active_constraints(system, level, active), revisions)
    return state.outcome()


def active_constraints(system: System, level: Level, active: frozenset[str]) -> list[Constraint]:
    """The constraints that hold while just these claims do."""
    return [
        _without_absent_terms(constraint, active)
        for constraint in system.constraints
        if constraint.bearers <= active and (constraint.sure or level is Level.STATED)
    ]


def _without_absent_terms(constraint: Constraint, active: frozenset[str]) -> Constraint:
    if not isinstance(constraint, Linear) or not constraint.optional:
        return constraint
    terms = tuple(
        (variable, coefficient)
        for variable, coefficient in constraint.terms
        if variable not in constraint.optional or constraint.optional[variable] & active
    )
    # a class without a figure of its own is in no range's reasons: its claim bears the constraint
    present = (
        constraint.optional[name] & active for name, _ in terms if name in constraint.optional
    )
    bearers = constraint.bearers.union(min(claims) for claims in present)
    return replace(constraint, terms=terms, bearers=bearers)


def _is_long(end: Rational | None) -> bool:
    """Whether an end has more digits than any figure."""
    return end is not None and max(map(int.bit_length, end.as_integer_ratio())) > BITS


def _blunted(narrowed: Range) -> Range:
    """A range that holds this one, with ends of fewer digits."""
    low, high = narrowed.low, narrowed.high
    return Range(
        _rounded_down(low) if low is not None and _is_long(low) else low,
        -_rounded_down(-high) if high is not None and _is_long(high) else high,
        narrowed.low_open,
        narrowed.high_open,
    )


def _rounded_down(value: Rational) -> Rational:
    """The number to so many binary digits."""
    over, under = value.as_integer_ratio()
    places = KEPT - over.bit_length() + under.bit_length()
    if places < 0:
        return over // (under << -places) << -places
    return quotient((over << places) // under, 1 << places)


class _State:
    """The boxes of one run and the work that is left."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._boxes: dict[Variable, _Box] = {}
        self._core: _Reasons | None = None
        self._settled = True
        self._steps = len(system.bounds)
        self._moved: list[Variable] = []

    def bits(self, claims: Iterable[str]) -> _Reasons:
        """A set of claims as bits."""
        found = 0
        for claim in claims:
            found |= 1 << self._system.places[claim]
        return found

    def outcome(self) -> Outcome:
        """Where the run has come to."""
        core = None
        if self._core is not None:
            sources = self._system.sources
            core = frozenset(sources[i] for i in range(len(sources)) if self._core >> i & 1)
        ranges = {variable: box.range for variable, box in self._boxes.items()}
        return Outcome(core, self._settled, self._steps, ranges)

    def _box(self, variable: Variable) -> _Box:
        box = self._boxes.get(variable)
        if box is None:
            box = self._boxes[variable] = _Box(self._system.domain(variable))
        return box

    def narrow(self, variable: Variable, to: Range, low: _Reasons, high: _Reasons) -> bool:
        """Meet a variable's range with `to`; False where nothing is left."""
        box = self._box(variable)
        met = box.range.meet(to)
        if met == box.range:
            return not met.empty
        if (_is_long(met.low) or _is_long(met.high)) and not met.empty:
            self._settled = False
            met = box.range.meet(_blunted(met))
            if met == box.range:
                return True
        if (met.low, met.low_open) != (box.range.low, box.range.low_open):
            box.low = low
        if (met.high, met.high_open) != (box.range.high, box.range.high_open):
            box.high = high
        box.range = met
        self._moved.append(variable)
        if met.empty:
            self._core = box.low | box.high
        return not met.empty

    def run(self, constraints: list[Constraint], revisions: int) -> None:
        """Revise constraints until nothing moves, a range is empty, or a limit cuts it off."""
        users: dict[Variable, list[int]] = defaultdict(list)
        for index, constraint in enumerate(constraints):
            for variable in dict.fromkeys(constraint.variables):
                users[variable].append(index)
        queue = deque(range(len(constraints)))
        queued = set(queue)
        left = [revisions] * len(constraints)
        while queue:
            index = queue.popleft()
            queued.discard(index)
            if left[index] == 0:
                self._settled = False
                continue
            left[index] -= 1
            self._moved.clear()
            self._steps += len(constraints[index].variables)
            if not self._revise(constraints[index]):
                return
            for variable in self._moved:
                for user in users[variable]:
                    if user not in queued:
                        queued.add(user)
                        queue.append(user)

    def _revise(self, constraint: Constraint) -> bool:
        if isinstance(constraint, Linear):
            return self._revise_linear(constraint)
        return self._revise_product(constraint)

    def _revise_linear(self, constraint: Linear) -> bool:
        """For each term: bounds less the sum of all other terms."""
        parts = []
        for variable, coefficient in constraint.terms:
            box = self._box(variable)
            low, high = (box.low, box.high) if coefficient > 0 else (box.high, box.low)
            parts.append((box.range.scale(coefficient), low, high))
        if not parts:
            return self._constant(constraint)
        bearers = self.bits(constraint.bearers)
        before = _running_sums(parts)
        after = _running_sums(parts[::-1])[::-1]
        for index, (variable, coefficient) in enumerate(constraint.terms):
            rest, low, high = _plus(before[index], after[index + 1])
            allowed = (constraint.bounds - rest).scale(quotient(1, coefficient))
            reasons = (high | bearers, low | bearers)
            if coefficient < 0:
                reasons = reasons[::-1]
            if not self.narrow(variable, allowed, *reasons):
                return False
        return True

    def _constant(self, constraint: Linear) -> bool:
        if 0 in constraint.bounds:
            return True
        self._core = self.bits(constraint.bearers)
        return False

    def _revise_product(self, constraint: Product) -> bool:
        result, left, right = (self._box(v) for v in constraint.variables)
        bearers = self.bits(constraint.bearers)
        every = bearers | left.low | left.high | right.low | right.high
        if not self._narrow_both(constraint.result, left.range * right.range, every):
            return False
        for factor, other in ((constraint.left, right), (constraint.right, left)):
            because = bearers | result.low | result.high | other.low | other.high
            if not self._narrow_both(factor, result.range.divide(other.range), because):
                return False
        return True

    def _narrow_both(self, variable: Variable, to: Range, because: _Reasons) -> bool:
        return self.narrow(variable, to, because, because)


_Part = tuple[Range, _Reasons, _Reasons]


def _running_sums(parts: list[_Part]) -> list[_Part]:
    sums: list[_Part] = [(Range.exactly(0), 0, 0)]
    for part in parts:
        sums.append(_plus(sums[-1], part))
    return sums


def _plus(a: _Part, b: _Part) -> _Part:
    return a[0] + b[0], a[1] | b[1], a[2] | b[2]
