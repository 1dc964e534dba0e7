"""The index that rules ask: registers, claims, readings and article texts of a whole tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from checker.model.claim import Article, Claim, ClaimFile, Entity, Event, Measure, Rate
from checker.model.text import ArticleText


@dataclass(frozen=True)
class Facts:
    """Everything that the files of a tree declare and claim.

    Of entities, measures and events that are declared twice the first (in file order) holds here;
    `format/conflicting-definition` compares the declarations themselves.
    `texts` are the article texts that were found, by file id.
    """

    files: tuple[ClaimFile, ...]
    texts: Mapping[str, ArticleText] = field(default_factory=dict)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """All declared entities by id."""
        return {e.id: e for file in reversed(self.files) for e in reversed(file.entities)}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """All declared measures by id."""
        return {m.id: m for file in reversed(self.files) for m in reversed(file.measures)}

    @cached_property
    def events(self) -> dict[str, Event]:
        """All declared events by id."""
        return {e.id: e for file in reversed(self.files) for e in reversed(file.events)}

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """All declared rates of exchange."""
        return tuple(rate for file in self.files for rate in file.rates)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by their key, in file order."""
        return {claim.key: claim for file in self.files for claim in file.claims}

    @cached_property
    def file_by_id(self) -> dict[str, ClaimFile]:
        """All files by their id."""
        return {file.id: file for file in self.files}

    def article(self, claim: Claim) -> Article | None:
        """The article that a claim is about (None: it stands in a reference file)."""
        return self.file_by_id[claim.file].article

    def text(self, file: ClaimFile) -> ArticleText | None:
        """The text of a file's article, where it was found."""
        return self.texts.get(file.id)

    def speaker(self, claim: Claim) -> str:
        """Who says it, as an editor reads it."""
        if claim.speaker is None:
            return "the article"
        entity = self.entities.get(claim.speaker)
        return entity.name if entity else claim.speaker

    def claims_with_articles(self) -> Iterator[tuple[ClaimFile, Claim]]:
        """Every claim with its file."""
        for file in self.files:
            for claim in file.claims:
                yield file, claim
