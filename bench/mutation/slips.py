"""The slips that are made in consistent claim files, one at a time.

Written apart from the slips that the program thinks of when it looks for repairs: these go from what
is right to what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LADDER = ("thousand", "million", "billion", "trillion")
_EXCHANGED = (
    ("km", "miles"), ("metres", "feet"), ("hectares", "acres"), ("hectares", "square kilometres"),
    ("MW", "kW"), ("MW", "GW"), ("tonnes", "kilograms"), ("lakh", "crore"),
    ("euros", "yuan"), ("yuan", "rupees"), ("rupees", "yuan"), ("£", "€"), ("$", "€"), ("$", "£"),
    ("percent", "percentage points"), ("twice", "half"), ("up", "down"), ("doubled", "halved"),
    ("over", "under"), ("more than", "less than"), ("just over", "just under"),
)  # fmt: skip
_HEDGES = ("about ", "around ", "some ", "over ", "nearly ", "just over ", "at least ")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIGURES = {"value", "share", "restated", "factor", "by", "age", "lasts", "per"}


def slips(key: str, text: str) -> Iterator[tuple[str, str]]:
    """Kind and text of each slip that the words of a key may suffer."""
    if key in _FIGURES:
        yield from figure_slips(text)
    elif key == "weekday":
        at = _WEEKDAYS.index(text)
        yield "weekday off by one", _WEEKDAYS[(at + 1) % 7]
        yield "weekday off by one", _WEEKDAYS[(at - 1) % 7]
    elif key in {"date", "period", "as-of"}:
        yield from date_slips(text)
    elif key == "names":
        yield from name_slips(text)


def figure_slips(text: str) -> Iterator[tuple[str, str]]:
    """Scale, digits, unit and currency, per cent and points, hedge."""
    for low, high in pairwise(_LADDER):
        for one, other in ((low, high), (high, low)):
            if re.search(rf"\b{one}\b", text):
                yield "scale", text.replace(one, other)
    match = _NUMBER.search(text)
    if match:
        printed = match[0]
        for kind, number in _digit_slips(printed.replace(",", "")):
            written = f"{int(number):,}" if "," in printed and "." not in number else number
            yield kind, text[: match.start()] + written + text[match.end() :]
    for pair in _EXCHANGED:
        for one, other in (pair, pair[::-1]):
            if re.search(rf"(?<![a-z]){re.escape(one)}(?![a-z])", text):
                yield "unit, currency or word exchanged", text.replace(one, other, 1)
    for hedge in _HEDGES:
        if text.startswith(hedge):
            yield "hedge lost", text.removeprefix(hedge)


def _digit_slips(number: str) -> Iterator[tuple[str, str]]:
    whole, point, decimals = number.partition(".")
    digits = whole + decimals
    for at, (a, b) in enumerate(pairwise(digits)):
        if a != b and not (at == 0 and b == "0"):
            yield "two digits swapped", _put(digits[:at] + b + a + digits[at + 2 :], len(whole))
    for at, digit in enumerate(whole):
        yield "digit doubled", _put(digits[:at] + digit + digits[at:], len(whole) + 1)
        shorter = digits[:at] + digits[at + 1 :]
        if len(whole) > 1 and not (at == 0 and shorter[:1] == "0"):
            yield "digit lost", _put(shorter, len(whole) - 1)
    if not point:
        yield "digit added", number + "0"


def _put(digits: str, whole: int) -> str:
    return digits[:whole] + ("." + digits[whole:] if digits[whole:] else "")


def date_slips(text: str) -> Iterator[tuple[str, str]]:
    """A year off by one, month and day swapped; of an interval in either end."""
    for match in re.finditer(r"(\d{4})(?:-(\d\d)-(\d\d))?", text):
        year, month, day = match.groups()
        for other in (int(year) - 1, int(year) + 1):
            yield "year off by one", _in_place(text, match, f"{other}" + match[0][4:])
        if day and day != month and int(day) <= 12:
            yield "month and day swapped", _in_place(text, match, f"{year}-{day}-{month}")


def _in_place(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def name_slips(text: str) -> Iterator[tuple[str, str]]:
    """A surname with two letters swapped, one lost, one doubled."""
    first, _, surname = text.rpartition(" ")
    head = f"{first} " if first else ""
    for at in range(1, len(surname) - 1):
        if surname[at] != surname[at + 1]:
            swapped = surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]
            yield "letters swapped", head + swapped
    middle = len(surname) // 2
    yield "letter lost", head + surname[:middle] + surname[middle + 1 :]


def is_day(text: str) -> bool:
    """Whether a text that looks like a day is one."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
