"""Chinese names in Russian: the Palladius system (1888, still the Russian standard), read back as pinyin."""

from __future__ import annotations

import re
from functools import cache

from checker.language.names.mandarin import syllables

_INITIALS = {
    "zh": "чж", "ch": "ч", "sh": "ш", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л",
    "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "i": "и", "u": "у", "v": "юй", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань",
    "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь",
    "iang": "ян", "ing": "ин", "iong": "юн", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь",
    "uang": "уан", "ve": "юэ", "van": "юань", "vn": "юнь",
}  # fmt: skip
_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "yi": "и", "ya": "я", "ye": "е",
    "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн", "yu": "юй", "yuan": "юань",
    "yue": "юэ", "yun": "юнь", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь",
    "wang": "ван", "weng": "вэн", "hui": "хуэй", "huo": "хо", "er": "эр",
}  # fmt: skip
_SPLIT = re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.+)")


def cyrillic(syllable: str) -> str | None:
    """A syllable of pinyin as Palladius writes it."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    match = _SPLIT.fullmatch(syllable)
    if match is None:
        return None
    initial, final = match.groups()
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "v" + final[1:]
    if final not in _FINALS:
        return None
    return _INITIALS.get(initial, "") + _FINALS[final]


@cache
def _readings() -> dict[str, str]:
    return {written: s for s in sorted(syllables()) if (written := cyrillic(s)) is not None}


def pinyin_of(word: str) -> str | None:
    """A Russian word read as Chinese syllables, in pinyin; None where it is not made of them.

    The longest syllables first: Цзиньпин is jin ping, and not ji n ping.
    """
    return _read(word.lower().replace("ъ", "").replace("ё", "е"), 4)


def _read(word: str, most: int) -> str | None:
    if not word:
        return ""
    readings = _readings()
    for end in range(min(7, len(word)), 0, -1) if most else ():
        if word[:end] in readings and (rest := _read(word[end:], most - 1)) is not None:
            return readings[word[:end]] + rest
    return None
