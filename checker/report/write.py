"""Writes reports: to a file as a whole or not at all, or to standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


class UnwritableError(Exception):
    """A report cannot be written where it was asked for; the message says why."""


def refuse_unwritable(path: str) -> None:
    """Sees, before the work is done, whether `path` can be written.

    Raises:
        UnwritableError: its folder is not there, or it or its folder may not be written.
    """
    target = Path(path)
    folder = target.parent
    if not folder.is_dir():
        raise UnwritableError(f"cannot write {path}: there is no folder {folder}; make it first")
    if target.is_dir():
        raise UnwritableError(f"cannot write {path}: it is a folder; name a file in it")
    writable = target if target.exists() else folder
    if not os.access(writable, os.W_OK):
        raise UnwritableError(f"cannot write {path}: permission denied")


def write_file(path: str, text: str) -> None:
    """Puts `text` at `path` as UTF-8; a reader sees the old file or the new, never a half.

    Raises:
        UnwritableError: the system refuses it.
    """
    target = Path(os.path.realpath(path))  # behind a link, so that the link stays
    data = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe cannot be replaced
        else:
            _replace(target, data)
    except OSError as error:
        raise UnwritableError(f"cannot write {path}: {error.strerror or error}") from error


def _replace(target: Path, data: bytes) -> None:
    mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            os.fchmod(stream.fileno(), mode & 0o777)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def write_out(text: str, *, utf8: bool = True) -> None:
    """Puts `text` on standard output: as UTF-8, or in the encoding of the terminal.

    A reader that has gone away (`| head`) is no fault: the rest is dropped in silence.

    Raises:
        UnwritableError: the system refuses it (a full disk).
    """
    encoding = "utf-8" if utf8 else (sys.stdout.encoding or "utf-8")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # else the interpreter would complain once more when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise UnwritableError(f"cannot write the report: {error.strerror or error}") from error
