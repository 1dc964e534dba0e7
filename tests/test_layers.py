"""The import contracts hold, and each is seen to fail once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BREACHES = {
    "Imports point down; siblings stay apart": ("span.py", "import checker.finding"),
    "Rules do not lean on one another": (
        "rules/time/planted.py",
        '"""A rule."""\nimport checker.rules.numbers.planted',
    ),
    "Only read touches YAML and JSON Schema": ("facts/planted.py", "import yaml"),
    "Only the command line touches click": ("report/planted.py", "import click"),
    "Only language touches the libraries of units, rates and names": (
        "solve/planted.py",
        "import pint",
    ),
    "Only solve touches the solver": ("language/planted.py", "import z3"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter over the package in `folder`."""
    code = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
    )


def verdicts(folder: Path) -> dict[str, str]:
    """Each contract with KEPT or BROKEN."""
    done = lint(folder)
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)$", done.stdout, re.MULTILINE))
    assert found, done.stdout + done.stderr
    assert done.returncode == ("BROKEN" in found.values())
    return found


@pytest.fixture
def package(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__", "data")
    shutil.copytree(ROOT / "checker", tmp_path / "checker", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(package: Path):
    assert verdicts(package) == dict.fromkeys(BREACHES, "KEPT")


def test_each_contract_sees_a_planted_breach(package: Path):
    (package / "checker/rules/numbers/planted.py").write_text('"""A rule."""\n')
    for file, line in BREACHES.values():
        with (package / "checker" / file).open("a") as stream:
            stream.write(f"\n{line}\n")
    assert verdicts(package) == dict.fromkeys(BREACHES, "BROKEN")


def test_a_module_without_a_layer_is_a_breach(package: Path):
    (package / "checker/homeless.py").write_text("")
    done = lint(package)
    assert done.returncode != 0
    assert "homeless" in done.stdout + done.stderr
