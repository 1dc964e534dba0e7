"""The command line: options, the choice of report, the exit status; no judgement.

The status is 0 (nothing to report), 1 (findings) or 2 (wrong usage, or a fault of the program).
Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem
from msgspec.structs import replace

from checker.commands.accept import accept
from checker.commands.articles import coverage, draft, scan
from checker.commands.baseline import baseline as baseline_command
from checker.commands.baseline import known_findings, say_stale
from checker.commands.completion import files, rules_so_far
from checker.commands.config import config
from checker.commands.configured import (
    Configured,
    config_option,
    configured,
    store,
    text_folders,
)
from checker.commands.exchange import export, import_
from checker.commands.fmt import fmt
from checker.commands.progress import progress, say_statistics
from checker.commands.queries import queries
from checker.commands.rename import rename
from checker.commands.reporting import (
    chosen_rules,
    nearest,
    put_reports,
    refuse_unwritable_files,
    rule_pages,
)
from checker.commands.shared_options import (
    color_option,
    fail_on_option,
    format_option,
    ignore_option,
    output_option,
    quiet_option,
    select_option,
    text_or_json_option,
    texts_option,
    today_option,
)
from checker.packs import BrokenPack
from checker.report.write import UnwritableError, write_out

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_OWN_OPTIONS = {"-h", "--help", "--version"}


class CheckByDefault(click.Group):
    """A group whose arguments are those of `check` where they begin with no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts `check` in front of paths and of check's own options."""
        if args and args[0] not in self.commands and args[0] not in _OWN_OPTIONS:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files: the paths of `check` may come first."""
        return [*super().shell_complete(ctx, incomplete), *files(ctx, None, incomplete)]


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from checker.version import version

        click.echo(f"factcheck {version()}")
        ctx.exit()


_ABOUT = """Find which claims of your articles cannot all be true.

\b
Examples:
  factcheck claims/                      check a folder of claim files
  factcheck claims/ --texts articles/    ... and against the articles' texts
  factcheck explain part-exceeds-whole   what a rule means

`factcheck PATH` is short for `factcheck check PATH`; a path that is called like
a command is written ./NAME.
"""


@click.group(cls=CheckByDefault, context_settings=_SETTINGS, help=_ABOUT)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version.",
)
def cli() -> None:
    """The commands."""


@cli.command(cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
@config_option
@format_option
@output_option
@texts_option
@select_option
@ignore_option
@fail_on_option
@click.option("--baseline", metavar="FILE", help="Findings that are known (see `baseline`).")
@click.option("--new-from", metavar="REV", help="Only what is not there at that git revision.")
@click.option(
    "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes (default 1)."
)
@click.option("--cache-dir", metavar="DIR", help="Where results are kept (--no-cache: nowhere).")
@click.option("--no-cache", is_flag=True, hidden=True)
@click.option("--statistics", is_flag=True, help="Findings by rule, on standard error.")
@quiet_option
@click.option("-v", "--verbose", is_flag=True, help="Also what was accepted and what agrees.")
@color_option
@today_option
@click.option(
    "--stdin-filename",
    default="stdin.yaml",
    metavar="NAME",
    hidden=True,  # for editors and hooks
    help="What to call standard input (PATH -).",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
def check(
    *,
    paths: tuple[str, ...],
    format_name: str,
    outputs: tuple[tuple[str, str], ...],
    texts: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: str | None,
    new_from: str | None,
    cache_dir: str | None,
    no_cache: bool,
    statistics: bool,
    color: str,
    quiet: bool,
    verbose: bool,
    watch: bool,
    **options: Any,
) -> int:
    """Check claims trees and files.

    Example: factcheck claims/ --texts articles/ --output sarif:out.sarif
    """
    from checker.read.discover import Unusable
    from checker.run import Options, run

    if watch:
        return _watch(paths, texts)
    refuse_unwritable_files(outputs)
    choice = Options(
        texts=text_folders(texts),
        select=chosen_rules(select, "--select"),
        ignore=chosen_rules(ignore, "--ignore"),
        verbose=verbose,
        store=None if no_cache else store(cache_dir),
        **configured(),
        stdin=sys.stdin.buffer.read() if "-" in paths else b"",
        **options,
    )
    try:
        with progress(quiet=quiet) as tell:
            choice = replace(choice, tell=tell)
            choice = replace(choice, known=known_findings(paths, choice, baseline, new_from))
            result = run(paths, choice)
    except Unusable as error:
        raise click.UsageError(f"{error}{_command_meant(paths[0])}") from None
    put_reports(result, format_name, outputs, color=color, quiet=quiet, verbose=verbose)
    if statistics:
        say_statistics(result)
    if not quiet and not new_from:
        say_stale(result, baseline)
    return result.status


def _watch(paths: tuple[str, ...], texts: tuple[str, ...]) -> int:
    from checker.commands.watch import repeat

    context = click.get_current_context()
    same = {**context.params, "watch": False}
    return repeat(lambda: context.invoke(check, **same), paths, text_folders(texts))


def _command_meant(path: str) -> str:
    """A hint where a path that is not there is nearly the name of a command."""
    if Path(path).exists() or not path.isalpha():
        return ""
    return nearest(path, cli.commands)


@cli.command()
@click.argument("rule", shell_complete=rules_so_far)
def explain(rule: str) -> int:
    """Show what a rule checks, why, and examples.

    Example: factcheck explain numbers/part-exceeds-whole
    """
    from checker.report.explain import explain as explained
    from checker.rules._find import UnknownRuleError, find_rule

    pages = rule_pages()
    try:
        rule_id = find_rule(rule, pages)
    except UnknownRuleError as error:
        raise click.UsageError(f"{error}\n`factcheck rules` lists all.") from None
    write_out(explained(rule_id, pages[rule_id], shutil.get_terminal_size().columns), utf8=False)
    return 0


@cli.command()
@text_or_json_option
def rules(format_name: str) -> int:
    """List all rules, one sentence each.

    Example: factcheck rules --format json
    """
    from checker.report.explain import table, table_as_json
    from checker.rules._registry import all_rules

    summaries = {rule.id: rule.summary for rule in all_rules()}
    if format_name == "json":
        write_out(table_as_json(summaries))
    else:
        write_out(table(summaries, shutil.get_terminal_size().columns), utf8=False)
    return 0


@cli.command()
@click.option("--report", is_flag=True, help="The schema of `check --format json` instead.")
def schema(report: bool) -> int:
    """Print the JSON Schema of claim files, for editors.

    Example: factcheck schema > claims.schema.json
    """
    from checker.schemas import schema_text

    write_out(schema_text("report" if report else "claims"))
    return 0


cli.add_command(accept)
cli.add_command(baseline_command)
cli.add_command(config)
cli.add_command(coverage)
cli.add_command(draft)
cli.add_command(export)
cli.add_command(fmt)
cli.add_command(import_)
cli.add_command(queries)
cli.add_command(rename)
cli.add_command(scan)


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and gives the exit status; nothing escapes as a traceback."""
    try:
        return cli.main(arguments, prog_name="factcheck", standalone_mode=False) or 0
    except click.UsageError as error:
        _complain_of_use(error)
    except click.ClickException as error:
        _complain(error.format_message())
    except (UnwritableError, BrokenPack) as error:
        _complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        _complain_of_fault(error)
    return 2


def _complain_of_use(error: click.UsageError) -> None:
    message = error.format_message()
    if message.startswith("Usage:"):  # nothing was asked for: the help itself
        print(message, file=sys.stderr)
    else:
        _complain(f"{message}{_help_hint(error.ctx)}")


def _help_hint(ctx: click.Context | None) -> str:
    return f"\nTry '{ctx.command_path} --help'." if ctx else ""


def _complain(message: str) -> None:
    from checker.report._layout import visible

    print("factcheck: " + "\n".join(map(visible, message.split("\n"))), file=sys.stderr)


def _complain_of_fault(error: Exception) -> None:
    """Names what happened; the traceback only for those who ask."""
    if os.environ.get("FACTCHECK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    _complain(
        f"this is a fault of the program, please report it: {type(error).__name__}: {error}\n"
        "FACTCHECK_DEBUG=1 shows where it happened."
    )
