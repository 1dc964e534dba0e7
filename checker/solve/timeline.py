"""Days as a system: each event's possible days, narrowed through orders and lengths of time.

A variable is one day that is not known for sure; what claims say of it is a set of days (weekdays
leave holes). Relations compare two days only, by calendar arithmetic that rises with the day, so
that narrowing is complete: whatever is left when nothing moves any more holds a solution (the
earliest day of every set is one).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from checker.language.days import (
    ALL_DAYS,
    add,
    earliest_after,
    latest_before,
    meet,
    span,
    weekday_days,
)
from checker.language.types import Days, Gap
from checker.solve.search import Claims, shrink, smallest_conflicts

NO_CLAIMS = Claims()

# Rounds that one relation may narrow before it is left: only a circle of orders without any
# fixed day creeps for longer, and that is no contradiction of dates.
REVISIONS = 400
# Statements that may be looked at in one component in all: some seconds.
STEPS = 400_000


class DayBound(Struct, frozen=True):
    """What one source says of a day: a set of days, or (`weekday`, Monday 0) only its weekday.

    Sources that are no claims (registers) always hold.
    """

    variable: str
    days: Days
    source: str
    register: bool = False
    weekday: int | None = None


class DayGap(Struct, frozen=True):
    """`later` lies between `earlier` + `least` and `earlier` + `most` (None: no such limit)."""

    earlier: str
    later: str
    least: Gap | None
    most: Gap | None
    rule: str
    bearers: Claims = NO_CLAIMS
    note: str = ""


class Timeline(Struct, frozen=True):
    """The days of one component, or of many."""

    bounds: tuple[DayBound, ...]
    gaps: tuple[DayGap, ...]

    @property
    def claims(self) -> Claims:
        """All claims that it rests on."""
        stated = {bound.source for bound in self.bounds if not bound.register}
        return Claims(stated.union(*(gap.bearers for gap in self.gaps)))


class DayConflict(Struct, frozen=True):
    """Claims whose days cannot all be right; `bounds` and `gaps` are what it takes."""

    claims: Claims
    bounds: tuple[DayBound, ...]
    gaps: tuple[DayGap, ...]

    @property
    def rules(self) -> frozenset[str]:
        """The rules that its relations come from."""
        return frozenset(gap.rule for gap in self.gaps)


def day_conflicts(timeline: Timeline) -> tuple[tuple[DayConflict, ...], bool]:
    """The smallest conflicts of a timeline, and whether no limit cut the search off."""
    if contradictory(timeline, timeline.claims) is None:
        return (), True
    left = [STEPS]

    def contradiction(active: Claims) -> Claims | None:
        if left[0] <= 0:
            return None
        left[0] -= len(active) + len(timeline.gaps)
        return contradictory(timeline, active)

    if contradictory(timeline, Claims()) is not None:
        return (), True  # the registers alone: out-of-order says so
    cores = smallest_conflicts(timeline.claims, contradiction)
    return tuple(_conflict(timeline, core) for core in cores), left[0] > 0


def contradictory(timeline: Timeline, active: Claims) -> Claims | None:
    """Claims among the active ones that leave some day without a possibility, or None."""
    state = _State()
    for bound in timeline.bounds:
        if bound.register or bound.source in active:
            because = NO_CLAIMS if bound.register else Claims((bound.source,))
            if bound.weekday is not None:
                state.weekdays[bound.variable].append((bound.weekday, because))
    for bound in timeline.bounds:
        if bound.register or bound.source in active:
            because = NO_CLAIMS if bound.register else Claims((bound.source,))
            if not state.narrow(bound.variable, bound.days, because):
                return state.reasons[bound.variable]
    gaps = [gap for gap in timeline.gaps if gap.bearers <= active]
    empty = _settle(gaps, state)
    return None if empty is None else state.reasons[empty]


class _State:
    """Each variable's possible days so far, and the claims that they rest on."""

    def __init__(self) -> None:
        self.days: dict[str, Days] = defaultdict(lambda: ALL_DAYS)
        self.reasons: dict[str, Claims] = defaultdict(Claims)
        self.weekdays: dict[str, list[tuple[int, Claims]]] = defaultdict(list)
        self.moved = False

    def narrow(self, variable: str, allowed: Days, because: Claims) -> bool:
        """Meet a variable's days with `allowed`, then with its weekdays; False where none is left."""
        before = self.days[variable]
        met = meet(before, allowed)
        self.moved = met != before
        if self.moved:
            self.reasons[variable] |= because
        for weekday, source in self.weekdays[variable] if not met.empty else ():
            filtered = weekday_days(met, weekday)
            if filtered != met:
                self.reasons[variable] |= source
                self.moved, met = True, filtered
        self.days[variable] = met
        return not met.empty


def _settle(gaps: list[DayGap], state: _State) -> str | None:
    users: dict[str, list[int]] = defaultdict(list)
    for index, gap in enumerate(gaps):
        users[gap.earlier].append(index)
        users[gap.later].append(index)
    queue = deque(range(len(gaps)))
    queued = set(queue)
    left = [REVISIONS] * len(gaps)
    while queue:
        index = queue.popleft()
        queued.discard(index)
        if left[index] == 0:
            continue
        left[index] -= 1
        gap = gaps[index]
        for variable, allowed in _allowed(gap, state.days):
            because = state.reasons[_other(gap, variable)] | gap.bearers
            if not state.narrow(variable, allowed, because):
                return variable
            for user in users[variable] if state.moved else ():
                if user not in queued:
                    queued.add(user)
                    queue.append(user)
    return None


def _other(gap: DayGap, variable: str) -> str:
    return gap.earlier if variable == gap.later else gap.later


def _allowed(gap: DayGap, days: dict[str, Days]) -> Iterable[tuple[str, Days]]:
    """What each of the two days may be, by the other."""
    earlier, later = days[gap.earlier], days[gap.later]
    yield (
        gap.later,
        span(_moved(add, earlier.first, gap.least), _moved(add, earlier.last, gap.most)),
    )
    later = days[gap.later]
    if not later.empty:
        first = _moved(earliest_after, later.first, gap.most)
        last = _moved(latest_before, later.last, gap.least)
        yield gap.earlier, span(first, last)


def _moved(move: Callable[[int, Gap], int], day: int | None, gap: Gap | None) -> int | None:
    return None if day is None or gap is None else move(day, gap)


def _conflict(timeline: Timeline, core: Claims) -> DayConflict:
    """The core with the bounds and gaps that it takes."""
    bounds = [b for b in timeline.bounds if b.register or b.source in core]
    gaps = [gap for gap in timeline.gaps if gap.bearers <= core]
    items: list[DayBound | DayGap] = [*sorted(bounds, key=lambda b: not b.register), *gaps]

    def contradicts(kept: Sequence[DayBound | DayGap]) -> Sequence[DayBound | DayGap] | None:
        smaller = Timeline(
            tuple(item for item in kept if isinstance(item, DayBound)),
            tuple(item for item in kept if isinstance(item, DayGap)),
        )
        return kept if contradictory(smaller, core) is not None else None

    needed = shrink(items, contradicts)
    return DayConflict(
        core,
        tuple(item for item in needed if isinstance(item, DayBound)),
        tuple(item for item in needed if isinstance(item, DayGap)),
    )
