"""The commands that begin with an article's text: scan, draft, coverage."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import click

from checker.commands.configured import Configured, config_option, configured, day, text_folders
from checker.commands.reporting import (
    chosen_rules,
    listed,
    put_reports,
    read_outputs,
    refuse_unwritable_files,
)
from checker.finding import Finding, Severity
from checker.report.formats import FORMATS
from checker.report.write import write_out

_ENDINGS = (".txt", ".md", ".markdown")


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="ARTICLE...")
@config_option
@click.option(
    "--published", metavar="DATE", help="When the articles were published, as 2015-12-09."
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    metavar="NAME",
    help=", ".join(FORMATS) + ".",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    callback=read_outputs,
    metavar="[FORMAT:]FILE",
    help="Write a report to a file (repeatable).",
)
@click.option(
    "--select",
    multiple=True,
    callback=listed,
    metavar="RULES",
    help="Only these rules or families.",
)
@click.option("--ignore", multiple=True, callback=listed, metavar="RULES", help="Leave these out.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="warning",
    metavar="LEVEL",
    help="error, warning (default), note, never: what gives status 1.",
)
@click.option("-q", "--quiet", is_flag=True, help="Findings only, no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Also what agrees.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    metavar="WHEN",
    help="auto (default), always or never.",
)
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
    texts = dict(_article(path, stdin_filename) for path in _files(paths))
    result = scan_texts(texts, published=_date(published), options=options)
    put_reports(result, format_name, outputs, color=color, quiet=quiet, verbose=verbose)
    return result.status


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--published", metavar="DATE", help="When the article was published, as 2015-12-09.")
@click.option(
    "--only-missing", metavar="CLAIMS", help="Only what this claim file has no claim for."
)
def draft(*, article: str, published: str | None, only_missing: str | None) -> int:
    """Write a claim file for an article, for a researcher to correct.

    Example: factcheck draft story.txt --published 2015-12-09 > claims/story.yaml
    """
    from checker.draft.compose import compose
    from checker.draft.coverage import missing_claims
    from checker.draft.emit import write, write_some

    data = _bytes(article)
    drafted = compose(_text(article, data), _date(published))
    drafted.sha256 = sha256(data).hexdigest()
    if only_missing is None:
        write_out(write(drafted))
        return 0
    write_out(write_some(drafted, missing_claims(drafted, _claim_file(only_missing))))
    return 0


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--texts", multiple=True, metavar="DIR", help="Where the articles' texts are.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    default=0.0,
    metavar="PERCENT",
    help="Status 1 where less is covered.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="NAME",
    help="text (default) or json.",
)
def coverage(
    *, paths: tuple[str, ...], texts: tuple[str, ...], fail_under: float, format_name: str
) -> int:
    """Show which figures, dates and names of the texts have no claim.

    Example: factcheck coverage claims/ --texts articles/ --fail-under 90
    """
    from checker.draft import coverage_report
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
            _say_unread(finding)
    render = coverage_report.as_json if format_name == "json" else coverage_report.as_text
    write_out(render(found, without), utf8=format_name == "json")
    # what could not be measured passes no threshold
    return int(coverage_report.percent(found) < fail_under or (not found and fail_under > 0))


def _say_unread(finding: Finding) -> None:
    """A file with errors may have claims that are not counted: on standard error."""
    from checker.report._layout import visible

    place = f"{finding.span.path}:{finding.span.line}:{finding.span.column}"
    click.echo(visible(f"factcheck: {place}: {finding.message}"), err=True)


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


def _files(articles: tuple[str, ...]) -> list[str]:
    """The articles; of a folder, all texts in it."""
    found: list[str] = []
    for each in articles:
        path = Path(each)
        if each != "-" and path.is_dir():
            inside = sorted(str(p) for p in path.rglob("*") if p.suffix in _ENDINGS)
            if not inside:
                raise click.UsageError(f"{each}: there is no article (.txt, .md) in this folder")
            found += inside
        else:
            found.append(each)
    return list(dict.fromkeys(found))


def _article(path: str, stdin_filename: str) -> tuple[str, str]:
    """Name and text of an article.

    Raises:
        click.UsageError: a path that cannot be read, or no text.
    """
    return (stdin_filename if path == "-" else path), _text(path, _bytes(path))


def _bytes(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
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
    from checker.language.edtf import read_edtf
    from checker.language.unreadable import Unreadable

    try:
        known = read_edtf(published) is not None
    except Unreadable as error:
        raise click.UsageError(f"--published: {error.message}") from None
    if not known:
        raise click.UsageError(f"--published: {published!r} is no date; write it as 2015-12-09")
    return published
