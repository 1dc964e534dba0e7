"""The baseline: findings that a newsroom lives with for now, so that only new ones fail a run.

A JSON file with one finding a line, sorted, so that a change of it reads well. Only fingerprints
count, each as often as it stands there; rule, claims and message are for people. Baselines shrink:
what is settled leaves them, and nothing new enters unless that is asked for.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from checker.finding import Finding
from checker.report.write import write_file
from checker.result import Result

NAME = "factcheck-baseline.json"
VERSION = 1
_CONFLICT_MARKS = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)


class BadBaseline(Exception):
    """A baseline that cannot be used; the message says why and what to do."""


class Entry(Struct, frozen=True, order=True):
    """One finding of a baseline; `claims` are ids without their file, which may be renamed."""

    rule: str
    claims: tuple[str, ...]
    fingerprint: str
    message: str


class Change(Struct, frozen=True):
    """What writing a baseline comes to: its entries, and what left it or was kept out."""

    entries: tuple[Entry, ...]
    dropped: int = 0
    left_out: int = 0


def read_baseline(path: str) -> tuple[Entry, ...]:
    """The entries of a baseline file.

    Raises:
        BadBaseline: it is not there, broken, in the middle of a merge or of a newer version.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadBaseline(
            f"there is no baseline {path}; `factcheck baseline PATH` writes one"
        ) from None
    except OSError as error:
        raise BadBaseline(f"{path}: cannot be opened ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadBaseline(f"{path}: this baseline is broken (not UTF-8); {_ANEW}") from None
    mark = _CONFLICT_MARKS.search(text)
    if mark:
        line = text.count("\n", 0, mark.start()) + 1
        raise BadBaseline(
            f"{path}:{line}: this baseline holds the marks of a merge conflict; keep the lines of "
            "both sides, remove the marks, and run `factcheck baseline PATH`"
        )
    return _entries(path, text)


_ANEW = "restore it, or remove it and run `factcheck baseline PATH`"


def _entries(path: str, text: str) -> tuple[Entry, ...]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadBaseline(
            f"{path}:{error.lineno}: this baseline is broken ({error.msg}); {_ANEW}"
        ) from None
    except (RecursionError, ValueError):
        data = None
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise BadBaseline(
            f"{path}: this baseline is of version {version}, newer than this program; update the "
            "program"
        )
    if version != VERSION or not isinstance(data.get("findings"), list):
        raise BadBaseline(f"{path}: this is no baseline; {_ANEW}")
    return tuple(_entry(path, each) for each in data["findings"])


def _entry(path: str, data: Any) -> Entry:
    fingerprint = data.get("fingerprint") if isinstance(data, dict) else None
    if not isinstance(fingerprint, str) or not fingerprint:
        raise BadBaseline(f"{path}: this baseline is broken (an entry has no fingerprint); {_ANEW}")
    claims = data.get("claims")
    named = tuple(map(str, claims)) if isinstance(claims, list) else ()
    return Entry(str(data.get("rule", "")), named, fingerprint, str(data.get("message", "")))


def counts(entries: Iterable[Entry]) -> Mapping[str, int]:
    """How often each fingerprint is known."""
    return Counter(entry.fingerprint for entry in entries)


def updated(
    old: Iterable[Entry] | None,
    findings: Iterable[Finding],
    *,
    grow: bool = False,
    unchecked: Iterable[str] = (),
) -> Change:
    """The baseline for these findings: only what it held already, unless it is new or may grow.

    What it holds of families that could not be checked (no text is there) stays.
    """
    given = [] if old is None else list(old)
    left = Counter(counts(given))
    kept: list[Entry] = []
    new: list[Entry] = []
    for finding in findings:
        entry = _entry_of(finding)
        (kept if left[entry.fingerprint] > 0 else new).append(entry)
        left[entry.fingerprint] -= 1
    kept += _unchecked(given, left, set(unchecked))
    dropped = len(given) - len(kept)
    if grow or old is None:
        return Change(tuple(sorted(kept + new)), dropped)
    return Change(tuple(sorted(kept)), dropped, len(new))


def _unchecked(
    entries: Iterable[Entry], left: Mapping[str, int], families: Collection[str]
) -> Iterator[Entry]:
    """The entries that no finding was seen for, because nobody could look."""
    missing = Counter(left)
    for entry in entries:
        if missing[entry.fingerprint] > 0 and _family(entry) in families:
            missing[entry.fingerprint] -= 1
            yield entry


def settled(entries: Iterable[Entry], result: Result) -> int:
    """How many entries nothing in the tree needs any more."""
    stale = set(result.stale)
    return sum(
        entry.fingerprint in stale and _family(entry) not in result.unchecked for entry in entries
    )


def _family(entry: Entry) -> str:
    return entry.rule.partition("/")[0]


def _entry_of(finding: Finding) -> Entry:
    claims = tuple(key.rpartition("#")[2] for key in finding.claims)
    return Entry(finding.rule, claims, finding.fingerprint, finding.message)


def write_baseline(path: str, entries: Iterable[Entry]) -> None:
    """Put a baseline at `path`, as a whole or not at all.

    Raises:
        UnwritableError: the system refuses it.
    """
    lines = ",\n".join(f"  {_line(entry)}" for entry in entries)
    body = f"[\n{lines}\n]" if lines else "[]"
    write_file(path, f'{{"version": {VERSION}, "findings": {body}}}\n')


def _line(entry: Entry) -> str:
    data = {
        "rule": entry.rule,
        "claims": entry.claims,
        "fingerprint": entry.fingerprint,
        "message": entry.message,
    }
    return json.dumps(data, ensure_ascii=False)
