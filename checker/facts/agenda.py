"""Times that can meet, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.facts.times import Time

_UNBOUNDED = float("inf")


class Agenda:
    """Times by the days that they may touch, to be asked which of them a time can meet.

    Times are kept by the power of two of their length and sorted by their first day: of those of
    one length, the ones that can meet a stretch of days begin in a stretch hardly longer. So a year
    among thousands of days does not make each day look at all others.
    """

    def __init__(self, times: Sequence[Time | None]) -> None:
        """`None` is a time that is not given: it meets nothing."""
        found: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self._endless: list[int] = []
        for place, time in enumerate(times):
            if time is not None:
                first, last = touched(time)
                if last - first == _UNBOUNDED:
                    self._endless.append(place)
                else:
                    found[int(last - first).bit_length()].append((first, place))
        self._starts = {length: sorted(starts) for length, starts in found.items()}

    def meeting(self, time: Time) -> list[int]:
        """Places of the times that can share a day with this one (and perhaps of a few more)."""
        first, last = touched(time)
        found = list(self._endless)
        for length, starts in self._starts.items():
            begin = bisect_left(starts, first - 2**length, key=_first)
            end = bisect_right(starts, last, key=_first)
            found.extend(place for _, place in starts[begin:end])
        return sorted(found)


def _first(start: tuple[float, int]) -> float:
    return start[0]


def touched(time: Time) -> tuple[float, float]:
    """The first and last day that any reading of a time touches (without end: infinity)."""
    days = time.start.days.spans + time.end.days.spans
    named = [day for day in (time.start.nominal, time.end.nominal) if day is not None]
    firsts: Iterable[int | None] = [*(span[0] for span in days), *named]
    lasts: Iterable[int | None] = [*(span[1] for span in days), *named]
    return (
        min((-_UNBOUNDED if day is None else day for day in firsts), default=-_UNBOUNDED),
        max((_UNBOUNDED if day is None else day for day in lasts), default=_UNBOUNDED),
    )
