"""How much of what people claimed of an article its draft finds too.

    python bench/score_drafts.py CLAIMS TEXTS

For every figure, event and age of the claim files: is there a drafted claim of that kind inside its
quote? What is missed is listed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from checker.draft.claims import Draft
from checker.draft.compose import compose
from checker.language.passages import find_passage, quote_parts
from checker.model.claim import Age, Claim, Figure, Happening
from checker.read.discover import discover
from checker.read.load import load

KINDS = {Figure: ("figure", "money"), Happening: ("date", "figure"), Age: ("age",)}


def spans(claim: Claim, text: str) -> Iterator[tuple[int, int]]:
    """Where a claim's quotes stand."""
    for quote in claim.quotes:
        for part in quote_parts(quote):
            span = find_passage(part, text)
            if span is not None:
                yield span


def is_drafted(claim: Claim, draft: Draft) -> bool:
    """Whether the draft claims something of the same kind inside the quote."""
    kinds = KINDS[type(claim.asserts)]
    return any(
        drafted.kind in kinds and drafted.passage[0] < end and start < drafted.passage[1]
        for start, end in spans(claim, draft.text)
        for drafted in draft.claims
    )


def main() -> None:
    loaded = load(discover([sys.argv[1]]), [sys.argv[2]])
    for file in loaded.files:
        if file.id not in loaded.texts:
            continue
        published = file.article.published if file.article else None
        draft = compose(loaded.texts[file.id].text, published)
        claims = [claim for claim in file.claims if type(claim.asserts) in KINDS]
        missed = [claim for claim in claims if not is_drafted(claim, draft)]
        done = len(claims) - len(missed)
        print(
            f"{file.id}: {done} of {len(claims)} drafted ({100 * done / max(1, len(claims)):.0f} %)"
        )
        for claim in missed:
            print(f"  {claim.id}: {' … '.join(claim.quotes)}")


if __name__ == "__main__":
    main()
