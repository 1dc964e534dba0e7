"""Options and output that commands with a report share: formats, files, rules, colours."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from checker.report.formats import FORMATS, renderer
from checker.report.style import Style
from checker.report.write import refuse_unwritable, write_file, write_out

if TYPE_CHECKING:
    from checker.result import Result

Outputs = tuple[tuple[str, str], ...]
"""Pairs of format and file; the format is empty where only a file is named."""


def listed(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """An option that may be repeated and may hold several words between commas."""
    words = (word.strip() for value in values for word in value.split(","))
    return tuple(word for word in words if word)


def read_outputs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> Outputs:
    """The values of `--output`, each file named once."""
    pairs = tuple(_output(value) for value in values)
    taken: set[str] = set()
    for file in (pair[1] for pair in pairs):
        if os.path.realpath(file) in taken:
            raise click.BadParameter(f"{file} is named twice")
        taken.add(os.path.realpath(file))
    return pairs


def _output(value: str) -> tuple[str, str]:
    name, colon, file = value.partition(":")
    if not value or (colon and not file):
        raise click.BadParameter(f"{value!r} names no file; write FILE or {name or 'json'}:FILE")
    if colon and name in FORMATS:
        return name, file
    if colon and len(name) > 1 and name.isalpha():  # one letter is a drive of Windows
        raise click.BadParameter(
            f"there is no format {name!r}{nearest(name, FORMATS)}; write ./{value} for a file"
        )
    return "", value


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that was most likely meant; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def refuse_unwritable_files(outputs: Outputs) -> None:
    """Says before the work that a report could not be written."""
    for _, file in outputs:
        if file != "-":
            refuse_unwritable(file)


def put_reports(
    result: Result,
    format_name: str,
    outputs: Outputs,
    *,
    color: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the report in every format that was asked for, where it was asked for."""
    wanted = [(name or format_name, file) for name, file in outputs]
    if all(name for name, _ in outputs):  # a FILE alone is where the chosen format goes
        wanted.insert(0, (format_name, "-"))
    pages = rule_pages() if any(name == "sarif" for name, _ in wanted) else {}
    for name, file in wanted:
        style = _style(file, color, pages, quiet=quiet, verbose=verbose)
        _put(renderer(name)(result, style), name, file)


def _put(report: str, name: str, file: str) -> None:
    if file == "-":
        write_out(report, utf8=name != "text")
    else:
        write_file(file, report)


def chosen_rules(words: tuple[str, ...], option: str) -> tuple[str, ...]:
    """The families and rules that the words name.

    Raises:
        click.UsageError: there is no such rule or family.
    """
    if not words:
        return ()
    from checker.rules._find import UnknownRuleError, chosen
    from checker.rules._registry import rule_ids

    try:
        return chosen(words, rule_ids())
    except UnknownRuleError as error:
        raise click.UsageError(f"{option}: {error}") from None


def rule_pages() -> dict[str, str]:
    """The page of every rule by its id."""
    from checker.rules._registry import all_rules

    return {rule.id: rule.page for rule in all_rules()}


def _style(file: str, color: str, pages: dict[str, str], *, quiet: bool, verbose: bool) -> Style:
    from checker.version import version

    return Style(
        width=shutil.get_terminal_size().columns if file == "-" else 80,
        colour=colours_wanted(color, file),
        quiet=quiet,
        verbose=verbose,
        pages=pages,
        version=version() if pages else "",
    )


def colours_wanted(color: str, file: str) -> bool:
    """Whether a report to `file` (`-`: standard output) is coloured: never one in a file."""
    if file != "-" or color == "never":
        return False
    return color == "always" or (sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
