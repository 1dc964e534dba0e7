"""Keys that the format does not know: which known one was meant, and the document without them.

A misspelt key would show a second time as a missing one. So everything else is judged on a copy in
which unknown keys carry the name that was meant, or are gone where none is near.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from msgspec import Struct, field

from checker.read.kinds import KINDS

Path = tuple[str | int, ...]

_NEAR = 0.72
"""How alike two keys are to be one misspelt: `val` is `value`, `dates` is not `rates`."""


class Corrected(Struct):
    """The document with known keys only; `unknown` has a message for each other key by its path."""

    data: Any
    unknown: dict[Path, str] = field(default_factory=dict)
    renamed: dict[Path, str] = field(default_factory=dict)

    def original(self, path: Iterable[str | int]) -> Path:
        """The path as the file has it."""
        corrected: Path = ()
        written: Path = ()
        for step in path:
            corrected = (*corrected, step)
            written = (*written, self.renamed.get(corrected, step))
        return written


def correct(data: Any, schema: Mapping[str, Any]) -> Corrected:
    """A copy of `data` whose closed mappings hold known keys only."""
    result = Corrected(None)
    result.data = _Corrector(_Schema(schema), result).copy(data, schema, (), ())
    return result


class _Schema:
    """What the schema knows about keys, at any depth."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root = root
        self.owners = {
            key: block
            for block in ("claim", "event", "measure", "entity", "article")
            for key in root["$defs"][block]["properties"]
        }
        self.owners.update(dict.fromkeys(root["properties"], "file"))

    def at(self, node: Mapping[str, Any] | None) -> Mapping[str, Any]:
        """The node itself, or the definition that it refers to."""
        while node and "$ref" in node:
            node = self.root["$defs"][node["$ref"].rpartition("/")[2]]
        return node or {}


class _Corrector(Struct, frozen=True):
    """Copies a document; `path` is a place in the copy, `written` the same in the file."""

    schema: _Schema
    result: Corrected

    def copy(self, data: Any, node: Mapping[str, Any], path: Path, written: Path) -> Any:
        node = self.schema.at(node)
        if isinstance(data, list):
            items = node.get("items", {})
            return [
                self.copy(each, items, (*path, i), (*written, i)) for i, each in enumerate(data)
            ]
        if not isinstance(data, dict):
            return data
        known, others = node.get("properties", {}), node.get("additionalProperties")
        copy: dict[str, Any] = {}
        for key, value in data.items():
            name = key
            if key not in known and others is False:
                meant = self.unknown(key, data, node, written)
                if meant is None or meant in data or meant in copy:
                    continue
                name = meant
                self.result.renamed[(*path, name)] = key
            below = known.get(name) or others or {}
            copy[name] = self.copy(value, below, (*path, name), (*written, key))
        return copy

    def unknown(
        self, key: str, data: Mapping[str, Any], node: Mapping[str, Any], written: Path
    ) -> str | None:
        """Notes an unknown key; the known one that was probably meant."""
        known = _fitting(data, node)
        meant = _meant(key, data, known)
        self.result.unknown[(*written, key)] = _message(key, meant, data, known, self.schema)
        return meant


def _fitting(data: Mapping[str, Any], node: Mapping[str, Any]) -> list[str]:
    """The keys that may be meant in `data`: in a claim whose kind is known, those of its kind."""
    branch = node.get("allOf", [{}])[0]
    while "if" in branch:
        branch = branch["then" if branch["if"]["required"][0] in data else "else"]
    if any(kind in data for kind in KINDS) and "propertyNames" in branch:
        return list(branch["propertyNames"]["enum"])
    return list(node["properties"])


def _meant(key: str, data: Mapping[str, Any], known: list[str]) -> str | None:
    """The known key that is near, of those that are not there already if possible."""
    plain = key.strip().lower().replace("_", "-").replace(" ", "-")
    absent = [name for name in known if name not in data]
    for candidates in (absent, known):
        if near := get_close_matches(plain, candidates, 1, _NEAR):
            return near[0]
    return None


def _message(
    key: str, name: str | None, data: Mapping[str, Any], known: list[str], schema: _Schema
) -> str:
    start = f"unknown key `{key}`"
    if key == "<<":
        return f"{start}: merging is not supported; write the keys out"
    if "000" <= key[:3] <= "999" and key[:3].isdigit() and data[key] is None:
        return (
            f"`{key}` is read as a key, because a comma inside braces begins a new one; put the "
            "number before it in quotation marks"
        )
    owner = schema.owners.get(key)
    if owner == "file":
        return f"{start} here; it belongs at the left edge of the file, not inside another block"
    if name is not None and name in data:
        return f"{start}; `{name}` is there already: remove one"
    if name is not None:
        return f"{start}; did you mean `{name}`?"
    if owner is not None:
        article = "an" if owner[0] in "aeiou" else "a"
        where = "`article`" if owner == "article" else f"{article} {owner}"
        return f"{start} here; it belongs to {where}: check the indentation"
    return f"{start}; known here are {', '.join(f'`{each}`' for each in known)}"
