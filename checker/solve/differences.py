"""Decides systems of differences exactly: figures compared in pairs, each step between given bounds.

"So much more than", "no less than" and "the same as" are limits on the difference of two figures. Such
a system contradicts itself just where some circle of limits adds up to less than nothing (R. Bellman,
On a routing problem, 1958; a limit that is left out counts as a little less). The circle names the
claims at fault. Other relations count as differences where all their figures but two stand in no
other relation: those may then be anything that their own claims allow.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.rational import Rational, magnitude, quotient
from checker.solve.constraint import Constraint, Level, Linear, System, Variable
from checker.solve.propagate import active_constraints

_Claims = frozenset[str]
# A limit: the number, and minus one where the number itself is left out.
_Weight = tuple[Rational, int]

# Limits count steps, not seconds: about three seconds.
STEPS = 300_000

_NOBODY: _Claims = frozenset()
# The node that stands for the number zero: a bound is a difference from it.
_ZERO = ""


class Outcome(Struct, frozen=True):
    """`core`: claims that contradict one another, None where all can hold; `steps`: the work.

    `complete` is False where a limit came before an answer.
    """

    core: _Claims | None
    steps: int
    complete: bool = True


class _End(Struct, frozen=True):
    """The least or the most that a sum can be (None: no limit), and the claims that say so."""

    value: Rational | None
    is_open: bool = False
    claims: _Claims = _NOBODY

    def plus(self, other: _End, factor: Rational = 1) -> _End:
        """The sum with `factor` times another end."""
        if self.value is None or other.value is None:
            return _End(None)
        value = self.value + factor * other.value
        return _End(value, self.is_open or other.is_open, self.claims | other.claims)


_Ends = tuple[_End, _End]


class _Limit(Struct, frozen=True):
    """`more` - `less` is at most `weight`, as `claims` say."""

    more: Variable
    less: Variable
    weight: _Weight
    claims: _Claims


def decide(system: System, level: Level, active: _Claims, most: int = STEPS) -> Outcome | None:
    """Whether the active claims contradict one another; None where not all is differences.

    No more than about `most` limits are looked at.
    """
    constraints = active_constraints(system, level, active)
    uses = Counter(v for constraint in constraints for v in dict.fromkeys(constraint.variables))
    ends = _ends(system, level, active)
    limits: list[_Limit] = []
    for constraint in constraints:
        found = _limits(constraint, uses, system, ends)
        if found is None:
            return None
        limits += found
    shared = dict.fromkeys(v for limit in limits for v in (limit.more, limit.less))
    for variable in dict.fromkeys([*shared, *ends]):
        if variable != _ZERO:
            limits += _own_limits(variable, _ends_of(variable, system, ends))
    return _circle(limits, most)


def _ends(system: System, level: Level, active: _Claims) -> dict[Variable, _Ends]:
    """The tightest ends that active claims give each variable."""
    found: dict[Variable, _Ends] = {}
    for bound in system.bounds:
        if bound.source in active:
            said, claims = bound.at(level), frozenset((bound.source,))
            low, high = found.get(bound.variable) or _domain(system, bound.variable)
            if said.low is not None and _is_tighter(said.low, said.low_open, low, 1):
                low = _End(said.low, said.low_open, claims)
            if said.high is not None and _is_tighter(said.high, said.high_open, high, -1):
                high = _End(said.high, said.high_open, claims)
            found[bound.variable] = low, high
    return found


def _is_tighter(value: Rational, is_open: bool, end: _End, sign: int) -> bool:
    if end.value is None or value == end.value:
        return end.value is None or (is_open and not end.is_open)
    return (value - end.value) * sign > 0


def _domain(system: System, variable: Variable) -> _Ends:
    domain = system.domain(variable)
    return _End(domain.low, domain.low_open), _End(domain.high, domain.high_open)


def _ends_of(variable: Variable, system: System, ends: dict[Variable, _Ends]) -> _Ends:
    return ends.get(variable) or _domain(system, variable)


def _limits(
    constraint: Constraint, uses: Counter[Variable], system: System, ends: dict[Variable, _Ends]
) -> list[_Limit] | None:
    """What a constraint says of one difference; None where it joins more than two figures."""
    if not isinstance(constraint, Linear):
        return None
    if constraint.bounds.empty:
        return [_Limit(_ZERO, _ZERO, (-1, 0), constraint.bearers)]
    factors: dict[Variable, Rational] = defaultdict(int)
    for variable, factor in constraint.terms:
        factors[variable] += factor
    shared = [(v, factor) for v, factor in factors.items() if factor and uses[v] > 1]
    if len(shared) > 2 or (len(shared) == 2 and shared[0][1] != -shared[1][1]):
        return None
    own = [(v, factor) for v, factor in factors.items() if factor and uses[v] == 1]
    least, most = _sum(own, system, ends)
    bounds = constraint.bounds
    stated = _End(0, claims=constraint.bearers)
    at_most = stated.plus(_End(bounds.high, bounds.high_open)).plus(least, -1)
    at_least = stated.plus(_End(bounds.low, bounds.low_open)).plus(most, -1)
    (plus, factor), (minus, _) = (*shared, (_ZERO, 1), (_ZERO, 1))[:2]
    return list(_between(plus, minus, factor if shared else 1, at_least, at_most))


def _sum(
    terms: Iterable[tuple[Variable, Rational]], system: System, ends: dict[Variable, _Ends]
) -> _Ends:
    """The least and the most that terms can be together."""
    sums = []
    every = [(factor, _ends_of(variable, system, ends)) for variable, factor in terms]
    for side in (0, 1):
        chosen = [(factor, both[side if factor > 0 else 1 - side]) for factor, both in every]
        if any(end.value is None for _, end in chosen):
            sums.append(_End(None))
            continue
        value = sum(factor * end.value for factor, end in chosen if end.value)
        is_open = any(end.is_open for _, end in chosen)
        sums.append(_End(value, is_open, _NOBODY.union(*(end.claims for _, end in chosen))))
    return sums[0], sums[1]


def _between(
    plus: Variable, minus: Variable, factor: Rational, at_least: _End, at_most: _End
) -> Iterator[_Limit]:
    """`factor` x (plus - minus) lies between two ends."""
    if factor < 0:
        plus, minus = minus, plus
    for more, less, end, sign in ((plus, minus, at_most, 1), (minus, plus, at_least, -1)):
        if end.value is not None:
            weight = (quotient(sign * end.value, magnitude(factor)), -1 if end.is_open else 0)
            yield _Limit(more, less, weight, end.claims)


def _own_limits(variable: Variable, ends: _Ends) -> Iterator[_Limit]:
    return _between(variable, _ZERO, 1, *ends)


def _circle(limits: list[_Limit], most: int) -> Outcome:
    """The claims of a circle of limits that adds up to less than nothing, if there is one.

    Every node's distance is lowered by the limits that lead to it until nothing moves. Those that
    would lower something are taken in an order in which none comes before what it builds on, so that
    a chain takes one pass (A. Goldberg and T. Radzik, A heuristic improvement of the Bellman-Ford
    algorithm, 1993); where there is no such order, they form a circle.
    """
    graph = _Graph(limits)
    labelled = graph.nodes
    while labelled:
        order, circle = graph.order(labelled)
        circle = circle or graph.lower(order)
        if circle:
            return Outcome(_NOBODY.union(*(limit.claims for limit in circle)), graph.steps)
        labelled = graph.lowered
        if graph.steps > most:
            return Outcome(None, graph.steps, complete=not labelled)
    return Outcome(None, graph.steps)


class _Graph:
    """Limits by the figure that they start from, and how low each figure has come."""

    def __init__(self, limits: list[_Limit]) -> None:
        # finding the limits took as much
        self.steps = self._size = self._look_again = 4 * len(limits)
        self.nodes = list(dict.fromkeys(v for limit in limits for v in (limit.less, limit.more)))
        self.lowered: list[Variable] = []
        self._leading: dict[Variable, list[_Limit]] = defaultdict(list)
        for limit in limits:
            self._leading[limit.less].append(limit)
        self._distance = _first_guess(self.nodes, limits)
        self._via: dict[Variable, _Limit] = {}

    def _reached(self, limit: _Limit) -> _Weight:
        number, left_out = self._distance[limit.less]
        return number + limit.weight[0], left_out + limit.weight[1]

    def order(self, starts: list[Variable]) -> tuple[list[Variable], list[_Limit]]:
        """What the limits that would lower something reach, in their order; or a circle of them."""
        done: set[Variable] = set()
        order: list[Variable] = []
        for start in starts:
            if start in done:
                continue
            path: list[_Limit] = []
            places = {start: 0}
            stack = [(start, self._lowering(start))]
            while stack:
                node, ahead = stack[-1]
                limit = next((each for each in ahead if each.more not in done), None)
                if limit is None:
                    stack.pop()
                    del places[node]
                    del path[max(len(stack) - 1, 0) :]
                    done.add(node)
                    order.append(node)
                elif limit.more in places:
                    return [], [*path[places[limit.more] :], limit]
                else:
                    places[limit.more] = len(stack)
                    path.append(limit)
                    stack.append((limit.more, self._lowering(limit.more)))
        return order[::-1], []

    def _lowering(self, node: Variable) -> Iterator[_Limit]:
        for limit in self._leading[node]:
            self.steps += 1
            if self._reached(limit) < self._distance[limit.more]:
                yield limit

    def lower(self, order: list[Variable]) -> list[_Limit]:
        """Lower what can be lowered, in this order; a circle of the limits last used, if any."""
        waiting: dict[Variable, None] = {}
        for node in order:
            waiting.pop(node, None)
            for limit in self._lowering(node):
                self._distance[limit.more] = self._reached(limit)
                self._via[limit.more] = limit
                waiting[limit.more] = None
        self.lowered = list(waiting)
        if self.steps < self._look_again:
            return []
        self._look_again = self.steps + self._size  # looking takes as long as so many steps
        return self._last_used()

    def _last_used(self) -> list[_Limit]:
        done: set[Variable] = set()
        for start in self._via:
            path: dict[Variable, None] = {}
            node = start
            while node in self._via and node not in done and node not in path:
                path[node] = None
                node = self._via[node].less
            if node in path:
                return list(_round(node, self._via))
            done.update(path)
        return []


def _first_guess(nodes: list[Variable], limits: list[_Limit]) -> dict[Variable, _Weight]:
    """Distances to begin with: as far from one another as the limits between them just allow.

    Any would do; the nearer they are to what satisfies all limits, the less is left to lower.
    """
    beside: dict[Variable, list[_Limit]] = defaultdict(list)
    for limit in limits:
        # that nothing is below zero is far from what figures are
        if limit.claims or _ZERO not in (limit.less, limit.more):
            beside[limit.less].append(limit)
            beside[limit.more].append(limit)
    found: dict[Variable, _Weight] = {}
    for start in (_ZERO, *nodes):
        if start in found:
            continue
        found[start] = 0, 0
        queue = deque([start])
        while queue:
            node = queue.popleft()
            number, left_out = found[node]
            for limit in beside[node]:
                sign, other = (1, limit.more) if limit.less == node else (-1, limit.less)
                if other not in found:
                    weight, open_end = limit.weight
                    found[other] = number + sign * weight, left_out + sign * open_end
                    queue.append(other)
    return found


def _round(start: Variable, via: dict[Variable, _Limit]) -> Iterator[_Limit]:
    node = start
    while True:
        yield via[node]
        node = via[node].less
        if node == start:
            return
