"""Rankings: who is ranked, among whom, and whose figures are beyond."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.facts.figures import FigureFact
from checker.facts.times import Certainty, same
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.things import Thing


class Ranked(Struct, frozen=True, eq=False):
    """One claim of a rank: the thing that is ranked, and the members of the group beside it."""

    fact: FigureFact
    thing: Thing
    at: int
    highest: bool
    members: tuple[Thing, ...]


def ranked(facts: Facts) -> Iterator[Ranked]:
    """Every rank of the tree, with the members whose figures are for the same measure and time."""
    for fact in facts.figures_with("rank"):
        rank = fact.figure.rank
        thing = facts.things.of(fact.key)
        if rank and thing:
            members = tuple(t for t in facts.things if _is_rival(facts, thing, t, rank.among))
            yield Ranked(fact, thing, rank.at, rank.order != "lowest", members)


def beaten(each: Ranked, level: Level) -> list[FigureFact]:
    """One figure of each member that is surely beyond the ranked one."""
    own = each.fact.widest if level is Level.WIDEST else each.fact.stated
    found = []
    for member in each.members:
        for fact in member.facts:
            other = fact.widest if level is Level.WIDEST else fact.stated
            if own is None or other is None:
                continue
            low, high = (own, other) if each.highest else (other, own)
            if low.high is not None and high.low is not None and low.high < high.low:
                found.append(fact)
                break
    return found


def _is_rival(facts: Facts, own: Thing, other: Thing, group: str) -> bool:
    if other is own or other.part or own.scope[0] != other.scope[0]:
        return False
    if own.dimension and other.dimension and own.dimension != other.dimension:
        return False
    if not _same_time(own, other):
        return False
    _, subject, place = own.scope
    _, other_subject, other_place = other.scope
    if subject is not None:
        member, rest = other_subject, other_place == place and other_subject != subject
    else:
        member, rest = other_place, other_subject is None and other_place != place
    return rest and member is not None and group in facts.entities_above(member)[1:]


def _same_time(a: Thing, b: Thing) -> bool:
    if a.time is None or b.time is None:
        return a.time is b.time and a.file == b.file
    return a.time.moment == b.time.moment and same(a.time, b.time) is Certainty.SURE
