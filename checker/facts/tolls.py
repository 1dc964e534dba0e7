"""Running totals: they never fall, nor below what a narrower one had already reached."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import TYPE_CHECKING

from checker.facts.figures import FigureFact
from checker.facts.pairs import ALSO, Pair, fits_in
from checker.facts.times import before
from checker.ranges import EVERYTHING, Range
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.things import Scope, Thing


def falling(facts: Facts) -> Iterator[Pair]:
    """Tolls that are lower than an earlier one, each against the earliest of those."""
    for reports in _reports(facts).values():
        highest = EVERYTHING
        published = sorted(reports, key=lambda fact: facts.order(fact.claim))
        for report in reports:
            if report.stated is None or fits_in(highest, report.stated):
                highest = _higher(highest, report.stated)
                continue
            found = _above(report, published)
            if found:
                yield _against(facts, report, found)


def _against(facts: Facts, toll: FigureFact, rivals: list[tuple[Level, FigureFact]]) -> Pair:
    """A toll against the gravest, of those the earliest-published, that it cannot be beside."""
    ordered = sorted(rivals, key=lambda entry: (entry[0], facts.order(entry[1].claim)))
    level, first = ordered[0]
    return Pair(toll, first, level, tuple(fact for _, fact in ordered[1 : ALSO + 1]))


def _above(report: FigureFact, others: Sequence[FigureFact]) -> list[tuple[Level, FigureFact]]:
    """Earlier tolls that are higher; of those that surely are, so many as are ever told."""
    found: list[tuple[Level, FigureFact]] = []
    grave = 0
    for other in others:
        level = _falls(other, report)
        if level is not None:
            found.append((level, other))
            grave += level is Level.WIDEST
            if grave > ALSO:
                break
    return found


def outgrown(facts: Facts) -> Iterator[Pair]:
    """Tolls above a later one of what holds them: each against the earliest of those."""
    reports = _reports(facts)
    for scope, own in reports.items():
        wholes = [fact for wider in _wider(facts, scope) for fact in reports.get(wider, ())]
        wholes.sort(key=_first_day)
        # from each on, the most that any may be: what fits in there exceeds none
        least = list(accumulate(map(_at_most, reversed(wholes)), Range.meet))[::-1]
        days = [_first_day(whole) for whole in wholes]
        for part in own:
            later = bisect_right(days, part.time.last if part.time else float("inf"))
            if later == len(wholes) or part.stated is None or fits_in(part.stated, least[later]):
                continue
            levels = ((_falls(part, whole), whole) for whole in wholes[later:])
            found = [(level, whole) for level, whole in levels if level is not None]
            if found:
                yield _against(facts, part, found)


def orders(facts: Facts) -> Iterator[tuple[Thing, Thing]]:
    """Pairs of tolls of which the second is no lower.

    For each the next later ones of its own and of wider scopes: the rest follows from these.
    """
    found = facts.things.tolls
    following = {scope: _Following(things) for scope, things in found.items()}
    for scope, earlier in found.items():
        for wider in (scope, *_wider(facts, scope)):
            if wider in following:
                for one in earlier:
                    for other in following[wider].next_to(one):
                        yield one, other


class _Following:
    """Tolls by day, to find those that come next after one."""

    def __init__(self, tolls: Sequence[Thing]) -> None:
        self._tolls = sorted(tolls, key=lambda toll: toll.time.first if toll.time else 0)
        times = [toll.time for toll in self._tolls if toll.time]
        self._days = [time.first for time in times]
        # from each on, the day by which the first of them is surely over
        self._over = list(accumulate((time.last for time in reversed(times)), min))[::-1]

    def next_to(self, toll: Thing) -> Sequence[Thing]:
        """Those that surely come later, with none of these in between."""
        assert toll.time
        start = bisect_right(self._days, toll.time.last)
        if start == len(self._days):
            return ()
        return self._tolls[start : bisect_right(self._days, self._over[start])]


def _wider(facts: Facts, scope: Scope) -> Iterator[Scope]:
    """The scopes that hold one: by measure, subject and place, upwards."""
    measure, subject, place = scope
    above = product(
        facts.measures_above(measure), facts.entities_above(subject), facts.entities_above(place)
    )
    return (wider for wider in above if wider != scope)


def _at_most(fact: FigureFact) -> Range:
    high = fact.stated
    return Range(None, high.high, False, high.high_open) if high else EVERYTHING


def _first_day(fact: FigureFact) -> float:
    return fact.time.first if fact.time else float("-inf")


def _higher(highest: Range, stated: Range | None) -> Range:
    """From the higher of the two low ends on: a report that reaches into it falls below none."""
    if stated is None:
        return highest
    return highest.meet(Range(stated.low, None, stated.low_open))


def _reports(facts: Facts) -> dict[Scope, list[FigureFact]]:
    """Tolls by scope, in the order of their moments; of equal readings the first and last stay.

    A report between two equal ones tells nothing that they do not.
    """
    found = {
        scope: [fact for toll in tolls for fact in toll.facts if fact.widest is not None]
        for scope, tolls in facts.things.tolls.items()
    }
    for reports in found.values():
        reports.sort(key=lambda fact: (fact.time.first if fact.time else 0, fact.key))
    return found


def _falls(earlier: FigureFact, later: FigureFact) -> Level | None:
    if not (earlier.time and later.time) or not before(earlier.time, later.time):
        return None
    if earlier.dimension != later.dimension:
        return None
    if not (earlier.widest and later.widest and earlier.stated and later.stated):
        return None
    if not fits_in(earlier.widest, later.widest):
        return Level.WIDEST
    return None if fits_in(earlier.stated, later.stated) else Level.STATED
