"""The types of the claim format, version 1.

Words stay as they are written: reading them as ranges, days and names is `language`'s part.
A reference to a claim is always whole here (`file-id#claim-id`); ids of entities, measures and
events are as written. Every value's place is asked of its owner: `claim.span("change", "by")`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from checker.model.places import Mark, Places
from checker.span import Span


class Placed(Struct, frozen=True, eq=False):
    """Something that stands in a file and knows where each of its parts does."""

    path: str
    places: Places

    def span(self, *keys: str | int) -> Span:
        """Where the value at `keys` stands (its owner's own place where it is not there)."""
        return self._span(self.places.at(*keys))

    def key_span(self, *keys: str | int) -> Span:
        """Where the last of the keys itself stands."""
        return self._span(self.places.key(*keys))

    def entry_span(self, *keys: str | int) -> Span:
        """From the last of the keys to the end of its value."""
        line, column, *_ = self.places.key(*keys)
        *_, end_line, end_column = self.places.at(*keys)
        return Span(self.path, line, column, end_line, end_column)

    def _span(self, mark: Mark) -> Span:
        return Span(self.path, *mark)


class Article(Placed, frozen=True, eq=False):
    """The article that a claim file is about."""

    title: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""
    archived: str = ""
    language: str = ""
    note: str = ""
    published: str | None = None
    text: str | None = None
    sha256: str | None = None


class Entity(Placed, frozen=True, eq=False):
    """A person, organization, place, programme, group or observance that claims speak of."""

    id: str
    type: str
    name: str
    native: str | None = None
    order: str | None = None
    aliases: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    role: str | None = None
    part_of: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    born: str | None = None
    died: str | None = None
    date: str | None = None
    note: str | None = None


class Measure(Placed, frozen=True, eq=False):
    """What figures count, and how they behave when added."""

    id: str
    name: str
    kind: str = "count"
    broader: tuple[str, ...] = ()
    unit: str | None = None
    between: tuple[str, str] | None = None
    note: str | None = None


class Event(Placed, frozen=True, eq=False):
    """Something that happens on a day or over a span of days; perhaps never declared."""

    id: str
    name: str
    of: str | None = None
    kind: str = "other"
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    within: str | None = None
    note: str | None = None


class Rate(Placed, frozen=True, eq=False):
    """One rate of exchange: one `source_currency` is `rate` `target_currency` on that day."""

    source_currency: str
    target_currency: str
    on: str
    rate: str
    source: str = ""


class Times(Struct, frozen=True):
    """Figure = factor x the figure of the claim `of`."""

    of: str
    factor: str


class Change(Struct, frozen=True):
    """Figure = the figure of the claim `start`, changed `by` so much."""

    start: str
    by: str


class Average(Struct, frozen=True):
    """Figure x the figure of `count` = the figure of `total`."""

    total: str
    count: str


class Proportion(Struct, frozen=True):
    """Figure = the figure of `of` / the figure of `among` x `per`."""

    of: str
    among: str
    per: str


class Rank(Struct, frozen=True):
    """No member of `among` has a higher (lower) figure than the member at place `at`."""

    at: int
    among: str
    order: str


class Figure(Struct, frozen=True):
    """A quantity: what is measured, how much, and how that stands to other claims' figures."""

    measure: str
    value: str | None = None
    subject: str | None = None
    period: str | None = None
    as_of: str | None = None
    place: str | None = None
    restated: tuple[str, ...] = ()
    part_of: str | None = None
    by: str | None = None
    rest_of: str | None = None
    sum_of: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    share: str | None = None
    same_as: tuple[str, ...] = ()
    more_than: tuple[str, ...] = ()
    less_than: tuple[str, ...] = ()
    times: Times | None = None
    change: Change | None = None
    average: Average | None = None
    rate: Proportion | None = None
    rank: Rank | None = None

    @property
    def whole(self) -> str | None:
        """The claim whose figure includes this one, by `part-of` or as its rest."""
        return self.part_of or self.rest_of


class Happening(Struct, frozen=True):
    """An event on a date."""

    event: str
    date: str | None = None
    weekday: str | None = None
    planned: bool = False
    lasts: str | None = None


class Age(Struct, frozen=True):
    """How old a person is at a date or an event (`as_of`; default: when it was published)."""

    subject: str
    age: str
    as_of: str | None = None


class Attribute(Struct, frozen=True):
    """Something that an entity is: a role, a nationality, a legal stage."""

    subject: str
    attribute: str
    values: tuple[str, ...]
    period: str | None = None
    of: str | None = None


class Utterance(Struct, frozen=True):
    """Words that somebody said, and nothing more."""


Assertion = Figure | Happening | Age | Attribute | Utterance


class Correction(Struct, frozen=True):
    """This claim replaces what `corrects` said (`was`) from the day `on`.

    `were` holds all old values where there were several (two nationalities); `was` is the first.
    """

    corrects: str
    was: str | None = None
    on: str | None = None
    were: tuple[str, ...] = ()


class Waiver(Struct, frozen=True):
    """A finding that an editor has looked at and let stand."""

    rule: str
    reason: str = ""
    by: str = ""
    until: str | None = None
    values: str | tuple[str, ...] | None = None
    note: str | None = None


class Claim(Placed, frozen=True, eq=False):
    """One assertion, anchored in the words of an article; `key` is its id in the whole tree."""

    file: str
    id: str
    key: str
    asserts: Assertion
    quotes: tuple[str, ...] = ()
    speaker: str | None = None
    said: str | None = None
    names: Mapping[str, str | None] = field(default_factory=dict)
    direct: bool = False
    repeats: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    accept: tuple[Waiver, ...] = ()
    correction: Correction | None = None


class ClaimFile(Placed, frozen=True, eq=False):
    """One file of a claims tree; a reference file has no article.

    `left_out` names what the file declares but cannot be used, as block and id
    (`("entities", "li")`): a reference to it is not unknown.
    """

    id: str
    article: Article | None = None
    entities: tuple[Entity, ...] = ()
    measures: tuple[Measure, ...] = ()
    events: tuple[Event, ...] = ()
    rates: tuple[Rate, ...] = ()
    claims: tuple[Claim, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
