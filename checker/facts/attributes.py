"""Attributes as facts: their values resolved, and the days for which they are claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.language.names.fold import words
from checker.language.types import When
from checker.model.claim import Attribute, Claim

if TYPE_CHECKING:
    from checker.facts.facts import Facts

_ARTICLES = frozenset({"a", "an", "the"})
_SEXES = {
    **dict.fromkeys(("male", "man", "boy", "m", "he", "masculine", "男"), "male"),
    **dict.fromkeys(("female", "woman", "girl", "f", "she", "feminine", "女"), "female"),
}
_SLUG = re.compile(r"[\s_]+")


class Held(Struct, frozen=True, eq=False):
    """One claim of an attribute; `first` and `last` are the days that it is claimed for.

    Both are None where nothing tells the time, and the outermost days where it is vague; `own`
    says that the claim gives a period itself.
    """

    claim: Claim
    said: Attribute
    first: int | None
    last: int | None
    own: bool

    @property
    def timed(self) -> bool:
        """Whether it is known when it holds."""
        return self.first is not None or self.last is not None


def held(facts: Facts) -> Iterator[Held]:
    """Every attribute of the tree that no later claim corrects, in file order."""
    for claim in facts.saying.get(Attribute, ()):
        assert isinstance(claim.asserts, Attribute)
        first, last = _days(claim, claim.asserts, facts)
        yield Held(claim, claim.asserts, first, last, claim.asserts.period is not None)


def name_of(attribute: str) -> str:
    """An attribute's slug in one spelling."""
    return _SLUG.sub("-", attribute.strip().lower())


def _days(claim: Claim, said: Attribute, facts: Facts) -> tuple[int | None, int | None]:
    when = facts.read_period(claim, said.period) if said.period else facts.published(claim.file)
    return (None, None) if when is None else _ends(when)


def _ends(when: When) -> tuple[int | None, int | None]:
    if when.span is not None:
        start, end = when.span.start.days, when.span.end.days
        return (None if start.empty else start.first), (None if end.empty else end.last)
    if when.days is None or when.days.empty:
        return None, None
    return when.days.first, when.days.last


def meet(a: Held, b: Held) -> bool:
    """Whether both are claimed for some day; what has no known time meets nothing."""
    if not a.timed or not b.timed:
        return False
    starts_in_time = a.first is None or b.last is None or a.first <= b.last
    return starts_in_time and (b.first is None or a.last is None or b.first <= a.last)


def agree(ours: str, theirs: str, facts: Facts, attribute: str = "") -> bool:
    """Whether two values can both hold: they are one, or one contains the other.

    A value may be an entity's id: then its names count, and what it lies in or belongs to.
    """
    if attribute == "gender":
        return _sex(ours) == _sex(theirs)
    if _is_above(ours, theirs, facts) or _is_above(theirs, ours, facts):
        return True
    return any(
        _contains(one, other) or _contains(other, one)
        for one in names_of(ours, facts)
        for other in names_of(theirs, facts)
    )


def any_agree(ours: Attribute, theirs: Attribute, facts: Facts, attribute: str = "") -> bool:
    """Whether a value of one attribute agrees with one of the other."""
    return any(agree(a, b, facts, attribute) for a in ours.values for b in theirs.values)


def names_of(value: str, facts: Facts) -> list[tuple[str, ...]]:
    """The words of a value, and of the entity's names where it is an id."""
    entity = facts.entities.get(value)
    texts = [entity.name, *entity.aliases, entity.native or ""] if entity else [value]
    return [found for text in texts if (found := _plain(text))]


def _plain(text: str) -> tuple[str, ...]:
    found = words(text) or tuple(text.split())
    return tuple(word for word in found if word not in _ARTICLES) or found


def _sex(value: str) -> str:
    return _SEXES.get(value.strip().lower(), value.strip().lower())


def _is_above(outer: str, inner: str, facts: Facts) -> bool:
    return outer in facts.entities and outer in facts.entities_above(inner)


def _contains(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    """Whether the words of one stand together in the other."""
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
