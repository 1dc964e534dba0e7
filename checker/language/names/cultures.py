"""Languages whose names are spelled in many ways in Latin letters, and which spellings are one name.

Each language gives a word a set of keys; two words with a key in common are one name otherwise
written. A language is asked only where the names look like its own, as Merz and Mertz are two
German names while Nuri and Noori are one Arabic name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import product

from checker.language.names.tables import entries


class Culture(Enum):
    """A way of writing names in Latin letters, as an editor would call it."""

    GERMANIC = "another spelling"
    SLAVIC = "another transliteration from Cyrillic"
    ARABIC = "another romanisation of Arabic"
    KOREAN = "another romanisation of Korean"
    CHINESE = "another romanisation of Chinese"
    ARMENIAN = "another transliteration of Armenian"
    GREEK = "another romanisation of Greek"
    INDIC = "another romanisation of an Indian language"
    INDONESIAN = "the old spelling of Indonesian"
    JAPANESE = "another romanisation of Japanese"


def cultures_of(words: tuple[str, ...], native: str | None) -> frozenset[Culture]:
    """The cultures that a name looks like: by its own script, else by its words."""
    found = {Culture.GERMANIC}
    found |= {c for c, script in _SCRIPTS.items() if native and script.search(native)}
    found |= {c for c, looks in _LOOKS.items() if any(looks.search(word) for word in words)}
    if any(word in entries("arabic.txt") for word in words):
        found.add(Culture.ARABIC)
    if any(word in entries("slavic.txt") for word in words):
        found.add(Culture.SLAVIC)
    if all(_JAPANESE_WORD.fullmatch(word) for word in words):
        found.add(Culture.JAPANESE)
    return frozenset(found)


_SCRIPTS = {
    Culture.SLAVIC: re.compile("[\u0400-\u052f]"),
    Culture.ARABIC: re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    Culture.KOREAN: re.compile("[\uac00-\ud7a3]"),
    Culture.CHINESE: re.compile("[\u3400-\u9fff]"),
    Culture.ARMENIAN: re.compile("[\u0530-\u058f]"),
    Culture.GREEK: re.compile("[\u0370-\u03ff]"),
    Culture.INDIC: re.compile("[\u0900-\u0d7f]"),
}
_LOOKS = {
    Culture.SLAVIC: re.compile(
        r"(?:[oe](?:v|ff|w)|[oe]va|ski[iyj]?|sky[iy]?|skaya|skaia|enko|[ct]h?ko|n[yi][iyj]|[oe][vw][iy](?:ch?|t|tch|tsch)|[oe]vna|chuk|yuk|iuk"
        r"|[aeiou]iy|iia|iya|[iy]n|hkin|kin|shin|yan|ian|vili|adze|mir|slav|khi?n)$"
    ),
    Culture.ARABIC: re.compile(
        r"(?:^(?:abd|abu|mo?u?h?amm?[aeo]d)|ull?ah$|[eu]dd?ine?$|rah?man$|zai$)"
    ),
    Culture.ARMENIAN: re.compile(r"[iy]an(?:ts)?$"),
    Culture.GREEK: re.compile(r"(?:poulos|akis|idis|iadis|oglou|opoulou|akos|elis)$"),
    Culture.INDONESIAN: re.compile(
        r"tj|dj|sj|^soe|oeti?r|oen|wati$|(?:[ai]nto|[ow]ono|owo|arto|arno|utra|utri|wan)$"
    ),
    Culture.INDIC: re.compile(
        r"^(?:s[hr]+i|lak|kri|raj)|ndra|swamy|murthy|appa|(?:esh|nath|deep|jee|kar|rao)$"
    ),
}


def same_in(one: str, other: str, cultures: frozenset[Culture]) -> Culture | None:
    """The culture in which two folded words are one name otherwise written."""
    for culture, keys in _KEYS.items():
        if culture in cultures and keys(one) & keys(other):
            return culture
    return None


def spellings(one: str, other: str, cultures: frozenset[Culture]) -> Iterator[tuple[str, str]]:
    """Two words as each culture that they look like makes its spellings one."""
    for culture, keys in _KEYS.items():
        if culture in cultures:
            yield min(keys(one)), min(keys(other))


def _plain(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in rules:
        word = re.sub(pattern, replacement, word)
    return re.sub(r"(.)\1+", r"\1", word)


_GERMANIC = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("ij$", "y"))


@lru_cache(4096)
def _germanic(word: str) -> frozenset[str]:
    """ü written u or ue, ø o or oe, å a or aa (German, Nordic, Dutch); Mac or Mc."""
    plain = re.sub("^mac(?=[a-z]{4})", "mc", word)
    for pattern, replacement in _GERMANIC:
        plain = re.sub(pattern, replacement, plain)
    return frozenset({word, plain})


# ISO 9, BGN/PCGN, Library of Congress, passport rules of Russia (1997, 2013) and Ukraine (2010),
# German and French newspapers: what they write differently is made one here.
_SLAVIC = (
    ("schtsch|shtch|shch|stch", "s"), ("tsch|tch|cz", "c"), ("sch", "s"), ("ck(?=[iy])", "sk"), ("dzh|dj", "d"), ("kh", "h"), ("ch", "1"), ("sh|zh|ts|tz|z", "s"),
    ("j(?=[aou]v)", "s"), ("x", "ks"), ("ph", "f"), ("off?$", "ov"), ("eff?$", "ev"), ("ou(?=sk)", "ov"), ("^ts(?=i)", "t"), ("w", "v"), ("ander$", "andr"), ("ine$", "in"),
    ("q", "k"), ("gu(?=[ei])", "g"), ("ou", "u"), ("i?y?1$", "ic"), ("[yij]+[oe]", "e"), ("^[yij](?=e)", ""), ("[yij]+a", "a"),
    ("[yij]+u", "u"), ("[yij]+", "i"), ("(?<=[1cs])o(?=v)", "e"), ("(?<=.)ii*$", "i"),
)  # fmt: skip


@lru_cache(4096)
def _slavic(word: str) -> frozenset[str]:
    """Hissing sounds as s (German z and s are ts and z), ch as English (1: c) or as German writes kh."""
    key = _plain(word, _SLAVIC)
    return frozenset(
        {key.replace("1", "c"), key.replace("1", "h"), key.replace("1", "c").replace("h", "g")}
    )


# UN 1972, Library of Congress, French (Maghreb, Lebanon) and everyday English spellings.
_ARABIC = (
    ("ph", "f"), ("sch|tch", "sh"), ("^ch(?=[oa]m)", "k"), ("ch", "sh"), ("dj|dzh|dsch", "j"), ("kh|ck", "k"), ("gh", "g"), ("dh|th(?=.)", "d"),
    ("iyy?[ae]h$|ieh$", "ia"), ("(?<=ou[nrl])e$", ""), ("ou|oo|ow(?=[^aeiou]|$)|(?<=.)w(?=u)|(?<=a)w(?=[^aeiouy]|$)", "u"), ("o", "u"), ("aa", "a"), ("iyy|ayy|ey|ei|ay|ai|ae|ee|ii|ie|y", "i"), ("i+", "i"),
    ("[ae]h$", "a"), ("(?<=[^aeiou])e$", "a"), ("v", "w"), ("[ae]ll?(?=ah$)", "ul"),
)  # fmt: skip


@lru_cache(4096)
def _arabic(word: str) -> frozenset[str]:
    word = re.sub("^abd[aeuio](?:l|r(?=r)|s(?=s)|z(?=z)|n(?=n))", "abdul", word)
    made = _plain(word, _ARABIC)
    choices = {"e": "ai", "q": "kg", "z": "zd", "u": "u"}
    spread = 6  # at most 2 ** 6 keys of one word
    options = []
    for letter in made:
        several = choices.get(letter, letter)
        spread -= len(several) > 1
        options.append(several if spread >= 0 else several[0])
    return frozenset(re.sub(r"(.)\1+", r"\1", "".join(letters)) for letters in product(*options))


# Revised Romanization (2000), McCune-Reischauer (1939), and what people print on their cards.
_KOREAN = (
    ("ee", "i"), ("ae|ai|ay", "e"), ("ui(?=$|[^aeiou])", "i"), ("w(?=[ou])", ""), ("[eo]+u|eo|ou|oo|u|oh", "o"), ("yo+", "yo"),
    ("ch|j", "j"), ("sh", "s"), ("[kgq]", "k"), ("[pb]", "p"), ("[td]", "t"), ("[rl]+", "l"), ("(?<=[aeiou])h(?=$|[^aeiouyw])", ""),
    ("v", "p"), ("iye|ie", "ie"),
)  # fmt: skip
_KOREAN_SYLLABLE = re.compile(
    "(?:(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjklmnprstk])?(?:y?eo|y?oo|y?ou|yae|y?ae|y?ai|wae|oe|eui|eu|ui|wi|woo|wo|wa|we|ee|y?[aeiou])"
    "(?:ng|ck|[kgnlrmpbth])?)+"
)


def is_korean(word: str) -> bool:
    """Whether a folded word can be read as one to three Korean syllables."""
    return len(word) <= 15 and _KOREAN_SYLLABLE.fullmatch(word) is not None


@lru_cache(4096)
def _korean(word: str) -> frozenset[str]:
    """Vowels as o where spellings run together (eo, o, u, eu), consonants without voice."""
    return frozenset({_plain(word, _KOREAN)})


# BGN/PCGN (1981) after the eastern sounds; Armenians of the west sound and write b for p, g for k, d for t, and j for ch.
_ARMENIAN = (
    ("dj|tch|ch|dz|ts|tz", "j"), ("kh|gh|x|q", "h"), ("ou|oo", "u"), ("sh", "s"), ("zh", "z"), ("p", "b"), ("k|c", "g"), ("t", "d"), ("w", "v"),
    ("(?<=[a-z])[iye]+an(?=$|s)", "ian"), ("y", "i"), ("(?<=[bgdjhszmnlrv])i(?=[bgdjhszmnlr]ian)", ""),
)  # fmt: skip


@lru_cache(4096)
def _armenian(word: str) -> frozenset[str]:
    return frozenset({_plain(word, _ARMENIAN)})


_GREEK = (
    ("ph", "f"), ("mp", "b"), ("nt|nd", "d"), ("gk|gg", "g"), ("ch|kh", "h"), ("x", "ks"), ("c", "k"), ("ei|oi|y|j", "i"),
    ("ou", "u"), ("ai", "e"), ("av|au|af", "af"), ("ev|eu|ef", "ef"), ("th", "t"), ("gi(?=[aeou])", "g"),
)  # fmt: skip


@lru_cache(4096)
def _greek(word: str) -> frozenset[str]:
    return frozenset({_plain(word, _GREEK)})


_INDIC = (
    ("sh|s", "s"), ("th|t", "t"), ("dh|d", "d"), ("bh", "b"), ("kh", "k"), ("gh", "g"), ("ph|f", "f"), ("jh|z", "j"), ("v|w", "v"),
    ("ee|y|i", "i"), ("oo|ou", "u"), ("aa", "a"), ("[ai]h$", "a"), ("ck|c(?!h)", "k"),
)  # fmt: skip


@lru_cache(4096)
def _indic(word: str) -> frozenset[str]:
    return frozenset({_plain(word, _INDIC)})


# The spelling of Van Ophuijsen (1901) and Soewandi (1947) against that of 1972, where j is y and c is ch.
_INDONESIAN = (
    ("tj", "c"),
    ("sj|sy", "s"),
    ("nj|ny", "n"),
    ("dj|j|y", "i"),
    ("oe", "u"),
    ("ch", "kh"),
)


@lru_cache(4096)
def _indonesian(word: str) -> frozenset[str]:
    return frozenset({_plain(word, _INDONESIAN)})


_JAPANESE_WORD = re.compile(
    "(?:(?:[kgsztdnhbpmrjfyw]|ch|sh|ts|[kgnhbpmrtd]y|sy|ty|zy)?[aiueo]h?|n|m(?=[bp])|kk|ss|tt|pp)+"
)
_JAPANESE = (
    ("oh(?![aiueo])|ou|oo|o-", "o"), ("uu", "u"), ("si|shi", "shi"), ("sy", "sh"), ("ti|chi", "chi"), ("ty", "ch"),
    ("tu|tsu", "tsu"), ("hu|fu", "fu"), ("zi|ji|di", "ji"), ("zy|jy", "j"), ("m(?=[bp])", "n"),
)  # fmt: skip


@lru_cache(4096)
def _japanese(word: str) -> frozenset[str]:
    """Hepburn, Kunrei-shiki, and long vowels written or left out."""
    return frozenset({_plain(word, _JAPANESE)})


_KEYS = {
    Culture.GERMANIC: _germanic,
    Culture.SLAVIC: _slavic,
    Culture.ARABIC: _arabic,
    Culture.KOREAN: _korean,
    Culture.ARMENIAN: _armenian,
    Culture.GREEK: _greek,
    Culture.INDIC: _indic,
    Culture.INDONESIAN: _indonesian,
    Culture.JAPANESE: _japanese,
}
"""In the order in which a spelling is called one of theirs."""
