"""How grave a conflict is, beyond what its ranges say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.finding import Severity
from checker.model.claim import Claim
from checker.solve.constraint import Level


def conflict_severity(claims: Iterable[Claim], level: Level) -> Severity:
    """An error where no fair reading makes all claims true, else a warning.

    At most a warning where one article quotes different speakers: it may be reporting the
    disagreement.
    """
    grave = level is Level.WIDEST and not speakers_differ(claims)
    return Severity.ERROR if grave else Severity.WARNING


def limited(claims: Iterable[Claim], severity: Severity) -> Severity:
    """The severity, at most a warning where a claim is tagged `check`."""
    unsure = any("check" in claim.tags for claim in claims)
    return severity.at_most(Severity.WARNING) if unsure else severity


def speakers_differ(claims: Iterable[Claim]) -> bool:
    """Whether two of the claims stand in one article with different speakers."""
    speakers: dict[str, set[str | None]] = defaultdict(set)
    for claim in claims:
        speakers[claim.file].add(claim.speaker)
    return any(len(found) > 1 for found in speakers.values())
