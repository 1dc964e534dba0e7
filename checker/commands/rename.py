"""`factcheck rename`: an id everywhere it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.commands.completion import files
from checker.report.write import refuse_unwritable, write_file, write_out

if TYPE_CHECKING:
    from checker.edit.rename import Text
    from checker.read.discover import Source


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
@click.option(
    "--kind",
    type=click.Choice(["entity", "measure", "event", "claim"]),
    metavar="KIND",
    help="entity, measure, event or claim, where OLD is several.",
)
@click.option("--dry-run", is_flag=True, help="Show the places and change nothing.")
def rename(*, old: str, new: str, paths: tuple[str, ...], kind: str | None, dry_run: bool) -> int:
    """Rename an entity, measure, event or claim everywhere it is used.

    OLD is an id; a claim may be written FILE-ID#CLAIM-ID. All files of the claims tree are changed,
    their layout is not. Nothing is changed where NEW is taken, or a file cannot be read. Findings
    on a renamed claim are new to a baseline.

    \b
    Example: factcheck rename bank-of-china boc claims/
             factcheck rename sky-net#returned caught claims/ --dry-run
    """  # noqa: D301 (\b is the sign for click to keep these lines)
    from checker.edit.rename import NotRenamed
    from checker.edit.rename import rename as renamed
    from checker.read.discover import Unusable, discover

    try:
        sources = [source for source in discover(paths) if source.at is not None]
        found = renamed([_read(source) for source in sources], old, new, kind)
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    except NotRenamed as error:
        raise click.ClickException(str(error)) from None
    at = {source.path: str(source.at) for source in sources}
    if not dry_run:
        for path in found.texts:
            refuse_unwritable(at[path])
        for path, text in found.texts.items():
            write_file(at[path], text)
    for span in found.places:
        write_out(f"{span.path}:{span.line}:{span.column}: {old} -> {new}\n", utf8=False)
    return 0


def _read(source: Source) -> Text:
    from checker.edit.rename import NotRenamed, Text
    from checker.read.load import read_text, source_text

    try:
        text = source_text(source)
    except (OSError, ValueError) as error:
        raise NotRenamed(f"{source.path}: {error}") from None
    file, findings = read_text(source.path, source.file_id, text)
    if file is None or findings:
        where = f"{source.path}:{findings[0].span.line}"
        raise NotRenamed(
            f"{where}: {findings[0].message} (nothing is renamed before this is right)"
        )
    return Text(source.path, source.file_id, text, file)
