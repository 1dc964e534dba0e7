"""Claims against their quotes, and quotes against the text: what the source rules share."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.facts.facts import Facts
from checker.facts.once_a_file import once_a_file
from checker.language.containment import Comparison, Verdict, compare
from checker.language.passages import find_passage
from checker.model.claim import Age, Claim, ClaimFile, Figure

_READ = frozenset({"en", "zh"})
_ENGLISH = frozenset(
    {"the", "of", "and", "in", "to", "for", "from", "by", "with", "were", "was", "is", "are", "has"}
    | {"million", "billion", "percent", "people", "about", "over", "more", "than", "at", "on"}
)
# The words of a figure and where in the claim they stand.
_Words = tuple[str, tuple[str | int, ...]]


class Mismatch(Struct, frozen=True):
    """A figure of a claim that its quote does not bear out; `keys` is its place in the claim."""

    claim: Claim
    words: str
    keys: tuple[str | int, ...]
    comparison: Comparison

    @property
    def quote(self) -> str:
        """The claim's quote as one line."""
        return joined_quote(self.claim)


def joined_quote(claim: Claim) -> str:
    """The spans of a claim's quote as one line."""
    return " … ".join(claim.quotes)


def is_readable(quote: str, file: ClaimFile) -> bool:
    """Whether numbers and dates in words can be read in a quote: in English or Chinese they can."""
    return _is_read(file) or not _ENGLISH.isdisjoint(quote.lower().split())


def _is_read(file: ClaimFile) -> bool:
    """Whether the article is in a language whose numbers and dates in words can be read."""
    language = file.article.language if file.article else ""
    return not language or language[:2].lower() in _READ


def missing_quote(claim: Claim, text: str) -> tuple[int, str] | None:
    """The first span of the claim's quote that is not in the text, and its number."""
    for number, quote in enumerate(claim.quotes):
        if find_passage(quote, text) is None:
            return number, quote
    return None


def is_anchored(claim: Claim, file: ClaimFile, facts: Facts) -> bool:
    """Whether the claim's quote can be taken for the text's words.

    A quote that is known to be absent from the text is `source/quote-not-found`, whatever it says;
    where there is no text, the quote is all that there is to go by.
    """
    text = facts.text(file)
    return bool(claim.quotes) and (text is None or missing_quote(claim, text.text) is None)


def mismatches(file: ClaimFile, facts: Facts, verdict: Verdict) -> Iterator[Mismatch]:
    """The figures of a file's claims that stand to their quotes as `verdict` says."""
    seen: set[str] = set()
    for each in _differences(file, facts):
        if each.comparison.verdict is verdict and each.claim.key not in seen:
            seen.add(each.claim.key)  # one finding a claim
            yield each


@once_a_file
def _differences(file: ClaimFile, facts: Facts) -> Iterator[Mismatch]:
    """Every figure of a file's claims that an anchored quote says otherwise, or not at all."""
    is_read = _is_read(file)
    for claim in file.claims:
        said = figure_words(claim)
        quote = joined_quote(claim) if said else ""
        if not (said and (is_read or is_readable(quote, file))):
            continue
        for words, keys in said:
            comparison = compare(words, quote)
            if comparison.verdict is not Verdict.SAME and is_anchored(claim, file, facts):
                yield Mismatch(claim, words, keys, comparison)


def figure_words(claim: Claim) -> list[_Words]:
    """The figures that a claim gives in words: value, share, restatements, age."""
    said = claim.asserts
    if not isinstance(said, Figure):
        return [(said.age, ("age",))] if isinstance(said, Age) else []
    found: list[_Words] = [] if said.value is None else [(said.value, ("value",))]
    if said.share is not None:
        found.append((said.share, ("share",)))
    if said.restated:
        found += [(words, ("restated", number)) for number, words in enumerate(said.restated)]
    return found
