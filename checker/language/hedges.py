"""Hedges: how far the words around a number let it be off (claim-format, "Quantities in words").

Each hedge turns a range into a wider one, twice: as stated, and as the widest fair reading.
`checker.settings.Hedges` holds the shares of the table, which a newsroom's configuration may change.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from msgspec import Struct

from checker.language.numerals import Form, Numeral
from checker.language.types import Hedge
from checker.ranges import Range
from checker.rational import Rational, around, magnitude, product, quotient, within_half
from checker.settings import DEFAULT_HEDGES, Between, Hedges, Slack

DEFAULT = DEFAULT_HEDGES


class Kind(Enum):
    """The rows of the table that a hedge word may stand for."""

    EXACTLY = "exactly"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    ABOUT = "about"


# The class of each, which rules compare.
_CLASSES = {
    Kind.EXACTLY: Hedge.NONE,
    Kind.OVER: Hedge.LOWER,
    Kind.AT_LEAST: Hedge.LOWER,
    Kind.UNDER: Hedge.UPPER,
    Kind.AT_MOST: Hedge.UPPER,
    Kind.NEARLY: Hedge.NEAR,
    Kind.JUST_OVER: Hedge.NEAR,
    Kind.ABOUT: Hedge.NEAR,
}
_BEFORE: dict[Kind | None, str] = {
    Kind.EXACTLY: "exactly|precisely|an exact|the exact|exact",
    Kind.OVER: (
        "over|more than|above|greater than|higher than|larger than|well over|far over|well above|"
        "far more than|much more than|many more than|well more than|upwards of|upward of|"
        "in excess of|exceeding|exceeds|beyond|topping|north of|>|超过|逾"
    ),
    Kind.UNDER: (
        "under|below|less than|fewer than|lower than|smaller than|well under|well below|"
        "far fewer than|far less than|much less than|south of|short of|<|不到|不足"
    ),
    Kind.AT_LEAST: (
        "at least|at the least|at the very least|at a minimum|no fewer than|no less than|"
        "not fewer than|not less than|not under|a minimum of|minimum of|minimum|as few as|"
        "as little as|from at least|≥|>=|⩾|至少"
    ),
    Kind.AT_MOST: (
        "at most|at the most|at the very most|up to|as many as|as much as|as high as|no more than|"
        "not more than|no greater than|not over|not exceeding|a maximum of|maximum of|maximum|"
        "upto|≤|<=|⩽|最多|多达"
    ),
    Kind.NEARLY: (
        "nearly|almost|just under|just below|just short of|just shy of|shy of|nigh on|close on|"
        "not quite|slightly under|slightly less than|slightly fewer than|slightly below|"
        "a little under|a little less than|a little below|a bit less than|a bit under|"
        "approaching|nearing|virtually|practically|well-nigh|近|将近"
    ),
    Kind.JUST_OVER: (
        "just over|just above|just more than|slightly over|slightly more than|slightly above|"
        "a little over|a little more than|a little above|little more than|a bit over|"
        "a bit more than|a shade over|barely over|barely more than"
    ),
    Kind.ABOUT: (
        "about|around|some|roughly|approximately|approx.|approx|close to|an estimated|estimated|"
        "estimated at|an estimate of|near|circa|ca.|c.|approximate|an approximate|"
        "more or less|give or take|in the region of|in the order of|of the order of|"
        "on the order of|in the neighborhood of|in the neighbourhood of|something like|"
        "somewhere around|an average of about|an approximated|~|≈|约|大约"
    ),
}
_AFTER: dict[Kind | None, str] = {
    Kind.AT_LEAST: (
        r"or more|or over|or above|or greater|or higher|or older|or better|and more|and over|"
        r"and above|and up|and counting|upwards|plus|+|at least|at a minimum|at the least|minimum|"
        r"以上"
    ),
    Kind.AT_MOST: (
        "or fewer|or less|or under|or below|or lower|or younger|at most|at the most|maximum|max|"
        "and under|以下"
    ),
    Kind.ABOUT: "or so|or thereabouts|more or less|give or take|approximately|roughly|odd|左右",
    Kind.EXACTLY: "exactly|precisely",
    Kind.OVER: "多|余",
}
# Words that say nothing about how exact the number is.
_FILLERS = (
    "a total of|the total of|a combined total of|a combined|a cumulative|a grand total of|"
    "a record|another|an additional|a further|an extra|additional|the|these|those|its|their|all|"
    "only|just|a mere|merely|a whopping|a staggering|reportedly|a reported|currently|worth|"
    "altogether|in total|total|an average of|on average"
)


# Phrases by their first two characters, the longest first; None for a filler.
_Index = dict[str, list[tuple[str, Kind | None]]]


def _index(table: dict[Kind | None, str]) -> _Index:
    index: _Index = {}
    for kind, phrases in table.items():
        for phrase in phrases.split("|"):
            index.setdefault(phrase[:2], []).append((phrase, kind))
    for bucket in index.values():
        bucket.sort(key=lambda entry: -len(entry[0]))
    return index


_INDEX_BEFORE = _index({**_BEFORE, None: _FILLERS})
_INDEX_AFTER = _index(_AFTER)
_ENDINGS: _Index = {}
for _bucket in _INDEX_AFTER.values():
    for _phrase, _kind in _bucket:
        _ENDINGS.setdefault(_phrase[-2:], []).append((_phrase, _kind))


def _phrase_at(index: _Index, text: str, at: int) -> tuple[str, Kind | None] | None:
    """The longest phrase that stands at `at` as whole words."""
    for key in (text[at : at + 2], text[at : at + 1]):
        for phrase, kind in index.get(key, ()):
            if text.startswith(phrase, at) and _ends_word(phrase, text, at + len(phrase)):
                return phrase, kind
    return None


def _ends_word(phrase: str, text: str, end: int) -> bool:
    """Whether the phrase is not the beginning of a longer word."""
    return end >= len(text) or not (_is_letter(phrase[-1]) and _is_letter(text[end]))


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z"


def scan_before(text: str, at: int) -> tuple[list[Kind], int]:
    """The hedges that stand before a number, outermost first, and where the number begins."""
    kinds: list[Kind] = []
    while not text[at : at + 1].isdigit():
        found = _phrase_at(_INDEX_BEFORE, text, at) or _article_before_digit(text, at)
        end = at + len(found[0]) if found else len(text)
        if found is None or end >= len(text):
            break
        if found[1] is not None and kinds[-1:] != [found[1]]:
            kinds.append(found[1])
        at = end + (text[end] == " ")
    return kinds, at


def _article_before_digit(text: str, at: int) -> tuple[str, None] | None:
    """`a 64-year-old`: the article counts nothing."""
    return ("a", None) if text.startswith("a ", at) and text[at + 2 : at + 3].isdigit() else None


def scan_after(text: str, at: int) -> tuple[list[Kind], int]:
    """A hedge just behind a number (`700 or more`, `700+`), and the place behind it."""
    start = at
    while start < len(text) and text[start] in " ,-":
        start += 1
    found = _phrase_at(_INDEX_AFTER, text, start)
    if found is None or found[1] is None:
        return [], at
    return [found[1]], start + len(found[0])


def strip_end(text: str) -> tuple[list[Kind], int]:
    """A hedge that ends the text (`300 people or so`), and the length of the text before it."""
    for phrase, kind in (*_ENDINGS.get(text[-2:], ()), *_ENDINGS.get(text[-1:], ())):
        if kind is not None and text.endswith(phrase):
            before = text[: -len(phrase)]
            if not phrase[0].isalpha() or before[-1:] in (" ", ",", "-"):
                return [kind], len(before.rstrip(" ,-"))
    return [], len(text)


def hedge_of(kinds: list[Kind]) -> Hedge:
    """The class of several hedges: a bound outweighs a nearness."""
    classes = [_CLASSES[kind] for kind in kinds]
    for each in classes:
        if each in (Hedge.LOWER, Hedge.UPPER):
            return each
    return Hedge.NEAR if Hedge.NEAR in classes else Hedge.NONE


def unhedged(numeral: Numeral, counted: bool, hedges: Hedges) -> tuple[Range, Range]:
    """Both ranges of a number without a hedge; `counted` where it counts things one by one."""
    if numeral.vague:
        return vague(numeral, hedges)
    value, form = numeral.value, numeral.form
    if form is Form.FRACTION:
        return (
            Range(*around(value, product(magnitude(value), hedges.fraction.stated))),
            Range(*around(value, product(magnitude(value), hedges.fraction.widest))),
        )
    if (counted and form is Form.WHOLE) or form is Form.NOTHING:
        stated = Range(value, value)
    else:
        stated = Range(*within_half(value, numeral.printed_place))
    return stated, Range(*within_half(value, numeral.place)) if numeral.rounded else stated


def printed(numeral: Numeral, hedges: Hedges) -> tuple[Range, Range]:
    """What a hedge starts from: the printed number itself, or the range of a vague one."""
    if numeral.vague:
        return vague(numeral, hedges)
    exact = Range(numeral.value, numeral.value)
    return exact, exact


def step_of(numeral: Numeral, counted: bool) -> Step:
    """How far `over` reaches: a count under 100 to the next ten, else one of the last digit."""
    tens = counted and numeral.form is Form.WHOLE and magnitude(numeral.value) < 100
    return Step(numeral.place, tens)


def ranges(
    numeral: Numeral, kinds: list[Kind], counted: bool, hedges: Hedges
) -> tuple[Range, Range]:
    """Both ranges of a number with these hedges, outermost first."""
    if not kinds:
        return unhedged(numeral, counted, hedges)
    both = printed(numeral, hedges)
    step = step_of(numeral, counted)
    for kind in reversed(kinds):
        both = apply(kind, both, step, hedges)
    return both


def vague(numeral: Numeral, hedges: Hedges) -> tuple[Range, Range]:
    """Both ranges of `several`, `dozens`, `tens of thousands`."""
    if numeral.vague == "plural":
        return _plural(numeral.scale)
    between: Between = getattr(hedges, numeral.vague)
    return (
        Range.of(*between.stated).scale(numeral.scale),
        Range.of(*between.widest).scale(numeral.scale),
    )


def _plural(scale: int) -> tuple[Range, Range]:
    """`hundreds` is 200–999 (widest 101–1,999); from millions on, 2–9.99 m (1–19.99 m)."""
    step = Fraction(scale, 100) if scale >= 10**6 else 1
    least = scale if scale >= 10**6 else scale + 1
    return Range(2 * scale, 10 * scale - step), Range(least, 20 * scale - step)


class Step(Struct, frozen=True):
    """How far the next round number is: `place` away, or the next ten."""

    place: Rational
    tens: bool = False

    def above(self, value: Rational) -> Rational:
        """The next round number above."""
        return (value // 10 + 1) * 10 if self.tens else value + self.place

    def below(self, value: Rational) -> Rational:
        """The next round number below."""
        return -((-value) // 10 + 1) * 10 if self.tens else value - self.place


def apply(
    kind: Kind, ranges: tuple[Range, Range], step: Step, hedges: Hedges
) -> tuple[Range, Range]:
    """Both ranges of a hedge around something that has the given two ranges."""
    stated, widest = ranges
    if kind is Kind.OVER:
        high = None if stated.high is None else step.above(stated.high)
        return Range(stated.low, high, low_open=True), Range(widest.low, None, low_open=True)
    if kind is Kind.UNDER:
        low = None if stated.low is None else step.below(stated.low)
        return Range(low, stated.high, high_open=True), Range(None, widest.high, high_open=True)
    if kind is Kind.AT_LEAST:
        return (
            Range(stated.low, None, stated.low_open),
            Range(widest.low, None, widest.low_open),
        )
    if kind is Kind.AT_MOST:
        return (
            Range(None, stated.high, high_open=stated.high_open),
            Range(None, widest.high, high_open=widest.high_open),
        )
    if kind is Kind.EXACTLY:
        return ranges
    below, above = _slacks(kind, hedges)
    return (
        _stretched(stated, below.stated, above.stated),
        _stretched(widest, below.widest, above.widest),
    )


_NONE = Slack(0, 0)


def _slacks(kind: Kind, hedges: Hedges) -> tuple[Slack, Slack]:
    """The shares by which a hedge lets a number be smaller, and larger."""
    if kind is Kind.NEARLY:
        return hedges.nearly, _NONE
    if kind is Kind.JUST_OVER:
        return _NONE, hedges.just_over
    return hedges.about, hedges.about


def _stretched(r: Range, below: Rational, above: Rational) -> Range:
    """Let the low end shrink and the high end grow by shares of themselves, away from zero."""
    low, high = r.low, r.high
    if high is not None and high.numerator < 0:
        return -_stretched(-r, below, above)
    if low is not None and below:
        low = _moved(low, below, -1 if low.numerator >= 0 else 1)
    if high is not None and above:
        high = _moved(high, above, 1)
    return Range(low, high, r.low_open, r.high_open)


def _moved(value: Rational, share: Rational, sign: int) -> Rational:
    """The value and a share of it, or less it, in one step: this runs for every hedged figure."""
    under = share.denominator
    return quotient(value.numerator * (under + sign * share.numerator), value.denominator * under)
