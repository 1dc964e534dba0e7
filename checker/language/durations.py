"""Lengths of time and ages in words: `13 years`, `a year and a half`, `in his 60s`.

A length is read as it is used: `13 years` is at least 13 years less half a year and less than 14
years; the unit is the smallest that is named, halved where a half is (`a year and a half`).
Hedges allow what the widest range of claim-format.md allows.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from msgspec import Struct

from checker.language.types import Gap
from checker.language.unreadable import Unreadable
from checker.language.wording import NUMBER_WORDS, nearest, number, plain
from checker.rational import Rational

ENDLESS = Gap(months=120_000)
"""The upper end of `more than 13 years`: ten thousand years."""
OLDEST = 130
"""The upper end of `over 60` for ages in years; the oldest known person reached 122."""

HALF = Fraction(1, 2)
_LONGEST = 120  # characters: no length of time or age takes more


class Length(Struct, frozen=True):
    """So many months and days, both perhaps in fractions; a part of a month has 30 days to it."""

    months: Rational = 0
    days: Rational = 0

    def __add__(self, other: Length) -> Length:
        return Length(self.months + other.months, self.days + other.days)

    def times(self, factor: Rational) -> Length:
        """The length, so many times."""
        return Length(self.months * factor, self.days * factor)

    def rounded_up(self) -> Gap:
        """The shortest gap of whole days that is not shorter."""
        months = floor(self.months)
        return Gap(months, ceil((self.months - months) * 30 + self.days))

    def rounded_down(self) -> Gap:
        """The longest gap of whole days that is not longer."""
        months = floor(self.months)
        return Gap(months, floor((self.months - months) * 30 + self.days))

    def below(self) -> Gap:
        """The longest gap of whole days that is shorter."""
        up = self.rounded_up()
        return Gap(up.months, up.days - 1)


UNITS = {
    "second": Length(days=Fraction(1, 86_400)),
    "minute": Length(days=Fraction(1, 1440)),
    "hour": Length(days=Fraction(1, 24)),
    "day": Length(days=1),
    "night": Length(days=1),
    "week": Length(days=7),
    "fortnight": Length(days=14),
    "month": Length(months=1),
    "quarter": Length(months=3),
    "year": Length(months=12),
    "decade": Length(months=120),
    "century": Length(months=1200),
}
_PLURALS = {f"{unit}s": unit for unit in UNITS} | {"centuries": "century"}
UNIT_FORMS = {unit: unit for unit in UNITS} | _PLURALS
"""The forms of the words for units of time, and the unit that each stands for."""
UNIT_WORDS = "|".join(sorted(UNIT_FORMS, key=len, reverse=True))

# Words for several: the least and the most that they allow.
VAGUE = {
    "a couple of": (2, 3),
    "a couple": (2, 3),
    "couple of": (2, 3),
    "a few": (2, 9),
    "few": (2, 9),
    "several": (2, 20),
    "some": (2, 20),
    "a number of": (2, 20),
    "dozens of": (12, 199),
    "scores of": (20, 199),
    "hundreds of": (101, 1999),
}


class _Hedge(Struct, frozen=True):
    """What a hedge allows, in shares of the figure.

    An end of None is the one that the figure has without a hedge; `endless` has no upper end.
    """

    low: Rational | None = None
    high: Rational | None = None
    endless: bool = False


_NEAR = _Hedge(Fraction(3, 4), Fraction(5, 4))
_NEARLY = _Hedge(Fraction(4, 5), 1)
_MORE = _Hedge(1, endless=True)
_LESS = _Hedge(0, 1)
_UP_TO = _Hedge(0)
_LEADING = {
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately", "close to"), _NEAR),
    **dict.fromkeys(("an estimated", "more or less", "circa"), _NEAR),
    **dict.fromkeys(("nearly", "almost", "just under", "not quite"), _NEARLY),
    "just over": _Hedge(1, Fraction(5, 4)),
    **dict.fromkeys(("more than", "over", "above", "at least", "longer than"), _MORE),
    **dict.fromkeys(("no fewer than", "no less than", "older than"), _MORE),
    **dict.fromkeys(("less than", "fewer than", "under", "below", "younger than"), _LESS),
    **dict.fromkeys(("at most", "up to", "no more than", "as many as", "within"), _UP_TO),
    "exactly": _Hedge(1, 1),
    **dict.fromkeys(("only", "just", "a full", "fully", "another", "as long as"), _Hedge()),
}
_TRAILING = {
    **dict.fromkeys(("or more", "or longer", "or older", "and over", "at least"), _MORE),
    "or so": _NEAR,
    **dict.fromkeys(("or less", "or fewer", "or younger", "at most"), _UP_TO),
}
_AHEAD = re.compile(rf"({'|'.join(sorted(_LEADING, key=len, reverse=True))}) (?=\S)")
_BEHIND = re.compile(rf" ({'|'.join(_TRAILING)})$")
_UNIT = re.compile(rf"\b(?P<unit>{UNIT_WORDS})\b(?P<half> and a half\b)?")
_LAST_UNIT = re.compile(rf"\b(?:{UNIT_WORDS})$")
_JOINT = re.compile(r"^(?:,? and |, )")
_NEGATIVE = re.compile(r"\s*(?:-|minus )\s*\d")
_HOURS = re.compile(r"\b(?:hours?|minutes?|seconds?)$")
_BETWEEN = re.compile(r"(?:between|from) ([^ ].*?) (?:and|to) ([^ ].*)")
_TO = re.compile(r"([^ -]+(?: [^ -]+)?)(?:-| to | or )([^ ].*)")


class _Named(Struct, frozen=True):
    """A length without its hedge: from `shortest` to `longest`, which are one but for a range.

    `least` and `limit` are what use allows: less half a unit, and below the next unit; `half_more`
    is half a unit above it.
    """

    shortest: Length
    longest: Length
    least: Gap
    limit: Gap
    half_more: Gap


@lru_cache(maxsize=4096)
def read_duration(text: str) -> tuple[Gap, Gap]:
    """Read a length of time: the least and the most that the words allow.

    Days are whole; a length in hours is the number of midnights that it may pass. `more than` has
    the upper end `ENDLESS`.

    Raises:
        Unreadable: it is no number and unit of time.
    """
    if len(text) > _LONGEST:
        raise Unreadable(f"“{text[:40]}…” is too long for a length of time.")
    words = plain(text)
    if _NEGATIVE.match(words):
        raise Unreadable(f"“{text}” is no length of time: none is below 0.")
    named, hedge = _length(words), _Hedge()
    if named is None:
        words, hedge = _without_hedge(words)
        named = _length(words)
    if named is None:
        raise _no_duration(text)
    low = named.least if hedge.low is None else named.shortest.times(hedge.low).rounded_up()
    if hedge.endless:
        return low, ENDLESS
    high = named.limit if hedge.high is None else named.longest.times(hedge.high).rounded_down()
    if hedge == _NEAR:  # is never narrower than the figure alone
        low, high = min(low, named.least, key=_days), max(high, named.limit, key=_days)
    return low, max(low, high, key=_days)


@lru_cache(maxsize=4096)
def read_reach(text: str) -> tuple[Gap, Gap | None, Gap]:
    """Read a length as the reach of `the past …`: the least, the length named, the most.

    Without a hedge that is half a unit either way. The length named is None for `several months`.

    Raises:
        Unreadable: it is no number and unit of time.
    """
    words = plain(text)
    named = _length(words)
    least, most = read_duration(text)
    if named is None:
        named = _length(_without_hedge(words)[0])
        return least, named.shortest.rounded_down() if named else None, most
    if named.shortest != named.longest:
        return least, None, most
    return least, named.shortest.rounded_down(), named.half_more


def _days(gap: Gap) -> int:
    return gap.months * 30 + gap.days


def _without_hedge(words: str) -> tuple[str, _Hedge]:
    """The words without their hedge, and what it allows."""
    ahead = _AHEAD.match(words)
    if ahead:
        return words[ahead.end() :], _LEADING[ahead[1]]
    behind = _BEHIND.search(words)
    if behind:
        return words[: behind.start()], _TRAILING[behind[1]]
    return words, _Hedge()


def _length(words: str) -> _Named | None:
    return _vague(words) or _sum(words) or _between(words)


def _vague(words: str) -> _Named | None:
    """`several months`, `a few days`, `years`."""
    amount, _, unit = words.rpartition(" ")
    if unit not in _PLURALS or amount not in ("", *VAGUE):
        return None
    one = UNITS[_PLURALS[unit]]
    low, high = VAGUE.get(amount, (2, 2))
    shortest, longest = one.times(low), one.times(high)
    limit = longest.rounded_up() if amount else ENDLESS
    return _Named(shortest, longest, shortest.rounded_down(), limit, limit)


def _between(words: str) -> _Named | None:
    """`between two and three weeks`, `10-12 years`, `two or three months`."""
    found = _BETWEEN.fullmatch(words) or _TO.fullmatch(words)
    unit = _LAST_UNIT.search(words)
    if not found or not unit:
        return None
    to = _sum(found[2])
    start = _sum(found[1]) or _sum(f"{found[1]} {unit[0]}")
    return start and to and _Named(start.shortest, to.longest, start.least, to.limit, to.half_more)


def _sum(words: str) -> _Named | None:
    """`13 years`, `three and a half years`, `two years and three months`."""
    total, step, place = Length(), Length(), 0
    for unit in _UNIT.finditer(words):
        count = number(_JOINT.sub("", words[place : unit.start()]).strip(" -"))
        if count is None:
            return None
        count += HALF if unit["half"] else 0
        one = UNITS[UNIT_FORMS[unit["unit"]]]
        total += one.times(count)
        step = one.times(HALF if count.denominator == 2 else 1)
        place = unit.end()
    if not place or place != len(words):
        return None
    if _HOURS.search(words):  # so many hours pass a midnight or not
        days = total.rounded_up()
        return _Named(total, total, total.rounded_down(), days, days)
    least, most = total + step.times(-HALF), total + step.times(HALF)
    limit = (total + step).below()
    return _Named(total, total, least.rounded_up(), limit, most.rounded_down())


def _no_duration(text: str) -> Unreadable:
    hint = ""
    for word in plain(text).replace("-", " ").split():
        if word not in _KNOWN and not word[0].isdigit():
            like = nearest(word, _KNOWN)
            hint = f" “{word}” is no known word" + (f": did you mean “{like}”?" if like else ".")
            break
    return Unreadable(
        f"“{text}” is not a length of time.{hint} "
        "Write a number and a unit: 13 years, two weeks, about seven months."
    )


_KNOWN = frozenset(
    word
    for phrase in (*UNIT_FORMS, *VAGUE, *_LEADING, *_TRAILING, *NUMBER_WORDS, "between", "to")
    for word in phrase.split()
)

# Ages

_AGE = re.compile(r"(\S(?:.*?\S)?)(?:[ -](?:years?|yrs?)(?:[ -](?:olds?|of age))?)?")
_DECADE = re.compile(
    r"(?:in (?:his|her|their|the|its) )?(?:(early|mid|middle|late)[ -])?"
    r"(?:(\d)0'?s|(teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"
)
_DECADES = [
    "teens",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
]
_PART_OF_DECADE = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (6, 9), None: (0, 9)}
_INFANT = re.compile(r"(.+?)[ -](?:days?|weeks?|months?)(?:[ -]olds?)?")


@lru_cache(maxsize=4096)
def read_age(text: str) -> tuple[int, int]:
    """Read an age: the least and the most whole years that the words allow.

    `64` and `64-year-old` are 64 to 64, `in his 60s` 60 to 69, `about 60` 45 to 75, `over 60` 60
    to `OLDEST`, `nine months old` 0 to 0.

    Raises:
        Unreadable: it is no age.
    """
    words = plain(text[:_LONGEST])
    in_decade = _DECADE.fullmatch(words)
    if in_decade:
        return _decade(in_decade)
    if words in ("teenage", "a teenager", "teenager", "teenaged"):
        return 13, 19
    infant = _INFANT.fullmatch(words)
    if infant:
        return _whole_years(words, text)
    bare = re.sub(r"^aged? ", "", words)
    bare, hedge = _without_hedge(bare) if number(bare) is None else (bare, _Hedge())
    years = _years_between(_AGE.fullmatch(bare))
    if years is None:
        raise Unreadable(
            f"“{text}” is not an age. Write whole years: 64, 64-year-old, about 60, in his 60s."
        )
    if years[0] > OLDEST:
        raise Unreadable(f"“{text}” is no age of a person: the oldest known lived to 122.")
    return _hedged_age(*years, hedge)


def _decade(found: re.Match[str]) -> tuple[int, int]:
    tens = int(found[2]) if found[2] else _DECADES.index(found[3]) + 1
    low, high = _PART_OF_DECADE[found[1]]
    return (max(tens * 10 + low, 13) if tens == 1 else tens * 10 + low), tens * 10 + high


def _whole_years(words: str, text: str) -> tuple[int, int]:
    try:
        least, most = read_duration(re.sub(r"[ -]olds?$", "", words))
    except Unreadable as error:
        raise Unreadable(f"“{text}” is not an age. {error.message}") from error
    return max(0, least.months * 30 + least.days) // 366, _days(most) // 360


def _years_between(found: re.Match[str] | None) -> tuple[int, int] | None:
    if not found:
        return None
    pair = re.fullmatch(r"(?:between |from )?(.+?)(?:-| to | and | or )(.+)", found[1])
    single = number(found[1])
    if single is not None:
        return floor(single), floor(single)
    low, high = (number(pair[1]), number(pair[2])) if pair else (None, None)
    return None if low is None or high is None or high < low else (floor(low), floor(high))


def _hedged_age(low: int, high: int, hedge: _Hedge) -> tuple[int, int]:
    """The ages that a hedge allows; `under 18` stops at 17, `over 60` takes in the year of 60."""
    least = low if hedge.low is None else floor(low * hedge.low)
    if hedge.endless:
        return least, max(OLDEST, high)
    if hedge == _LESS:
        return least, max(0, high - 1)
    return least, high if hedge.high is None else ceil(high * hedge.high)
