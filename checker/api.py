"""The Python interface: the verdicts of the command line as values, without output or processes.

Nothing heavy is imported before the first call.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.result import Accepted, Result, Summary
    from checker.run import Options

Path = str | os.PathLike[str]


class MisuseError(ValueError):
    """What the command line answers with status 2: a path, rule or option that is not there."""


@dataclass(frozen=True, slots=True)
class Report:
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
    texts: Iterable[Path] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    fail_on: str = "warning",
    today: str | None = None,
    jobs: int = 1,
) -> Report:
    """Check claims trees and files, or YAML texts by name; the options are the command line's.

    `texts` are folders with the articles' texts; `today` (default: today) is what waivers are held
    against.

    Raises:
        MisuseError: a path, folder, rule or option that is not there; the message says which.
    """
    from checker.read.discover import Unusable, discover, from_mapping
    from checker.run import run_sources

    options = _options(texts, select, ignore, fail_on, today, jobs=jobs)
    if isinstance(paths, Mapping):
        return Report(run_sources(from_mapping(paths), options))
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    try:
        return Report(run_sources(discover(given), options))
    except Unusable as error:
        raise MisuseError(error.message) from None


def scan(
    texts: Mapping[str, str],
    *,
    published: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    fail_on: str = "warning",
    today: str | None = None,
) -> Report:
    """Check articles, given as plain text or Markdown by name, inside each and between them.

    `published` is the date of publication of all of them (EDTF).

    Raises:
        MisuseError: a rule or option that is not there; the message says which.
    """
    from checker.scanning import scan_texts

    options = _options((), select, ignore, fail_on, today)
    return Report(scan_texts(texts, published=published, options=options))


def _options(
    texts: Iterable[Path],
    select: Iterable[str],
    ignore: Iterable[str],
    fail_on: str,
    today: str | None,
    *,
    jobs: int = 1,
) -> Options:
    from checker.run import FAIL_ON, Options

    if fail_on not in FAIL_ON:
        raise MisuseError(f"fail_on is one of {', '.join(FAIL_ON)}, not {fail_on!r}")
    options = Options(fail_on=fail_on, today=_day(today), jobs=jobs, texts=_folders(texts))
    return replace(options, select=_rules(select), ignore=_rules(ignore))


def _day(today: str | None) -> str:
    from datetime import date

    try:
        return (date.fromisoformat(today) if today else date.today()).isoformat()
    except ValueError:
        raise MisuseError(f"today: {today!r} is no day; write it as 2026-01-31") from None


def _folders(texts: Iterable[Path]) -> tuple[str, ...]:
    given = [texts] if isinstance(texts, str | os.PathLike) else texts
    folders = tuple(os.fspath(each) for each in given)
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 (a folder may be given as text)
            raise MisuseError(f"texts: there is no folder {folder}")
    return folders


def _rules(words: Iterable[str]) -> tuple[str, ...]:
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
