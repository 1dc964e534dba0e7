"""The command line: what it hands to the pipeline, where reports go, what the status is."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker import cli
from checker.commands import reporting
from checker.finding import Finding, Severity
from checker.read.discover import Unusable
from checker.result import Result, Summary
from checker.run import Options
from checker.span import Span

FINDING = Finding(
    "numbers/sum-mismatch", Severity.ERROR, "It does not add up.", Span("c/x.yaml", 3)
)
FOUND = Result((FINDING,), Summary(1, 2, errors=1, rules=3), 1)
NOTHING = Result((), Summary(1, 2, rules=3), 0)


class Pipeline:
    """Stands in for `checker.run`: keeps what it is given, gives what a test wants."""

    def __init__(self) -> None:
        self.result: Result | BaseException = FOUND
        self.paths: list[str] = []
        self.options = Options()

    def run(self, paths, options) -> Result:
        self.paths, self.options = list(paths), options
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result


@pytest.fixture
def pipeline(monkeypatch) -> Pipeline:
    fake = Pipeline()
    monkeypatch.setattr("checker.run.run", fake.run)
    for name in ("FACTCHECK_TEXTS", "FACTCHECK_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return fake


def test_paths_alone_are_checked(pipeline, capsys):
    assert cli.main(["claims/", "x.yaml"]) == 1
    assert pipeline.paths == ["claims/", "x.yaml"]
    assert capsys.readouterr().out.startswith("c/x.yaml:3:1: error: It does not add up.")
    assert cli.main(["check", "claims/", "x.yaml"]) == 1
    assert pipeline.paths == ["claims/", "x.yaml"]


@pytest.mark.parametrize(
    "arguments", [["--quiet", "a"], ["a", "-q"], ["-q", "check"], ["./check", "-q"]]
)
def test_options_of_check_may_come_first(pipeline, arguments):
    assert cli.main(arguments) == 1


def test_status_is_that_of_the_result(pipeline):
    pipeline.result = NOTHING
    assert cli.main(["a"]) == 0
    pipeline.result = Result((), Summary(), 2)
    assert cli.main(["a"]) == 2


def test_options_reach_the_pipeline(pipeline, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_TEXTS", f"{tmp_path}{os.pathsep}/")
    (tmp_path / "own").mkdir()
    own = str(tmp_path / "own")
    arguments = ["a", "--texts", own, "--select", "source, sum-mismatch", "--ignore", "source"]
    arguments += ["--fail-on", "never", "--jobs", "2", "--today", "2026-01-31", "-v"]
    cli.main([*arguments, "--stdin-filename", "b.yaml", "--ignore", "numbers/sum-mismatch"])
    assert replace(pipeline.options, store=None) == Options(
        texts=(own, str(tmp_path), "/"),
        select=("source", "numbers/sum-mismatch"),
        ignore=("source", "numbers/sum-mismatch"),
        fail_on="never",
        jobs=2,
        today="2026-01-31",
        stdin_filename="b.yaml",
        verbose=True,
    )


def test_today_is_a_day_even_where_none_is_given(pipeline):
    cli.main(["a"])
    assert len(pipeline.options.today) == 10


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage: factcheck"),
        (["check"], "Missing argument"),
        (["a", "--formt", "json"], "--format"),
        (["a", "--format", "jsn"], "'jsn' is not one of"),
        (
            ["a", "--select", "nubmers"],
            "--select: there is no rule or family 'nubmers'; did you mean",
        ),
        (
            ["a", "--ignore", "part-exceed-whole"],
            "did you mean numbers/parts-exceed-whole or numbers/part-exceeds-whole?",
        ),
        (
            ["accept", "3f9a", "a", "--reason", "x", "--until", "2014-13-01"],
            "'--until': '2014-13-01' is no day",
        ),
        (["a", "--ignore", "sum-missmatch"], "did you mean numbers/sum-mismatch?"),
        (["a", "--today", "31.1.2026"], "write it as 2026-01-31"),
        (["a", "--jobs", "0"], "0 is not in the range"),
        (["a", "--texts", "/gone/away"], "--texts: there is no folder /gone/away"),
        (["a", "-o", "/gone/away/x.json"], "there is no folder /gone/away; make it first"),
        (["a", "--output", "sarf:x"], "there is no format 'sarf' (did you mean sarif?)"),
        (["a", "--output", "sarif:"], "names no file; write FILE or sarif:FILE"),
        (["a", "--output", ""], "names no file; write FILE or json:FILE"),
        (["a", "--output", "json:x", "-o", "./x"], "x is named twice"),
    ],
)
def test_wrong_usage_says_what_to_type(pipeline, capsys, arguments, words):
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.err.startswith("Usage:" if not arguments else "factcheck: ")
    assert captured.out == ""


def test_standard_input_is_handed_on(pipeline, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"claims: []\xff")))
    cli.main(["-", "--stdin-filename", "b.yaml"])
    assert pipeline.options.stdin == b"claims: []\xff"


def test_an_unusable_path_is_wrong_usage(pipeline, capsys):
    pipeline.result = Unusable("there is nothing called \x1b[2Jexplian")
    assert cli.main(["explian"]) == 2
    error = capsys.readouterr().err
    assert "factcheck: there is nothing called \\x1b[2Jexplian (did you mean explain?)" in error
    assert "Try 'factcheck check --help'." in error


def test_an_environment_that_names_no_folder_is_wrong_usage(pipeline, capsys, monkeypatch):
    monkeypatch.setenv("FACTCHECK_TEXTS", "/gone")
    assert cli.main(["a"]) == 2
    assert "FACTCHECK_TEXTS: there is no folder /gone" in capsys.readouterr().err


def test_a_file_takes_the_report_in_place_of_the_terminal(pipeline, capsys, tmp_path: Path):
    target = tmp_path / "out.json"
    assert cli.main(["a", "--format", "json", "-o", str(target)]) == 1
    assert json.loads(target.read_text())["findings"][0]["rule"] == FINDING.rule
    assert capsys.readouterr().out == ""


def test_several_reports_at_once(pipeline, capsys, tmp_path: Path):
    sarif, table = tmp_path / "out.sarif", tmp_path / "out.csv"
    arguments = ["a", "--color", "always", "--output", f"sarif:{sarif}", "--output", f"csv:{table}"]
    assert cli.main(arguments) == 1
    assert json.loads(sarif.read_text())["version"] == "2.1.0"
    assert table.read_text().startswith("severity,rule")
    assert "\x1b[1;31merror" in capsys.readouterr().out


def test_colours_stay_out_of_files(pipeline, tmp_path: Path):
    target = tmp_path / "out.txt"
    cli.main(["a", "--color", "always", "-o", str(target)])
    assert "\x1b" not in target.read_text()


@pytest.mark.parametrize(
    ("color", "no_color", "terminal", "coloured"),
    [
        ("auto", "", True, True),
        ("auto", "", False, False),
        ("auto", "1", True, False),
        ("always", "1", False, True),
        ("never", "", True, False),
    ],
)
def test_colours(monkeypatch, color, no_color, terminal, coloured):
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys, "stdout", Screen(terminal))
    assert reporting.colours_wanted(color, "-") is coloured
    assert not reporting.colours_wanted(color, "report.txt")


class Screen:
    """Standard output, a terminal or not."""

    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def test_the_width_is_that_of_the_terminal(pipeline, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    cli.main(["a"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 30


def test_a_fault_of_the_program_is_named_without_a_traceback(pipeline, capsys, monkeypatch):
    pipeline.result = ZeroDivisionError("division by zero")
    assert cli.main(["a"]) == 2
    error = capsys.readouterr().err
    assert "please report it: ZeroDivisionError: division by zero" in error
    assert "Traceback" not in error
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    assert cli.main(["a"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupted_run_says_so_by_its_status(pipeline):
    pipeline.result = KeyboardInterrupt()
    assert cli.main(["a"]) == 130


def test_a_reader_that_has_gone_is_no_fault_of_ours(pipeline):
    pipeline.result = BrokenPipeError()
    assert cli.main(["a"]) == 0


# the real process


def factcheck(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1]), **environment},
    )


def test_the_process_shows_its_help_and_version():
    shown = factcheck("-h")
    assert shown.returncode == 0
    assert shown.stdout.startswith("Usage: factcheck ")
    assert shown.stderr == ""
    assert factcheck("--version").stdout.startswith("factcheck ")


CONTRADICTION = """\
article: {title: The march, published: 2011-05-02}
measures:
  marchers: {name: people who marched, kind: count}
claims:
  - {id: one, quote: 720 marched, measure: marchers, value: 720 people}
  - {id: two, quote: 410 marched, measure: marchers, value: 410 people}
"""


def test_the_process_from_a_file_to_its_status(tmp_path: Path):
    (tmp_path / "march.yaml").write_text(CONTRADICTION)
    done = factcheck(str(tmp_path), "--format", "json", "--today", "2026-01-01")
    assert done.returncode == 1
    assert done.stderr == ""
    report = json.loads(done.stdout)
    found = [each["claims"] for each in report["findings"] if each["severity"] == "error"]
    assert found == [["march#two", "march#one"]]
    assert factcheck(str(tmp_path / "gone.yaml")).returncode == 2


def test_help_and_version_import_nothing_heavy():
    heavy = {"yaml", "jsonschema", "jsonschema_rs", "pint", "rapidfuzz", "z3", "currency_converter"}
    code = (
        "import sys; from checker.cli import main; main(['--help']); main(['--version']);"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(cli.cli.commands))])
def test_each_help_fits_a_screen_and_shows_an_example(command, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main([*command, "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= (26 if command else 40)  # the list of commands may be longer
    assert max(map(len, lines)) <= 80
    assert any("factcheck " in line for line in lines[1:])
    assert not any("\\b" in line for line in lines)  # click's mark that keeps lines apart


@pytest.mark.parametrize("arguments", [["--new-from", "--help"], ["--", "--help"]])
def test_help_that_is_no_option_is_no_fault_of_the_program(arguments, tmp_path, capsys):
    (tmp_path / "a.yaml").write_text("article: {title: A}\nclaims: []\n", encoding="utf-8")
    assert cli.main(["check", str(tmp_path), *arguments]) == 2
    assert "fault of the program" not in capsys.readouterr().err


def test_explain_finds_the_nearest_rule(capsys):
    from checker.rules._registry import all_rules

    rule = all_rules()[0]
    assert cli.main(["explain", rule.id]) == 0
    assert capsys.readouterr().out.startswith(rule.id)
    assert cli.main(["explain", rule.id + "s"]) == 2
    assert f"did you mean {rule.id}?" in capsys.readouterr().err


def test_the_table_of_rules(capsys):
    from checker.rules._registry import rule_ids

    assert cli.main(["rules"]) == 0
    table = capsys.readouterr().out
    assert all(rule_id in table for rule_id in rule_ids())
    assert cli.main(["rules", "--format", "json"]) == 0
    assert {row["rule"] for row in json.loads(capsys.readouterr().out)} == rule_ids()


@pytest.mark.parametrize("arguments", [[], ["--report"]])
def test_schemas_are_json(capsys, arguments):
    assert cli.main(["schema", *arguments]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
