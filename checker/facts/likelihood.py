"""Which of several edits an editor would believe first.

An edit that the claim's own quote bears out, then one that leaves nothing wrong with its claim, then
one that settles more; of equals the likelier slip, after which the printed figures fit more exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.edits import Edit
from checker.facts.figures import quantity_of
from checker.facts.quotes import joined_quote
from checker.facts.values import values_of
from checker.language.containment import Verdict, compare
from checker.model.claim import Figure
from checker.rational import Rational
from checker.solve.slips import HEDGE, HEDGE_ADDED, HEDGE_LOST, LOST

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# A finding without its words: the rule and the claims.
Key = tuple[str, frozenset[str]]

# The rank of a digit too many, and that of a lost digit that is neither 0 nor like its neighbours.
_DIGIT, _UNLIKELY_DIGIT = 3, 6
# Such a digit takes figures that then fit ten times better.
_BETTER = 10
# A hedge was hardly the slip where the printed numbers are further apart than a tenth.
_HEDGED_WITHIN = Fraction(1, 10)
_HEDGES = frozenset({HEDGE, HEDGE_ADDED, HEDGE_LOST})
# The printed figures miss one another by one part in so many: each step makes a slip less likely.
_MISSES = (1_000, 200, 50, 20, 10, 5)
# A year that nothing else in the file bears out, where the other one is borne out.
_STRAY_YEAR = 3
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+|[%$€£¥₹]")


class Offer(Struct, frozen=True):
    """An edit that settles a finding, and all that speaks for it.

    `missed` is how far the printed figures then miss one another; `familiar` says that its words
    are those of the file.
    """

    edit: Edit
    settled: frozenset[Key]
    left_over: bool
    borne_out: bool
    missed: Rational
    familiar: bool
    rank: int


def in_order(offers: Sequence[Offer]) -> list[Offer]:
    """The offers, the most convincing first; of those that say the same only the first."""
    least = min((offer.missed for offer in offers), default=0)

    def order(offer: Offer) -> tuple[object, ...]:
        return (
            not offer.borne_out,
            offer.left_over,
            -len(offer.settled),
            score(offer, least),
            not offer.familiar,
            _sharper(offer.edit),
        )

    return list(_varied(sorted(_foremost(offers), key=order)))


def _foremost(offers: Sequence[Offer]) -> list[Offer]:
    """Where one edit settles more than another, the other leaves wrong what the finding touches."""
    most = max((len(offer.settled) for offer in offers), default=0)
    return [offer for offer in offers if offer.borne_out or len(offer.settled) == most]


def score(offer: Offer, least: Rational = 0) -> int:
    """How unlikely an offer is: the slip, and how much worse than at best the figures then fit."""
    worse = offer.missed - least
    return offer.rank + sum(worse > Fraction(1, part) for part in _MISSES) + (worse > 0)


def rank(facts: Facts, edit: Edit) -> int:
    """How unlikely a slip is; a lost digit that makes the figures fit counts as one too many does."""
    if edit.why == LOST:
        return min(edit.rank, _DIGIT)
    stray = edit.key in {"period", "as_of"} and _is_stray(facts, edit)
    return edit.rank - _STRAY_YEAR if stray else edit.rank


def may_be_believed(edit: Edit, before: Rational) -> bool:
    """Whether an edit can be `believable`: figures that fit as they stand take no lost digit."""
    return bool(before) or not _is_any_digit(edit)


def believable(edit: Edit, before: Rational, after: Rational) -> bool:
    """Whether the figures, which missed one another by `before`, fit well enough after an edit.

    A digit that could be any, and a hedge, explain everything: they take figures that then fit.
    """
    if edit.why in _HEDGES:
        return after <= _HEDGED_WITHIN
    if _is_any_digit(edit):
        return after < before and after * _BETTER <= before
    return True


def _is_any_digit(edit: Edit) -> bool:
    """Whether an edit brings a digit into a figure that is neither 0 nor like its neighbours."""
    figure = isinstance(edit.claim.asserts, Figure)
    return figure and edit.why == LOST and edit.rank >= _UNLIKELY_DIGIT


def borne_out(edit: Edit) -> bool:
    """Whether the claim's own quote has the edited words, and not those that stand there."""
    quote = joined_quote(edit.claim)
    if not quote or edit.key not in {"value", "share", "restated", "age"}:
        return False
    if compare(edit.after, quote).verdict is not Verdict.SAME:
        return False
    return compare(edit.before, quote).verdict is not Verdict.SAME


def familiar(facts: Facts, edit: Edit) -> bool:
    """Whether the words that an edit brings in stand elsewhere among the claims."""
    new = _words([edit.after]) - _words([edit.before])
    others = (claim for claim in facts.claims.values() if claim.key != edit.claim.key)
    return new <= _words(text for claim in others for text in values_of(claim))


def times_beside(facts: Facts, edit: Edit) -> Iterator[str]:
    """The periods and moments of the other figures of an edited claim's file."""
    for claim in facts.claims.values():
        said = claim.asserts
        beside = claim.file == edit.claim.file and claim.key != edit.claim.key
        if beside and isinstance(said, Figure):
            yield from filter(None, (said.period, said.as_of))


def _is_stray(facts: Facts, edit: Edit) -> bool:
    """Whether nothing beside a claim has its year, and something has the edited one."""
    article = facts.article(edit.claim)
    beside = [*times_beside(facts, edit), (article and article.published) or ""]
    years = {year for time in beside for year in _YEAR.findall(time)}
    before, after = (set(_YEAR.findall(words)) for words in (edit.before, edit.after))
    return bool(after - before) and after <= years and not (before - after) & years


def _sharper(edit: Edit) -> int:
    """How many more significant digits the edited figure has: printed figures are more often round."""
    before, after = (re.sub(r"\D", "", words).strip("0") for words in (edit.before, edit.after))
    return len(after) - len(before)


def _varied(offers: Sequence[Offer]) -> Iterator[Offer]:
    """Each reading once, and one lost hedge a claim: which one it was, nobody can tell."""
    known: set[object] = set()
    for offer in offers:
        edit = offer.edit
        what = HEDGE_LOST if edit.why == HEDGE_LOST else _reading(edit.after)
        if (edit.claim.key, edit.key, edit.before, what) not in known:
            known.add((edit.claim.key, edit.key, edit.before, what))
            yield offer


def _reading(words: str) -> object:
    """What words come to, however they are written."""
    found = quantity_of(words)
    if found is None:
        return words
    unit = found.unit
    return found.stated, found.widest, unit.dimension, unit.factor, unit.offset, unit.currencies


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text)}
