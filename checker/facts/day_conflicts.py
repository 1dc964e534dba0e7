"""Conflicts of days: the components of a tree's timeline, solved one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.facts.days import DATES, WEEKDAY
from checker.language.calendar import day_number
from checker.language.days import single
from checker.language.phrases import weekday_named
from checker.language.types import Days
from checker.model.claim import Happening
from checker.solve.groups import Groups
from checker.solve.search import Claims
from checker.solve.timeline import DayBound, DayConflict, DayGap, Timeline, day_conflicts

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.model.claim import Claim

JOINTLY = "time/jointly-impossible"


def conflicts_of_days(facts: Facts) -> Iterator[tuple[DayConflict, bool]]:
    """Every smallest conflict, and whether the search of its component was complete.

    Claims that say the same of the same day are solved as one, and told apart afterwards: a
    thousand claims against a thousand are one conflict to solve and a thousand to report.
    """
    twins, timeline = _without_twins(facts, facts.chronology.timeline)
    for component in _components(timeline):
        found, complete = day_conflicts(component)
        for conflict in found:
            for each in _told_apart(facts, conflict, twins):
                yield each, complete


def rule_of_days(facts: Facts, conflict: DayConflict) -> str:
    """The rule that a conflict of days is reported under: the most specific that explains it."""
    rules = conflict.rules - {DATES}
    if len(rules) > 1:
        return JOINTLY
    if rules:
        return next(iter(rules))
    return WEEKDAY if _about_weekdays(facts, conflict) else DATES


def _about_weekdays(facts: Facts, conflict: DayConflict) -> bool:
    """Whether a weekday is named that no day of the other claims is."""
    if any(bound.weekday is not None for bound in conflict.bounds):
        return True
    claims = [facts.claims[key] for key in conflict.claims]
    for claim in claims:
        assert isinstance(claim.asserts, Happening)
        named = weekday_named(claim.asserts.date or "")
        others = [bound.days for bound in conflict.bounds if bound.source != claim.key]
        if named is not None and others and not any(_holds(days, named) for days in others):
            return True
    return False


def _holds(days: Days, weekday: int) -> bool:
    """Whether some day of the set is this weekday (1 January of year 1 was a Monday)."""
    for first, last in days.spans:
        if first is None or last is None or last - first >= 6:
            return True
        if any((day - 1) % 7 == weekday for day in range(first, last + 1)):
            return True
    return False


def _without_twins(facts: Facts, timeline: Timeline) -> tuple[dict[str, list[str]], Timeline]:
    """The timeline with one claim for each statement, and which claims each stands for."""
    statements: dict[str, list[object]] = defaultdict(list)
    for bound in timeline.bounds:
        if not bound.register:
            statements[bound.source].append((bound.variable, bound.days, bound.weekday))
    for gap in timeline.gaps:
        for claim in gap.bearers:
            statements[claim].append((gap.earlier, gap.later, gap.least, gap.most))
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for claim, said in statements.items():
        groups[tuple(said)].append(claim)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda key: facts.order(facts.claims[key]))
    twins = {group[0]: group for group in groups.values()}
    kept_bounds = tuple(b for b in timeline.bounds if b.register or b.source in twins)
    kept_gaps = tuple(gap for gap in timeline.gaps if gap.bearers <= twins.keys())
    return twins, Timeline(kept_bounds, kept_gaps)


def _told_apart(
    facts: Facts, conflict: DayConflict, twins: dict[str, list[str]]
) -> Iterator[DayConflict]:
    """The conflict itself; of two groups of twins, each claim against the earliest it meets."""
    if len(conflict.claims) != 2:
        yield conflict
        return
    groups = [twins[claim] for claim in sorted(conflict.claims)]
    for own, other in (groups, groups[::-1]):
        first = other[0]
        for claim in own:
            if facts.order(facts.claims[first]) < facts.order(facts.claims[claim]):
                yield _renamed(conflict, {own[0]: claim})


def _renamed(conflict: DayConflict, names: dict[str, str]) -> DayConflict:
    bounds = tuple(replace(b, source=names.get(b.source, b.source)) for b in conflict.bounds)
    gaps = tuple(
        replace(gap, bearers=Claims(names.get(claim, claim) for claim in gap.bearers))
        for gap in conflict.gaps
    )
    claims = Claims(names.get(claim, claim) for claim in conflict.claims)
    return DayConflict(claims, bounds, gaps, conflict.clash)


def _components(timeline: Timeline) -> Iterator[Timeline]:
    """Days that nothing joins are solved apart; a single statement of one day is no component."""
    groups = Groups()
    telling = _telling(timeline)
    for gap in telling:
        groups.join(gap.earlier, gap.later)
    bounds: dict[str, list[DayBound]] = defaultdict(list)
    gaps: dict[str, list[DayGap]] = defaultdict(list)
    for bound in timeline.bounds:
        bounds[groups.of(bound.variable)].append(bound)
    for gap in telling:
        gaps[groups.of(gap.earlier)].append(gap)
    for name in dict.fromkeys([*bounds, *gaps]):
        if len(bounds[name]) + len(gaps[name]) > 1:
            yield Timeline(tuple(bounds[name] or _anchored(gaps[name])), tuple(gaps[name]))


def _telling(timeline: Timeline) -> list[DayGap]:
    """The gaps without orders that can always be kept: one of their days nothing else speaks of."""
    spoken = Counter([bound.variable for bound in timeline.bounds])
    spoken.update([gap.earlier for gap in timeline.gaps])
    spoken.update([gap.later for gap in timeline.gaps])
    return [
        gap
        for gap in timeline.gaps
        if gap.bearers or (spoken[gap.earlier] > 1 and spoken[gap.later] > 1)
    ]


def _anchored(gaps: list[DayGap]) -> list[DayBound]:
    """Any day for one of the days that nobody dates: lengths of time may contradict by themselves.

    Orders alone do not: they are kept by having everything on one day.
    """
    measured = [gap for gap in gaps if gap.bearers]
    anchor = single(day_number(2001, 1, 1))
    return [DayBound(gap.earlier, anchor, "", register=True) for gap in measured[:1]]


def bearer_of_days(facts: Facts, conflict: DayConflict) -> list[Claim]:
    """The claims of a conflict: those that bear a relation first, then from the latest on."""
    bearers = Claims().union(*(gap.bearers for gap in conflict.gaps))
    claims = sorted((facts.claims[key] for key in conflict.claims), key=facts.order, reverse=True)
    return sorted(claims, key=lambda claim: claim.key not in bearers)
