"""The text of an article, where it could be found."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct, field

from checker.span import Span


class ArticleText(Struct, frozen=True, eq=False):
    """An article's text as read from `path`; `sha256` is the digest of its bytes."""

    path: str
    text: str
    sha256: str
    _line_starts: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end`."""
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Span(self.path, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        if not self._line_starts:
            starts = [0]
            starts.extend(i + 1 for i, char in enumerate(self.text) if char == "\n")
            self._line_starts.extend(starts)
        line = bisect_right(self._line_starts, offset) - 1
        return line + 1, offset - self._line_starts[line] + 1
