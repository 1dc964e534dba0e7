"""Which names belong together, as pairs are joined one after another (union-find)."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Names in groups; a name that nothing has joined is alone. Near constant time a call."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    @property
    def names(self) -> Iterable[str]:
        """All names that were asked for or joined."""
        return self._parent.keys()

    def of(self, name: str) -> str:
        """The group's representative: equal for two names just where they belong together."""
        parent = self._parent
        above = parent.setdefault(name, name)
        while above != name:
            parent[name] = above = parent[above]
            name, above = above, parent[above]
        return name

    def join(self, *names: str) -> None:
        """From now on the groups of all are one; the last one's representative stands for it."""
        *others, last = names
        root = self.of(last)
        for name in others:
            self._parent[self.of(name)] = root
