"""Packs: installed packages that bring rules, units, observances and registers of their own.

A package says that it is one by an entry point of the group `factcheck.packs`:

    [project.entry-points."factcheck.packs"]
    acme = "acme_facts"

The name (`acme`) is the family of its rules; the value is a package. In its folder may stand

- `rules/<name>.py`: a rule as in `checker/rules`, with the id `acme/<name>`;
- `units.tsv` and `observances.tsv`: tables with the columns of those in `checker/data`; what is
  built in cannot be redefined;
- `register.yaml`: a reference file that every claims tree may use; what a tree declares itself
  comes first.

A pack that cannot be used is an error that names it, never a check with less than was asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

GROUP = "factcheck.packs"
Row = TypeVar("Row")


class BrokenPack(Exception):
    """An installed pack that cannot be used; the message names it."""


class Pack(Struct, frozen=True):
    """One installed pack: its name, the package that it is, and where that lies."""

    name: str
    module: str
    folder: Path

    def rows(self, file: str, make: Callable[[list[str]], Row]) -> Iterator[Row]:
        """What `make` gives for each line of a table of the pack, if there is one.

        Raises:
            BrokenPack: the table cannot be read, or `make` refuses a line with a ValueError.
        """
        path = self.folder / file
        if not path.is_file():
            return
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise self.broken(f"{file}: {error}") from None
        for number, line in enumerate(lines, 1):
            if line and not line.startswith("#"):
                try:
                    yield make(line.split("\t"))
                except (ValueError, ZeroDivisionError) as error:
                    raise self.broken(f"{file}, line {number}: {error}") from None

    def broken(self, why: str) -> BrokenPack:
        """The exception that says so."""
        return BrokenPack(f"the pack {self.name} ({self.module}) cannot be used: {why}")


@lru_cache(maxsize=1)
def packs() -> tuple[Pack, ...]:
    """The installed packs, by name; looked up once a process.

    Raises:
        BrokenPack: two packs of one name, or one that is announced but not there.
    """
    found: dict[str, Pack] = {}
    for name, module in sorted(set(_announced())):
        pack = Pack(name, module, _folder(name, module))
        if found.setdefault(name, pack) != pack:
            raise pack.broken(f"{found[name].module} has the same name; uninstall one of them")
    return tuple(found.values())


def _announced() -> Iterator[tuple[str, str]]:
    """Name and package of each entry point of the group, wherever Python looks for packages.

    `importlib.metadata.entry_points` reads everything that is installed, which takes longer than
    many a check; so it is asked only about what mentions the group.
    """
    for folder in dict.fromkeys(sys.path):
        for path in sorted(Path(folder or os.curdir).glob("*.*-info/entry_points.txt")):
            if GROUP in path.read_text(encoding="utf-8", errors="replace"):
                from importlib.metadata import Distribution

                for point in Distribution.at(path.parent).entry_points.select(group=GROUP):
                    yield point.name, point.value


def _folder(name: str, module: str) -> Path:
    from importlib.util import find_spec

    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        spec = None
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise Pack(name, module, Path()).broken("there is no package of that name; reinstall it")
    return Path(places[0])
