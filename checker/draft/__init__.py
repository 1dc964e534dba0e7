"""From an article's text to claims, and from two texts to what they contradict."""

from __future__ import annotations

import sys
from types import ModuleType


def draft_text(text: str, *, published: str | None = None) -> str:
    """The claim file, in YAML, of an article given as plain text or Markdown.

    `published` is its date of publication (EDTF); what is relative to it stays open without it.
    """
    from checker.draft.compose import compose
    from checker.draft.emit import write

    return write(compose(text, published))


class _Callable(ModuleType):
    """This package is also the function `checker.draft`.

    Python sets the attribute `draft` of `checker` to this package as soon as one of its modules is
    imported, so that a function of that name would not stay there.
    """

    def __call__(self, text: str, *, published: str | None = None) -> str:
        return draft_text(text, published=published)


sys.modules[__name__].__class__ = _Callable
