"""How many slips in consistent claim files are found, placed and undone.

    python bench/mutation/score.py [NAME...] [--missed]

Every plausible slip is made in turn in the files of `claims/`: in the figure and, where it has the
same words, in the quote. `truth.py` decides, without the program, whether the file then
contradicts itself.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from slips import slips  # noqa: E402 - after the path is set
from truth import contradicts, forms  # noqa: E402
from words import UnknownWordsError  # noqa: E402

from checker.api import check  # noqa: E402
from checker.finding import Finding  # noqa: E402

# The program is asked with all its rules but those that compare claim and quote.
FAMILIES = ("format", "numbers", "money", "units", "time", "names")
_KEYS = ("value", "share", "restated", "age", "date", "weekday", "lasts", "period", "as-of")


@dataclass(frozen=True)
class Mutant:
    """A file with one slip in it."""

    file: str
    claim: str
    kind: str
    before: str
    after: str
    text: str
    changed_name: bool


@dataclass(frozen=True)
class Verdict:
    """What the program made of a slip that contradicts something; `best` is its first repair."""

    mutant: Mutant
    found: bool
    placed: bool
    undone: bool
    best: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only the files whose names begin so")
    parser.add_argument("--every", type=int, default=1, help="only every n-th slip")
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    options = parser.parse_args()
    verdicts: list[Verdict] = []
    harmless = false_errors = alarms = 0
    for path in files(options.names):
        alarms += len(serious(path.stem, path.read_text(encoding="utf-8")))
        for mutant in list(mutants(path))[:: options.every]:
            contradictory = is_contradictory(mutant)
            if contradictory:
                verdicts.append(judged(mutant))
            elif contradictory is False:
                harmless += 1
                wrong = [f for f in serious(mutant.file, mutant.text) if f.severity == "error"]
                false_errors += bool(wrong)
                if wrong and options.missed:
                    print(f"ALARM {line(mutant)}: {wrong[0].rule}")
    report(verdicts, harmless, false_errors, alarms, missed=options.missed)


def files(names: list[str]) -> list[Path]:
    every = sorted((HERE / "claims").glob("*.yaml"))
    return [p for p in every if not names or any(p.name.startswith(n) for n in names)]


def mutants(path: Path) -> Iterator[Mutant]:
    """Every slip of every claim of a file."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    for number, written in enumerate(lines):
        if not written.startswith("  - {id: "):
            continue
        claim = yaml.load(written, yaml.BaseLoader)[0]
        for key, words in sites(claim):
            for kind, changed in slips(key, words):
                new = (
                    written.replace(words, changed)
                    if key == "names"
                    else swapped(written, key, words, changed)
                )
                if new != written:
                    body = "".join((*lines[:number], new, *lines[number + 1 :]))
                    yield Mutant(path.stem, claim["id"], kind, words, changed, body, key == "names")


def sites(claim: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys of a claim that may suffer a slip, with their words."""
    for key in _KEYS:
        if isinstance(claim.get(key), str):
            yield key, claim[key]
    for key, inner in (("times", "factor"), ("change", "by"), ("rate", "per")):
        if key in claim:
            yield inner, claim[key][inner]
    for form in claim.get("names", {}):
        yield "names", form


def swapped(line_: str, key: str, words: str, changed: str) -> str:
    """The line with other words under a key, and in the quote where it has them."""
    head, quote, tail = line_.partition(", quote: ")
    end = tail.index('"', 1) + 1
    said, rest = tail[:end], tail[end:]
    for mark in ('"', ""):
        old, new = f"{key}: {mark}{words}{mark}", f'{key}: "{changed}"'
        for after in (",", "}"):
            if old + after in rest:
                return (
                    head
                    + quote
                    + said.replace(words, changed)
                    + rest.replace(old + after, new + after, 1)
                )
    return line_


def is_contradictory(mutant: Mutant) -> bool | None:
    """Whether the file now contradicts itself; None where the slip cannot be read at all."""
    file = yaml.load(mutant.text, yaml.BaseLoader)
    if mutant.changed_name:
        return mutant.after not in set(forms(file))
    try:
        return contradicts(file)
    except UnknownWordsError:
        return None


def serious(name: str, text: str) -> list[Finding]:
    """Errors and warnings, the errors first."""
    report = check({f"{name}.yaml": text}, select=FAMILIES, today="2026-01-01")
    found = [each for each in report.findings if each.severity != "note"]
    return sorted(found, key=lambda each: each.severity.rank)


def judged(mutant: Mutant) -> Verdict:
    """Whether the slip is found, on a set of claims that cannot be true, and undone."""
    found = serious(mutant.file, mutant.text)
    key = f"{mutant.file}#{mutant.claim}"
    placed = [each for each in found if key in each.claims and is_right_set(mutant, each)]
    wanted = (key, mutant.after, mutant.before)
    best = placed[0].repairs[:1] if placed else ()
    undone = [(r.claim, r.before, r.after) for r in best] == [wanted]
    words = "; ".join(f"{r.claim} {r.before} -> {r.after} ({r.why})" for r in best)
    return Verdict(mutant, bool(found), bool(placed), undone, words)


def is_right_set(mutant: Mutant, finding: Finding) -> bool:
    """Whether the claims named contradict one another, and the rest of them do not any more."""
    if mutant.changed_name or finding.severity != "error":
        return True
    file = yaml.load(mutant.text, yaml.BaseLoader)
    named = {claim.partition("#")[2] for claim in finding.claims}
    return contradicts(file, named)


def line(mutant: Mutant) -> str:
    return f"{mutant.file}#{mutant.claim}: {mutant.before} -> {mutant.after} ({mutant.kind})"


def report(
    verdicts: list[Verdict], harmless: int, false_errors: int, alarms: int, *, missed: bool
) -> None:
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        for kind in (verdict.mutant.kind, "all"):
            by_kind[kind].update(
                slips=1, found=verdict.found, placed=verdict.placed, undone=verdict.undone
            )
        if missed and not verdict.undone:
            what = (
                "UNDONE OTHERWISE"
                if verdict.placed
                else "NOT PLACED"
                if verdict.found
                else "MISSED"
            )
            print(f"{what} {line(verdict.mutant)} BEST {verdict.best}")
    print(
        f"{'slips that contradict something':35} {'slips':>6} {'found':>7} {'placed':>7} {'undone':>7}"
    )
    for kind, counts in sorted(by_kind.items(), key=lambda item: (item[0] == "all", item[0])):
        rates = [
            f"{100 * counts[each] / counts['slips']:6.1f}%"
            for each in ("found", "placed", "undone")
        ]
        print(f"{kind:35} {counts['slips']:6} {' '.join(rates)}")
    print(f"alarms on consistent files: {alarms}")
    print(f"errors on {harmless} slips that contradict nothing: {false_errors}")


if __name__ == "__main__":
    main()
