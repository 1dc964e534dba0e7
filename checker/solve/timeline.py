"""Days as a system: each event's possible days, narrowed through orders and lengths of time.

A variable is one day that is not known for sure; what claims say of it is a set of days (weekdays
leave holes). Relations compare two days only, by calendar arithmetic that rises with the day, so
that narrowing is complete: whatever is left when nothing moves any more holds a solution (the
earliest day of every set is one).
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations

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
from checker.solve.groups import Groups
from checker.solve.search import Claims, shrink, smallest_conflicts

NO_CLAIMS = Claims()
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31

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


class Clash(Struct, frozen=True):
    """A day that would have to be in two sets at once (`weekday`, Monday 0: in one, and that)."""

    variable: str
    one: Days
    other: Days
    weekday: int | None = None


class DayConflict(Struct, frozen=True):
    """Claims whose days cannot all be right; `bounds` and `gaps` are what it takes.

    `clash` is where they run into one another; None for lengths of time that differ by themselves.
    """

    claims: Claims
    bounds: tuple[DayBound, ...]
    gaps: tuple[DayGap, ...]
    clash: Clash | None = None

    @property
    def rules(self) -> frozenset[str]:
        """The rules that its relations come from."""
        return frozenset(gap.rule for gap in self.gaps)


def day_conflicts(timeline: Timeline) -> tuple[tuple[DayConflict, ...], bool]:
    """The smallest conflicts of a timeline, and whether no limit cut the search off."""
    if contradictory(timeline, timeline.claims) is None:
        return (), True
    if contradictory(timeline, Claims()) is not None:
        return (), True  # the registers alone: out-of-order says so
    search = _Search(timeline)
    cores = smallest_conflicts(timeline.claims, search.contradiction, spent=search.is_spent)
    conflicts = tuple(search.conflict(core) for core in cores)
    return conflicts, not search.is_spent()


def contradictory(timeline: Timeline, active: Claims) -> Claims | None:
    """Claims among the active ones that leave some day without a possibility, or None."""
    state = _State(timeline, active)
    return None if state.reasons is None else state.claims(state.reasons)


class _Search:
    """One timeline, and what may still be spent on it."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._left = STEPS
        self._between: dict[tuple[str, str], list[DayGap]] = defaultdict(list)
        for gap in timeline.gaps:
            self._between[gap.earlier, gap.later].append(gap)

    def is_spent(self) -> bool:
        """Whether nothing more is asked."""
        return self._left <= 0

    def contradiction(self, active: Claims) -> Claims | None:
        """Claims that contradict one another among these, or None."""
        state = self._solved(self._timeline, active)
        return None if state.reasons is None else state.claims(state.reasons)

    def _solved(self, timeline: Timeline, active: Claims) -> _State:
        state = _State(timeline, active)
        self._left -= state.steps
        return state

    def conflict(self, core: Claims) -> DayConflict:
        """The core with the bounds and gaps that it takes."""
        state = _State(self._timeline, core)
        items = state.items(state.reasons or 0)
        items += self._straight(items, core)
        dated = _dated(items)
        items.sort(key=lambda item: _needed_last(item, dated))

        def contradicts(kept: Sequence[_Item]) -> Sequence[_Item] | None:
            return kept if self._solved(_of(kept), core).reasons is not None else None

        if not _is_path(_of(items)):
            items = shrink(items, contradicts, self.is_spent)
        needed = _of(items)
        clash = self._solved(needed, core).clash
        return DayConflict(core, needed.bounds, needed.gaps, clash)

    def _straight(self, items: Sequence[_Item], core: Claims) -> list[DayGap]:
        """What else joins two dated days straight: it says more plainly what is wrong."""
        days = sorted(_dated(items))
        if len(days) > _FEW_DAYS:
            return []
        gaps = (gap for pair in permutations(days, 2) for gap in self._between.get(pair, ()))
        return [gap for gap in gaps if gap.bearers <= core and gap not in items]


_Item = DayBound | DayGap
_FEW_DAYS = 12


def _dated(items: Sequence[_Item]) -> frozenset[str]:
    return frozenset(item.variable for item in items if isinstance(item, DayBound))


def _needed_last(item: _Item, dated: frozenset[str]) -> int:
    """Where a statement comes when one after the other is left out: detours first, then registers."""
    if isinstance(item, DayGap):
        return 2 if {item.earlier, item.later} <= dated else 0
    return 1 if item.register else 2


def _of(items: Sequence[_Item]) -> Timeline:
    """The timeline of these statements."""
    return Timeline(
        tuple(item for item in items if isinstance(item, DayBound)),
        tuple(item for item in items if isinstance(item, DayGap)),
    )


def _is_path(timeline: Timeline) -> bool:
    """Whether gaps lead straight from one bound to another: then it takes every one of them."""
    beside = Counter(day for gap in timeline.gaps for day in (gap.earlier, gap.later))
    ends = {day for day, count in beside.items() if count == 1}
    straight = max(beside.values(), default=0) <= 2 and len(ends) == 2
    groups = Groups()
    for gap in timeline.gaps:
        groups.join(gap.earlier, gap.later)
    one = len({groups.of(day) for day in beside}) == 1 and len(beside) == len(timeline.gaps) + 1
    bounded = [bound.variable for bound in timeline.bounds]
    return straight and one and len(bounded) == 2 and set(bounded) == ends


# A set of statements, as the bits of their places: long chains make long sets, and these are joined
# at every step.
_Reasons = int


class _State:
    """Each variable's possible days, narrowed as far as the active claims say, and why.

    `reasons` are the statements of a contradiction, None where there is none, and `clash` is where
    it shows; `steps` is the work: statements looked at.
    """

    def __init__(self, timeline: Timeline, active: Claims) -> None:
        self.steps = len(timeline.bounds) + len(timeline.gaps)
        self.reasons: _Reasons | None = None
        self.clash: Clash | None = None
        self._timeline = timeline
        self._days: dict[str, Days] = defaultdict(lambda: ALL_DAYS)
        self._because: dict[str, _Reasons] = defaultdict(int)
        self._weekdays: dict[str, list[tuple[int, _Reasons]]] = defaultdict(list)
        self._moved = False
        if self._bounded(active):
            gaps = list(self._gaps(active))
            self.reasons = _at_odds(gaps)
            if gaps and self.reasons is None:
                self._settle(gaps)

    def claims(self, reasons: _Reasons) -> Claims:
        """The claims that make statements."""
        stated = (
            item.bearers if isinstance(item, DayGap) else Claims((item.source,))
            for item in self.items(reasons)
            if isinstance(item, DayGap) or not item.register
        )
        return NO_CLAIMS.union(*stated)

    def items(self, reasons: _Reasons) -> list[_Item]:
        """The statements of a set."""
        every: tuple[_Item, ...] = (*self._timeline.bounds, *self._timeline.gaps)
        return [item for place, item in enumerate(every) if reasons >> place & 1]

    def _bounded(self, active: Claims) -> bool:
        """Meet all days with what is said of them by itself; False where one has none left."""
        said = [
            (1 << place, bound)
            for place, bound in enumerate(self._timeline.bounds)
            if bound.register or bound.source in active
        ]
        for reason, bound in said:
            if bound.weekday is not None:
                self._weekdays[bound.variable].append((bound.weekday, reason))
        return all(self._narrow(bound.variable, bound.days, reason) for reason, bound in said)

    def _gaps(self, active: Claims) -> Iterator[tuple[_Reasons, DayGap]]:
        first = len(self._timeline.bounds)
        for place, gap in enumerate(self._timeline.gaps):
            if gap.bearers <= active:
                yield 1 << first + place, gap

    def _settle(self, gaps: list[tuple[_Reasons, DayGap]]) -> None:
        """Narrow through gaps until nothing moves, or a variable has no day left."""
        users: dict[str, list[int]] = defaultdict(list)
        for index, (_, gap) in enumerate(gaps):
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
            self.steps += 1
            reason, gap = gaps[index]
            for variable, other, allowed in _allowed(gap, self._days):
                if not self._narrow(variable, allowed, self._because[other] | reason):
                    return
                for user in users[variable] if self._moved else ():
                    if user not in queued:
                        queued.add(user)
                        queue.append(user)

    def _narrow(self, variable: str, allowed: Days, because: _Reasons) -> bool:
        """Meet a variable's days with `allowed`, then with its weekdays; False where none is left."""
        before = self._days[variable]
        met = meet(before, allowed)
        self._moved = met != before
        if not self._moved:
            return True
        self._because[variable] |= because
        clash = Clash(variable, before, allowed) if met.empty else None
        for weekday, source in self._weekdays[variable] if not met.empty else ():
            filtered = weekday_days(met, weekday)
            if filtered != met:
                self._because[variable] |= source
                if filtered.empty:
                    clash = Clash(variable, met, met, weekday)
                met = filtered
        self._days[variable] = met
        if met.empty:
            self.reasons, self.clash = self._because[variable], clash
        return not met.empty


def _at_odds(gaps: Iterable[tuple[_Reasons, DayGap]]) -> _Reasons | None:
    """Two lengths of time between the same two days of which one is longer, whenever they are."""
    longest: dict[tuple[str, str], tuple[int, _Reasons, Gap]] = {}
    shortest: dict[tuple[str, str], tuple[int, _Reasons, Gap]] = {}
    for reason, gap in gaps:
        days = gap.earlier, gap.later
        if gap.least and (days not in longest or _length(gap.least) > longest[days][0]):
            longest[days] = _length(gap.least), reason, gap.least
        if gap.most and (days not in shortest or _length(gap.most) < shortest[days][0]):
            shortest[days] = _length(gap.most), reason, gap.most
    for days, (_, one, least) in longest.items():
        if days in shortest and _is_longer(least, shortest[days][2]):
            return one | shortest[days][1]
    return None


def _length(gap: Gap) -> int:
    """Hundredths of days, about."""
    return gap.months * 3044 + gap.days * 100


def _is_longer(one: Gap, other: Gap) -> bool:
    """Whether a length of time is longer than another from whatever day on."""
    months, days = one.months - other.months, one.days - other.days
    return months * (_SHORTEST_MONTH if months > 0 else _LONGEST_MONTH) + days > 0


def _allowed(gap: DayGap, days: dict[str, Days]) -> Iterator[tuple[str, str, Days]]:
    """Each of the two days, the other one, and what the first may be by that."""
    earlier = days[gap.earlier]
    first = _moved(add, earlier.first, gap.least)
    last = _moved(add, earlier.last, gap.most)
    yield gap.later, gap.earlier, span(first, last)
    later = days[gap.later]
    first = _moved(earliest_after, later.first, gap.most)
    last = _moved(latest_before, later.last, gap.least)
    yield gap.earlier, gap.later, span(first, last)


def _moved(move: Callable[[int, Gap], int], day: int | None, gap: Gap | None) -> int | None:
    return None if day is None or gap is None else move(day, gap)
