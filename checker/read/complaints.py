"""What a document does wrong, in plain English: one finding a fault, placed at key or value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from checker.finding import Finding, Severity
from checker.model.places import Mark, Places
from checker.read.build import Unit
from checker.read.document import Document
from checker.read.faults import Fault, Path, faults
from checker.read.kinds import kind_complaints
from checker.read.unknown_keys import correct
from checker.span import Span

_SHOWN = 60


def complaints(
    path: str, file_id: str, document: Document, schema: dict[str, Any]
) -> tuple[tuple[Finding, ...], frozenset[Unit]]:
    """A finding for each fault, and the units that the faults lie in (`()`: the whole document)."""
    if message := _no_claim_file(document.data, schema):
        mark = _first(document.places)
        return (_finding(path, mark, message, ()),), frozenset({()})
    corrected = correct(document.data, schema)
    told = [(where, "key", message) for where, message in corrected.unknown.items()]
    for where, side, message in _told(corrected.data, faults(corrected.data, schema)):
        written = corrected.original(where)
        if written not in corrected.unknown:
            told.append((written, side, message))
    findings = {
        (where, message): _place(document.places, where, side) for where, side, message in told
    }
    return (
        tuple(
            _finding(path, mark, message, _claims(where, file_id, document.data))
            for (where, message), mark in findings.items()
        ),
        frozenset(unit for where, _, _ in told if (unit := _unit(where))),
    )


Told = tuple[Path, str, str]
"""Where, whether at the key or the value there, and what is wrong."""


def _no_claim_file(data: Any, schema: dict[str, Any]) -> str:
    """Why a document is none of ours at all; empty where it is one."""
    blocks = list(schema["properties"])
    need = "a claim file begins with `article:`, a reference file with `entities:`, `measures:`, `events:` or `rates:`"
    if data is None or data == {}:
        return f"this file is empty; {need}"
    if not isinstance(data, dict):
        found = "a list" if isinstance(data, list) else "plain text"
        return f"this file holds {found} and is no claim file; {need}"
    if not any(get_close_matches(key, blocks, 1, 0.72) for key in data):
        shown = ", ".join(f"`{_short(key)}`" for key in list(data)[:3])
        return f"this is no claim file (it begins with {shown}); {need}"
    return ""


def _told(data: Any, found: Iterable[Fault]) -> Iterator[Told]:
    of_kinds: dict[str | int, list[Fault]] = {}
    for fault in found:
        if fault.of_kind:
            of_kinds.setdefault(fault.path[1], []).append(fault)
        else:
            yield _in_words(fault, data)
    for index, group in of_kinds.items():
        for key, message in kind_complaints(data["claims"][index], group):
            where = ("claims", index, key) if key else ("claims", index, "id")
            yield where, "key" if key else "value", message


def _in_words(fault: Fault, data: Any) -> Told:
    where, found = fault.path, fault.instance
    match fault.keyword:
        case "required":
            return where, "key", f"{_owner(where, data)} has no `{fault.name}`; add it"
        case "dependentRequired":
            return where, "key", _missing(where, fault.name)
        case "anyOf":
            message = "`by` names a partition; `part-of` or `rest-of` must say of which claim"
            return (*where, "by"), "key", message
        case "propertyNames":
            expected = fault.rule.get("$comment", "another name")
            message = f"`{_short(found)}` cannot stand here; expected {expected}"
            return (*where, found), "key", message
        case "enum":
            return where, "value", _not_one_of(where, found, fault.rule["enum"])
    expected = fault.rule.get("$comment", "something else")
    return where, "value", f"{_name(where)} {_found(found)}; expected {expected}"


def _missing(where: Path, key: str) -> str:
    if not where:
        return "`claims` needs an `article:` block; `article: {}` will do where nothing is known"
    return f"`{key}` is missing: `was` and `on` say what a correction replaced, and when"


def _not_one_of(where: Path, found: Any, options: Sequence[str]) -> str:
    shown = ", ".join(f"`{each}`" for each in options)
    near = get_close_matches(str(found).lower(), options, 1, 0.6)
    hint = f"; did you mean `{near[0]}`?" if near else ""
    return f"{_name(where)} {_found(found)}; expected one of {shown}{hint}"


def _found(value: Any) -> str:
    if value is None:
        return "has no value"
    if isinstance(value, bool):
        word = "true" if value else "false"
        return f"is the YAML word {word} (put it in quotation marks where it is text)"
    if isinstance(value, str):
        return f"is `{_short(value)}`" if value.strip() else "is empty"
    if isinstance(value, list):
        return f"is a list of {len(value)}" if value else "is an empty list"
    return "is a mapping of keys and values"


def _name(where: Path) -> str:
    """The value as an editor would call it."""
    *_, last = where or ("this file",)
    if isinstance(last, int):
        return f"`{where[-2]}`, item {last + 1},"
    return f"`{last}`"


def _owner(where: Path, data: Any) -> str:
    """The mapping that should hold a key."""
    if len(where) != 2:
        return _name(where)
    block, name = where
    one = {"entities": "entity", "measures": "measure", "events": "event", "claims": "claim"}
    if block in {"claims", "rates"}:
        each = data[block][name]
        given = each.get("id") if isinstance(each, dict) else None
        name = given if isinstance(given, str) else 0
    what = one.get(str(block), "rate")
    return f"the {what} `{name}`" if isinstance(name, str) else f"this {what}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


def _unit(where: Path) -> Unit | None:
    """What is left out for a fault at `where`; nothing for a surplus block."""
    if len(where) == 1 and where[0] not in {
        "article",
        "entities",
        "measures",
        "events",
        "rates",
        "claims",
    }:
        return None
    return where[:2] if where else None


def _place(places: Places, where: Path, side: str) -> Mark:
    if side == "key":
        return (
            places.key(*where)
            if where and isinstance(where[-1], str)
            else _first(places.below(*where))
        )
    return places.at(*where)


def _first(places: Places) -> Mark:
    """The first key of a mapping, else the node itself: a place that fits on one line."""
    if places.keys:
        return next(iter(places.keys.values()))
    return places.own


def _claims(where: Path, file_id: str, data: Any) -> tuple[str, ...]:
    """The claim that a fault lies in, where it has an id to be called by."""
    if len(where) < 2 or where[0] != "claims" or not isinstance(where[1], int):
        return ()
    claim = data["claims"][where[1]]
    name = claim.get("id") if isinstance(claim, dict) else None
    return (f"{file_id}#{name}",) if isinstance(name, str) and name.strip() else ()


def _finding(path: str, mark: Mark, message: str, claims: tuple[str, ...]) -> Finding:
    return Finding("format/schema", Severity.ERROR, message, Span(path, *mark), claims)
