"""Quotation marks in running text: which are opened and never closed, or closed and never opened.

Marks are judged by their shape and by what stands beside them; where one reading of a doubtful
mark balances its paragraph, that reading is taken. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile('["“”„‟«»「」『』＂〝〞]')
_OPENERS = frozenset("“„‟「『〝")
_CLOSERS = frozenset("”」』〞")
_BEFORE_OPENING = frozenset(" \t\r\u00a0\u202f([{—–-/…'‘>*_|:•")
_AFTER_CLOSING = frozenset(" \t\r\u00a0\u202f)]}.,;:!?—–-/…'’<*_|")
_SENTENCE_END = re.compile(r"[.!?。！？]\s*$")
_LEADING = " \t\r\u00a0•*_>—–-…"
# Straight and curly marks close one another; the others only their own kind.
_KINDS = {**dict.fromkeys("«»", "«"), **dict.fromkeys("「」", "「"), **dict.fromkeys("『』", "『")}

_SINGLE_OPENING = re.compile(r"(?:^|(?<=[.,:;!?—]\s))‘(?=[^\W\d_])", re.MULTILINE)
_SINGLE_CLOSING = re.compile(r"(?<=\S)’(?![^\W_])")
_ELISION = re.compile(r"‘(?:em|tis|twas|til|n|cause|round|bout|cos)\b", re.IGNORECASE)


class Unbalanced(Struct, frozen=True):
    """A quotation mark without its partner: its offset in the text, and whether it opens."""

    start: int
    opens: bool


class _Mark(Struct, frozen=True):
    """A mark with what it may do; `measures` where it may stand for inches or seconds."""

    start: int
    char: str
    opens: bool
    closes: bool
    measures: bool = False

    @property
    def kind(self) -> str:
        return _KINDS.get(self.char, '"')


def unbalanced(text: str) -> Iterator[Unbalanced]:
    """The quotation marks of a text that have no partner.

    A quotation that is reopened in each paragraph without being closed in the one before is a
    convention; apostrophes, and marks for feet, inches, minutes and seconds, quote nothing.
    """
    pending: list[_Mark] = []
    interrupted = False
    turned = _first(text, "»") < _first(text, "«")
    for paragraph in _PARAGRAPH.finditer(text):
        marks = _marks(text, paragraph.start(), paragraph.end(), turned)
        opened, stray = _match(marks)
        if pending and not interrupted and _reopens(paragraph, marks):
            pending = []
        elif pending and stray:
            pending, stray = [], stray[1:]
        elif pending and marks:
            yield from (Unbalanced(mark.start, True) for mark in pending)
            pending = []
        interrupted = interrupted or bool(_SENTENCE_END.search(paragraph.group()))
        yield from (Unbalanced(mark.start, False) for mark in stray)
        if opened:
            pending, interrupted = opened, False
    yield from (Unbalanced(mark.start, True) for mark in pending)
    yield from _unclosed_single(text)


def _first(text: str, mark: str) -> int:
    """Where a mark first stands (behind the text's end where it does not)."""
    at = text.find(mark)
    return at if at >= 0 else len(text)


def _marks(text: str, start: int, end: int, turned: bool) -> list[_Mark]:
    marks = []
    for found in _MARK.finditer(text, start, end):
        at, char = found.start(), found.group()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        marks.append(_mark(at, char, before, after, turned))
    return marks


def _mark(at: int, char: str, before: str, after: str, turned: bool) -> _Mark:
    opening, closing = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    if char in "«»":
        opens = (char == "«") != turned
        return _Mark(at, char, opens, not opens)
    if char == "“":
        return _Mark(at, char, True, closing and not opening)
    if char == "”":
        return _Mark(at, char, opening and not closing, True, before.isdigit())
    if char in _OPENERS or char in _CLOSERS:
        return _Mark(at, char, char in _OPENERS, char in _CLOSERS)
    doubtful = opening == closing
    measures = before.isdigit() or before in "½¼¾′"
    return _Mark(at, char, opening or doubtful, closing or doubtful, measures)


def _match(marks: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """What a paragraph leaves open, and the marks that close nothing."""
    opened, stray = _pair(marks)
    if (opened or stray) and any(mark.measures for mark in marks):
        again = _pair([mark for mark in marks if not mark.measures])
        if not any(again):
            return again
    return opened, stray


def _pair(marks: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    opened: list[_Mark] = []
    stray: list[_Mark] = []
    for mark in marks:
        inner = bool(opened) and _closes(mark, opened[-1])
        if inner:
            opened.pop()
        elif mark.measures:
            continue
        elif mark.opens:
            opened.append(mark)
        else:
            stray.append(mark)
    return opened, stray


def _closes(mark: _Mark, opening: _Mark) -> bool:
    if mark.kind != opening.kind:
        return False
    return mark.closes or (opening.char == "„" and mark.char in '“”"')


def _reopens(paragraph: re.Match[str], marks: list[_Mark]) -> bool:
    """Whether a paragraph begins with a mark that opens a quotation."""
    return bool(marks) and marks[0].opens and marks[0].start == _lead(paragraph)


def _lead(paragraph: re.Match[str]) -> int:
    """Where the words of a paragraph begin, behind bullets and dashes."""
    return paragraph.start() + len(paragraph[0]) - len(paragraph[0].lstrip(_LEADING))


def _unclosed_single(text: str) -> Iterator[Unbalanced]:
    """Unclosed `‘` in a text that quotes with single marks only.

    A closing single mark is also the apostrophe, and an opening one a letter of transcribed
    Arabic, so this looks only where a quotation would begin, in texts without double marks.
    """
    if _MARK.search(text) or not _SINGLE_CLOSING.search(text):
        return
    pending: int | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        openings = [m.start() for m in _SINGLE_OPENING.finditer(text, *paragraph.span())]
        openings = [at for at in openings if not _ELISION.match(text, at)]
        closings = [m.start() for m in _SINGLE_CLOSING.finditer(text, *paragraph.span())]
        if pending is not None and not closings and _lead(paragraph) not in openings:
            yield Unbalanced(pending, True)
        last = openings[-1] if openings else None
        pending = last if last is not None and (not closings or closings[-1] < last) else None
    if pending is not None:
        yield Unbalanced(pending, True)
