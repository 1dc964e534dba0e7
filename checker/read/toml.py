"""Reading TOML: the values, and the line on which each stands."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PARTS = re.compile(_PART)


class UnreadableToml(Exception):
    """A file that is no TOML, or cannot be opened; the message says where and why."""


class TomlFile(Struct, frozen=True):
    """A TOML file; numbers with a point are exact (`Decimal`)."""

    path: Path
    text: str
    data: dict[str, Any]

    def line_of(self, *keys: str) -> int:
        """The line of the key, or of the nearest table around it that has a line of its own."""
        best, line = 0, 1
        table: tuple[str, ...] = ()
        for number, each in enumerate(self.text.splitlines(), 1):
            if header := _HEADER.match(each):
                here = table = _split(header[1])
            elif key := _KEY.match(each):
                here = (*table, *_split(key[1]))
            else:
                continue
            shared = min(len(here), len(keys))
            if shared > best and here[:shared] == keys[:shared]:
                best, line = shared, number
        return line


def read_toml(path: Path) -> TomlFile:
    """Read one file.

    Raises:
        UnreadableToml: it is no TOML, no UTF-8, or cannot be opened.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return TomlFile(path, text, tomllib.loads(text, parse_float=Decimal))
    except OSError as error:
        raise UnreadableToml(f"{path}: cannot be opened ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UnreadableToml(f"{path}: this is not UTF-8; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableToml(f"{path}: this is no valid TOML: {error}") from None


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))
