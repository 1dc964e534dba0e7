"""Which names belong together, as pairs are joined one after another (union-find)."""

from __future__ import annotations


class Groups:
    """Names in groups; a name that nothing has joined is alone. Near constant time a call."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The group's representative: equal for two names just where they belong together."""
        parent = self._parent
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def join(self, a: str, b: str) -> None:
        """From now on the groups of both are one."""
        self._parent[self.of(a)] = self.of(b)
