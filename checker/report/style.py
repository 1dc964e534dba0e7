"""How a report is to look."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Style(Struct, frozen=True):
    """What a renderer is told besides the result.

    `width` is in columns of a terminal. `pages` are the rules' pages by id, for formats that
    carry help along; `version` is that of the program.
    """

    width: int = 80
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
    pages: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
