"""What is wrong with YAML that cannot be parsed, in plain English: one place and what to type.

The parser says where it gave up; people need to know what they typed. So each cause below looks at
the lines themselves, and the parser's own words only choose which causes are possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent
from yaml.reader import ReaderError

from checker.model.places import Mark

# as the parser breaks lines, so that its line numbers are ours
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile("(<{7}|={7}|>{7})( |$)")
_COLON_WITHOUT_SPACE = re.compile(r"[\s-]*([\w-]+):[^\s/]")
_SHOWN = 40

Cause = tuple[int, int, str]
"""Line and column from 0, and the message."""


class _Fault(Struct, frozen=True):
    """Where the parser gave up, what it was reading, and the last thing that it understood."""

    lines: list[str]
    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int
    last: Any

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def rest(self) -> str:
        return _short(self.text[self.column :])

    @property
    def last_ends_here(self) -> bool:
        return self.last is not None and bool(self.last.end_mark.line == self.line)

    def previous(self, line: int) -> int | None:
        """The line above that holds anything but a comment."""
        for number in range(line - 1, -1, -1):
            content = self.lines[number].strip()
            if content and not content.startswith("#"):
                return number
        return None


def explain(error: yaml.YAMLError, text: str, last: Any) -> tuple[Mark, str]:
    """Where `text` stops being YAML, and what to type instead; `last` is the last event read."""
    lines = _LINE_BREAK.split(text)
    if isinstance(error, ReaderError):
        return _at(lines, _control_character(lines))
    fault = _fault(error, lines, last)
    for cause in _CAUSES:
        if found := cause(fault):
            return _at(lines, found)
    return _at(
        lines,
        (
            fault.line,
            fault.column,
            "this line cannot be read as YAML; compare it with the lines around it",
        ),
    )


def _fault(error: Any, lines: list[str], last: Any) -> _Fault:
    at = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or at
    line = min(at.line, len(lines) - 1) if at else 0
    column = at.column if at and at.line < len(lines) else len(lines[line])
    return _Fault(
        lines,
        str(getattr(error, "problem", None) or ""),
        line,
        column,
        str(getattr(error, "context", None) or ""),
        min(start.line, len(lines) - 1) if start else line,
        start.column if start else column,
        last,
    )


def _at(lines: list[str], cause: Cause) -> tuple[Mark, str]:
    line, column, message = cause
    end = max(len(lines[line].rstrip()), column)
    return (line + 1, column + 1, line + 1, end + 1), message


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


def _control_character(lines: list[str]) -> Cause:
    for number, line in enumerate(lines):
        if found := _CONTROL.search(line):
            code = f"U+{ord(found[0]):04X}"
            message = f"an invisible control character ({code}) stands here; delete it"
            return number, found.start(), message
    return 0, 0, "this is not text that YAML can hold; save the file as plain text in UTF-8"


def _merge_conflict(fault: _Fault) -> Cause | None:
    for number, line in enumerate(fault.lines):
        if _CONFLICT.match(line):
            return (
                number,
                0,
                "a merge conflict is not resolved here; keep one side and delete the marks",
            )
    return None


def _tab(fault: _Fault) -> Cause | None:
    for number in dict.fromkeys((fault.line, fault.context_line)):
        line = fault.lines[number]
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            column = indent.index("\t")
            return number, column, "this line is indented with a tab; indent with spaces"
    return None


def _never_closed(fault: _Fault) -> Cause | None:
    if "quoted scalar" not in fault.context:
        return None
    if not ("end of stream" in fault.problem or "document" in fault.problem):
        return None
    quote = fault.lines[fault.context_line][fault.context_column]
    message = (
        f"the quotation mark {quote} opened here is never closed; close it at the end of the value"
    )
    return fault.context_line, fault.context_column, message


def _closed_too_late(fault: _Fault) -> Cause | None:
    if not _is_quoted(fault.last) or not fault.last_ends_here:
        return None
    start = fault.last.start_mark
    if start.line == fault.line:
        return None
    quote = fault.last.style
    message = (
        f"the quotation mark {quote} opened here is closed only on line {fault.line + 1}; close it "
        "at the end of the value"
    )
    return start.line, start.column, message


def _after_quotation(fault: _Fault) -> Cause | None:
    if not _is_quoted(fault.last) or not fault.last_ends_here:
        return None
    if fault.last.style == "'":
        advice = "write an apostrophe inside '…' twice, or put the whole value in \"…\""
    else:
        advice = "put the whole value in '…', or write \\\" for a quotation mark inside it"
    message = f"`{fault.rest}` follows the closing quotation mark; {advice}"
    return fault.line, fault.column, message


def _is_quoted(event: Any) -> bool:
    return isinstance(event, ScalarEvent) and event.style in {"'", '"'}


def _escape(fault: _Fault) -> Cause | None:
    if "quoted scalar" not in fault.context:
        return None
    column = fault.text.rfind("\\", 0, fault.column + 1)
    message = "a backslash inside \"…\" is written twice; or put the value in '…'"
    return fault.line, max(column, 0), message


def _cannot_begin(fault: _Fault) -> Cause | None:
    if "cannot start any token" not in fault.problem:
        return None
    begin = fault.text[fault.column : fault.column + 1]
    return fault.line, fault.column, _quote_it(begin)


def _quote_it(begin: str) -> str:
    return f'a value cannot begin with {begin} unless it stands in quotation marks: put it in "…"'


def _star_or_ampersand(fault: _Fault) -> Cause | None:
    if "alias" in fault.context or "anchor" in fault.context:
        begin = fault.lines[fault.context_line][fault.context_column]
        return fault.context_line, fault.context_column, _quote_it(begin)
    if isinstance(fault.last, AliasEvent) and fault.last_ends_here:
        start: Any = fault.last.start_mark
        return fault.line, start.column, _quote_it("*")
    return None


def _bracket_left_open(fault: _Fault) -> Cause | None:
    if "flow" not in fault.context:
        return None
    opening = fault.lines[fault.context_line][fault.context_column : fault.context_column + 1]
    closing, what = ("]", "list") if opening == "[" else ("}", "mapping")
    where = f"before `{fault.rest}`" if fault.rest else "at the end"
    message = (
        f"`{opening}` opens a {what}, and a comma or `{closing}` is missing {where}; put text that "
        f"holds brackets, commas or colons in quotation marks"
    )
    if fault.context_line == fault.line:
        return fault.line, fault.column, message
    return fault.context_line, fault.context_column, f"{message} (line {fault.line + 1})"


def _after_bracket(fault: _Fault) -> Cause | None:
    ended = isinstance(fault.last, SequenceEndEvent | MappingEndEvent)
    if not ended or fault.last.start_mark == fault.last.end_mark or not fault.last_ends_here:
        return None
    closing = fault.text[fault.last.end_mark.column - 1 : fault.last.end_mark.column]
    if closing not in {"]", "}"} or fault.column < fault.last.end_mark.column:
        return None
    message = (
        f"`{fault.rest}` follows the closing `{closing}`; put text that begins with a bracket in "
        "quotation marks"
    )
    return fault.line, fault.column, message


def _second_colon(fault: _Fault) -> Cause | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    before = fault.text[: fault.column]
    if ": " in before:
        value = _short(fault.text[before.index(": ") + 2 :])
        message = (
            f'the value holds a colon followed by a space; put it in quotation marks: "{value}"'
        )
        return fault.line, before.index(": ") + 2, message
    above = fault.previous(fault.line)
    return _unfinished_line(fault, above) or (
        fault.line,
        len(fault.text) - len(fault.text.lstrip()),
        "this key is indented deeper than the lines above it; align it with them",
    )


def _unfinished_line(fault: _Fault, number: int | None) -> Cause | None:
    """A line without `key: `, which the parser read as the beginning of a longer text."""
    if number is None:
        return None
    line = fault.lines[number]
    column = len(line) - len(line.lstrip())
    if ": " in line or line.rstrip().endswith(":"):
        return None
    if found := _COLON_WITHOUT_SPACE.match(line):
        return number, found.end(1), f"put a space after the colon of `{found[1]}:`"
    message = f"`{_short(line)}` has no colon; write `key: value`, or put a longer text in quotation marks"
    return number, column, message


def _no_colon(fault: _Fault) -> Cause | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    return _unfinished_line(fault, fault.context_line) or (
        fault.context_line,
        fault.context_column,
        f"a colon is missing after `{_short(fault.lines[fault.context_line])}`",
    )


def _colon_in_braces(fault: _Fault) -> Cause | None:
    if "unexpected ':'" not in fault.problem:
        return None
    message = "inside braces or brackets a colon is followed by a space and a value; or put the text in quotation marks"
    return fault.line, fault.column, message


def _content_ended(fault: _Fault) -> Cause | None:
    if "<document start>" not in fault.problem:
        return None
    above = fault.previous(fault.line)
    if above is not None and fault.lines[above].startswith("..."):
        return above, 0, "`...` ends the file here, and more follows; delete this line"
    first = next(n for n, line in enumerate(fault.lines) if line.strip(" \t-") or n == fault.line)
    if fault.lines[first].startswith(" ") and first < fault.line:
        return first, 0, "this line begins with a space; begin every block at the left edge"
    message = (
        "this line does not belong to what stands above it; check the indentation and the first "
        "characters of the lines around it"
    )
    return fault.line, fault.column, message


def _list_on_key_line(fault: _Fault) -> Cause | None:
    if "block sequence entries are not allowed" not in fault.problem:
        return None
    message = (
        "a list with `- ` begins on the line below its key; or put text that begins with `- ` in "
        "quotation marks"
    )
    return fault.line, fault.column, message


def _question_mark(fault: _Fault) -> Cause | None:
    if "mapping keys are not allowed" not in fault.problem:
        return None
    return fault.line, fault.column, _quote_it("?")


def _block_text(fault: _Fault) -> Cause | None:
    if "block scalar" not in fault.context:
        return None
    begin = fault.lines[fault.context_line][fault.context_column : fault.context_column + 1]
    return fault.context_line, fault.context_column, _quote_it(begin or "|")


def _directive(fault: _Fault) -> Cause | None:
    if not fault.lines[fault.context_line].startswith("%"):
        return None
    return fault.context_line, 0, "a line that begins with `%` is an instruction to YAML; delete it"


def _tag(fault: _Fault) -> Cause | None:
    if "tag" not in fault.context and "tag" not in fault.problem:
        return None
    return fault.context_line, fault.context_column, _quote_it("!")


def _no_value(fault: _Fault) -> Cause | None:
    if "node content" not in fault.problem and "node content" not in fault.context:
        return None
    begin = fault.text[fault.column : fault.column + 1]
    if begin:
        return fault.line, fault.column, _quote_it(begin)
    return fault.line, fault.column, "a value is missing at the end of the file"


def _indentation(fault: _Fault) -> Cause | None:
    if "block" not in fault.context:
        return None
    column = len(fault.text) - len(fault.text.lstrip())
    if fault.text[column : column + 2] in {"- ", "-"}:
        message = "a list item stands here where a key is expected; indent it like the other items"
    elif "collection" in fault.context or "sequence" in fault.context:
        message = "`- ` is expected here, as on the items above; or indent the line less"
    else:
        message = "the indentation of this line fits no line above it; align it with its neighbours"
    return fault.line, column, message


_CAUSES: tuple[Callable[[_Fault], Cause | None], ...] = (
    _merge_conflict,
    _tab,
    _never_closed,
    _escape,
    _closed_too_late,
    _after_quotation,
    _cannot_begin,
    _star_or_ampersand,
    _bracket_left_open,
    _after_bracket,
    _second_colon,
    _no_colon,
    _colon_in_braces,
    _content_ended,
    _list_on_key_line,
    _question_mark,
    _block_text,
    _directive,
    _tag,
    _no_value,
    _indentation,
)
