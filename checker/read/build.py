"""A valid document to a `ClaimFile`: the same words, in frozen types, references made whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from checker.model.claim import (
    Age,
    Article,
    Assertion,
    Attribute,
    Average,
    Change,
    Claim,
    ClaimFile,
    Correction,
    Entity,
    Event,
    Figure,
    Happening,
    Measure,
    Proportion,
    Rank,
    Rate,
    Times,
    Utterance,
    Waiver,
)
from checker.model.places import Places

Unit = tuple[str | int, ...]
"""What is left out as a whole where it is faulty: `("claims", 3)`, `("entities", "li")`, `("article", "url")`."""

Mapping = dict[str, Any]
Block = TypeVar("Block")


def build(
    path: str,
    file_id: str,
    data: Any,
    places: Places,
    faulty: frozenset[Unit] = frozenset(),
) -> ClaimFile:
    """What the document of the file `path` says, without the units that are `faulty`.

    `data` is a document that the schema accepts but for those units; `file_id` is its path below
    the claims root, without extension.
    """
    source = _Source(path, file_id, data if isinstance(data, dict) else {}, places, faulty)
    return ClaimFile(
        path,
        places,
        id=file_id,
        article=source.article(),
        entities=source.declared("entities", _entity),
        measures=source.declared("measures", _measure),
        events=source.declared("events", _event),
        rates=source.rates(),
        claims=source.claims(),
        left_out=source.left_out(),
    )


class _Source:
    """One document with its path and the units to leave out."""

    def __init__(
        self, path: str, file_id: str, data: Mapping, places: Places, faulty: frozenset[Unit]
    ) -> None:
        self.path = path
        self.file_id = file_id
        self.data = data
        self.places = places
        self.faulty = faulty

    def article(self) -> Article | None:
        if not ("article" in self.data or "claims" in self.data) or ("article",) in self.faulty:
            return None
        given: Mapping = self.data.get("article") or {}
        known = {
            key: value
            for key, value in given.items()
            if value is not None and ("article", key) not in self.faulty
        }
        return Article(self.path, self.places.below("article"), **known)

    def declared(
        self, block: str, make: Callable[[str, Places, str, Mapping], Block]
    ) -> tuple[Block, ...]:
        places = self.places.below(block)
        return tuple(
            make(self.path, places.below(name), name, each or {})
            for name, each in (self.usable(block) or {}).items()
            if (block, name) not in self.faulty
        )

    def usable(self, block: str) -> Any:
        return None if (block,) in self.faulty else self.data.get(block)

    def numbered(self, block: str) -> Iterator[tuple[Mapping, Places]]:
        places = self.places.below(block)
        for index, each in enumerate(self.usable(block) or ()):
            if (block, index) not in self.faulty:
                yield each, places.below(index)

    def rates(self) -> tuple[Rate, ...]:
        return tuple(
            Rate(
                self.path,
                at,
                each["from"],
                each["to"],
                each["on"],
                each["rate"],
                each.get("source", ""),
            )
            for each, at in self.numbered("rates")
        )

    def claims(self) -> tuple[Claim, ...]:
        return tuple(
            _claim(self.path, self.file_id, each, at) for each, at in self.numbered("claims")
        )

    def left_out(self) -> tuple[tuple[str, str], ...]:
        """The block and id of what the file declares but is faulty, so that nobody calls it unknown."""
        found = set()
        for unit in self.faulty:
            if len(unit) != 2 or unit[0] == "article":
                continue
            block, name = str(unit[0]), unit[1]
            if isinstance(name, int):
                claim = self.data[block][name]
                name = claim.get("id", 0) if isinstance(claim, dict) else 0
            if isinstance(name, str):
                found.add((block, name))
        return tuple(sorted(found))


def _several(value: Any) -> tuple[str, ...]:
    """One text or a list of them."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _entity(path: str, places: Places, name: str, given: Mapping) -> Entity:
    get = given.get
    return Entity(
        path,
        places,
        id=name,
        type=given["type"],
        name=given["name"],
        native=get("native"),
        order=get("order"),
        aliases=_several(get("aliases")),
        distinct_from=_several(get("distinct-from")),
        role=get("role"),
        part_of=_several(get("part-of")),
        within=_several(get("within")),
        born=get("born"),
        died=get("died"),
        date=get("date"),
        note=get("note"),
    )


def _measure(path: str, places: Places, name: str, given: Mapping) -> Measure:
    get = given.get
    bounds = get("between")
    return Measure(
        path,
        places,
        id=name,
        name=get("name") or _spoken(name),
        kind=get("kind", "count"),
        broader=_several(get("broader")),
        unit=get("unit"),
        between=(bounds[0], bounds[1]) if bounds else None,
        note=get("note"),
    )


def _event(path: str, places: Places, name: str, given: Mapping) -> Event:
    get = given.get
    return Event(
        path,
        places,
        id=name,
        name=get("name") or _spoken(name),
        of=get("of"),
        kind=get("kind", "other"),
        after=_several(get("after")),
        before=_several(get("before")),
        within=get("within"),
        note=get("note"),
    )


def _spoken(slug: str) -> str:
    return slug.replace("-", " ").replace("_", " ")


def _claim(path: str, file_id: str, given: Mapping, places: Places) -> Claim:
    get = given.get
    return Claim(
        path,
        places,
        file_id,
        given["id"],
        f"{file_id}#{given['id']}",
        _assertion(file_id, given),
        _several(get("quote")),
        get("speaker"),
        get("said"),
        get("names") or {},
        get("direct", False),
        _whole(file_id, get("repeats")),
        get("note"),
        _several(get("tags")),
        tuple(_waiver(each) for each in given["accept"]) if "accept" in given else (),
        _correction(file_id, given) if "corrects" in given else None,
    )


def _whole(file_id: str, reference: str | None) -> str | None:
    return None if reference is None else _key(file_id, reference)


def _key(file_id: str, reference: str) -> str:
    """The whole key of a claim: a bare id is one of the same file."""
    if "#" not in reference:
        return f"{file_id}#{reference}"
    return file_id + reference if reference.startswith("#") else reference


def _keys(file_id: str, references: Any) -> tuple[str, ...]:
    return tuple(_key(file_id, each) for each in _several(references))


def _assertion(file_id: str, given: Mapping) -> Assertion:
    get = given.get
    if "measure" in given:
        return _figure(file_id, given)
    if "event" in given:
        return Happening(
            given["event"], get("date"), get("weekday"), get("planned", False), get("lasts")
        )
    if "age" in given:
        return Age(given["subject"], given["age"], get("as-of"))
    if "attribute" in given:
        return Attribute(
            given["subject"], given["attribute"], _several(given["is"]), get("period"), get("of")
        )
    return Utterance()


_PLAIN_FIGURE = frozenset(
    {"measure", "value", "subject", "period", "as-of", "place"}
    | {"id", "quote", "speaker", "said", "names", "direct", "note", "tags"}
)


def _figure(file_id: str, given: Mapping) -> Figure:
    get = given.get
    if given.keys() <= _PLAIN_FIGURE:
        return Figure(
            given["measure"],
            get("value"),
            get("subject"),
            get("period"),
            get("as-of"),
            get("place"),
        )
    return Figure(
        given["measure"],
        get("value"),
        get("subject"),
        get("period"),
        get("as-of"),
        get("place"),
        _several(get("restated")),
        _whole(file_id, get("part-of")),
        get("by"),
        _whole(file_id, get("rest-of")),
        _keys(file_id, get("sum-of")),
        _several(get("items")),
        get("share"),
        _keys(file_id, get("same-as")),
        _keys(file_id, get("more-than")),
        _keys(file_id, get("less-than")),
        *_comparisons(file_id, given),
    )


def _comparisons(
    file_id: str, given: Mapping
) -> tuple[Times | None, Change | None, Average | None, Proportion | None, Rank | None]:
    get = given.get
    times, change, average = get("times"), get("change"), get("average")
    rate, rank = get("rate"), get("rank")
    return (
        Times(_key(file_id, times["of"]), times["factor"]) if times else None,
        Change(_key(file_id, change["from"]), change["by"]) if change else None,
        Average(_key(file_id, average["total"]), _key(file_id, average["count"]))
        if average
        else None,
        Proportion(_key(file_id, rate["of"]), _key(file_id, rate["in"]), rate.get("per", "1"))
        if rate
        else None,
        Rank(int(rank.get("at", "1")), rank["among"], rank.get("order", "highest"))
        if rank
        else None,
    )


def _waiver(given: Mapping) -> Waiver:
    values = given.get("values")
    return Waiver(
        given["rule"],
        given["reason"],
        given.get("by", ""),
        given.get("until"),
        tuple(values) if isinstance(values, list) else values,
        given.get("note"),
    )


def _correction(file_id: str, given: Mapping) -> Correction:
    were = _several(given.get("was"))
    return Correction(
        _key(file_id, given["corrects"]), were[0] if were else None, given.get("on"), were
    )
