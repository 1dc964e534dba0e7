"""`factcheck config`: every setting that holds, and where it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from checker.commands.configured import Configured, config_option, configuration
from checker.report.write import write_out

if TYPE_CHECKING:
    from checker.config import Configuration
    from checker.settings import Hedges, Settings

# What holds where nothing is set; None: nothing.
_DEFAULTS = {
    "format": "text",
    "output": None,
    "texts": None,
    "claims": None,
    "select": None,
    "ignore": None,
    "fail-on": "warning",
    "baseline": None,
    "new-from": None,
    "jobs": 1,
    "cache-dir": None,
    "no-cache": False,
    "statistics": False,
    "quiet": False,
    "verbose": False,
    "color": "auto",
    "today": None,
}


@click.command("config", cls=Configured)
@click.argument("paths", nargs=-1, metavar="[PATH]...", expose_value=False)
@config_option
def config() -> int:
    """Show every setting that holds for a path, and where it comes from.

    Example: factcheck config claims/
    """
    found = configuration()
    rows = [*_options(found), *_tables(found), *_rules_told(found.settings, found)]
    width = max(len(f"{name} = {value}") for name, value, _ in rows)
    lines = [f"{f'{name} = {value}':{min(width, 60)}}  # {where}" for name, value, where in rows]
    write_out("\n".join([f"# {found.path or 'no configuration file'}", *lines]) + "\n", utf8=False)
    return 0


Row = tuple[str, str, str]


def _options(found: Configuration) -> Iterator[Row]:
    for key, usual in _DEFAULTS.items():
        value = found.values.get(key, usual)
        where = _where(found, key)
        environment = os.environ.get("FACTCHECK_TEXTS")
        if key == "texts" and environment:
            value = [*(value or ()), *filter(None, environment.split(os.pathsep))]
            where = "FACTCHECK_TEXTS" if where == "default" else f"{where}, FACTCHECK_TEXTS"
        yield key, _written(value), where


def _tables(found: Configuration) -> Iterator[Row]:
    for pattern, rules in found.per_file_ignores:
        yield f"per-file-ignores.{pattern}", _written(rules), _where(found, "per-file-ignores")
    for rule, severity in found.severities.items():
        yield f"severity.{rule}", _written(severity.value), _where(found, "severity")


def _rules_told(settings: Settings, found: Configuration) -> Iterator[Row]:
    yield "money.tolerance", _written(settings.tolerance), _where(found, "money")
    set_hedges = found.values.get("hedges", {})
    for name, stated, widest in _hedges(settings.hedges):
        where = _where(found, "hedges") if name in set_hedges else "default"
        shown = name.replace("_", "-")
        yield f"hedges.{shown}.stated", _written(stated), where
        yield f"hedges.{shown}.widest", _written(widest), where


def _hedges(hedges: Hedges) -> Iterator[tuple[str, Any, Any]]:
    for name in hedges.__struct_fields__:
        row = getattr(hedges, name)
        yield name, row.stated, row.widest


def _where(found: Configuration, key: str) -> str:
    return f"{found.path}:{found.lines[key]}" if key in found.lines else "default"


def _written(value: Any) -> str:
    """A value as it is typed in the file."""
    match value:
        case None:
            return "(none)"
        case bool():
            return str(value).lower()
        case Fraction():
            return f'"{float(value * 100):g}%"'
        case str():
            return f'"{value}"'
        case list() | tuple():
            return f"[{', '.join(map(_written, value))}]"
        case _:
            return str(value)
