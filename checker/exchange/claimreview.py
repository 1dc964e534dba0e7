"""Rulings as schema.org ClaimReview (https://schema.org/ClaimReview), in JSON-LD.

One review a ruling. What is not known is left out: the format of claims has no date of a ruling and
no score, so a review has no `datePublished` and its rating is the editor's words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from checker.exchange.rulings import Ruling
from checker.model.claim import Article, Entity
from checker.report._dump import dump

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TYPES = {"person": "Person", "organization": "Organization", "group": "Organization"}


def to_claim_reviews(found: Iterable[Ruling]) -> str:
    """One JSON-LD document with all reviews."""
    graph = [_review(ruling) for ruling in found]
    return dump({"@context": "https://schema.org", "@graph": graph})


def _review(ruling: Ruling) -> dict[str, Any]:
    finding = ruling.finding
    return _without_gaps(
        {
            "@type": "ClaimReview",
            "identifier": finding.fingerprint,
            "claimReviewed": ruling.quote or finding.message,
            "author": _author(ruling.by),
            "reviewRating": {"@type": "Rating", "alternateName": ruling.reason},
            "reviewBody": "\n".join([finding.message, *finding.explanation]),
            "itemReviewed": _item(ruling),
        }
    )


def _item(ruling: Ruling) -> dict[str, Any]:
    said = ruling.claim.said if ruling.claim else None
    published = ruling.article.published if ruling.article else None
    return _without_gaps(
        {
            "@type": "Claim",
            "text": ruling.quote,
            "author": _speaker(ruling.speaker),
            "datePublished": _iso(said) or _iso(published),
            "appearance": _appearance(ruling.article),
        }
    )


def _speaker(speaker: Entity | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    kind = _TYPES.get(speaker.type, "Thing")
    return _without_gaps({"@type": kind, "name": speaker.name, "jobTitle": _role(speaker)})


def _role(speaker: Entity) -> str | None:
    return speaker.role if speaker.type == "person" else None


def _author(by: str) -> dict[str, Any] | None:
    return {"@type": "Person", "name": by} if by else None


def _appearance(article: Article | None) -> dict[str, Any] | None:
    if article is None:
        return None
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    given = {
        "headline": article.title,
        "url": article.url,
        "archivedAt": article.archived,
        "datePublished": _iso(article.published),
        "inLanguage": article.language,
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "publisher": publisher,
    }
    known = _without_gaps(given)
    return {"@type": "NewsArticle", **known} if known else None


def _iso(date: str | None) -> str | None:
    """A date that schema.org takes; a phrase or an uncertain date is none."""
    return date if date and _ISO.fullmatch(date) else None


def _without_gaps(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if value not in (None, "", {})}
