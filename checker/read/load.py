"""The whole stage: sources to claim files, with the findings that reading itself makes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from checker.collector import collector_paused
from checker.finding import Finding, Severity
from checker.model.claim import ClaimFile
from checker.model.text import ArticleText
from checker.packs import Pack, packs
from checker.read.build import build
from checker.read.decode import Undecodable, decode
from checker.read.discover import Source
from checker.read.document import read_document
from checker.read.duplicates import duplicate_ids
from checker.read.schema import check_schema
from checker.read.texts import Texts
from checker.span import Span


class Loaded(Struct, frozen=True):
    """All files of the trees, in order, and what reading them found.

    `shown` are the paths whose findings are to be shown; `unread` are the ids of the files that
    could not be used at all: what they declare is not known. `texts` are by file id.
    """

    files: tuple[ClaimFile, ...]
    findings: tuple[Finding, ...] = ()
    shown: frozenset[str] = frozenset()
    texts: Mapping[str, ArticleText] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


def load(sources: Iterable[Source], texts: Iterable[str | os.PathLike[str]] = ()) -> Loaded:
    """Read every source, and the article texts that are to be found.

    An unreadable or invalid file is a finding; the rest of it, and all other files, are still used.
    """
    with collector_paused():
        loaded = _load(sources, Texts(texts))
        return replace(loaded, files=(*loaded.files, *_registers()))


@lru_cache(maxsize=1)
def _registers() -> tuple[ClaimFile, ...]:
    """The reference files of installed packs, which stand behind the tree's own: those come first.

    Raises:
        BrokenPack: one of them is no valid reference file.
    """
    return tuple(
        _register(pack, path)
        for pack in packs()
        if (path := pack.folder / "register.yaml").is_file()
    )


def _register(pack: Pack, path: Path) -> ClaimFile:
    file, findings = read_source(
        Source(f"register.yaml of the pack {pack.name}", f"pack:{pack.name}", at=path)
    )
    if file is None or findings:
        raise pack.broken(f"register.yaml, line {findings[0].span.line}: {findings[0].message}")
    return file


def _load(sources: Iterable[Source], lookup: Texts) -> Loaded:
    files: list[ClaimFile] = []
    findings: list[Finding] = []
    found: dict[str, ArticleText] = {}
    shown: set[str] = set()
    unread: list[str] = []
    for source in sources:
        if source.shown:
            shown.add(source.path)
        file, problems = read_source(source)
        findings += problems
        if file is None:
            unread.append(source.file_id)
            continue
        files.append(file)
        text, problems = lookup.of(file, source.at, source.root)
        findings += problems
        if text is not None:
            found[file.id] = text
    return Loaded(tuple(files), tuple(findings), frozenset(shown), found, tuple(unread))


def read_source(source: Source) -> tuple[ClaimFile | None, tuple[Finding, ...]]:
    """One file: what of it can be used (None: nothing), and what is wrong with it."""
    try:
        text = source_text(source)
    except Undecodable as error:
        return None, (_unreadable(source.path, error.message, error.line),)
    except OSError as error:
        return None, (_unreadable(source.path, f"this file cannot be opened ({error.strerror})"),)
    return read_text(source.path, source.file_id, text)


def read_text(path: str, file_id: str, text: str) -> tuple[ClaimFile | None, tuple[Finding, ...]]:
    """One file from its text: depends on nothing else, so that the result may be kept."""
    document, findings = read_document(path, text)
    if document is None:
        return None, findings
    problems, faulty = check_schema(path, file_id, document)
    if () in faulty:
        return None, (*findings, *problems)
    repeated, again = duplicate_ids(path, file_id, document, faulty)
    file = build(path, file_id, document.data, document.places, faulty | again)
    found = (*findings, *problems, *repeated)
    return file, tuple(sorted(found, key=lambda finding: (finding.span, finding.message)))


def source_text(source: Source) -> str:
    """The text of a source, without a byte order mark.

    Raises:
        Undecodable: it is no text, or no plain file.
        OSError: it cannot be opened.
    """
    if source.problem and source.data is None:
        raise Undecodable(source.problem)
    if isinstance(source.data, str):
        return source.data.removeprefix("\ufeff")
    if source.data is not None:
        return decode(source.data)
    if source.at is None:
        raise Undecodable("there is nothing to read")
    return decode(source.at.read_bytes())


def _unreadable(path: str, message: str, line: int = 1) -> Finding:
    return Finding("format/unreadable-file", Severity.ERROR, message, Span(path, line, 1, line, 1))
