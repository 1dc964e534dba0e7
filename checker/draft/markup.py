"""HTML pasted as text: tags, scripts and comments are blanked, so that what is left is its words.

The text keeps its length, so that every place in it stays one in the article; a tag that begins or
ends a block (a paragraph, an item, a cell) becomes an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from checker.draft.words import word_set

_BLOCKS = word_set(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav "
    "ol option p pre section select summary table tbody td tfoot th thead title tr ul"
)
_INLINE = word_set(
    "a abbr acronym area audio b base bdi bdo big br button cite code col colgroup data datalist del "
    "dfn em embed font i iframe img input ins kbd label link map mark meta object output param "
    "picture progress q ruby s samp small source span strike strong sub sup svg time track tt u var "
    "video wbr"
)
# What stands between these is no text of the article.
_HIDDEN = word_set("script style template noscript textarea svg")
# A tag never holds another "<": however hostile the text, each character is looked at a few times.
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>"""
    r"|<!--|<!(?:doctype|DOCTYPE)[^<>]*>"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


def without_markup(text: str) -> str:
    """The text with spaces for its markup, of the same length."""
    if "<" in text:
        text = "".join(_blanked(text))
    return _ENTITY.sub(_character, text) if "&" in text else text


def _blanked(text: str) -> Iterator[str]:
    """The pieces of the text, each piece of markup as spaces or empty lines."""
    at = 0
    for start, end, is_block in _markup(text):
        yield text[at:start]
        yield _blank(text[start:end], is_block=is_block)
        at = end
    yield text[at:]


def _markup(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where tags, comments and what is hidden stand, and whether each ends a block."""
    at = 0
    unclosed: set[str] = set()
    while (match := _TAG.search(text, at)) is not None:
        name = (match["name"] or "").lower()
        at = match.end()
        if match["name"] and name not in _BLOCKS | _INLINE | _HIDDEN:
            continue
        ending = "-->" if match.group() == "<!--" else f"</{name}" if name in _HIDDEN else ""
        if ending and not match["close"] and ending not in unclosed:
            at = _behind(text, ending, at)
            # what is never closed is not looked for again
            unclosed |= {ending} if at == match.end() else set()
        yield match.start(), at, name in _BLOCKS


def _behind(text: str, ending: str, start: int) -> int:
    """Behind the tag or comment that ends with `ending`; `start` where none does."""
    found = re.compile(re.escape(ending) + ("" if ending == "-->" else r"\s*>"), re.IGNORECASE)
    match = found.search(text, start)
    return match.end() if match else start


def _blank(markup: str, *, is_block: bool) -> str:
    """As many spaces, the lines kept; a block stands apart by an empty line."""
    spaces = "".join(char if char == "\n" else " " for char in markup)
    if is_block:
        return "\n\n" + spaces[2:]
    return "\n" + spaces[1:] if markup[1:3].lower() == "br" else spaces


def _character(match: re.Match[str]) -> str:
    """What an entity stands for, with spaces behind it."""
    character = unescape(match.group())
    return character.ljust(len(match.group())) if len(character) == 1 else match.group()
