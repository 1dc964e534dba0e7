"""Currencies: ISO 4217 codes, the names and signs that stand for them, and where they are used.

A name or sign that several currencies share (`dinars`, `pesos`, `¥`) keeps all of them; a bare `$`
or `dollars` is the American dollar, and says that this was assumed. The tables stand in `data/`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from checker.language.types import Unit
from checker.rational import Rational, simplest

_DATA = Path(__file__).parent.parent / "data"
_WORD = re.compile(r"[^\W\d_]+(?:[.'][^\W\d_]+)*\.?")
_QUALIFIED = 4  # words of the longest name: `central african cfa francs`


class Sign(Struct, frozen=True):
    """A sign or name of money: the currencies that it may stand for, and whether USD is assumed."""

    codes: tuple[str, ...]
    assumed: bool = False
    factor: Rational = 1


def unit_of(printed: str, sign: Sign) -> Unit:
    """The unit that a sign or name stands for, with its name as printed."""
    return Unit(printed, "money", sign.factor, currencies=sign.codes)


def read_currency(words: str) -> Unit | None:
    """The currency that these words are, all of them (`CNY`, `US$`, `Hong Kong dollars`)."""
    for match in (match_sign, match_name):
        found = match(words, 0)
        if found is not None and found[1] == len(words):
            return unit_of(words, found[0])
    return None


def candidates(sign: str) -> tuple[str, ...]:
    """Every currency that a sign or a bare name may stand for: all dollars for `$`."""
    tables = _tables()
    known = tables.everything.get(sign.lower())
    if known is None:
        unit = read_currency(sign)
        return unit.currencies if unit else ()
    return known


def match_sign(text: str, at: int) -> tuple[Sign, int] | None:
    """A sign or code before a number (`US$`, `£`, `Rs.`, `RMB`), and the place behind it."""
    match = _sign_pattern().match(text, at)
    if match is None:
        return None
    return _tables().signs[match[0]], match.end()


def narrowed(sign: str, words: str) -> tuple[str, ...]:
    """The currencies of a sign that its people's name behind the figure leaves (`$5m Canadian`)."""
    among = _tables().adjectives.get(_folded(words), ())
    return tuple(code for code in candidates(sign) if code in among)


def match_name(text: str, at: int) -> tuple[Sign, int] | None:
    """A name, code or sign behind a number (`yuan`, `Mexican pesos`, `USD`, `元`)."""
    words = _word_ends(text, at)
    for end in reversed(words):
        sign = _named(text[at:end])
        if sign is not None:
            return sign, end
    match = _suffix_pattern().match(text, at)
    return (_tables().signs[match[0]], match.end()) if match else None


def currencies_of_place(name: str) -> tuple[str, ...]:
    """The currencies of a country, by its name, demonym, capital or another large city.

    >>> currencies_of_place("Nigeria")
    ('NGN',)
    """
    return _tables().places.get(_folded(name), ())


def currency_words() -> frozenset[str]:
    """Every single word that names a currency: what a misprint may be compared with."""
    return frozenset(name for name in _tables().names if name.isalpha())


def _folded(name: str) -> str:
    return name.lower().removeprefix("the ").replace(".", "").strip()


def _word_ends(text: str, at: int) -> list[int]:
    ends: list[int] = []
    while len(ends) < _QUALIFIED and (word := _WORD.match(text, at)):
        ends.append(word.end())
        at = word.end()
        if at < len(text) and text[at] in " -":
            at += 1
        else:
            break
    return ends


def _named(words: str) -> Sign | None:
    tables = _tables()
    if words in tables.codes:
        return Sign((words,))
    lowered = words.lower()
    if (sign := tables.names.get(lowered)) is not None:
        return sign
    qualifier, _, name = lowered.rpartition(" ")
    if not qualifier or name not in tables.everything:
        return None
    among = currencies_of_place(qualifier) or tables.adjectives.get(qualifier, ())
    both = tuple(code for code in tables.everything[name] if code in among)
    return Sign(both) if both else None


class _Tables(Struct, frozen=True):
    codes: frozenset[str]
    names: dict[str, Sign]
    everything: dict[str, tuple[str, ...]]
    signs: dict[str, Sign]
    places: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]


def _rows(name: str) -> list[list[str]]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    codes: set[str] = set()
    names: dict[str, Sign] = {}
    everything: dict[str, tuple[str, ...]] = {}
    signs: dict[str, Sign] = {}
    for kind, forms, usual, others, factor in _rows("currencies.tsv"):
        first, more = tuple(usual.split()), tuple(others.split())
        codes.update(first, more)
        if kind == "code":
            continue
        assumed = kind == "assumed"
        sign = Sign(tuple(sorted(first)), assumed, simplest(Fraction(factor or 1)))
        for form in forms.split("|"):
            if kind == "sign":
                signs[form] = sign
            else:
                names[form] = sign
                if not form[0].isalpha():
                    signs[form] = sign
            everything[form.lower()] = tuple(sorted({*first, *more}))
    signs.update({code: Sign((code,)) for code in codes})
    places, adjectives = _places()
    return _Tables(frozenset(codes), names, everything, signs, places, adjectives)


def _places() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    places: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    for row in _rows("places.tsv"):
        code, country, demonym, cities, former = (*row, "", "")[:5]
        now, ever = tuple(code.split()), tuple(f"{code} {former}".split())
        for form in f"{country}|{demonym}|{cities}".split("|"):
            if form:
                places[_folded(form)] = now
        for form in demonym.split("|"):
            adjectives[_folded(form)] = ever
    return places, adjectives


@lru_cache(maxsize=1)
def _sign_pattern() -> re.Pattern[str]:
    """Every sign and code that may stand before a number."""
    signs = sorted(_tables().signs, key=len, reverse=True)
    return re.compile(
        "|".join(re.escape(s) + (r"(?![A-Za-z])" if s[-1].isalpha() else "") for s in signs)
    )


@lru_cache(maxsize=1)
def _suffix_pattern() -> re.Pattern[str]:
    """Signs that may stand behind a number (`5€`, `8亿元`)."""
    signs = [s for s in _tables().signs if not (s[-1].isascii() and s[-1].isalpha())]
    return re.compile("|".join(re.escape(s) for s in sorted(signs, key=len, reverse=True)))
