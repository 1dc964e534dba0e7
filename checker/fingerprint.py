"""A finding's fingerprint: the same finding keeps it through moves, new lines and new layout."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from checker.facts.values import values_of

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.finding import Finding

_LINE_NUMBER = re.compile(r"\b(lines?|columns?) [0-9]+")


def fingerprint(facts: Facts, finding: Finding) -> str:
    """From the rule, the claims' ids without their file, the articles' titles and the values.

    Never from paths, lines, order or layout. A finding without claims depends on what it is about
    (`subject`), else on its message, but for the path and the lines that this may name.
    """
    parts = [finding.rule]
    if finding.claims:
        parts += sorted(_claim_part(facts, key) for key in finding.claims)
        if not any(key in facts.claims for key in finding.claims):  # faulty, and left out
            parts.append(_placeless(finding))
    else:
        parts.append(finding.subject or _placeless(finding))
    digest = blake2b("\x1e".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return digest.hexdigest()


def _placeless(finding: Finding) -> str:
    path, message = finding.span.path, finding.message
    return _LINE_NUMBER.sub(r"\1", message.replace(path, "") if path else message)


def _claim_part(facts: Facts, key: str) -> str:
    claim = facts.claims.get(key)
    if claim is None:
        return key.rpartition("#")[2]
    article = facts.article(claim)
    return "\x1f".join((article.title if article else "", claim.id, *values_of(claim)))
