"""How many slips in consistent claim files are found, placed and undone.

    python bench/mutation/score.py [NAME...] [--missed] [--every N] [--jobs N]

Every plausible slip is made in turn in the files of `claims/`: in the figure and, where it has the
same words, in the quote. `truth.py` decides, without the program, whether the file then
contradicts itself.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pool
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


@dataclass(frozen=True)
class Harmless:
    """A slip that contradicts nothing; `error` is the rule that says otherwise, if one does."""

    mutant: Mutant
    error: str | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only the files whose names begin so")
    parser.add_argument("--every", type=int, default=1, help="only every n-th slip")
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes share the work")
    options = parser.parse_args()
    paths = files(options.names)
    alarms = sum(len(serious(p.stem, p.read_text(encoding="utf-8"))) for p in paths)
    slips_made = [each for path in paths for each in list(mutants(path))[:: options.every]]
    report(list(scored(slips_made, options.jobs)), alarms, missed=options.missed)


def scored(mutants: Sequence[Mutant], jobs: int) -> Iterator[Verdict | Harmless]:
    """What the program makes of each slip; slips that come to the same text are tried once."""
    alike = {each: replace(each, kind="") for each in mutants}
    different = list(dict.fromkeys(alike.values()))
    if jobs > 1:
        with Pool(jobs) as pool:
            found = pool.map(score, different, chunksize=8)
    else:
        found = [score(each) for each in different]
    of = dict(zip(different, found, strict=True))
    for mutant, without_kind in alike.items():
        outcome = of[without_kind]
        if outcome:
            yield replace(outcome, mutant=mutant)


def score(mutant: Mutant) -> Verdict | Harmless | None:
    """The verdict on one slip; None where it cannot be read at all."""
    contradictory = is_contradictory(mutant)
    if contradictory is None:
        return None
    if contradictory:
        return judged(mutant)
    found = serious(mutant.file, mutant.text, repairs=False)
    return Harmless(mutant, next((f.rule for f in found if f.severity == "error"), None))


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


def serious(name: str, text: str, *, repairs: bool = True) -> list[Finding]:
    """Errors and warnings, the errors first."""
    sources = {f"{name}.yaml": text}
    report = check(sources, select=FAMILIES, today="2026-01-01", repairs=repairs)
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


def report(outcomes: Sequence[Verdict | Harmless], alarms: int, *, missed: bool) -> None:
    verdicts = [each for each in outcomes if isinstance(each, Verdict)]
    harmless = [each for each in outcomes if isinstance(each, Harmless)]
    wrong = [each for each in harmless if each.error]
    if missed:
        for each in wrong:
            print(f"ALARM {line(each.mutant)}: {each.error}")
        for verdict in verdicts:
            if not verdict.undone:
                print(failure(verdict))
    print_rates(verdicts)
    print(f"alarms on consistent files: {alarms}")
    print(f"errors on {len(harmless)} slips that contradict nothing: {len(wrong)}")


def failure(verdict: Verdict) -> str:
    """What went wrong with a slip that was not undone."""
    what = "MISSED"
    if verdict.found:
        what = "UNDONE OTHERWISE" if verdict.placed else "NOT PLACED"
    return f"{what} {line(verdict.mutant)} BEST {verdict.best}"


def print_rates(verdicts: Sequence[Verdict]) -> None:
    """The shares that were found, placed and undone, by kind of slip."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for each in verdicts:
        for kind in (each.mutant.kind, "all"):
            by_kind[kind].update(slips=1, found=each.found, placed=each.placed, undone=each.undone)
    title = "slips that contradict something"
    print(f"{title:35} {'slips':>6} {'found':>7} {'placed':>7} {'undone':>7}")
    for kind, counts in sorted(by_kind.items(), key=lambda item: (item[0] == "all", item[0])):
        rates = [
            f"{100 * counts[each] / counts['slips']:6.1f}%"
            for each in ("found", "placed", "undone")
        ]
        print(f"{kind:35} {counts['slips']:6} {' '.join(rates)}")


if __name__ == "__main__":
    main()
