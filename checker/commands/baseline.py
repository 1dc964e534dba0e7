"""`factcheck baseline`: writes the findings that a newsroom lives with for now, or lets them go."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.configured import (
    Configured,
    config_option,
    configuration,
    options,
    text_folders,
)
from checker.commands.shared_options import texts_option, today_option
from checker.report.write import refuse_unwritable, write_out

if TYPE_CHECKING:
    from checker.options import Options
    from checker.result import Result


def baseline_path(named: str | None) -> str:
    """The baseline's file: the one named, else beside the configuration, else here."""
    from checker.engine.baseline import NAME

    folder = os.path.dirname(configuration().path)  # noqa: PTH120  # keeps an empty folder empty
    return named or str(Path(folder) / NAME)


def known_findings(
    paths: Sequence[str], choice: Options, named: str | None, revision: str | None
) -> Mapping[str, int]:
    """What the baseline knows, and what is there already at a revision."""
    known = Counter(_in_baseline(named))
    if revision is None:
        return known
    from checker.engine.revision import NoRevision, known_at

    try:
        return known | known_at(
            revision, paths, choice, choice.store.cache if choice.store else None
        )
    except NoRevision as error:
        raise click.ClickException(f"--new-from: {error}") from None


def _in_baseline(named: str | None) -> Mapping[str, int]:
    """What the baseline holds; nothing where none was named and none is there."""
    file = baseline_path(named)
    if named is None and not os.path.lexists(file):
        return {}
    from checker.engine.baseline import BadBaseline, counts, read_baseline

    try:
        return counts(read_baseline(file))
    except BadBaseline as error:
        raise click.ClickException(str(error)) from None


def say_stale(result: Result, named: str | None) -> None:
    """Tell on standard error how many entries of the baseline nothing needs any more."""
    if not result.stale:
        return
    from checker.engine.baseline import read_baseline, settled

    number = settled(read_baseline(baseline_path(named)), result)
    if number:
        what = "1 entry is" if number == 1 else f"{number} entries are"
        click.echo(
            f"factcheck: {baseline_path(named)}: {what} settled; `factcheck baseline PATH` drops "
            "what is settled",
            err=True,
        )


@click.command("baseline", cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@config_option
@click.option("--baseline", metavar="FILE", help="Where it is (default: factcheck-baseline.json).")
@click.option("--grow", is_flag=True, help="Take new findings in too.")
@texts_option
@today_option
def baseline(
    paths: tuple[str, ...], baseline: str | None, texts: tuple[str, ...], today: str, *, grow: bool
) -> int:
    """Write the baseline: findings that `check` takes as known.

    PATHs are the whole tree that it is for; what would not fail `check` stays out.
    Once written it only shrinks: what is settled leaves, new findings enter with --grow.

    Example: factcheck baseline claims/
    """
    from checker.engine.baseline import BadBaseline, read_baseline, updated, write_baseline
    from checker.read.discover import Unusable
    from checker.run import run

    file = baseline_path(baseline)
    refuse_unwritable(file)
    choice = options(texts=text_folders(texts), today=today)
    try:
        old = read_baseline(file) if os.path.lexists(file) else None
        result = run(paths, choice)
    except BadBaseline as error:
        raise click.ClickException(str(error)) from None
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    if result.status == 2:
        raise click.ClickException("a check failed, so that no baseline was written")
    failing = [found for found in result.findings if choice.fails(found.severity)]
    change = updated(old, failing, grow=grow, unchecked=result.unchecked)
    write_baseline(file, change.entries)
    write_out(f"{file}: {_account(len(change.entries), change.dropped, change.left_out)}\n")
    return 0


def _account(entries: int, dropped: int, left_out: int) -> str:
    parts = [f"{entries} finding{'' if entries == 1 else 's'}"]
    parts += [f"{dropped} settled and dropped"] if dropped else []
    parts += [f"{left_out} new left out (--grow takes them in)"] if left_out else []
    return "; ".join(parts)
