"""Scores `scan` on pairs of texts from public test sets: who is flagged, and who should be.

    python bench/score_scan.py DIR [--errors] [--half 0|1]

DIR holds `StressTest_dev.csv`, `AWPNLI.csv` (premise, hypothesis, label) and `vitaminc_500.csv`
(claim, evidence, label, digits_in_both). A pair is flagged where an error or a warning joins both
texts. `--half` scores every other row, so that rules can be written on one half and checked on the
other; `--errors` shows the rows that are wrong.
"""

from __future__ import annotations

import csv
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.finding import Severity
from checker.scanning import scan_texts


@dataclass(frozen=True)
class TestSet:
    """A set of pairs: its file, its columns, and which labels must be flagged or must not."""

    file: str
    first: str
    second: str
    flagged: frozenset[str]
    silent: frozenset[str]
    only_digits: bool = False


SETS = (
    TestSet(
        "StressTest_dev.csv",
        "premise",
        "hypothesis",
        frozenset({"contradiction"}),
        frozenset({"entailment", "neutral"}),
    ),
    TestSet(
        "vitaminc_500.csv",
        "claim",
        "evidence",
        frozenset({"REFUTES"}),
        frozenset({"SUPPORTS"}),
        True,
    ),
    TestSet(
        "AWPNLI.csv",
        "premise",
        "hypothesis",
        frozenset({"contradiction"}),
        frozenset({"entailment"}),
    ),
)


def is_flagged(first: str, second: str) -> bool:
    """Whether an error or a warning joins the two texts."""
    for finding in scan_texts({"a": first, "b": second}).findings:
        files = {claim.partition("#")[0] for claim in finding.claims}
        files |= {related.claim.partition("#")[0] for related in finding.related}
        if finding.severity is not Severity.NOTE and files >= {"a", "b"}:
            return True
    return False


def rows_of(test_set: TestSet, folder: Path, half: int | None) -> Iterable[dict[str, str]]:
    """The rows that count, of one half or all."""
    with (folder / test_set.file).open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if test_set.only_digits and row["digits_in_both"] != "True":
                continue
            if row["label"] in test_set.flagged | test_set.silent and half in (None, number % 2):
                yield row


def score(test_set: TestSet, options: Namespace) -> str:
    """One line: accuracy, precision, recall, and milliseconds a pair."""
    counts = {(should, did): 0 for should in (True, False) for did in (True, False)}
    begin = time.perf_counter()
    for row in rows_of(test_set, options.folder, options.half):
        should = row["label"] in test_set.flagged
        did = is_flagged(row[test_set.first], row[test_set.second])
        counts[should, did] += 1
        if options.errors and should != did:
            print(f"{row['id']} {row['label']}: {row[test_set.first]} | {row[test_set.second]}")
    spent = time.perf_counter() - begin
    total = sum(counts.values()) or 1
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    return (
        f"{test_set.file:20} accuracy {100 * (right + counts[False, False]) / total:5.1f}  "
        f"precision {100 * right / max(1, right + wrong):5.1f}  "
        f"recall {100 * right / max(1, right + missed):5.1f}  "
        f"alarms on consistent pairs {100 * wrong / max(1, wrong + counts[False, False]):4.1f}  "
        f"({total} pairs, {1000 * spent / total:.1f} ms each)"
    )


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    for test_set in SETS:
        if (options.folder / test_set.file).is_file():
            print(score(test_set, options))
        else:
            print(f"{test_set.file}: not in {options.folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
