"""Whether words of a quote come to a date: `on Friday` to 2016-05-20, `28/12/1992` to 1992-12-28."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from checker.language.calendar import MONTHS, year_month_day
from checker.language.containment import Verdict, compare
from checker.language.days import meet, size, span
from checker.language.passages import find_passage
from checker.language.types import Days, When

_LONGEST_PHRASE = 7  # words: `the last week of the past year`
_LONGEST_QUOTE = 60  # words that are searched for phrases
_TOKEN = re.compile(r"[^\s,;()“”\"…]+")
_LAST_YEAR = 2100
_SLACK = 12  # days that words such as `a week ago` may mean beside the one that is asked for
_SHORT = 31  # days: within a longer stretch, shorter runs of its words are read too
_LETTERS = re.compile(r"[A-Z][a-z]+")
_NUMBER = re.compile(r"(?<![0-9])(?<![0-9],)[0-9]{1,4}(?![0-9]|,[0-9]{3})")
# A phrase holds one of these, or the name of an observance.
_TELLING = re.compile(
    r"[0-9]|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|day|night|week|month|year|decade|century|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|eve|"
    r"morning|evening|afternoon|noon|tomorrow|hour|quarter|recent|ago|now|年|月|日",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:following|next|same|previous|preceding|that|later|earlier|after|before|afterwards|then|meanwhile"
    r"|the (?:month|year|week|weekend)(?! of))\b",
    re.IGNORECASE,
)
# Chinese dates are read in digits; weekdays, numerals and `yesterday` are not.
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_DIGITS = re.compile(r"[0-9]\s*[年月日号號]")
_DISTANCE = re.compile(r"\s(?:before|after|from)\s", re.IGNORECASE)

Read = Callable[[str], When | None]
"""Reads words as a date; None where they are none."""


def contains_date(date: str, quote: str, read: Read, names: Iterable[str] = ()) -> bool:
    """Whether a quote holds a date in any spelling (also where a date or a phrase is unreadable).

    `read` reads words as a date from the reference day; `names` are those of observances. Words
    come to a date where the days that they may be are among the date's, or are but a few more: `in
    December` does not give the ninth. Words that wait for an unknown reference day, or for a day
    that is told elsewhere (`the following day`), are given the benefit of the doubt.
    """
    if find_passage(date, quote) is not None:
        return True
    wanted = read(date)
    if wanted is None:
        return True
    if wanted.distance is not None:
        gap = _DISTANCE.split(date, maxsplit=1)[0]
        return compare(gap, quote).verdict is not Verdict.ABSENT
    parts = _parts(wanted)
    if not parts or any(_spelt_out(part, quote) for part in parts):
        return True
    if _ELSEWHERE.search(quote) or (_HAN.search(quote) and not _HAN_DIGITS.search(quote)):
        return True
    said = list(_dates_in(quote, read, names))
    return any(when.unanchored or _comes_to(when, part) for when in said for part in parts)


def _parts(when: When) -> list[Days]:
    """The days of a date; those of both ends of a span."""
    if when.days is not None:
        return [when.days]
    if when.span is None:
        return []
    return [end.days for end in (when.span.start, when.span.end) if end.nominal is not None]


def _spelt_out(wanted: Days, quote: str) -> bool:
    """Whether the numbers of one day stand in the quote, in any order and language."""
    if wanted.empty or wanted.first is None or wanted.first != wanted.last:
        return False
    year, month, day = year_month_day(wanted.first)
    numbers = {int(number) for number in _NUMBER.findall(quote)}
    months = {word[:3] for word in _LETTERS.findall(quote)} & {name[:3] for name in MONTHS}
    named = MONTHS[month - 1][:3] in months
    years = {number for number in numbers if 1000 <= number <= _LAST_YEAR}
    # a month in another language is not known, but day and year tell the date
    known = named or month in numbers or (bool(years) and not months)
    return day in numbers and known and years <= {year}


def _comes_to(when: When, wanted: Days) -> bool:
    return any(_gives(days, wanted, when.vague_reference) for days in _stretches(when))


def _stretches(when: When) -> Iterator[Days]:
    yield from _parts(when)
    if when.span and when.span.start.nominal is not None and when.span.end.nominal is not None:
        yield span(when.span.start.nominal, when.span.end.nominal)


def _gives(days: Days, wanted: Days, vague: bool) -> bool:
    if meet(days, wanted).empty:
        return False
    said, asked = size(days), size(wanted)
    return vague or (said is not None and asked is not None and said <= 3 * asked + _SLACK)


def _dates_in(quote: str, read: Read, names: Iterable[str]) -> Iterator[When]:
    """The dates of a quote: of words that can be read in several runs, the longest."""
    words = [match.group() for match in _TOKEN.finditer(quote)][:_LONGEST_QUOTE]
    named = {word.lower() for name in names for word in name.split() if len(word) > 3}
    telling = [bool(_TELLING.search(word)) or word.lower() in named for word in words]
    taken = [False] * len(words)
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = slice(start, start + length)
            if any(taken[run]) or not any(telling[run]):
                continue
            when = read(" ".join(words[run]).rstrip(".:!?"))
            if when is not None:
                known = None if when.days is None else size(when.days)
                taken[run] = [known is not None and known <= _SHORT] * length
                yield when
