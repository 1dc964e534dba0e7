"""The editor's page: one self-contained file, without scripts, that prints well."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files

from checker.finding import Finding, Query, Related
from checker.report._layout import visible
from checker.report._words import likeliest, quoted, repair_sentences, summary_line
from checker.report.style import Style
from checker.result import Accepted, Result

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fact check: {title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>Fact check</h1><p>{title}</p></header>
<main>
{body}
</main>
</body>
</html>
"""


def render(result: Result, style: Style) -> str:
    """All findings in the order given; those accepted, with their reasons, at the end."""
    sections = [_finding(finding) for finding in result.findings]
    if result.accepted:
        sections.append("<h2>Accepted</h2>")
        sections += [_accepted(each) for each in result.accepted]
    if result.remarks and style.verbose:
        sections.append("<h2>What agrees</h2>")
        sections += [_section(each, "agrees", _steps(each.explanation)) for each in result.remarks]
    sheet = files("checker.report").joinpath("page.css").read_text(encoding="utf-8")
    return _PAGE.format(
        digest=b64encode(sha256(sheet.encode()).digest()).decode(),
        title=_text(summary_line(result.summary)),
        style=sheet,
        body="\n".join(sections),
    )


def _finding(finding: Finding) -> str:
    body = _sides(finding.related) + _steps(finding.explanation)
    sentences = repair_sentences(likeliest(finding.repairs))
    body += "".join(f'<p class="repair">{_text(each)}</p>' for each in sentences)
    body += "".join(_query(query) for query in finding.queries)
    return _section(finding, finding.severity.value, body)


def _accepted(accepted: Accepted) -> str:
    by = f" ({accepted.by})" if accepted.by else ""
    reason = f'<p class="reason">{_text(accepted.reason + by)}</p>'
    return _section(accepted.finding, "accepted", reason)


def _section(finding: Finding, label: str, body: str) -> str:
    span = finding.span
    place = _text(f"{span.path}:{span.line}:{span.column}")
    return (
        f'<section class="{label}">'
        f"<h3><span>{label}</span> {_text(finding.message)}</h3>"
        f'<p class="place">{place} <code>{_text(finding.rule)}</code></p>'
        f"{body}</section>"
    )


def _sides(sides: Iterable[Related]) -> str:
    figures = "".join(_side(side) for side in sides)
    return f'<div class="sides">{figures}</div>' if figures else ""


def _side(side: Related) -> str:
    place = _text(f"{side.span.path}:{side.span.line}")
    quote = f'<blockquote dir="auto">{_text(quoted(side.quote))}</blockquote>'
    caption = f"<figcaption><bdi>{_text(side.speaker)}</bdi> <small>{place}</small></figcaption>"
    return f"<figure>{caption}{quote}</figure>"


def _steps(steps: Iterable[str]) -> str:
    items = "".join(f"<li>{_text(step)}</li>" for step in steps)
    return f"<ul>{items}</ul>" if items else ""


def _query(query: Query) -> str:
    return f'<p class="query">Ask <bdi>{_text(query.ask)}</bdi>: {_text(query.question)}</p>'


def _text(text: str) -> str:
    return escape(visible(text))
