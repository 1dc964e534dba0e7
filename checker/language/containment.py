"""Whether the words of a figure say what a quote says: the number, its scale, unit and hedge.

Both sides are read by the same eyes (`mentions`), so that a spelling that both readers
miss is never a difference.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from checker.language import currencies, units
from checker.language.mentions import Mention, mentions, says_in_words, suggests
from checker.language.numerals import normalise
from checker.language.passages import find_passage
from checker.language.types import Hedge, Unit
from checker.rational import Rational, quotient

_MONEY = "money"
_COMPARED = (Hedge.LOWER, Hedge.UPPER, Hedge.NEAR)


class Verdict(Enum):
    """What a comparison of a figure with its quote comes to."""

    SAME = "the quote says it"
    ABSENT = "the quote does not hold the number"
    SCALE = "the quote has the digits at another scale"
    UNIT = "the quote has the number in another unit"
    HEDGE = "the quote hedges the number otherwise"


class Comparison(Struct, frozen=True):
    """A figure against a quote.

    `found` are the quote's words for it (nothing where it is absent), `repaired` the figure's
    words with the quote's in place of what differs (nothing where that is not plain).
    """

    verdict: Verdict
    found: str = ""
    repaired: str = ""


_SAME = Comparison(Verdict.SAME)


def compare(words: str, quote: str) -> Comparison:
    """Compare a figure in words with the quote that should carry it.

    A figure without any numeral (`the rest`) and zero, which has too many spellings, are the same.
    """
    return _SAME if _word_for_word(words, quote) else _compared(words, quote)


@lru_cache(maxsize=4096)
def _compared(words: str, quote: str) -> Comparison:
    figure, text = normalise(words), normalise(quote)
    wanted = mentions(figure)
    if not all(mention.value for mention in wanted):
        return _SAME
    same = {mention: _same(mention, figure, text) for mention in wanted}
    said = find_passage(words, quote) is not None
    for mention in wanted:
        readings = [m for m in wanted if m.start == mention.start]
        if not said and not any(same[m] or says_in_words(text, m.value) for m in readings):
            return _absent(mention, figure, text)
    if len(wanted) == 1 and same[wanted[0]]:
        return _differing(wanted[0], figure, same[wanted[0]], text)
    return _SAME


# Where one of these words stands before a figure it may hedge it, and behind it the figure may go
# on (`3.5 trillion`, `65 or more`): then the words must be read.
_MAY_HEDGE = frozenset(
    {
        "a",
        "about",
        "above",
        "almost",
        "an",
        "approx",
        "approximately",
        "around",
        "at",
        "average",
        "below",
    }
    | {"beyond", "between", "circa", "close", "estimated", "exactly", "exceeding", "exceeds", "few"}
    | {
        "just",
        "least",
        "less",
        "many",
        "maximum",
        "minimum",
        "more",
        "most",
        "much",
        "near",
        "nearing",
    }
    | {
        "nearly",
        "not",
        "of",
        "on",
        "over",
        "precisely",
        "roughly",
        "short",
        "some",
        "than",
        "topping",
    }
    | {
        "under",
        "upto",
        "virtually",
        "within",
        "ca",
        "c",
        "no",
        "and",
        "from",
        "or",
        "half",
        "minus",
    }
)
_MAY_HEDGE_WITH_TO = frozenset({"up", "close", "near", "from", "between"})
_GOES_ON = re.compile(
    r"[\w%+°]|[.,-][\w$]|[ -](?:thousand|hundred|dozen|m?illion|[bmt]n|billion|trillion|lakh|crore|wan|yi|or"
    r"|and|plus|at|to|in|out|minim|maxim|approx|rough|more|odd|per|give|[^\W\d_]?[\d%])"
)


_PAUSES = frozenset({"", ".", ", ", ". ", "; "})


def _word_for_word(words: str, quote: str) -> bool:
    """Whether the quote plainly has the figure letter for letter: most do, and need no reading."""
    before, found, after = quote.lower().partition(words.lower())
    if not found or (after[:2] not in _PAUSES and _GOES_ON.match(after)):
        return False
    before = before.removesuffix("(")
    if not before:
        return True
    if before[-1] != " " or not before.isascii():
        return False
    rest, _, last = before[:-1].rpartition(" ")
    last = last.removesuffix(",")
    if last == "to":
        return rest.rpartition(" ")[2] not in _MAY_HEDGE_WITH_TO
    return last.isalpha() and last not in _MAY_HEDGE


def _same(mention: Mention, figure: str, text: str) -> list[Mention]:
    """The quote's mentions of the same number, or of the same amount in another unit."""
    found = mentions(text)
    equal = [m for m in found if (m.value, m.vague) == (mention.value, mention.vague)]
    if equal or mention.vague:
        return equal
    unit = unit_beside(mention, figure)
    return [m for m in found if not m.vague and _same_amount(mention, unit, m, text)]


def _same_amount(mention: Mention, unit: Unit | None, other: Mention, text: str) -> bool:
    other_unit = unit_beside(other, text)
    if _dimension(unit) != _dimension(other_unit):
        return False
    return mention.value * _factor(unit) == other.value * _factor(other_unit)


def _dimension(unit: Unit | None) -> str:
    """A share without a unit (`half`) is of one dimension with a percentage."""
    return "ratio" if unit is None else unit.dimension


def _factor(unit: Unit | None) -> Rational:
    return 1 if unit is None else unit.factor


def _absent(mention: Mention, figure: str, text: str) -> Comparison:
    for other in mentions(text):
        if mention.digits and other.digits == mention.digits and _power_of_ten(mention, other):
            return Comparison(
                Verdict.SCALE,
                _with_unit(other, text),
                figure[: mention.start] + text[other.start : other.end] + figure[mention.end :],
            )
    return Comparison(Verdict.ABSENT)


def _power_of_ten(a: Mention, b: Mention) -> bool:
    """Whether one value is the other times 10, 100, ...; equal digits leave only that."""
    ratio = quotient(max(a.value, b.value), min(a.value, b.value)) if a.value and b.value else 1
    return ratio.denominator == 1 and set(str(ratio.numerator)) <= {"1", "0"} and ratio > 1


def _differing(mention: Mention, figure: str, same: list[Mention], text: str) -> Comparison:
    """The number is there: compare its unit, then its hedge."""
    unit = unit_beside(mention, figure)
    # a number that differs was found as the same amount: its unit must differ
    others = [unit_beside(m, text) if m.value == mention.value else None for m in same]
    if unit and all(other and not _compatible(unit, other) for other in others):
        return Comparison(Verdict.UNIT, _with_unit(same[0], text), "")
    if all(_hedged_otherwise(mention, figure, m, text) for m in same):
        return Comparison(Verdict.HEDGE, _with_hedge(same[0], text), "")
    return _SAME


def _compatible(a: Unit, b: Unit) -> bool:
    if _is_per(a, b) or _is_per(b, a):
        return True
    if a.dimension != b.dimension:
        # `pounds` weigh and pay
        return bool(a.currencies and b.currencies) or {a.name, b.name} <= {"pound", "pounds", "lb"}
    if a.dimension == _MONEY:
        return bool(set(_codes(a)) & set(_codes(b)))
    if a.dimension == "ratio":
        return True
    return (a.factor, a.offset) == (b.factor, b.offset) or _may_be(a, b) or _may_be(b, a)


def _is_per(a: Unit, b: Unit) -> bool:
    """`10 hours` may be said of `10 hours per day`: what it is counted in is the measure's matter."""
    rest = b.name.lower().removeprefix(a.name.lower()).lstrip()
    return b.name.lower() != rest and rest.startswith(("per ", "a ", "an ", "/"))


def _codes(unit: Unit) -> tuple[str, ...]:
    """Every currency that the printed name may stand for, whatever is assumed of it."""
    return currencies.candidates(unit.name.strip()) or unit.currencies


def _may_be(a: Unit, b: Unit) -> bool:
    return any(other.factor == b.factor for other in a.alternatives)


def unit_beside(mention: Mention, text: str) -> Unit | None:
    """The currency or unit of measurement that stands beside a number; None for a plain count."""
    before = _sign_before(text, mention.start)
    if before:
        return before
    at = mention.end
    while at < len(text) and text[at] in " -":
        at += 1
    if money := currencies.match_name(text, at):
        return currencies.unit_of(text[at : money[1]], money[0])
    found = units.match_unit(text, at)
    return None if found is None or found[0].name.lower() in units.DOUBTFUL else found[0]


def _sign_before(text: str, start: int) -> Unit | None:
    for at in range(max(start - 5, 0), start):
        found = currencies.match_sign(text, at)
        whole = at == 0 or not (text[at - 1].isalnum() and text[at].isalnum())
        if found and whole and not text[found[1] : start].strip():
            return currencies.unit_of(text[at : found[1]], found[0])
    return None


def _hedged_otherwise(mention: Mention, figure: str, other: Mention, text: str) -> bool:
    """Whether the hedges of both sides leave no class that an editor could count both to."""
    claimed, quoted = mention.hedges, other.hedges
    if mention.vague or _is_range(figure) or claimed & quoted:
        return False
    if not claimed:
        return bool(quoted) and not _spans_time(other, text)
    if quoted:
        return True
    return not any(suggests(text, hedge) for hedge in claimed if hedge in _COMPARED)


def _is_range(figure: str) -> bool:
    return len({m.value for m in mentions(figure)}) > 1


def _spans_time(mention: Mention, text: str) -> bool:
    """`over 48 hours` says how long as often as how much."""
    unit = unit_beside(mention, text)
    return unit is not None and unit.dimension == "[time]"


def _with_unit(mention: Mention, text: str) -> str:
    """The number as printed, with the sign before it and the two words behind it."""
    start = text.rfind(" ", 0, mention.start) + 1
    words = text[mention.end :].split(" ")[:3]
    return (text[start : mention.end] + " ".join(words)).strip(" ,;:.")


def _with_hedge(mention: Mention, text: str) -> str:
    """The number with the words that stand before it."""
    words = text[: mention.start].split(" ")[-4:]
    return " ".join(words) + _with_unit(mention, text)[len(words[-1]) :]
