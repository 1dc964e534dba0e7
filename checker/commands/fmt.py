"""`factcheck fmt`: claim files in canonical order and layout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.commands.completion import files
from checker.report.write import refuse_unwritable, write_file, write_out

if TYPE_CHECKING:
    from checker.read.discover import Source


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
@click.option("--check", is_flag=True, help="Change nothing; status 1 where a file would change.")
def fmt(paths: tuple[str, ...], *, check: bool) -> int:
    """Put claim files in canonical order and layout.

    Keys get one order, levels two spaces, lists and braces one form. Comments, quotation marks and
    the words of every value stay, as does the order of claims and entities. A file that is no valid
    YAML is left as it is (status 2). `-` formats standard input.

    \b
    Example: factcheck fmt claims/
             factcheck fmt --check claims/     in CI
    """  # noqa: D301 (\b is the sign for click to keep these lines)
    from checker.read.discover import Unusable, discover

    try:
        stdin = sys.stdin.buffer.read() if "-" in paths else b""
        sources = [source for source in discover(paths, stdin=stdin) if source.shown]
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    return max((_format(source, check=check) for source in sources), default=0)


def _format(source: Source, *, check: bool) -> int:
    """Format one file; 1 where it would change and only `check` is asked, 2 where it cannot be."""
    from checker.edit.layout import NotFormatted, formatted
    from checker.read.load import source_text

    try:
        text = source_text(source)
        new = formatted(text)
    except (NotFormatted, OSError, ValueError) as error:
        _say(f"{source.path}: not formatted: {error}", error=True)
        return 2
    if source.at is None and not check:
        write_out(new)
        return 0
    if new == text:
        return 0
    _say(f"{source.path}: {'would be formatted' if check else 'formatted'}")
    if check or source.at is None:
        return 1
    refuse_unwritable(str(source.at))
    write_file(str(source.at), new)
    return 0


def _say(line: str, *, error: bool = False) -> None:
    from checker.report._layout import visible

    click.echo(visible(line), err=error)
