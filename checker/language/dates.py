"""Dates and periods in words, resolved against the day that they were said on.

EDTF is read first, then English phrases (`phrases.py`, `periods.py`). A reference that is itself
known only to a month or a year stands for each of its days in turn: what the words may then mean
is all that they mean from any of those days.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from checker.language.days import size, span, union, write_days
from checker.language.durations import UNIT_WORDS, read_age, read_duration
from checker.language.edtf import read_edtf
from checker.language.observances import NoObservance
from checker.language.periods import Ranged, between, of_reading, period
from checker.language.phrases import (
    Anchor,
    Reading,
    known_words,
    points_elsewhere,
    read_weekday,
    split_distance,
    strict,
    with_observances,
)
from checker.language.stretch import Stretch
from checker.language.types import Days, Distance, End, Period, When
from checker.language.unreadable import ImpossibleDay, Unreadable, WrongWeekday
from checker.language.wording import nearest, plain

__all__ = [
    "ImpossibleDay",
    "Unreadable",
    "WrongWeekday",
    "read_age",
    "read_date",
    "read_duration",
    "read_period",
    "read_weekday",
    "reference_days",
]

Observances = Mapping[str, tuple[int, int]]
"""The tree's own observances: month and day of the month by name and alias."""
Events = Mapping[str, str]
"""Event ids by the name or id that words may call them."""

_NO_OBSERVANCES: Observances = {}
_NO_EVENTS: Events = {}

# What may be any day of more than ten years says too little to resolve anything against.
_LONGEST_REFERENCE = 3_660
# A reference is vague where it is known to no more than a month.
_SHORTEST_VAGUE = 28
_LONGEST_TEXT = 200
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_date(
    text: str,
    reference: When | None,
    *,
    observances: Observances = _NO_OBSERVANCES,
    planned: bool = False,
    events: Events = _NO_EVENTS,
) -> When:
    """Read a date: the days that it may be, its span, its distance from an event, or unanchored.

    An EDTF interval, `from … to …` and `since …` are spans; all else is one day within. Relative
    words are seen from `reference`, looking back, or ahead where it is `planned`; without a
    reference the date is `unanchored`. `<duration> before|after …` is counted from a date, an
    observance, or an event: one that `events` knows by id or name, or any id like `strike-start`.

    Raises:
        ImpossibleDay: a day that no calendar has.
        WrongWeekday: a date and the weekday beside it do not agree.
        Unreadable: not a date in any known form.
    """
    known = _date_by_itself(text, reference, planned)
    if known is not None:
        return known
    try:
        return _named_date(text, reference, planned, observances, events)
    except NoObservance as error:
        raise _misprint(text) or error from None


def read_period(
    text: str,
    reference: When | None,
    *,
    observances: Observances = _NO_OBSERVANCES,
    planned: bool = False,
    events: Events = _NO_EVENTS,
) -> When:
    """Read a period: its start and end, each with a nominal day and the days that it may be.

    A calendar unit (`2015`, `April`, `last year`) begins and ends on its very days; what is loose
    (`early 2015`, `last week`) may begin and end on any of its days. In `from A to B` the start is
    any day of A and most likely its first, the end any day of B and most likely its last. `since A`
    ends on the reference day, `this year` on it or later. `the past seven months` begins that long
    before it, give or take half a month. What is told from an event is a distance from it, as in
    `read_date`; what has a length but no place in time (`for 12 years`) is `unanchored`.

    Raises:
        ImpossibleDay, WrongWeekday, Unreadable: as `read_date`.
    """
    known = _period_by_itself(text, reference, planned)
    if known is not None:
        return known
    try:
        return _named_period(text, reference, planned, observances, events)
    except NoObservance as error:
        raise _misprint(text) or error from None


# Words that stand by themselves are remembered; those that need declared names are not.


@lru_cache(maxsize=65_536)
def _date_by_itself(text: str, reference: When | None, planned: bool) -> When | None:
    found = read_edtf(text.strip())
    if found is not None:
        return found
    words = _words(text)
    if points_elsewhere(words) and strict(words) is None:
        return When(text, unanchored=text.strip())
    reading = strict(words)
    seen = _Seen(reference, planned, _NO_OBSERVANCES)
    if reading is not None:
        return None if reading.named else seen.date(text, reading)
    ranged = between(words)
    if ranged is None or ranged.reading.named:
        return None
    return seen.period(text, ranged) if ranged.spans else seen.date(text, ranged.reading)


@lru_cache(maxsize=65_536)
def _period_by_itself(text: str, reference: When | None, planned: bool) -> When | None:
    found = read_edtf(text.strip())
    if found is not None and found.span is not None:
        return found
    words = _words(text)
    if strict(words) is None and (points_elsewhere(words) or _has_no_place(words)):
        return When(text, unanchored=text.strip())
    ranged = period(words)
    if ranged is None or ranged.reading.named:
        return None
    return _Seen(reference, planned, _NO_OBSERVANCES).period(text, ranged)


def _named_date(
    text: str,
    reference: When | None,
    planned: bool,
    observances: Observances,
    events: Events,
) -> When:
    words = plain(text)
    distance = _distance(words, observances, events)
    if distance is not None:
        return When(text, distance=distance)
    seen = _Seen(reference, planned, observances)
    ranged = between(words)
    reading = with_observances(words) if ranged is None else ranged.reading
    _check_names(reading, observances)
    if ranged is not None and ranged.spans:
        return seen.period(text, ranged)
    return seen.date(text, reading)


def _named_period(
    text: str,
    reference: When | None,
    planned: bool,
    observances: Observances,
    events: Events,
) -> When:
    words = plain(text)
    distance = _distance(words, observances, events)
    if distance is not None:
        return When(text, distance=distance)
    ranged = period(words) or of_reading(with_observances(words), words)
    _check_names(ranged.reading, observances)
    return _Seen(reference, planned, observances).period(text, ranged)


def _words(text: str) -> str:
    """The text as phrases are compared.

    Raises:
        Unreadable: it is empty, or far longer than any date.
    """
    if len(text) > _LONGEST_TEXT:
        raise Unreadable(f"“{text[:40]}…” is too long for a date or a period.")
    words = plain(text)
    if not words:
        raise Unreadable("There is no date. Write it as 2015-12-09 or 9 December 2015.")
    return words


_REPEATED = re.compile(
    rf"(?:every|each|per) (?:{UNIT_WORDS})|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly"
)


def _has_no_place(words: str) -> bool:
    """Whether a period has a length but no place in time: `for 12 years`, `each year`."""
    if _REPEATED.fullmatch(words):
        return True
    try:
        read_duration(re.sub(r"^(?:for|over|during|within|in) ", "", words))
    except Unreadable:
        return False
    return True


# The reference


def reference_days(reference: When | None) -> Days | None:
    """The days that a reference may be; None where it is not known, or to more than ten years."""
    if reference is None:
        return None
    days = reference.days
    if reference.span is not None:
        days = span(reference.span.start.days.first, reference.span.end.days.last)
    if days is None or days.empty:
        return None
    number = size(days)
    return None if number is None or number > _LONGEST_REFERENCE else days


class _Seen(Struct, frozen=True):
    """What phrases are seen from: the reference, whether they look ahead, declared observances."""

    reference: When | None
    planned: bool
    observances: Observances

    def date(self, text: str, reading: Reading) -> When:
        stretches = self._stretches(reading)
        if not stretches:
            return When(text, unanchored=text.strip())
        days = union(each.days for each in stretches)
        return When(text, days=days, vague_reference=self._vague(stretches))

    def period(self, text: str, ranged: Ranged) -> When:
        stretches = self._stretches(ranged.reading)
        if not stretches:
            return When(text, unanchored=text.strip())
        middle = stretches[len(stretches) // 2]
        begins = union(each.begins for each in stretches)
        ends = union(each.ends for each in stretches)
        start = self._end("from", ranged.start, middle.first, begins, ranged.start_relative)
        end = self._end("to", ranged.end, middle.last, ends, ranged.end_relative)
        return When(text, span=Period(text, start, end), vague_reference=self._vague(stretches))

    def _end(self, side: str, words: str, nominal: int | None, days: Days, relative: bool) -> End:
        """An end; its words tell it apart wherever it is another day or seen from another."""
        seen = reference_days(self.reference) if relative else None
        place = f", seen from {write_days(seen)}" if seen else ""
        return End(nominal, days, f"{side} {words} ({write_days(days)}){place}")

    def _stretches(self, reading: Reading) -> list[Stretch]:
        """The reading from each day that the reference may be; none where it is not known."""
        if not reading.relative:
            return [reading.on(Anchor(1, self.planned, self.observances))]
        days = reference_days(self.reference)
        stretches: list[Stretch] = []
        errors: list[Unreadable] = []
        for first, last in days.spans if days else ():
            for day in range(first or 0, (last or 0) + 1):
                try:
                    stretches.append(reading.on(Anchor(day, self.planned, self.observances)))
                except Unreadable as error:  # the words cannot have been said on this day
                    errors.append(error)
        if errors and not stretches:
            raise errors[-1]
        return stretches

    def _vague(self, stretches: list[Stretch]) -> bool:
        return len(stretches) >= _SHORTEST_VAGUE and any(each != stretches[0] for each in stretches)


# Declared names


def _distance(words: str, observances: Observances, events: Events) -> Distance | None:
    """`two weeks after the strike`: a distance from an event, where it is not from an observance."""
    split = split_distance(words)
    if split is None:
        return None
    least, most, name = split
    event = _event(name, events)
    if event is None or (event not in events and _is_observance(name, observances)):
        return None
    return Distance(event, least, most)


def _event(name: str, events: Events) -> str | None:
    """The id of the event that words name, or that they are."""
    if name in events:
        return events[name]
    if "-" in name and _ID.fullmatch(name):  # an id as it is: no name is written so
        return name
    wanted = _event_key(name)
    for known, identity in events.items():
        if wanted in (_event_key(known), _event_key(identity)):
            return identity
    return name if _ID.fullmatch(name) else None


def _event_key(name: str) -> str:
    return plain(name).replace("-", " ").removeprefix("the ")


def _is_observance(name: str, observances: Observances) -> bool:
    try:
        with_observances(name).on(Anchor(1, observances=observances))
    except Unreadable:
        return False
    return True


def _check_names(reading: Reading, observances: Observances) -> None:
    """Raise `NoObservance` where a phrase names none, even if it is never resolved."""
    try:
        reading.on(Anchor(1, observances=observances))
    except NoObservance:
        raise
    except Unreadable:
        return  # it does not hold in the year 1, and need not


def _misprint(text: str) -> Unreadable | None:
    """The error that names a misprinted word of dates and what it stands for."""
    known = {word: shown for word, shown in known_words().items() if len(word) > 3}
    for word in re.findall(r"[a-z]{4,}", plain(text)):
        like = None if word in known_words() else nearest(word, known)
        if like:
            return Unreadable(f"“{text}” is not a date: did you mean {known[like]} by “{word}”?")
    return None
