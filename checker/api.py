"""The Python interface: the verdicts of the command line as values, without output or processes.

Nothing heavy is imported before the first call.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from checker.config import Configuration
    from checker.finding import Finding
    from checker.options import Options
    from checker.result import Accepted, Result, Summary

Path = str | os.PathLike[str]


class MisuseError(ValueError):
    """What the command line answers with status 2: a path, rule or option that is not there."""


class Report(Struct, frozen=True):
    """What a check found."""

    result: Result

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, by path, line and rule."""
        return self.result.findings

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """The findings that an editor has settled, with the reasons."""
        return self.result.accepted

    @property
    def summary(self) -> Summary:
        """Files, claims, and the findings counted by severity."""
        return self.result.summary

    @property
    def status(self) -> int:
        """As the exit status: 0 nothing to report, 1 findings, 2 a rule crashed."""
        return self.result.status

    def to_json(self) -> str:
        """The same bytes as `--format json`."""
        from checker.report.json import render
        from checker.report.style import Style

        return render(self.result, Style())


def check(
    paths: Path | Iterable[Path] | Mapping[str, str | bytes],
    *,
    texts: Path | Iterable[Path] | None = None,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] | None = None,
    fail_on: str | None = None,
    today: str | None = None,
    jobs: int | None = None,
    config: Path | None = None,
    baseline: Path | None = None,
    repairs: bool = True,
) -> Report:
    """Check claims trees and files, or YAML texts by name; the options are the command line's.

    `texts` are folders with the articles' texts; `today` (default: today) is what waivers are held
    against. Without `repairs` a check that finds something is several times faster.

    For paths the configuration and the baseline are found as by the command line, and what is given
    here beats them; for texts by name they hold only where they are named.

    Raises:
        MisuseError: a path, folder, rule or option that is not there; the message says which.
    """
    from checker.read.discover import Unusable, discover, from_mapping
    from checker.run import run_sources

    in_memory = isinstance(paths, Mapping)
    given = [] if isinstance(paths, Mapping) else _paths(paths)
    found = _configuration(config, given)
    options = _options(found, select=select, ignore=ignore, fail_on=fail_on, today=today)
    options = replace(
        options,
        texts=_folders(texts, found),
        jobs=jobs or found.values.get("jobs", 1),
        known=_known(baseline, found, search=not in_memory),
        repairs=repairs,
    )
    try:
        if isinstance(paths, Mapping):
            return Report(run_sources(from_mapping(paths), options))
        return Report(run_sources(discover(given, claims_folder=options.claims), options))
    except Unusable as error:
        raise MisuseError(error.message) from None


def scan(
    texts: Mapping[str, str | bytes],
    *,
    published: str | None = None,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] | None = None,
    fail_on: str | None = None,
    today: str | None = None,
    config: Path | None = None,
) -> Report:
    """Check articles, given as plain text or Markdown by name, inside each and between them.

    Bytes are read as a file's would be; those that are no text are a finding. `published` is the
    date of publication of all of them (EDTF). A configuration holds only where it is named.

    Raises:
        MisuseError: a rule or option that is not there, texts without names, or a day of
            publication that is none; the message says which.
    """
    if not isinstance(texts, Mapping):
        raise MisuseError('scan takes texts by name, as {"story": "the text"}')
    _check_publication(published)
    from checker.scanning import scan_texts

    found = _configuration(config, [])
    options = _options(found, select=select, ignore=ignore, fail_on=fail_on, today=today)
    return Report(scan_texts(texts, published=published, options=options))


def _paths(given: Path | Iterable[Path]) -> list[str]:
    several = [given] if isinstance(given, str | os.PathLike) else given
    return [os.fspath(each) for each in several]


def _configuration(named: Path | None, paths: list[str]) -> Configuration:
    """The one that is named, else for paths the nearest upwards, else none."""
    from checker.config import BadConfiguration, Configuration

    if named is None and not paths:
        return Configuration()
    from checker.config_file import load_configuration

    try:
        file = os.fspath(named) if named is not None else None
        return load_configuration(paths[0] if paths else os.curdir, file)
    except BadConfiguration as error:
        raise MisuseError(str(error)) from None


def _options(
    found: Configuration,
    *,
    select: str | Iterable[str] | None,
    ignore: str | Iterable[str] | None,
    fail_on: str | None,
    today: str | None,
) -> Options:
    """What is given, else what the configuration says."""
    from checker.options import FAIL_ON, Options

    level = fail_on or found.values.get("fail-on", "warning")
    if level not in FAIL_ON:
        raise MisuseError(f"fail_on is one of {', '.join(FAIL_ON)}, not {level!r}")
    return Options(
        select=_rules(found.values.get("select", ()) if select is None else select),
        ignore=_rules(found.values.get("ignore", ()) if ignore is None else ignore),
        fail_on=level,
        today=_day(today or found.values.get("today")),
        settings=found.settings,
        claims=found.values.get("claims"),
        per_file_ignores=found.per_file_ignores,
        severities=found.severities,
    )


def _day(today: str | None) -> str:
    from datetime import date

    try:
        return (date.fromisoformat(today) if today else date.today()).isoformat()
    except ValueError:
        raise MisuseError(f"today: {today!r} is no day; write it as 2026-01-31") from None


def _check_publication(published: str | None) -> None:
    from checker.language.edtf import check_edtf
    from checker.language.unreadable import Unreadable

    try:
        if published is not None:
            check_edtf(published)
    except Unreadable as error:
        raise MisuseError(f"published: {error.message}") from None


def _folders(texts: Path | Iterable[Path] | None, found: Configuration) -> tuple[str, ...]:
    folders = tuple(_paths(found.values.get("texts", ()) if texts is None else texts))
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 (a folder may be given as text)
            raise MisuseError(f"texts: there is no folder {folder}")
    return folders


def _known(named: Path | None, found: Configuration, *, search: bool) -> Mapping[str, int]:
    """What the baseline takes as known: the one that is named, else for paths the usual one."""
    from checker.engine.baseline import NAME, BadBaseline, counts, read_baseline

    file = os.fspath(named) if named is not None else found.values.get("baseline", "")
    if not file:
        file = os.path.join(os.path.dirname(found.path), NAME)  # noqa: PTH118, PTH120 (as text)
        if not search or not os.path.lexists(file):
            return {}
    try:
        return counts(read_baseline(file))
    except BadBaseline as error:
        raise MisuseError(str(error)) from None


def _rules(words: str | Iterable[str]) -> tuple[str, ...]:
    """The families and rules that the words name."""
    given = [words] if isinstance(words, str) else list(words)
    if not given:
        return ()
    from checker.rules._find import UnknownRuleError, chosen
    from checker.rules._registry import rule_ids

    try:
        return chosen(given, rule_ids())
    except UnknownRuleError as error:
        raise MisuseError(str(error)) from None
