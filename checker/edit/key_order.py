"""In which order the keys of a claim file stand: what an editor reads first comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# Where the schema's own order, which explains the format, is not the one to write in.
_ORDERS = {
    "article": """
        title publisher byline published language url archived text sha256 note
    """,
    # the words, and whose they are; what is asserted; where and when; relations; remarks
    "claim": """
        id quote speaker said direct repeats names
        subject event measure age attribute is of value restated share items
        date weekday planned lasts place period as-of
        part-of rest-of by sum-of same-as more-than less-than times change average rate rank
        corrects was on note tags accept
    """,
}


def in_order(
    keys: Iterable[str], path: Sequence[str | int], schema: Mapping[str, Any]
) -> list[str]:
    """The keys of the mapping at `path` in canonical order.

    Where the format knows the keys, its order; names and ids that writers choose stay as they are.
    """
    known = _known(path, schema)
    places = {key: number for number, key in enumerate(known)}
    return sorted(keys, key=lambda key: places.get(key, len(known)))


def _known(path: Sequence[str | int], schema: Mapping[str, Any]) -> Sequence[str]:
    node, name = schema, ""
    for step in path:
        below = node.get("items") if isinstance(step, int) else _property(node, str(step))
        node, name = _resolved(below, schema)
    return _ORDERS[name].split() if name in _ORDERS else list(node.get("properties", ()))


def _property(node: Mapping[str, Any], key: str) -> Any:
    return node.get("properties", {}).get(key) or node.get("additionalProperties")


def _resolved(node: Any, schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """The node itself, or the definition that it refers to and its name."""
    if not isinstance(node, Mapping):
        return {}, ""
    if "$ref" not in node:
        return node, ""
    name = str(node["$ref"]).rpartition("/")[2]
    return schema["$defs"][name], name
