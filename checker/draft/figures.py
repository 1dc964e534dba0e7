"""Finds the figures of a sentence: hedge, number, scale, unit, and the noun that is counted.

Only the places are found here; what a figure means is read by `checker.language.quantity` from
`value`, the words without the counted noun.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.dates import DateMention
from checker.draft.text import Sentence, Token
from checker.draft.words import word_set


class Kind(StrEnum):
    """What a figure is a figure of."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    SCORE = "score"
    UNIT = "unit"
    AGE = "age"
    SHARE = "share"
    FACTOR = "factor"
    BARE = "bare"
    LABEL = "label"
    ORDINAL = "ordinal"


class Figure(Struct, frozen=True):
    """One figure as tokens of its sentence.

    It reaches from `start` (its hedge) up to `end` (behind its unit); the number itself begins at
    `number`. `noun_start` to `noun_end` is the counted noun with its modifiers, empty for none.
    `outof` is what a score is out of.
    """

    start: int
    number: int
    end: int
    value: str
    kind: Kind
    noun_start: int = 0
    noun_end: int = 0
    outof: str = ""


ONES = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
}
TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = word_set("hundred thousand million billion trillion lakh crore mn bn tn m k b dozen")
_JOINED_SCALES = word_set("m k b mn bn tn")
_VAGUE = word_set("dozens scores hundreds thousands millions billions tens")
_PARTS = word_set("third thirds quarter quarters fifth fifths half")
_ORDINAL_ENDINGS = word_set("st nd rd th")
_SIGNS = frozenset("$£€¥₹₦₩₽₺฿")
_COUNTRY_OF_SIGN = word_set("us a c nz hk s au can nt r")
CURRENCY_WORDS = word_set(
    "dollar dollars yuan renminbi rmb euro euros pound pounds yen rupee rupees rouble roubles ruble "
    "rubles peso pesos won rand naira franc francs krona kronor krone kroner lira baht ringgit "
    "rupiah dong shekel shekels dinar dinars dirham dirhams riyal riyals shilling shillings real "
    "reais zloty forint cent cents pence penny"
)
_CODES = word_set(
    "USD EUR GBP CNY RMB JPY INR AUD CAD CHF HKD SGD NZD KRW ZAR NGN RUB BRL MXN SEK NOK DKK TRY "
    "THB IDR MYR PHP PLN CZK HUF ILS AED SAR KES EGP PKR BDT LKR VND TWD Rs"
)
_AGE_WORDS = frozenset(("year-old", "years-old", "year-olds", "month-old"))

# Hedges by their words, as printed before a number, and how the value is written: one reading a
# class, so that "no fewer than" and "at least" are the same to compare.
_HEDGES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): value
    for value, phrases in {
        "more than": "more than|over|above|greater than|higher than|well over|in excess of|upwards of|exceeding",
        "less than": "less than|fewer than|under|below|lower than|well under|well below",
        "at least": "at least|no fewer than|no less than|not less than|a minimum of",
        "at most": "at most|up to|as many as|as much as|no more than|not more than|a maximum of",
        "nearly": "nearly|almost|just under|just below|just short of|slightly less than|slightly under",
        "just over": "just over|just above|just more than|slightly more than|slightly over|little more than",
        "about": "about|around|some|roughly|approximately|close to|an estimated|estimated|near|approx",
        "exactly": "exactly|precisely",
        "": "only|just|a total of|a mere|another|a further|an additional",
    }.items()
    for phrase in phrases.split("|")
}
_LONGEST_HEDGE = max(map(len, _HEDGES))
_BOUNDS = frozenset(("more than", "less than", "at least", "at most"))
_AFTER_HEDGES: dict[tuple[str, ...], str] = {
    ("or", "more"): "at least",
    ("or", "less"): "at most",
    ("or", "fewer"): "at most",
}

# Words that no counted noun holds or goes beyond.
STOP_WORDS = word_set(
    "a an the this that these those his her its their our my your no every each in on at by for from "
    "with of to as into than and or but nor if when while who which whose whom what where because "
    "since after before during until till through across between among against about over under "
    "is are was were be been being am have has had having do does did will would can could may might "
    "shall should must not he she it they we i you him them us me there here also then so such per "
    "out up down off"
)
_TIMES_OF_DAY = frozenset(("am", "pm", "a.m.", "p.m.", "o'clock"))


def find_figures(sentence: Sentence, dates: tuple[DateMention, ...] = ()) -> list[Figure]:
    """The figures of a sentence in order; numbers inside `dates` are left to those."""
    dated = {at for date in dates for at in range(date.start, date.end)}
    found: list[Figure] = []
    at = 0
    while at < len(sentence.tokens):
        figure = None if at in dated else _figure_at(sentence, at)
        if figure is None:
            at += 1
            continue
        found.append(figure)
        at = max(figure.end, at + 1)
    return found


def _figure_at(sentence: Sentence, at: int) -> Figure | None:
    end = numeral_end(sentence, at)
    if end == at:
        return None
    words, tokens = sentence.lower, sentence.tokens
    end = _range_end(sentence, at, end)
    text = _text(tokens[at:end])
    if (
        end < len(words)
        and words[end] in _ORDINAL_ENDINGS
        and tokens[end].start == tokens[end - 1].end
    ):
        return Figure(at, at, end + 1, text, Kind.ORDINAL)
    sign = _money_start(sentence, at)
    start, hedge = _hedge_before(words, sign)
    if sign == at and _money_start(sentence, start) < start:
        # "$ less than 4,900": the sign before the hedge
        sign, at, start = _money_start(sentence, start), start, _money_start(sentence, start)
    after = words[end] if end < len(words) else ""
    if sign < at:
        prefix = _text(tokens[sign:at])
        return Figure(start, at, end, f"{hedge} {prefix}{text}".strip(), Kind.MONEY)
    value = f"{hedge} {text}".strip()
    if after == "%" or after in ("percent", "pc"):
        return _percent(sentence, start, at, end + 1, value)
    if words[end : end + 2] in (("per", "cent"), ("percentage", "points"), ("percentage", "point")):
        return _percent(sentence, start, at, end + (2 if after == "per" else 0), value)
    return _without_sign(sentence, start, at, end, value)


def _percent(sentence: Sentence, start: int, at: int, end: int, value: str) -> Figure:
    words = sentence.lower
    if words[end : end + 1] in (("point",), ("points",)):
        return Figure(start, at, end + 1, f"{value} percentage points", Kind.POINTS)
    if words[end : end + 1] == ("percentage",):
        return Figure(start, at, end + 2, f"{value} percentage points", Kind.POINTS)
    return Figure(start, at, end, f"{value} percent", Kind.PERCENT)


def _without_sign(sentence: Sentence, start: int, at: int, end: int, value: str) -> Figure:
    words, tokens = sentence.lower, sentence.tokens
    after = words[end] if end < len(words) else ""
    if after in CURRENCY_WORDS or (end < len(words) and tokens[end].text in _CODES):
        return Figure(start, at, end + 1, f"{value} {tokens[end].text}", Kind.MONEY)
    if (
        words[end : end + 1] == ("of",)
        and words[end + 1 : end + 2]
        and words[end + 1] in CURRENCY_WORDS
    ):
        return Figure(start, at, end + 2, f"{value} of {tokens[end + 1].text}", Kind.MONEY)
    if words[end : end + 2] in (("us", "dollars"), ("u.s.", "dollars")):
        return Figure(start, at, end + 2, f"{value} US dollars", Kind.MONEY)
    outof = _out_of(words, end)
    if outof:
        return Figure(start, at, outof, value, Kind.SCORE, outof=words[outof - 1])
    if after in _AGE_WORDS or words[end : end + 2] == ("years", "old"):
        return Figure(start, at, end + (1 if after in _AGE_WORDS else 2), value, Kind.AGE)
    if words[end : end + 1] == ("-",) and words[end + 1 : end + 2] and words[end + 1] in _AGE_WORDS:
        return Figure(start, at, end + 2, value, Kind.AGE)
    if after in ("times", "fold"):
        return Figure(start, at, end + 1, value, Kind.FACTOR)
    if words[at] in ("twice", "thrice"):
        return Figure(start, at, end, value, Kind.FACTOR)
    if words[end - 1].rpartition("-")[2] in _PARTS:
        return Figure(start, at, end, value, Kind.SHARE)
    if start == at and _is_label(sentence, at, end):
        return Figure(at, at, end, _text(tokens[at:end]), Kind.LABEL)
    return _counted(sentence, start, at, end, value)


def _counted(sentence: Sentence, start: int, at: int, end: int, value: str) -> Figure:
    words = sentence.lower
    gap = end + (words[end : end + 1] == ("-",))
    # "9-second" is a length of time; apart, "second" more often is an ordinal
    unit_end = (
        gap + 1 if words[gap : gap + 1] == ("second",) and gap > end else _unit_end(words, gap)
    )
    if unit_end > gap:
        unit = " ".join(words[gap:unit_end])
        return Figure(start, at, unit_end, f"{value} {unit}", Kind.UNIT)
    noun_start, noun_end = counted_noun(sentence, gap, joined=gap > end)
    if noun_end == noun_start:
        kind = Kind.COUNT if _counts_people(words, start, end) else Kind.BARE
        return Figure(start, at, end, value, kind)
    hedge = _AFTER_HEDGES.get(words[noun_end : noun_end + 2], "")
    return Figure(start, at, end, f"{hedge} {value}".strip(), Kind.COUNT, noun_start, noun_end)


_DONE_TO_PEOPLE = word_set(
    "kill injure wound hurt arrest detain jail rescue hospitalise hospitalize"
)


def _counts_people(words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether a number without a noun is of people: `Blast kills 31`, `killing 37 and injuring 70`."""
    behind = words[end : end + 1]
    verb = lexicon.verb(words[start - 1]) if start else None
    return verb in _DONE_TO_PEOPLE and behind not in (("of",), ("-",), (":",), ("/",))


def numeral_end(sentence: Sentence, at: int) -> int:
    """The token behind the numeral that begins at `at`; `at` itself where none does."""
    words, tokens = sentence.lower, sentence.tokens
    word = words[at]
    if tokens[at].kind == "number":
        return _scales_end(sentence, at + 1)
    if word in ("a", "an") and at + 1 < len(words):
        return _indefinite_end(words, at)
    if word in _VAGUE:
        return _vague_end(words, at)
    if word == "half" and at and words[at - 1] in ("first", "second", "last", "other", "better"):
        return at
    if word == "half" and at + 1 < len(words):
        return _indefinite_end(words, at)
    if word in ("several", "half", "twice", "thrice"):
        return at + 1
    if word == "one" and (
        words[at + 1 : at + 2] in (("of",), ("another",), ("day",), ("thing",), ("such",))
        or (at and words[at - 1] in ("no", "the", "any", "this", "that", "every", "some", "-", "a"))
    ):
        return at
    end = at
    while end < len(words) and _is_number_word(words[end]):
        end += 1
        if words[end : end + 1] == ("and",) and words[end - 1] in _SCALES and end + 1 < len(words):
            end += _is_number_word(words[end + 1])
    if end == at + 1 and word in _SCALES:
        return at
    if end > at and words[end : end + 1] and words[end] in _PARTS - {"half"}:
        return end + 1
    return end


def _is_number_word(word: str) -> bool:
    if word in ONES or word in TENS or word in _SCALES - _JOINED_SCALES:
        return True
    first, _, second = word.partition("-")
    return (first in TENS and second in ONES) or (first in ONES and second in _PARTS)


def _indefinite_end(words: tuple[str, ...], at: int) -> int:
    rest = words[at + 1 : at + 3]
    if words[at] == "half":
        return at + 3 if rest[0] in ("a", "an") and rest[-1] in _SCALES else at + 1
    if rest[0] in ("dozen", "hundred", "thousand", "million", "billion", "trillion"):
        return at + 2
    if rest[0] in ("third", "quarter", "fifth", "half") and rest[-1] == "of":
        return at + 2
    if rest[0] == "few" and words[at] == "a":
        return at + 2 + (rest[-1] in _SCALES)
    return at


def _vague_end(words: tuple[str, ...], at: int) -> int:
    end = at + 1
    while words[end : end + 1] == ("of",) and words[end + 1 : end + 2] and words[end + 1] in _VAGUE:
        end += 2
    return end


def _scales_end(sentence: Sentence, end: int) -> int:
    words, tokens = sentence.lower, sentence.tokens
    while end < len(words) and words[end] in _SCALES:
        if words[end] in ("m", "k", "b") and tokens[end].start != tokens[end - 1].end:
            break
        end += 1
    return end


def _range_end(sentence: Sentence, at: int, end: int) -> int:
    """Behind the second number of `10 to 20`, `10-20`, `between 10 and 20`."""
    words = sentence.lower
    joiner = words[end] if end + 1 < len(words) else ""
    between = at and words[at - 1] == "between"
    if not (joiner in ("to", "-", "–") or (joiner == "and" and between)):
        return end
    if joiner == "to" and "ratio" in words[:at]:
        return end
    second = numeral_end(sentence, end + 1)
    if second == end + 1 or not _ascends(words[at], words[end + 1]):
        return end
    return second


def _ascends(first: str, second: str) -> bool:
    """Whether two numbers can be the ends of a range: not a score or a falling figure."""
    values = [_small_number(word) for word in (first, second)]
    return values[0] is not None and values[1] is not None and values[0] < values[1]


def _small_number(word: str) -> float | None:
    if word in ONES:
        return float(ONES[word])
    if word in TENS:
        return float(TENS[word])
    digits = word.replace(",", "")
    # only an order is asked for here: no verdict rests on it
    return float(digits) if digits.replace(".", "", 1).isdecimal() else None


def _money_start(sentence: Sentence, at: int) -> int:
    """Where the currency sign or code before a number begins; `at` where there is none."""
    words, tokens = sentence.lower, sentence.tokens
    if at and (tokens[at - 1].text in _SIGNS):
        joined = at > 1 and tokens[at - 2].end == tokens[at - 1].start
        return at - 2 if joined and words[at - 2] in _COUNTRY_OF_SIGN | {"u.s."} else at - 1
    if at > 1 and words[at - 1] == "." and words[at - 2] == "rs":
        return at - 2
    return at - 1 if at and tokens[at - 1].text in _CODES else at


def _hedge_before(words: tuple[str, ...], at: int) -> tuple[int, str]:
    """Where the hedges before `at` begin, and the one that counts: a bound before a nearness."""
    values: list[str] = []
    start = at
    while True:
        length = next(
            (
                n
                for n in range(_LONGEST_HEDGE, 0, -1)
                if n <= start and words[start - n : start] in _HEDGES
            ),
            0,
        )
        if not length:
            break
        start -= length
        values.append(_HEDGES[words[start : start + length]])
    if start and words[start - 1] == "between":
        return start - 1, "between"
    bounds = [value for value in values if value in _BOUNDS]
    return start, next(iter(bounds or [value for value in values if value]), "")


def _out_of(words: tuple[str, ...], end: int) -> int:
    """Behind `/10`, `out of 100` of a score; 0 where there is none."""
    for joiner in (("/",), ("out", "of")):
        at = end + len(joiner)
        if words[end:at] == joiner and words[at : at + 1] and words[at] in ("5", "10", "20", "100"):
            return at + 1
    return 0


def _unit_end(words: tuple[str, ...], at: int) -> int:
    """Behind the unit of measurement that begins at `at`; `at` where none does."""
    for length in (4, 3, 2, 1):
        phrase = words[at : at + length]
        if (
            len(phrase) == length
            and not {"a", "an"}.intersection(phrase)
            and is_unit(" ".join(phrase))
        ):
            return at + length
    return at


_SHORT_UNITS = word_set("km kg cm mm mph kmph ft lb lbs oz gw mw kw kwh mwh gwh mhz ghz hz")
_NO_UNITS = word_set(
    "degrees stone stones square points point times second link rod rods count hand hands"
)


@lru_cache(maxsize=10_000)
def is_unit(words: str) -> bool:
    """Whether words in lower case name a physical unit (abbreviations of a letter are not taken)."""
    from checker.language.units import match_unit

    if (
        words in _NO_UNITS
        or not words[0].isalpha()
        or (len(words) < 3 and words not in _SHORT_UNITS)
    ):
        return False
    found = match_unit(words, 0)
    return found is not None and found[1] == len(words) and found[0].dimension.startswith("[")


def _is_label(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a number is part of a name (`Route 66`), a time of day, or a year."""
    words, tokens = sentence.lower, sentence.tokens
    if tokens[at].kind != "number":
        return False
    after = words[end] if end < len(words) else ""
    if after in _TIMES_OF_DAY or (after == ":" and tokens[end].start == tokens[end - 1].end):
        return True
    if (
        end < len(tokens)
        and tokens[end].kind == "word"
        and tokens[end].start == tokens[end - 1].end
    ):
        return True
    if at and (
        words[at - 1] == "#"
        or (tokens[at - 1].end == tokens[at].start and tokens[at - 1].kind == "word")
    ):
        return True
    if at and tokens[at - 1].capital and tokens[at - 1].kind == "word":
        return counted_noun(sentence, end) == (end, end) and words[at - 1] not in STOP_WORDS
    return False


def counted_noun(sentence: Sentence, at: int, *, joined: bool = False) -> tuple[int, int]:
    """The noun that a number before `at` counts, with its modifiers, as tokens; empty for none.

    `joined` numbers (`a 9-second gap`) count a singular.
    """
    words, tokens = sentence.lower, sentence.tokens
    start = at + 2 if words[at : at + 2] == ("of", "the") else at + (words[at : at + 1] == ("of",))
    end = start
    while end < min(len(words), start + 6):
        word = words[end]
        if word in STOP_WORDS or tokens[end].kind not in ("word", "initials"):
            break
        end += 1
        if lexicon.is_plural(word) and not _continues(sentence, end):
            return start, end
        base = lexicon.verb(word)
        if (
            base not in (None, word)
            and not word.endswith(("ed", "ing", "s"))
            and not lexicon.known(word, "n")
        ):
            return at, at
    if joined and end > start:
        return start, start + 1
    one = words[at - 1 : at] in (("one",), ("1",))
    return (start, end) if one and end > start and _ends_in_noun(words, end) else (at, at)


def _continues(sentence: Sentence, end: int) -> bool:
    """Whether a plural only modifies the plural behind it (`sales reps`)."""
    words = sentence.lower
    return (
        end < len(words)
        and words[end] not in STOP_WORDS
        and lexicon.is_plural(words[end])
        and not lexicon.verb(words[end])
    )


def _ends_in_noun(words: tuple[str, ...], end: int) -> bool:
    return lexicon.known(lexicon.noun(words[end - 1]), "n")


def _text(tokens: tuple[Token, ...]) -> str:
    """Tokens as a value: words apart, signs and what was printed joined stay joined."""
    pieces: list[str] = []
    for position, token in enumerate(tokens):
        joined = position and tokens[position - 1].end == token.start
        pieces.append(token.text if joined or not position else f" {token.text}")
    return "".join(pieces)
