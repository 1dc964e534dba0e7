"""The JSON Schemas that the program ships."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
# the build copies the schemas into the package; a source tree has them beside it
_FOLDERS = (_PACKAGE / "data" / "schemas", _PACKAGE.parent / "schemas")


def schema_text(name: str) -> str:
    """The text of a schema: `claims` (of claim files) or `report` (of the JSON report).

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for folder in _FOLDERS:
        path = folder / f"{name}.schema.json"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"{name}.schema.json is missing from the installation")
