"""The formats of a report: each is a module of this package with a function `render`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from checker.report.style import Style
from checker.result import Result

Render = Callable[[Result, Style], str]

FORMATS = (
    "text",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "csv",
    "html",
)


def renderer(name: str) -> Render:
    """The function that renders a result in the format `name`, one of `FORMATS`.

    Raises:
        KeyError: there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    # only the format that is asked for is imported: a run pays for nothing else
    render: Render = import_module(f"checker.report.{name}").render
    return render
