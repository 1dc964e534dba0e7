"""Two names of persons: their parts paired, and what the pairs come to."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from checker.language.names.cultures import Culture, cultures_of
from checker.language.names.family_given import compare_family_given
from checker.language.names.fold import words
from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.pairing import Grade, Pair, pair, variant
from checker.language.names.parts import Parts, is_particle, parts
from checker.language.names.slips import single


class Alignment(Struct, frozen=True):
    """The pairs of parts (place in form, place in name, verdict) and the parts left on either side."""

    pairs: tuple[tuple[int, int, Pair], ...]
    form_rest: tuple[str, ...]
    name_rest: tuple[str, ...]
    letters: int
    """How long the form is without its spaces."""


def compare_persons(
    form: str, name: str, native: str | None = None, family_first: bool = False
) -> Comparison:
    """Compare two names of persons in Latin letters."""
    found = _compare_parts(parts(form), parts(name), form, native, family_first)
    if found.likeness is not Likeness.OTHER:
        return found
    ours, theirs = words(form), words(name)
    if "".join(ours) == "".join(theirs) != "":
        return Comparison(Likeness.SAME, "the same name")
    if ours[:1] == theirs[:1]:  # Hafiz Saeed and Hafiz Muhammad Saeed
        titled = parts(form, titles=True), parts(name, titles=True)
        return _compare_parts(*titled, form, native, family_first)
    return found


def _compare_parts(
    ours: Parts, theirs: Parts, form: str, native: str | None, family_first: bool
) -> Comparison:
    if not ours.words or not theirs.words:
        return Comparison(Likeness.OTHER, f"{form!r} is no name")
    both = bool(ours.generation and theirs.generation)
    if ours.generation != theirs.generation and (both or ours.generation == "jr"):
        return Comparison(Likeness.OTHER, _two_generations(ours, theirs))
    if _reigns(ours, theirs) or _reigns(theirs, ours):
        return Comparison(Likeness.OTHER, "a numeral stands for no surname")
    found = _compare_words(ours.words, theirs.words, native, family_first)
    if ours.generation == theirs.generation or found.likeness is not Likeness.SAME:
        return found
    left = (ours.generation or theirs.generation).title()
    return Comparison(Likeness.SPELLING, f"{left} is left out or added", short=True)


def _reigns(one: Parts, other: Parts) -> bool:
    """Whether one is a given name and a numeral (Henry VIII) and the other has a surname instead."""
    numbered = one.generation not in {"", "jr", "sr"} and len(one.words) == 1
    return numbered and not other.generation and len(other.words) > 1


def _two_generations(form: Parts, name: Parts) -> str:
    if name.generation:
        return f"{form.generation.title()} and {name.generation.title()} are two people"
    return "Jr is another generation than the name without it"


def _compare_words(
    form: tuple[str, ...], name: tuple[str, ...], native: str | None, family_first: bool
) -> Comparison:
    if form == name:
        return Comparison(Likeness.SAME, "the same name")
    if _other_initials(form, name):
        return Comparison(Likeness.OTHER, "the initials differ")
    eastern = compare_family_given(form, name, native, family_first)
    if eastern is not None and eastern.likeness is not Likeness.OTHER:
        return eastern
    cultures = cultures_of((*form, *name), native)

    def alike(word: str, another: str) -> bool:
        return single(word) == single(another) or variant(word, another, cultures) is not None

    one, other = joined(_initials_apart(form, name), _initials_apart(name, form), alike)
    western = verdict(align(one, other, cultures), _names_fathers(form) and _names_fathers(name))
    if eastern is not None and (western.likeness is Likeness.MISPRINT or len(form) == 1):
        return eastern
    if (
        western.likeness is Likeness.OTHER and len(form) > 1
    ):  # the register may write Chiang Kai-shek
        turned = compare_family_given(name, form, native, family_first=False)
        if turned is not None and turned.likeness in (Likeness.SPELLING, Likeness.ORDER):
            return turned
    return western


FIELD = 20
"""Letters of a name that fill a short field of a form or table."""

Alike = Callable[[str, str], bool]
"""Whether two words may be taken for one."""


def joined(
    one: tuple[str, ...], other: tuple[str, ...], alike: Alike = str.__eq__
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both names with the words joined that the other writes as one (Jong un, Jongun)."""
    if "".join(one) == "".join(other):
        return (("".join(one),), ("".join(one),))
    return _joined(one, other, alike), _joined(other, one, alike)


def _joined(found: tuple[str, ...], wanted: tuple[str, ...], alike: Alike) -> tuple[str, ...]:
    made: list[str] = []
    place = 0
    while place < len(found):
        for size in (3, 2):
            together = "".join(found[place : place + size])
            fits = place + size <= len(found) and not set(found[place : place + size]) & set(wanted)
            if fits and any(alike(together, word) for word in wanted):
                break
        else:
            size, together = 1, found[place]
        made.append(together)
        place += size
    return tuple(made)


def _initials_apart(form: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """JR as j, r where the name has two words with these initials next to one another."""
    initials = "".join(word[0] for word in name)
    made: list[str] = []
    for word in form:
        run = 2 <= len(word) <= 4 and word in initials and word not in name
        made.extend(word if run else (word,))
    return tuple(made)


def align(form: tuple[str, ...], name: tuple[str, ...], cultures: frozenset[Culture]) -> Alignment:
    """Pair the parts, nearest first; of equally near ones those in like places."""
    possible = [
        (judged, i, j)
        for i, ours in enumerate(form)
        for j, theirs in enumerate(name)
        if (judged := pair(ours, theirs, cultures)).grade < Grade.DIFFERENT
    ]
    possible.sort(key=lambda p: (p[0].grade, p[0].edits, abs(p[1] - p[2]), p[1], p[2]))
    taken: list[tuple[int, int, Pair]] = []
    for judged, i, j in possible:
        if all(i != a and j != b for a, b, _ in taken):
            taken.append((i, j, judged))
    ours_left = tuple(w for i, w in enumerate(form) if all(i != a for a, _, _ in taken))
    theirs_left = tuple(w for j, w in enumerate(name) if all(j != b for _, b, _ in taken))
    taken.sort(key=lambda t: t[:2])
    rests = _content(form, ours_left), _content(name, theirs_left)
    return Alignment(tuple(taken), *rests, sum(map(len, form)))


def _content(words: tuple[str, ...], rest: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in rest if not is_particle(w, words.index(w), len(words)))


def verdict(alignment: Alignment, fathers: bool = False) -> Comparison:
    """What the pairs and the parts left over come to."""
    pairs = alignment.pairs
    strong = [p for _, _, p in pairs if p.grade != Grade.SHORT]
    if not pairs or (not strong and len(pairs) < 2):
        return Comparison(Likeness.OTHER, "no part of the two names agrees")
    if _cut_off(alignment):
        return Comparison(Likeness.SPELLING, f"{_said(alignment.form_rest)} is cut off")
    if alignment.form_rest and alignment.name_rest:
        why = f"{_said(alignment.form_rest)} is no form of {_said(alignment.name_rest)}"
        return Comparison(Likeness.OTHER, why)
    slips = [p for _, _, p in pairs if p.grade == Grade.SLIP]
    if slips:
        return _slips(slips, pairs, bool(alignment.form_rest or alignment.name_rest))
    places = [b for _, b, _ in pairs]
    if places != sorted(places):
        if fathers:
            return Comparison(Likeness.OTHER, "son and father change places")
        return Comparison(Likeness.ORDER, "the same parts in another order")
    variants = [p.why for _, _, p in pairs if p.grade in (Grade.VARIANT, Grade.SHORT)]
    short = not variants and bool(alignment.form_rest or alignment.name_rest)
    left = alignment.name_rest or alignment.form_rest
    if left:
        variants.append(f"{_said(left)} is {'left out' if alignment.name_rest else 'added'}")
    if not variants:
        return Comparison(Likeness.SAME, "the same name")
    return Comparison(Likeness.SPELLING, "; ".join(variants), short)


def _other_initials(form: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether given name and surname agree and the initials between do not (George W., George H. W.)."""
    ours, theirs = ({w for w in words if len(w) == 1} for words in (form, name))
    return bool(ours and theirs) and ours != theirs and len((set(form) & set(name)) - ours) >= 2


def _names_fathers(words: tuple[str, ...]) -> bool:
    """Whether the order of the names says who is whose son: Ahmad bin Hasan."""
    return any(word in {"bin", "ibn", "ben", "bint", "binti", "ould"} for word in words[1:-1])


def _cut_off(alignment: Alignment) -> bool:
    """Whether a long name ends in the middle of its last word, as in a field that is too short."""
    if len(alignment.form_rest) != 1 or len(alignment.name_rest) != 1:
        return False
    if len(alignment.pairs) < 3 and (alignment.letters < FIELD or len(alignment.form_rest[0]) < 6):
        return False
    return alignment.name_rest[0].startswith(alignment.form_rest[0])


def _slips(
    slips: list[Pair], pairs: tuple[tuple[int, int, Pair], ...], incomplete: bool
) -> Comparison:
    """A slip, unless it is too much of one: where a part is left out as well, of several letters."""
    edits = sum(p.edits for p in slips)
    if incomplete and len(pairs) > 1 and edits > 1 and edits * 5 > sum(p.letters for p in slips):
        return Comparison(Likeness.OTHER, "too many letters differ for a slip")
    nothing_exact = len(pairs) > 1 and len(slips) == len(pairs)
    if edits > 3 or (nothing_exact and edits * 5 > sum(p.letters for p in slips)):
        return Comparison(Likeness.OTHER, "too many letters differ for a slip")
    return Comparison(Likeness.MISPRINT, "; ".join(p.why for p in slips), edits=edits)


def _said(rest: tuple[str, ...]) -> str:
    return " ".join(word.capitalize() for word in rest)
