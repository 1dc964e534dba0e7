"""Results of earlier runs: an unchanged tree is not judged again.

A result depends on the bytes of the claim files, on the articles' texts that they lead to, on the
options and on the program; all of it goes into the key. Which texts a tree leads to is kept under a
first key, so that a tree that did not change is not even parsed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from checker.engine.cache import Cache, digest, program
from checker.model.claim import Article, ClaimFile
from checker.model.places import Places
from checker.options import Options
from checker.read.discover import Source
from checker.read.load import Loaded
from checker.read.texts import Texts
from checker.result import Result

FEWEST = 20
"""Below so many files a tree is judged faster than a cache is worth having."""


class KeptResults:
    """Looks results up before they are made, and keeps them."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def result(
        self,
        sources: Sequence[Source],
        options: Options,
        read: Callable[[Iterable[Source], Options], Loaded],
        judge: Callable[[Loaded, Options], Result],
    ) -> Result:
        """The result for the sources: a kept one, or a new one, which is kept then."""
        if len(sources) < FEWEST:
            return judge(read(sources, options), options)
        sources = [_with_data(source) for source in sources]
        tree = digest(_parts(sources))
        articles = self.cache.get(tree)
        if articles is not None:
            kept = self.cache.get(_key(tree, articles, sources, options))
            if kept is not None:
                return decoded(kept)
        return self._made(tree, sources, options, read(sources, options), judge)

    def _made(
        self,
        tree: str,
        sources: Sequence[Source],
        options: Options,
        loaded: Loaded,
        judge: Callable[[Loaded, Options], Result],
    ) -> Result:
        articles = json.dumps(list(_articles(loaded.files))).encode()
        key = _key(tree, articles, sources, options)
        result = judge(loaded, options)
        if result.status != 2:  # a check that crashed may be lucky the next time
            self.cache.put(tree, articles)
            self.cache.put(key, encoded(result))
        return result


def _with_data(source: Source) -> Source:
    """The source with its bytes, so that what is judged is what the key was made of."""
    if source.data is not None or source.problem or source.at is None:
        return source
    try:
        return replace(source, data=source.at.read_bytes())
    except OSError:
        return source


def _parts(sources: Iterable[Source]) -> Iterator[str | bytes]:
    yield program()
    yield str(Path.cwd())
    for source in sources:
        yield f"{source.path}\0{source.file_id}\0{source.shown}\0{source.root}\0{source.problem}"
        yield source.data if source.data is not None else "unread"


def _articles(files: Iterable[ClaimFile]) -> Iterator[list[str | None]]:
    """What each file says of where its article's text is."""
    for file in files:
        article = file.article
        if article is not None and (article.text is not None or article.sha256 is not None):
            yield [file.id, article.text, article.sha256]


def _key(tree: str, articles: bytes, sources: Sequence[Source], options: Options) -> str:
    return digest([tree, of_options(options), *_texts(articles, sources, options)])


def _texts(articles: bytes, sources: Sequence[Source], options: Options) -> Iterator[str]:
    """The texts as they are now, and what is amiss with them."""
    by_id = {source.file_id: source for source in sources}
    lookup = Texts(options.texts)
    for file_id, text, sha256 in json.loads(articles):
        source = by_id[file_id]
        article = Article("", Places(), text=text, sha256=sha256)
        found, problems = lookup.of(
            ClaimFile("", Places(), file_id, article), source.at, source.root
        )
        yield f"{file_id}\0{found and found.path}\0{found and found.sha256}"
        yield from (problem.message for problem in problems)


def of_options(options: Options) -> str:
    """All options that a result may depend on."""
    apart = {"store", "jobs", "stdin", "tell"}
    return digest(
        f"{name}={getattr(options, name)!r}"
        for name in options.__struct_fields__
        if name not in apart
    )


def encoded(result: Result) -> bytes:
    """A result as JSON (never as pickled objects: a cache may come from anywhere)."""
    return json.dumps(msgspec.to_builtins(result)).encode()  # unlike msgspec's, holds any text


def decoded(data: bytes) -> Result:
    """The result that was encoded."""
    return msgspec.convert(json.loads(data), Result)
