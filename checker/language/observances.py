"""Days that are kept every year: their dates, by the names that people call them.

A tree's own observances come before the built-in table. Names match without case, `the`, dots,
and a leading `International`; a tree's own also without `World`, `National` or the like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from checker.language.calendar import day_number, month_length
from checker.language.unreadable import Unreadable
from checker.language.wording import nearest, plain

_TABLE = Path(__file__).parent.parent / "data" / "observances.tsv"
_SET_ASIDE = re.compile(r"^(?:international|intl|un|united nations|the) ")
_KIND = re.compile(r"^(?:world|national|global|universal|european) ")
_EASTER = re.compile(r"easter([+-]\d+)")

# A month and day, or a number of days from Easter Sunday.
_When = tuple[int, int] | int


def observance_day(name: str, year: int, declared: Mapping[str, tuple[int, int]]) -> int | None:
    """The day number of an observance in a year; None where that year has no such day.

    Raises:
        Unreadable: no observance has this name, or several with other dates have.
    """
    when = find_observance(name, declared)
    if isinstance(when, int):
        return easter(year) + when
    month, day = when
    return day_number(year, month, day) if day <= month_length(year, month) else None


def find_observance(name: str, declared: Mapping[str, tuple[int, int]]) -> _When:
    """The date of an observance: month and day, or days from Easter Sunday.

    Raises:
        Unreadable: no observance has this name, or several with other dates have.
    """
    wanted = _key(name)
    for known in (_keys(declared), _built_in(), _shorter(declared)):
        found = known.get(wanted)
        if found is not None:
            if len(found) > 1:
                raise Unreadable(
                    f'"{name}" is the name of several observances on other days: '
                    "give the date, or the full name."
                )
            return next(iter(found))
    raise _unknown(name, wanted, declared)


def _unknown(name: str, wanted: str, declared: Mapping[str, tuple[int, int]]) -> Unreadable:
    like = nearest(wanted, {*_built_in(), *_keys(declared)})
    hint = f' Did you mean "{like}"?' if like else ""
    return Unreadable(f'"{name}" is no date and no observance that is known.{hint}')


def _key(name: str) -> str:
    """A name without what may be left out of it."""
    words = plain(name).replace(".", "").replace("saint ", "st ").replace("'", "")
    previous = ""
    while previous != words:
        previous, words = words, _SET_ASIDE.sub("", words)
    return words.replace("-", " ")


def _keys(declared: Mapping[str, tuple[int, int]]) -> dict[str, set[_When]]:
    known: dict[str, set[_When]] = {}
    for name, when in declared.items():
        known.setdefault(_key(name), set()).add(when)
    return known


def _shorter(declared: Mapping[str, tuple[int, int]]) -> dict[str, set[_When]]:
    return _keys({_KIND.sub("", _key(name)): when for name, when in declared.items()})


@lru_cache(maxsize=1)
def _built_in() -> dict[str, set[_When]]:
    known: dict[str, set[_When]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, when, others, _source = line.split("\t")
        for each in (name, *filter(None, others.split("; "))):
            known.setdefault(_key(each), set()).add(_when(when))
    return known


def _when(text: str) -> _When:
    movable = _EASTER.fullmatch(text)
    if movable:
        return int(movable[1])
    month, _, day = text.partition("-")
    return int(month), int(day)


def easter(year: int) -> int:
    """The day number of Easter Sunday in the Gregorian calendar.

    The anonymous algorithm of Nature, 20 April 1876, as in Meeus, "Astronomical Algorithms" (1991).
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    skipped, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    quarter, left = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)
