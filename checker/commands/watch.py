"""`check --watch`: the same check again whenever a file that it reads changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

_READ = (".yaml", ".yml", ".txt", ".md", ".markdown", ".toml")
_MISSING = "--watch needs the library watchfiles: pip install 'factcheck[watch]'"


def repeat(run: Callable[[], Any], paths: Iterable[str], texts: Iterable[str]) -> int:
    """Run now and after every change, until it is interrupted: then 0.

    A fault of usage that shows up on the way (a file that is gone for a moment) is told, and the
    next change waited for.
    """
    if "-" in paths:
        raise click.UsageError("--watch cannot watch standard input; name a file or folder")
    changes = _changes([*_folders(paths), *texts])
    try:
        _once(run)
        for _ in changes:
            _once(run)
    except KeyboardInterrupt:
        pass
    return 0


def _once(run: Callable[[], Any]) -> None:
    try:
        run()
    except click.ClickException as error:
        click.echo(f"factcheck: {error.format_message()}", err=True)
    click.echo("Waiting for changes; Ctrl-C ends.", err=True)


def _folders(paths: Iterable[str]) -> list[str]:
    """What to watch: the claims trees that are read, for a file named alone that of its root."""
    from checker.read.discover import Unusable, discover

    try:
        sources = discover(paths)
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    return sorted({os.fspath(source.root) for source in sources if source.root is not None})


def _changes(folders: list[str]) -> Iterator[object]:
    try:
        from watchfiles import watch
    except ImportError:
        raise click.ClickException(_MISSING) from None
    return watch(*folders, watch_filter=_is_read, debounce=200)


def _is_read(_: object, path: str) -> bool:
    """Whether a change concerns what a check reads: its own reports and editors' files do not."""
    name = Path(path).name
    return name.endswith(_READ) and not name.startswith(".")
