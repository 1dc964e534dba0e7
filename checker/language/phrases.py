"""English words for days, months and years, read as functions of the day that they are seen from.

Nothing here knows a reference date: a phrase is read once into a `Reading`, which gives the days
for any day that it is seen from (`Anchor`). `dates.py` supplies that day, or all days that it may
be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from checker.language.calendar import (
    MONTHS,
    WEEKDAYS,
    add,
    day_number,
    month_after,
    month_length,
    weekday_of,
    year_month_day,
    year_of,
)
from checker.language.days import (
    NO_DAYS,
    join,
    meet,
    month_days,
    single,
    span,
    union,
    weekday_days,
    write_day,
    write_days,
    year_days,
)
from checker.language.durations import UNIT_WORDS, read_duration
from checker.language.edtf import (
    AUTUMN,
    SPRING,
    SUMMER,
    WINTER,
    check_month,
    edtf_date,
    season_days,
)
from checker.language.observances import observance_day
from checker.language.stretch import Stretch, loose, whole
from checker.language.types import Days, Gap
from checker.language.unreadable import ImpossibleDay, Unreadable, WrongWeekday
from checker.language.wording import NUMBER_WORDS, ordinal

_NO_NAMES: Mapping[str, tuple[int, int]] = {}


class Anchor(Struct, frozen=True):
    """What a phrase is seen from: a day, whether it looks ahead, and the observances declared."""

    day: int
    planned: bool = False
    observances: Mapping[str, tuple[int, int]] = field(default_factory=dict)


class Reading(Struct, frozen=True):
    """A phrase, read: its stretch of days for any anchor.

    `relative`: it depends on the anchor's day. `floats`: it has no year, so that beside another
    date it is taken near that one. `named`: it depends on the declared observances.
    """

    on: Callable[[Anchor], Stretch]
    relative: bool = True
    floats: bool = False
    named: bool = False


class Yearly(Struct, frozen=True):
    """What comes once a year: a month, a day of a month, a season, an observance."""

    of: Callable[[int, Mapping[str, tuple[int, int]]], Stretch | None]
    named: bool = False


# Where something that comes every year may next be found: 29 February skips up to eight years.
_LONGEST_WAIT = 8


def fixed(stretch: Stretch) -> Reading:
    """A reading that is the same from everywhere."""
    return Reading(lambda _: stretch, relative=False)


def _relative(days: Callable[[int], Stretch]) -> Reading:
    return Reading(lambda anchor: days(anchor.day))


# Things that come every year


def latest(yearly: Yearly, anchor: Anchor) -> Stretch:
    """The latest one that has begun by the anchor's day; the next one where it looks ahead."""
    year = year_of(anchor.day)
    if anchor.planned:
        years, fits = range(year - 1, year + _LONGEST_WAIT + 1), _not_over
    else:
        years, fits = range(year + 1, year - _LONGEST_WAIT - 1, -1), _begun
    found = _first_that(yearly, anchor, years, fits)
    if found is None:
        raise ImpossibleDay("There is no such day in these years.")
    return found


def _first_that(
    yearly: Yearly, anchor: Anchor, years: range, fits: Callable[[Stretch, int], bool]
) -> Stretch | None:
    for year in years:
        stretch = yearly.of(year, anchor.observances)
        if stretch is not None and fits(stretch, anchor.day):
            return stretch
    return None


def _begun(stretch: Stretch, day: int) -> bool:
    return stretch.days.first is not None and stretch.days.first <= day


def _not_over(stretch: Stretch, day: int) -> bool:
    return stretch.days.last is not None and stretch.days.last >= day


def _over(stretch: Stretch, day: int) -> bool:
    return stretch.days.last is not None and stretch.days.last < day


def _ahead(stretch: Stretch, day: int) -> bool:
    return stretch.days.first is not None and stretch.days.first > day


def _either(stretches: list[Stretch]) -> Stretch:
    days = union(each.days for each in stretches)
    return stretches[0] if len(stretches) == 1 else loose(days)


def _last_or_next(yearly: Yearly, which: str, anchor: Anchor) -> Stretch:
    """`last April`: the latest that is over, or the one before; `next` mirrors it.

    Said in May, `last April` may mean that of the year before: both are in the set.
    """
    year = year_of(anchor.day)
    if which == "this":
        found = [yearly.of(year, anchor.observances)]
    elif which == "last":
        first = _first_that(yearly, anchor, range(year + 1, year - 9, -1), _over)
        found = [first, _year_from(yearly, first, -1, anchor)]
    else:
        first = _first_that(yearly, anchor, range(year - 1, year + 9), _ahead)
        found = [first, _year_from(yearly, first, 1, anchor)]
    stretches = [each for each in found if each is not None]
    if not stretches:
        raise ImpossibleDay("There is no such day in that year.")
    return _either(stretches)


def _year_from(
    yearly: Yearly, stretch: Stretch | None, years: int, anchor: Anchor
) -> Stretch | None:
    if stretch is None or stretch.first is None:
        return None
    return yearly.of(year_of(stretch.first) + years, anchor.observances)


def _in_year(yearly: Yearly, year: int, anchor: Anchor, words: str) -> Stretch:
    stretch = yearly.of(year, anchor.observances)
    if stretch is None:
        raise ImpossibleDay(f"There is no {words.title()} in {year}: it is not a leap year.")
    return stretch


# Parts of a stretch

_Part = Callable[[int, int], tuple[int, int]]


def _third(index: int) -> _Part:
    """One third of a stretch; a day on the border of two thirds is in both."""

    def part(first: int, last: int) -> tuple[int, int]:
        days = last - first + 1
        return first + days * index // 3, first - (-days * (index + 1) // 3) - 1

    return part


def part_of(stretch: Stretch, part: _Part, *, exact: bool, end: str = "") -> Stretch:
    """A part of every span of a stretch; one with an end each stays as it is.

    `exact` parts have sharp borders (`the first half of 2015`); others are loose. `end` names the
    nominal day of `the start of` and `the end of`: the very first or last.
    """
    spans = [part(a, b) for a, b in stretch.days.spans if a is not None and b is not None]
    if not spans:
        return stretch
    days = Days(tuple(spans))
    if exact:
        return whole(days)
    found = loose(days)
    if end == "start":
        return replace(found, last=found.first)
    return replace(found, first=found.last) if end == "end" else found


_PARTS: dict[str, tuple[_Part, bool, str]] = {
    **dict.fromkeys(("early", "early in", "early on"), (_third(0), False, "")),
    **dict.fromkeys(("mid", "the middle of", "middle of", "mid-"), (_third(1), False, "")),
    **dict.fromkeys(("late", "late in", "late on"), (_third(2), False, "")),
    **dict.fromkeys(
        ("the start of", "the beginning of", "start of", "beginning of", "the opening of"),
        (_third(0), False, "start"),
    ),
    **dict.fromkeys(
        ("the end of", "end of", "end", "the close of", "the very end of", "year-end"),
        (_third(2), False, "end"),
    ),
    **dict.fromkeys(("first day of", "first day in"), (lambda first, _: (first, first), True, "")),
    **dict.fromkeys(("last day of", "final day of"), (lambda _, last: (last, last), True, "")),
}
_PART = re.compile(
    rf"(?:the )?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?:[ -]|(?<=-))(?:the )?(?P<rest>.+)"
)
_FRACTION = re.compile(
    r"(?:the )?(?:(?P<nth>first|second|third|fourth|last|final) (?P<of>half|quarter|third)"
    r"|(?P<q>[qh])(?P<number>[1-4]))(?: of| in|,)? (?P<rest>.+)"
)
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "h": 2, "q": 4}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _split_part(words: str) -> tuple[Callable[[Stretch], Stretch], str] | None:
    """A part (`early`, `the end of`, `the first half of`) and the words that it is a part of."""
    found = _PART.fullmatch(words)
    if found:
        part, exact, end = _PARTS[found["part"]]
        return lambda stretch: part_of(stretch, part, exact=exact, end=end), found["rest"]
    found = _FRACTION.fullmatch(words)
    if not found:
        return None
    parts = _FRACTIONS[found["of"] or found["q"]]
    nth = parts if found["nth"] in ("last", "final") else _NTH.get(found["nth"] or "", 0)
    index = nth or int(found["number"] or 1)
    if index > parts:
        return None
    return lambda stretch: part_of(stretch, _equal_part(index, parts), exact=True), found["rest"]


def _equal_part(index: int, parts: int) -> _Part:
    """A half, third or quarter: by calendar months where they divide the stretch."""

    def part(first: int, last: int) -> tuple[int, int]:
        (year, month, day), (to_year, to_month, _) = year_month_day(first), year_month_day(last + 1)
        months = (to_year - year) * 12 + to_month - month
        if day == 1 and add(first, Gap(months)) == last + 1 and months % parts == 0:
            step = months // parts
            return add(first, Gap(step * (index - 1))), add(first, Gap(step * index)) - 1
        days = last - first + 1
        return first + days * (index - 1) // parts, first - (-days * index // parts) - 1

    return part


# Words

_MONTHS = {name.lower(): n for n, name in enumerate(MONTHS, start=1)}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name.lower(): n for n, name in enumerate(WEEKDAYS)}
_WEEKDAYS |= {name[:3]: n for name, n in _WEEKDAYS.items()}
_WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_SEASONS = {"spring": SPRING, "summer": SUMMER, "autumn": AUTUMN, "fall": AUTUMN, "winter": WINTER}
WEEKDAY_WORDS, MONTH_WORDS = frozenset(_WEEKDAYS), frozenset(_MONTHS)

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAY_MONTH = re.compile(rf"(?:the )?{_DAY}(?: of|,)?[ -]{_MONTH}")
_MONTH_DAY = re.compile(rf"{_MONTH}[ -](?:the )?{_DAY}")
_ORDINAL_OF = re.compile(rf"(?:the )?(?P<nth>[a-z]+) of {_MONTH}")
_JUST_MONTH = re.compile(rf"(?:the month of )?{_MONTH}")
_SEASON = re.compile(rf"(?:the )?(?P<season>{'|'.join(_SEASONS)})")
_QUARTER = re.compile(
    r"(?:the )?(?P<nth>first|second|third|fourth) (?:calendar )?quarter|q(?P<number>[1-4])"
)
_NTH_WEEKDAY = re.compile(
    rf"(?:the )?(?P<nth>first|second|third|fourth|last) (?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf" (?:of|in) {_MONTH}"
)
_WEEK_OF = re.compile(rf"(?:the )?(?P<nth>first|second|third|fourth|last) week (?:of|in) {_MONTH}")


@lru_cache(maxsize=4096)
def yearly(words: str) -> Yearly | None:
    """Read what comes every year, but for observances: `June`, `early June`, `31 March`, `spring`."""
    part = _split_part(words)
    if part is not None:
        cut, rest = part
        of = yearly(rest)
        return None if of is None else _cut(of, cut)
    day = _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words)
    if day:
        return _day_of_month(_MONTHS[day["month"]], int(day["day"]))
    if (found := _ORDINAL_OF.fullmatch(words)) and (nth_day := ordinal(found["nth"])):
        return _day_of_month(_MONTHS[found["month"]], nth_day)
    if found := _JUST_MONTH.fullmatch(words):
        month = _MONTHS[found["month"]]
        return Yearly(lambda year, _: whole(month_days(year, month)))
    if found := _SEASON.fullmatch(words):
        season = _SEASONS[found["season"]]
        return Yearly(lambda year, _: loose(season_days(year, season)))
    if found := _QUARTER.fullmatch(words):
        number = int(found["number"] or _NTH[found["nth"]])
        return Yearly(lambda year, _: whole(_quarter_days(year, number)))
    if found := _NTH_WEEKDAY.fullmatch(words):
        month, weekday, nth = _MONTHS[found["month"]], _WEEKDAYS[found["weekday"]], found["nth"]
        return Yearly(lambda year, _: _nth_weekday(year, month, weekday, nth))
    if found := _WEEK_OF.fullmatch(words):
        month, nth = _MONTHS[found["month"]], found["nth"]
        return Yearly(lambda year, _: _nth_week(month_days(year, month), nth))
    return None


def _quarter_days(year: int, number: int) -> Days:
    first, last = month_days(year, 3 * number - 2), month_days(year, 3 * number)
    return Days(((first.first, last.last),))


def _cut(of: Yearly, cut: Callable[[Stretch], Stretch]) -> Yearly:
    def cut_of(year: int, observances: Mapping[str, tuple[int, int]]) -> Stretch | None:
        stretch = of.of(year, observances)
        return None if stretch is None else cut(stretch)

    return Yearly(cut_of, of.named)


def _day_of_month(month: int, day: int) -> Yearly:
    if not 1 <= day <= month_length(2000, month):
        name, length = MONTHS[month - 1], month_length(2000, month)
        days = "28 or 29" if month == 2 else length
        raise ImpossibleDay(f"There is no {day} {name}: {name} has {days} days.")

    def of(year: int, _: Mapping[str, tuple[int, int]]) -> Stretch | None:
        if day > month_length(year, month):
            return None
        return whole(single(day_number(year, month, day)))

    return Yearly(of)


def _nth_weekday(year: int, month: int, weekday: int, nth: str) -> Stretch:
    found = weekday_days(month_days(year, month), weekday).spans
    return whole(Days((found[-1 if nth == "last" else _NTH[nth] - 1],)))


def _nth_week(month: Days, nth: str) -> Stretch:
    """`the first week of May`: its first seven days, and whatever of that week lies around them."""
    first, last = month.first or 0, month.last or 0
    start = last - 6 if nth == "last" else first + 7 * (_NTH[nth] - 1)
    return loose(span(max(first, start - 6), min(last, start + 12)))


def observance(name: str, shifted: int = 0) -> Yearly:
    """The day of an observance (`shifted` -1: its eve); looked up when it is asked for."""

    def of(year: int, observances: Mapping[str, tuple[int, int]]) -> Stretch | None:
        day = observance_day(name, year, observances)
        return None if day is None else whole(single(day + shifted))

    return Yearly(of, named=True)


def floating(of: Yearly) -> Reading:
    """The one that is nearest to the anchor on the side that it looks to."""
    return Reading(lambda anchor: latest(of, anchor), floats=True, named=of.named)


_YEAR_BEHIND = re.compile(
    r"(?P<rest>.+?)(?:,? of|,? in|,)? (?:the year )?(?P<year>\d{4}|(?:this|last|next) year)"
)
_WHICH = re.compile(
    r"(?:the )?(?P<which>this|last|next|past|this past|coming|this coming) (?P<rest>.+)"
)
_WHICH_WAY = {"past": "last", "this past": "last", "coming": "next", "this coming": "next"}
_EVE = re.compile(r"(?:the )?(?:eve of|day before) (?:the )?(?P<name>.+)")


def _with_year(words: str, lookup: Callable[[str], Yearly | None]) -> Reading | None:
    found = _YEAR_BEHIND.fullmatch(words)
    of = found and lookup(found["rest"])
    if not found or of is None:
        return None
    name, year = found["rest"], found["year"]
    if year.isdigit():
        return Reading(
            lambda anchor: _in_year(of, int(year), anchor, name), relative=False, named=of.named
        )
    step = {"this": 0, "last": -1, "next": 1}[year.split(" ", 1)[0]]
    return Reading(
        lambda anchor: _in_year(of, year_of(anchor.day) + step, anchor, name), named=of.named
    )


def _with_which(words: str, lookup: Callable[[str], Yearly | None]) -> Reading | None:
    found = _WHICH.fullmatch(words)
    of = found and lookup(found["rest"])
    if not found or of is None:
        return None
    which = _WHICH_WAY.get(found["which"], found["which"])
    return Reading(lambda anchor: _last_or_next(of, which, anchor), named=of.named)


def _seen_yearly(words: str, lookup: Callable[[str], Yearly | None]) -> Reading | None:
    of = lookup(words)
    if of is not None:
        return floating(of)
    return _with_year(words, lookup) or _with_which(words, lookup)


# Weekdays

_WEEKDAY = re.compile(
    rf"(?:(?P<which>this past|this coming|this|last|next|past|coming) )?"
    rf"(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\.?"
)
_WEEKDAY_AND = re.compile(
    rf"(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\.?(?:,| of|, of)? "
    r"(?P<rest>.+)"
)


def read_weekday(text: str) -> int | None:
    """A day of the week by its English name or abbreviation, Monday 0 to Sunday 6, or None."""
    return _WEEKDAYS.get(text.strip().lower().rstrip("."))


def _weekday(words: str) -> Reading | None:
    found = _WEEKDAY.fullmatch(words)
    if found:
        weekday, which = _WEEKDAYS[found["weekday"]], found["which"] or ""
        which = _WHICH_WAY.get(which, which)
        return Reading(lambda anchor: _weekday_from(anchor, weekday, which), floats=not which)
    found = _WEEKDAY_AND.fullmatch(words)
    rest = found and strict(found["rest"])
    if not found or not rest:
        return None
    weekday = _WEEKDAYS[found["weekday"]]
    return replace(rest, on=lambda anchor: _on_weekday(rest, weekday, anchor))


def _weekday_from(anchor: Anchor, weekday: int, which: str) -> Stretch:
    """`Wednesday` is the last one not after the anchor's day; looking ahead, the next.

    Said of the future on a Wednesday it is that day or one week on. `last` and `next` Wednesday
    are the nearest, or, as many use them, that of the week beyond.
    """
    back = (weekday_of(anchor.day) - weekday) % 7
    on_or_before = anchor.day - back
    strictly_before = on_or_before if back else on_or_before - 7
    strictly_after = on_or_before + 7
    if which == "last":
        return loose(union((single(strictly_before), single(strictly_before - 7))))
    if which == "next":
        return loose(union((single(strictly_after), single(strictly_after + 7))))
    if which == "this":
        return loose(union((single(on_or_before), single(strictly_after))))
    if not anchor.planned:
        return whole(single(on_or_before))
    if back:
        return whole(single(strictly_after))
    return loose(union((single(anchor.day), single(strictly_after))))


def _on_weekday(of: Reading, weekday: int, anchor: Anchor) -> Stretch:
    """`Saturday, 12 December`: where the latest is no Saturday but the one shortly ahead is, that."""
    stretch = of.on(anchor)
    days = weekday_days(stretch.days, weekday)
    if days.empty and of.floats and not anchor.planned:
        ahead = of.on(replace(anchor, planned=True)).days
        near = meet(ahead, span(anchor.day, anchor.day + _HALF_A_YEAR))
        days = weekday_days(near, weekday)
    if days.empty:
        raise _wrong_weekday(stretch.days, weekday)
    return whole(days) if len(days.spans) == 1 else loose(days)


_HALF_A_YEAR = 183


def _wrong_weekday(days: Days, weekday: int) -> WrongWeekday:
    if days.first is not None and days.first == days.last:
        right = WEEKDAYS[weekday_of(days.first)]
        return WrongWeekday(f"{write_day(days.first)} is a {right}, not a {WEEKDAYS[weekday]}.")
    return WrongWeekday(f"No day {write_days(days)} is a {WEEKDAYS[weekday]}.")


# Days, weeks, months and years seen from a day


def _year(day: int, step: int) -> Stretch:
    return whole(year_days(year_of(day) + step))


def _month(day: int, step: int) -> Stretch:
    year, month, _ = year_month_day(day)
    return whole(month_days(*month_after(year, month, step)))


def _quarter(day: int, step: int) -> Stretch:
    year, month, _ = year_month_day(day)
    year, month = month_after(year, (month - 1) // 3 * 3 + 1, 3 * step)
    first = day_number(year, month, 1)
    return whole(span(first, add(first, Gap(3)) - 1))


def _week(day: int, step: int) -> Stretch:
    """A week from Monday or from Sunday, as people differ: the days of both."""
    monday, sunday = day - weekday_of(day), day - (weekday_of(day) + 1) % 7
    first, last = min(monday, sunday), max(monday, sunday) + 6
    return loose(span(first + 7 * step, last + 7 * step))


def _weekend(day: int, step: int) -> Stretch:
    """Saturday and Sunday: `this` is the one before or after, `last` the latest begun."""
    saturday = day - (weekday_of(day) - 5) % 7
    latest_one, next_one = span(saturday, saturday + 1), span(saturday + 7, saturday + 8)
    if step > 0:
        return loose(next_one)
    before = span(saturday - 7, saturday - 6)
    return loose(join(latest_one, next_one if step == 0 else before))


def _decade(day: int, step: int) -> Stretch:
    first = (year_of(day) // 10 + step) * 10
    return whole(year_days(first, first + 9))


def _century(day: int, step: int) -> Stretch:
    first = (year_of(day) // 100 + step) * 100
    return whole(year_days(first, first + 100))


_UNITS_SEEN: dict[str, Callable[[int, int], Stretch]] = {
    "year": _year,
    "month": _month,
    "quarter": _quarter,
    "week": _week,
    "weekend": _weekend,
    "decade": _decade,
    "century": _century,
}
_STEPS = {
    **dict.fromkeys(("this", "the current", "the present"), 0),
    "last": -1,
    **dict.fromkeys(("next", "the coming", "this coming"), 1),
}
_UNIT_SEEN = re.compile(
    rf"(?:(?P<side>earlier|later|so far) )?(?P<step>{'|'.join(_STEPS)}) "
    rf"(?P<unit>{'|'.join(_UNITS_SEEN)})(?P<side2> so far| to date)?"
)
_BEYOND = re.compile(rf"the (?P<unit>{'|'.join(_UNITS_SEEN)}) (?P<way>before last|after next)")
_DAYS_SEEN = {
    **dict.fromkeys(
        (
            "today",
            "tonight",
            "now",
            "this morning",
            "this afternoon",
            "this evening",
            "currently",
            "at present",
            "at the moment",
            "earlier today",
            "later today",
            "to date",
        ),
        (0, 0),
    ),
    **dict.fromkeys(("yesterday",), (-1, -1)),
    **dict.fromkeys(("last night", "overnight"), (-1, 0)),
    "tomorrow": (1, 1),
    **dict.fromkeys(("the day before yesterday", "day before yesterday"), (-2, -2)),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow"), (2, 2)),
    **dict.fromkeys(("recently", "lately"), (-180, 0)),
    **dict.fromkeys(("the weekend", "over the weekend"), (-9, 7)),
}


def _seen_from(words: str) -> Reading | None:
    """`yesterday`, `last year`, `earlier this month`."""
    if words in ("the weekend", "weekend"):
        return Reading(lambda anchor: _weekend(anchor.day, 1 if anchor.planned else -1))
    if words in _DAYS_SEEN:
        first, last = _DAYS_SEEN[words]
        return _relative(lambda day: _between(day + first, day + last))
    if found := _BEYOND.fullmatch(words):
        seen, steps = _UNITS_SEEN[found["unit"]], -2 if "last" in found["way"] else 2
        return _relative(lambda day: seen(day, steps))
    found = _UNIT_SEEN.fullmatch(words)
    if not found:
        return None
    unit, step = _UNITS_SEEN[found["unit"]], _STEPS[found["step"]]
    side = (found["side"] or found["side2"] or "").strip()
    return _relative(lambda day: _sided(unit(day, step), day, side))


def _between(first: int, last: int) -> Stretch:
    return whole(single(first)) if first == last else loose(span(first, last))


def _sided(stretch: Stretch, day: int, side: str) -> Stretch:
    """The part of a unit that lies before or after the day: `earlier this month`."""
    if side == "later":
        days = meet(stretch.days, span(day, None))
    elif side in ("earlier", "so far", "to date"):
        days = meet(stretch.days, span(None, day))
    else:
        return stretch
    if days == NO_DAYS:
        return stretch
    return loose(days) if side in ("earlier", "later") else whole(days)


# Lengths of time from a day

_AGO = re.compile(r"(?P<length>.+?) (?P<way>ago|from now|from today|hence)")
_AHEAD = re.compile(rf"in (?P<length>.+?(?:{UNIT_WORDS}))(?:'s?)?(?: time)?")


def _from_here(words: str) -> Reading | None:
    """`three weeks ago`, `two days from now`, `in two weeks' time`."""
    found = _AGO.fullmatch(words) or _AHEAD.fullmatch(words)
    if not found or "recent" in words:
        return None
    try:
        least, most = read_duration(found["length"])
    except Unreadable:
        return None
    if found.re is _AGO and found["way"] == "ago":
        return _relative(lambda day: loose(span(add(day, back(most)), add(day, back(least)))))
    return _relative(lambda day: loose(span(add(day, least), add(day, most))))


def back(gap: Gap) -> Gap:
    """The same length, towards the past."""
    return Gap(-gap.months, -gap.days)


_FROM_DAY = re.compile(
    r"(?:the )?(?P<length>.+?) (?P<way>before|after|prior to|following|ahead of) (?P<rest>.+)"
)


def split_distance(words: str) -> tuple[Gap, Gap, str] | None:
    """`two weeks after the strike`: the least and most gap, and what it is counted from."""
    found = _FROM_DAY.fullmatch(words)
    if not found:
        return None
    length = found["length"]
    try:
        least, most = read_duration(f"a {length}" if length in _SINGLE_UNITS else length)
    except Unreadable:
        return None
    if length == "day":
        least = most = Gap(days=1)
    if found["way"] in ("after", "following"):
        return least, most, found["rest"]
    return back(most), back(least), found["rest"]


_SINGLE_UNITS = frozenset({"day", "week", "month", "year", "fortnight", "night", "decade"})


def shifted(stretch: Stretch, least: Gap, most: Gap) -> Stretch:
    """The days that lie between `least` and `most` after a day of the stretch."""
    first, last = stretch.days.first, stretch.days.last
    return loose(
        span(
            None if first is None else add(first, least), None if last is None else add(last, most)
        )
    )


def _from_day(words: str) -> Reading | None:
    """`two weeks after 3 March 2014`."""
    split = split_distance(words)
    if split is None:
        return None
    least, most, rest = split
    of = strict(rest)
    return of and replace(of, on=lambda anchor: shifted(of.on(anchor), least, most), floats=False)


# Before, after, until

_SIDE = re.compile(r"(?P<way>before|prior to|by|until|till|up to|after|following) (?P<rest>.+)")


def _side_of(words: str) -> Reading | None:
    """`before 2014`, `by the end of May`, `after 3 March 2014`: without end on that side."""
    found = _SIDE.fullmatch(words)
    of = found and strict(found["rest"])
    if not found or not of:
        return None
    way = found["way"]
    return replace(of, on=lambda anchor: _beyond(of.on(anchor), way), floats=False)


def _beyond(stretch: Stretch, way: str) -> Stretch:
    first, last = stretch.days.first, stretch.days.last
    if way in ("after", "following"):
        first = None if last is None else last + 1
        return replace(loose(span(first, None)), first=first)
    if way in ("before", "prior to"):
        last = None if first is None else first - 1
    return replace(loose(span(None, last)), last=last)


# Years, decades, centuries, and dates in figures

_YEARS = re.compile(r"(?:the )?(?:year )?(?P<year>\d{4})")
_DECADES = re.compile(r"(?:the )?(?P<decade>\d{3}0)'?s|(?:the )?'?(?P<short>[1-9]0)'?s")
_CENTURY = re.compile(r"(?:the )?(?P<nth>[a-z-]+?|\d{1,2}(?:st|nd|rd|th))[ -]century")
_SPLIT_YEAR = re.compile(
    r"(?:the )?(?:fiscal |financial |school |academic )?(?:year )?(?P<year>\d{4})[-/](?P<next>\d{2}|\d{4})"
    r"(?: (?:fiscal|financial|school|academic) year| season)?"
)
_YEARS_TO = re.compile(r"(\d{4})-(\d{2})")
_FISCAL = re.compile(
    r"(?:the )?(?:fiscal|financial|fy|fiscal year|financial year) ?(?P<year>\d{4})"
)
_FIGURES = re.compile(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>\d{4})")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sep>[/.-]?)(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
)


def in_figures(words: str) -> Reading | None:
    """Read years, decades, centuries and dates in figures: `2006`, `the 1990s`, `9/12/2015`."""
    if found := _YEARS.fullmatch(words):
        return fixed(whole(year_days(int(found["year"]))))
    if found := _DECADES.fullmatch(words):
        first = int(found["decade"] or "19" + found["short"])
        if first % 100 == 0:  # the 1700s are the century, or its first decade
            return fixed(loose(year_days(first, first + 99)))
        return fixed(whole(year_days(first, first + 9)))
    if found := _CENTURY.fullmatch(words):
        nth = ordinal(found["nth"])
        # the 20th century runs from 1901 to 2000, or, as most say, from 1900 to 1999
        return fixed(loose(year_days(nth * 100 - 100, nth * 100))) if nth else None
    if found := _FISCAL.fullmatch(words):
        year = int(found["year"])
        # fiscal years begin from April of the year before to April of their own
        return fixed(loose(span(day_number(year - 1, 4, 1), day_number(year + 1, 3, 31))))
    if (found := _YEARS_TO.fullmatch(words)) and (last := _later_year(*found.groups())):
        return fixed(_years_to(int(found[1]), last))
    if (found := _SPLIT_YEAR.fullmatch(words)) and _is_next(found["year"], found["next"]):
        year = int(found["year"])
        return fixed(loose(year_days(year, year + 1)))
    return _datein_figures(words)


def _later_year(year: str, two_digits: str) -> int | None:
    """1945 for `1939-45`, where it is more than the next year, which is a season."""
    later = int(year[:2] + two_digits)
    return later if later > int(year) + 1 else None


def _years_to(first: int, last: int) -> Stretch:
    begins, ends = year_days(first), year_days(last)
    return Stretch(year_days(first, last), begins, ends, begins.first, ends.last)


def _is_next(year: str, following: str) -> bool:
    return str(int(year) + 1)[-len(following) :] == following


def _datein_figures(words: str) -> Reading | None:
    """`9/12/2015` is 9 December or 12 September: both, where both exist."""
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        check_month(month)
        return fixed(
            _in_year(_day_of_month(month, day), year, Anchor(1), f"{day} {MONTHS[month - 1]}")
        )
    found = _FIGURES.fullmatch(words)
    if not found:
        return None
    a, b, year = int(found["a"]), int(found["b"]), int(found["year"])
    days = [
        single(day_number(year, month, day))
        for day, month in {(a, b), (b, a)}
        if 1 <= month <= 12 and 1 <= day <= month_length(year, month)
    ]
    if not days:
        raise ImpossibleDay(f"{words} is no day of any calendar, whichever figure is the month.")
    return fixed(_either([whole(each) for each in days]))


# Everything together

_LEADING = re.compile(
    r"(?:(?:on |in )?the (?:evening|morning|afternoon|night|day|course) of|as of|sometime in"
    r"|sometime|some time in|\d{1,2}(?::\d{2})? ?[ap]\.?m\.?,?|noon|midnight|during|throughout|dated|starting|effective|over|on|in|at|of) (?=\S)"
)
_ABOUT = re.compile(
    r"(?:in |on )?(?:about|around|circa|c\.|ca\.|roughly|approximately) ?(?P<rest>.+)"
)
_TIME_OF_DAY = re.compile(
    r"(?: in the| at)?,? (?:morning|afternoon|evening|night|noon|midnight"
    r"|\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|\d{1,2}:\d{2})$"
)


_ELSEWHERE = re.compile(
    r"(?:(?:on|in|at|since|by|until|from|during) )?(?:(?:the )?(?:very )?(?:same|that|following|next"
    r"|previous|preceding) (?:day|night|morning|afternoon|evening|date|time)"
    r"|(?:the )?(?:same|that|following|previous|preceding) (?:week|weekend|month|year|decade)"
    r"|the time|then|the (?:day|week|month|year|night) (?:before|after)"
    r"|.+ (?:earlier|later|before|beforehand|afterwards?|previously))"
)


def points_elsewhere(words: str) -> bool:
    """Whether it is counted from another date of the text: `a week earlier`, `the same day`."""
    return _ELSEWHERE.fullmatch(words) is not None


def bare(words: str) -> str:
    """A phrase without prepositions and article: ends in the same words are one end."""
    ahead = _LEADING.match(words)
    return bare(words[ahead.end() :]) if ahead else words.removeprefix("the ")


_EDTF_LIKE = re.compile(r"y?-?\d[\dx]{2,}[\dx~?%t:z+.-]*")
_TWO_YEARS = re.compile(r"\d{4}-\d{2}")
_LONGEST = 120  # characters: no date in words is longer


@lru_cache(maxsize=16_384)
def strict(words: str) -> Reading | None:
    """Read a phrase without the help of declared names; None where it is none.

    Raises:
        ImpossibleDay: a day that its month does not have.
        Unreadable: a date in figures with a month 13.
    """
    if not words or len(words) > _LONGEST:
        return None
    return _read(words) or _stripped(words)


def _read(words: str) -> Reading | None:
    if _EDTF_LIKE.fullmatch(words) and (found := _in_edtf(words)):
        return found
    return (
        in_figures(words)
        or _seen_yearly(words, yearly)
        or _weekday(words)
        or _seen_from(words)
        or _from_here(words)
        or _part(words)
        or _about(words)
        or _eve(words)
        or _from_day(words)
        or _side_of(words)
    )


def _in_edtf(words: str) -> Reading | None:
    try:
        stretch = edtf_date(words.upper())
    except ImpossibleDay:
        raise
    except Unreadable:
        if _TWO_YEARS.fullmatch(words):  # printed with a dash: 1914–18 is no month 18
            return None
        raise
    return None if stretch is None else fixed(stretch)


def _stripped(words: str) -> Reading | None:
    """The phrase without its preposition, or without the time of day."""
    ahead = _LEADING.match(words)
    if ahead:
        return strict(words[ahead.end() :])
    without_time = _TIME_OF_DAY.sub("", words)
    return strict(without_time) if without_time != words else None


def _part(words: str) -> Reading | None:
    part = _split_part(words)
    of = part and strict(part[1])
    if part is None or not of:
        return None
    cut = part[0]
    return replace(of, on=lambda anchor: cut(of.on(anchor)))


def _about(words: str) -> Reading | None:
    """`around 2014`: its own length earlier or later, and three days at least."""
    found = _ABOUT.fullmatch(words)
    of = found and strict(found["rest"])
    return replace(of, on=lambda anchor: _widened(of.on(anchor))) if of else None


def _widened(stretch: Stretch) -> Stretch:
    first, last = stretch.days.first, stretch.days.last
    if first is None or last is None:
        return stretch
    slack = max(3, last - first + 1)
    return replace(loose(span(first - slack, last + slack)), first=stretch.first, last=stretch.last)


def _eve(words: str) -> Reading | None:
    """`the eve of 5 October 2014`, `the day before last Sunday`."""
    found = _EVE.fullmatch(words)
    of = found and strict(found["name"])
    if not of:
        return None
    return replace(of, on=lambda anchor: shifted(of.on(anchor), Gap(days=-1), Gap(days=-1)))


def with_observances(words: str) -> Reading:
    """Read a phrase that strict reading could not: an observance, its eve, near one, of a year.

    Whether there is such an observance shows when it is looked up.
    """
    words = re.sub(r"^(?:on|at|during|in) ", "", words)
    split = split_distance(words)
    if split is not None and not _EVE.fullmatch(words):
        least, most, rest = split
        of = with_observances(rest)
        return replace(of, on=lambda anchor: shifted(of.on(anchor), least, most), floats=False)
    found = _WEEKDAY_AND.fullmatch(words)
    if found:
        rest_of, weekday = with_observances(found["rest"]), _WEEKDAYS[found["weekday"]]
        return replace(rest_of, on=lambda anchor: _on_weekday(rest_of, weekday, anchor))
    return _with_year(words, _named) or _with_which(words, _named) or floating(_named(words))


def _named(words: str) -> Yearly:
    eve = _EVE.fullmatch(words)
    return observance(eve["name"], -1) if eve else observance(words)


@lru_cache(maxsize=1)
def known_words() -> dict[str, str]:
    """The words that dates are written in, as they are printed: what a misprint may stand for."""
    names = {name.lower(): name for name in (*MONTHS, *WEEKDAYS)}
    phrases = (*_MONTHS, *_WEEKDAYS, *_SEASONS, *_PARTS, *_DAYS_SEEN, *_UNITS_SEEN, *_STEPS)
    others = (*UNIT_WORDS.split("|"), *NUMBER_WORDS, *_OTHER_WORDS.split())
    words = {word for each in (*phrases, *others) for word in each.split()}
    return {word: names.get(word, word) for word in words}


_OTHER_WORDS = "eve day between from since until past recent before after ago half quarter century"


# Good Friday and Easter Monday are days of the year, like any other observance.
_WEEKDAY_IN_TEXT = re.compile(
    r"(?<!good )(?<!easter )(?<!palm )(?<!ash )(?<!whit )(?<!holy )(?<!black )(?<!cyber )"
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)


def weekday_named(text: str) -> int | None:
    """The weekday that a phrase names (Monday 0), where it names just one."""
    found = {match.group().lower() for match in _WEEKDAY_IN_TEXT.finditer(text)}
    return read_weekday(found.pop()) if len(found) == 1 else None
