"""`factcheck export` and `factcheck import`: rulings to other systems, reviews from them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.commands.completion import files as file_names
from checker.commands.configured import Configured, config_option, options, text_folders
from checker.commands.shared_options import texts_option, today_option
from checker.report.write import refuse_unwritable, write_file, write_out


@click.command("export", cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=file_names)
@config_option
@click.option(
    "--to",
    "form",
    type=click.Choice(["claimreview", "csv", "json"]),
    required=True,
    metavar="FORM",
    help="claimreview (schema.org JSON-LD), csv or json.",
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Default: standard output.")
@texts_option
@today_option
def export(
    *, paths: tuple[str, ...], form: str, output: str, texts: tuple[str, ...], today: str
) -> int:
    """Export the findings that an editor has ruled on.

    Those are the findings that a valid `accept:` of a claim settles, with its reason. What nobody has decided yet
    is not exported: `factcheck check --format json` has it.

    Example: factcheck export claims/ --to claimreview -o reviews.jsonld
    """
    from checker.exchange.claimreview import to_claim_reviews
    from checker.exchange.rulings import rulings, to_csv, to_json
    from checker.read.discover import Unusable, discover
    from checker.read.load import load
    from checker.run import judge

    if output != "-":
        refuse_unwritable(output)
    choice = options(texts=text_folders(texts), today=today)
    try:
        loaded = load(discover(paths, claims_folder=choice.claims), choice.texts)
    except Unusable as error:
        raise click.UsageError(str(error)) from None
    found = rulings(judge(loaded, choice).accepted, loaded.files)
    write = {"claimreview": to_claim_reviews, "csv": to_csv, "json": to_json}[form]
    if output == "-":
        write_out(write(found))
    else:
        write_file(output, write(found))
    return 0


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=file_names)
@click.option("-o", "--output", metavar="FOLDER", help="One claim file for each FILE, there.")
def import_(files: tuple[str, ...], output: str | None) -> int:
    """Make claim files from schema.org ClaimReview.

    A FILE is JSON-LD, or a web page that holds some. Each reviewed claim becomes an utterance of its author, tagged `check`, with the verdict in its
    note: the start of a claim file, for a researcher to complete. No file is overwritten.

    Example: factcheck import review.jsonld -o claims/
    """
    if output is None and len(files) > 1:
        raise click.UsageError("several files need a folder to go to: -o claims/")
    drafts = {file: _skeleton(file) for file in files}
    if output is None:
        write_out(next(iter(drafts.values())))
        return 0
    targets = {file: Path(output, f"{Path(file).stem}.yaml") for file in files}
    for file, target in targets.items():
        if target.exists() or list(targets.values()).count(target) > 1:
            raise click.ClickException(f"{file}: {target} would be overwritten; move one of them")
        refuse_unwritable(str(target))
    for file, target in targets.items():
        write_file(str(target), drafts[file])
        write_out(f"{target}\n", utf8=False)
    return 0


def _skeleton(file: str) -> str:
    from checker.exchange.skeleton import NoReviews, skeleton
    from checker.read.decode import Undecodable, decode

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return skeleton(decode(data))
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
    except (NoReviews, Undecodable) as error:
        raise click.ClickException(f"{file}: {error}") from None
