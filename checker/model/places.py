"""Where in a YAML file each key and value stands."""

from __future__ import annotations

from msgspec import Struct, field

# line, column, end line, end column; all from 1
Mark = tuple[int, int, int, int]
NOWHERE: Mark = (1, 1, 1, 1)


class Places(Struct, frozen=True):
    """The marks of one node: its own, its keys' (of a mapping) and its children's.

    `children` has one entry a key of a mapping, or one an index of a sequence.
    """

    own: Mark = NOWHERE
    keys: dict[str, Mark] = field(default_factory=dict)
    children: dict[str | int, Places | Mark] = field(default_factory=dict)

    def at(self, *path: str | int) -> Mark:
        """The mark of the value at `path`, or of its nearest ancestor that is there."""
        node: Places | Mark = self
        for step in path:
            if not isinstance(node, Places) or step not in node.children:
                break
            node = node.children[step]
        return node.own if isinstance(node, Places) else node

    def key(self, *path: str | int) -> Mark:
        """The mark of the key that ends `path`, or of the nearest ancestor that is there."""
        *parents, last = path
        node: Places | Mark = self
        for step in parents:
            if not isinstance(node, Places) or step not in node.children:
                return self.at(*path)
            node = node.children[step]
        if isinstance(node, Places) and isinstance(last, str) and last in node.keys:
            return node.keys[last]
        return self.at(*path)

    def below(self, *path: str | int) -> Places:
        """The places of the node at `path`; empty ones where it is a scalar or absent."""
        node: Places | Mark = self
        for step in path:
            if not isinstance(node, Places) or step not in node.children:
                return Places(self.own)
            node = node.children[step]
        return node if isinstance(node, Places) else Places(node)
