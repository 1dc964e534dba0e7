"""Numbers in digits and words: `1,240`, `1,17,821`, `forty-two`, `half a million`, `8亿`, `dozens`.

Every number is an exact `Fraction`; what a newspaper prints (`1.2 billion`) keeps the worth of its
last digit, because that says how far the writer may have rounded. Reading is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from msgspec import Struct

from checker.language.unreadable import Unreadable
from checker.rational import Rational, product, quotient, simplest


def words_of(text: str) -> tuple[str, ...]:
    """A list of words, written as one text."""
    return tuple(text.split())


class Form(Enum):
    """How a number was written, which decides how far it may be off."""

    WHOLE = "whole number"  # 48, forty-two, 1,240
    DECIMAL = "decimal"  # 1.2
    SCALED = "scaled"  # 1.2 billion, 8亿, two million
    FRACTION = "fraction"  # half, two-thirds, 1½
    VAGUE = "vague"  # several, dozens, tens of thousands
    NOTHING = "nothing"  # no, none, zero


class Numeral(Struct, frozen=True):
    """One number as printed.

    `printed_place` is the worth of one unit of the last printed digit, `place` of the last one that
    is not a trailing zero. `digits` are those before the scale, without separators; `scale` is the
    worth of the scale word. `vague` names the row of the hedges' table (`few`, `dozens`, `plural`)
    of a number without digits, which is counted in `scale`.
    """

    value: Rational
    form: Form
    printed_place: Rational = 1
    place: Rational = 1
    digits: str = ""
    scale: int = 1
    vague: str = ""

    @property
    def rounded(self) -> bool:
        """Whether it is a whole number of 100 or more with trailing zeros, before its scale."""
        return self.digits[-1:] == "0" and len(self.digits) > 2 and "." not in self.digits


ONES = {
    word: number
    for number, word in enumerate(
        words_of(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        start=1,
    )
}
TENS = {
    word: number
    for number, word in zip(
        range(20, 100, 10),
        words_of("twenty thirty forty fifty sixty seventy eighty ninety"),
        strict=True,
    )
} | {"fourty": 40}
# Scales in words; the letters m, k, b have rules of their own (claim-format, "Scales").
SCALES: Mapping[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lac": 10**5,
    "crore": 10**7,
    "cr": 10**7,
    "wan": 10**4,
    "yi": 10**8,
}
LETTERS: Mapping[str, int] = {"m": 10**6, "k": 10**3, "b": 10**9}
_PLURAL_SCALES = {
    f"{word}s": SCALES[word]
    for word in ("thousand", "million", "billion", "trillion", "lakh", "crore", "lac")
}
# Words that multiply a plain number and leave it one.
GROUPS: Mapping[str, int] = {"hundred": 100, "dozen": 12, "score": 20}
_VAGUE = {"several": "several", "dozens": "dozens", "scores": "scores"}
_VAGUE_AFTER_A = {"few": "few", "couple": "couple", "handful": "several"}
_PLURALS: Mapping[str, int] = {"tens": 10, "hundreds": 100} | _PLURAL_SCALES
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
PARTS = _PARTS | {f"{word}s": number for word, number in _PARTS.items() if word[:4] != "half"}
_NOTHING = frozenset({"no", "none", "zero", "nil", "nought"})
NUMBER_WORDS = frozenset(
    {*ONES, *TENS, *SCALES, *_PLURALS, *GROUPS, *_VAGUE, *PARTS, *_NOTHING, "couple", "handful"}
)

_HANZI_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HANZI_TENS = {"十": 10, "百": 100, "千": 1000}
_HANZI_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HANZI = re.compile("[零〇一二两兩三四五六七八九十百千]{1,40}")
_HANZI_SCALE = re.compile("[十百千]?[万萬亿億]{1,3}")
_LONGEST = 60  # digits and separators of one number
_LARGEST = 10**30  # a scale that takes no further scale word

# `12 500 yuan` is one number, `48 500-seat buses` are 48.
_DIGITS = re.compile(r"[0-9]+(?:[,'][0-9]+| [0-9]{3}(?![0-9]|-[^\W\d]))*(?:\.[0-9]+)*|\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[, '][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}|[0-9]+")
_SLASHED = re.compile(r"(?:([0-9]{1,15})(?: and | |-))?([0-9]{1,15})[/⁄]([0-9]{1,15})(?![0-9/])")
_WORD = re.compile(r"(?: |-)?([a-z]+)")
_SCALE_WORD = re.compile(r"( |-)?([a-z]+)(?![0-9^]|/(?:s|h|sec|hr)(?![a-z]))")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|e[-+]?[0-9]+)(?![a-z])|[_^][0-9]+")
_VULGAR = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")
_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("’‘ʼ", "'")
    | dict.fromkeys("\u200b\u2060\ufeff\xad")
)


def normalise(text: str) -> str:
    """One spelling for signs, spaces and dashes; letters keep their case."""
    if not text.isascii():
        text = _VULGAR.sub(" ", text)
        text = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)
    return " ".join(text.split())


def lower(text: str) -> str:
    """Lower case of the same length, so that places in it are places in the text."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Scanned(NamedTuple):
    """A number and the place just behind it."""

    numeral: Numeral
    end: int


def scan(text: str, at: int = 0) -> Scanned | None:
    """The longest number that starts at `at` of a normalised lower-case text, or None.

    Raises:
        Unreadable: digits whose separators make no number (`1,24`, `1.2.3`).
    """
    if at >= len(text):
        return None
    first = text[at]
    if "0" <= first <= "9" or first == ".":
        return _scan_digits(text, at)
    if first.isascii():
        return _scan_words(text, at)
    return _scan_hanzi(text, at)


def with_scale(numeral: Numeral, scale: int) -> Numeral:
    """The same digits at a larger scale."""
    form = numeral.form if numeral.form in (Form.FRACTION, Form.VAGUE) else Form.SCALED
    printed = simplest(numeral.printed_place * scale)
    same = numeral.place == numeral.printed_place
    return Numeral(
        simplest(numeral.value * scale),
        form,
        printed,
        printed if same else simplest(numeral.place * scale),
        numeral.digits,
        numeral.scale * scale,
        numeral.vague,
    )


def from_digits(digits: str, scale: int = 1) -> Numeral:
    """The number that plain decimal digits (`1240`, `1.20`) print, at a scale."""
    whole, dot, decimals = digits.partition(".")
    if not dot:
        form = Form.WHOLE if scale == 1 else Form.SCALED
        place = _last_place(digits, scale)
        return Numeral(int(digits) * scale, form, scale, place, digits, scale)
    worth = 10 ** len(decimals)
    value, printed = quotient(int(whole + decimals or "0") * scale, worth), quotient(scale, worth)
    form = Form.DECIMAL if scale == 1 else Form.SCALED
    return Numeral(value, form, printed, _last_place(whole + decimals, printed), digits, scale)


def _last_place(digits: str, printed: Rational) -> Rational:
    """The worth of the last digit that is not a trailing zero."""
    if digits[-1:] != "0":
        return printed
    zeros = len(digits) - len(digits.rstrip("0"))
    return printed if zeros == len(digits) else product(printed, 10**zeros)


def _whole(number: int) -> Numeral:
    return from_digits(str(number))


def _scan_digits(text: str, at: int) -> Scanned | None:
    slashed = _SLASHED.match(text, at)
    if slashed and int(slashed[3]):
        return _scan_scales(_mixed(slashed), text, slashed.end())
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    if len(match[0]) > _LONGEST:
        raise Unreadable(f"“{match[0][:20]}…” has too many digits for a figure")
    numeral, end = from_digits(_ungrouped(match[0])), match.end()
    if other := _ORDINAL.match(text, end):
        raise Unreadable(
            f"“{match[0]}{other[0]}” is no quantity: type a plain number with its unit"
        )
    if hanzi := _HANZI_SCALE.match(text, end):
        return Scanned(with_scale(numeral, _hanzi_scale(hanzi[0])), hanzi.end())
    return _scan_scales(numeral, text, end)


def _mixed(match: re.Match[str]) -> Numeral:
    return _fraction(int(match[1] or 0), int(match[2]), int(match[3]))


def _fraction(whole: Rational, parts: int, of: int) -> Numeral:
    value, place = whole + Fraction(parts, of), Fraction(1, of)
    return Numeral(value, Form.FRACTION, place, place, decimal_text(value))


def decimal_text(value: Rational) -> str:
    """`0.5` for a half; `2/3` for what no decimal gives exactly."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    decimals = 0
    while value.denominator != 1:
        value *= 10
        decimals += 1
    digits = str(value.numerator).rjust(decimals + 1, "0")
    return digits if not decimals else f"{digits[:-decimals]}.{digits[-decimals:]}"


def _ungrouped(digits: str) -> str:
    whole, dot, decimals = digits.partition(".")
    plain = whole.replace(",", "").replace("'", "").replace(" ", "")
    if "." in decimals:
        if all(len(group) == 3 for group in decimals.split(".")):
            joined = f"{whole},{decimals.replace('.', ',')}"
            raise Unreadable(f"“{digits}” has two decimal points: type “{joined}”?")
        raise Unreadable(f"“{digits}” is no number: it has more than one decimal point")
    if whole and not _GROUPED.fullmatch(whole):
        raise Unreadable(f"“{digits}” is no number: {_separator_advice(whole, plain)}")
    return f"{plain or '0'}{dot}{decimals}"


def _separator_advice(whole: str, plain: str) -> str:
    before, _, after = whole.rpartition(",")
    if before.isdigit() and len(after) != 3:
        return f"type “{before}.{after}” for a decimal, or “{int(plain):,}” for thousands"
    return f"commas stand between thousands: type “{int(plain):,}”?"


def _scan_scales(numeral: Numeral, text: str, end: int) -> Scanned:
    """Take the scale words, if any, that follow: `1.2 billion`, `2 lakh crore`, `850m`, `2 dozen`."""
    while numeral.scale < _LARGEST and (match := _SCALE_WORD.match(text, end)):
        word, apart = match[2], match[1]
        scale = SCALES.get(word) or _PLURAL_SCALES.get(word)
        if scale is None and word in LETTERS and apart is None and numeral.scale == 1:
            scale = LETTERS[word]
        if scale is not None:
            numeral = with_scale(numeral, scale)
        elif word in GROUPS and numeral.form is Form.WHOLE:
            numeral = _grouped(numeral, word)
        else:
            break
        end = match.end()
    return Scanned(numeral, end)


def _grouped(numeral: Numeral, word: str) -> Numeral:
    """`3 hundred`, `two dozen`: a plain number again."""
    return _whole(int(numeral.value) * GROUPS[word])


def scan_letter_scale(text: str, end: int) -> tuple[int, int] | None:
    """A scale letter apart from its number (`3 m yuan`) and the place behind it."""
    match = _SCALE_WORD.match(text, end)
    if match is None or match[2] not in LETTERS:
        return None
    return LETTERS[match[2]], match.end()


class _Words:
    """The words from a place of the text on, and how many of them were taken."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.end = at
        self._match = _WORD.match(text, at)

    @property
    def word(self) -> str:
        return self._match[1] if self._match else ""

    @property
    def next(self) -> str:
        """The word behind this one."""
        match = _WORD.match(self.text, self._match.end()) if self._match else None
        return match[1] if match else ""

    def take(self) -> None:
        assert self._match is not None
        self.end = self._match.end()
        self._match = _WORD.match(self.text, self.end)


def _scan_words(text: str, at: int) -> Scanned | None:
    words = _Words(text, at)
    word = words.word
    if not word or text[at] in " -":
        return None
    if word in _NOTHING:
        if words.next == "point":
            words.take()
            return _scan_scales(_spelt_decimal(0, words), text, words.end)
        words.take()
        return Scanned(Numeral(0, Form.NOTHING, digits="0"), words.end)
    return _scan_vague(words) or _scan_part(words) or _scan_spelt(words, text)


def _scan_vague(words: _Words) -> Scanned | None:
    word = words.word
    if word in _PLURALS:
        words.take()
        return Scanned(_vague("plural", _PLURALS[word] * _of_scales(words)), words.end)
    if word in _VAGUE:
        words.take()
        return Scanned(_vague(_VAGUE[word], _of_scales(words)), words.end)
    if word == "a" and words.next in _VAGUE_AFTER_A:
        name = _VAGUE_AFTER_A[words.next]
        words.take()
        words.take()
        return Scanned(_vague(name, _of_scales(words)), words.end)
    return None


def _vague(name: str, scale: int) -> Numeral:
    return Numeral(scale, Form.VAGUE, scale, scale, scale=scale, vague=name)


def _of_scales(words: _Words) -> int:
    """The product of the scales that follow: `[tens] of thousands`, `[several] hundred million`."""
    scale = 1
    while True:
        of = words.word == "of"
        word = words.next if of else words.word
        factor = SCALES.get(word) or _PLURALS.get(word) or GROUPS.get(word)
        if factor is None or scale >= _LARGEST:
            return scale
        scale *= factor
        for _ in range(1 + of):
            words.take()


def _scan_part(words: _Words) -> Scanned | None:
    """`half`, `a third`, `half a million`: a part without a number before it."""
    if words.word in ("a", "an") and words.next in PARTS:
        words.take()
    elif words.word not in ("half", "quarter"):
        return None
    of = PARTS[words.word]
    words.take()
    return _scaled_part(_fraction(0, 1, of), words)


def _scaled_part(numeral: Numeral, words: _Words) -> Scanned:
    """Take the article and the scale behind a part: `[half] a million`, `[a quarter] of a million`."""
    end = words.end
    if words.word == "of" and words.next in ("a", "an"):
        words.take()
    if words.word in ("a", "an"):
        words.take()
        if words.word == "dozen" and (numeral.value * 12).denominator == 1:
            words.take()
            return Scanned(_whole(int(numeral.value * 12)), words.end)
        if words.word in SCALES:
            return _scan_scales(numeral, words.text, words.end)
        return Scanned(numeral, words.end)
    return _scan_scales(numeral, words.text, end)


def _scan_spelt(words: _Words, text: str) -> Scanned | None:
    """`forty-two`, `two hundred and six`, `two-thirds`, `two and a half million`, `a dozen`."""
    number = _below_thousand(words)
    if number is None:
        return None
    if words.word in PARTS and words.word not in ("second", "seconds"):
        of = PARTS[words.word]
        words.take()
        return _scaled_part(_fraction(0, number, of), words)
    if words.word == "point" and words.next in _POINT_DIGITS:
        return _scan_scales(_spelt_decimal(number, words), text, words.end)
    return _scan_spelt_scales(number, words, text)


_POINT_DIGITS = {word: number for word, number in ONES.items() if number < 10} | {
    "zero": 0,
    "nought": 0,
    "oh": 0,
}


def _spelt_decimal(number: int, words: _Words) -> Numeral:
    words.take()
    decimals = ""
    while words.word in _POINT_DIGITS:
        decimals += str(_POINT_DIGITS[words.word])
        words.take()
    return from_digits(f"{number}.{decimals}")


def _scan_spelt_scales(number: int, words: _Words, text: str) -> Scanned:
    """Add falling scales: `one million two hundred thousand and six`."""
    total, group, least = 0, number, 0
    while True:
        if (part := _and_a_part(words)) is not None:
            numeral = _fraction(total + group, 1, part)
            return _scan_scales(numeral, text, words.end)
        scale = SCALES.get(words.word)
        if scale is None or (least and scale >= least):
            break
        words.take()
        mark = words.end
        if not total and (part := _and_a_part(words)) is not None:
            return Scanned(with_scale(_fraction(group, 1, part), scale), words.end)
        following = _after_and(words)
        if following is None or following >= scale:
            numeral = _scale_last(total, group, scale)
            return _scan_scales(numeral, text, mark)
        total, group, least = total + group * scale, following, scale
    return Scanned(_whole(total + group), words.end)


def _scale_last(total: int, group: int, scale: int) -> Numeral:
    return with_scale(_whole(total // scale + group), scale)


def _after_and(words: _Words) -> int | None:
    """The number below a thousand that follows, perhaps behind `and`."""
    if words.word == "and" and not (words.next in ONES or words.next in TENS):
        return None
    if words.word == "and":
        words.take()
    if words.word in ("a", "an"):
        return None
    return _below_thousand(words)


def _and_a_part(words: _Words) -> int | None:
    """`and a half` -> 2, taken; None where something else follows."""
    if words.word != "and":
        return None
    ahead = _Words(words.text, words.end)
    ahead.take()
    if ahead.word in ("a", "one"):
        ahead.take()
    if ahead.word not in PARTS:
        return None
    part = PARTS[ahead.word]
    for _ in range(_count_words(words.text, words.end, ahead.end) + 1):
        words.take()
    return part


def _count_words(text: str, start: int, end: int) -> int:
    count, match = 0, _WORD.match(text, start)
    while match and match.end() <= end:
        count, match = count + 1, _WORD.match(text, match.end())
    return count


def _below_thousand(words: _Words) -> int | None:
    """`six`, `forty-two`, `two hundred and six`, `fifteen hundred`, `a dozen`, `a` before a scale."""
    if words.word in ("a", "an") and (words.next in GROUPS or words.next in SCALES):
        words.take()
        number: int | None = 1
    else:
        number = _below_hundred(words)
    if number is None or words.word not in GROUPS:
        return number
    group = GROUPS[words.word]
    words.take()
    rest = _below_hundred_after_and(words) if group == 100 else 0
    return number * group + rest


def _below_hundred_after_and(words: _Words) -> int:
    if words.word == "and":
        if words.next not in ONES and words.next not in TENS:
            return 0
        ahead = _Words(words.text, words.end)
        ahead.take()
        ahead.take()
        if ahead.word in GROUPS or ahead.word in PARTS:
            return 0
        words.take()
    return _below_hundred(words) or 0


def _below_hundred(words: _Words) -> int | None:
    if words.word in ONES:
        number = ONES[words.word]
        words.take()
        return number
    if words.word not in TENS:
        return None
    number = TENS[words.word]
    words.take()
    if 0 < ONES.get(words.word, 0) < 10:
        number += ONES[words.word]
        words.take()
    return number


def _scan_hanzi(text: str, at: int) -> Scanned | None:
    match = _HANZI.match(text, at)
    if match is None:
        return None
    numeral, end = _whole(_hanzi_below_wan(match[0])), match.end()
    total = 0
    while total < _LARGEST and (scale := _HANZI_SCALE.match(text, end)):
        following = _HANZI.match(text, scale.end())
        if following is None:
            whole = total // _hanzi_scale(scale[0]) + int(numeral.value)
            return Scanned(with_scale(_whole(whole), _hanzi_scale(scale[0])), scale.end())
        total += int(numeral.value) * _hanzi_scale(scale[0])
        numeral, end = _whole(_hanzi_below_wan(following[0])), following.end()
    return Scanned(_whole(total + int(numeral.value)), end)


def _hanzi_scale(characters: str) -> int:
    product = 1
    for character in characters:
        product *= _HANZI_TENS.get(character) or _HANZI_SCALES[character]
    return product


def _hanzi_below_wan(characters: str) -> int:
    """`三百二十` -> 320, `二〇一五` -> 2015."""
    if not any(c in _HANZI_TENS for c in characters):
        return int("".join(str(_HANZI_DIGITS[c]) for c in characters))
    total, digit = 0, None
    for character in characters:
        if character in _HANZI_DIGITS:
            digit = _HANZI_DIGITS[character]
        else:
            total += (1 if digit is None else digit) * _HANZI_TENS[character]
            digit = None
    return total + (digit or 0)
