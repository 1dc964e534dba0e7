"""The findings of the whole tree as it was at a git revision.

Nothing of the repository is changed or checked out: what the claims need is read from git's objects
into a temporary folder of the same shape, and checked there. Articles' texts that git does not keep
(most newsrooms may not redistribute them) are taken as they lie.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from checker.engine.cache import Cache, digest, program
from checker.engine.kept import of_options
from checker.options import Options
from checker.read.discover import SUFFIXES, Unusable, discover
from checker.run import run

_TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
# What git tells its hooks, and would take for the repository of any folder.
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_LINK = "120000"
_FILE_KINDS = ("100644", "100755", _LINK)


class NoRevision(Exception):
    """A revision that cannot be read; the message says why, and what to do."""


class _Blob(Struct, frozen=True):
    """One file of a revision: its kind, git's name for what it holds, and its path."""

    kind: str
    name: str
    path: str


def known_at(
    revision: str, paths: Sequence[str], options: Options, cache: Cache | None = None
) -> Counter[str]:
    """The fingerprints of all findings of the trees of `paths` at the revision, and how many each.

    Raises:
        NoRevision: git is not there, the folder is in no repository, or has no such revision.
        Unusable: a path that is not there now.
    """
    sources = discover(
        paths,
        claims_folder=options.claims,
        stdin=options.stdin,
        stdin_name=options.stdin_filename,
    )
    roots = sorted({source.root for source in sources if source.root is not None})
    repository = _Repository(roots[0] if roots else Path.cwd())
    commit = repository.commit(revision)
    then = _Snapshot(repository, commit, roots, [Path(folder) for folder in options.texts])
    key = digest([program(), of_options(options), *then.state()])
    kept = cache.get(key) if cache else None
    if kept is not None:
        return Counter(json.loads(kept))
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        found = _fingerprints(then, Path(folder).resolve(), options)
    if cache and then.is_whole:
        cache.put(key, json.dumps(found).encode())
    return found


def _fingerprints(then: _Snapshot, folder: Path, options: Options) -> Counter[str]:
    then.write(folder)
    there = [str(folder / root) for root in then.claims if (folder / root).is_dir()]
    if not there and then.claims:  # a folder of another name then
        there = [str(folder)]
    texts = [*(folder / each for each in then.texts), *then.texts_elsewhere]
    everything = replace(
        options,
        texts=tuple(str(each) for each in texts if each.is_dir()),
        ignore=(),
        per_file_ignores=(),
        known={},
        stdin=b"",
        verbose=False,
        repairs=False,
        store=None,
        tell=None,
    )
    try:
        result = run(there, everything) if there else None
    except Unusable:  # a folder that held no claim files then
        result = None
    return Counter(found.fingerprint for found in result.findings) if result else Counter()


class _Repository:
    """The git repository that a folder lies in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        top = self._git("rev-parse", "--show-toplevel", error=f"{folder} is in no git repository")
        self.top = Path(os.fsdecode(top).rstrip("\n")).resolve()

    def below_top(self, path: Path) -> Path | None:
        """A path as seen from the top; None for one outside."""
        whole = path.resolve()
        return whole.relative_to(self.top) if whole.is_relative_to(self.top) else None

    def commit(self, revision: str) -> str:
        """The commit that a revision names."""
        error = f"there is no revision {revision!r} here"
        if self._git("rev-parse", "--is-shallow-repository").strip() == b"true":
            error += "; this is a shallow clone: fetch it first (git fetch --depth=1 origin REV)"
        name = f"{revision}^{{commit}}"
        return os.fsdecode(
            self._git("rev-parse", "--verify", "--quiet", "--end-of-options", name, error=error)
        ).strip()

    def blobs(self, commit: str) -> Iterator[_Blob]:
        """All files of a commit."""
        for line in self._git("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            about, _, path = line.partition(b"\t")
            if path:
                kind, _, name = os.fsdecode(about).split()
                yield _Blob(kind, name, os.fsdecode(path))

    def contents(self, blobs: Sequence[_Blob]) -> Iterator[tuple[_Blob, bytes]]:
        """What the files hold."""
        names = "".join(f"{blob.name}\n" for blob in blobs).encode()
        output = self._git("cat-file", "--batch", given=names)
        at = 0
        for blob in blobs:
            start = output.index(b"\n", at) + 1
            size = output[at:start].split()[-1]
            if not size.isdigit():
                raise NoRevision(f"git does not have {blob.path} at that revision; fetch it first")
            at = start + int(size)
            yield blob, output[start:at]
            at += 1

    def unkept(self) -> Iterator[str]:
        """The texts below the top that git does not keep."""
        patterns = [f"*{suffix}" for suffix in _TEXT_SUFFIXES]
        listed = self._git("-C", str(self.top), "ls-files", "-z", "--others", "--", *patterns)
        yield from (os.fsdecode(path) for path in listed.split(b"\0") if path)

    def _git(self, *arguments: str, given: bytes = b"", error: str = "") -> bytes:
        try:
            done = subprocess.run(
                ["git", "-C", str(self.folder.resolve()), *arguments],
                input=given,
                capture_output=True,
                check=False,
                env={key: value for key, value in os.environ.items() if key not in _OF_HOOKS},
            )
        except FileNotFoundError:
            raise NoRevision("git is not installed, which --new-from needs") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise NoRevision(": ".join(filter(None, (error or "git failed", said))))
        return done.stdout


class _Snapshot:
    """What a run may read of a revision; `claims` and `texts` are folders below the top.

    The working folder is one of the texts' folders, because texts may be read from there.
    """

    def __init__(
        self, repository: _Repository, commit: str, claims: Iterable[Path], texts: Iterable[Path]
    ) -> None:
        self.repository = repository
        within = repository.below_top
        given = list(texts)
        self.claims = [place for place in map(within, claims) if place is not None]
        self.texts = [place for place in map(within, [*given, Path.cwd()]) if place is not None]
        self.texts_elsewhere = [folder for folder in given if within(folder) is None]
        named = [place for place in map(within, given) if place is not None]
        every = list(repository.blobs(commit))
        self.blobs = [blob for blob in every if _is_needed(blob, self.claims, named)]
        if not any(blob.path.endswith(SUFFIXES) for blob in self.blobs):
            self.blobs = [blob for blob in every if _is_needed(blob, [Path()], named)]
        taken = {blob.path for blob in self.blobs}
        self.unkept = [path for path in repository.unkept() if path not in taken]

    @property
    def is_whole(self) -> bool:
        """Whether `state` tells everything: texts outside the repository may change unseen."""
        return not self.texts_elsewhere

    def state(self) -> Iterator[str | bytes]:
        """All that a run depends on, for a key."""
        yield from map(str, (*self.claims, "", *self.texts, ""))
        yield from (f"{blob.kind} {blob.name} {blob.path}" for blob in self.blobs)
        for path in self.unkept:
            yield path
            with suppress(OSError):
                yield (self.repository.top / path).read_bytes()

    def write(self, folder: Path) -> None:
        """Put it into a folder."""
        links = []
        for blob, data in self.repository.contents(self.blobs):
            target = _room(folder / blob.path)
            if blob.kind == _LINK:
                links.append((target, os.fsdecode(data)))
            else:
                target.write_bytes(data)
        for link, target_name in links:  # last, so that nothing is written through one
            link.symlink_to(target_name)
        for path in self.unkept:
            with suppress(OSError):  # gone meanwhile, or not ours to read: then there is no text
                shutil.copyfile(self.repository.top / path, _room(folder / path))


def _room(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _is_needed(blob: _Blob, claims: Iterable[Path], texts: Iterable[Path]) -> bool:
    """Claim files below `claims`, all that lies below `texts`, and texts anywhere."""
    place = Path(blob.path)
    if blob.kind not in _FILE_KINDS or ".." in place.parts:
        return False
    if blob.path.endswith(_TEXT_SUFFIXES) or _lies_in(place, texts):
        return True
    file = blob.path.endswith(SUFFIXES) or blob.kind == _LINK
    return file and _lies_in(place, claims)


def _lies_in(place: Path, folders: Iterable[Path]) -> bool:
    return any(place.is_relative_to(folder) for folder in folders)
