"""schema.org ClaimReview to a claim file that a researcher completes.

Each reviewed claim becomes an utterance of its author, tagged `check`: its words are the reviewer's,
and whether it is a figure, an event or an age is for the researcher to say. The verdict, the
reviewer and the address of the review stand in its note.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any

from msgspec import Struct, field

_KINDS = {
    "Person": "person",
    "Organization": "organization",
    "NewsMediaOrganization": "organization",
}
_UNKNOWN = "unknown-speaker"
_SLUG_LENGTH = 48
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# what YAML does not take even in quotation marks, JSON leaves as it is
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class NoReviews(ValueError):
    """A document without ClaimReview; the message says what was found instead."""


def skeleton(text: str) -> str:
    """The claim file for the reviews in a JSON-LD document, or in a page that holds some.

    Raises:
        NoReviews: it is neither, or holds no review of a claim.
    """
    reviews = list(_reviews(_documents(text)))
    if not reviews:
        raise NoReviews("there is no ClaimReview with a `claimReviewed` in it")
    draft = _Skeleton()
    for review in reviews:
        draft.add(review)
    return draft.written()


def _documents(text: str) -> list[Any]:
    if text.lstrip().startswith("<"):
        page = _Page()
        page.feed(text)
        return [_parsed(script) for script in page.scripts]
    return [_parsed(text)]


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise NoReviews("this JSON is nested too deep") from None
    except ValueError as error:
        raise NoReviews(f"this is neither JSON nor a web page ({error})") from None


class _Page(HTMLParser):
    """Collects the JSON-LD of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser calls it so)
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] += data


def _reviews(documents: list[Any]) -> Iterator[Mapping[str, Any]]:
    """The reviews at the top, in lists, in `@graph` and in list items."""
    waiting = list(reversed(documents))
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(reversed(each))
        elif isinstance(each, dict):
            if "ClaimReview" in _list(each.get("@type")) and _words(each.get("claimReviewed")):
                yield each
            else:
                below = (
                    each.get(key) for key in ("@graph", "itemListElement", "item", "mainEntity")
                )
                waiting.extend(reversed([part for part in below if part is not None]))


class _Skeleton(Struct):
    """The claim file as it grows."""

    articles: list[dict[str, str]] = field(default_factory=list)
    entities: dict[str, dict[str, str]] = field(default_factory=dict)
    claims: list[dict[str, Any]] = field(default_factory=list)

    def add(self, review: Mapping[str, Any]) -> None:
        item = _first(review.get("itemReviewed"))
        article = _article(item)
        if article not in self.articles:
            self.articles.append(article)
        words = _words(review.get("claimReviewed"))
        claim: dict[str, Any] = {
            "id": _distinct(_slug(words) or "claim", {each["id"] for each in self.claims}),
            "quote": words,
            "speaker": self.speaker(_first(item.get("author"))),
        }
        if said := _day(item.get("datePublished")):
            claim["said"] = said
        self.claims.append(
            {**claim, "direct": True, "note": _note(review, article), "tags": ["check"]}
        )

    def speaker(self, author: Mapping[str, Any]) -> str:
        name = _words(author.get("name"))
        if not name:
            self.entities.setdefault(_UNKNOWN, {"type": "other", "name": "speaker not named"})
            return _UNKNOWN
        for known, entity in self.entities.items():
            if entity["name"] == name:
                return known
        identity = _distinct(_slug(name) or "speaker", set(self.entities))
        kinds = [_KINDS[each] for each in _list(author.get("@type")) if each in _KINDS]
        self.entities[identity] = {"type": kinds[0] if kinds else "other", "name": name}
        return identity

    def written(self) -> str:
        one = self.articles[0] if len(self.articles) == 1 else {}
        article = one or {
            "note": "imported reviews of several articles; each claim's note names its own"
        }
        lines = ["article:", *(f"  {key}: {_value(value)}" for key, value in article.items())]
        lines += ["entities:"]
        lines += [f"  {name}: {_value(entity)}" for name, entity in self.entities.items()]
        lines += ["claims:"]
        for claim in self.claims:
            rows = [f"{key}: {_value(value)}" for key, value in claim.items()]
            lines += [f"  - {rows[0]}", *(f"    {row}" for row in rows[1:])]
        return "\n".join(lines) + "\n"


def _article(item: Mapping[str, Any]) -> dict[str, str]:
    """The article that the claim appeared in."""
    work = _first(item.get("appearance")) or _first(item.get("firstAppearance"))
    given = {
        "title": _words(work.get("headline")) or _words(work.get("name")),
        "publisher": _words(_first(work.get("publisher")).get("name")),
        "byline": _words(_first(work.get("author")).get("name")),
        "published": _day(work.get("datePublished")),
        "url": _words(work.get("url") or work.get("@id")),
    }
    return {key: value for key, value in given.items() if value}


def _note(review: Mapping[str, Any], article: Mapping[str, str]) -> str:
    rating = _first(review.get("reviewRating"))
    verdict = _words(rating.get("alternateName")) or _words(rating.get("ratingValue"))
    by = _words(_first(review.get("author")).get("name"))
    parts = [
        "the words are the reviewer's: compare them with the text",
        f"rated “{verdict}”{f' by {by}' if by else ''}" if verdict else "",
        _words(review.get("url")),
        f"appeared in {article['url']}" if "url" in article else "",
    ]
    return "; ".join(part for part in parts if part)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _first(value: Any) -> Mapping[str, Any]:
    """The first object of a value that may be one, a list of them, a bare name, or nothing."""
    for each in _list(value):
        if isinstance(each, dict):
            return each
        if isinstance(each, str):
            return {"name": each, "url": each if each.startswith("http") else ""}
    return {}


def _words(value: Any) -> str:
    """A text on one line; the first that is one where there are several."""
    for each in _list(value):
        if isinstance(each, str | int | float) and not isinstance(each, bool):
            whole = str(each).encode("utf-8", "replace").decode()  # JSON can hold half characters
            return " ".join(whole.split())
    return ""


def _day(value: Any) -> str:
    """The day of a date or a time of day; nothing where it is none."""
    found = _DAY.match(_words(value))
    try:
        return date.fromisoformat(found[0]).isoformat() if found else ""
    except ValueError:
        return ""


def _slug(words: str) -> str:
    """Letters and digits of any script, with hyphens; whole words up to a length."""
    plain = unicodedata.normalize("NFKC", words).lower()
    parts = re.findall(r"[^\W_]+", plain)
    slug = ""
    for part in parts:
        longer = f"{slug}-{part}" if slug else part[:_SLUG_LENGTH]
        if len(longer) > _SLUG_LENGTH:
            break
        slug = longer
    return slug if slug not in {"null", "true", "false"} else f"{slug}-"


def _distinct(name: str, taken: set[str]) -> str:
    number, wished = 2, name
    while wished in taken:
        wished, number = f"{name}-{number}", number + 1
    return wished


def _value(value: Any) -> str:
    if value is True:
        return "true"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_value(each)}' for key, each in value.items())}}}"
    if re.fullmatch(r"[a-z][a-z0-9-]*", value) and value not in {"null", "true", "false"}:
        return str(value)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))
