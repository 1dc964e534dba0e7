"""Text for a terminal: untrusted characters made visible, width as it is seen, lines filled.

Widths are counted in columns of a terminal: a wide East Asian character takes two, a combining
mark none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

# Joiners hold letters of Persian and Indian scripts and parts of emoji together: no harm in them.
_JOINERS = "\u200c\u200d"
_UNPRINTABLE = {"Cc", "Cf", "Cs"}
_SPACES = {"Zs", "Zl", "Zp"}


def visible(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal or a browser would obey.

    Line ends, tabs and odd spaces become spaces; control characters, escape sequences, invisible
    characters and those that turn the direction of writing are written out by their number.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if char in "\n\r\t" or category in _SPACES:
        return " "
    if (category in _UNPRINTABLE and char not in _JOINERS) or _is_noncharacter(char):
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return char


def _is_noncharacter(char: str) -> bool:
    code = ord(char)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def width(text: str) -> int:
    """How many columns `text` takes."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """`text` with spaces behind it up to `columns`."""
    return text + " " * (columns - width(text))


def shorten(text: str, columns: int) -> str:
    """The beginning of `text` that fits, with `…` where something is left out."""
    if width(text) <= columns:
        return text
    return next(_pieces(text, max(columns - 1, 1))).rstrip() + "…"


def shorten_left(text: str, columns: int) -> str:
    """The end of `text` that fits, with `…` where something is left out: paths differ at the end."""
    excess = width(text) - columns
    start = 0
    while excess > (-1 if start else 0) and start < len(text):
        excess -= _char_width(text[start])
        start += 1
    return "…" + text[start:] if start else text


def wrap(text: str, columns: int, *, indent: str = "", hanging: str | None = None) -> list[str]:
    """`text` in lines of at most `columns`, later ones behind `hanging` (default: `indent`).

    A word longer than a line, or one in a script without spaces, is broken where it has to be.
    """
    rest = indent if hanging is None else hanging
    lines: list[str] = []
    line, used = indent, width(indent)
    start = used
    for word in text.split():
        for piece in _pieces(word, max(columns - width(rest), 2)):
            size = width(piece)
            if used > start and used + 1 + size > columns:
                lines.append(line)
                line, used = rest, width(rest)
                start = used
            gap = " " if used > start else ""
            line += gap + piece
            used += len(gap) + size
    lines.append(line)
    return lines


def _pieces(word: str, columns: int) -> Iterator[str]:
    """A word in parts that each fit; usually the word itself."""
    if width(word) <= columns:
        yield word
        return
    part, used = "", 0
    for char in word:
        size = _char_width(char)
        if part and used + size > columns:
            yield part
            part, used = "", 0
        part += char
        used += size
    if part:
        yield part


def side_by_side(left: Sequence[str], right: Sequence[str], columns: int) -> list[str]:
    """Two columns of lines, the left one `columns` wide."""
    height = max(len(left), len(right))
    rows = zip(_filled(left, height), _filled(right, height), strict=True)
    return [f"{pad(a, columns)} | {b}".rstrip() for a, b in rows]


def _filled(lines: Sequence[str], height: int) -> list[str]:
    return [*lines, *[""] * (height - len(lines))]
