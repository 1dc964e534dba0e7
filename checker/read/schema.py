"""Whether a document is of the claim format: a fast yes, or findings that say what to change."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from checker.finding import Finding
from checker.read.build import Unit
from checker.read.document import Document
from checker.schemas import schema_text


def check_schema(
    path: str, file_id: str, document: Document
) -> tuple[tuple[Finding, ...], frozenset[Unit]]:
    """What the document does wrong, and the units to leave out (`()`: the whole document)."""
    if claims_validator().is_valid(document.data):
        return (), frozenset()
    from checker.read.complaints import complaints

    return complaints(path, file_id, document, claims_schema())


@lru_cache(maxsize=1)
def claims_schema() -> dict[str, Any]:
    """The schema of claim files and reference files."""
    schema: dict[str, Any] = json.loads(schema_text("claims"))
    return schema


@lru_cache(maxsize=1)
def claims_validator() -> Any:
    """The compiled schema; compiled once a process, when the first file is checked."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(claims_schema())
