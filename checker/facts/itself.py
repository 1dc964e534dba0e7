"""Figures that claims compare: of two things, or by a slip of the time of one thing with itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from checker.solve.constraint import Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.solve.conflicts import Conflict


class Compared(Struct, frozen=True):
    """The variables of a claim and of the one that it is compared with, and the claims it takes."""

    own: Variable
    other: Variable
    bearers: frozenset[str]


def compared(facts: Facts, fact: FigureFact, claim: str) -> Compared | None:
    """A claim's figure beside that of the claim it names; None where one of them is not known.

    Where both are about one thing it takes both claims to say so. That counts only where one of
    them names a time: else it is the time that is missing, not the figure that is wrong.
    """
    own, other = facts.things.of(fact.key), facts.things.of(claim)
    if own is None or other is None:
        return None
    if own is not other:
        return Compared(own.name, other.name, frozenset((fact.key,)))
    against = facts.figures.get(facts.corrected.get(claim, claim))
    if against is None or against is fact or not (_named_time(fact) or _named_time(against)):
        return None
    return Compared(own.name, own.name, frozenset((fact.key, against.key)))


def with_itself(conflict: Conflict) -> bool:
    """Whether a conflict comes from a figure that is compared with itself."""
    return any(len(set(each.variables)) < len(each.variables) for each in conflict.constraints)


def time_named(facts: Facts, conflict: Conflict) -> str:
    """The time that the claims of a conflict name, as the first of them writes it."""
    times = (_named_time(facts.figures[key]) for key in sorted(conflict.claims))
    return next(filter(None, times), "")


def _named_time(fact: FigureFact) -> str | None:
    return fact.figure.period or fact.figure.as_of
