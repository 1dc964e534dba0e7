"""The shared cases: what must fire fires, what must stay silent does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.run import Options, run

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
FOLDERS = sorted(path for path in CASES.glob("*/") if (path / "expect.yaml").is_file())
pytestmark = pytest.mark.skipif(
    not FOLDERS, reason="the shared cases are not beside this checkout (../shared/cases)"
)


def _findings(folder: Path):
    texts = (str(folder / "texts"),) if (folder / "texts").is_dir() else ()
    return run([str(folder / "claims")], Options(texts=texts, today="2026-01-01")).findings


def _ids(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("folder", FOLDERS, ids=_ids)
def test_fires(folder: Path) -> None:
    expected = yaml.safe_load((folder / "expect.yaml").read_text(encoding="utf-8"))
    findings = _findings(folder / "fire") if expected["fire"] else ()
    for wanted in expected["fire"]:
        assert any(
            finding.rule in wanted["rules"]
            and finding.severity in wanted["severity"]
            and set(wanted["claims"]) <= set(finding.claims)
            for finding in findings
        ), [(f.rule, f.severity.value, f.claims, f.message) for f in findings]


@pytest.mark.parametrize("folder", FOLDERS, ids=_ids)
def test_stays_silent(folder: Path) -> None:
    expected = yaml.safe_load((folder / "expect.yaml").read_text(encoding="utf-8"))
    findings = _findings(folder / "silent")
    assert [f for f in findings if f.severity != "note"] == []
    assert [f for f in findings if f.rule in expected["silent"]] == []
