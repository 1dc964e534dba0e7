"""Writes a draft as a claim file.

Every text is written in double quotes with JSON's escapes, which YAML reads alike, so that nothing
in an article can be taken for YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from checker.draft.claims import Draft, DraftClaim, Value

# What YAML does not take even inside quotation marks, JSON leaves as it is.
_UNPRINTABLE = re.compile("[\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def write(draft: Draft, claims: list[DraftClaim] | None = None) -> str:
    """The claim file in YAML, with all claims or just some."""
    lines = ["article:"]
    lines.append(
        f"  published: {_scalar(draft.published)}"
        if draft.published
        else "  note: drafted by factcheck"
    )
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
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(text, ensure_ascii=False))
