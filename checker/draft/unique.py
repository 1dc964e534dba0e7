"""Ids that no two things share."""

from __future__ import annotations


class UniqueIds:
    """Gives each thing an id of its own: the base, then `base-2`, `base-3`."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}

    def take(self, base: str) -> str:
        """An id that was not given before, `base` itself where it is free."""
        found = base
        while found in self._next:
            self._next[base] += 1
            found = f"{base}-{self._next[base]}"
        self._next[found] = 1
        return found
