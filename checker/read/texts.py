"""Finding the article texts that claim files speak of.

`article.text` is a path relative to the claim file, else to one of the `--texts` folders; else the
text is the file below those folders whose bytes have the digest `article.sha256`, whatever its
name. Where a path leads to several files, the one with the right digest is taken.

A claim file may come from anywhere, so its paths are followed only to plain files that lie, links
resolved, in the folder that holds the claims root, in the working folder or in a `--texts` folder.
What lies elsewhere is not read, and the finding says which folder to name.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from checker.finding import Finding, Severity
from checker.model.claim import Article, ClaimFile
from checker.model.text import ArticleText
from checker.read.decode import Undecodable, decode


class Texts:
    """The folders that texts are looked up in; files are hashed only when a digest is asked for."""

    def __init__(self, folders: Iterable[str | os.PathLike[str]] = ()) -> None:
        self.folders = tuple(Path(folder) for folder in folders)

    def of(
        self, file: ClaimFile, at: Path | None, root: Path | None
    ) -> tuple[ArticleText | None, tuple[Finding, ...]]:
        """The text of the file's article (None where there is none to be found), and what is amiss.

        `at` is where the claim file lies and `root` its claims root; None for a file in memory,
        whose texts are looked up in the folders only.
        """
        article = file.article
        if article is None or (article.text is None and article.sha256 is None):
            return None, ()
        try:
            path = self._locate(article, at, root)
            return (None, ()) if path is None else (_read(path), ())
        except _Refused as refused:
            return None, (_finding(article, refused.message),)
        except Undecodable as error:
            return None, (_finding(article, f"the text cannot be read: {error.message}"),)
        except OSError as error:
            return None, (_finding(article, f"the text cannot be opened ({error.strerror})"),)

    def _locate(self, article: Article, at: Path | None, root: Path | None) -> Path | None:
        wanted = article.sha256.lower() if article.sha256 else None
        named = list(self._named(article.text, at, root)) if article.text else []
        if wanted and (len(named) > 1 or not named):
            for path in named:
                if _digest(path) == wanted:
                    return path
            if not named:
                return self._by_digest.get(wanted)
        return named[0] if named else None

    def _named(self, name: str, at: Path | None, root: Path | None) -> Iterator[Path]:
        """The plain files that `name` leads to, relative to the claim file, then to the folders."""
        bases = [at.parent] if at else []
        allowed = [folder.resolve() for folder in self.folders]
        if at:
            allowed += [(root or at.parent).resolve().parent, Path.cwd()]
        refused = ""
        for base in [*bases, *self.folders]:
            path = base / name
            try:
                if not path.is_file():
                    continue
            except ValueError:  # a zero byte in the name
                continue
            real = path.resolve()
            if any(real.is_relative_to(folder) for folder in allowed):
                yield path
            else:
                refused = refused or _OUTSIDE
        if refused:
            raise _Refused(refused)

    @cached_property
    def _by_digest(self) -> dict[str, Path]:
        """The first plain file of each digest below the folders."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in _files(folder):
                try:
                    found.setdefault(_digest(path), path)
                except OSError:
                    continue
        return found


_OUTSIDE = (
    "the text lies outside the folder that holds the claims; to have it read, name its folder with "
    "--texts"
)


class _Refused(Exception):
    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(path: Path) -> ArticleText:
    data = path.read_bytes()
    shown = os.fsencode(os.path.normpath(path)).decode("utf-8", "backslashreplace")
    return ArticleText(shown, decode(data), hashlib.sha256(data).hexdigest())


def _finding(article: Article, message: str) -> Finding:
    key = "text" if article.text is not None else "sha256"
    return Finding("format/unreadable-file", Severity.ERROR, message, article.span(key))
