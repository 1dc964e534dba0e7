"""Reading a configuration file: every key with what it may be, and errors that say what to type."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from checker.config import NAMES, BadConfiguration, Configuration, candidates
from checker.finding import Severity
from checker.rational import Rational, quotient
from checker.read.toml import TomlFile, UnreadableToml, read_toml
from checker.report.formats import FORMATS
from checker.rules._find import UnknownRuleError, chosen
from checker.rules._registry import rule_ids
from checker.settings import DEFAULT_HEDGES, Between, Hedges, Slack

FAIL_LEVELS = ("error", "warning", "note", "never")
COLOURS = ("auto", "always", "never")


def load_configuration(first_path: str, named: str | None = None) -> Configuration:
    """The configuration that holds for a path, or the one that is named.

    Raises:
        BadConfiguration: the file cannot be read, or holds what is no setting.
    """
    for path in candidates(first_path) if named is None else [Path(named)]:
        found = _configuration(path)
        if found is not None:
            return found
    return Configuration(named or "")


def _configuration(path: Path) -> Configuration | None:
    """The file's settings; None for a `pyproject.toml` that has none."""
    try:
        file = read_toml(path)
    except UnreadableToml as error:
        raise BadConfiguration(str(error)) from None
    prefix, table = _table(file)
    if table is None:
        return Configuration(str(path)) if path.name != NAMES[1] else None
    reader = _Reader(file, prefix)
    values = {key: reader.value(key, value) for key, value in table.items()}
    lines = {key: file.line_of(*prefix, key) for key in table}
    return Configuration(str(path), values, lines)


def _table(file: TomlFile) -> tuple[tuple[str, ...], Mapping[str, Any] | None]:
    """Where the settings stand and what they are: whole `factcheck.toml` files may do without a header."""
    tool = file.data.get("tool")
    if isinstance(tool, dict) and "factcheck" in tool:
        if not isinstance(tool["factcheck"], dict):
            line = file.line_of("tool", "factcheck")
            raise BadConfiguration(f"{file.path}:{line}: write [tool.factcheck] as a table")
        return ("tool", "factcheck"), tool["factcheck"]
    if file.path.name == "pyproject.toml" or not file.data:
        return (), None
    return (), file.data


class _Wrong(ValueError):
    """A value that is no setting: what is wrong, and the key below the one that was asked for."""

    def __init__(self, message: str, *below: str) -> None:
        super().__init__(message)
        self.message = message
        self.below = below


class _Reader:
    """Reads the values of one file by key."""

    def __init__(self, file: TomlFile, prefix: tuple[str, ...]) -> None:
        self.file = file
        self.prefix = prefix

    def value(self, key: str, value: Any) -> Any:
        try:
            _known(key, _READERS)
        except _Wrong as wrong:
            raise self.error(wrong.message, key) from None
        try:
            return _READERS[key](value, self.file.path.parent)
        except _Wrong as wrong:
            name = ".".join((key, *wrong.below))
            raise self.error(f"{name}: {wrong.message}", key, *wrong.below) from None

    def error(self, message: str, *keys: str) -> BadConfiguration:
        line = self.file.line_of(*self.prefix, *keys)
        return BadConfiguration(f"{self.file.path}:{line}: {message}")


def _known(key: str, keys: Collection[str], *below: str) -> None:
    if key in keys:
        return
    near = difflib.get_close_matches(key.lower().replace("_", "-"), keys, n=1, cutoff=0.5)
    hint = f" (did you mean {near[0]!r}?)" if near else f"; there are {', '.join(sorted(keys))}"
    raise _Wrong(f"there is no setting {key!r}{hint}", *below)


def _flag(value: Any, _: Path) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("write true or false")
    return value


def _count(value: Any, _: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _Wrong("write a whole number from 1")
    return value


def _text(value: Any, _: Path) -> str:
    if not isinstance(value, str) or not value:
        raise _Wrong('write a text in quotation marks, such as "main"')
    return value


def _day(value: Any, _: Path) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _Wrong('write a day, such as "2026-01-31"') from None


def _one_of(words: tuple[str, ...]) -> Callable[[Any, Path], str]:
    def read(value: Any, _: Path) -> str:
        if value not in words:
            near = difflib.get_close_matches(str(value), words, n=1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            raise _Wrong(f"write one of {', '.join(words)}, not {value!r}{hint}")
        return str(value)

    return read


def _texts(value: Any, _: Path) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(each, str) and each for each in given):
        raise _Wrong('write a list of texts, such as ["numbers", "time"]')
    return tuple(given)


def _rules(value: Any, folder: Path) -> tuple[str, ...]:
    words = [word.strip() for text in _texts(value, folder) for word in text.split(",")]
    try:
        return chosen([word for word in words if word], rule_ids())
    except UnknownRuleError as error:
        raise _Wrong(str(error)) from None


def _path(value: Any, folder: Path) -> str:
    return os.path.relpath(folder / _text(value, folder))


def _folder(value: Any, folder: Path) -> str:
    path = _path(value, folder)
    if not Path(path).is_dir():
        raise _Wrong(f"there is no folder {path}")
    return path


def _folders(value: Any, folder: Path) -> tuple[str, ...]:
    return tuple(_folder(each, folder) for each in _texts(value, folder))


def _outputs(value: Any, folder: Path) -> tuple[str, ...]:
    return tuple(_output(each, folder) for each in _texts(value, folder))


def _output(value: str, folder: Path) -> str:
    name, colon, file = value.partition(":")
    if colon and name in FORMATS:
        return f"{name}:{file if file == '-' else _path(file, folder)}"
    return value if value == "-" else _path(value, folder)


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _Wrong("write a table, with a line for each entry")
    return value


def _per_file_ignores(value: Any, folder: Path) -> dict[str, tuple[str, ...]]:
    found = {}
    for pattern, rules in _mapping(value).items():
        whole = os.path.normpath(Path.cwd() / folder / pattern) if "/" in pattern else pattern
        found[whole] = _below(pattern, _rules, rules, folder)
    return found


def _severities(value: Any, folder: Path) -> dict[str, Severity]:
    found = {}
    level = _one_of(tuple(severity.value for severity in Severity))
    for word, given in _mapping(value).items():
        severity = Severity(_below(word, level, given, folder))
        found.update(dict.fromkeys(_below(word, _rules, [word], folder), severity))
    return found


def _below(key: str, read: Callable[[Any, Path], Any], value: Any, folder: Path) -> Any:
    try:
        return read(value, folder)
    except _Wrong as wrong:
        raise _Wrong(wrong.message, key, *wrong.below) from None


def _money(value: Any, folder: Path) -> dict[str, Rational]:
    given = _mapping(value)
    for key in given:
        _known(key, ("tolerance",), key)
    return {key: _below(key, _share, each, folder) for key, each in given.items()}


def _share(value: Any, _: Path) -> Rational:
    """A share of one: `0.03` or `"3%"`."""
    percent = isinstance(value, str) and value.rstrip().endswith("%")
    try:
        number = Decimal(value.rstrip(" %") if isinstance(value, str) else value)
        within = 0 <= number < (100 if percent else 1)
    except (ArithmeticError, ValueError, TypeError):
        raise _Wrong('write a share, such as 0.03 or "3%"') from None
    if not within or (number and number.adjusted() < -9):  # smaller ones say nothing
        raise _Wrong(f'write a share from 0 to below 1, such as 0.03 or "3%", not {value}')
    return quotient(Fraction(number), 100 if percent else 1)


_HEDGE_KEYS = {name.replace("_", "-"): name for name in Hedges.__struct_fields__}


def _hedges(value: Any, folder: Path) -> dict[str, Slack | Between]:
    """Each hedge with `stated`, `widest` or both; what is not given stays as it is."""
    found = {}
    for key, given in _mapping(value).items():
        _known(key, _HEDGE_KEYS, key)
        name = _HEDGE_KEYS[key]
        found[name] = _below(key, _hedge(getattr(DEFAULT_HEDGES, name)), given, folder)
    return found


def _hedge(usual: Slack | Between) -> Callable[[Any, Path], Slack | Between]:
    def read(value: Any, folder: Path) -> Slack | Between:
        given = _mapping(value)
        for key in given:
            _known(key, ("stated", "widest"), key)
        one = _share if isinstance(usual, Slack) else _bounds
        found = replace(usual, **{key: _below(key, one, v, folder) for key, v in given.items()})
        if _wider(found):
            raise _Wrong("the widest reading must allow all that the stated one does")
        return found

    return read


def _bounds(value: Any, _: Path) -> tuple[int, int]:
    whole = isinstance(value, list) and all(type(each) is int for each in value)
    if not whole or len(value) != 2 or not 0 <= value[0] <= value[1]:
        raise _Wrong("write the least and the greatest whole number, such as [3, 9]")
    return value[0], value[1]


def _wider(hedge: Slack | Between) -> bool:
    """Whether the stated reading allows more than the widest."""
    if isinstance(hedge, Slack):
        return hedge.stated > hedge.widest
    return hedge.stated[0] < hedge.widest[0] or hedge.stated[1] > hedge.widest[1]


_READERS: dict[str, Callable[[Any, Path], Any]] = {
    "format": _one_of(FORMATS),
    "output": _outputs,
    "texts": _folders,
    "claims": _folder,
    "select": _rules,
    "ignore": _rules,
    "fail-on": _one_of(FAIL_LEVELS),
    "baseline": _path,
    "new-from": _text,
    "jobs": _count,
    "cache-dir": _path,
    "no-cache": _flag,
    "statistics": _flag,
    "quiet": _flag,
    "verbose": _flag,
    "color": _one_of(COLOURS),
    "today": _day,
    "per-file-ignores": _per_file_ignores,
    "severity": _severities,
    "hedges": _hedges,
    "money": _money,
}
