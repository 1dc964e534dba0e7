"""What a run tells on standard error besides its report: how far it is, and what it came to."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.result import Result

_CLEAR = "\r\x1b[K"


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """Shows what a long run does, on one line of a terminal that is cleared in the end."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda words: click.echo(f"{_CLEAR}factcheck: {words} …", err=True, nl=False)
    finally:
        click.echo(_CLEAR, err=True, nl=False)


def say_statistics(result: Result) -> None:
    """Findings by rule, the most frequent first."""
    counts = Counter((each.rule, each.severity.value) for each in result.findings)
    for (rule, severity), number in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        click.echo(f"{number:>8,}  {severity:7}  {rule}", err=True)
    summary = result.summary
    click.echo(
        f"{sum(counts.values()):>8,}  findings in {summary.files:,} files and {summary.claims:,} "
        f"claims, {summary.rules} rules; {summary.accepted:,} accepted, {summary.baselined:,} known",
        err=True,
    )
