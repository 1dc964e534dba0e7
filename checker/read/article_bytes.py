"""The bytes of an article to text, whatever program saved it."""

from __future__ import annotations

from checker.read.decode import Undecodable, decode

_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


class NotText(ValueError):
    """Bytes that are no text in any encoding that is looked for."""


def read_article(data: bytes) -> str:
    """Read UTF-8 or UTF-16, else Windows-1252, in which older programs save Western texts.

    Raises:
        NotText: the bytes hold control characters, as pictures and office documents do.
    """
    try:
        text = decode(data)
    except Undecodable:
        if _CONTROLS.intersection(data):
            raise NotText("this is no text; save the article as plain text in UTF-8") from None
        return data.decode("cp1252", "replace")
    if "\0" in text:
        raise NotText("this is no text (it holds zero characters); save it as plain text in UTF-8")
    return text
