"""The claims of a draft: plain values that `emit` writes as a claim file."""

from __future__ import annotations

from msgspec import Struct, field

Value = str | bool | list[str] | dict[str, str] | None


class DraftClaim(Struct):
    """One claim to be: its place in the text, its keys, and what is unsure about it.

    `kind` says what was drafted (`figure`, `money`, `date`, `age`, `role`, `name`), for coverage.
    `passage` is where the figure or date itself stands, inside the quote from `start` to `end`.
    """

    id: str
    kind: str
    start: int
    end: int
    passage: tuple[int, int]
    keys: dict[str, Value] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


class Draft(Struct):
    """A claim file to be; `sha256` is the digest of the article's bytes, by which its text is found."""

    text: str
    published: str | None = None
    sha256: str = ""
    entities: dict[str, dict[str, Value]] = field(default_factory=dict)
    measures: dict[str, dict[str, Value]] = field(default_factory=dict)
    events: dict[str, dict[str, Value]] = field(default_factory=dict)
    claims: list[DraftClaim] = field(default_factory=list)

    def quote(self, claim: DraftClaim) -> str:
        """The words of the text that carry a claim."""
        return self.text[claim.start : claim.end]
