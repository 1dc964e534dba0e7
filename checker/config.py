"""The configuration: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`.

The keys are the names of the options, and what the command line cannot say: rules to ignore by file,
severities by rule, what hedge words allow, the tolerance of conversions, the claims folder. The
nearest file upwards from the first path counts, alone. Paths in it are relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from checker.settings import DEFAULT_HEDGES, Settings

if TYPE_CHECKING:
    from checker.finding import Severity

NAMES = ("factcheck.toml", "pyproject.toml")


class BadConfiguration(Exception):
    """A configuration that cannot be used; the message names file and line, and what to type."""


class Configuration(Struct, frozen=True):
    """What a configuration file sets; `values` are by key, paths as seen from the working folder.

    `lines` tell where each key stands; `path` is empty where there is no file.
    """

    path: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """What the rules are told."""
        money: Mapping[str, Any] = self.values.get("money", {})
        hedges = self.values.get("hedges")
        return Settings(
            tolerance=money.get("tolerance", Settings().tolerance),
            hedges=replace(DEFAULT_HEDGES, **hedges) if hedges else DEFAULT_HEDGES,
        )

    @property
    def severities(self) -> Mapping[str, Severity]:
        """Severities by rule or family."""
        found: Mapping[str, Severity] = self.values.get("severity", {})
        return found

    @property
    def per_file_ignores(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Patterns of paths, each with the rules and families that are ignored there."""
        return tuple(self.values.get("per-file-ignores", {}).items())


def candidates(first_path: str) -> Iterator[Path]:
    """Files from the path upwards that may hold a configuration, the nearest first."""
    start = Path(os.path.normpath(Path.cwd() / first_path))
    for folder in [*([start] if start.is_dir() else []), *start.parents]:
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name == NAMES[0] or _mentions_us(path)):
                yield Path(os.path.relpath(path))


def _mentions_us(path: Path) -> bool:
    """Whether a project's file may hold settings: most hold none, and need not be understood."""
    try:
        return b"factcheck" in path.read_bytes()
    except OSError:
        return False
