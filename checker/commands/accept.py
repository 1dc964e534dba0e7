"""`factcheck accept`: lets a finding stand, with a reason, in the claim file itself."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.configured import (
    Configured,
    config_option,
    configuration,
    day,
    options,
    text_folders,
)
from checker.commands.shared_options import texts_option, today_option
from checker.report.write import write_out


@click.command("accept", cls=Configured)
@click.argument("fingerprint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@config_option
@click.option("--reason", required=True, metavar="WORDS", help="Why it may stand.")
@click.option("--by", default="", metavar="WORDS", help="Who decided.")
@click.option("--until", metavar="DATE", help="The last day on which it may stand.")
@texts_option
@today_option
def accept(
    *,
    fingerprint: str,
    paths: tuple[str, ...],
    reason: str,
    by: str,
    until: str | None,
    texts: tuple[str, ...],
    today: str,
) -> int:
    """Let a finding stand: writes a waiver into the claim file, nothing else in it changes.

    FINGERPRINT or its first characters, as `--verbose` shows it. The waiver wakes
    when a value of the finding changes. PATHs (default: the claims folder) are searched.

    Example: factcheck accept 3f9a2c claims/ --reason "two ways of counting"
    """
    from checker.engine.accept import (
        CannotAccept,
        check_words,
        chosen,
        waiver_for,
        write_waiver,
    )
    from checker.read.discover import Unusable, discover
    from checker.read.load import load
    from checker.run import judge

    choice = options(texts=text_folders(texts), today=today)
    try:
        words = {
            "reason": check_words("--reason", reason),
            "by": check_words("--by", by) if by else "",
            "until": _last_day(until, today),
        }
        loaded = load(discover(paths or _usual_paths(), claims_folder=choice.claims), choice.texts)
        for finding in chosen(fingerprint, judge(loaded, choice).findings):
            waiver = waiver_for(finding, loaded.files, **words)
            path = write_waiver(finding, loaded.files, waiver)
            write_out(f"{path}: accepted: {finding.message}\n", utf8=False)
    except (CannotAccept, Unusable) as error:
        raise click.ClickException(str(error)) from None
    return 0


def _usual_paths() -> tuple[str, ...]:
    folder = configuration().values.get("claims", "claims")
    if not Path(folder).is_dir():
        raise click.UsageError("name the folder of the claims: factcheck accept FINGERPRINT PATH")
    return (str(folder),)


def _last_day(until: str | None, today: str) -> str:
    if until is None:
        return ""
    last = day(click.get_current_context(), click.Option(["--until"]), until)
    if last < today:
        raise click.UsageError(f"--until: {last} has passed")
    return last
