"""A place in a file, as people count: lines and columns from 1."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """From the first character to just behind the last one.

    Lines and columns count from 1; columns count characters, not bytes.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
