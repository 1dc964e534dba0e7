"""Forms of names against the register: whom a form may stand for, and whom an article introduces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from checker.facts.facts import Facts
from checker.language.countries import same_country, same_town
from checker.language.names import Likeness, compare
from checker.language.names.fold import fold as plain_name
from checker.language.names.parts import parts
from checker.language.names.slips import slip
from checker.language.names.tables import section
from checker.language.passages import fold
from checker.model.claim import Age, Attribute, Claim, ClaimFile, Entity, Figure

_POSSESSIVES = ("'s", "s'")
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"}
    | {"he", "she", "it", "they", "we", "i", "who", "him", "them"}
)
_BODIES = frozenset({"organization", "group", "programme"})


class Fit(IntEnum):
    """How a form stands to an entity, nearest first."""

    KNOWN = 0  # its name, an alias, or an ordinary short form
    WRITTEN = 1  # another romanisation, or a part left out
    TURNED = 2  # its parts in another order
    MISPRINT = 3
    OTHER = 4


class Match(Struct, frozen=True):
    """A form against one entity, with the reason in an editor's words.

    `exact` says that the form is the name or an alias itself, not a short form of it.
    """

    entity: Entity
    fit: Fit
    why: str
    edits: int = 0
    exact: bool = False


def match(form: str, entity: Entity) -> Match:
    """How far a form is from the nearest of an entity's names.

    A form in a script that the register has no name in cannot be judged, and is taken for known.
    """
    plain = _without_possessive(fold(form).text)
    if not _has_letters(plain) or _is_description(plain, entity):
        return Match(entity, Fit.KNOWN, "no name of its own")
    names = [entity.name, *entity.aliases, *([entity.native] if entity.native else [])]
    alike = [name for name in names if _is_latin(name) == _is_latin(plain)]
    alike = [name for name in alike if plain == fold(name).text or not _is_short(name, entity)]
    nearest = min(
        (_against(plain, name, entity) for name in alike or names),
        key=lambda found: (found.fit, found.edits, not found.exact),
    )
    if nearest.fit is Fit.OTHER and not alike:
        return Match(entity, Fit.KNOWN, "a name in another script")
    return nearest if nearest.fit < Fit.OTHER else _read_aloud(plain, entity) or nearest


def _read_aloud(form: str, entity: Entity) -> Match | None:
    """A form that the name in its own script reads as: Li Jiacheng for 李嘉誠, Lee Ka-shing."""
    from checker.language.names.scripts import romanise

    if entity.native is None or _is_latin(entity.native) or not _is_latin(form):
        return None
    turned = entity.order == "family-first"
    found = compare(form, romanise(entity.native), family_first=turned, kind=entity.type)
    if found.likeness not in (Likeness.SAME, Likeness.SPELLING):
        return None
    return Match(entity, Fit.WRITTEN, f"another reading of {entity.native}")


def _without_possessive(form: str) -> str:
    for ending in _POSSESSIVES:
        if form.endswith(ending):
            return form[: -len(ending)] + ("s" if ending == "s'" else "")
    return form


def _has_letters(form: str) -> bool:
    return any(char.isalpha() for char in form)


def _is_description(form: str, entity: Entity) -> bool:
    """`the ministry`, `her brother`: words without a capital name nobody."""
    if form != form.lower() or not _is_latin(form) or entity.name == entity.name.lower():
        return False
    return entity.type != "person" or form.split(maxsplit=1)[0] in _DETERMINERS


def _is_latin(form: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "LATIN") for c in form if c.isalpha())


def _is_short(alias: str, entity: Entity) -> bool:
    """Whether an alias is only a part of the name (`Director Liu`) or its initials (`NIH`).

    Nothing but the alias itself is measured by it: any other institute has the same initials.
    """
    if alias == entity.name:
        return False
    if entity.type != "person":
        return len(alias.split()) == 1 < len(entity.name.split()) and alias.isupper()
    short, whole = parts(alias).words, parts(entity.name).words
    return len(short) < len(whole) and set(short) <= set(whole)


def _against(form: str, name: str, entity: Entity) -> Match:
    turned = entity.order == "family-first"
    found = compare(form, name, native=entity.native, family_first=turned, kind=entity.type)
    if found.likeness is Likeness.SAME:
        return Match(entity, Fit.KNOWN, found.why, exact=True)
    if found.short and _is_ordinary_short(form, name, entity):
        return Match(entity, Fit.KNOWN, found.why)
    if found.likeness is Likeness.OTHER:
        return _by_what_it_is(form, name, entity) or Match(entity, Fit.OTHER, found.why)
    return Match(entity, _FITS[found.likeness], found.why, found.edits)


def _by_what_it_is(form: str, name: str, entity: Entity) -> Match | None:
    """What a form is of its entity by its sort: an office with a surname, a nation, a part."""
    if entity.type == "person":
        if parts(form).generation and not parts(name).generation:
            return _junior(form, name, entity)
        rest = _without_office(form)
        if rest == "":
            return Match(entity, Fit.KNOWN, "an office, and no name")
        return _against(rest, name, entity) if rest else None
    if entity.type == "place" and same_country(form, name):
        return Match(entity, Fit.KNOWN, "its people or its adjective")
    if entity.type == "place" and same_town(form, name):
        return Match(entity, Fit.WRITTEN, "its name in another language or of another time")
    if _names_in_part(form, name, entity):
        return Match(entity, Fit.WRITTEN, "a part of the name, or the name with an addition")
    return None


def _junior(form: str, name: str, entity: Entity) -> Match:
    """`King, Jr.` for one who is registered without it: a part of the name, were it all that differs."""
    found = _against(form.rpartition(" ")[0].rstrip(", "), name, entity)
    if found.fit > Fit.WRITTEN:
        return found
    return Match(entity, Fit.WRITTEN, "the register has no generation")


def _without_office(form: str) -> str | None:
    """The name behind the words of an office (`Party chief Huang`); None where there are none."""
    words = form.split()
    office = section("offices.txt", "office")
    names = (at for at, word in enumerate(words) if not office >= _plain_words(word))
    place = next(names, len(words))
    return " ".join(words[place:]) if place else None


def _plain_words(word: str) -> set[str]:
    """The words of a word: `ex-President` has two."""
    return {plain_name(part) for part in word.split("-")}


_FITS = {
    Likeness.SPELLING: Fit.WRITTEN,
    Likeness.ORDER: Fit.TURNED,
    Likeness.MISPRINT: Fit.MISPRINT,
    Likeness.OTHER: Fit.OTHER,
}


def _is_ordinary_short(form: str, name: str, entity: Entity) -> bool:
    """A surname or a given name alone, with or without a title; the initials of a body."""
    if entity.type != "person" or not _is_latin(form):
        return True
    short, whole = parts(form).words, parts(name).words
    return len(short) < len(whole) and (
        whole[: len(short)] == short or whole[-len(short) :] == short
    )


def _names_in_part(form: str, name: str, entity: Entity) -> bool:
    """Whether a form names its entity by some of its words: `Guangdong Province`, `the Commission`.

    A body with a word more or less is another body, but one word of it (`Goldman`) may stand for it.
    """
    ours, theirs = (set(fold(each).lower.split()) - {"the"} for each in (form, name))
    if entity.type == "organization":
        return len(ours) == 1 and ours < theirs
    return ours <= theirs or theirs <= ours


def comparable(a: Entity, b: Entity) -> bool:
    """Whether two entities could be taken for one another by their names."""
    return a.id != b.id and (a.type == b.type or {a.type, b.type} <= _BODIES)


def told_apart(a: Entity, b: Entity) -> bool:
    """Whether the register says that two entities are distinct."""
    return b.id in a.distinct_from or a.id in b.distinct_from


def people_of(claim: Claim) -> Iterator[str]:
    """The entities that a claim is about or names, in the order of its keys."""
    yield from (entity for entity in claim.names.values() if entity)
    if claim.speaker:
        yield claim.speaker
    said = claim.asserts
    if isinstance(said, (Age, Attribute)):
        yield said.subject
    elif isinstance(said, Figure):
        yield from (entity for entity in (said.subject, said.place) if entity)


def introduced(file: ClaimFile, facts: Facts) -> dict[str, Entity]:
    """The entities that an article's claims are about or name, in their order."""
    found: dict[str, Entity] = {}
    for claim in file.claims:
        for each in people_of(claim):
            if each in facts.entities:
                found.setdefault(each, facts.entities[each])
    return found


def candidates(form: str, file: ClaimFile, facts: Facts) -> list[Match]:
    """Whom of the entities that the article introduces a form could stand for, likeliest first."""
    if not _is_name(form):
        return []
    found = [resembling(form, entity) for entity in introduced(file, facts).values()]
    possible = [each for each in found if each.fit < Fit.OTHER]
    return sorted(possible, key=lambda each: (each.fit, each.edits))


def resembling(form: str, entity: Entity) -> Match:
    """As `match`, but one letter off a part of a name is a misprint, be it a name of its own."""
    found = match(form, entity)
    if found.fit < Fit.OTHER or len(form.split()) > 1:
        return found
    slips = (slip(plain_name(form), plain_name(word), 1) for word in entity.name.split())
    return next(
        (Match(entity, Fit.MISPRINT, each.why, each.edits) for each in slips if each), found
    )


def _is_name(form: str) -> bool:
    return form != form.lower() or not _is_latin(form)
