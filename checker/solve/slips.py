"""Plausible slips of the pen: what a figure or a date may have been before somebody mistyped it.

Pure text to text, and never more than one slip at a time. Whether a candidate settles a conflict is
for the caller to see; the order only says how likely the slip is. The kinds are those that
newspapers correct most: scale words, digits added, lost, doubled or swapped, units and currencies
exchanged, per cent for points, hedges; of dates weekdays and years off by one, month and day
swapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

SCALE = "a slip of scale"
SCALE_LOST = "a scale word lost"
SCALE_ADDED = "a scale word too many"
SWAPPED = "two digits swapped"
DOUBLED = "a digit doubled"
ADDED = "a digit too many"
LOST = "a digit lost"
POINT = "the decimal point in the wrong place"
UNIT = "a unit exchanged"
CURRENCY = "a currency exchanged"
POINTS = "per cent taken for percentage points"
TEENS = "-teen and -ty confused"
HEDGE = "a hedge turned round"
HEDGE_ADDED = "a hedge too many"
HEDGE_LOST = "a hedge lost"
WEEKDAY = "a weekday off by one"
YEAR = "a year off by one"
MONTH_DAY = "month and day swapped"


class Slip(Struct, frozen=True, order=True):
    """What the text may have been: `rank` 0 is the likeliest slip, `why` names its kind."""

    rank: int
    text: str
    why: str


# Words of one ladder lie one step of scale apart each; a slip keeps to the way of writing.
_LADDERS = (
    ("thousand", "million", "billion", "trillion"),
    ("k", "m", "b"),
    ("mn", "bn", "tn"),
    ("lakh", "crore"),
    ("wan", "yi"),
    ("万", "亿", "兆"),
)
# Forms that are mistaken for one another; a form is exchanged for the others of its group.
_UNITS = (
    ("kilometre", "mile"),
    ("kilometres", "miles", "metres"),
    ("kilometers", "miles", "meters"),
    ("metres", "feet", "yards"),
    ("meters", "feet", "yards"),
    ("km", "m", "miles"),
    ("centimetres", "millimetres", "inches"),
    ("cm", "mm", "inches"),
    ("square kilometres", "square miles", "hectares", "acres"),
    ("square kilometers", "square miles", "hectares", "acres"),
    ("square metres", "square feet", "square yards"),
    ("square meters", "square feet", "square yards"),
    ("grams", "kilograms", "tonnes"),
    ("kilograms", "pounds", "tonnes"),
    ("kg", "g", "lb", "tonnes"),
    ("litres", "gallons", "barrels"),
    ("liters", "gallons", "barrels"),
    ("degrees Celsius", "degrees Fahrenheit"),
    ("°C", "°F"),
    ("kilowatts", "megawatts", "gigawatts"),
    ("kilowatt-hours", "megawatt-hours", "gigawatt-hours", "terawatt-hours"),
    ("kilowatts", "kilowatt-hours"),
    ("megawatts", "megawatt-hours"),
    ("gigawatts", "gigawatt-hours"),
    ("kW", "MW", "GW"),
    ("kWh", "MWh", "GWh", "TWh"),
    ("kW", "kWh"),
    ("MW", "MWh"),
    ("GW", "GWh"),
    ("minutes", "hours", "days"),
    ("day", "week", "month", "year"),
    ("days", "weeks", "months", "years"),
)
_CURRENCIES = (
    (
        "dollars",
        "yuan",
        "euros",
        "pounds",
        "yen",
        "rupees",
        "won",
        "rubles",
        "francs",
        "rand",
        "naira",
    ),
    ("USD", "CNY", "EUR", "GBP", "JPY", "INR", "HKD", "AUD", "CAD", "KRW", "RUB", "ZAR", "CHF"),
    ("US$", "€", "£", "¥", "HK$", "A$", "C$", "₹"),
    ("$", "€", "£", "¥"),
)
_RATIOS = (
    ("percentage points", "percent"),
    ("percentage points", "per cent"),
    ("percentage points", "%"),
)
_TEENS = tuple(
    (f"{stem}teen", f"{other}ty")
    for stem, other in (
        ("thir", "thir"), ("four", "for"), ("fif", "fif"), ("six", "six"),
        ("seven", "seven"), ("eigh", "eigh"), ("nine", "nine"),
    )
)  # fmt: skip
_OPPOSITES = (
    ("more than", "less than"),
    ("more than", "fewer than"),
    ("over", "under"),
    ("above", "below"),
    ("at least", "at most"),
    ("no more than", "no fewer than"),
    ("no more than", "no less than"),
    ("just over", "just under"),
)
_HEDGES = (
    "more than", "less than", "fewer than", "over", "under", "above", "below", "at least",
    "at most", "up to", "as many as", "no more than", "no fewer than", "no less than", "nearly",
    "almost", "just under", "just over", "about", "around", "some", "roughly", "approximately",
    "close to", "an estimated", "exactly",
)  # fmt: skip
_COMMON_HEDGES = ("over", "nearly", "about", "at least", "up to", "under")
# An exact count may be a bound (`at least 441`); nobody writes `about 441`.
_BOUNDS = ("at least", "up to")
_EXACT_COUNT = re.compile(
    r"[\d,]*\d[1-9](?![\d.,%万亿])(?!\s*[a-z]*(?:illion|thousand|lakh|crore))"
)

_NUMBER = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?")
_SCALE_BEHIND = re.compile(
    r"\s*(?:[kmb]\b|[mbt]n\b|thousand|million|billion|trillion|lakh|crore|wan\b|yi\b|[万亿兆])"
)
_SMALL = re.compile(r"\s*(?:per ?cent|pct|percentage|points|days?\b|weeks?\b|months?\b|years?\b)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d\d?)([/.])(\d\d?)(?=\2\d{4}|(?!\d))")
_DAY_IN_WORDS = re.compile(r"(?<![\d-])\d\d(?![\d-])")


@lru_cache(maxsize=1024)
def slips(text: str) -> tuple[Slip, ...]:
    """What a quantity in words may have been, likeliest first: each one slip away from `text`.

    >>> slips("800 billion yuan")[0].text
    '800 million yuan'
    """
    return _ranked(
        text,
        (
            *_scale_slips(text),
            *_digit_slips(text),
            *_exchanged(text, _TEENS, TEENS, 1),
            *_exchanged(text, _RATIOS, POINTS, 2),
            *_exchanged(text, _UNITS, UNIT, 3),
            *_exchanged(text, _CURRENCIES, CURRENCY, 3),
            *_exchanged(text, _OPPOSITES, HEDGE, 3),
            *_hedge_slips(text),
        ),
    )


@lru_cache(maxsize=1024)
def date_slips(text: str) -> tuple[Slip, ...]:
    """What a date in words or EDTF may have been, likeliest first.

    >>> [slip.text for slip in date_slips("Sunday")]
    ['Monday', 'Saturday']
    """
    return _ranked(
        text,
        (
            *_weekday_slips(text),
            *_month_day_slips(text),
            *_year_slips(text),
            *_day_slips(text),
        ),
    )


def _ranked(text: str, found: Iterable[Slip]) -> tuple[Slip, ...]:
    """Sorted by rank, each text once, without the text itself."""
    best: dict[str, Slip] = {}
    for slip in found:
        known = best.get(slip.text)
        if slip.text != text and (known is None or slip.rank < known.rank):
            best[slip.text] = slip
    return tuple(sorted(best.values()))


def _scale_slips(text: str) -> Iterator[Slip]:
    for ladder in _LADDERS:
        for step, word in enumerate(ladder):
            for match in _word(word).finditer(text) if word in text else ():
                if len(word) == 1 and word.isascii() and not text[match.start() - 1].isdigit():
                    continue
                for other_step, other in enumerate(ladder):
                    changed = text[: match.start()] + other + text[match.end() :]
                    yield Slip(0 if abs(step - other_step) == 1 else 4, changed, SCALE)
                if len(ladder[0]) > 1:
                    bare = (
                        text[: match.start()].rstrip() + " " + text[match.end() :].lstrip()
                    ).strip()
                    yield Slip(5, bare, SCALE_ADDED)
    for match in _NUMBER.finditer(text):
        if not _SCALE_BEHIND.match(text, match.end()) and not _takes_no_scale(text, match.end()):
            for rank, word in enumerate(("million", "billion", "thousand"), start=5):
                yield Slip(rank, f"{text[: match.end()]} {word}{text[match.end() :]}", SCALE_LOST)


def _takes_no_scale(text: str, end: int) -> bool:
    """Whether what stands behind a number is never counted in millions: shares and times."""
    joined = end < len(text) and (text[end].isalnum() or text[end] in "%-–:/")
    return joined or _SMALL.match(text, end) is not None


def _digit_slips(text: str) -> Iterator[Slip]:
    for match in _NUMBER.finditer(text):
        printed = match[0]
        for rank, number, why in _misprints(printed.replace(",", "")):
            written = _grouped(number, like=printed)
            yield Slip(rank, text[: match.start()] + written + text[match.end() :], why)


def _misprints(number: str) -> Iterator[tuple[int, str, str]]:
    """Rank, number and why of every other number that differs from it by one misprint."""
    digits, _, decimals = number.partition(".")
    all_digits, point = digits + decimals, len(digits)
    found = [
        *((1, _pointed(each, point), SWAPPED) for each in _swaps(all_digits)),
        *_with_one_less(number),
        *_with_one_more(number),
        *((3, each, POINT) for each in _moved_points(all_digits, point) if decimals),
    ]
    return ((rank, each, why) for rank, each, why in found if _well_formed(each))


def _swaps(digits: str) -> Iterator[str]:
    for i, (a, b) in enumerate(pairwise(digits)):
        yield digits[:i] + b + a + digits[i + 2 :]


def _with_one_less(number: str) -> Iterator[tuple[int, str, str]]:
    for i, char in enumerate(number):
        if char != ".":
            double = char in {number[i - 1 : i], number[i + 1 : i + 2]}
            less = (number[:i] + number[i + 1 :]).rstrip(".")
            yield (2, less, DOUBLED) if double else (3, less, ADDED)


def _with_one_more(number: str) -> Iterator[tuple[int, str, str]]:
    for i in range(len(number) + 1):
        for digit in "0123456789":
            likely = digit == "0" or digit in {number[i - 1 : i], number[i : i + 1]}
            more = number[:i] + digit + number[i:]
            if not ("." in more and more[-1] == "0"):  # the same number, one digit sharper
                yield 4 if likely else 6, more, LOST


def _moved_points(digits: str, point: int) -> Iterator[str]:
    yield _pointed(digits, point + 1)
    yield _pointed(digits, point - 1) if point > 1 else f"0.{digits}"


def _pointed(digits: str, point: int) -> str:
    return digits[:point] + "." + digits[point:] if point < len(digits) else digits


def _well_formed(number: str) -> bool:
    whole, _, decimals = number.partition(".")
    starts_well = whole == "0" or (whole != "" and whole[0] != "0")
    return starts_well and (decimals != "" or "." not in number)


def _grouped(number: str, *, like: str) -> str:
    """The number with its thousands set off where `like` has them, or is too short to tell."""
    whole, point, decimals = number.partition(".")
    printed = like.partition(".")[0]
    if len(whole) < 4 or ("," not in printed and len(printed) > 3):
        return number
    head, tail = whole[:-3], whole[-3:]
    groups = printed.split(",")
    size = 2 if len(groups) > 2 and len(groups[1]) == 2 else 3
    parts = [head[max(0, end - size) : end] for end in range(len(head), 0, -size)]
    return ",".join([*reversed(parts), tail]) + point + decimals


def _exchanged(text: str, groups: Iterable[tuple[str, ...]], why: str, rank: int) -> Iterator[Slip]:
    for group in groups:
        for form in group:
            match = _word(form).search(text) if form in text else None
            if match and not _is_joined_scale(text, match):
                for other in group:
                    yield Slip(rank, _replaced(text, match, other), why)


def _is_joined_scale(text: str, match: re.Match[str]) -> bool:
    """Whether a lone letter directly behind a digit is a scale: `$850m` is no length."""
    return match[0] == "m" and text[match.start() - 1].isdigit()


def _replaced(text: str, match: re.Match[str], form: str) -> str:
    before, after = text[: match.start()], text[match.end() :]
    if form[0].isalpha() and before and before[-1].isdigit():
        before += " "
    if form == "%":
        before = before.rstrip()
    return before + form + after


@lru_cache(maxsize=256)
def _word(form: str) -> re.Pattern[str]:
    start = (
        r"(?<![^\W\d_])(?<![^\W\d_][ -])" if " " not in form and len(form) > 3 else r"(?<![^\W\d_])"
    )
    if form in _AFTER_ANYTHING:
        start = r"(?<![^\W\d_])"
    end = r"(?![^\W\d_])(?!-hour)" if form[-1].isalpha() and form.isascii() else r""
    starts_like_a_word = form == "$" or (form[0].isalpha() and form.isascii())
    return re.compile((start if starts_like_a_word else "") + re.escape(form) + end)


# Words that may follow other words; a unit must not (`square miles` are no `miles`).
_AFTER_ANYTHING = frozenset(
    [word for ladder in _LADDERS for word in ladder]
    + [form for group in (*_CURRENCIES, *_OPPOSITES, *_TEENS, *_RATIOS) for form in group]
    + list(_HEDGES)
)


def _hedge_slips(text: str) -> Iterator[Slip]:
    lowered = text.lower()
    present = [hedge for hedge in _HEDGES if lowered.startswith(hedge + " ")]
    if present:
        longest = max(present, key=len)
        yield Slip(7, text[len(longest) + 1 :], HEDGE_ADDED)
        return
    if re.match(r"[\d$€£¥₹]|[A-Z]{0,3}\$", text):
        exact = _EXACT_COUNT.match(text)
        for place, hedge in enumerate(_COMMON_HEDGES):
            if hedge in _BOUNDS or not exact:
                yield Slip(8 + place, f"{hedge} {text}", HEDGE_LOST)


def _weekday_slips(text: str) -> Iterator[Slip]:
    for number, weekday in enumerate(_WEEKDAYS):
        match = re.search(rf"\b{weekday}\b", text, re.IGNORECASE)
        if match:
            for step in (-1, 1):
                other = _WEEKDAYS[(number + step) % 7]
                cased = other.lower() if match[0][0].islower() else other
                yield Slip(0, text[: match.start()] + cased + text[match.end() :], WEEKDAY)


def _year_slips(text: str) -> Iterator[Slip]:
    for match in _YEAR.finditer(text):
        before, year, after = text[: match.start()], match[0], text[match.end() :]
        for step in (-1, 1):
            yield Slip(1, f"{before}{int(year) + step}{after}", YEAR)
        for swapped in _swaps(year):
            if swapped[:2] in {"18", "19", "20"}:
                yield Slip(2, f"{before}{swapped}{after}", SWAPPED)


def _month_day_slips(text: str) -> Iterator[Slip]:
    for match in _ISO_DAY.finditer(text):
        year, month, day = match.groups()
        if int(day) <= 12:
            changed = f"{year}-{day}-{month}"
            yield Slip(1, text[: match.start()] + changed + text[match.end() :], MONTH_DAY)
    for match in _SLASHED.finditer(text):
        first, mark, second = match.groups()
        changed = f"{second}{mark}{first}"
        yield Slip(1, text[: match.start()] + changed + text[match.end() :], MONTH_DAY)


def _day_slips(text: str) -> Iterator[Slip]:
    for match in _ISO_DAY.finditer(text):
        day = match[3][::-1]
        if 1 <= int(day) <= 31:
            yield Slip(2, text[: match.start(3)] + day + text[match.end(3) :], SWAPPED)
    for match in _DAY_IN_WORDS.finditer(text):
        day = match[0][::-1]
        if 10 <= int(day) <= 31:
            yield Slip(2, text[: match.start()] + day + text[match.end() :], SWAPPED)
