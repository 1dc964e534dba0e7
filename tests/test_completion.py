"""What TAB offers, asked the way the shells ask."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def completed(words: str, shell: str = "bash") -> subprocess.CompletedProcess[str]:
    count = len(words.split()) - (not words.endswith(" "))
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_FACTCHECK_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(count),
    }
    code = "from checker.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factcheck ren", ["plain,rename", "file,ren"]),
        ("factcheck claims/sk", ["file,claims/sk"]),
        ("factcheck check cl", ["file,cl"]),
        ("factcheck claims/ --for", ["plain,--format"]),
        ("factcheck check --format sar", ["plain,sarif"]),
        ("factcheck explain part-ex", ["plain,numbers/part-exceeds-whole"]),
    ],
)
def test_tab(words: str, offered: list[str]):
    done = completed(words)
    assert done.stderr == ""
    assert done.stdout.splitlines() == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_FACTCHECK_COMPLETE": f"{shell}_source"}
    code = "from checker.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )
    assert "_FACTCHECK_COMPLETE" in done.stdout
