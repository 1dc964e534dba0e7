"""Names in other scripts, in Latin letters.

Cyrillic after BGN/PCGN (Russian 1947, Ukrainian 2019), Greek after ELOT 743, Hangul after the
Revised Romanization (2000), Georgian after the national system (2002), Armenian after BGN/PCGN (1981), kana after Hepburn, Arabic and Hebrew by their consonants, Chinese
characters in pinyin. Our own tables: those of `unidecode` and `anyascii` serve any text and not the
spelling of names (they have no readings of surnames and no final ye or soft sign).
"""

from __future__ import annotations

import re
import unicodedata

from checker.language.names.fold import LONGEST
from checker.language.names.han import pinyin
from checker.language.names.palladius import pinyin_of
from checker.language.names.surnames import pinyin_of_surname

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
    "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ب": "b", "پ": "p", "ت": "t", "ة": "a",
    "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ك": "k", "ک": "k",
    "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة‎": "a", "و": "w", "ي": "y", "ی": "y", "ى": "a", "ٹ": "t", "ڈ": "d",
    "ڑ": "r", "ں": "n", "ے": "e", "ہ": "h", "ھ": "h", "ـ": "", "‌": "",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k", "ך": "k",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_KANA_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト",
    "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ",
    "r": "ラリルレロ",
}  # fmt: skip
_KANA = {
    **{kana: head + vowel for head, row in _KANA_ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)},
    "シ": "shi", "ジ": "ji", "チ": "chi", "ツ": "tsu", "ヂ": "ji", "ヅ": "zu", "フ": "fu", "ヤ": "ya", "ユ": "yu", "ヨ": "yo",
    "ワ": "wa", "ヲ": "o", "ン": "n", "ヴ": "vu", "ー": "", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o",
}  # fmt: skip
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o"}
_GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k", "ლ": "l", "მ": "m",
    "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q",
    "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h",
}  # fmt: skip
_ARMENIAN = {
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "y", "թ": "t", "ժ": "zh", "ի": "i", "լ": "l",
    "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh", "ճ": "ch", "մ": "m", "յ": "y", "ն": "n", "շ": "sh",
    "ո": "o", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "v", "փ": "p",
    "ք": "k", "և": "ev", "օ": "o", "ֆ": "f",
}  # fmt: skip
_LATIN = {**_CYRILLIC, **_GREEK, **_ARABIC, **_HEBREW, **_GEORGIAN, **_ARMENIAN}
_HANGUL_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", ".", "j", "jj", "ch", "k", "t", "p", "h")  # fmt: skip
_HANGUL_VOWELS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")  # fmt: skip
_HANGUL_FINALS = (".", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_KANA_RUN = re.compile("[\u3041-\u3096\u30a1-\u30fc]+")
_INDIC = re.compile("[\u0900-\u0d7f]+")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u058f\u0590-\u06ff\u10d0-\u10ff]")
_UNREAD = re.compile(
    "[\u0700-\u074f\u0780-\u08ff\u0d80-\u109f\u1200-\u1cff\ua4d0-\ua6ff\ua840-\uabff]"
)
"""Syriac, Sinhala, Thai, Lao, Tibetan, Burmese, Ethiopic, Khmer, Mongolian and others."""
_CONSONANTAL = re.compile("[\u0590-\u06ff\u0750-\u077f]")


def is_latin(text: str) -> bool:
    """Whether no letter of the text is of a script that we read."""
    return not any(form.search(text) for form in (_HAN, _HANGUL, _KANA_RUN, _INDIC, _FOREIGN))


def is_unread(text: str) -> bool:
    """Whether the text is in a script that we do not turn into Latin letters."""
    return not text.isascii() and _UNREAD.search(text) is not None


def is_syllabic(text: str) -> bool:
    """Whether the text is in a script of syllables (Hangul, kana), which writes foreign names by ear."""
    return _HANGUL.search(text) is not None or _KANA_RUN.search(text) is not None


def is_consonantal(text: str) -> bool:
    """Whether the text is in a script that leaves out vowels (Arabic, Hebrew)."""
    return _CONSONANTAL.search(text) is not None


def has_han(text: str) -> bool:
    """Whether Chinese characters are in it (also those of Japanese names)."""
    return _HAN.search(text) is not None


def romanise(text: str) -> str:
    """The text in Latin letters; letters of scripts that we do not read stay."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    text = _HANGUL.sub(lambda m: _family_apart([_hangul(c) for c in m.group()], 1), text)
    text = _INDIC.sub(lambda m: _indic(m.group()), text)
    text = _KANA_RUN.sub(lambda m: _kana(m.group()), text)
    text = _HAN.sub(lambda m: _chinese(m.group()), text)
    text = re.sub("ου|Ου|ού", "ou", text)
    text = re.sub("[Дд]ж", "j", text)
    text = re.sub("[Ոո][Ււ]", "u", text)
    if not _FOREIGN.search(text):
        return text
    made = "".join(_latin(c) for c in text)
    return re.sub(r"(?<=[iy])y\b", "", made)


def readings(text: str) -> tuple[str, ...]:
    """The ways to read a text in Latin letters: letter by letter, and a Russian one as a Chinese name."""
    found = [pinyin_of(word) for word in text[:LONGEST].split()]
    plain = romanise(text)
    if _INDIC.search(text):
        return plain, re.sub(
            r"(?<=[^aeiou])a\b", "", plain
        )  # the last a of a word is mostly silent
    return (plain, " ".join(w for w in found if w)) if found and all(found) else (plain,)


def _latin(character: str) -> str:
    low = character.lower()
    if low in _LATIN:
        return _LATIN[low]
    plain = unicodedata.normalize("NFD", low)[:1]
    return _LATIN.get(plain, character)


def _family_apart(syllables: list[str], family: int) -> str:
    """The family name's syllables, a space, the given name's; a lone syllable stays."""
    return " ".join(filter(None, ("".join(syllables[:family]), "".join(syllables[family:]))))


def _hangul(character: str) -> str:
    number = ord(character) - 0xAC00
    sounds = (
        _HANGUL_INITIALS[number // 588],
        _HANGUL_VOWELS[number % 588 // 28],
        _HANGUL_FINALS[number % 28],
    )
    return "".join(sounds).replace(".", "")


def _indic(word: str) -> str:
    """By the names that Unicode gives the letters; a consonant has an a unless a vowel sign follows."""
    made = ""
    for c in word:
        name = unicodedata.name(c, "")
        sound = name.rpartition(" ")[2].lower()
        if "VOWEL SIGN" in name:
            made = made.removesuffix("a") + sound
        elif "VIRAMA" in name:
            made = made.removesuffix("a")
        elif "ANUSVARA" in name or "CANDRABINDU" in name:
            made += "n"
        elif " LETTER " in name:
            made += sound
    return made


def _kana(text: str) -> str:
    katakana = "".join(chr(ord(c) + 0x60) if c <= "\u3096" else c for c in text)
    made = ""
    for c in katakana:
        if c in _SMALL_Y:
            glide = "" if made[-2:-1] in {"h", "j"} and made[-3:] != "hhi" else "y"
            made = made[:-1] + glide + _SMALL_Y[c]
        elif c == "ッ":
            continue
        else:
            made += _KANA.get(c, c)
    return made


def _chinese(characters: str) -> str:
    """Pinyin, the surname read as surnames are; `v` for ü as in the tables."""
    size, surname = pinyin_of_surname(characters)
    rest = "".join(pinyin(c) or c for c in characters[size:])
    return f" {surname} {rest} "
