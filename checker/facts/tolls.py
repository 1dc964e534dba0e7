"""Running totals that fall: each report against the highest one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.facts.figures import FigureFact
from checker.facts.pairs import ALSO, Pair, fits_in
from checker.facts.times import before
from checker.ranges import EVERYTHING, Range
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.things import Scope


def falling(facts: Facts) -> Iterator[Pair]:
    """Tolls that are lower than an earlier one, each against the earliest of those."""
    for reports in _reports(facts).values():
        highest = EVERYTHING
        for index, report in enumerate(reports):
            if report.stated is None or fits_in(highest, report.stated):
                highest = _higher(highest, report.stated)
                continue
            found = []
            for earlier in reports[:index]:
                level = _falls(earlier, report)
                if level is not None:
                    found.append((level, earlier))
            if found:
                found.sort(key=lambda entry: (entry[0], facts.order(entry[1].claim)))
                level, against = found[0]
                also = tuple(fact for _, fact in found[1 : ALSO + 1])
                yield Pair(report, against, level, also)


def _higher(highest: Range, stated: Range | None) -> Range:
    """From the higher of the two low ends on: a report that reaches into it falls below none."""
    if stated is None:
        return highest
    return highest.meet(Range(stated.low, None, stated.low_open))


def _reports(facts: Facts) -> dict[Scope, list[FigureFact]]:
    """Tolls by scope, in the order of their moments; of equal readings the first and last stay.

    A report between two equal ones tells nothing that they do not.
    """
    found: dict[Scope, list[FigureFact]] = defaultdict(list)
    for thing in facts.things:
        if thing.kind == "toll" and thing.time and not thing.part:
            found[thing.scope].extend(fact for fact in thing.facts if fact.widest is not None)
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
