"""The configuration file: found, read, refused, beaten by the command line."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from checker import cli
from checker.config import BadConfiguration
from checker.config_file import load_configuration
from checker.finding import Finding, Severity
from checker.read.toml import read_toml
from checker.run import Options
from checker.selection import Selection
from checker.settings import DEFAULT_HEDGES, Between, Slack
from checker.span import Span

CONFLICT = """\
article: {title: Rain, published: 2015-12-09}
measures: {rain: {name: rain days}}
claims:
  - {id: office, measure: rain, value: 48, quote: 48 days}
  - {id: farmers, measure: rain, value: about 60, quote: about 60 days}
"""


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_TEXTS", raising=False)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "rain.yaml").write_text(CONFLICT)
    return tmp_path


def configure(project: Path, text: str, name: str = "factcheck.toml") -> Path:
    (project / name).write_text(text, encoding="utf-8")
    return project / name


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("factcheck.toml", ""),
        ("factcheck.toml", "[tool.factcheck]\n"),
        ("pyproject.toml", "[project]\nname = 'x'\n[tool.factcheck]\n"),
    ],
)
def test_settings_are_found_upwards_and_reach_the_run(project, capsys, name, header):
    configure(project, header + 'ignore = ["numbers"]\n', name)
    assert cli.main(["claims/rain.yaml", "--today", "2026-01-01"]) == 0
    assert "No contradictions" in capsys.readouterr().out
    assert cli.main(["claims", "--ignore", "time"]) == 1, "the command line beats the file"


def test_the_nearest_file_counts_and_a_pyproject_without_settings_is_passed_by(project):
    configure(project, 'fail-on = "error"')
    (project / "claims" / "pyproject.toml").write_text("[tool.other]\n")
    assert load_configuration("claims").values == {"fail-on": "error"}
    (project / "claims" / "factcheck.toml").write_text("")
    assert load_configuration("claims/rain.yaml").values == {}


def test_a_named_file_counts_alone(project, capsys):
    configure(project, 'ignore = ["numbers"]')
    configure(project, "verbose = true", "other.toml")
    assert cli.main(["claims", "--config", "other.toml"]) == 1
    assert cli.main(["claims", "--config", "gone.toml"]) == 2
    assert "gone.toml: cannot be opened" in capsys.readouterr().err


def test_paths_are_relative_to_the_file(project, monkeypatch):
    (project / "articles").mkdir()
    configure(project, 'texts = "articles"\noutput = ["sarif:out.sarif", "-"]')
    monkeypatch.chdir(project / "claims")
    values = load_configuration("rain.yaml").values
    assert values["texts"] == ("../articles",)
    assert values["output"] == ("sarif:../out.sarif", "-")


def test_numbers_are_exact():
    settings = _settings(
        'money.tolerance = 0.07\n[hedges]\nabout = {stated = "12.5%"}\nseveral.widest = [2, 30]\n'
    )
    assert settings.tolerance == Fraction(7, 100)
    assert settings.hedges.about == Slack(Fraction(1, 8), Fraction(1, 4))
    assert settings.hedges.several == Between((3, 9), (2, 30))
    assert settings.hedges.nearly == DEFAULT_HEDGES.nearly


def _settings(text: str):
    path = Path("factcheck.toml")
    path.write_text(text)
    return load_configuration(".").settings


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_hedges_reach_the_verdict(project):
    assert cli.main(["claims", "-q"]) == 1
    configure(project, "[tool.factcheck.hedges]\nabout = {stated = 0.3, widest = 0.4}\n")
    assert cli.main(["claims", "-q"]) == 0


def test_severities_are_set_by_rule_or_family(project, capsys):
    configure(project, 'fail-on = "error"\nseverity."numbers/conflicting-values" = "note"')
    assert cli.main(["claims"]) == 0
    assert ": note: " in capsys.readouterr().out
    configure(project, 'fail-on = "error"\nseverity.numbers = "error"')
    assert cli.main(["claims"]) == 1


@pytest.mark.parametrize("pattern", ["claims/*.yaml", "rain.yaml", "claims", "claims/**"])
def test_rules_are_ignored_by_file(project, pattern):
    configure(project, f'[per-file-ignores]\n"{pattern}" = ["numbers"]\n')
    assert cli.main(["claims"]) == 0


@pytest.mark.parametrize("pattern", ["other/*.yaml", "sun.yaml", "claim"])
def test_other_files_are_not_ignored(project, pattern):
    configure(project, f'[per-file-ignores]\n"{pattern}" = ["numbers"]\n')
    assert cli.main(["claims"]) == 1


WRONG = [
    ("\nselct = []", 2, "there is no setting 'selct' (did you mean 'select'?)"),
    ("per_file_ignores = 1", 1, "did you mean 'per-file-ignores'?"),
    ("zzz = 1", 1, "there is no setting 'zzz'; there are baseline,"),
    ("fail-on = 'warn'", 1, "write one of error, warning, note, never, not 'warn' (did you"),
    ("jobs = 0", 1, "a whole number from 1"),
    ("jobs = true", 1, "a whole number from 1"),
    ("quiet = 1", 1, "quiet: write true or false"),
    ("baseline = 7", 1, "baseline: write a text"),
    ("today = 'soon'", 1, "today: write a day"),
    ("texts = ['gone']", 1, "there is no folder gone"),
    ("select = [1]", 1, "write a list of texts"),
    ("select = ['numbrs']", 1, "did you mean numbers?"),
    ("severity = 'note'", 1, "severity: write a table"),
    ("[severity]\ntime = 'note'\nnumbers = 'bad'", 3, "severity.numbers: write one of"),
    ("[severity]\nnothing = 'note'", 2, "there is no rule or family 'nothing'"),
    ("[money]\ntolerence = 1", 2, "money.tolerence: there is no setting 'tolerence' (did you"),
    ("money.tolerance = 3", 1, "from 0 to below 1"),
    ("money.tolerance = 'some'", 1, "write a share"),
    ("money.tolerance = inf", 1, "write a share"),
    ("money.tolerance = 1e999999999", 1, "write a share"),
    ("money.tolerance = 1e-999999999", 1, "write a share"),
    ("money.tolerance = '100%'", 1, "write a share"),
    ("[money]\ntolerance = nan", 2, "write a share"),
    ("[tool.factcheck.hedges]\nabuot = {}", 2, "(did you mean 'about'?)"),
    ("[tool.factcheck.hedges]\nabout.stated = 0.5", 2, "the widest reading must allow"),
    ("[hedges]\nfew = {stated = [5, 2]}", 2, "hedges.few.stated: write the least and"),
    ("[hedges]\nfew = {stated = [1, 5]}", 2, "the widest reading must allow"),
    ("[hedges]\nfew = {mean = 5}", 2, "hedges.few.mean: there is no setting"),
    ("[tool]\nfactcheck = 3", 2, "write [tool.factcheck] as a table"),
    ("select = [", 0, "this is no valid TOML"),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_what_is_no_setting_is_refused_with_its_line(project, capsys, text, line, message):
    configure(project, text)
    assert cli.main(["claims"]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert f"factcheck.toml:{line or ' '}" in error


def test_a_file_that_is_no_utf8_is_refused(project):
    (project / "factcheck.toml").write_bytes(b"# \xff\n")
    with pytest.raises(BadConfiguration, match="not UTF-8"):
        load_configuration("claims")


def test_help_is_shown_whatever_the_configuration(project, capsys):
    configure(project, "nonsense")
    assert cli.main(["check", "--help"]) == 0
    assert "Usage" in capsys.readouterr().out


def test_lines_are_those_of_keys_in_any_style(tmp_path):
    text = "[a]\nx = 1\n[a.'b c']\n\ny.z = 2\n# y.q = 3\n[[list]]\nx = 4\n"
    (tmp_path / "t.toml").write_text(text)
    file = read_toml(tmp_path / "t.toml")
    lines = [
        file.line_of(*keys)
        for keys in (("a", "x"), ("a", "b c", "y", "z"), ("a", "none"), ("q",), ("list", "x"))
    ]
    assert lines == [2, 5, 1, 1, 8]


def test_what_holds_is_shown_with_where_it_comes_from(project, capsys, monkeypatch):
    monkeypatch.setenv("FACTCHECK_TEXTS", "more")
    configure(
        project,
        'fail-on = "note"\nselect = ["time"]\nper-file-ignores."a.yaml" = ["time"]\n'
        '[severity]\ntime = "note"\n[hedges]\nabout.widest = 0.5\n',
    )
    assert cli.main(["config", "claims"]) == 0
    rows = [line.split("  # ") for line in capsys.readouterr().out.splitlines()]
    shown = {row[0].strip(): row[-1] for row in rows}
    assert shown['fail-on = "note"'] == "factcheck.toml:1"
    assert shown['select = ["time"]'] == "factcheck.toml:2"
    assert shown['texts = ["more"]'] == "FACTCHECK_TEXTS"
    assert shown['per-file-ignores.a.yaml = ["time"]'] == "factcheck.toml:3"
    assert shown['severity.time = "note"'] == "factcheck.toml:4"
    assert shown['hedges.about.widest = "50%"'] == "factcheck.toml:6"
    assert shown['money.tolerance = "3%"'] == "default"
    assert shown["jobs = 1"] == "default"


def test_a_selection_keeps_and_grades():
    finding = Finding("time/out-of-order", Severity.ERROR, "x", Span("a/b.yaml"))
    assert Selection().wants(finding)
    assert not Selection(select=("numbers",)).wants(finding)
    assert not Selection(ignore=("time/out-of-order",)).wants(finding)
    graded = Selection(
        severities={"time": Severity.NOTE, "time/out-of-order": Severity.WARNING}
    ).graded(finding)
    assert graded.severity is Severity.WARNING


def test_options_fail_on_what_is_grave_enough():
    assert Options(fail_on="warning", today=date.min.isoformat()).fails(Severity.ERROR)
    assert not Options(fail_on="never").fails(Severity.ERROR)


def test_what_is_set_holds_for_scans_too(project, capsys):
    (project / "a.txt").write_text("It rained on 48 days in 2014. Nothing else is known.\n")
    (project / "b.txt").write_text("It rained on 62 days in 2014. Nothing else is known.\n")
    assert cli.main(["scan", "a.txt", "b.txt"]) == 1
    configure(project, '[severity]\nnumbers = "note"\n')
    assert cli.main(["scan", "a.txt", "b.txt"]) == 0
    configure(project, '[per-file-ignores]\n"a.txt" = ["numbers"]\n"b.txt" = ["numbers"]\n')
    capsys.readouterr()
    assert cli.main(["scan", "a.txt", "b.txt"]) == 0
    assert "rained" not in capsys.readouterr().out
