"""JSON that every parser takes."""

from __future__ import annotations

import json
import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def dump(value: object, *, indent: int | None = 1) -> str:
    """`value` as JSON with its scripts as they are, and a line end.

    Half characters (a file name that is not UTF-8 has some) cannot be encoded, and strict parsers
    refuse them escaped: each becomes its number written out.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(_spelt_out, text) + "\n"


def _spelt_out(match: re.Match[str]) -> str:
    return f"\\\\u{ord(match[0]):04x}"
