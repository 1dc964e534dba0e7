"""The report for people: what is wrong, both quotes with their speakers, the arithmetic, a repair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.finding import Finding, Related, Repair, Severity
from checker.report._layout import shorten, shorten_left, side_by_side, visible, wrap
from checker.report._words import likeliest, quoted, repair_sentences, summary_line
from checker.report.style import Style
from checker.result import Accepted, Result

_INDENT = "    "
# below this, two columns of quotes are too narrow to read
_ROOM_FOR_COLUMNS = 70
# above this, lines are too long to read
_WIDEST = 120
_LONGEST_QUOTE = 300
_MOST_SIDES = 9
_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "accepted": "2", "agrees": "32"}


def render(result: Result, style: Style) -> str:
    """Findings in the order given, then, with `verbose`, what was accepted and what agrees."""
    page = _Page(style)
    blocks = [page.finding(finding) for finding in result.findings]
    if style.verbose:
        blocks += [page.accepted(each) for each in result.accepted]
        blocks += [page.remark(each) for each in result.remarks]
    if not style.quiet:
        blocks += [wrap(visible(hint), page.width, hanging="  ") for hint in result.hints]
    if not style.quiet:
        blocks.append(wrap(summary_line(result.summary), page.width, hanging="  "))
    return "".join("\n".join(block) + "\n" for block in _spaced(blocks))


def _spaced(blocks: Sequence[list[str]]) -> Iterator[list[str]]:
    """A blank line on either side of a block of several lines."""
    for before, block in zip([[], *blocks], blocks, strict=False):
        if len(before) > 1 or (before and len(block) > 1):
            yield [""]
        yield block


class _Page:
    """Lines of one width, coloured or not."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width = max(min(style.width, _WIDEST), 20)

    def finding(self, finding: Finding) -> list[str]:
        """Everything about one finding; a note is kept short unless more is asked for."""
        head = self._head(finding, finding.severity.value)
        if finding.severity is Severity.NOTE and not self.style.verbose:
            return [*head, *self._quotes_in_brief(finding.related)]
        return [*head, *self._body(finding)]

    def accepted(self, accepted: Accepted) -> list[str]:
        """A finding that an editor let stand, and why."""
        by = f" ({accepted.by})" if accepted.by else ""
        reason = self._wrapped(f"Accepted: {accepted.reason}{by}")
        return [*self._head(accepted.finding, "accepted"), *reason]

    def remark(self, remark: Finding) -> list[str]:
        """Something that holds, with its arithmetic."""
        return [*self._head(remark, "agrees"), *self._explanation(remark.explanation)]

    def _head(self, finding: Finding, label: str) -> list[str]:
        span = finding.span
        # however long, a place is never broken: terminals and editors open it on a click
        place = visible(f"{span.path}:{span.line}:{span.column}")
        rule = f"[{visible(finding.rule)}]"
        text = f"{label}: {visible(finding.message)} {rule}"
        lines = wrap(text, self.width, indent=f"{place}: ", hanging="  ")
        return self._coloured(lines, place, label, rule) if self.style.colour else lines

    def _coloured(self, lines: list[str], place: str, label: str, rule: str) -> list[str]:
        head = f"{_paint(place, '1')}: {_paint(label, _COLOURS[label])}:"
        lines[0] = head + lines[0].removeprefix(f"{place}: {label}:")
        if lines[-1].endswith(rule):
            lines[-1] = lines[-1].removesuffix(rule) + _paint(rule, "2")
        return lines

    def _body(self, finding: Finding) -> list[str]:
        lines = self._quotes(finding.related)
        lines += self._explanation(finding.explanation)
        lines += self._repairs(finding.repairs)
        if self.style.verbose:
            for query in finding.queries:
                lines += self._wrapped(f"Ask {query.ask}: {query.question}")
            if finding.fingerprint:  # which `factcheck accept` wants
                lines += self._wrapped(f"Fingerprint: {finding.fingerprint}")
        return lines

    def _wrapped(self, text: str, indent: str = "", hanging: str = "") -> list[str]:
        first, rest = _INDENT + indent, _INDENT + indent + hanging
        return wrap(visible(text), self.width, indent=first, hanging=rest)

    def _quotes(self, sides: Sequence[Related]) -> list[str]:
        if len(sides) == 1:  # its place stands in the first line already
            return self._wrapped(f"{sides[0].speaker}: {self._quote(sides[0])}")
        if len(sides) == 2 and self.width >= _ROOM_FOR_COLUMNS:
            return self._columns(sides[0], sides[1])
        shown = sides if self.style.verbose else sides[:_MOST_SIDES]
        numbers = ["", ""] if len(sides) == 2 else [f"{n}. " for n, _ in enumerate(shown, 1)]
        lines = [line for each in map(self._stacked, shown, numbers) for line in each]
        hidden = len(sides) - len(shown)
        return [*lines, *(self._wrapped(f"… and {hidden} more (--verbose)") if hidden else [])]

    def _columns(self, left: Related, right: Related) -> list[str]:
        half = (self.width - len(_INDENT) - 3) // 2
        rows = [
            (wrap(self._speaker(left), half), wrap(self._speaker(right), half)),
            (wrap(self._quote(left), half), wrap(self._quote(right), half)),
            ([self._place(left, half)], [self._place(right, half)]),
        ]
        return [_INDENT + line for a, b in rows for line in side_by_side(a, b, half)]

    def _stacked(self, side: Related, number: str) -> list[str]:
        room = max(self.width - 2 * len(_INDENT), 8)
        head = f"{number}{side.speaker} ({self._place(side, room)})"
        indent = " " * len(number or "  ")
        return [*self._wrapped(head, hanging=indent), *self._wrapped(self._quote(side), indent)]

    def _speaker(self, side: Related) -> str:
        return visible(side.speaker) + ":"

    def _place(self, side: Related, room: int) -> str:
        return shorten_left(visible(f"{side.span.path}:{side.span.line}"), room)

    def _quote(self, side: Related) -> str:
        text = visible(side.quote)
        return quoted(text if self.style.verbose else shorten(text, _LONGEST_QUOTE))

    def _quotes_in_brief(self, sides: Sequence[Related]) -> list[str]:
        room = self.width - len(_INDENT)
        texts = (f"{visible(side.speaker)}: {self._quote(side)}" for side in sides[:_MOST_SIDES])
        return [_INDENT + shorten(text, room) for text in texts]

    def _explanation(self, steps: Sequence[str]) -> list[str]:
        return [line for step in steps for line in self._wrapped(f"- {step}", hanging="  ")]

    def _repairs(self, repairs: Sequence[Repair]) -> list[str]:
        shown = repairs if self.style.verbose else likeliest(repairs)
        sentences = map(_with_reach, shown, repair_sentences(shown))
        return [line for each in sentences for line in self._wrapped(each, hanging="  ")]


def _with_reach(repair: Repair, sentence: str) -> str:
    """The sentence, and how many findings it would settle where that is more than this one."""
    reach = len(repair.settles)
    return f"{sentence} That settles {reach} findings." if reach > 1 else sentence


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
