"""What the caller of a run may choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct, field

from checker.finding import Severity
from checker.read.discover import Source
from checker.read.load import Loaded
from checker.result import Result
from checker.selection import Selection
from checker.settings import Settings

FAIL_ON = {"error": 0, "warning": 1, "note": 2, "never": -1}
LONG = 100
"""Files from which on a run is long enough to tell how far it is."""


class Options(Struct, frozen=True):
    """The choices; the names are those of the command line and the configuration.

    `claims` is the configured claims folder; `known` are the fingerprints of findings that are not
    new (a baseline's, another revision's), with how often each is known. `store` keeps results.
    `tell` is told what a long run does.
    `repairs` says whether to look for what would settle the findings: many times the work of judging.
    """

    texts: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    jobs: int = 1
    today: str | None = None
    stdin_filename: str = "stdin.yaml"
    verbose: bool = False
    stdin: bytes = b""
    settings: Settings = field(default_factory=Settings)
    claims: str | None = None
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    known: Mapping[str, int] = field(default_factory=dict)
    store: Store | None = None
    repairs: bool = True
    tell: Callable[[str], None] | None = None

    @property
    def selection(self) -> Selection:
        """Which findings are asked for."""
        return Selection(self.select, self.ignore, self.per_file_ignores, self.severities)

    def progress(self, files: int, words: str) -> None:
        """Tell what a long run does now: one over many files, if anybody wants to know."""
        if self.tell is not None and files >= LONG:
            self.tell(words)

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity gives status 1."""
        return severity.rank <= FAIL_ON[self.fail_on]


class Store(Protocol):
    """Where results of earlier runs are looked up; `cache` keeps bytes by key."""

    cache: Any

    def result(
        self,
        sources: Sequence[Source],
        options: Options,
        read: Callable[[Iterable[Source], Options], Loaded],
        judge: Callable[[Loaded, Options], Result],
    ) -> Result:
        """The result for the sources: a kept one, or a new one."""
