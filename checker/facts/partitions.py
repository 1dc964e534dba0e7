"""Partitions: the classes that claims give of one whole under one label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.solve.constraint import Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class Partition:
    """The classes of `whole` by one label: each class's variable, with the claims that give it."""

    whole: Variable
    label: str
    classes: dict[Variable, frozenset[str]]


def partitions(facts: Facts) -> Iterator[Partition]:
    """Every partition of the tree; a class that is given twice is there once."""
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for relation in ("part_of", "rest_of"):
        for fact in facts.figures_with(relation):
            whole = facts.things.of(getattr(fact.figure, relation))
            part = facts.things.of(fact.key)
            label = fact.figure.by
            if label is None and relation == "rest_of":
                label = "the rest"
            if label and whole and part and whole is not part:
                classes = found.setdefault((whole.name, label), {})
                classes.setdefault(part.name, set()).add(fact.key)
    for (whole_name, label), classes in found.items():
        given = {name: frozenset(claims) for name, claims in classes.items()}
        yield Partition(whole_name, label, given)
