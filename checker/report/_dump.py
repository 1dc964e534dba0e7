"""JSON that every parser takes, and that a terminal and a reader by lines are safe from."""

from __future__ import annotations

import json
import re

import msgspec.json

_SURROGATE = re.compile("[\ud800-\udfff]")
# controls above ASCII, further line ends, and what turns the direction of writing
_ODD = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def dump(value: object, *, indent: int | None = 1) -> str:
    """`value` as JSON with its scripts as they are, and a line end.

    Characters that could do harm are escaped: they mean the same. Half characters (a file name that
    is not UTF-8 has some) cannot be encoded, and strict parsers refuse them escaped: each becomes
    its number written out.
    """
    text = json.dumps(value, ensure_ascii=False)
    text = _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    text = _SURROGATE.sub(lambda match: f"\\\\u{ord(match[0]):04x}", text)
    # indented afterwards: `json` itself is slow where it has to
    return (text if indent is None else msgspec.json.format(text, indent=indent)) + "\n"
