"""Commands whose options a configuration file may set; the command line beats the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from checker.config import Configuration
    from checker.options import Options, Store

_KEPT_AS = "checker.configuration"
# Options whose parameter has another name than the option.
_PARAMETERS = {"format": "format_name", "output": "outputs"}
Command = TypeVar("Command", bound=Callable[..., Any])


class Configured(click.Command):
    """Finds the configuration of the first path, or of `--config`, before it reads its options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Takes the configured values as defaults."""
        given, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        helps = self.get_help_option(ctx)
        if not (helps and helps.name in given) and not ctx.resilient_parsing:
            found = _load(given)
            ctx.meta[_KEPT_AS] = found
            ctx.default_map = {
                _PARAMETERS.get(key, key.replace("-", "_")): value
                for key, value in found.values.items()
            }
        return super().parse_args(ctx, args)


def configuration() -> Configuration:
    """The configuration that holds for the command that runs."""
    found: Configuration = click.get_current_context().meta[_KEPT_AS]
    return found


def configured() -> dict[str, Any]:
    """What only a configuration says, as keywords of `Options`."""
    found = configuration()
    return {
        "settings": found.settings,
        "claims": found.values.get("claims"),
        "per_file_ignores": found.per_file_ignores,
        "severities": found.severities,
    }


def options(**chosen: Any) -> Options:
    """What the configuration says of a run without repairs, and what else was chosen."""
    from checker.options import Options

    values = configuration().values
    names = {"select": "select", "ignore": "ignore", "fail-on": "fail_on"}
    set_there = {name: values[key] for key, name in names.items() if key in values}
    return Options(repairs=False, **{**set_there, **configured(), **chosen})


def store(folder: str | None) -> Store:
    """Where results are kept: the folder named, else beside the configuration, else here."""
    from checker.engine.cache import NAME, Cache
    from checker.engine.kept import KeptResults

    beside = Path(configuration().path).parent
    return KeptResults(Cache(folder or str(beside / NAME)))


def text_folders(given: tuple[str, ...]) -> tuple[str, ...]:
    """The folders of `--texts`, then those of the environment's FACTCHECK_TEXTS."""
    environment = os.environ.get("FACTCHECK_TEXTS", "").split(os.pathsep)
    sources = [*(("--texts", folder) for folder in given)]
    sources += [("FACTCHECK_TEXTS", folder) for folder in environment if folder]
    for name, folder in sources:
        if not Path(folder).is_dir():
            raise click.UsageError(f"{name}: there is no folder {folder}")
    return tuple(dict.fromkeys(folder for _, folder in sources))


def day(ctx: click.Context, option: click.Parameter, value: str | None) -> str:
    """A day as an option gives it; today where it is absent."""
    from datetime import date

    if value is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        message = f"{value!r} is no day; write it as 2026-01-31"
        raise click.BadParameter(message, ctx, option) from None


def config_option(command: Command) -> Command:
    """Adds `--config`."""
    return click.option(
        "--config",
        metavar="FILE",
        expose_value=False,
        help="The configuration (default: found upwards).",
    )(command)


def _load(given: Mapping[str, Any]) -> Configuration:
    from checker.config import BadConfiguration, Configuration, candidates

    named = given.get("config")
    named = named if isinstance(named, str) else None
    if named is None and not any(candidates(_first_path(given))):
        return Configuration()
    from checker.config_file import load_configuration

    try:
        return load_configuration(_first_path(given), named)
    except BadConfiguration as error:
        raise click.ClickException(str(error)) from None


def _first_path(given: Mapping[str, Any]) -> str:
    paths = given.get("paths")
    first = str(paths[0]) if isinstance(paths, list | tuple) and paths else os.curdir
    if first != "-":
        return first
    name = given.get("stdin_filename")
    return name if isinstance(name, str) else os.curdir
