"""Finds a quote in a text, whatever quotation marks, dashes and spaces either is printed with.

Both sides are folded to one spelling that remembers the offsets of the original; all work is
linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from msgspec import Struct

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212﹣－"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("“”„‟″❝❞＂", '"'),
        **dict.fromkeys("‘’‚‛′ʼ´`＇", "'"),
        **dict.fromkeys(_DASHES, "-"),
    }
)
# What changes the length: marks that join their letter, invisible characters, ligatures,
# ellipses, spaces, and the spaces around a dash.
_UNEVEN = re.compile(
    r"\s*(?:[\u2012-\u2015]|--+)\s*|\s+[-\u2010\u2011\u2212]\s+"
    r"|[\u00ad\u200b-\u200d\u2060\ufeff]|[ﬀ-ﬆ…]|\s+|\w[\u0300-\u036f]+"
)
# What of it, and of other spellings, ASCII has.
_UNEVEN_ASCII = re.compile(r"[`\t-\r\x1c-\x1f]|  |--| - ")
_OMISSION = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u2010]\r?\n[ \t]*(?=[^\W\d_])")
_MANY_OCCURRENCES = 1000
_LONGEST_SEARCHED = 400_000  # a nearest passage is looked for in so many characters
_LONGEST_SHOWN = 300  # and so many characters of the quote are compared
_LONGEST_WORD = 30
_LEAST_LIKENESS = 60


class Folded(Struct, frozen=True):
    """A text in one spelling, with the way back to the offsets of the original."""

    text: str
    lower: str
    _folded_at: tuple[int, ...]
    _original_at: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the original of the character at `offset`."""
        step = bisect_right(self._folded_at, offset) - 1
        place = self._original_at[step] + offset - self._folded_at[step]
        if step + 1 < len(self._original_at):
            # an ellipsis is longer folded than printed
            place = min(place, max(self._original_at[step + 1] - 1, self._original_at[step]))
        return place

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of the folded characters from `start` up to `end`."""
        return self.original(start), self.original(end - 1) + 1


class Nearest(Struct, frozen=True):
    """The passage of a text that is most like a quote.

    `marked` is the passage with what is only in the text as `[-so-]` and what is only in the
    quote as `{+so+}`.
    """

    start: int
    end: int
    marked: str


@lru_cache(maxsize=256)
def fold(text: str) -> Folded:
    """`text` with straight quotes, plain dashes, single spaces and no invisible characters."""
    if text.isascii() and _UNEVEN_ASCII.search(text) is None:  # most quotes
        return Folded(text, text.lower(), (0,), (0,))
    pieces: list[str] = []
    folded_at, original_at = [0], [0]
    done = length = 0
    for odd in _UNEVEN.finditer(text):
        plain = _plain(odd.group())
        if len(plain) == odd.end() - odd.start() == 1 and plain == odd.group():
            continue
        pieces += (text[done : odd.start()], plain)
        length += odd.start() - done
        folded_at.append(length)
        original_at.append(odd.start())
        length += len(plain)
        folded_at.append(length)
        original_at.append(odd.end())
        done = odd.end()
    pieces.append(text[done:])
    folded = "".join(pieces).translate(_SAME_LENGTH)
    return Folded(folded, _lower(folded), tuple(folded_at), tuple(original_at))


def find_passage(quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text`; None where it does not.

    An ellipsis in the quote stands for words left out. The case of a letter counts, except where
    a sentence starts; words and figures are found whole (`200` does not stand in `1,200`). A word
    that is divided at the end of a line is found undivided too.
    """
    found = _found(quote, text)
    if found is None and _DIVIDED.search(text):
        hidden = (_DIVIDED.sub(_unseen, text), _DIVIDED.sub(_hyphen_only, text))
        found = _found(quote, hidden[0]) or _found(quote, hidden[1])
    return found


def _unseen(division: re.Match[str]) -> str:
    """As long as it was, so that all offsets stay."""
    return "\u00ad" * len(division.group())


def _hyphen_only(division: re.Match[str]) -> str:
    return "-" + "\u00ad" * (len(division.group()) - 1)


def _found(quote: str, text: str) -> tuple[int, int] | None:
    hay = fold(text)
    span = _find(quote, hay, 0)
    if span is None:
        parts = quote_parts(quote)
        if len(parts) > 1:
            span, missing = _find_in_order(parts, hay)
            span = None if missing else span
    return hay.span(*span) if span else None


def quote_parts(quote: str) -> list[str]:
    """The spans of a quote between its omissions."""
    return [part for part in _OMISSION.split(quote) if part.strip()]


def nearest_passage(quote: str, text: str) -> Nearest | None:
    """The passage most like the first part of `quote` that `text` does not hold.

    None where nothing in the text is like it.
    """
    missing = _find_in_order(quote_parts(quote), fold(text))[1]
    return _nearest(missing or quote, text)


def _find_in_order(parts: list[str], hay: Folded) -> tuple[tuple[int, int] | None, str | None]:
    """The folded span over all parts in their order, and the first part that is missing."""
    start = end = 0
    for number, part in enumerate(parts):
        place = _find(part, hay, end)
        if place is None:
            return None, part
        start, end = (place[0] if number == 0 else start), place[1]
    return (start, end), None


def _find(quote: str, hay: Folded, begin: int) -> tuple[int, int] | None:
    needle = fold(quote.strip())
    if not needle.text.strip():
        return None
    for start in islice(_occurrences(needle.lower, hay.lower, begin), _MANY_OCCURRENCES):
        end = start + len(needle.text)
        if _is_whole(hay.text, start, end) and _same_case(needle.text, hay.text, start):
            return start, end
    return None


def _occurrences(needle: str, hay: str, begin: int) -> Iterator[int]:
    start = hay.find(needle, begin)
    while start >= 0:
        yield start
        start = hay.find(needle, start + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the span cuts no word and no figure in two."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, at: int) -> bool:
    before, after = text[max(at - 2, 0) : at], text[at : at + 2]
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if left.isdigit() and right.isdigit():
        return True
    if right in ".," and left.isdigit():
        return len(after) > 1 and after[1].isdigit()
    if left in ".," and right.isdigit():
        return len(before) > 1 and before[0].isdigit()
    return _is_lettered(left) and _is_lettered(right)


def _is_lettered(char: str) -> bool:
    """A letter of a script that puts spaces between its words."""
    return char.isalpha() and char < "\u0e00"


def _same_case(needle: str, hay: str, start: int) -> bool:
    found = hay[start : start + len(needle)]
    if found == needle:
        return True
    return all(
        a == b or a.isspace() or (i == 0 and a.isupper()) or _starts_sentence(hay, start + i)
        for i, (a, b) in enumerate(zip(needle, found, strict=True))
    )


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(at - 6, 0) : at].rstrip(" \"'([«•*-")
    return not before or before[-1] in ".!?:…\n"


def _plain(odd: str) -> str:
    """The folded spelling of something whose length may change."""
    if odd in _INVISIBLE:
        return ""
    core = odd.strip()
    if not core:
        # a line's end stays one: a sentence may start after it
        return "\n" if "\n" in odd else " "
    return "-" if core[0] in _DASHES else unicodedata.normalize("NFKC", odd)


def _lower(text: str) -> str:
    """Lower case of the same length, line ends as spaces."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace("\n", " ")


def _nearest(quote: str, text: str) -> Nearest | None:
    from rapidfuzz import fuzz

    needle, hay = fold(quote.strip()[:_LONGEST_SHOWN]), fold(text[:_LONGEST_SEARCHED])
    if not needle.text or not hay.text:
        return None
    best = fuzz.partial_ratio_alignment(needle.lower, hay.lower, score_cutoff=_LEAST_LIKENESS)
    if best is None or best.dest_end <= best.dest_start:
        return None
    start, end = _whole_words(hay.text, best.dest_start, best.dest_end)
    marked = _marked(hay.text[start:end].split(), needle.text.split())
    return Nearest(*hay.span(start, end), marked)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole words, by no more than a long word's length."""
    for _ in range(_LONGEST_WORD):
        start -= start > 0 and not text[start - 1].isspace()
        end += end < len(text) and not text[end].isspace()
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _marked(passage: list[str], quote: list[str]) -> str:
    """The passage's words, with what differs from the quote's marked."""
    marked: list[str] = []
    if passage[-1].rstrip(".,;:!?") == quote[-1]:
        passage = [*passage[:-1], quote[-1]]
    steps = SequenceMatcher(None, passage, quote, autojunk=False).get_opcodes()
    for kind, a, a_end, b, b_end in steps:
        only_text, only_quote = " ".join(passage[a:a_end]), " ".join(quote[b:b_end])
        if kind == "equal":
            marked.append(only_text)
        else:
            removed = f"[-{only_text}-]" if only_text else ""
            added = f"{{+{only_quote}+}}" if only_quote else ""
            marked.append(removed + added)
    return " ".join(marked)
