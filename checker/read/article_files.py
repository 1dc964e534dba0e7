"""Files of articles: plain text and Markdown, named alone or all of a folder."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from checker.read.discover import Unusable

ENDINGS = (".txt", ".md", ".markdown")


def article_files(path: str) -> list[str]:
    """The file itself; of a folder all texts in it, at any depth, in the order of their paths.

    Raises:
        Unusable: a folder without texts.
    """
    if not Path(path).is_dir():
        return [path]
    inside = (each for each in Path(path).rglob("*") if each.suffix in ENDINGS)
    found = sorted(str(each) for each in inside if not each.is_dir())
    if not found:
        raise Unusable(f"{path}: there is no article (.txt, .md) in this folder")
    return found


def opened(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: it cannot be opened, or is a pipe without a writer or a device without an end.
    """
    file = Path(path)
    if file.exists() and not file.is_file() and not _is_named_pipe_of_the_shell(path):
        raise OSError(errno.EINVAL, "this is no plain file")
    return file.read_bytes()


def _is_named_pipe_of_the_shell(path: str) -> bool:
    """Whether it is what a shell writes for `<(command)`."""
    return os.path.normpath(path).startswith(("/dev/fd/", "/proc/self/fd/", "/dev/stdin"))
