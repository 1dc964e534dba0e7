"""From an article's text to claims, and from two texts to what they contradict."""

from __future__ import annotations

import sys
from types import ModuleType


def draft_text(text: str, *, published: str | None = None) -> str:
    """The claim file, in YAML, of an article given as plain text or Markdown.

    `published` is its date of publication (EDTF); what is relative to it stays open without it.

    Raises:
        ValueError: a date of publication that is none; the message says what to write.
    """
    from checker.draft.compose import compose
    from checker.draft.emit import write
    from checker.language.edtf import check_edtf
    from checker.language.unreadable import Unreadable

    try:
        if published is not None:
            check_edtf(published)
    except Unreadable as error:
        raise ValueError(f"published: {error.message}") from None
    return write(compose(text, published))


class _Callable(ModuleType):
    """This package is also the function `checker.draft`.

    Python sets the attribute `draft` of `checker` to this package as soon as one of its modules is
    imported, so that a function of that name would not stay there.
    """

    def __call__(self, text: str, *, published: str | None = None) -> str:
        return draft_text(text, published=published)


sys.modules[__name__].__class__ = _Callable
