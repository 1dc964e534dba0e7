"""Paths as other tools expect them."""

from __future__ import annotations

import posixpath
from pathlib import PurePath


def tidy(path: str) -> str:
    """With forward slashes and without `./`: what a tool matches against a repository's files."""
    return posixpath.normpath(PurePath(path).as_posix())


def uri(path: str) -> str:
    """A relative reference, or a `file` URI for an absolute path; percent-encoded."""
    from urllib.parse import quote

    encoded = quote(tidy(path), safe="/", errors="backslashreplace")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
