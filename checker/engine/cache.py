"""A folder with what earlier runs found out, by the digest of everything that it depends on.

A cache may be lost at any time and never makes a run fail: where it cannot be written, is in use or
is broken, the run does without. Several runs may use one at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from checker.packs import packs

if TYPE_CHECKING:
    import sqlite3

NAME = ".factcheck-cache"
_MOST = 200
"""Entries that are kept, the latest: one for each tree and choice of options."""
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"
_LATEST = "CREATE TABLE IF NOT EXISTS latest (number INTEGER PRIMARY KEY, key TEXT)"


class Cache:
    """Bytes by key."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.file = self.folder / "results.sqlite3"

    def get(self, key: str) -> bytes | None:
        """What is kept under the key, if anything."""
        if not self.file.is_file():
            return None
        import sqlite3  # which a run over a small tree does not need

        try:
            with closing(self._open()) as entries:
                row = entries.execute("SELECT value FROM entries WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return bytes(row[0]) if row else None

    def put(self, key: str, value: bytes) -> None:
        """Keep the bytes under the key, and let the oldest go."""
        import sqlite3

        try:
            self._make_folder()
            with closing(self._open()) as entries, entries:
                entries.execute("INSERT OR REPLACE INTO entries VALUES (?, ?)", (key, value))
                entries.execute("INSERT INTO latest (key) VALUES (?)", (key,))
                entries.execute(
                    "DELETE FROM latest WHERE number <= (SELECT max(number) FROM latest) - ?",
                    (_MOST,),
                )
                entries.execute("DELETE FROM entries WHERE key NOT IN (SELECT key FROM latest)")
        except sqlite3.OperationalError:  # in use, or not to be written
            return
        except sqlite3.DatabaseError:  # broken: the next run begins anew
            with suppress(OSError):
                self.file.unlink()
        except OSError:
            return

    def _make_folder(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        entries = sqlite3.connect(self.file, timeout=2)
        entries.execute("PRAGMA synchronous = OFF")
        entries.execute(_TABLE)
        entries.execute(_LATEST)
        return entries


def digest(parts: Iterable[str | bytes]) -> str:
    """One key for many parts, whose borders count."""
    whole = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """What tells this program, with its tables, rules and packs, from any other version of it."""
    folders = [Path(__file__).parents[1], *(pack.folder for pack in packs())]
    every = (path for folder in folders for path in folder.rglob("*"))
    files = sorted(path for path in every if path.suffix not in {"", ".pyc"})
    states = ((path, path.stat()) for path in files if path.is_file())
    return digest(f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in states)
