"""`factcheck queries`: the questions that would settle the findings."""

from __future__ import annotations

import shutil

import click

from checker.commands.completion import files
from checker.commands.configured import Configured, config_option, configured, text_folders
from checker.commands.shared_options import texts_option
from checker.report.write import write_out


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
@config_option
@texts_option
def queries(paths: tuple[str, ...], *, texts: tuple[str, ...]) -> int:
    """List the questions that would settle the findings, by whom to ask.

    Example: factcheck queries claims/
    """
    from checker.read.discover import Unusable
    from checker.report.queries import render
    from checker.report.style import Style
    from checker.run import Options, run

    try:
        result = run(paths, Options(texts=text_folders(texts), repairs=False, **configured()))
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    width = shutil.get_terminal_size().columns
    write_out(render(result, Style(width=width)), utf8=False)
    return 2 if result.status == 2 else 0
