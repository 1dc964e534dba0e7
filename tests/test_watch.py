"""`--watch` checks again when a file changes, in a real process, until it is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker import cli
from checker.commands.watch import _is_read

pytest.importorskip("watchfiles")
ROOT = Path(__file__).parents[1]
MARCH = """\
article: {title: The march, published: 2011-05-02}
measures: {marchers: {name: people who marched}}
claims:
  - {id: one, quote: 720 marched, measure: marchers, value: 720 people}
  - {id: two, quote: 410 marched, measure: marchers, value: 410 people}
"""


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "march.yaml").write_text(MARCH)
    return tmp_path / "claims"


@pytest.fixture
def watching(claims: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    log = (tmp_path / "log").open("w+")
    command = [sys.executable, "-m", "checker", "check", "--watch", str(claims / "march.yaml")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    yield process
    process.kill()
    process.wait()
    log.close()


def wait_for(log: Path, words: str, meanwhile: Callable[[], object] = str) -> None:
    """Waits until `words` are written, doing something again and again until then."""
    deadline = time.monotonic() + 20
    while words not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        meanwhile()
        time.sleep(0.3)


def test_a_change_is_checked_and_an_interrupt_ends(watching, claims: Path, tmp_path: Path):
    log = tmp_path / "log"
    wait_for(log, "Waiting for changes")
    assert "Two values for people who marched" in log.read_text()
    right = MARCH.replace("410", "720")
    # again and again, as nothing tells when the watch itself has begun
    wait_for(log, "No contradictions found", lambda: (claims / "march.yaml").write_text(right))
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 0
    assert "Traceback" not in log.read_text()


def test_without_the_library_it_says_what_to_install(claims: Path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert cli.main([str(claims), "--watch"]) == 2
    captured = capsys.readouterr()
    assert "pip install 'factcheck[watch]'" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    ("path", "words"), [("-", "cannot watch standard input"), ("/gone", "no such file")]
)
def test_what_cannot_be_watched_is_wrong_usage(path: str, words: str, capsys):
    assert cli.main([path, "--watch"]) == 2
    assert words in capsys.readouterr().err


def test_reports_and_hidden_files_wake_nobody():
    assert _is_read(None, "/claims/a.yaml")
    assert _is_read(None, "/claims/factcheck.toml")
    assert not _is_read(None, "/claims/out.sarif")
    assert not _is_read(None, "/claims/.a.yaml.x7")


def test_a_fault_on_the_way_is_told_and_the_next_change_waited_for(
    claims: Path, monkeypatch, capsys
):
    def changes(*_: object, **__: object) -> Iterator[set[object]]:
        (claims / "march.yaml").unlink()
        yield set()
        (claims / "march.yaml").write_text(MARCH)
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr("watchfiles.watch", changes)
    assert cli.main([str(claims), "--watch"]) == 0
    captured = capsys.readouterr()
    assert "no claim files here" in captured.err
    assert captured.out.count("Two values") == 2
