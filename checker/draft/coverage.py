"""Which figures, dates and names of an article have a claim.

What is to be covered is what `draft` would find. It is covered by a claim whose quote holds it and
that asserts it: the same number, a date or an age there, a name that is mapped or declared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.draft.claims import Draft
from checker.draft.compose import compose
from checker.draft.ordinals import nth
from checker.draft.people import find_cast
from checker.draft.text import sentences
from checker.language.names.fold import fold
from checker.language.passages import find_passage, quote_parts
from checker.language.quantity import read_quantity
from checker.language.unreadable import Unreadable
from checker.model.claim import Age, Claim, ClaimFile, Entity, Figure, Happening
from checker.model.text import ArticleText

# Words: a quote so short claims all that it holds.
_SHORT_QUOTE = 12
# Characters: quotes are looked up by the stretches of the text that they stand in.
_STRETCH = 500


class Item(Struct, frozen=True):
    """A figure, sum of money, date, age or name of a text, from `start` to `end`."""

    kind: str
    start: int
    end: int
    words: str
    covered: bool


class Coverage(Struct, frozen=True):
    """All that an article holds, and what of it has a claim."""

    file: str
    text: ArticleText
    items: tuple[Item, ...]

    @property
    def covered(self) -> int:
        """How many items have a claim."""
        return sum(item.covered for item in self.items)

    @property
    def missing(self) -> tuple[Item, ...]:
        """The items without a claim, in the order of the text."""
        return tuple(item for item in self.items if not item.covered)


def coverage(file: ClaimFile, text: ArticleText, entities: Iterable[Entity]) -> Coverage:
    """What of an article's text the claims of its file cover; `entities` are the whole tree's."""
    draft = compose(text.text)
    quotes = _Quotes(file.claims, text.text)
    items = [
        Item(
            kind, start, end, text.text[start:end], _is_claimed(kind, start, end, text.text, quotes)
        )
        for kind, start, end in _passages(draft)
    ]
    items += _names(draft.text, file, entities)
    return Coverage(file.id, text, tuple(sorted(items, key=lambda item: (item.start, item.kind))))


def missing_claims(draft: Draft, file: ClaimFile) -> list[str]:
    """The ids of the drafted claims that a claim file has none for."""
    quotes = _Quotes(file.claims, draft.text)
    return [
        claim.id
        for claim in draft.claims
        if claim.kind in ("figure", "money", "date", "age")
        and not _is_claimed(claim.kind, *claim.passage, draft.text, quotes)
    ]


def _passages(draft: Draft) -> Iterator[tuple[str, int, int]]:
    for claim in draft.claims:
        if claim.kind in ("figure", "money", "date", "age"):
            yield (claim.kind, *claim.passage)


class _Quotes:
    """What the claims of a file quote of a text, by where it stands."""

    def __init__(self, claims: Iterable[Claim], text: str) -> None:
        self._near: dict[int, list[tuple[int, int, Claim]]] = defaultdict(list)
        for claim in claims:
            for quote in claim.quotes:
                for part in quote_parts(quote):
                    span = find_passage(part, text)
                    if span is not None:
                        self._keep(*span, claim)

    def _keep(self, start: int, end: int, claim: Claim) -> None:
        for stretch in range(start // _STRETCH, end // _STRETCH + 1):
            self._near[stretch].append((start, end, claim))

    def overlapping(self, start: int, end: int) -> Iterator[tuple[int, int, Claim]]:
        """The quotes that share characters with those from `start` up to `end`."""
        for stretch in range(start // _STRETCH, end // _STRETCH + 1):
            for first, last, claim in self._near.get(stretch, ()):
                if first < end and start < last:
                    yield first, last, claim


def _is_claimed(kind: str, start: int, end: int, text: str, quotes: _Quotes) -> bool:
    return any(
        _asserts(kind, text[start:end], text[first:last], claim)
        for first, last, claim in quotes.overlapping(start, end)
    )


def _asserts(kind: str, words: str, quote: str, claim: Claim) -> bool:
    """Whether a claim says the figure or date that stands in its quote."""
    if len(quote.split()) <= _SHORT_QUOTE:
        return True
    asserts = claim.asserts
    if kind == "age":
        return isinstance(asserts, Age)
    if kind == "date":
        timed = isinstance(asserts, Figure) and (asserts.period or asserts.as_of)
        return isinstance(asserts, Happening) or bool(timed) or claim.said is not None
    number = _nominal(words)
    if number is None:
        return isinstance(asserts, Figure) and asserts.rank is not None
    return number in {_nominal(value) for value in _values(claim)}


def _values(claim: Claim) -> Iterator[str]:
    asserts = claim.asserts
    if isinstance(asserts, Figure):
        yield from filter(None, (asserts.value, asserts.share, *asserts.restated))
        if asserts.change:
            yield asserts.change.by.removeprefix("up ").removeprefix("down ")
        if asserts.times:
            yield asserts.times.factor
    elif isinstance(asserts, Happening) and asserts.lasts:
        yield asserts.lasts


def _nominal(words: str) -> object:
    """The number and scale that words give, in whatever unit; None where they give none."""
    place = nth(words)
    if place is not None:
        return place
    try:
        return read_quantity(words.split("(", maxsplit=1)[0]).nominal
    except Unreadable:
        return None


def _names(text: str, file: ClaimFile, entities: Iterable[Entity]) -> Iterator[Item]:
    """Persons, bodies and places of a text; covered where a claim maps them or an entity has the name."""
    forms = {form for claim in file.claims for form in claim.names}
    for entity in entities:
        forms.update((entity.name, *entity.aliases))
    known = {fold(form) for form in forms}
    parts = sentences(text)
    cast = find_cast(parts)
    covered = {
        being.id
        for being in cast.beings.values()
        if known & {fold(f) for f in (being.name, *being.forms)}
    }
    for mention in cast.mentions:
        start = parts[mention.name.sentence].tokens[mention.name.start].start
        end = start + len(mention.name.text)
        # a form that may be a misprint is covered only where a claim maps that very form
        is_known = fold(mention.name.text) in known or (
            mention.being in covered and not mention.doubt
        )
        yield Item("name", start, end, mention.name.text, is_known)


def totals(found: Iterable[Coverage]) -> Mapping[str, tuple[int, int]]:
    """By kind: how many items are covered, of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for each in found:
        for item in each.items:
            covered, count = counts.get(item.kind, (0, 0))
            counts[item.kind] = covered + item.covered, count + 1
    return counts
