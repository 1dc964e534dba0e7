"""What a rule is: a page, and functions by their names.

A rule is a module `checker/rules/<family>/<name>.py`; its id is `<family>/<name>` with hyphens. Its
docstring is its page (see `_page`). It defines one or more of:

- `check_file(file, facts)` yields findings that rest on one claim file and the registers;
- `check_tree(facts)` yields findings that need all files at once;
- `constrain(facts)` yields constraints on figures or days, and `describe(conflict, facts)` puts a
  conflict of them into words;
- `PASSIVE = True`: the findings are made while reading (`format/syntax`) or by the pipeline.

Findings leave `rule` empty: the runner fills it in, so that a rule's id stands in one place, its
file name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.model.claim import ClaimFile


class Rule(Struct, frozen=True):
    """One rule as the registry found it."""

    id: str
    page: str
    check_file: Callable[[ClaimFile, Any], Iterable[Finding]] | None = None
    check_tree: Callable[[Any], Iterable[Finding]] | None = None
    constrain: Callable[[Any], Iterable[Any]] | None = None
    describe: Callable[[Any, Any], Finding] | None = None
    selected_only: bool = False
    pack: str = ""
    """The installed pack that it comes from; none: it is built in."""

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0].rstrip(".")
