"""Measures speed and findings on claims trees that `bench/corpus.py` writes.

    python -m bench.run [--files 1000] [--large 5000] [--seed 1] [--folder DIR]

Prints, and compares with the targets: one file in a whole process; many files on one core against a
bare load of the same YAML; whether time grows linearly to the large tree; which planted
contradictions are found and what is reported beside them. Exit status 1 where a finding is wrong;
times depend on the machine and fail nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench import corpus

# Modules are compiled once, as those of an installed program are.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

ONE_FILE_SECONDS = 0.3
TIMES_BARE_LOAD = 2.0
REPEAT = 7

BARE_LOAD = """
import sys, yaml
for path in sys.stdin.read().split("\\n"):
    with open(path, "rb") as file:
        yaml.load(file, yaml.CSafeLoader)
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One process: its processor time in seconds, and what it printed."""

    seconds: float
    output: str


def measure(command: Sequence[str], given: str = "") -> Measured:
    """Run a process to its end; its time is that of the processor, in user and system mode."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, env=_ENVIRONMENT
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr or done.stdout[-2000:]}")
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Measured(spent, done.stdout)


def check(path: Path) -> Measured:
    """The whole program on a tree or file."""
    return measure([sys.executable, "-m", "checker", str(path), "--format", "json"])


def one_file(claims: Path) -> float:
    """The median time on the clock of the whole program on one file of 40 claims."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    source = min(claims.rglob("story-*.yaml"))
    for path in (source, claims / corpus.REGISTER):
        (folder / path.name).write_bytes(path.read_bytes())
    times = []
    for _ in range(REPEAT):
        start = perf_counter()
        check(folder)
        times.append(perf_counter() - start)
    return median(times)


def bare_load(claims: Path) -> float:
    """The time of a process that only loads the same files."""
    paths = "\n".join(str(path) for path in sorted(claims.rglob("*.yaml")))
    return measure([sys.executable, "-c", BARE_LOAD], paths).seconds


@dataclass(frozen=True, slots=True)
class Score:
    """Planted contradictions found, those missed, and alarms about true claims."""

    found: int
    missed: list[dict[str, Any]]
    invented: list[dict[str, Any]]


def score(manifest: dict[str, Any], findings: list[dict[str, Any]]) -> Score:
    """Findings against the manifest: an alarm is an error or a warning about no planted claim."""
    planted = {claim for group in manifest["planted"] for claim in group["claims"]}
    by_claim: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        for claim in finding["claims"]:
            by_claim.setdefault(claim, []).append(finding)
    missed = [group for group in manifest["planted"] if not _is_found(group, by_claim)]
    invented = [
        finding
        for finding in findings
        if finding["severity"] != "note" and planted.isdisjoint(finding["claims"])
    ]
    return Score(len(manifest["planted"]) - len(missed), missed, invented)


def _is_found(group: dict[str, Any], by_claim: dict[str, list[dict[str, Any]]]) -> bool:
    claims = set(group["claims"])
    return any(
        finding["rule"] in group["rules"] and claims.issuperset(finding["claims"])
        for claim in claims
        for finding in by_claim.get(claim, ())
    )


def report(folder: Path, files: int, large: int, seed: int) -> bool:
    """Write the trees, measure, print; whether all findings are right."""
    small = folder / f"files-{files}"
    corpus.write(small, files, seed)
    print(f"one file, whole process      {one_file(small / 'claims'):7.2f} s"
          f"   target {ONE_FILE_SECONDS} s")  # fmt: skip
    load, checked = bare_load(small / "claims"), check(small / "claims")
    print(f"{files} files, bare load      {load:9.2f} s of processor time")
    print(f"{files} files, checked        {checked.seconds:9.2f} s, {checked.seconds / load:.1f} times"
          f"   target {TIMES_BARE_LOAD} times")  # fmt: skip
    scores = [_scored(small, checked)]
    if large:
        big = folder / f"files-{large}"
        corpus.write(big, large, seed + 1)
        more = check(big / "claims")
        growth = more.seconds / large / (checked.seconds / files)
        print(
            f"{large} files, checked        {more.seconds:9.2f} s, {growth:.2f} times as long a file"
        )
        scores.append(_scored(big, more))
    return not any(each.missed or each.invented for each in scores)


def _scored(folder: Path, checked: Measured) -> Score:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    result = score(manifest, json.loads(checked.output)["findings"])
    print(
        f"planted {len(manifest['planted'])}, found {result.found}, invented {len(result.invented)}"
    )
    for group in result.missed[:10]:
        print(f"  missed: {group['kind']} {group['claims'][0]}")
    for finding in result.invented[:10]:
        print(
            f"  invented: {finding['rule']} {finding['path']}:{finding['line']} {finding['message']}"
        )
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--large", type=int, default=5000, help="0 leaves the large tree out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="keeps the trees there")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="bench-"))
    return 0 if report(folder, options.files, options.large, options.seed) else 1


if __name__ == "__main__":
    raise SystemExit(main())
