"""Names of one country, its people and adjectives, and of one town in several languages and times.

`Chinese` is China's, `Britain` the United Kingdom, `Peking` Beijing.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from checker.language.names.fold import fold
from checker.language.names.tables import rows

_TABLE = Path(__file__).parent.parent / "data" / "places.tsv"


def same_country(a: str, b: str) -> bool:
    """Whether two words name one country, the one perhaps by its adjective (`data/places.tsv`)."""
    rows = _rows()
    one, other = rows.get(_plain(a), -1), rows.get(_plain(b), -2)
    return one == other


def same_town(a: str, b: str) -> bool:
    """Whether two names are one town's, as `Kiev` and `Kyiv` are (`data/names/towns.txt`)."""
    towns = _towns()
    one, other = towns.get(_plain(a), -1), towns.get(_plain(b), -2)
    return one == other


@lru_cache(maxsize=1)
def _towns() -> dict[str, int]:
    """The number of its town's row for each name."""
    return {
        _plain(name.strip()): number
        for number, row in enumerate(rows("towns.txt"))
        for name in row.split("|")
    }


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


@lru_cache(maxsize=1)
def _rows() -> dict[str, int]:
    """The number of its country's row for each name and adjective."""
    found: dict[str, int] = {}
    for number, line in enumerate(_TABLE.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            _, names, adjectives, *_ = (*line.split("\t"), "", "")
            for form in f"{names}|{adjectives}".split("|"):
                if form:
                    found.setdefault(_plain(form), number)
    return found
