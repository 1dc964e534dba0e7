"""A rule's page and the table of rules, for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from checker.report._layout import wrap

_WIDEST = 100


def explain(rule_id: str, page: str, width: int) -> str:
    """The page with its prose filled to the width; blocks of code stay as they are."""
    lines = [rule_id, "=" * len(rule_id), "", *_filled(page.splitlines(), min(width, _WIDEST))]
    return "\n".join(lines) + "\n"


def _filled(lines: Iterable[str], width: int) -> Iterator[str]:
    paragraph: list[str] = []
    fenced = False
    for line in lines:
        fence = line.startswith("```")
        prose = not (fence or fenced or not line.strip() or line.startswith(("#", "|", "    ")))
        if not prose or line.startswith("- "):
            yield from _flushed(paragraph, width)
        if prose:
            paragraph.append(line)
        else:
            yield line
        fenced = fenced != fence
    yield from _flushed(paragraph, width)


def _flushed(paragraph: list[str], width: int) -> Iterator[str]:
    """The paragraph in filled lines; it is empty afterwards."""
    if paragraph:
        hanging = "  " if paragraph[0].startswith("- ") else ""
        yield from wrap(" ".join(paragraph), width, hanging=hanging)
        paragraph.clear()


def table(summaries: Mapping[str, str], width: int) -> str:
    """Two columns, the rules' ids and summaries; one below the other where that is too narrow."""
    column = max(map(len, summaries), default=0) + 2
    lines: list[str] = []
    for rule_id, summary in summaries.items():
        if column + 30 > width:
            lines += [rule_id, *wrap(summary, max(width, 20), indent="    ")]
        else:
            lines += wrap(summary, width, indent=f"{rule_id:{column}}", hanging=" " * column)
    return "".join(f"{line}\n" for line in lines)


def table_as_json(summaries: Mapping[str, str]) -> str:
    """The same as a list of objects, for programs."""
    rows = [
        {"rule": rule_id, "family": rule_id.partition("/")[0], "summary": summary}
        for rule_id, summary in summaries.items()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
