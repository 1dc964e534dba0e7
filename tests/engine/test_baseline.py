"""Baselines: what they know, how they shrink, what is broken; and the laws of fingerprints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import cli
from checker.engine.baseline import read_baseline
from checker.read.discover import from_mapping
from checker.run import Options, run_sources

RAIN = {
    "article": {"title": "Rain", "published": "2015-12-09"},
    "measures": {"rain": {"name": "rain days"}, "sun": {"name": "sunny days"}},
    "claims": [
        {"id": "office", "measure": "rain", "value": "48", "quote": "48 days"},
        {"id": "farmers", "measure": "rain", "value": "52", "quote": "52 days"},
        {"id": "sunny", "measure": "sun", "value": "7", "quote": "seven days"},
        {"id": "sunnier", "measure": "sun", "value": "9", "quote": "nine days"},
    ],
}
DUST = {
    "article": {"title": "Dust", "published": "2013-01-02"},
    "measures": {"dust": {"name": "dust storms"}},
    "claims": [
        {"id": "office", "measure": "dust", "value": "3", "quote": "3 storms"},
        {"id": "press", "measure": "dust", "value": "5", "quote": "5 storms"},
    ],
}


def fingerprints(files: dict[str, str]) -> Counter[str]:
    result = run_sources(from_mapping(files), Options())
    assert all(found.fingerprint for found in result.findings)
    return Counter(f.fingerprint for f in result.findings if f.severity != "note")


USUAL = fingerprints({"rain.yaml": yaml.safe_dump(RAIN), "dust.yaml": yaml.safe_dump(DUST)})


@st.composite
def rewritten(draw: st.DrawFn, file: dict) -> str:
    """The same file with its claims, keys, layout and lines otherwise."""
    claims = [dict(draw(st.permutations(list(each.items())))) for each in file["claims"]]
    blocks = {**file, "claims": draw(st.permutations(claims))}
    blocks = dict(draw(st.permutations(list(blocks.items()))))
    flow = draw(st.sampled_from([None, False, True]))
    style = draw(st.sampled_from([None, '"', "'"]))
    text = yaml.safe_dump(
        blocks, default_flow_style=flow, default_style=style, sort_keys=False, width=40
    )
    return "# a comment\n" * draw(st.integers(0, 5)) + text


names = st.sampled_from(["a.yaml", "2015/a.yml", "z/y/x.yaml", "rain.yaml"])


@settings(max_examples=20, deadline=None)
@given(rewritten(RAIN), rewritten(DUST), names)
def test_fingerprints_survive_moves_order_layout_and_lines(rain, dust, name):
    assert fingerprints({name: rain, f"siblings/{name}": dust}) == USUAL


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1), st.integers(53, 90))
def test_a_changed_figure_is_a_new_finding(which, value):
    claims = [dict(each) for each in RAIN["claims"]]
    claims[which]["value"] = str(value + which)
    changed = fingerprints({"rain.yaml": yaml.safe_dump({**RAIN, "claims": claims})})
    assert changed - USUAL, "the conflict of rain days"
    assert changed & USUAL, "the conflict of sunny days is still the same"


def test_two_files_with_the_same_conflict_count_twice():
    twice = fingerprints({"a.yaml": yaml.safe_dump(DUST), "b.yaml": yaml.safe_dump(DUST)})
    assert set(twice) < set(USUAL)
    assert max(twice.values()) > 1


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_TEXTS", raising=False)
    (tmp_path / "claims").mkdir()
    put(tmp_path, RAIN)
    return tmp_path


def put(project: Path, data: dict, name: str = "rain.yaml") -> None:
    (project / "claims" / name).write_text(yaml.safe_dump(data, sort_keys=False))


def with_value(claim: str, value: str) -> dict:
    changed = {"value": value, "quote": f"{value} days"}
    return {**RAIN, "claims": [{**c, **changed} if c["id"] == claim else c for c in RAIN["claims"]]}


def test_what_the_baseline_knows_is_no_finding(project, capsys):
    assert cli.main(["claims"]) == 1
    assert cli.main(["baseline", "claims"]) == 0
    assert capsys.readouterr().out.endswith("factcheck-baseline.json: 2 findings\n")
    assert cli.main(["claims"]) == 0
    assert "; 2 already known" in capsys.readouterr().out
    assert cli.main(["claims", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert {found["severity"] for found in report["findings"]} <= {"note"}
    assert report["summary"]["baselined"] == 2
    put(project, with_value("farmers", "61"))
    assert cli.main(["claims"]) == 1, "a second, different conflict of the same claims"
    assert "1 entry is settled" in capsys.readouterr().err


def test_one_finding_a_line_sorted_and_the_same_each_time(project):
    put(project, DUST, "dust.yaml")
    cli.main(["baseline", "claims"])
    text = Path("factcheck-baseline.json").read_text()
    assert text.count("\n") == 5
    entries = read_baseline("factcheck-baseline.json")
    assert list(entries) == sorted(entries)
    (project / "claims" / "dust.yaml").rename(project / "claims" / "2013.yaml")
    assert cli.main(["baseline", "claims"]) == 0
    assert Path("factcheck-baseline.json").read_text() == text


def test_it_shrinks_and_grows_only_when_told(project, capsys):
    cli.main(["baseline", "claims"])
    put(project, with_value("farmers", "61"))
    put(project, DUST, "dust.yaml")
    assert cli.main(["baseline", "claims"]) == 0
    assert "1 finding; 1 settled and dropped; 2 new left out" in capsys.readouterr().out
    assert cli.main(["claims"]) == 1
    assert cli.main(["baseline", "claims", "--grow"]) == 0
    assert capsys.readouterr().out.endswith(": 3 findings\n")
    assert cli.main(["claims"]) == 0


def test_equal_fingerprints_are_counted(project):
    put(project, DUST, "a.yaml")
    cli.main(["baseline", "claims"])
    assert cli.main(["claims"]) == 0
    put(project, DUST, "b.yaml")
    assert cli.main(["claims"]) == 1


def test_it_lies_beside_the_configuration_or_where_it_is_said(project, monkeypatch, capsys):
    (project / "factcheck.toml").write_text("")
    monkeypatch.chdir(project / "claims")
    assert cli.main(["baseline", "."]) == 0
    assert (project / "factcheck-baseline.json").is_file()
    assert cli.main(["."]) == 0
    assert cli.main([".", "--baseline", "gone.json"]) == 2
    assert "there is no baseline gone.json" in capsys.readouterr().err
    (project / "factcheck.toml").write_text('baseline = "known.json"')
    assert cli.main(["baseline", "."]) == 0
    assert (project / "known.json").is_file()


BROKEN = [
    ("{", "factcheck-baseline.json:1: this baseline is broken"),
    ("[" * 100_000, "baseline"),
    ("[]", "this is no baseline"),
    ('{"version": 2, "findings": []}', "version 2, newer than this program"),
    ('{"version": 1, "findings": {}}', "this is no baseline"),
    ('{"version": 1, "findings": [{"rule": "x"}]}', "an entry has no fingerprint"),
    ('{"version": 1, "findings": [3]}', "an entry has no fingerprint"),
    ('{"findings": [\n<<<<<<< HEAD\n=======\n>>>>>>> b\n]}', "json:2: this baseline holds the"),
    (b"\xff", "not UTF-8"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
@pytest.mark.parametrize("command", [["claims"], ["baseline", "claims"]])
def test_a_broken_baseline_is_refused_and_left_as_it_is(project, capsys, command, text, message):
    path = project / "factcheck-baseline.json"
    data = text if isinstance(text, bytes) else text.encode()
    path.write_bytes(data)
    assert cli.main(command) == 2
    assert message in capsys.readouterr().err
    assert path.read_bytes() == data


def test_a_folder_in_its_place_is_refused(project, capsys):
    (project / "factcheck-baseline.json").mkdir()
    assert cli.main(["claims"]) == 2
    assert cli.main(["baseline", "claims"]) == 2
    assert cli.main(["baseline", "gone"]) == 2
    assert "cannot" in capsys.readouterr().err


def test_nothing_is_written_when_a_check_fails(project, monkeypatch, capsys):
    from checker.result import Result, Summary

    monkeypatch.setattr("checker.run.run", lambda *_: Result((), Summary(), 2))
    assert cli.main(["baseline", "claims"]) == 2
    assert "no baseline was written" in capsys.readouterr().err
    assert list(project.glob("*.json")) == []


def test_two_runs_at_once_leave_a_whole_baseline(project):
    command = [sys.executable, "-m", "checker", "baseline", "claims", "--grow"]
    environment = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])}
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0]
    assert len(read_baseline("factcheck-baseline.json")) == 2
    assert sorted(path.name for path in project.iterdir()) == ["claims", "factcheck-baseline.json"]


def test_without_texts_what_is_known_of_them_stays(project, capsys):
    (project / "texts").mkdir()
    (project / "texts" / "rain.txt").write_text("Rain on 48 days, says the office.\n")
    claims = [*RAIN["claims"], {**RAIN["claims"][2], "id": "odd", "quote": "48 days"}]
    article = {**RAIN["article"], "text": "rain.txt"}
    put(project, {**RAIN, "article": article, "claims": claims})
    with_texts = ["--texts", "texts"]
    assert cli.main(["baseline", "claims", *with_texts]) == 0
    text = Path("factcheck-baseline.json").read_text()
    assert "source/quote-not-found" in text
    assert "source/figure-not-in-quote" in text, "which needs no text"
    assert cli.main(["claims"]) == 0
    assert "settled" not in capsys.readouterr().err
    for options in ([], ["--grow"]):
        assert cli.main(["baseline", "claims", *options]) == 0
        assert Path("factcheck-baseline.json").read_text() == text
    (project / "texts" / "rain.txt").write_text("48 days, 52 days, seven days, nine days\n")
    assert cli.main(["baseline", "claims", *with_texts]) == 0
    assert "source/quote-not-found" not in Path("factcheck-baseline.json").read_text()
