"""Which findings are asked for, and how grave a newsroom takes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from checker.finding import Finding, Severity


class Selection(Struct, frozen=True):
    """Rules and families to keep or to leave out; everywhere, or in files that match a pattern.

    `per_file_ignores` are pairs of a pattern and what it leaves out. A pattern with a slash is
    a whole path (`*` goes through folders, a folder stands for all in it), one without is the name
    of a file or folder. `severities` are by rule or family.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be reported."""
        names = {finding.rule, finding.rule.partition("/")[0]}
        if (self.select and not names & set(self.select)) or names & set(self.ignore):
            return False
        return not any(
            names & set(ignored) and _matches(finding.span.path, pattern)
            for pattern, ignored in self.per_file_ignores
        )

    def graded(self, finding: Finding) -> Finding:
        """The finding with the severity that is set for its rule, else for its family."""
        family = finding.rule.partition("/")[0]
        severity = self.severities.get(finding.rule) or self.severities.get(family)
        return replace(finding, severity=severity) if severity else finding


def _matches(path: str, pattern: str) -> bool:
    if "/" not in pattern:
        return any(fnmatchcase(part, pattern) for part in PurePath(path).parts)
    whole = os.path.normpath(Path.cwd() / path)
    return fnmatchcase(whole, pattern) or whole.startswith(pattern.rstrip("/") + "/")
