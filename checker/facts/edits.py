"""The single edits of a claim that would undo a plausible slip: its words, one slip different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.model.claim import Age, Claim, Figure, Happening
from checker.solve.slips import Slip, date_slips, slips

DIRECTION = "the direction turned round"
AGE = "a year off by one"

# A period or a moment is seldom what is wrong with a figure.
_TIME_OF_A_FIGURE = 4
_TURNED = (("up", "down"), ("doubled", "halved"))


class Edit(Struct, frozen=True):
    """A claim with one of its words changed; `rank` 0 is the likeliest slip, `why` names its kind.

    `key` is the field of what the claim asserts.
    """

    claim: Claim
    key: str
    before: str
    after: str
    rank: int
    why: str


def edits(claim: Claim) -> Iterator[Edit]:
    """Every edit of a claim that undoes one plausible slip."""
    said = claim.asserts
    if isinstance(said, Figure):
        yield from _figure_edits(claim, said)
    elif isinstance(said, Happening):
        for key, words, found in (
            ("date", said.date, date_slips),
            ("weekday", said.weekday, date_slips),
            ("lasts", said.lasts, slips),
        ):
            if words:
                yield from _edits(claim, key, words, found(words))
    elif isinstance(said, Age):
        yield from _edits(claim, "age", said.age, _age_slips(said.age))
        if said.as_of:
            yield from _edits(claim, "as_of", said.as_of, date_slips(said.as_of))


def _figure_edits(claim: Claim, said: Figure) -> Iterator[Edit]:
    if said.value:
        yield from _edits(claim, "value", said.value, slips(said.value))
    if said.share:
        yield from _edits(claim, "share", said.share, slips(said.share))
    for number, words in enumerate(said.restated):
        for slip in slips(words):
            changed = (*said.restated[:number], slip.text, *said.restated[number + 1 :])
            yield _edit(claim, "restated", words, slip, changed)
    if said.times:
        words = said.times.factor
        for slip in slips(words):
            yield _edit(claim, "times", words, slip, replace(said.times, factor=slip.text))
    if said.change:
        words = said.change.by
        for slip in (*slips(words), *_turned(words)):
            yield _edit(claim, "change", words, slip, replace(said.change, by=slip.text))
    if said.rate:
        words = said.rate.per
        for slip in slips(words):
            yield _edit(claim, "rate", words, slip, replace(said.rate, per=slip.text))
    for key, time in (("period", said.period), ("as_of", said.as_of)):
        for slip in date_slips(time or ""):
            later = replace(slip, rank=slip.rank + _TIME_OF_A_FIGURE)
            yield _edit(claim, key, time or "", later, slip.text)


def _edits(claim: Claim, key: str, words: str, found: Iterable[Slip]) -> Iterator[Edit]:
    return (_edit(claim, key, words, slip, slip.text) for slip in found)


def _edit(claim: Claim, key: str, words: str, slip: Slip, value: object) -> Edit:
    changed = replace(claim, asserts=replace(claim.asserts, **{key: value}))
    return Edit(changed, key, words, slip.text, slip.rank, slip.why)


@lru_cache(maxsize=256)
def _age_slips(age: str) -> tuple[Slip, ...]:
    """An age may also be out by a year: a birthday that was not thought of."""
    if not age.isdecimal():
        return slips(age)
    return (*(Slip(1, str(int(age) + step), AGE) for step in (-1, 1)), *slips(age))


def _turned(words: str) -> Iterator[Slip]:
    """A change in the other direction."""
    for pair in _TURNED:
        for one, other in (pair, pair[::-1]):
            if words == one or words.startswith(f"{one} "):
                yield Slip(3, other + words.removeprefix(one), DIRECTION)
