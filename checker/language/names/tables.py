"""The packaged tables of names: one entry a line, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "data" / "names"


@cache
def rows(table: str) -> tuple[str, ...]:
    """The lines of a table without comments and empty lines."""
    lines = (_FOLDER / table).read_text(encoding="utf-8").splitlines()
    kept = (line.split("#", 1)[0].strip() for line in lines)
    return tuple(line for line in kept if line)


@cache
def entries(table: str) -> frozenset[str]:
    """All words of a table that is nothing but words."""
    return frozenset(word for row in rows(table) for word in row.split())


@cache
def section(table: str, heading: str) -> frozenset[str]:
    """The words under `[heading]` of a table."""
    found: set[str] = set()
    inside = False
    for row in rows(table):
        if row.startswith("["):
            inside = row == f"[{heading}]"
        elif inside:
            found.update(row.split())
    return frozenset(found)


@cache
def families(table: str) -> dict[str, frozenset[int]]:
    """A table whose lines are names that stand for one another: the lines that each word is in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows(table)):
        for word in row.replace(":", " ").split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
