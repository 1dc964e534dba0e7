"""Two names of persons: their parts paired, and what the pairs come to."""

from __future__ import annotations

from dataclasses import dataclass

from checker.language.names.cultures import Culture, cultures_of
from checker.language.names.family_given import compare_family_given
from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.pairing import Grade, Pair, pair
from checker.language.names.parts import is_particle, parts


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of parts (place in form, place in name, verdict) and the parts left on either side."""

    pairs: tuple[tuple[int, int, Pair], ...]
    form_rest: tuple[str, ...]
    name_rest: tuple[str, ...]


def compare_persons(
    form: str, name: str, native: str | None = None, family_first: bool = False
) -> Comparison:
    """Compare two names of persons in Latin letters."""
    ours, theirs = parts(form), parts(name)
    if not ours.words or not theirs.words:
        return Comparison(Likeness.OTHER, f"{form!r} is no name")
    if ours.words == theirs.words and ours.generation == theirs.generation:
        return Comparison(Likeness.SAME, "the same name")
    if ours.generation and theirs.generation and ours.generation != theirs.generation:
        return Comparison(
            Likeness.OTHER, f"{ours.generation} and {theirs.generation} are two people"
        )
    eastern = compare_family_given(ours.words, theirs.words, native, family_first)
    if eastern is not None and eastern.likeness is not Likeness.OTHER:
        return eastern
    cultures = cultures_of((*ours.words, *theirs.words), native)
    alignment = align(*joined(ours.words, theirs.words), cultures)
    western = verdict(alignment)
    if eastern is not None and (western.likeness is Likeness.MISPRINT or len(ours.words) == 1):
        return eastern
    return western


def joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both names with the words joined that the other writes as one (Jong un, Jongun)."""
    if "".join(one) == "".join(other):
        return (("".join(one),), ("".join(one),))
    return _joined(one, frozenset(other)), _joined(other, frozenset(one))


def _joined(found: tuple[str, ...], wanted: frozenset[str]) -> tuple[str, ...]:
    made: list[str] = []
    place = 0
    while place < len(found):
        for size in (3, 2):
            together = "".join(found[place : place + size])
            if place + size <= len(found) and together in wanted:
                break
        else:
            size, together = 1, found[place]
        made.append(together)
        place += size
    return tuple(made)


def align(form: tuple[str, ...], name: tuple[str, ...], cultures: frozenset[Culture]) -> Alignment:
    """Pair the parts, nearest first; of equally near ones those in like places."""
    possible = sorted(
        (judged.grade, judged.edits, abs(i - j), i, j, judged.why)
        for i, ours in enumerate(form)
        for j, theirs in enumerate(name)
        if (judged := pair(ours, theirs, cultures)).grade < Grade.DIFFERENT
    )
    taken: list[tuple[int, int, Pair]] = []
    for grade, edits, _, i, j, why in possible:
        if all(i != a and j != b for a, b, _ in taken):
            taken.append((i, j, Pair(grade, why, edits)))
    ours_left = tuple(w for i, w in enumerate(form) if all(i != a for a, _, _ in taken))
    theirs_left = tuple(w for j, w in enumerate(name) if all(j != b for _, b, _ in taken))
    taken.sort()
    return Alignment(tuple(taken), _content(form, ours_left), _content(name, theirs_left))


def _content(words: tuple[str, ...], rest: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in rest if not is_particle(w, words.index(w), len(words)))


def verdict(alignment: Alignment) -> Comparison:
    """What the pairs and the parts left over come to."""
    pairs = alignment.pairs
    strong = [p for _, _, p in pairs if p.grade != Grade.SHORT]
    if not pairs or (not strong and len(pairs) < 2):
        return Comparison(Likeness.OTHER, "no part of the two names agrees")
    if alignment.form_rest and alignment.name_rest:
        why = f"{_said(alignment.form_rest)} is no form of {_said(alignment.name_rest)}"
        return Comparison(Likeness.OTHER, why)
    slips = [p for _, _, p in pairs if p.grade == Grade.SLIP]
    if slips:
        return _slips(slips, pairs)
    places = [b for _, b, _ in pairs]
    if places != sorted(places):
        return Comparison(Likeness.ORDER, "the same parts in another order")
    variants = [p.why for _, _, p in pairs if p.grade in (Grade.VARIANT, Grade.SHORT)]
    short = not variants and bool(alignment.form_rest or alignment.name_rest)
    left = alignment.name_rest or alignment.form_rest
    if left:
        variants.append(f"{_said(left)} is {'left out' if alignment.name_rest else 'added'}")
    if not variants:
        return Comparison(Likeness.SAME, "the same name")
    return Comparison(Likeness.SPELLING, "; ".join(variants), short)


def _slips(slips: list[Pair], pairs: tuple[tuple[int, int, Pair], ...]) -> Comparison:
    edits = sum(p.edits for p in slips)
    if edits > 3 or (len(slips) > 1 and len(slips) == len(pairs) and edits > 2):
        return Comparison(Likeness.OTHER, "too many letters differ for a slip")
    return Comparison(Likeness.MISPRINT, "; ".join(p.why for p in slips), edits=edits)


def _said(rest: tuple[str, ...]) -> str:
    return " ".join(word.capitalize() for word in rest)
