"""A YAML file as a tree of its own words.

Every comment belongs to the key or item that it stands above or beside, and every value is the very
text that was typed.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from checker.model.places import Mark, Places
from checker.read.document import Document

# as the parser breaks lines, so that its marks are ours
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BESIDE = re.compile(r"[ \t]*(#.*)?")
_ABOVE = re.compile(r"[ \t]*(#.*|---[ \t]*|\.\.\.[ \t]*)?")
_LONE_DASH = re.compile(r"[ \t]*-[ \t]*(#.*)?")
_COLON = re.compile(r"[ \t]*:[ \t]*")
_NOTHING_BUT_COMMENT = re.compile(r"[ \t]*:?[ \t]*(#.*)?")


class UnusualLayout(Exception):
    """YAML that is right, but written in a way that is better left alone; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is laid out in an unusual way")
        self.line = line


class Leaf(Struct, frozen=True):
    """A value as it was typed, line by line: a scalar, braces, brackets, an alias.

    `column` (from 0) is that of its key or dash: what its further lines are indented against. The
    first line is empty where the value begins below its key.
    """

    lines: tuple[str, ...]
    column: int
    place: Places | Mark
    data: Any


class Entry(Struct, frozen=True):
    """A key with its value, or an item of a list (`key` is empty then); comments above and beside."""

    name: str | int
    key: str
    above: tuple[str, ...]
    value: Leaf | tuple[Entry, ...]
    beside: str


class Tree(Struct, frozen=True):
    """A whole file; `below` are the comments after the last value."""

    entries: tuple[Entry, ...]
    below: tuple[str, ...]


def read_tree(text: str, document: Document) -> Tree:
    """The tree of a document that was read from `text` without complaint.

    Raises:
        UnusualLayout: it is no block mapping, or holds something that a tree cannot.
    """
    reader = _TreeReader(text)
    if not isinstance(document.data, dict) or not document.data or reader.inline(document.places):
        raise UnusualLayout(1)
    entries = reader.block(document.places, document.data)
    return Tree(entries, reader.above(len(reader.lines)))


class _TreeReader:
    """Goes down the lines once; `cursor` is the first line that belongs to nothing yet."""

    def __init__(self, text: str) -> None:
        self.lines = LINE_BREAK.split(text)
        self.cursor = 0

    def inline(self, place: Places) -> bool:
        """Whether a collection stands in braces or brackets, or is an alias, anchored or tagged."""
        line, column = place.own[0] - 1, place.own[1] - 1
        return self.lines[line][column : column + 1] in tuple("{[&*!")

    def block(self, places: Places, data: Any) -> tuple[Entry, ...]:
        read = self.item if isinstance(data, list) else self.entry
        return tuple(read(places, data, name) for name in places.children)

    def entry(self, places: Places, data: Any, name: Any) -> Entry:
        line, start, end_line, end = (number - 1 for number in places.keys[name])
        if line != end_line or self.lines[line][:start].strip(" \t-"):
            raise UnusualLayout(line + 1)
        above = self.above(line)
        self.cursor = line + 1
        value, beside = self.value(places.children[name], data[name], start, (line, end))
        return Entry(name, self.lines[line][start:end], above, value, beside)

    def item(self, places: Places, data: Any, name: Any) -> Entry:
        place = places.children[name]
        mark = place.own if isinstance(place, Places) else place
        line, dash = self.dash(mark[0] - 1, mark[1] - 1)
        above = self.above(line)
        self.cursor = line + 1
        value, beside = self.value(place, data[name], dash, (line, dash + 1))
        return Entry(name, "", above, value, beside)

    def dash(self, line: int, start: int) -> tuple[int, int]:
        """Line and column of the dash before an item's value, which may stand on a later line."""
        before = self.lines[line][:start].rstrip(" \t")
        if before.endswith("-"):
            return line, len(before) - 1
        for upper in range(line - 1, self.cursor - 1, -1):
            if _LONE_DASH.fullmatch(self.lines[upper]):
                return upper, self.lines[upper].index("-")
            if not _ABOVE.fullmatch(self.lines[upper]):
                break
        raise UnusualLayout(line + 1)

    def above(self, line: int) -> tuple[str, ...]:
        """The comments and blank lines up to `line`, which begins something."""
        between = self.lines[self.cursor : line]
        for number, each in enumerate(between):
            if not _ABOVE.fullmatch(each):
                raise UnusualLayout(self.cursor + number + 1)
        return tuple(each.strip(" \t") for each in between)

    def value(
        self, place: Places | Mark, data: Any, column: int, behind: tuple[int, int]
    ) -> tuple[Leaf | tuple[Entry, ...], str]:
        """The value of a key or dash that begins at `column`, and the comment beside it.

        `behind` is the line and the column behind the key or dash.
        """
        line, end = behind
        if not isinstance(place, Places) or self.inline(place):
            return self.leaf(place, data, column, behind)
        if place.own[0] - 1 == line:  # the first key of an item
            return self.block(place, data), ""
        found = _NOTHING_BUT_COMMENT.fullmatch(self.lines[line], end)
        if found is None:
            raise UnusualLayout(line + 1)
        return self.block(place, data), found[1] or ""

    def leaf(
        self, place: Places | Mark, data: Any, column: int, behind: tuple[int, int]
    ) -> tuple[Leaf, str]:
        mark = place.own if isinstance(place, Places) else place
        first, start, last, stop = (number - 1 for number in mark)
        if stop == 0 and last > first:  # a block of text ends where the next line begins
            last, stop = last - 1, len(self.lines[last - 1])
        line, end = behind
        beside = _BESIDE.fullmatch(self.lines[last], stop)
        if beside is None or first < line:
            raise UnusualLayout(last + 1)
        self.cursor = last + 1
        lines = [self.lines[line], *self.lines[line + 1 : last + 1]]
        lines[-1] = lines[-1][:stop]
        begin = start if first == line else _behind_colon(self.lines[line], end)
        return Leaf((lines[0][begin:], *lines[1:]), column, place, data), beside[1] or ""


def _behind_colon(line: str, end: int) -> int:
    found = _COLON.match(line, end)
    return found.end() if found else end
