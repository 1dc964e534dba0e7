"""Reads a rule's page: fixed headings, and examples that can be run.

A page is the docstring of a rule's module. Its first line is the summary; then come `## What it
checks`, `## Why`, `## Fires`, `## Silent` and `## Source`, in this order. Every fenced `yaml`
block under Fires and Silent is one claims tree. In it,

- `# file: NAME.yaml` begins a file (without it all is `example.yaml`); `, as latin-1` behind the
  name stores it in that encoding, to show what an undecodable file does;
- `# text: NAME.txt` begins the text of an article;
- `# finding: error "words"` ends a line that a finding of this rule must be placed at: its
  severity, and words that its message must contain;
- `# text-finding: 3 warning "words"` says the same of line 3 of the block's text, and is no part of
  the text wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

HEADINGS = ("What it checks", "Why", "Fires", "Silent", "Source")

_HEADING = re.compile(r"^## (.+?)\s*$")
_PART = re.compile(r"^# (file|text): (\S+?)(?:, as (\S+))?\s*$")
_MARK = re.compile(r"# finding: (error|warning|note) \"([^\"]*)\"\s*$")
_TEXT_MARK = re.compile(r"^# text-finding: (\d+) (error|warning|note) \"([^\"]*)\"\s*$")


class PageError(ValueError):
    """A page is not as it should be; the message says where and how."""


class Mark(Struct, frozen=True):
    """A finding that an example must give: where, how grave, and words of its message."""

    file: str
    line: int
    severity: str
    words: str


class Part(Struct, frozen=True):
    """One file of an example."""

    kind: str
    name: str
    encoding: str
    text: str


class Example(Struct, frozen=True):
    """One claims tree of a page with the findings that it must give; `line` is the page's."""

    line: int
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]


class Page(Struct, frozen=True):
    """A page in its parts."""

    summary: str
    sections: dict[str, str]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


def parse(page: str) -> Page:
    """Reads the page of a rule.

    Raises:
        PageError: a heading is missing, empty or out of order, or a block cannot be read.
    """
    lines = page.splitlines()
    summary = lines[0].strip() if lines else ""
    if not summary or summary.startswith("#"):
        raise PageError("the first line must be the summary, a sentence")
    starts = _headings(lines)
    ends = [*(start for _, start in starts[1:]), len(lines)]
    sections = {
        title: "\n".join(lines[start + 1 : end]).strip()
        for (title, start), end in zip(starts, ends, strict=True)
    }
    _refuse_empty(sections)
    bounds = {title: (start, end) for (title, start), end in zip(starts, ends, strict=True)}
    fires = tuple(_examples(lines, *bounds["Fires"]))
    silent = tuple(_examples(lines, *bounds["Silent"]))
    _refuse_misplaced_marks(fires, silent)
    return Page(summary, sections, fires, silent)


def _headings(lines: list[str]) -> list[tuple[str, int]]:
    """The headings with their lines (from 0); those inside of fenced blocks are none."""
    found, fenced = [], False
    for number, line in enumerate(lines):
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced and (match := _HEADING.match(line)):
            found.append((match[1], number))
    titles = tuple(title for title, _ in found)
    if titles != HEADINGS:
        wanted = ", ".join(f"## {title}" for title in HEADINGS)
        raise PageError(f"the headings must be {wanted}; found {', '.join(titles) or 'none'}")
    return found


def _refuse_empty(sections: dict[str, str]) -> None:
    for title, text in sections.items():
        if not text:
            raise PageError(f"nothing stands under ## {title}")


def _refuse_misplaced_marks(fires: tuple[Example, ...], silent: tuple[Example, ...]) -> None:
    for example in fires:
        if not example.marks:
            raise PageError(f"line {example.line}: a block under ## Fires marks no finding")
    for example in silent:
        if example.marks:
            raise PageError(f"line {example.line}: a block under ## Silent marks a finding")


def _examples(lines: list[str], start: int, end: int) -> Iterator[Example]:
    """The fenced yaml blocks between two lines of the page."""
    opened: int | None = None
    for number in range(start, end):
        line = lines[number].rstrip()
        if opened is None and line == "```yaml":
            opened = number
        elif opened is not None and line == "```":
            yield _example(lines[opened + 1 : number], opened + 1)
            opened = None
    if opened is not None:
        raise PageError(f"line {opened + 1}: the block is not closed")


def _example(lines: list[str], page_line: int) -> Example:
    parts: list[Part] = []
    body: list[str] = []
    current = Part("file", "example.yaml", "utf-8", "")
    marks: list[Mark] = []
    for line in lines:
        if match := _PART.match(line):
            if any(map(str.strip, body)):
                parts.append(_with_body(current, body))
            current, body = Part(match[1], match[2], match[3] or "utf-8", ""), []
            continue
        if current.kind == "text" and _TEXT_MARK.match(line):
            continue
        body.append(line)
        if current.kind == "file" and (match := _MARK.search(line)):
            marks.append(Mark(current.name, len(body), match[1], match[2]))
    parts.append(_with_body(current, body))
    marks += _text_marks(lines, [part.name for part in parts if part.kind == "text"], page_line)
    return Example(page_line, tuple(parts), tuple(marks))


def _with_body(part: Part, body: list[str]) -> Part:
    return replace(part, text="\n".join(body) + "\n")


def _text_marks(lines: list[str], texts: list[str], page_line: int) -> Iterator[Mark]:
    for line in lines:
        if match := _TEXT_MARK.match(line):
            if len(texts) != 1:
                raise PageError(f"line {page_line}: text-finding needs exactly one text")
            yield Mark(texts[0], int(match[1]), match[2], match[3])
