"""Coverage in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checker.draft.coverage import Coverage, Item, totals
from checker.report._layout import visible

_CONTEXT = 30
_PLURALS = {"figure": "figures", "money": "money", "date": "dates", "age": "ages", "name": "names"}


def percent(found: Sequence[Coverage]) -> float:
    """The share of all items that have a claim, in percent; 100 where there is nothing to cover."""
    count = sum(len(each.items) for each in found)
    return 100 * sum(each.covered for each in found) / count if count else 100.0


def as_text(found: Sequence[Coverage], without_text: Sequence[str]) -> str:
    """For people: by article, what has no claim, in its context; then the totals."""
    lines: list[str] = []
    for each in found:
        lines.append(f"{visible(each.text.path)}: {each.covered} of {len(each.items)} covered")
        lines += [
            f"  {_place(each, item)}  {item.kind:6}  {_context(each, item)}"
            for item in each.missing
        ]
    lines += [f"{visible(name)}: no text found, so nothing can be said" for name in without_text]
    by_kind = (
        f"{_PLURALS[kind]} {done} of {count}"
        for kind, (done, count) in sorted(totals(found).items())
    )
    lines.append(_total(found, ", ".join(by_kind)))
    return "\n".join(lines) + "\n"


def _total(found: Sequence[Coverage], by_kind: str) -> str:
    if not found:
        return "Nothing was measured: there is no text to compare claims with (--texts DIR)"
    return f"{percent(found):.1f} % covered: {by_kind or 'nothing to cover'}"


def as_json(found: Sequence[Coverage], without_text: Sequence[str]) -> str:
    """One object, the same bytes on every run."""
    articles = [
        {
            "id": each.file,
            "path": each.text.path,
            "covered": each.covered,
            "count": len(each.items),
            "missing": [_as_object(each, item) for item in each.missing],
        }
        for each in found
    ]
    kinds = {
        kind: {"covered": done, "count": count} for kind, (done, count) in totals(found).items()
    }
    whole = {
        "version": 1,
        "percent": round(percent(found), 1),
        "kinds": kinds,
        "articles": articles,
        "without_text": list(without_text),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _as_object(each: Coverage, item: Item) -> dict[str, object]:
    span = each.text.span(item.start, item.end)
    return {"kind": item.kind, "words": item.words, "line": span.line, "column": span.column}


def _place(each: Coverage, item: Item) -> str:
    span = each.text.span(item.start, item.end)
    return f"{span.line}:{span.column}"


def _context(each: Coverage, item: Item) -> str:
    """The words around an item, itself in brackets, on one line."""
    text = each.text.text
    before = text[max(item.start - _CONTEXT, 0) : item.start]
    behind = text[item.end : item.end + _CONTEXT]
    return visible(" ".join(f"{before}[{item.words}]{behind}".split()))
