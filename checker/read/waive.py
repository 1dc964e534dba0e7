"""Writing a waiver into a claim file's text, with everything else left as it is typed.

The text is changed at one place, which the parser's marks give: below the last entry of the claim,
or of its `accept`. The changed text is then read again, and must hold what was there before and the
waiver, nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from checker.model.places import Mark, Places
from checker.read.document import Data, Document, read_document

# What ends a line for the YAML parser.
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
Waiver = Mapping[str, str | list[str]]


class Uneditable(Exception):
    """A claim that is written in a way that cannot be added to here; the message is the waiver."""


def with_waiver(text: str, claim: Mark, waiver: Waiver) -> str:
    """The text with a waiver added to the claim that stands at `claim`.

    Raises:
        Uneditable: no place for it that leaves the rest as it is.
    """
    before = _read(text)
    number = None if before is None else _number(before, claim)
    if before is None or number is None:
        raise Uneditable(_flow(waiver))
    changed = _added(_Text(text), before.places.below("claims", number), waiver)
    after = _read(changed)
    if after is None or after.data != _expected(before.data, number, waiver):
        raise Uneditable(_flow(waiver))
    return changed


def _read(text: str) -> Document | None:
    document, problems = read_document("", text)
    return None if problems else document


def _number(document: Document, claim: Mark) -> int | None:
    """Which of the file's claims stands at the mark."""
    for number in document.places.below("claims").children:
        if document.places.at("claims", number) == claim and isinstance(number, int):
            return number
    return None


def _expected(data: Data, number: int, waiver: Waiver) -> Data:
    """The data with the waiver; aliases are written out, so that a shared list changes once."""
    copy = json.loads(json.dumps(data))
    copy["claims"][number].setdefault("accept", []).append(dict(waiver))
    found: Data = copy
    return found


class _Text:
    """A text and its lines, as the parser counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        first = _BREAK.search(text)
        self.newline = "\n" if first is None or len(first[0]) == 1 else first[0]

    def offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end]

    def insert(self, at: int, more: str) -> str:
        return self.text[:at] + more + self.text[at:]

    def below(self, mark: Mark, lines: list[str]) -> str:
        """The text with lines inserted below what ends at the mark."""
        *_, last, column = mark
        if column == 1:  # a block of text ends where the next line begins
            last -= 1
        at = self.starts[last] if last < len(self.starts) else len(self.text)
        broken = _BREAK.search(self.line(last)) is not None
        return self.insert(at, self._lines(lines) if broken else self._after(lines))

    def _lines(self, lines: list[str]) -> str:
        return "".join(line + self.newline for line in lines)

    def _after(self, lines: list[str]) -> str:
        return "".join(self.newline + line for line in lines)


def _added(text: _Text, claim: Places, waiver: Waiver) -> str:
    accepted = claim.children.get("accept")
    if accepted is None:
        if text.text[text.offset(*claim.own[:2])] == "{":
            at = text.offset(*_end(claim)[2:])
            return text.insert(at, f", accept: [{_flow(waiver)}]")
        indent = " " * (claim.own[1] - 1)
        return text.below(_end(claim), [f"{indent}accept:", *_block(indent + "  ", waiver)])
    if not isinstance(accepted, Places):
        raise Uneditable(_flow(waiver))
    if text.text[text.offset(*accepted.own[:2])] == "[":
        return _in_flow_list(text, accepted, waiver)
    return text.below(_end(accepted), _block(" " * (accepted.own[1] - 1), waiver))


def _in_flow_list(text: _Text, accepted: Places, waiver: Waiver) -> str:
    if not accepted.children:
        return text.insert(text.offset(*accepted.own[:2]) + 1, _flow(waiver))
    return text.insert(text.offset(*_end(accepted)[2:]), f", {_flow(waiver)}")


def _end(place: Places) -> Mark:
    """The mark of the last part."""
    last = list(place.children.values())[-1]
    return last.own if isinstance(last, Places) else last


def _block(indent: str, waiver: Waiver) -> list[str]:
    lines = [f"{key}: {_scalar(key, value)}" for key, value in waiver.items()]
    return [f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _flow(waiver: Waiver) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(key, value)}" for key, value in waiver.items()) + "}"


def _scalar(key: str, value: Any) -> str:
    """A value as YAML; the text of people in quotation marks, whatever it holds."""
    plain = key in {"rule", "until"}
    return str(value) if plain else json.dumps(value, ensure_ascii=False)
