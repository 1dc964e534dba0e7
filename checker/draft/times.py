"""Finds the phrases of time in a sentence: `since April`, `in the past seven months`, `on Sunday`.

Only the words are found here; `checker.language.dates` reads what they mean.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from checker.draft.dates import MONTHS, counts_on
from checker.draft.text import Sentence
from checker.language.dates import read_period
from checker.language.unreadable import ImpossibleDay, Unreadable, WrongWeekday


class TimePhrase(Struct, frozen=True):
    """Words of time as tokens of their sentence; a `point` is one day, month or year.

    `weekday` is the day named beside a date (`Monday, March 3`).
    """

    start: int
    end: int
    words: str
    point: bool
    weekday: str = ""


_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?: \.)?"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"[12]\d{3}"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?: (?:st|nd|rd|th))?"
_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple of|a|an)"
_UNIT = "(?:day|week|month|quarter|year|decade)s?"
_CALENDAR = (
    rf"(?:{_MONTH} {_DAY}(?: ,? ?{_YEAR})?|{_DAY} {_MONTH}(?: ,? ?{_YEAR})?|{_MONTH} {_YEAR}|{_YEAR} - \d\d - \d\d"
    rf"|{_MONTH}|{_YEAR})"
)
_PART = r"(?:(?:the )?(?:end|beginning|start|middle) of |early |late |mid - |mid-|mid )"
_RELATIVE = "(?:last|this|next) (?:year|month|week|quarter|decade|spring|summer|autumn|fall|winter)"
_ANY = rf"{_PART}?(?:{_CALENDAR}|{_RELATIVE}|{_WEEKDAY}|yesterday|today)"
_OBSERVANCE = r"(?:the )?(?:[\w'-]+ ){0,3}[\w'-]+ day"
_PATTERN = re.compile(
    "|".join(
        [
            rf"(?P<eve>the eve of {_OBSERVANCE}\b)",
            rf"(?P<dated>(?:on )?(?P<weekday>{_WEEKDAY}) ,? ?(?P<date>(?:{_MONTH} {_DAY}|{_DAY} {_MONTH})(?: ,? ?{_YEAR})?))\b",
            rf"(?P<between>between {_ANY} and {_ANY})\b",
            rf"(?P<from>from {_ANY} (?:to|until|through|till) {_ANY})\b",
            rf"(?P<since>since {_ANY})\b",
            rf"(?P<past>(?:in|over|during|for|within) the (?:past|last) (?:{_NUMBER} )?{_UNIT})\b",
            rf"(?P<ago>{_NUMBER} {_UNIT} ago)\b",
            r"(?P<earlier>(?:earlier|later) this (?:year|month|week))\b",
            rf"(?P<point>(?:in|on|during|by|at) {_ANY}|{_RELATIVE}|yesterday|today|{_WEEKDAY}|{_CALENDAR})\b",
        ]
    )
)
_SPANS = ("between", "from", "since", "past")


def find_times(sentence: Sentence) -> tuple[TimePhrase, ...]:
    """The phrases of time of a sentence, in order."""
    starts, at = [], 0
    for word in sentence.lower:
        starts.append(at)
        at += len(word) + 1
    joined = " ".join(sentence.lower)
    found = []
    for match in _PATTERN.finditer(joined):
        start = bisect_left(starts, match.start())
        end = bisect_left(starts, match.end())
        month = end - 2
        if (
            month >= start
            and sentence.lower[month] in MONTHS
            and counts_on(sentence, month, end - 1)
        ):
            end -= 1
        if starts[start : start + 1] == [match.start()] and _is_time(sentence, start, end):
            found.append(_phrase(sentence, match, start, end))
    return tuple(phrase for phrase in found if _can_be_read(phrase.words))


def _can_be_read(words: str) -> bool:
    """Whether the words name a time, if only a day that no calendar has (`31 April`)."""
    try:
        read_period(words, None)
    except (ImpossibleDay, WrongWeekday):
        return True
    except Unreadable:
        return False
    return True


def _phrase(sentence: Sentence, match: re.Match[str], start: int, end: int) -> TimePhrase:
    kind = match.lastgroup or ""
    weekday = match["weekday"] or ""
    if weekday:
        start = sentence.lower.index(weekday, start) + 1
        start += sentence.lower[start] == ","
    words = _printed(sentence, start, end)
    return TimePhrase(start, end, words, kind not in _SPANS, weekday.capitalize())


def _printed(sentence: Sentence, start: int, end: int) -> str:
    """The words as printed, signs joined to the word before."""
    # "in Wednesday's election" is on Wednesday
    text = re.sub(r"['’]s\b", "", sentence.words(start, end))
    text = re.sub(r"(\d) (st|nd|rd|th)\b", r"\1\2", text)
    return re.sub(r" ([.,])", r"\1", re.sub(r" - ", "-", text))


def _is_time(sentence: Sentence, start: int, end: int) -> bool:
    """Whether months and weekdays are written as names, and a number alone as a year would be."""
    for at in range(start, end):
        word = sentence.lower[at]
        if word in MONTHS and not sentence.tokens[at].capital:
            return False
    alone = end - start == 1
    return not (alone and sentence.tokens[start].kind == "number")
