"""Writes a draft as a claim file.

Every text is written in double quotes with JSON's escapes, which YAML reads alike, so that nothing
in an article can be taken for YAML. What is invisible or turns the direction of writing is escaped
too: the file says what it holds, on a terminal and in an editor.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping

from msgspec.structs import replace

from checker.draft.claims import Draft, DraftClaim, Value

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# They hold letters of Persian and Indian scripts and parts of emoji together.
_JOINERS = "\u200c\u200d"


def write(draft: Draft, claims: list[DraftClaim] | None = None) -> str:
    """The claim file in YAML, with all claims or just some."""
    about = {"published": draft.published, "sha256": draft.sha256}
    known = {key: value for key, value in about.items() if value} or {
        "note": "drafted by factcheck"
    }
    lines = ["article:", *(f"  {key}: {_scalar(value)}" for key, value in known.items())]
    lines += _block("entities", draft.entities)
    lines += _block("measures", draft.measures)
    lines += _block("events", draft.events)
    chosen = draft.claims if claims is None else claims
    lines.append("claims:" if chosen else "claims: []")
    for claim in chosen:
        lines += _claim(draft, claim)
    return "\n".join(lines) + "\n"


def _block(name: str, entries: Mapping[str, Mapping[str, Value]]) -> list[str]:
    if not entries:
        return []
    return [f"{name}:", *(f"  {key}: {_value(dict(entry))}" for key, entry in entries.items())]


def _claim(draft: Draft, claim: DraftClaim) -> list[str]:
    keys: dict[str, Value] = {"quote": draft.quote(claim), **claim.keys}
    if claim.doubts:
        keys["tags"] = ["check"]
        keys["note"] = "; ".join(claim.doubts)
    return [f"  - id: {claim.id}", *(f"    {key}: {_value(value)}" for key, value in keys.items())]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{_scalar(key)}: {_value(each)}" for key, each in value.items()) + "}"
        )
    return _scalar(str(value))


def _scalar(text: str) -> str:
    if re.fullmatch(r"[a-z][a-z0-9-]*", text) and text not in ("null", "true", "false"):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if quoted.isascii() else "".join(map(_escaped, quoted))


def _escaped(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE:
        return char
    return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04x}"


def write_some(draft: Draft, ids: list[str]) -> str:
    """The claims with these ids, and of the registers only what they use.

    A relation to a claim that is left out is left out too, and said in the note.
    """
    kept = [_without_strangers(claim, set(ids)) for claim in draft.claims if claim.id in ids]
    used = {str(value) for claim in kept for value in claim.keys.values() if isinstance(value, str)}
    used |= {being for claim in kept for being in _mapped(claim.keys.get("names"))}
    some = Draft(
        draft.text,
        draft.published,
        draft.sha256,
        {key: entry for key, entry in draft.entities.items() if key in used},
        {key: entry for key, entry in draft.measures.items() if key in used},
        {},
        kept,
    )
    return write(some)


def _mapped(names: Value) -> list[str]:
    return list(names.values()) if isinstance(names, dict) else []


def _without_strangers(claim: DraftClaim, ids: set[str]) -> DraftClaim:
    """The claim without relations to claims that are not among `ids`."""
    keys, doubts = dict(claim.keys), list(claim.doubts)
    for key in ("part-of", "same-as", "rest-of"):
        if key in keys and keys[key] not in ids:
            doubts.append(f"{key} a figure that has a claim already")
            del keys[key]
    for key in ("sum-of", "change", "times", "average", "rate"):
        if not set(_claims_named(keys.get(key))) <= ids:
            doubts.append(f"{key}: figures that have claims already")
            del keys[key]
    return replace(claim, keys=keys, doubts=doubts)


def _claims_named(relation: Value) -> list[str]:
    """The claims that a relation names: all of a list, those of a mapping's fields."""
    if isinstance(relation, dict):
        return [relation[each] for each in _TO_CLAIMS if each in relation]
    return relation if isinstance(relation, list) else []


_TO_CLAIMS = ("from", "of", "in", "total", "count")
