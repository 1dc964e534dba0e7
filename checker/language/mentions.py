"""Finds numbers in running text, each with the hedges beside it.

The numbers themselves are read by `numerals`; here they are looked for. Linear in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from checker.language import hedges, numerals
from checker.language.types import Hedge
from checker.rational import Rational, quotient

# Where a number may begin: digits, a Chinese numeral, or the first letter of a word.
_BEGIN = re.compile(r"(?<![a-z0-9.,])[0-9.]|(?<![a-z0-9])[a-z]+|[零〇一二两兩三四五六七八九十百千]")
_DIGITS = re.compile(r"[0-9][0-9.,']*")
_NUMBER_WORDS = numerals.NUMBER_WORDS | {"a", "an", "hundred", "dozen"}
_RANGE = re.compile(r"\s*(?:-|to|and|or|至|到)\s*[$€£¥]?\s*")
_RATIO = re.compile(r"\s+(?:in|out of|of every)\s+(?:every\s+)?")
_SIGNS = re.compile(r"(?:[a-z]{0,3}[$€£¥₹₩₽₦]|[a-z]{3}|rs\.?)\s?$")
_NOUN = re.compile(
    r" [a-z]+(?: [a-z]+)?(?= (?:or (?:more|fewer|less|so)|at (?:least|most))(?! than)(?![a-z]))"
)
# Verbs and nouns whose own word this is: `talked about 300 cases`, `brought it up to 40`.
_NO_HEDGE = re.compile(
    r"(?:(?:talk|speak|ask|worr|complain|report|warn|learn|think|writ|read|hear|tell|inform|concern|"
    r"question|debate)\w*|spoke|told|thought|wrote|heard|knew|know|book|film|story|stories|article|news) "
    r"about |"
    r"(?:(?:argu|disput|clash|quarrel|fight|spread|extend|scatter|divid|concern|worr|row)\w*|fought|won) "
    r"over |"
    r"(?:(?:travel|walk|tour|sail|gather|revolv)\w*|built) around |"
    r"(?:(?:bring|tak|com|go|ris|climb|mov|push|add|mak|driv|send)\w*|brought|took|came|went|rose|made|"
    r"drove|sent)(?: it| them| that| the \w+)? up to "
)
_LONGEST_HEDGE = 8
_ARTICLES = frozenset({"a ", "an ", "the "})
_HEDGE_WORDS = 6  # the longest hedge that stands before a number has so many words
_WORD = re.compile("[a-z]+")
_ONE = frozenset(["a", "an", "single", "sole", "only", "lone", "another", "each", "every", "per"])
_TWO = frozenset(["both", "pair", "couple", "twice", "twin", "twins", "double", "doubled"])
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
}
# Words that may hedge a number from anywhere in a quote; those of two classes stand in both.
_CUES = {
    Hedge.LOWER: (
        "over|more than|above|at least|exceed(?:s|ed|ing)?|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)?|"
        "upwards? of|north of|or more|and more|plus|minimum|fewer than|less than|beyond|in excess|"
        "greater than|higher than|larger than|passed|past|以上|超过|逾|至少|多"
    ),
    Hedge.UPPER: (
        "under|below|less than|fewer than|at most|up to|as many as|as much as|more than|or fewer|"
        "or less|maximum|within|as high as|just short|short of|shy of|nearly|almost|limit|不到|最多|以下"
    ),
    Hedge.NEAR: (
        "about|around|some|roughly|approximate(?:ly)?|close to|estimat(?:ed|es|e)|nearly|almost|"
        "just over|just under|near(?:ing)?|approx|circa|or so|in the (?:region|order)|"
        "approach(?:ing|es|ed)|believed|thought|put at|projected|slightly|a little|more or less|"
        "give or take|odd|约|左右|近"
    ),
}
_CUE_PATTERNS = {
    hedge: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])|[~≈><≥≤+]")
    for hedge, words in _CUES.items()
}


class Mention(Struct, frozen=True):
    """One number in a text, from `start` up to `end`.

    `digits` are those that tell the number from others at any scale; `vague` names a number
    without digits (`dozens`); `hedges` are the classes that the words right beside it allow.
    """

    start: int
    end: int
    value: Rational
    digits: str
    vague: str = ""
    hedges: frozenset[Hedge] = frozenset()


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """The numbers of a normalised text (`numerals.normalise`), in their order."""
    lowered = numerals.lower(text)
    found: list[Mention] = []
    at = 0
    while begin := _BEGIN.search(lowered, at):
        start, at = begin.start(), begin.end()
        if begin[0].isascii() and begin[0].isalpha() and begin[0] not in _NUMBER_WORDS:
            continue
        mention, at = _mention(lowered, start, at)
        if mention:
            found.append(mention)
    return tuple(found + _joined(found, lowered))


def _mention(text: str, start: int, at: int) -> tuple[Mention | None, int]:
    """The number at `start`, if there is one, and where to look on."""
    try:
        scanned = numerals.scan(text, start)
    except ValueError:  # Unreadable, or more digits than Python turns into a number
        unread = _DIGITS.match(text, start)
        return None, unread.end() if unread else at
    if scanned is None:
        return None, at
    number = scanned.numeral
    classes = _hedges_before(text, start) or _hedges_after(text, scanned.end)
    digits = number.digits.replace(".", "").strip("0")
    return Mention(start, scanned.end, number.value, digits, number.vague, classes), scanned.end


def _joined(found: list[Mention], text: str) -> list[Mention]:
    """What two numbers say together: `10 to 20 million` is ten million too, `one in eight`."""
    joined = []
    for a, b in pairwise(found):
        between = text[a.end : b.start]
        if _RANGE.fullmatch(between) and a.value and a.value * 1000 <= b.value:
            joined.append(replace(a, value=_scaled(a.value, b.value)))
        if _RATIO.fullmatch(between) and b.value:
            joined.append(Mention(a.start, b.end, quotient(a.value, b.value), ""))
    return joined


def _scaled(value: Rational, other: Rational) -> Rational:
    """`value` at the scale word that brings it nearest below `other`."""
    while value * 1000 <= other:
        value *= 1000
    return value


def _hedges_before(text: str, start: int) -> frozenset[Hedge]:
    """The classes of the longest hedge that ends where the number (or its sign) begins."""
    sign = _SIGNS.search(text, max(start - 5, 0), start)
    ends = {start, sign.start()} if sign else {start}
    at, longest = start, frozenset[Hedge]()
    for _ in range(_HEDGE_WORDS):
        at = text.rfind(" ", 0, max(at - 1, 0)) + 1
        kinds, end = hedges.scan_before(text, at)
        reaches = end in ends or any(text[end:other] in _ARTICLES for other in ends)
        if kinds and reaches and not _NO_HEDGE.search(text, max(at - 20, 0), at + _LONGEST_HEDGE):
            longest = frozenset[Hedge]().union(*map(_classes, kinds))
        if at == 0:
            break
    return longest


def _hedges_after(text: str, end: int) -> frozenset[Hedge]:
    """The classes of a hedge behind the number, or behind what it counts (`65 bodies or more`)."""
    kinds, _ = hedges.scan_after(text, end)
    if not kinds and (noun := _NOUN.match(text, end)):
        kinds, _ = hedges.scan_after(text, noun.end())
    return frozenset[Hedge]().union(*map(_classes, kinds))


def _classes(kind: hedges.Kind) -> frozenset[Hedge]:
    """Every class that an editor might count the hedge to: `nearly` is near, and below."""
    if kind is hedges.Kind.NEARLY:
        return frozenset({Hedge.NEAR, Hedge.UPPER})
    if kind is hedges.Kind.JUST_OVER:
        return frozenset({Hedge.NEAR, Hedge.LOWER})
    return frozenset({hedges.hedge_of([kind])}) - {Hedge.NONE}


def suggests(text: str, hedge: Hedge) -> bool:
    """Whether any word of a text could be a hedge of that class (generous on purpose)."""
    pattern = _CUE_PATTERNS.get(hedge)
    return pattern is None or pattern.search(numerals.lower(text)) is not None


def says_in_words(text: str, value: Rational) -> bool:
    """Whether words that are no numerals may stand for a small number: `a`, `both`, `third`."""
    words = frozenset(_WORD.findall(numerals.lower(text)))
    if (value == 1 and words & _ONE) or (value == 2 and words & _TWO):
        return True
    return any(_ORDINALS.get(word) == value for word in words)
