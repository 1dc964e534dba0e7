"""Findings that an editor has ruled on: what was found, about which claim, and what was decided."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from checker.finding import Finding
from checker.model.claim import Article, Claim, ClaimFile, Entity
from checker.report._dump import dump
from checker.report.csv import cell
from checker.report.json import as_object
from checker.result import Accepted

_COLUMNS = (
    "rule",
    "severity",
    "message",
    "reason",
    "by",
    "claims",
    "speaker",
    "quote",
    "article",
    "published",
    "url",
    "path",
    "line",
    "fingerprint",
)


class Ruling(Struct, frozen=True):
    """A finding that was let stand, with the reason, and the claim that it is placed at."""

    finding: Finding
    reason: str
    by: str
    claim: Claim | None = None
    speaker: Entity | None = None
    article: Article | None = None

    @property
    def quote(self) -> str:
        """The words of the claim."""
        return " … ".join(self.claim.quotes) if self.claim else ""


def rulings(accepted: Iterable[Accepted], files: Sequence[ClaimFile]) -> list[Ruling]:
    """The rulings of a run over `files`."""
    claims = {claim.key: (claim, file.article) for file in files for claim in file.claims}
    entities = {entity.id: entity for file in files for entity in file.entities}
    found = []
    for each in accepted:
        key = each.finding.claims[0] if each.finding.claims else ""
        claim, article = claims.get(key, (None, None))
        speaker = entities.get(claim.speaker or "") if claim else None
        found.append(Ruling(each.finding, each.reason, each.by, claim, speaker, article))
    return found


def to_json(found: Iterable[Ruling]) -> str:
    """The findings as `--format json` shows them, each with its `reason` and `by`."""
    rows = [{**as_object(each.finding), "reason": each.reason, "by": each.by} for each in found]
    return dump({"version": 1, "rulings": rows})


def to_csv(found: Iterable[Ruling]) -> str:
    """A header and one row a ruling, safe against formulas."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([cell(str(value)) for value in _row(each)] for each in found)
    return buffer.getvalue()


def _row(ruling: Ruling) -> Sequence[Any]:
    finding, article = ruling.finding, ruling.article
    return (
        finding.rule,
        finding.severity.value,
        finding.message,
        ruling.reason,
        ruling.by,
        ", ".join(finding.claims),
        ruling.speaker.name if ruling.speaker else "",
        ruling.quote,
        article.title if article else "",
        (article.published if article else None) or "",
        article.url if article else "",
        finding.span.path,
        finding.span.line,
        finding.fingerprint,
    )
