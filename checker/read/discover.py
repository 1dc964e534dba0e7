"""From paths on the command line to the files to read: claims roots, file ids, what to show.

A folder is a claims root; all of its `*.yaml` and `*.yml` files are read and shown, at any depth,
in the order of their names; names that begin with a dot are skipped, and no folder is entered
twice, whatever links lead to it. A file named alone is shown alone; the tree that it belongs to is
read too, for references. A file's id is its path below the root, without the extension; where two
files would get the same id (`a.yaml` beside `a.yml`, two roots given at once), the later one's id is
its whole path as shown.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

SUFFIXES = (".yaml", ".yml")
STDIN = "-"
_FOLDER = "this is a folder, not a claim file (the files in it are read); rename it"


class Unusable(Exception):
    """A path that cannot be used at all: wrong usage, not a finding."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Source(Struct, frozen=True):
    """One file to read: `path` as findings show it, `at` where it lies (None: `data` holds it).

    `root` is the claims root that it was found under. `problem` says why it cannot be read.
    """

    path: str
    file_id: str
    shown: bool = True
    at: Path | None = None
    data: bytes | str | None = None
    root: Path | None = None
    problem: str = ""


def discover(
    paths: Iterable[str | os.PathLike[str]],
    *,
    claims_folder: str | os.PathLike[str] | None = None,
    stdin: bytes = b"",
    stdin_name: str = "",
) -> tuple[Source, ...]:
    """The files to read for these paths, in order and each once.

    `claims_folder` is the configured root for files named alone that lie in it. `-` among the
    paths is `stdin`; with `stdin_name` it stands for the file of that name, in its tree.

    Raises:
        Unusable: a path that is not there, or a folder without claim files.
    """
    given = [os.fspath(path) for path in paths]
    folders = [Path(path) for path in given if path != STDIN and Path(path).is_dir()]
    found = _Found()
    for path in given:
        if path == STDIN:
            _add_stdin(found, stdin, stdin_name, claims_folder)
        elif Path(path).is_dir():
            _add_folder(found, Path(path), folders)
        else:
            _add_file(found, Path(path), folders, claims_folder)
    return _with_distinct_ids(found.sources.values())


def from_mapping(files: Mapping[str, str | bytes]) -> tuple[Source, ...]:
    """Files in memory: name to YAML text; a name's id is the name without `.yaml` or `.yml`."""
    return _with_distinct_ids(
        Source(name, _file_id(PurePath(name)), data=data) for name, data in files.items()
    )


class _Found:
    """What was found so far, by the real path, so that nothing counts twice."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self._folders: dict[Path, str] = {}

    def add(self, source: Source) -> None:
        key = self._real(source.at) if source.at else source.path
        known = self.sources.get(key)
        if known is None:
            self.sources[key] = source
        elif source.shown and not known.shown:
            self.sources[key] = replace(known, shown=True)

    def _real(self, path: Path) -> str:
        """The real path; that of a folder is worked out once for all its files."""
        if path.name in ("", "..") or path.is_symlink():
            return os.path.realpath(path)
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return f"{self._folders[folder]}{os.sep}{path.name}"


def _add_folder(found: _Found, folder: Path, folders: list[Path]) -> None:
    root = _outermost(folder, folders)
    sources = list(_tree(root, shown=root == folder))
    below = folder.resolve()
    if root != folder:
        sources = [s for s in sources if s.at and s.at.resolve().is_relative_to(below)]
        sources = [replace(source, shown=True) for source in sources]
    if not sources:
        raise Unusable(
            f"{_shown(folder)}: no claim files here; they end in .yaml or .yml (`factcheck draft "
            "ARTICLE.txt` writes a first one)"
        )
    for source in sources:
        found.add(source)


def _add_file(
    found: _Found,
    file: Path,
    folders: list[Path],
    claims_folder: str | os.PathLike[str] | None,
    data: bytes | None = None,
) -> None:
    if data is None and not os.path.lexists(file):
        raise Unusable(f"{_shown(file)}: no such file or folder")
    root = _root_of(file, folders, claims_folder)
    named = _source(root, file, shown=True)
    if data is not None:
        named = replace(named, data=data, problem="")
    found.add(named)
    for source in _tree(root, shown=False):
        found.add(source)


def _add_stdin(
    found: _Found, data: bytes, name: str, claims_folder: str | os.PathLike[str] | None
) -> None:
    if name:
        _add_file(found, Path(name), [], claims_folder, data)
    else:
        found.add(Source("<stdin>", "stdin", data=data))


def _outermost(folder: Path, folders: list[Path]) -> Path:
    """The given folder that holds this one and lies in no other given one."""
    holding = [each for each in folders if folder.resolve().is_relative_to(each.resolve())]
    return min(holding, key=lambda each: len(each.resolve().parts), default=folder)


def _root_of(file: Path, folders: list[Path], claims_folder: str | os.PathLike[str] | None) -> Path:
    """The claims root of a file named alone."""
    full = Path.cwd() / file
    configured = [Path(claims_folder)] if claims_folder is not None else []
    for folder in [*folders, *configured]:
        if full.resolve().is_relative_to(folder.resolve()):
            return _outermost(folder, folders)
    nearest = next((each for each in full.parents if each.name == "claims"), full.parent)
    return nearest if file.is_absolute() else Path(os.path.relpath(nearest))


def _tree(root: Path, *, shown: bool) -> Iterator[Source]:
    """All claim files below `root`, by name, files of a folder before its folders."""
    entered: set[str] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in entered:
            continue
        entered.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            message = f"this folder cannot be opened ({error.strerror})"
            yield _unreadable(root, folder, message, shown=shown)
            continue
        below = []
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_file(follow_symlinks=False):  # nearly all: the folder itself says so
                if name.endswith(SUFFIXES):
                    yield _source(root, folder / name, shown=shown, plain=True)
            elif (path := folder / name).is_dir():
                below.append(path)
                if name.endswith(SUFFIXES):
                    yield _unreadable(root, path, _FOLDER, shown=shown)
            elif name.endswith(SUFFIXES):
                yield _source(root, path, shown=shown)
        waiting.extend(reversed(below))


def _source(root: Path, path: Path, *, shown: bool, plain: bool = False) -> Source:
    """`plain` says that it is known to be a plain file."""
    try:
        relative: PurePath = path.relative_to(root)
    except ValueError:
        relative = PurePath(os.path.relpath(path, root))
    problem = _problem(path, plain=plain)
    return Source(_shown(root / relative), _file_id(relative), shown, path, None, root, problem)


def _unreadable(root: Path, folder: Path, message: str, *, shown: bool) -> Source:
    relative = PurePath(os.path.relpath(folder, root))
    return Source(_shown(folder), _file_id(relative), shown, folder, None, root, message)


def _problem(path: Path, *, plain: bool) -> str:
    """Why a file cannot be opened, as far as that shows without opening it."""
    try:
        path.name.encode()
        mode = stat.S_IFREG if plain else path.stat().st_mode
    except UnicodeEncodeError:
        return "the file's name is not valid UTF-8; rename the file"
    except OSError as error:
        return f"this file cannot be opened ({error.strerror})"
    return "" if stat.S_ISREG(mode) else "this is no plain file (perhaps a pipe or a device)"


def _file_id(relative: PurePath) -> str:
    text = relative.as_posix()
    ending = relative.suffix if relative.suffix in (*SUFFIXES, ".txt") else ""
    return _printable(text.removesuffix(ending))


def _shown(path: Path) -> str:
    return _printable(Path(os.path.normpath(path)).as_posix())


def _printable(text: str) -> str:
    """Bytes of a name that are no UTF-8 are written as escapes, so that it can be printed."""
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def _with_distinct_ids(sources: Iterable[Source]) -> tuple[Source, ...]:
    taken: set[str] = set()
    distinct = []
    for source in sorted(sources, key=lambda each: each.path):
        file_id = source.file_id
        if file_id in taken:
            whole = _file_id(PurePath(source.path))
            file_id = source.path if whole in taken else whole
        taken.add(file_id)
        distinct.append(replace(source, file_id=file_id) if file_id != source.file_id else source)
    return tuple(distinct)
