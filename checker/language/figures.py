"""Quantities in words: `over 700 fugitives`, `$5-7 million`, `nearly half`, `about 1.2 billion yuan`.

`read_quantity` reads the whole table of the claim format; `read_share`, `read_factor` and
`read_change` read the words of a relation with the same numbers and hedges.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.language import currencies, hedges, numerals, units
from checker.language.hedges import DEFAULT, Kind
from checker.language.misspelt import misspelt
from checker.language.numerals import Form, Numeral
from checker.language.types import BARE, Hedge, Quantity, Unit
from checker.language.unreadable import Unreadable
from checker.language.writing import write_number
from checker.ranges import NOT_NEGATIVE, Range
from checker.rational import Rational, magnitude, quotient
from checker.settings import Hedges

_CACHE = 1 << 16
_LONGEST = 400  # characters
_POWER = re.compile("[0-9]+[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_BETWEEN = re.compile(r"(?:anywhere |somewhere )?(between|from|in the range of|ranging from) ")
_JOIN = re.compile(r" ?- ?| to | and | or | through | until ?(?=[0-9])|~(?=[0-9])")
_SIGN = re.compile(r"(?:([-+])|(minus|negative|plus) )(?=[^ -])")
_OPENING = re.compile(r"[(\[“\"']+")
_CLOSING = re.compile(r"[\s.,;:!?)\]”\"']+$")
_ARTICLE = re.compile(r"an? (?=[a-z])")
# What may follow a unit that is also an ordinary word without making it the first half of a noun.
_FOLLOWS = frozenset(
    numerals.words_of(
        "of in on at to for from by with worth per a an each every or and than that who which were was "
        "are is have had has long wide high tall deep old away ago apart thick across above below more "
        "less fewer longer higher later earlier up down since until before after between during over "
        "under annually yearly monthly daily weekly total altogether squared cubed today the this last "
        "north south east west"
    )
)
# A letter apart from its number is a unit before these (`3 m high`), a scale before a thing.
_NOT_THINGS = _FOLLOWS | {"x", "s"}
_OUT_OF = re.compile(r"(?:-in-| in | out of )(?:every |each |the )?")
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9,])")
# A second figure behind the first: `(£5m)`, `= 5 kg`, `to 9`, `x 4`, `, 10`.
_ANOTHER = re.compile(r" ?(?:[(\[=/][^0-9)]{0,12}|(?:to|x|×|and|or|-|[,;]) ?)[0-9]")
_MONEY_PER = re.compile(r" (?:an?|per|each|every) |/")


@lru_cache(maxsize=_CACHE)
def read_quantity(text: str, hedges: Hedges = DEFAULT) -> Quantity:
    """The figure that the words state, with both its ranges.

    Raises:
        Unreadable: no such figure; the message says what could be read and the nearest known word.
    """
    if len(text) > _LONGEST:
        raise Unreadable(
            f"“{text[:40].strip()}…” is too long for a figure: type a number and its unit"
        )
    if not text.isascii() and (power := _POWER.search(text)):
        raise Unreadable(f"“{power[0]}” is no quantity: type the number in full, with its unit")
    if match := _ONE_FIGURE.fullmatch(text):
        before, number, after = match.groups()
        pattern = _pattern(before, "." in number, after, hedges)
        if pattern is not None:
            return pattern.filled(text, number.replace(",", ""), hedges)
    return _Reader(text, hedges).quantity()


# One number in digits between words without any: `about` `1,240` `things`.
_ONE_FIGURE = re.compile(
    r"([^0-9]*)((?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,9})?)([^0-9]*)"
)
# Numbers that no word gives in these digits; `one in two` shows only where the number is small.
_PROBES = {False: "001", True: "001.5"}


class _Words(Struct, frozen=True):
    """What the words around one number say: its unit, its hedges (outermost first), a doubt."""

    unit: Unit
    kinds: list[Kind]
    hedge: Hedge
    assumed: str

    def around(self, text: str, numeral: Numeral, settings: Hedges) -> Quantity:
        """The quantity of a number with these words."""
        ranges = hedges.ranges(numeral, self.kinds, self.unit.dimension == "count", settings)
        return self.within(text, numeral, ranges, signed=numeral.value.numerator < 0)

    def within(
        self, text: str, numeral: Numeral, ranges: tuple[Range, Range], *, signed: bool
    ) -> Quantity:
        """The quantity of a number with these words that lies in these ranges."""
        stated, widest = ranges
        unit = self.unit
        if not signed and not unit.offset:  # counts and amounts are not negative unless written so
            same = widest is stated
            stated = _not_negative(stated)
            widest = stated if same else _not_negative(widest)
        whole = numeral.form is Form.WHOLE or numeral.form is Form.NOTHING
        return Quantity(
            text=text,
            nominal=numeral.value,
            stated=stated,
            widest=widest,
            unit=unit,
            hedge=self.hedge,
            place=numeral.place,
            printed_place=numeral.printed_place,
            digits=numeral.digits,
            scale=numeral.scale,
            whole_count=whole and unit.dimension == "count",
            assumed=self.assumed,
        )


class _Pattern(Struct, frozen=True):
    """How a number in digits is read between certain words, whatever the number is."""

    words: _Words
    scale: int

    def filled(self, text: str, digits: str, settings: Hedges) -> Quantity:
        """The quantity that the words state with this number."""
        return self.words.around(text, numerals.from_digits(digits, self.scale), settings)


@lru_cache(maxsize=_CACHE)
def _pattern(before: str, decimal: bool, after: str, settings: Hedges) -> _Pattern | None:
    """The pattern of these words; None where the reading depends on the number."""
    if any(c.isnumeric() for c in numerals.normalise(before + after)):
        return None
    text = before + _PROBES[decimal] + after
    reader = _Reader(text, settings)
    try:
        read = reader.quantity()
    except Unreadable:
        return None
    if reader.single is None:
        return None
    numeral, words = reader.single
    pattern = _Pattern(words, numeral.scale)
    return pattern if pattern.filled(text, _PROBES[decimal], settings) == read else None


class _Side(Struct, frozen=True):
    """One number with its sign of money and hedges: `about $5` of `about $5 to $7 million`."""

    kinds: list[Kind]
    numeral: Numeral
    unit: Unit | None
    assumed: str
    end: int
    negative: bool = False


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str, settings: Hedges) -> None:
        self.given = text
        opening = _OPENING.match(plain := numerals.normalise(text))
        plain = plain[opening.end() :].lstrip() if opening else plain
        self.text = _CLOSING.sub("", plain) if plain[-1:] in _ENDS else plain
        self.low = numerals.lower(self.text)
        self.settings = settings
        self.known: dict[int, tuple[Unit, int] | None] = {}
        self.single: tuple[Numeral, _Words] | None = None

    def quantity(self) -> Quantity:
        after, length = hedges.strip_end(self.low)
        self.text, self.low = self.text[:length], self.low[:length]
        outer, at = hedges.scan_before(self.low, 0)
        between = _BETWEEN.match(self.low, at)
        first = self._side(between.end() if between else at)
        outer = [*after, *outer]
        if first is None:
            raise Unreadable(self._no_number())
        second = self._second(first, bool(between))
        if second is not None:
            return self._span(first, *second, outer)
        if between:
            word = between[1]
            raise Unreadable(f"cannot read “{self.given}”: “{word}” without a second number")
        return self._single(first, outer)

    def _side(self, at: int) -> _Side | None:
        kinds, at = hedges.scan_before(self.low, at)
        unit: Unit | None = None
        assumed, negative = "", False
        if sign := _SIGN.match(self.low, at):
            negative, at = (sign[1] or sign[2]) in ("-", "minus", "negative"), sign.end()
        if not self.low[at : at + 1].isdigit() and (found := currencies.match_sign(self.text, at)):
            money, end = found
            printed = self.text[at:end]
            unit, assumed = currencies.unit_of(printed, money), printed if money.assumed else ""
            at = end + (self.low[end : end + 1] == " ")
            more, at = hedges.scan_before(self.low, at)
            kinds = [*kinds, *more]
            if self.low[at : at + 1] == "-":
                negative, at = True, at + 1
        scanned = numerals.scan(self.low, at)
        if scanned is None and (article := _ARTICLE.match(self.low, at)) and unit is None:
            scanned = numerals.Scanned(numerals.from_digits("1"), article.end() - 1)
        if scanned is None:
            return None
        numeral, end = self._letter_scale(scanned, unit)
        more, end = hedges.scan_after(self.low, end)
        kinds = [*kinds, *more]
        if negative:
            numeral = replace(numeral, value=-numeral.value)
        return _Side(kinds, numeral, unit, assumed, end, negative)

    def _letter_scale(self, scanned: numerals.Scanned, money: Unit | None) -> tuple[Numeral, int]:
        """`3 m yuan` is three million; `3 m` alone and `3 m high` are metres."""
        numeral, end = scanned
        if numeral.scale != 1 or self.low[end : end + 1] != " ":
            return numeral, end
        found = numerals.scan_letter_scale(self.low, end)
        if found is None:
            return numeral, end
        scale, behind = found
        word = re.match(r" ([^\W\d_]+)", self.low[behind:])
        if money is not None or (word and word[1] not in _NOT_THINGS):
            return numerals.with_scale(numeral, scale), behind
        return numeral, end

    def _second(self, first: _Side, between: bool) -> tuple[_Side, Unit | None] | None:
        """The other end of a range, and the unit that stood between the ends, if any."""
        joined = _JOIN.match(self.low, first.end)
        if joined and self._joins(joined[0], between, first):
            side = self._side(joined.end())
            if side is not None:
                return side, None
        found = self._known_unit(first.end)
        if found is None:
            return None
        unit, end = found
        joined = _JOIN.match(self.low, end)
        if joined is None or not self._joins(joined[0], between, first):
            return None
        side = self._side(joined.end())
        return None if side is None else (side, unit)

    def _joins(self, word: str, between: bool, first: _Side) -> bool:
        if word == " and ":
            return between
        return first.numeral.form is not Form.NOTHING

    def _known_unit(self, at: int) -> tuple[Unit, int] | None:
        """A unit of money, measurement or share that stands at `at`, and the place behind it."""
        if at not in self.known:
            self.known[at] = self._find_unit(at)
        return self.known[at]

    def _find_unit(self, at: int) -> tuple[Unit, int] | None:
        if at < len(self.text) and self.text[at] in " -":
            at += 1
        if at >= len(self.text):
            return None
        physical = units.match_unit(self.text, at)
        money = currencies.match_name(self.text, at)
        if money is None or (physical is not None and physical[1] > money[1]):
            return physical
        unit = currencies.unit_of(self.text[at : money[1]], money[0])
        mass = units.MASS.get(unit.name.lower())
        if mass is not None:
            unit = replace(unit, alternatives=_mass(mass))
        return unit, money[1]

    def _single(self, side: _Side, outer: list[Kind]) -> Quantity:
        if (ratio := self._one_in(side)) is not None:
            side = replace(side, numeral=ratio)
            return self._finish(side, units.SHARE, [*outer, *side.kinds], "")
        unit, end, assumed = self._unit(side)
        self._check_rest(end)
        kinds = [*outer, *side.kinds]
        return self._compound(self._finish(side, unit, kinds, assumed), end)

    def _one_in(self, side: _Side) -> Numeral | None:
        """`one in three`, `3 out of 10`; but `300 in 2014` counts, in a year."""
        joined = _OUT_OF.match(self.low, side.end)
        if joined is None or side.unit is not None or side.numeral.form is not Form.WHOLE:
            return None
        whole = numerals.scan(self.low, joined.end())
        if whole is None or whole.numeral.form not in (Form.WHOLE, Form.SCALED):
            return None
        if not 0 <= side.numeral.value <= whole.numeral.value or whole.numeral.value == 0:
            return None
        if _YEAR.match(self.low, joined.end()):
            return None
        place = quotient(1, whole.numeral.value)
        return Numeral(side.numeral.value * place, Form.FRACTION, place, place)

    def _finish(self, side: _Side, unit: Unit, kinds: list[Kind], assumed: str) -> Quantity:
        numeral, hedge = side.numeral, hedges.hedge_of(kinds)
        if numeral.vague:
            numeral = replace(numeral, value=_middle(hedges.vague(numeral, self.settings)[0]))
            hedge = hedge if kinds else Hedge.NEAR
        words = _Words(unit, kinds, hedge, assumed)
        self.single = numeral, words
        return words.around(self.given, numeral, self.settings)

    def _unit(self, side: _Side) -> tuple[Unit, int, str]:
        """The unit of a number: the sign before it, or the words behind it."""
        at = side.end
        if side.unit is not None:
            self._check_scale(at)
            return self._per(self._narrowed(side.unit, at), at), at, side.assumed
        if not self.low[at:].strip(" -"):
            return _bare(side.numeral), len(self.text), ""
        if side.numeral.form in (Form.VAGUE, Form.FRACTION) and self.low.startswith(" of ", at):
            at += len(" of")
        found = self._known_unit(at)
        if found is not None and not self._first_half_of_noun(found, at):
            unit, end = found
            if unit.dimension == "money":
                assumed = (
                    self.text[at:end].strip() if _assumed(self.low[at:end].strip(" -")) else ""
                )
                return self._per(unit, end), end, assumed
            return unit, end, ""
        return self._noun(at, side), len(self.text), ""

    def _narrowed(self, unit: Unit, at: int) -> Unit:
        """`$5 million Canadian`, `$5m USD`, `¥300 yuan`: a name behind the number says which."""
        at += self.low[at : at + 1] == " "
        found = currencies.match_name(self.text, at)
        if found is not None and not found[0].assumed:
            return replace(unit, currencies=found[0].codes)
        codes = currencies.narrowed(unit.name, self.low[at:])
        return replace(unit, currencies=codes) if codes else unit

    def _per(self, unit: Unit, at: int) -> Unit:
        """Money `a month` or `per barrel` keeps that in its name."""
        per = _MONEY_PER.match(self.low, at)
        return replace(unit, name=f"{unit.name}{self.text[at:]}") if per else unit

    def _first_half_of_noun(self, found: tuple[Unit, int], at: int) -> bool:
        """`19 foot soldiers` are soldiers."""
        _, end = found
        word = self.low[at:end].strip(" -")
        if word == "in":
            return end < len(self.text)
        if word not in units.DOUBTFUL:
            return False
        following = re.match(r"[ -]?([^\W\d_]+)", self.low[end:])
        return following is not None and following[1] not in _FOLLOWS

    def _noun(self, at: int, side: _Side) -> Unit:
        words = self.text[at:].strip(" -")
        part = side.numeral.form is Form.FRACTION and side.numeral.value < 1
        if part and self.low.startswith((" of ", " the ", " its ", " their "), side.end):
            return replace(units.SHARE, name=f"of {words}" if words[:3] != "of " else words)
        self._check_rest(at)
        if not any(c.isalpha() for c in words):
            raise Unreadable(
                f"cannot read “{self.given}”: “{self.text[:at].strip()}” is a number, but “{words}” is no "
                f"unit and no noun"
            )
        self._check_spelling(words, at)
        return Unit(words, "count")

    def _check_rest(self, at: int) -> None:
        """A second figure behind the first belongs elsewhere."""
        if _ANOTHER.match(self.low, at):
            raise Unreadable(
                f"cannot read “{self.given}”: “{self.text[:at].strip()}” is a figure, but another stands "
                "behind it (the same amount in other units is given under `restated`)"
            )

    def _check_spelling(self, words: str, at: int) -> None:
        """A misprint of a unit must not pass as a thing that is counted."""
        wrong: list[tuple[str, str]] = []
        for word in words.split(" ")[:2]:
            nearest = misspelt(word)
            if nearest is None:
                break
            wrong.append((word, nearest))
        if wrong:
            said = ", ".join(
                f"“{word}” is no unit (did you mean “{nearest}”?)" for word, nearest in wrong
            )
            raise Unreadable(
                f"cannot read “{self.given}”: “{self.text[:at].strip()}” is a number, but {said}"
            )

    def _check_scale(self, at: int) -> None:
        """Behind a sign (`$3.5 bilion`) only a misprinted scale changes the figure."""
        word = self.text[at:].strip(" -").partition(" ")[0]
        nearest = misspelt(word, _LONG_SCALES)
        if nearest is not None:
            raise Unreadable(
                f"cannot read “{self.given}”: “{word}” is no scale (did you mean “{nearest}”?)"
            )

    def _compound(self, first: Quantity, end: int) -> Quantity:
        """`6 feet 2 inches`, `3 hours and 20 minutes`: added where the second unit is smaller."""
        if not first.unit.dimension.startswith("[") or end >= len(self.text):
            return first
        following = re.match(r"(?:,? and |, | )(?=[0-9a-z])", self.low[end:])
        if following is None:
            return first
        side = self._side(end + following.end())
        if side is None or side.kinds or side.unit is not None:
            return first
        found = self._known_unit(side.end)
        if found is None or not units.same_dimension(found[0], first.unit):
            return first
        return _sum(first, self._finish(side, found[0], [], ""))

    def _span(
        self, first: _Side, second: _Side, between: Unit | None, outer: list[Kind]
    ) -> Quantity:
        unit, _, assumed = self._unit(second)
        if second.unit is None and first.unit is not None:
            if unit.dimension not in ("count", "money"):
                raise Unreadable(
                    f"cannot read “{self.given}”: the ends of the range differ in unit"
                )
            unit, assumed = self._narrowed(first.unit, second.end), first.assumed
        if between is not None and not units.same_dimension(between, unit):
            raise Unreadable(
                f"cannot read “{self.given}”: “{between.name}” and “{unit.name}” differ"
            )
        low = self._scaled_alike(first, second)
        if between is not None and (between.factor, between.offset) != (unit.factor, unit.offset):
            low = _in_unit(first.numeral, between, unit)
        if low.value > second.numeral.value:
            raise Unreadable(
                f"cannot read “{self.given}”: the range runs from {write_number(low.value)} down to "
                f"{write_number(second.numeral.value)}"
            )
        return self._spanned(replace(first, numeral=low), second, unit, outer, assumed)

    def _scaled_alike(self, first: _Side, second: _Side) -> Numeral:
        """`5-7 million`: the scale holds for both where the first would else be far too small."""
        low, high = first.numeral, second.numeral
        if low.scale != 1 or low.form is Form.VAGUE:
            return low
        if low.value * 1000 <= high.value and low.value * high.scale < high.value:
            return numerals.with_scale(low, high.scale)
        group = _group_at_end(self.low[: second.end])
        if group and not _group_at_end(self.low[: first.end]) and low.value * group < high.value:
            return replace(low, value=low.value * group)
        return low

    def _spanned(
        self, first: _Side, second: _Side, unit: Unit, outer: list[Kind], assumed: str
    ) -> Quantity:
        counted = unit.dimension == "count"
        exact = [Kind.EXACTLY]
        lows = hedges.ranges(first.numeral, first.kinds or exact, counted, self.settings)
        highs = hedges.ranges(second.numeral, second.kinds or exact, counted, self.settings)
        ranges = lows[0].hull(highs[0]), lows[1].hull(highs[1])
        step = hedges.step_of(second.numeral, counted)
        for kind in reversed(outer):
            ranges = hedges.apply(kind, ranges, step, self.settings)
        middle = quotient(first.numeral.value + second.numeral.value, 2)
        numeral = replace(second.numeral, value=middle)
        bound = hedges.hedge_of(outer)
        hedge = bound if bound in (Hedge.LOWER, Hedge.UPPER) else Hedge.BETWEEN
        signed = first.numeral.value < 0
        made = _Words(unit, outer, hedge, assumed).within(
            self.given, numeral, ranges, signed=signed
        )
        return replace(made, whole_count=False)

    def _no_number(self) -> str:
        said = f"cannot read “{self.given}”: there is no number in it"
        if not self.text:
            return "an empty text is no quantity: type a number with its unit (`1.2 billion yuan`)"
        for word in self.low.split(" "):
            nearest = misspelt(word, numerals.NUMBER_WORDS)
            if nearest is not None:
                return f"{said}; “{word}” is no number (did you mean “{nearest}”?)"
        return f"{said} (`48`, `1.2 billion`, `forty-two`, `nearly half`)"


_LONG_SCALES = frozenset(word for word in numerals.SCALES if len(word) > len("lakh"))
_ENDS = frozenset(" .,;:!?)]”\"'")


def _middle(r: Range) -> Rational:
    return 0 if r.low is None or r.high is None else quotient(r.low + r.high, 2)


def _assumed(word: str) -> bool:
    sign = currencies.match_name(word, 0)
    return sign is not None and sign[0].assumed


def _bare(numeral: Numeral) -> Unit:
    """The unit of a number that stands alone: a part is a share, anything else counts."""
    part = numeral.form is Form.FRACTION and numeral.scale == 1 and magnitude(numeral.value) < 1
    return units.SHARE if part else BARE


def _not_negative(r: Range) -> Range:
    if r.low is not None and r.low.numerator >= 0:
        return r
    return r.meet(NOT_NEGATIVE)


def _mass(symbol: str) -> tuple[Unit, ...]:
    """What a name of money measures where it is a mass (`12 pounds`)."""
    unit = units.read_unit(symbol)
    return (unit,) if unit is not None else ()


def _group_at_end(words: str) -> int:
    """What the last word multiplies by: 100 for `one to two hundred`, 0 for none."""
    return numerals.GROUPS.get(words.rpartition(" ")[2], 0)


def _in_unit(numeral: Numeral, source: Unit, target: Unit) -> Numeral:
    ends = units.convert(Range.exactly(numeral.value), source, target)
    return numeral if ends.low is None else replace(numeral, value=ends.low)


def _sum(first: Quantity, second: Quantity) -> Quantity:
    """Two parts of one measurement in the first's unit; the first is then known to its unit."""
    ratio = quotient(second.unit.factor, first.unit.factor)
    rest = second.nominal * ratio
    whole = first.nominal
    shift = Range.exactly(rest)
    slack = second.stated.scale(ratio) + Range.exactly(-rest)
    wide = second.widest.scale(ratio) + Range.exactly(-rest)
    if first.hedge is Hedge.NONE:
        stated, widest = Range.exactly(whole + rest) + slack, Range.exactly(whole + rest) + wide
    else:
        stated, widest = first.stated + shift, first.widest + shift
    return replace(
        first,
        nominal=whole + rest,
        stated=stated,
        widest=widest,
        place=second.place * ratio,
        printed_place=second.printed_place * ratio,
    )
