"""Chinese and Korean names: a family name of one or two syllables and a given name that is one word.

How a syllable is cut off, joined or hyphenated says nothing; whether a syllable exists does.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from checker.language.names.cultures import Culture, is_korean, same_in
from checker.language.names.han import readings_in_cantonese
from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.mandarin import is_pinyin, is_syllable, same_in_wade_giles, splits
from checker.language.names.pairing import DIFFERENT, EQUAL, Grade, Pair
from checker.language.names.romanisation import cantonese
from checker.language.names.slips import ALIKE, slip, weight
from checker.language.names.surnames import can_be_one_surname, is_surname, surnames_of
from checker.language.names.tables import families

Judge = Callable[[tuple[str, ...], tuple[str, ...]], Pair]
"""Compares the words of two family names, or of two given names."""


class System(Struct, frozen=True):
    """How the names of one language are compared."""

    is_family: Callable[[str], bool]
    is_given: Callable[[str], bool]
    family: Judge
    given: Judge
    elsewhere: Judge
    """Family names where the given name shows that the form is in another romanisation."""


def compare_family_given(
    form: tuple[str, ...], name: tuple[str, ...], native: str | None, family_first: bool
) -> Comparison | None:
    """Compare with a Chinese or Korean name; None where the name is neither, or the form of no such shape."""
    system = _system(name, native)
    if system is None:
        return None
    turned = not system.is_family(name[0]) or not system.is_given("".join(name[1:]))
    if turned and family_first:
        turned = False
    family, given = (name[-1:], name[:-1]) if turned else (name[:1], name[1:])
    if len(form) == 1:
        return _alone(form, family, given, system)
    best: Comparison | None = None
    for reading, ours_turned in ((form, False), ((form[-1], *form[:-1]), True)):
        ours, theirs = system.family(reading[:1], family), system.given(reading[1:], given)
        if ours.grade is Grade.DIFFERENT and theirs.grade is Grade.VARIANT:
            ours = system.elsewhere(reading[:1], family)
        pairs = (ours, theirs)
        found = _together(pairs, ours_turned != turned)
        if best is None or found.likeness.distance < best.likeness.distance:
            best = found
    return best


def _system(name: tuple[str, ...], native: str | None) -> System | None:
    if len(name) < 2 or len(name) > 4:
        return None
    for system, script in ((_CHINESE, ("\u3400", "\u9fff")), (_KOREAN, ("\uac00", "\ud7a3"))):
        shaped = any(
            system.is_family(family) and system.is_given("".join(given))
            for family, given in ((name[0], name[1:]), (name[-1], name[:-1]))
        )
        written = native is None or any(script[0] <= c <= script[1] for c in native)
        if shaped and written:
            return system
    return None


def _together(pairs: tuple[Pair, Pair], other_order: bool) -> Comparison:
    worst = max(pairs, key=lambda p: p.grade)
    why = "; ".join(p.why for p in pairs if p.why)
    edits = sum(p.edits for p in pairs)
    if worst.grade is Grade.DIFFERENT or edits > 3:
        return Comparison(Likeness.OTHER, why or "another name")
    if worst.grade is Grade.SLIP:
        return Comparison(Likeness.MISPRINT, why, edits=edits)
    if other_order:
        return Comparison(Likeness.ORDER, "the same parts in another order")
    if worst.grade is Grade.EQUAL:
        return Comparison(Likeness.SAME, "the same name")
    return Comparison(Likeness.SPELLING, why)


def _alone(
    form: tuple[str, ...], family: tuple[str, ...], given: tuple[str, ...], system: System
) -> Comparison:
    """One word: the family name alone, the given name alone, or all of it without a space."""
    whole = "".join(form)
    if whole in ("".join(family + given), "".join(given + family)):
        return Comparison(Likeness.SAME, "the same name")
    ours, theirs = system.family(form, family), system.given(form, given)
    part, left = (ours, given) if ours.grade <= theirs.grade else (theirs, family)
    left_out = f"{' '.join(left).title()} is left out"
    if part.grade is Grade.DIFFERENT:
        return Comparison(Likeness.OTHER, ours.why or "no part of the name")
    if part.grade is Grade.SLIP:
        return Comparison(Likeness.MISPRINT, part.why, edits=part.edits)
    if part.grade is Grade.EQUAL:
        return Comparison(Likeness.SPELLING, left_out, short=True)
    return Comparison(Likeness.SPELLING, f"{part.why}; {left_out}")


def _chinese_family(form: tuple[str, ...], name: tuple[str, ...]) -> Pair:
    """Two syllables of pinyin are two surnames, unless Wade–Giles writes one as the other."""
    ours, theirs = "".join(form), "".join(name)
    if ours == theirs:
        return EQUAL
    if same_in_wade_giles(form, name) or not (is_surname(ours) and is_surname(theirs)):
        found = _chinese_elsewhere(form, name)
        if found.grade is Grade.VARIANT:
            return found
    found_slip = slip(ours, theirs, most=1)
    if is_syllable(ours) or (found_slip is None and surnames_of(ours)):
        return Pair(Grade.DIFFERENT, f"{ours.title()} is another surname than {theirs.title()}")
    if found_slip is None:
        return DIFFERENT
    return Pair(Grade.SLIP, f"{found_slip.why}, and no syllable of pinyin", found_slip.edits)


def _chinese_elsewhere(form: tuple[str, ...], name: tuple[str, ...]) -> Pair:
    ours, theirs = "".join(form), "".join(name)
    if can_be_one_surname(ours, theirs):
        return Pair(Grade.VARIANT, f"{ours.title()} and {theirs.title()} can be one surname")
    return Pair(Grade.DIFFERENT, f"{ours.title()} is another surname than {theirs.title()}")


def _chinese_given(form: tuple[str, ...], name: tuple[str, ...]) -> Pair:
    ours, theirs = "".join(form), "".join(name)
    if ours == theirs:
        return EQUAL
    if same_in_wade_giles(form, name) or _cantonese(form, theirs) or _cantonese(name, ours):
        return Pair(
            Grade.VARIANT, f"{' '.join(form).title()} is {theirs.title()} in another romanisation"
        )
    if _initials(form, theirs) or _initials(name, ours):
        return Pair(Grade.SHORT, "initials")
    real = is_pinyin(ours) and is_pinyin(theirs)
    unlike = len(ours) == len(theirs) and weight(ours, theirs) > ALIKE
    if real and (unlike or min(len(ours), len(theirs)) <= 4):
        return Pair(Grade.DIFFERENT, f"{ours.title()} and {theirs.title()} are two given names")
    return _slipped(ours, theirs, 1 if real else None)


def _cantonese(form: tuple[str, ...], mandarin: str) -> bool:
    """Whether the syllables can be the Cantonese readings of characters read so in Mandarin."""
    return any(
        len(split) == len(form)
        and all(ours in cantonese_of(theirs) for ours, theirs in zip(form, split, strict=True))
        for split in splits(mandarin)
    )


def cantonese_of(syllable: str) -> frozenset[str]:
    """How the characters of a pinyin syllable are spelled in Cantonese."""
    return frozenset(
        spelling for reading in readings_in_cantonese(syllable) for spelling in cantonese(reading)
    )


def _initials(form: tuple[str, ...], name: str) -> bool:
    """Whether the form is the initials of the syllables: J. C. or J. for Jianchao."""
    if any(len(word) > 1 for word in form):
        return len(form) == 1 and len(form[0]) == 2 and _initials(tuple(form[0]), name)
    return any(
        all(letter == syllable[0] for letter, syllable in zip(form, split, strict=False))
        for split in splits(name)
        if len(form) <= len(split)
    )


def _slipped(ours: str, theirs: str, most: int | None) -> Pair:
    found = slip(ours, theirs, most)
    return DIFFERENT if found is None else Pair(Grade.SLIP, found.why, found.edits)


def _korean_family(form: tuple[str, ...], name: tuple[str, ...]) -> Pair:
    ours, theirs = "".join(form), "".join(name)
    if ours == theirs:
        return EQUAL
    known = families("korean_surnames.txt")
    if known.get(ours, frozenset()) & known.get(theirs, frozenset()):
        return Pair(Grade.VARIANT, f"{ours.title()} and {theirs.title()} can be one surname")
    if ours in known:
        return Pair(Grade.DIFFERENT, f"{ours.title()} is another surname than {theirs.title()}")
    return _slipped(ours, theirs, 1)


def _korean_given(form: tuple[str, ...], name: tuple[str, ...]) -> Pair:
    ours, theirs = "".join(form), "".join(name)
    if ours == theirs:
        return EQUAL
    if same_in(ours, theirs, frozenset({Culture.KOREAN})):
        return Pair(
            Grade.VARIANT,
            f"{' '.join(form).title()} is {' '.join(name).title()} in another romanisation",
        )
    if [w[0] for w in form] == [w[0] for w in name] and all(len(w) == 1 for w in form):
        return Pair(Grade.SHORT, "initials")
    if len(form) == len(name) and any(not set(a) & set(b) for a, b in zip(form, name, strict=True)):
        return Pair(
            Grade.DIFFERENT,
            f"{' '.join(form).title()} and {' '.join(name).title()} are two given names",
        )
    return _slipped(ours, theirs, None)


_CHINESE = System(is_surname, is_pinyin, _chinese_family, _chinese_given, _chinese_elsewhere)
_KOREAN = System(
    lambda w: w in families("korean_surnames.txt"),
    is_korean,
    _korean_family,
    _korean_given,
    _korean_family,
)
