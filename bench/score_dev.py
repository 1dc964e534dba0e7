"""Score the program against published judgements: names, sums of rounded figures, GRIM.

    python bench/score_dev.py DIR [--errors]

DIR holds, all optional: the tables of `score_names.py`; `xbrl21_conformance_sums.csv` (total,
total_decimals, parts `weight*value@decimals`, arelle_calc11) and `sec_filing_sums.csv` (period, unit,
total, total_decimals, parts `±value@decimals`, consistent_calc11); `grim_grimmer_debit.csv` (test,
mean, n, items, percent, consistent). Every row becomes a claim file. Then 2,000 sums are made up,
rounded, and once more with a total beyond rounding. `--errors` shows the rows that differ.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import score_names
from score_names import Judged, rows
from sums import Figure, Sum, alarms, beyond_rounding, claims, rounded_sum

from checker.api import check

MADE_UP = 2000
_TYPES = {"Person": "person", "Company": "organization", "Organization": "organization"}
_WEIGHTED = re.compile(r"(?P<weight>[-+\d.]+)\*(?P<value>[-\d.]+)@(?P<decimals>[-\dINF]*)")
_SIGNED = re.compile(r"(?P<weight>[-+])(?P<value>-?[\d.]+)@(?P<decimals>[-\dINF]*)")


def name_claims(row: dict[str, str]) -> str:
    """A claim file that maps the first name to an entity of the second."""
    kind = _TYPES.get(row["schema"], "other")
    claim = {"id": "one", "quote": row["name1"], "names": {row["name1"]: "meant"},
             "subject": "meant", "attribute": "mentioned", "is": "yes"}  # fmt: skip
    entities = {"meant": {"type": kind, "name": row["name2"]}}
    return json.dumps({"article": {"title": "A name"}, "entities": entities, "claims": [claim]})


def judged_findings(folder: Path) -> Iterator[Judged]:
    """Each pair of the name bench as the rule judges it: found is what is no error."""
    for row in rows(folder / "name_bench_cases.csv"):
        report = check({"name.yaml": name_claims(row)}, today="2026-01-01", repairs=False)
        errors = [f"{each.rule}: {each.message}" for each in report.findings
                  if each.severity.value == "error"]  # fmt: skip
        text = f"{row['name1']} | {row['name2']} | {'; '.join(errors) or 'no error'}"
        yield f"{row['schema']} rule", row["is_match"] == "true", not errors, text


def figure(value: str, decimals: str, weight: str = "1") -> Figure:
    """A figure as the tables give it; a sign alone is a weight of one, no decimals are exact."""
    weight = f"{weight}1" if weight in {"+", "-"} else weight
    exact = decimals in {"INF", ""}
    return Figure(Fraction(value), None if exact else int(decimals), Fraction(weight))


def conformance_sum(row: dict[str, str]) -> Sum:
    """A row of the XBRL conformance suite."""
    parts = [figure(**found.groupdict()) for found in _WEIGHTED.finditer(row["parts"])]
    return Sum(figure(row["total"], row["total_decimals"]), parts)


def filed_sum(row: dict[str, str]) -> Sum:
    """A row of a company's filing; a day alone is the moment of a balance."""
    parts = [figure(**found.groupdict()) for found in _SIGNED.finditer(row["parts"])]
    unit = "" if row["unit"] == "pure" else row["unit"]
    period = {"period" if "/" in row["period"] else "as-of": row["period"]}
    return Sum(figure(row["total"], row["total_decimals"]), parts, unit, period)


def scale_of_words(given: Sum) -> list[int | None]:
    """The words a newspaper would choose: those of the size of each figure."""
    found: list[int | None] = []
    for each in (given.total, *given.parts):
        size = len(str(abs(each.value).__floor__())) - 1
        fits = each.decimals is not None and -each.decimals <= size and size >= 6
        found.append(min(size // 3 * 3, 12) if fits else None)
    return found


def grim_claims(row: dict[str, str], *, as_share: bool = False) -> str | None:
    """The claim file of a mean or percentage; None for what the format cannot say."""
    if row["test"] != "GRIM" or row["items"] != "1":
        return None
    percent = row["percent"] == "true"
    if as_share and not (percent and Fraction(row["mean"]) <= 100):
        return None
    measures = {"answers": {"name": "answers"}, "people": {"name": "people"},
                "figure": {"name": "figure", "kind": "ratio"}}  # fmt: skip
    people = {"id": "people", "quote": row["n"], "measure": "people", "value": row["n"]}
    answers = {"id": "answers", "quote": "answers", "measure": "answers"}
    value = row["mean"] + (" percent" if percent else "")
    entry: dict[str, object] = {"id": "figure", "quote": value, "measure": "figure", "value": value}
    if as_share:
        del entry["value"]
        entry |= {"measure": "answers", "share": value, "part-of": "people"}
    elif percent:
        entry["rate"] = {"of": "answers", "in": "people", "per": "1"}
    else:
        entry["average"] = {"total": "answers", "count": "people"}
    entries = [people, entry] if as_share else [people, answers, entry]
    return json.dumps({"article": {"title": "A mean"}, "measures": measures, "claims": entries})


def report_sums(folder: Path, errors: bool) -> None:
    """Every table of sums: what was published against what the program says."""
    for name, read, column in (
        ("xbrl21_conformance_sums.csv", conformance_sum, "arelle_calc11"),
        ("sec_filing_sums.csv", filed_sum, "consistent_calc11"),
    ):
        for way in ("digits", "words"):
            counts: Counter[tuple[str, str]] = Counter()
            for row in rows(folder / name):
                given = read(row)
                said = alarms(claims(given, scale_of_words(given) if way == "words" else ()))
                counts[row[column], "alarm" if said else "silent"] += 1
                if errors and bool(said) != (row[column] in {"false", "inconsistent"}):
                    print(f"differs {name}, {way}: {row['parts']} = {row['total']}"
                          f"@{row['total_decimals']}, {row[column]}: {said or 'silent'}")  # fmt: skip
            print(f"{name} in {way}: " + _counted(counts))


def report_grim(folder: Path, errors: bool) -> None:
    """Means and percentages: possible or not, against the two rules that say so."""
    counts: Counter[tuple[str, str]] = Counter()
    left_out: Counter[tuple[str, str]] = Counter()
    for row in rows(folder / "grim_grimmer_debit.csv"):
        written = [grim_claims(row), grim_claims(row, as_share=True)]
        if written[0] is None:
            left_out[row["test"], "more items" if row["test"] == "GRIM" else "a deviation"] += 1
        for way, text in zip(("mean or rate", "share"), written, strict=True):
            if text is None:
                continue
            said = [each for each in alarms(text) if each.startswith("numbers/impossible-")]
            verdict = "impossible" if said else "possible"
            published = "possible" if row["consistent"] == "true" else "impossible"
            counts[f"{way}, {published}", verdict] += 1
            if errors and verdict != published:
                print(f"differs GRIM, {way}: {row['mean']} of {row['n']}: {alarms(text)}")
    print("GRIM as " + _counted(counts))
    print("GRIM left out, as the format has no words for it: " + _counted(left_out))


def report_made_up(errors: bool) -> None:
    """Sums that are true before rounding, and the same with totals that rounding cannot explain."""
    alarmed = missed = 0
    for seed in range(MADE_UP):
        chance = random.Random(seed)
        given, scales = rounded_sum(chance)
        said = alarms(claims(given, scales))
        alarmed += bool(said)
        false = claims(beyond_rounding(given, chance), scales)
        found = alarms(false)
        missed += not found
        if errors and (said or not found):
            print(f"differs made up {seed}: {claims(given, scales) if said else false}")
    print(f"made up: {MADE_UP} true sums, {alarmed} alarms; {MADE_UP} false ones, {missed} missed")


def _counted(counts: Counter[tuple[str, str]]) -> str:
    return "; ".join(f"{said}: {ours} {n}" for (said, ours), n in sorted(counts.items())) or "none"


def main() -> None:
    """Read the folder from the command line."""
    folder, errors = Path(sys.argv[1]), "--errors" in sys.argv
    judged = [*score_names.judged_names(folder), *judged_findings(folder)]
    score_names.report([*judged, *score_names.judged_surnames(folder)], errors)
    report_sums(folder, errors)
    report_grim(folder, errors)
    report_made_up(errors)


if __name__ == "__main__":
    main()
