"""The commands that begin with an article's text: scan, draft, coverage."""

from __future__ import annotations

import sys
from hashlib import sha256

import click

from checker.commands.configured import Configured, config_option, configured, day, text_folders
from checker.commands.reporting import chosen_rules, put_reports, refuse_unwritable_files
from checker.commands.shared_options import (
    color_option,
    fail_on_option,
    format_option,
    ignore_option,
    output_option,
    published_option,
    quiet_option,
    select_option,
    text_or_json_option,
    texts_option,
)
from checker.finding import Severity
from checker.report.write import write_out


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="ARTICLE...")
@config_option
@published_option
@format_option
@output_option
@select_option
@ignore_option
@fail_on_option
@quiet_option
@click.option("-v", "--verbose", is_flag=True, help="Also what agrees.")
@color_option
@click.option("--today", callback=day, hidden=True)
# A few articles are read in one process and nothing of them is kept: options that scripts pass to
# `check` and `scan` alike.
@click.option("--jobs", type=click.IntRange(1), expose_value=False, hidden=True)
@click.option("--no-cache", is_flag=True, expose_value=False, hidden=True)
@click.option("--cache-dir", expose_value=False, hidden=True)
@click.option(
    "--stdin-filename",
    default="stdin.txt",
    metavar="NAME",
    help="What to call standard input (ARTICLE -).",
)
def scan(
    *,
    paths: tuple[str, ...],
    published: str | None,
    format_name: str,
    outputs: tuple[tuple[str, str], ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    quiet: bool,
    verbose: bool,
    color: str,
    today: str,
    stdin_filename: str,
) -> int:
    """Check articles as plain text, each by itself and against the others.

    Example: factcheck scan story.txt --published 2015-12-09
    """
    from checker.run import Options
    from checker.scanning import scan_texts

    refuse_unwritable_files(outputs)
    options = Options(
        select=chosen_rules(select, "--select"),
        ignore=chosen_rules(ignore, "--ignore"),
        fail_on=fail_on,
        verbose=verbose,
        today=today,
        **configured(),
    )
    texts, unopened = _articles(paths, stdin_filename)
    result = scan_texts(texts, published=_date(published), options=options, unopened=unopened)
    put_reports(result, format_name, outputs, color=color, quiet=quiet, verbose=verbose)
    return result.status


@click.command()
@click.argument("article", metavar="ARTICLE")
@published_option
@click.option(
    "--only-missing", metavar="CLAIMS", help="Only what this claim file has no claim for."
)
def draft(*, article: str, published: str | None, only_missing: str | None) -> int:
    """Write a claim file for an article, for a researcher to correct.

    Example: factcheck draft story.txt --published 2015-12-09 > claims/story.yaml
    """
    from checker.draft.compose import compose, unread
    from checker.draft.coverage import missing_claims
    from checker.draft.emit import write, write_some

    data = _bytes(article)
    text = _text(article, data)
    drafted = compose(text, _date(published))
    drafted.sha256 = sha256(data).hexdigest()
    _warn(article, unread(text))
    if only_missing is None:
        write_out(write(drafted))
        return 0
    write_out(write_some(drafted, missing_claims(drafted, _claim_file(only_missing))))
    return 0


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@texts_option
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    default=0.0,
    metavar="PERCENT",
    help="Status 1 where less is covered.",
)
@text_or_json_option
def coverage(
    *, paths: tuple[str, ...], texts: tuple[str, ...], fail_under: float, format_name: str
) -> int:
    """Show which figures, dates and names of the texts have no claim.

    Example: factcheck coverage claims/ --texts articles/ --fail-under 90
    """
    from checker.draft import coverage_report
    from checker.draft.compose import unread
    from checker.draft.coverage import coverage as cover
    from checker.read.discover import Unusable, discover
    from checker.read.load import load

    try:
        loaded = load(discover(paths), text_folders(texts))
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    entities = [entity for file in loaded.files for entity in file.entities]
    found = [
        cover(file, loaded.texts[file.id], entities)
        for file in loaded.files
        if file.id in loaded.texts and file.path in loaded.shown
    ]
    without = [
        file.id
        for file in loaded.files
        if file.article and file.id not in loaded.texts and file.path in loaded.shown
    ]
    for finding in loaded.findings:
        if finding.severity is Severity.ERROR and finding.span.path in loaded.shown:
            # claims of a file with errors may not be counted
            span = finding.span
            _warn(f"{span.path}:{span.line}:{span.column}", finding.message)
    for each in found:
        _warn(each.text.path, unread(each.text.text))
    render = coverage_report.as_json if format_name == "json" else coverage_report.as_text
    write_out(render(found, without), utf8=format_name == "json")
    # what could not be measured passes no threshold
    return int(coverage_report.percent(found) < fail_under or (not found and fail_under > 0))


def _warn(place: str, message: str) -> None:
    """What was not read, where there is anything to say: on standard error."""
    from checker.report._layout import visible

    if message:
        click.echo(visible(f"factcheck: {place}: {message}"), err=True)


def _claim_file(path: str):  # type: ignore[no-untyped-def]  # ClaimFile, imported late
    from checker.read.discover import Unusable, discover
    from checker.read.load import load

    try:
        loaded = load(discover([path]))
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    shown = [file for file in loaded.files if file.path in loaded.shown]
    if len(shown) != 1:
        raise click.UsageError(f"--only-missing: {path} is not one readable claim file")
    return shown[0]


def _articles(
    paths: tuple[str, ...], stdin_filename: str
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The bytes of all articles by name, and why some of a folder cannot be opened.

    Raises:
        click.UsageError: a path that was named and cannot be read, or a folder without articles.
    """
    from checker.read.article_files import article_files, opened
    from checker.read.discover import Unusable

    found: dict[str, bytes] = {}
    unopened: dict[str, str] = {}
    try:
        files = [file for path in paths for file in article_files(path)]
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    for file in dict.fromkeys(files):
        if file in paths:
            found[stdin_filename if file == "-" else file] = _bytes(file)
            continue
        try:
            found[file] = opened(file)
        except OSError as error:
            unopened[file] = f"this file cannot be opened ({error.strerror})"
    return found, unopened


def _bytes(path: str) -> bytes:
    from checker.read.article_files import opened

    try:
        return sys.stdin.buffer.read() if path == "-" else opened(path)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be read ({error.strerror})") from None


def _text(path: str, data: bytes) -> str:
    """The text of an article; old encodings are read as what they most likely are."""
    from checker.read.article_bytes import NotText, read_article

    try:
        return read_article(data)
    except NotText as error:
        raise click.UsageError(f"{path}: {error}") from None


def _date(published: str | None) -> str | None:
    """The date of publication, checked: any EDTF date.

    Raises:
        click.UsageError: no date.
    """
    if published is None:
        return None
    from checker.language.edtf import check_edtf
    from checker.language.unreadable import Unreadable

    try:
        check_edtf(published)
    except Unreadable as error:
        raise click.UsageError(f"--published: {error.message}") from None
    return published
