"""Finds dates in sentences: days, months and years by name, weekdays, relative days, periods.

Calendar parts are read here, for comparing one text with another; what a phrase means in an
article is read by `checker.language` from its words.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.text import Sentence
from checker.draft.words import word_set
from checker.ranges import Range

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_YEAR_WORDS = word_set(
    "in since by from until till before after during of late early mid to through and around for"
)
_ORDINAL_ENDINGS = word_set("st nd rd th")


class DateMention(Struct, frozen=True):
    """A date by the calendar as tokens of its sentence; parts that are not named are None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


def find_dates(sentence: Sentence) -> tuple[DateMention, ...]:
    """The calendar dates of a sentence, in order."""
    found: list[DateMention] = []
    at = 0
    while at < len(sentence.tokens):
        date = (
            _month_first(sentence, at)
            or _day_first(sentence, at)
            or _numeric(sentence, at)
            or _year(sentence, at)
        )
        if date is not None:
            found.append(date)
            at = date.end
        else:
            at += 1
    return tuple(found)


def days_allowed(sentence: Sentence, mention: DateMention) -> Range:
    """The day numbers that a date with a year leaves open, with `before` or `after` in front of it."""
    year = mention.year or 1
    first = (
        date(year, mention.month or 1, mention.day or 1) if _exists(mention) else date(year, 1, 1)
    )
    last_month = mention.month or 12
    last = first if mention.day else date(year, last_month, monthrange(year, last_month)[1])
    low, high = Fraction(first.toordinal()), Fraction(last.toordinal())
    before = sentence.lower[mention.start - 1] if mention.start else ""
    if before in ("before", "until", "till"):
        return Range(None, low, high_open=before == "before")
    if before in ("after", "since", "from"):
        return Range(high if before == "after" else low, None, low_open=before == "after")
    if before == "by":
        return Range(None, high)
    return Range(low, high)


def _exists(mention: DateMention) -> bool:
    month, day = mention.month or 1, mention.day or 1
    return day <= monthrange(mention.year or 1, month)[1]


def _month_first(sentence: Sentence, at: int) -> DateMention | None:
    month = _month(sentence, at)
    if month is None:
        return None
    end = at + 1 + (sentence.lower[at + 1 : at + 2] == (".",))
    day, after = _day(sentence, end)
    if day is not None and not counts_on(sentence, at, end):
        year, year_end = _year_after(sentence, after)
        return DateMention(at, year_end, year, month, day)
    year, year_end = _year_after(sentence, end)
    if year is not None:
        return DateMention(at, year_end, year, month)
    return DateMention(at, end, None, month) if sentence.tokens[at].capital else None


_MONTH_ALONE = word_set("in of during since last this by until")


def counts_on(sentence: Sentence, month: int, number: int) -> bool:
    """Whether a number behind a month is no day: `in April 12 people died`, `of April 71 percent`."""
    words = sentence.lower
    if not month or words[month - 1] not in _MONTH_ALONE or number + 1 >= len(words):
        return False
    if len(words[number]) > 2:
        return False  # a year
    behind = words[number + 1]
    return behind in ("percent", "per", "%") or lexicon.is_plural(behind)


def _day_first(sentence: Sentence, at: int) -> DateMention | None:
    day, end = _day(sentence, at)
    if day is None:
        return None
    end += sentence.lower[end : end + 1] == ("of",)
    month = _month(sentence, end)
    if month is None:
        return None
    end += 1 + (sentence.lower[end + 1 : end + 2] == (".",))
    year, year_end = _year_after(sentence, end)
    return DateMention(at, year_end, year, month, day)


def _numeric(sentence: Sentence, at: int) -> DateMention | None:
    """`2015-12-09`."""
    parts = sentence.tokens[at : at + 5]
    texts = [part.text for part in parts]
    if len(texts) < 5 or texts[1] != "-" or texts[3] != "-" or len(texts[0]) != 4:
        return None
    if not all(texts[i].isdecimal() for i in (0, 2, 4)):
        return None
    year, month, day = (int(texts[i]) for i in (0, 2, 4))
    return (
        DateMention(at, at + 5, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    )


def _year(sentence: Sentence, at: int) -> DateMention | None:
    """A year alone, behind a word that times stand behind or in brackets, or `the 2009 earthquake`."""
    year = _as_year(sentence, at)
    if year is None:
        return None
    before = sentence.lower[at - 1] if at else ""
    if before in _YEAR_WORDS or before in ("(", "-", "–", "—", "/"):
        return DateMention(at, at + 1, year)
    noun = sentence.lower[at + 1] if before == "the" and at + 1 < len(sentence.tokens) else ""
    is_one = noun == lexicon.noun(noun) and lexicon.known(noun, "n") and not lexicon.is_plural(noun)
    return DateMention(at, at + 1, year) if is_one else None


def _month(sentence: Sentence, at: int) -> int | None:
    if at >= len(sentence.tokens) or not sentence.tokens[at].capital:
        return None
    return MONTHS.get(sentence.lower[at])


def _day(sentence: Sentence, at: int) -> tuple[int | None, int]:
    """A day of a month at `at` (with its `th`), and the token behind it."""
    text = sentence.tokens[at].text if at < len(sentence.tokens) else ""
    if not (text.isdecimal() and text.isascii() and len(text) <= 2 and 1 <= int(text) <= 31):
        return None, at
    end = at + 1
    if end < len(sentence.tokens) and sentence.lower[end] in _ORDINAL_ENDINGS:
        end += 1
    return int(text), end


def _year_after(sentence: Sentence, at: int) -> tuple[int | None, int]:
    comma = sentence.lower[at : at + 1] == (",",)
    year = _as_year(sentence, at + comma)
    return (year, at + comma + 1) if year is not None else (None, at)


def _as_year(sentence: Sentence, at: int) -> int | None:
    text = sentence.tokens[at].text if at < len(sentence.tokens) else ""
    if len(text) == 4 and text.isascii() and text.isdecimal() and 1000 <= int(text) <= 2199:
        return int(text)
    return None
