"""Phrases with a start and an end: `from 2004 to 2006`, `since April`, `the past seven months`.

Like `phrases.py`, this knows no reference date: a period is a `Reading` whose stretch says where
it may begin and end, with the words of each end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.language.calendar import add
from checker.language.days import meet, single, span, write_day
from checker.language.durations import ENDLESS, UNIT_WORDS, read_reach
from checker.language.phrases import (
    MONTH_WORDS,
    Anchor,
    Reading,
    back,
    bare,
    strict,
    with_observances,
)
from checker.language.stretch import Stretch
from checker.language.types import Days, Gap
from checker.language.unreadable import Unreadable

_HERE = "the reference day"


class Ranged(Struct, frozen=True):
    """A period, read. `spans`: as the date of an event it is its span, not one day within.

    `start` and `end` are the words of the ends; `start_relative` and `end_relative` say whether
    they depend on the day that they are seen from.
    """

    reading: Reading
    start: str
    end: str
    start_relative: bool
    end_relative: bool
    spans: bool = False


@lru_cache(maxsize=4096)
def between(words: str) -> Ranged | None:
    """Read words that name two ends: `from … to …`, `between … and …`, `since …`, `the past …`.

    Raises:
        Unreadable: it ends before it begins.
    """
    return _since(words) or _past(words) or _first_units(words) or _length_to(words) or _pair(words)


@lru_cache(maxsize=4096)
def period(words: str) -> Ranged | None:
    """Read words as a period: two ends, or a unit of time that has its own."""
    found = _under_way(words) or _first_units(words) or _since(words) or _past(words)
    found = found or _length_to(words)
    if found:
        return found
    reading = strict(words)
    return of_reading(reading, words) if reading else _pair(words)


def of_reading(reading: Reading, words: str) -> Ranged:
    """The period that a date names: `2015`, `last year`."""
    named = bare(words)
    return Ranged(reading, named, named, reading.relative, reading.relative)


def _either(words: str) -> Reading:
    return strict(words) or with_observances(words)


# since …

_SINCE = re.compile(r"(?:ever )?since (?P<start>.+)")
_SINCE_LENGTH = re.compile(r"(?:from|starting) (?P<start>.+?) (?:on|onwards?)")


def _since(words: str) -> Ranged | None:
    """`since April`: from some day of April, most likely the first, to the reference day."""
    found = _SINCE.fullmatch(words) or _SINCE_LENGTH.fullmatch(words)
    of = found and _either(found["start"])
    if not found or not of:
        return None
    start_words = bare(found["start"])

    def on(anchor: Anchor) -> Stretch:
        start = of.on(replace(anchor, planned=False))
        begins = meet(start.days, span(None, anchor.day))
        if begins.empty:
            raise Unreadable(f"“{words}” begins after the day that it is seen from.")
        return _stretch(begins, start.first, single(anchor.day), anchor.day)

    reading = Reading(on, named=of.named)
    return Ranged(reading, start_words, _HERE, of.relative, True, spans=True)


def _stretch(begins: Days, first: int | None, ends: Days, last: int | None) -> Stretch:
    return Stretch(span(begins.first, ends.last), begins, ends, first, last)


# the past seven months, the next two weeks, in recent years

_PAST = re.compile(
    r"(?:(?:in|over|during|for|within|throughout|across) )?(?:(?:the|these) )?"
    r"(?P<way>past|last|previous|preceding|latest|next|coming|following) (?P<length>.+)"
)
_RECENT = re.compile(
    rf"(?:(?:in|over|during) )?(?:the )?(?:more )?(?:recent|past|last) (?P<unit>{UNIT_WORDS})"
)
_AHEAD = frozenset({"next", "coming", "following"})


def _past(words: str) -> Ranged | None:
    """`the past seven months`: up to the reference day, from half a month either way."""
    recent = _RECENT.fullmatch(words)
    if recent and recent["unit"].endswith(("s", "ies")):
        return _recent(words, recent["unit"])
    found = _PAST.fullmatch(words)
    if not found or (words.startswith(("last ", "next ")) and found["length"] in _UNITS_ALONE):
        return None
    length = found["length"]
    reach = _reach_of(length)
    if reach is None:
        return None
    least, named, most = reach
    ahead = found["way"] in _AHEAD
    reading = Reading(_reach(least, named, most, ahead=ahead))
    start, end = (_HERE, length) if ahead else (length, _HERE)
    return Ranged(reading, start, end, start_relative=True, end_relative=True)


_UNITS_ALONE = frozenset(UNIT_WORDS.split("|"))


def _reach_of(length: str) -> tuple[Gap, Gap | None, Gap] | None:
    """How long `seven months` or `year` may be: at least, as named, at most."""
    try:
        return read_reach(f"a {length}" if length in _UNITS_ALONE else length)
    except Unreadable:
        return None


def _reach(least: Gap, named: Gap | None, most: Gap, *, ahead: bool) -> Callable[[Anchor], Stretch]:
    def forwards(anchor: Anchor) -> Stretch:
        ends = span(add(anchor.day, least), None if most == ENDLESS else add(anchor.day, most))
        last = None if named is None else add(anchor.day, named)
        return _stretch(single(anchor.day), anchor.day, ends, last)

    def backwards(anchor: Anchor) -> Stretch:
        earliest = None if most == ENDLESS else add(anchor.day, back(most))
        begins = span(earliest, add(anchor.day, back(least)))
        first = None if named is None else add(anchor.day, back(named))
        return _stretch(begins, first, single(anchor.day), anchor.day)

    return forwards if ahead else backwards


def _recent(words: str, unit: str) -> Ranged:
    """`in recent years`: from 1 to 20 of the unit back, to within one unit of the reference day."""
    _, _, most = read_reach(f"20 {unit}")
    _, one, _ = read_reach(f"1 {unit}")
    step = back(one or Gap())

    def on(anchor: Anchor) -> Stretch:
        begins = span(add(anchor.day, back(most)), add(anchor.day, step))
        return _stretch(begins, None, span(add(anchor.day, step), anchor.day), None)

    return Ranged(Reading(on), bare(words), bare(words), True, True)


# the year to June 2012, the six months ended 30 September, the week ending 5 May

_LENGTH_TO = re.compile(
    rf"(?:(?:in|over|during|for) )?(?:the )?(?P<length>(?:[a-z0-9-]+ )?(?:{UNIT_WORDS})) "
    r"(?:up to|to|until|(?:that )?(?:ending|ended|ends))(?: on| in)? (?:the end of )?(?P<end>.+)"
)


def _length_to(words: str) -> Ranged | None:
    """`the year to June 2012`: so long, most likely to the last day of the end."""
    found = _LENGTH_TO.fullmatch(words)
    of = found and _either(found["end"])
    if not found or not of:
        return None
    length = found["length"]
    reach = _reach_of(length)
    if reach is None:
        return None
    least, named, most = reach

    def on(anchor: Anchor) -> Stretch:
        days = of.on(anchor).days
        if days.first is None or days.last is None:
            raise Unreadable(f"“{words}” does not say when it ends.")
        earliest = None if most == ENDLESS else add(days.first + 1, back(most))
        begins = span(earliest, add(days.last + 1, back(least)))
        first = None if named is None else add(days.last + 1, back(named))
        return _stretch(begins, first, days, days.last)

    end = bare(found["end"])
    reading = Reading(on, named=of.named)
    return Ranged(reading, f"{length} to {end}", end, of.relative, of.relative, spans=True)


# this year, so far this year, the first three months of 2015

_UNDER_WAY = re.compile(
    r"(?:(?P<far>so far|thus far|earlier|in) )?(?P<unit>this (?:year|month|week|quarter|decade))"
    r"(?P<far2> so far| to date| thus far)?|(?P<ytd>(?:the )?year to date)"
)
_FIRST_UNITS = re.compile(
    rf"(?:in |over |during )?(?:the )?(?P<which>first|last|final) (?P<length>.+? (?:{UNIT_WORDS}))"
    r" (?:of|in) (?P<rest>.+)"
)


def _under_way(words: str) -> Ranged | None:
    """`this year`: from its first day to the reference day, or (not `so far`) perhaps its last."""
    found = _UNDER_WAY.fullmatch(words)
    of = found and strict(found["unit"] or "this year")
    if not found or not of:
        return None
    so_far = bool(found["ytd"] or found["far2"]) or found["far"] not in (None, "in")

    def on(anchor: Anchor) -> Stretch:
        unit = of.on(anchor)
        ends = single(anchor.day) if so_far else meet(unit.days, span(anchor.day, None))
        last = unit.last if anchor.planned else anchor.day
        return _stretch(unit.begins, unit.first, ends, last)

    end = _HERE if so_far else "this " + words.rsplit(" ", 1)[-1]
    return Ranged(Reading(on), bare(found["unit"] or "this year"), end, True, True)


def _first_units(words: str) -> Ranged | None:
    """`the first three months of 2015`, `the last two weeks of May`: on their very days."""
    found = _FIRST_UNITS.fullmatch(words)
    of = found and strict(found["rest"])
    if not found or not of:
        return None
    try:
        _, named, _ = read_reach(found["length"])
    except Unreadable:
        return None
    if named is None:
        return None
    length, at_start = named, found["which"] == "first"

    def on(anchor: Anchor) -> Stretch:
        rest = of.on(anchor)
        if rest.first is None or rest.last is None:
            return rest
        if at_start:
            first, last = rest.first, add(rest.first, length) - 1
        else:
            first, last = add(rest.last + 1, back(length)), rest.last
        return _stretch(single(first), first, single(last), last)

    named_so = bare(words)
    reading = Reading(on, of.relative, named=of.named)
    return Ranged(reading, named_so, named_so, of.relative, of.relative)


# from … to …, between … and …

_FROM = re.compile(
    r"(?:(?:in|during) the (?:period|years?|months?|days?) )?(?P<word>from|between) "
)
_TO = re.compile(r" (?:up )?(?:to|until|till|through|and) (?:the )?")
_DASH = re.compile(r" - |-")
_BARE_DAY = re.compile(r"(?P<day>\d{1,2}(?:st|nd|rd|th)?)(?P<year>,? \d{4})?")
_SHORT_YEAR = re.compile(r"\d{2}")
_YEAR = re.compile(r"(?:the )?\d{4}")


def _pair(words: str) -> Ranged | None:
    """Two ends: `from A to B` and `A-B` span the time, `between A and B` lies within it."""
    ahead = _FROM.match(words)
    rest = words[ahead.end() :] if ahead else words
    within = ahead is not None and ahead["word"] == "between"
    for start, end in _splits(rest, within=within, marked=ahead is not None):
        found = _ends(start, end, strict)
        if found:
            return replace(found, spans=not within)
    if ahead:
        for start, end in _splits(rest, within=within, marked=True):
            found = _ends(start, end, _either)
            if found:
                return replace(found, spans=not within)
    return None


def _splits(words: str, *, within: bool, marked: bool) -> Iterator[tuple[str, str]]:
    """The ways to take the words apart into a start and an end."""
    for found in _TO.finditer(words):
        if found[0].startswith(" and ") == within:
            yield words[: found.start()], words[found.end() :]
    if not within or marked:
        for found in _DASH.finditer(words):
            yield words[: found.start()], words[found.end() :]


def _ends(start: str, end: str, read: Callable[[str], Reading | None]) -> Ranged | None:
    """A start and an end, each read with what it takes over from the other."""
    start, end = _completed(start.strip(), end.strip())
    first, last = read(start), read(end)
    if first is None or last is None:
        return None
    reading = Reading(
        lambda anchor: _joined(first, last, anchor),
        relative=_still_relative(first, last) or _still_relative(last, first),
        named=first.named or last.named,
    )
    return Ranged(reading, bare(start), bare(end), reading.relative, reading.relative)


def _still_relative(reading: Reading, other: Reading) -> bool:
    """Whether it is seen from the reference day: a date without a year may take the other's."""
    return reading.relative and not (reading.floats and not other.relative)


def _joined(first: Reading, last: Reading, anchor: Anchor) -> Stretch:
    """From one to the other: `November` in `from November to March 2015` is the one before."""
    if last.floats and not first.relative:
        start = first.on(anchor)
        end = last.on(replace(anchor, day=start.days.first or anchor.day, planned=True))
    else:
        end = last.on(anchor)
        near_end = replace(anchor, day=end.days.last or anchor.day, planned=False)
        start = first.on(near_end if first.floats else anchor)
    earliest, latest = start.days.first, end.days.last
    if earliest is not None and latest is not None and latest < earliest:
        raise Unreadable(
            f"The period ends ({write_day(latest)}) before it begins ({write_day(earliest)})."
        )
    return _stretch(start.days, start.first, end.days, end.last)


_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?P<rest>(?: of|,)? [a-z].*)")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]+)\.? \d{1,2}(?:st|nd|rd|th)?")


def _completed(start: str, end: str) -> tuple[str, str]:
    """Each end with what it shares with the other: `3 to 9 May`, `May 3-9, 2014`, `1914-18`."""
    if _BARE_DAY.fullmatch(start) and (found := _DAY_FIRST.fullmatch(end)):
        return start + found["rest"], end
    month = _MONTH_FIRST.fullmatch(start)
    if month and month["month"] in MONTH_WORDS and _BARE_DAY.fullmatch(end):
        return start, f"{month['month']} {end}"
    if _YEAR.fullmatch(start) and _SHORT_YEAR.fullmatch(end) and end > start[-2:]:
        return start, start[-4:-2] + end
    return start, end
