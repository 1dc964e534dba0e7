"""YAML text to plain values with the place of each, in one pass over the parser's events.

Values are exact `dict`, `list`, `str`, `bool` and None, as the schema's validator wants them.
Plain scalars are read as YAML 1.2 core says, but numbers stay the text that was typed (`4.0` keeps
its zero), as do `no`, `on`, `1_000`, `12:30` and dates. A number inside braces keeps its thousands
commas (`{per: 100,000}`), which YAML alone would take for the end of the entry. Limits are kept while the events come, so
that nested brackets and alias bombs end in a finding instead of a crash or a hang.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from checker.finding import Finding, Severity
from checker.model.places import NOWHERE, Mark, Places
from checker.read.syntax import explain
from checker.span import Span

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML built without libyaml: slower, with the same events
    from yaml import Loader as Parser  # type: ignore[assignment]  # only its events are used

Data: TypeAlias = "bool | str | list[Data] | dict[str, Data] | None"

MAX_DEPTH = 64
MAX_REPEATED = 100_000
"""Nodes that aliases may repeat in one file: enough for any shared block, too few for a bomb."""

_PLAIN: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DIGITS_LAST = re.compile("[0-9]$")
_THREE_DIGITS = re.compile("[0-9]{3}(?![0-9])")
_TEXT_TAGS = ("!", "tag:yaml.org,2002:str")


class Document(Struct, frozen=True):
    """What one YAML file holds, and where."""

    data: Data
    places: Places


def read_document(path: str, text: str) -> tuple[Document | None, tuple[Finding, ...]]:
    """Read one YAML document; None where it cannot be read, with findings that say why.

    A duplicate key is a finding and the first one counts; the rest of the document is used.
    """
    reader = _Reader()
    try:
        data, place = reader.document(text)
    except _Refused as refused:
        reader.problems.append((refused.mark, refused.message))
    except yaml.YAMLError as error:
        reader.problems.append(explain(error, text, reader.last))
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        reader.problems.append(
            ((line, 1, line, 1), "this line holds half a character: type it again")
        )
    else:
        places = place if isinstance(place, Places) else Places(place)
        return Document(data, places), _findings(path, reader.problems)
    return None, _findings(path, reader.problems)


def _findings(path: str, problems: list[tuple[Mark, str]]) -> tuple[Finding, ...]:
    return tuple(
        Finding("format/syntax", Severity.ERROR, message, Span(path, *mark))
        for mark, message in problems
    )


class _Refused(Exception):
    """Well-formed YAML that a claim file may not hold."""

    def __init__(self, mark: Mark, message: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.message = message


class _Anchor(Struct):
    """What `&name` stands at; `size` is None as long as it is still being read."""

    data: Data = None
    place: Places | Mark = NOWHERE
    size: int | None = None


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Reader:
    """One pass over the events of one document."""

    def __init__(self) -> None:
        self.problems: list[tuple[Mark, str]] = []
        self.anchors: dict[str, _Anchor] = {}
        self.depth = 0
        self.nodes = 0
        self.repeated = 0
        self.last: Any = None

    def document(self, text: str) -> tuple[Data, Places | Mark]:
        self.next: Callable[[], Any] = Parser(text).get_event
        self.next()  # the stream's start
        event = self.next()
        if isinstance(event, StreamEndEvent):
            return None, NOWHERE
        result = self.value(self.next())
        self.next()  # the document's end
        event = self.next()
        if isinstance(event, DocumentStartEvent):
            raise _Refused(
                _mark(event),
                "a second document starts here; put it into a file of its own, or remove the line `---`",
            )
        return result

    def value(self, event: Any) -> tuple[Data, Places | Mark]:
        """The value that starts with this event."""
        kind = type(event)
        if kind is AliasEvent:
            return self.alias(event)
        anchor = None if event.anchor is None else self.open_anchor(event)
        before = self.nodes
        self.nodes += 1
        if event.tag is not None:
            self.check_tag(event)
        data: Data
        place: Places | Mark
        if kind is ScalarEvent:
            data, place = self.scalar(event), _mark(event)
            self.last = event
        else:
            data, place = self.collection(event, kind)
        if anchor:
            anchor.data, anchor.place, anchor.size = data, place, self.nodes - before
        return data, place

    def collection(self, event: Any, kind: type) -> tuple[Data, Places]:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _Refused(
                _mark(event),
                f"more than {MAX_DEPTH} levels inside one another; if this is text that begins with "
                "`[` or `{`, put it in quotation marks",
            )
        result = self.mapping(event) if kind is MappingStartEvent else self.sequence(event)
        self.depth -= 1
        return result

    def scalar(self, event: Any) -> Data:
        text: str = event.value
        if not event.style and text in _PLAIN and event.tag is None:
            return _PLAIN[text]
        return text

    def mapping(self, start: Any) -> tuple[dict[str, Data], Places]:
        data: dict[str, Any] = {}
        keys: dict[str, Mark] = {}
        children: dict[str | int, Places | Mark] = {}
        following, value, plain = self.next, self.value, _PLAIN
        event: Any
        mark: Any
        end: Any
        last: Any = None
        previous = ""
        while type(event := following()) is not MappingEndEvent:
            self.last = event
            if type(event) is not ScalarEvent or event.anchor or event.tag:
                event = self.unusual_key(event)
            key: str = event.value
            mark, end = event.start_mark, event.end_mark
            key_mark = (mark.line + 1, mark.column + 1, end.line + 1, end.column + 1)
            event = following()
            if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
                self.last = scalar = event
                text: str = scalar.value
                each: Data = plain[text] if text in plain and not scalar.style else text
                mark, end = scalar.start_mark, scalar.end_mark
                place: Places | Mark = (
                    mark.line + 1,
                    mark.column + 1,
                    end.line + 1,
                    end.column + 1,
                )
            else:
                each, place = value(event)
            if each is None and _cut_off(key, data.get(previous), key_mark, last):
                data[previous] += f",{key}"
                last = children[previous] = (*last[:2], *key_mark[2:])
                continue
            if key in data:
                self.duplicate(key, key_mark, keys[key])
                continue
            data[key] = each
            keys[key] = key_mark
            children[key] = last = place
            previous = key
        self.last = event
        self.nodes += len(data)
        return data, Places(_own(start, event, last), keys, children)

    def sequence(self, start: Any) -> tuple[list[Data], Places]:
        data: list[Data] = []
        children: dict[str | int, Places | Mark] = {}
        place: Places | Mark | None = None
        while type(event := self.next()) is not SequenceEndEvent:
            each, place = self.value(event)
            children[len(data)] = place
            data.append(each)
        self.last = event
        return data, Places(_own(start, event, place), {}, children)

    def duplicate(self, key: str, mark: Mark, first: Mark) -> None:
        self.problems.append(
            (
                mark,
                f"the key `{key}` stands here a second time (first on line {first[0]}, which is the "
                "one that is used); remove one of the two",
            )
        )

    def unusual_key(self, event: Any) -> Any:
        """A key with a tag or an anchor is looked at; one that is no text is refused."""
        mark = _mark(event)
        if type(event) is AliasEvent:
            raise _Refused(
                mark,
                f"`*{event.anchor}` cannot be a key: a leading `*` stands for a value defined "
                "elsewhere; put the key in quotation marks",
            )
        if type(event) is not ScalarEvent:
            raise _Refused(
                mark,
                "a key must be plain text, not a list or a mapping; put text that begins with "
                "`[`, `{` or `?` in quotation marks",
            )
        if event.tag:
            self.check_tag(event)
        if event.anchor:
            place = _mark(event)
            self.anchors[event.anchor] = _Anchor(event.value, place, 1)
        return event

    def open_anchor(self, event: Any) -> _Anchor:
        anchor = self.anchors[event.anchor] = _Anchor()
        return anchor

    def alias(self, event: Any) -> tuple[Data, Places | Mark]:
        self.last = event
        mark, name = _mark(event), event.anchor
        anchor = self.anchors.get(name)
        if anchor is None:
            raise _Refused(
                mark,
                f"`*{name}` stands for a value marked `&{name}`, and there is none above; put text "
                "that begins with `*` in quotation marks",
            )
        if anchor.size is None:
            raise _Refused(
                mark, f"`*{name}` stands inside the very value that it repeats; write it out"
            )
        self.nodes += anchor.size
        self.repeated += anchor.size
        if self.repeated > MAX_REPEATED:
            raise _Refused(
                mark, f"aliases such as `*{name}` repeat too much here; write the values out"
            )
        place = anchor.place
        if isinstance(place, Places):
            return anchor.data, Places(mark, place.keys, place.children)
        return anchor.data, mark

    def check_tag(self, event: Any) -> None:
        if event.tag in _TEXT_TAGS:
            return
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.problems.append(
            (
                _mark(event),
                f"`{tag}` is not allowed: claim files hold plain text, lists and mappings only; "
                "remove it, or put text that begins with `!` in quotation marks",
            )
        )


def _cut_off(key: str, value: Data, mark: Mark, last: Places | Mark | None) -> bool:
    """Whether a key is the rest of the number before it: in `{per: 100,000}` YAML ends at the comma."""
    return (
        isinstance(value, str)
        and isinstance(last, tuple)
        and _DIGITS_LAST.search(value) is not None
        and _THREE_DIGITS.match(key) is not None
        and last[2:] == (mark[0], mark[1] - 1)
    )


def _own(start: Any, end: Any, last: Places | Mark | None) -> Mark:
    """The place of a collection: a block's end event stands at the next line, so ask its last child."""
    first = start.start_mark
    if start.flow_style or last is None:
        stop = end.end_mark
        return (first.line + 1, first.column + 1, stop.line + 1, stop.column + 1)
    last_mark = last.own if isinstance(last, Places) else last
    return (first.line + 1, first.column + 1, last_mark[2], last_mark[3])
