"""Bytes to text, for claim files and article texts alike."""

from __future__ import annotations

import codecs

_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Undecodable(ValueError):
    """Bytes that are no text; `line` is the line of the first bad byte, from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def decode(data: bytes) -> str:
    """Read UTF-8, or UTF-16 that begins with a byte order mark; the mark itself is left out.

    Raises:
        Undecodable: the bytes are neither.
    """
    encoding, body = "utf-8", data
    for mark, name in _BY_MARK:
        if data.startswith(mark):
            encoding, body = name, data[len(mark) :]
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, "replace")
        raise Undecodable(_message(body, error), before.count("\n") + 1) from None


def _message(body: bytes, error: UnicodeDecodeError) -> str:
    if b"\0" in body and error.encoding == "utf-8":
        return "this is not a text file (it holds zero bytes); save it as plain text in UTF-8"
    bad = body[error.start]
    return (
        f"the byte 0x{bad:02X} is not valid {error.encoding.upper()}; the file was probably saved "
        "in an older encoding (such as Windows-1252): save it as UTF-8"
    )
