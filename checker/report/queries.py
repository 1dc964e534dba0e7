"""The questions that would settle the findings, grouped by whom to ask."""

from __future__ import annotations

from checker.finding import Finding
from checker.report._layout import visible, wrap
from checker.report._words import count
from checker.report.style import Style
from checker.result import Result

_INDENT = "  - "


def render(result: Result, style: Style) -> str:
    """Each person or desk once, with all questions for them and the places that these are about."""
    asked: dict[str, dict[str, list[Finding]]] = {}
    for finding in result.findings:
        for query in finding.queries:
            asked.setdefault(query.ask, {}).setdefault(query.question, []).append(finding)
    if not asked:
        return "" if style.quiet else "There is nothing to ask.\n"
    blocks = [_block(ask, questions, style.width) for ask, questions in _busiest_first(asked)]
    if not style.quiet:
        questions = sum(len(each) for each in asked.values())
        blocks.append([f"{count(questions, 'question')} to {count(len(asked), 'source')}"])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _busiest_first(
    asked: dict[str, dict[str, list[Finding]]],
) -> list[tuple[str, dict[str, list[Finding]]]]:
    return sorted(asked.items(), key=lambda entry: (-len(entry[1]), entry[0]))


def _block(ask: str, questions: dict[str, list[Finding]], width: int) -> list[str]:
    lines = [visible(f"Ask {ask}:")]
    for question, findings in questions.items():
        places = ", ".join(dict.fromkeys(f"{f.span.path}:{f.span.line}" for f in findings))
        lines += wrap(visible(question), width, indent=_INDENT, hanging=" " * len(_INDENT))
        # however long, a place is never broken: terminals and editors open it on a click
        lines.append(visible(f"    ({places})"))
    return lines
