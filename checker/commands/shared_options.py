"""Options that several commands have, each declared once."""

from __future__ import annotations

import click

from checker.commands.configured import day
from checker.commands.reporting import listed, read_outputs
from checker.report.formats import FORMATS

format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    metavar="NAME",
    help=", ".join(FORMATS) + ".",
)
text_or_json_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="NAME",
    help="text (default) or json.",
)
output_option = click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    callback=read_outputs,
    metavar="[FORMAT:]FILE",
    help="Write a report to a file (repeatable).",
)
select_option = click.option(
    "--select",
    multiple=True,
    callback=listed,
    metavar="RULES",
    help="Only these rules or families (comma separated).",
)
ignore_option = click.option(
    "--ignore", multiple=True, callback=listed, metavar="RULES", help="Leave these out."
)
fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="warning",
    metavar="LEVEL",
    help="Gives status 1: error, warning, note, never.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Findings only, no summary.")
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    metavar="WHEN",
    help="auto (default), always or never.",
)
texts_option = click.option(
    "--texts", multiple=True, metavar="DIR", help="Where the articles' texts are."
)
today_option = click.option(
    "--today", callback=day, metavar="DATE", help="The day for waivers (default: today)."
)
published_option = click.option(
    "--published", metavar="DATE", help="When the text was published, as 2015-12-09."
)
