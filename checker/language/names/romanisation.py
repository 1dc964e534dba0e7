"""How the readings of Chinese surnames are spelled in English letters, dialect by dialect.

A reading is an initial and a final; each is spelled in a few ways in a region. Hong Kong: the
government's table (Eitel and Dyer Ball, without marks); Macau: the Portuguese table of 1985;
Malaysia and Singapore: no table at all, registrars wrote by ear in English letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

Spellings = Mapping[str, str]
"""What is heard, and the ways to write it, apart by spaces (a dot is nothing)."""

_JYUTPING = re.compile("(ng(?!$)|gw|kw|[bpmfdtnlgkhwzcsj]?)(.*)")

_HONG_KONG_INITIALS: Spellings = {
    "b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k", "k": "k",
    "ng": "ng", "gw": "kw", "kw": "kw", "w": "w", "h": "h", "z": "ch ts", "c": "ch ts", "s": "s sh",
    "j": "y", "": ".",
}  # fmt: skip
_HONG_KONG_FINALS: Spellings = {
    "aa": "a ah ar", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap",
    "aat": "at", "aak": "ak ack", "ai": "ai", "au": "au", "am": "am um", "an": "an un", "ang": "ang",
    "ap": "ap", "at": "at", "ak": "ak ack", "e": "e eh", "ei": "ei ee i ay", "eng": "eng", "ek": "ek",
    "i": "i ee ze", "iu": "iu", "im": "im", "in": "in", "ing": "ing", "ip": "ip", "it": "it", "ik": "ik",
    "o": "o", "oi": "oi oy", "ou": "o ou", "on": "on", "ong": "ong", "ot": "ot", "ok": "ok", "u": "u oo",
    "ui": "ui", "un": "un oon", "ung": "ung", "ut": "ut", "uk": "uk", "oe": "eu", "oeng": "eung",
    "oek": "euk", "eoi": "ui", "eon": "un eon", "eot": "ut", "yu": "u yu ue", "yun": "uen un", "yut": "uet",
    "ng": "ng", "m": "m",
}  # fmt: skip
_MACAU_INITIALS: Spellings = {
    **_HONG_KONG_INITIALS, "z": "ch", "c": "ch", "s": "s", "j": "i y", "gw": "ku", "kw": "ku", "w": "v w",
}  # fmt: skip
_MACAU_FINALS: Spellings = {
    **_HONG_KONG_FINALS, "aa": "a", "aau": "ao", "au": "ao", "am": "am", "an": "an", "e": "e", "ei": "ei",
    "i": "i", "iu": "io iu", "oi": "oi", "ou": "ou", "u": "u", "un": "un", "ung": "ong", "uk": "ok",
    "oeng": "eong", "oek": "eok", "eoi": "oi ui", "eon": "on", "eot": "ot", "yu": "u", "yun": "un", "yut": "ut",
    "ing": "eng", "ik": "ek",
}  # fmt: skip
_MALAYA_FINALS: Spellings = {
    **_HONG_KONG_FINALS, "aa": "a ah", "oeng": "eong iong", "oek": "eok iok ok", "ung": "oong ung ong", "ou": "oo ow o oh",
    "o": "o oh or aw", "u": "oo u", "ei": "ee ei ay i", "yu": "u yu ue ee", "eoi": "ooi ui oi oy", "yun": "uen oon", "am": "am um",
    "an": "an un", "aan": "an", "au": "au ow", "un": "oon un", "uk": "ok uk", "i": "ee i", "aai": "ai ye", "ai": "ai ye",
    "oi": "oi oy", "iu": "iu ew iew", "ak": "ak uk", "at": "at ut", "aau": "au aw ow", "ok": "ok oke", "ui": "ui ooi oi oy",
}  # fmt: skip
_MALAYA_INITIALS: Spellings = {
    **_HONG_KONG_INITIALS,
    "z": "ch ts j",
    "gw": "kw ku qu",
    "kw": "kw ku qu",
}

_DIALECT = re.compile("(tsh|ts|sh|ph|th|kh|ng(?!$)|[ptkbgjlmnhsdfvwy]?)(.*)")
_DIALECT_INITIALS: Spellings = {
    "p": "p", "ph": "ph p", "t": "t", "th": "th t", "k": "k", "kh": "kh k", "ts": "ch ts", "tsh": "ch ts",
    "b": "b", "g": "g", "j": "j y", "l": "l", "m": "m", "n": "n", "ng": "ng", "h": "h", "s": "s", "d": "d",
    "f": "f", "v": "v w b", "w": "w", "y": "y", "sh": "sh s", "": ".",
}  # fmt: skip
_DIALECT_FINALS: Spellings = {
    "a": "a ah", "ah": "ah", "e": "e eh ay ey ee", "ee": "ee", "eh": "eh ay ek", "i": "ee i", "ia": "ia ea iah eah",
    "ie": "io eo eoh", "io": "io eo eoh ioh iow", "ioh": "eoh eo ioh", "o": "o oh or aw", "oo": "oo oh o or aw ow",
    "u": "u oo", "ou": "oh ou ow oo aw", "oa": "ua uah wa", "ua": "ua uah wa", "ue": "uay oey uey ueh",
    "ueh": "uek ueh wek uay oay oey", "oe": "oey uay oi", "oeh": "oay ueh uek wek", "ui": "ui ooi uee wee oi",
    "iu": "iu ew iew eu", "iun": "eo io eoh iu", "au": "au ow aw", "iau": "iau iao eow iaw iow eaw iew", "ai": "ai ay ye",
    "oi": "oi oy", "iong": "iong eong ong", "iang": "iang eang", "ung": "ung oong", "un": "un oon", "ng": "ng",
    "im": "im", "iam": "iam eam", "in": "in een", "ian": "ian ean een", "uan": "uan wan", "oan": "uan wan",
    "iap": "iap eap", "eu": "eu ew", "iok": "iok eok", "uang": "uang wang", "oh": "oh o", "iat": "iat eat iet eet",
    "ueng": "uan uang", "ien": "ien en ian ean", "ek": "ek eck ik", "iek": "iek ek", "ieng": "ieng eng", "ii": "ii ee i", "uong": "uong ong", "ok": "ok oke", "ak": "ak ack", "iet": "iet eet",
    "am": "am um",
}  # fmt: skip
_ALONE: Spellings = {
    "i": "ee yee yi", "ia": "yah", "ie": "yeo yeoh", "io": "yeo yeoh", "iun": "yeo yeoh yew", "iong": "yong yeong iong",
    "iap": "yap iap", "iau": "yeow yau yeo", "iu": "yew yu iu ewe", "ii": "ii ee", "iek": "yek iek", "uong": "wong uong", "iam": "yam yim iam", "ian": "yan yean ean",
    "in": "yin een", "im": "yim eem", "iang": "yang", "ue": "way", "ui": "wee ooi uy", "uan": "yuan wan",
    "oan": "wan yuan uan", "un": "oon un woon", "uang": "wang", "ueng": "wang", "au": "au ow aw", "ou": "oh ow aw",
    "o": "o oh or", "oo": "oh aw ow", "ng": "ng ung ooi eng wee",
}  # fmt: skip
"""A final without an initial, which English spells with y or w."""


@cache
def cantonese(reading: str) -> frozenset[str]:
    """The spellings of a Jyutping syllable in Hong Kong, Macau and Malaya."""
    return frozenset(
        {
            *_written(_JYUTPING, reading, _HONG_KONG_INITIALS, _HONG_KONG_FINALS),
            *_written(_JYUTPING, reading, _MACAU_INITIALS, _MACAU_FINALS),
            *_written(_JYUTPING, reading, _MALAYA_INITIALS, _MALAYA_FINALS),
        }
    )


@cache
def southern(reading: str) -> frozenset[str]:
    """The spellings of a Hokkien, Teochew, Hakka or Hainanese syllable in Malaysia and Singapore."""
    if reading[0] in "aeiou" or reading == "ng":
        return frozenset(_ALONE.get(reading, reading).split())
    written = frozenset(_written(_DIALECT, reading, _DIALECT_INITIALS, _DIALECT_FINALS))
    return written | {re.sub("^ku(?=[aeio])|^kw", "qu", form) for form in written}


def _written(
    form: re.Pattern[str], reading: str, initials: Spellings, finals: Spellings
) -> Iterator[str]:
    match = form.fullmatch(reading)
    if match is None:
        return
    initial, final = match.groups()
    heads = initials.get(initial, initial).split()
    for head, tail in product(heads, finals.get(final, final).split()):
        written = _tidy(head.replace(".", "") + tail)
        if written:
            yield written


def _tidy(written: str) -> str:
    """Joins that nobody writes: yyu for yu, yieong for yeong, iing for ing, chze and shze for chi and shi."""
    if written.startswith("y"):
        written = re.sub("^yi(?=[aeou])|^yy", "y", written)
    written = written.removeprefix("i") if written.startswith("ii") else written
    if written.endswith("ze") and written not in {"sze", "tsze"}:
        return written.removesuffix("ze") + "i"
    return written
