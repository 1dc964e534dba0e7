"""The JSON Schemas of the claim format and of the JSON report, as shipped."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "data" / "schemas", _PACKAGE.parent / "schemas")


def schema_text(name: str) -> str:
    """The schema `claims` or `report`: installed inside the package, in a checkout beside it.

    Raises:
        FileNotFoundError: there is no schema of that name.
    """
    for folder in _FOLDERS:
        file = folder / f"{name}.schema.json"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise FileNotFoundError(f"no schema called {name!r} in {' or '.join(map(str, _FOLDERS))}")
