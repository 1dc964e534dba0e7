"""What several rules ask of one file is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.model.claim import ClaimFile

Found = TypeVar("Found")


def once_a_file(
    ask: Callable[[ClaimFile, Facts], Iterable[Found]],
) -> Callable[[ClaimFile, Facts], tuple[Found, ...]]:
    """Remember in the facts what `ask` finds in each file."""

    @wraps(ask)
    def remembered(file: ClaimFile, facts: Facts) -> tuple[Found, ...]:
        asked = (ask.__qualname__, file.path)
        if asked not in facts.of_files:
            facts.of_files[asked] = tuple(ask(file, facts))
        found: tuple[Found, ...] = facts.of_files[asked]  # type: ignore[assignment]  # see above
        return found

    return remembered
