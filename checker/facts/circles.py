"""Circles in what should have none: wholes and parts, wider and narrower, earlier and later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Circles of a directed graph, each as its nodes in order; no node is in two of them.

    The work grows with the number of edges. Every knot of circles gives at least one.
    """
    done: set[str] = set()
    reported: set[str] = set()
    for start in edges:
        path: list[str] = []
        places: dict[str, int] = {}
        stack = [iter([start])]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                if path:
                    done.add(path[-1])
                    del places[path.pop()]
            elif node in places:
                circle = tuple(path[places[node] :])
                if reported.isdisjoint(circle):
                    reported.update(circle)
                    yield circle
            elif node not in done:
                places[node] = len(path)
                path.append(node)
                stack.append(iter(edges.get(node, ())))
