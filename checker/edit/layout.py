"""Claim files in canonical order and layout: keys as `key_order` says, two spaces a level.

What is never touched: comments, the words and quotation marks of a value, the order of entities,
measures, events, rates, claims and lists, and where a line is broken inside a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile
from typing import Any

from msgspec.structs import replace

from checker.edit.key_order import in_order
from checker.edit.tree import LINE_BREAK, Entry, Leaf, Tree, UnusualLayout, read_tree
from checker.model.places import Mark, Places
from checker.read.document import Document, read_document
from checker.read.schema import claims_schema

STEP = 2
Keys = tuple[str | int, ...]


class NotFormatted(Exception):
    """A file that is left as it is; the message says why and where."""


def formatted(text: str) -> str:
    """The claim file `text` in canonical order and layout.

    Raises:
        NotFormatted: it is no valid YAML, or laid out so that rewriting might lose something.
    """
    document, findings = read_document("", text)
    if document is None or findings:
        raise NotFormatted(f"line {findings[0].span.line}: {findings[0].message}")
    try:
        tree = read_tree(text, document)
    except UnusualLayout as unusual:
        raise NotFormatted(f"{unusual}; it is left as it is") from None
    found = LINE_BREAK.search(text)
    lines = list(_Writer(text, claims_schema()).file(tree))
    result = (found[0] if found else "\n").join(lines)
    _refuse_loss(text, document, result)
    return result


def _refuse_loss(text: str, document: Document, result: str) -> None:
    """Sees that the new text holds the same data and the same characters, blanks apart."""
    again, findings = read_document("", result)
    same = again is not None and not findings and again.data == document.data
    if not same or Counter("".join(text.split())) != Counter("".join(result.split())):
        raise NotFormatted("rewriting it could change what it says; it is left as it is")


class _Writer:
    """Writes a tree; the source text is asked only for what stands in braces."""

    def __init__(self, text: str, schema: Mapping[str, Any]) -> None:
        self.lines = LINE_BREAK.split(text)
        self.schema = schema

    def file(self, tree: Tree) -> Iterator[str]:
        first, *others = tree.entries
        head, above = _head(first.above)
        yield from _comments(head, 0)
        yield from self.block((replace(first, above=above), *others), (), 0)
        yield from _comments(_without_last_blanks(tree.below), 0)
        yield ""  # the file ends with the end of a line

    def block(self, entries: tuple[Entry, ...], path: Keys, indent: int) -> Iterator[str]:
        for entry in self.ordered(entries, path):
            write = self.item if isinstance(entry.name, int) else self.entry
            yield from write(entry, path, indent)

    def ordered(self, entries: tuple[Entry, ...], path: Keys) -> list[Entry]:
        if isinstance(entries[0].name, int):
            return list(entries)
        by_name = {str(entry.name): entry for entry in entries}
        return [by_name[name] for name in in_order(by_name, path, self.schema)]

    def entry(self, entry: Entry, path: Keys, indent: int) -> Iterator[str]:
        yield from _comments(entry.above, indent)
        start = f"{' ' * indent}{entry.key}:"
        below = (*path, entry.name)
        if isinstance(entry.value, Leaf):
            yield from self.leaf(start, entry.value, below, indent, entry.beside)
        else:
            yield _with_beside(start, entry.beside)
            yield from self.block(entry.value, below, indent + STEP)

    def item(self, item: Entry, path: Keys, indent: int) -> Iterator[str]:
        """An item of a list; what stands above its first key goes above its dash."""
        blank, below = " " * indent, (*path, item.name)
        if isinstance(item.value, Leaf):
            yield from _comments(item.above, indent)
            yield from self.leaf(f"{blank}-", item.value, below, indent, item.beside)
            return
        first, *others = self.ordered(item.value, below)
        beside = [item.beside] if item.beside else []
        yield from _comments([*item.above, *beside, *first.above], indent)
        entries = (replace(first, above=()), *others)
        lines = list(self.block(entries, below, indent + STEP))
        yield f"{blank}- {lines[0][indent + STEP :]}"
        yield from lines[1:]

    def leaf(self, start: str, leaf: Leaf, path: Keys, indent: int, beside: str) -> Iterator[str]:
        first, *others = leaf.lines
        if not others:
            first = self.inline(leaf.place, leaf.data, path) or first
        lines = [f"{start} {first}" if first.strip() else start]
        lines += [_shifted(line, indent - leaf.column) for line in others]
        yield from lines[:-1]
        yield _with_beside(lines[-1], beside)

    def inline(self, place: Places | Mark, data: Any, path: Keys) -> str:
        """What stands in braces or brackets on one line, in order, with a space behind each comma.

        Empty where it is no such thing, or better left as it was typed.
        """
        if not isinstance(place, Places):
            return ""
        begin = self.slice(place.own)[:1]
        if begin == "{" and isinstance(data, dict):
            pairs = (
                f"{self.slice(place.keys[key])}: {self.part(place.children[key], data[key], (*path, key))}"
                for key in in_order(data, path, self.schema)
            )
            return "" if None in data.values() else f"{{{', '.join(pairs)}}}"
        if begin == "[" and isinstance(data, list):
            parts = (self.part(place.children[n], data[n], (*path, n)) for n in range(len(data)))
            return f"[{', '.join(parts)}]"
        return ""

    def part(self, place: Places | Mark, data: Any, path: Keys) -> str:
        mark = place.own if isinstance(place, Places) else place
        return self.inline(place, data, path) or self.slice(mark)

    def slice(self, mark: Mark) -> str:
        line, start, _, end = mark
        return self.lines[line - 1][start - 1 : end - 1]


def _head(above: tuple[str, ...]) -> tuple[list[str], tuple[str, ...]]:
    """What stays on top of the file, whichever block comes first; and what belongs to that block.

    A comment with a blank line below it is about the file, as are the line for editors and `---`.
    """
    cut = 0
    for number, line in enumerate(above):
        if not line or line == "---" or line.startswith("# yaml-language-server:"):
            cut = number + 1
    return list(dropwhile(_is_blank, above[:cut])), above[cut:]


def _without_last_blanks(lines: tuple[str, ...]) -> list[str]:
    return list(dropwhile(_is_blank, reversed(lines)))[::-1]


def _is_blank(line: str) -> bool:
    return not line


def _with_beside(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _shifted(line: str, shift: int) -> str:
    if shift >= 0:
        return " " * shift + line if line else line
    return line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def _comments(lines: Iterable[str], indent: int) -> Iterator[str]:
    """Comments at an indentation, and one blank line where there were several."""
    previous = None
    for line in lines:
        if line:
            yield " " * indent + line
        elif previous != "":
            yield ""
        previous = line
