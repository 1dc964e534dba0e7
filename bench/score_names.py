"""Score the comparison of names against judged pairs.

    python bench/score_names.py FOLDER [--errors]

FOLDER holds `name_bench_cases.csv` (schema, name1, name2, is_match) and `surname_pairs.csv` (name1,
name2, same_surname_possible). A pair counts as found where the verdict is anything but another name.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from checker.language.names import Likeness, can_be_one_surname, compare

Judged = tuple[str, bool, bool, str]
"""The group a pair is counted in, what was published, what we say, and the pair with our reason."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file; none where it is missing."""
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def judged_names(folder: Path) -> Iterator[Judged]:
    """Each pair of the name bench."""
    for row in rows(folder / "name_bench_cases.csv"):
        kind = "person" if row["schema"] == "Person" else "organization"
        found = compare(row["name1"], row["name2"], kind=kind)
        text = f"{row['name1']} | {row['name2']} | {found.likeness}: {found.why}"
        yield row["schema"], row["is_match"] == "true", found.likeness is not Likeness.OTHER, text


def judged_surnames(folder: Path) -> Iterator[Judged]:
    """Each pair of Chinese surnames."""
    for row in rows(folder / "surname_pairs.csv"):
        one, other = row["name1"], row["name2"]
        text = f"{one} | {other} | {row.get('characters', '')} {row.get('regions', '')}"
        yield (
            "surnames",
            row["same_surname_possible"] == "true",
            can_be_one_surname(one, other),
            text,
        )


def report(judged: list[Judged], errors: bool) -> None:
    """Print the counts, precision, recall and F1 of every group."""
    groups = [*dict.fromkeys(group for group, *_ in judged)]
    for group in groups:
        of = [(said, ours) for name, said, ours, _ in judged if name == group]
        counts = Counter(of)
        tp, fp = counts[True, True], counts[False, True]
        fn, tn = counts[True, False], counts[False, False]
        precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
        f1 = 2 * tp / max(2 * tp + fp + fn, 1)
        print(
            f"{group:14} TP {tp:4} FP {fp:4} FN {fn:4} TN {tn:4}"
            f"  precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"
        )
    for group, said, ours, text in judged if errors else ():
        if said != ours:
            print(f"{'missed' if said else 'false'} {group}: {text}")


def main() -> None:
    """Read the folder from the command line."""
    folder = Path(sys.argv[1])
    report([*judged_names(folder), *judged_surnames(folder)], "--errors" in sys.argv)


if __name__ == "__main__":
    main()
