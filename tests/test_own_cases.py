"""Cases written from the claim format and the rule catalogue alone, sentence by sentence.

Each entry of `tests/cases/*.yaml` has files in memory and, under `fire` and `silent`, what must be
found in them and what must not. `with` replaces marks such as `«a»` in the files. A firing case is
held to exactly what it names: the claims are the smallest set with the bearer first, and no other
error or warning is there unless `also` names its rule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.finding import Finding
from checker.read.discover import from_mapping
from checker.run import Options, run_sources

FOLDER = Path(__file__).parent / "cases"
TODAY = "2026-01-01"


@dataclass(frozen=True)
class Case:
    """One set of files with what is expected of them."""

    name: str
    files: dict[str, str]
    texts: dict[str, str]
    expect: list[dict[str, Any]] = field(default_factory=list)
    also: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def _cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        # dates and `no` stay text: the base loader resolves nothing
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            variants = entry.get(kind, [])
            for number, variant in enumerate(
                [variants] if isinstance(variants, dict) else variants, start=1
            ):
                case = _case(entry, variant)
                found.append(pytest.param(case, id=f"{path.stem}-{case.name}-{number}"))
    return found


def _case(entry: dict[str, Any], variant: dict[str, Any]) -> Case:
    marks = variant.get("with", {})

    def filled(texts: dict[str, str]) -> dict[str, str]:
        return {name: _fill(text, marks) for name, text in texts.items()}

    return Case(
        name=entry["name"].replace(" ", "-"),
        files=filled({**entry.get("files", {}), **variant.get("files", {})}),
        texts=filled({**entry.get("texts", {}), **variant.get("texts", {})}),
        expect=variant.get("expect", []),
        also=tuple(variant.get("also", ())),
        rules=tuple(variant.get("rules", ())),
    )


def _fill(text: str, marks: dict[str, str]) -> str:
    for mark, words in marks.items():
        text = text.replace(f"«{mark}»", words)
    assert "«" not in text, f"a mark is left in {text}"
    return text


def _findings(case: Case, folder: Path) -> tuple[Finding, ...]:
    for name, text in case.texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    sources = from_mapping({f"{name}.yaml": text for name, text in case.files.items()})
    return run_sources(sources, Options(texts=(str(folder),), today=TODAY)).findings


def _listed(findings: list[Finding] | tuple[Finding, ...]) -> str:
    return "\n".join(f"{f.severity} {f.rule} {f.claims} {f.message}" for f in findings)


def _meets(finding: Finding, wanted: dict[str, Any]) -> bool:
    claims = tuple(wanted["claims"])
    return (
        finding.rule in wanted["rules"]
        and finding.severity == wanted["severity"]
        and set(finding.claims) == set(claims)
        and finding.claims[:1] == claims[:1]
    )


@pytest.mark.parametrize("case", _cases("fire"))
def test_fires(case: Case, tmp_path: Path) -> None:
    findings = _findings(case, tmp_path)
    for wanted in case.expect:
        assert any(_meets(finding, wanted) for finding in findings), _listed(findings)
    expected = [rule for wanted in case.expect for rule in wanted["rules"]] + list(case.also)
    extra = [f for f in findings if f.severity != "note" and f.rule not in expected]
    assert not extra, _listed(extra)


@pytest.mark.parametrize("case", _cases("silent"))
def test_stays_silent(case: Case, tmp_path: Path) -> None:
    findings = _findings(case, tmp_path)
    unwanted = [f for f in findings if f.severity != "note" or f.rule in case.rules]
    assert not unwanted, _listed(unwanted)
