"""What a run tells on standard error: how far it is, and what it came to."""

from __future__ import annotations

import pytest

from checker import cli
from checker.options import LONG, Options
from checker.run import run

RAIN = """\
article: {{title: Rain {0}, published: 2015-12-09}}
measures: {{rain-{0}: {{name: rain days}}}}
claims:
  - {{id: office, measure: rain-{0}, value: 48, quote: 48 days}}
  - {{id: farmers, measure: rain-{0}, value: 52, quote: 52 days}}
"""


@pytest.fixture(autouse=True)
def _tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    for number in range(3):
        (tmp_path / "claims" / f"{number}.yaml").write_text(RAIN.format(number))


def test_statistics_count_findings_by_rule_most_frequent_first(capsys):
    assert cli.main(["claims", "--statistics", "--format", "json"]) == 1
    shown = capsys.readouterr()
    lines = [line.split() for line in shown.err.splitlines()]
    assert lines[0] == ["3", "error", "numbers/conflicting-values"]
    assert lines[-1][:7] == ["4", "findings", "in", "3", "files", "and", "6"]
    assert shown.out.startswith("{"), "the report stays whole"


def test_long_runs_tell_what_they_do(monkeypatch):
    told: list[str] = []
    run(["claims"], Options(tell=told.append))
    assert told == []
    monkeypatch.setattr("checker.options.LONG", 3)
    run(["claims"], Options(tell=told.append))
    assert told == [
        "reading 3 files",
        "comparing 6 claims",
        "looking for what would settle the findings",
    ]
    assert LONG == 100


@pytest.mark.parametrize(("terminal", "quiet"), [(True, False), (True, True), (False, False)])
def test_progress_is_for_terminals_and_leaves_no_trace(monkeypatch, capsys, terminal, quiet):
    monkeypatch.setattr("checker.options.LONG", 3)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    cli.main(["claims", *(["--quiet"] if quiet else [])])
    error = capsys.readouterr().err
    if terminal and not quiet:
        assert "factcheck: reading 3 files …" in error
    else:
        assert error == ""


def test_quiet_shows_findings_only(capsys):
    cli.main(["claims", "--quiet"])
    shown = capsys.readouterr()
    assert "3 files" not in shown.out
    assert shown.err == ""
