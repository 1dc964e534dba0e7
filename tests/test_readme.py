"""What the README tells newcomers to type works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.report.formats import FORMATS
from checker.run import Options, run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line]
SETUP = [command for command in COMMANDS if command.startswith("python3 -m venv")]


def test_there_is_one_command_to_install_and_one_to_test():
    install, test = SETUP
    assert install == (
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factcheck claims/"
    )
    assert test == "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest"


def test_ci_runs_the_readmes_own_test_command():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'grep -m 1 "bin/pytest" README.md' in script
    (line,) = [line for line in README.splitlines() if "bin/pytest" in line]
    assert line in SETUP


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the claims of this repository, a folder for texts, and the program."""
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    (tmp_path / "articles").mkdir()
    (tmp_path / "story.txt").write_text("Police counted 410 people on Monday, 3 May 2010.\n")
    program = tmp_path / "factcheck"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m checker "$@"\n')
    program.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(
    not any((ROOT / "claims").glob("**/*.yaml")), reason="the claims are not there yet"
)
@pytest.mark.parametrize("command", [c for c in COMMANDS if "factcheck" in c])
def test_every_command_runs(command: str, desk: Path):
    last = command.rpartition("&& ")[2].replace(".venv/bin/", "")
    done = subprocess.run(
        ["/bin/sh", "-c", f"PATH={desk}:$PATH; {last}"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert done.stderr == ""


def test_the_findings_shown_are_what_the_program_prints():
    (shown,) = [block for kind, block in BLOCKS if kind == "text"]
    printed = subprocess.run(
        [sys.executable, "-m", "checker", "claims/", "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "92", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    findings = printed.split("\n\n")
    assert [
        each for each in shown.strip().split("\n\n") if each != "…" and each not in findings
    ] == []


def test_all_formats_are_named():
    assert not [name for name in FORMATS if f"`{name}`" not in README and name != "text"]


def test_the_example_claim_file_gives_the_finding_that_it_is_about(tmp_path: Path):
    (example,) = [block for kind, block in BLOCKS if kind == "yaml"]
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "march.yaml").write_text(example)
    result = run([str(tmp_path / "claims")], Options(today="2026-01-01"))
    found = [(f.rule, f.severity.value) for f in result.findings if f.severity.value != "note"]
    # two speakers: the article may report a dispute, so that it is no error
    assert found == [("numbers/conflicting-values", "warning")]
