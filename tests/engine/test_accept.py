"""Accepting a finding from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import cli

RAIN = """\
# what the office counts
article: {title: Rain, published: 2015-12-09}
measures: {rain: {name: rain days}}
claims:
  - {id: office, measure: rain, value: 48, quote: 48 days}
  - id: farmers   # by telephone
    measure: rain
    value: 52
    quote: 52 days
"""


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_TEXTS", raising=False)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "rain.yaml").write_text(RAIN)
    return tmp_path


def fingerprint(capsys, path: str = "claims", family: str = "numbers") -> str:
    capsys.readouterr()
    cli.main([path, "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return next(each["fingerprint"] for each in found if each["rule"].startswith(family))


def accept(*arguments: str) -> int:
    return cli.main(["accept", *arguments, "--today", "2026-01-01"])


def test_an_accepted_finding_is_settled_until_a_value_changes(project, capsys):
    reason = "两种算法, \u200fشمارش‌ها differ: \"days\" 'of' #rain"
    options = ["--reason", reason, "--by", "foreign desk", "--until", "2026-03-01"]
    assert accept(fingerprint(capsys)[:8], *options) == 0
    assert capsys.readouterr().out.startswith("claims/rain.yaml: accepted: Two values")
    text = (project / "claims" / "rain.yaml").read_text(encoding="utf-8")
    assert text.startswith(RAIN)
    assert cli.main(["claims", "-v", "--today", "2026-03-01"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"Accepted: {reason.replace(chr(0x200F), '')}"[:10] in shown
    assert "(foreign desk)" in shown
    assert "1 accepted" in shown
    assert cli.main(["claims", "--today", "2026-03-02"]) == 1, "it has expired"
    (project / "claims" / "rain.yaml").write_text(text.replace("value: 52", "value: 53"))
    capsys.readouterr()
    assert cli.main(["claims", "--today", "2026-01-01"]) == 1
    assert "[format/unused-waiver]" in capsys.readouterr().out, "it wakes"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["abc", "--reason", "x"], "at least 4 characters"),
        (["ffff0000ffff0000", "--reason", "x"], "there is no open finding"),
        (["{}", "--reason", " "], "--reason: say it in words"),
        (["{}", "--reason", "a\x1b[31mb"], "--reason: U+001B is a control character"),
        (["{}", "--reason", "a\nb"], "U+000A"),
        (["{}", "--reason", "a\u2028b"], "U+2028"),
        (["{}", "--reason", "a\u202eb"], "U+202E"),
        (["{}", "--reason", "x", "--by", "\x00"], "--by: U+0000"),
        (["{}", "--reason", "x", "--until", "soon"], "is no day"),
        (["{}", "--reason", "x", "--until", "2020-01-01"], "has passed"),
        (["{}", "gone", "--reason", "x"], "gone: no such file or folder"),
    ],
)
def test_what_cannot_be_accepted_changes_nothing(project, capsys, arguments, message):
    known = fingerprint(capsys)
    assert accept(*(each.format(known) for each in arguments)) == 2
    assert message in capsys.readouterr().err
    assert (project / "claims" / "rain.yaml").read_text() == RAIN


def test_different_findings_that_begin_alike_are_named(monkeypatch):
    from checker.engine.accept import CannotAccept, chosen
    from checker.finding import Finding, Severity
    from checker.span import Span

    both = [Finding("a/b", Severity.ERROR, "x", Span("p"), fingerprint=f"abcd{n}") for n in "12"]
    with pytest.raises(CannotAccept, match="abcd1, abcd2"):
        chosen("ABCD", both)


def test_the_claims_folder_must_be_known(project, capsys, monkeypatch):
    monkeypatch.chdir(project / "claims")
    assert accept("abcd", "--reason", "x") == 2
    assert "name the folder of the claims" in capsys.readouterr().err
    (project / "factcheck.toml").write_text('claims = "claims"')
    assert accept(fingerprint(capsys, "."), "--reason", "x") == 0


def test_a_finding_without_claims_cannot_be_accepted(project, capsys):
    (project / "claims" / "bad.yaml").write_text("claims: [")
    assert accept(fingerprint(capsys, family="format/syntax"), "--reason", "x") == 2
    assert "rests on no claim" in capsys.readouterr().err


def test_encodings_are_kept_or_refused(project, capsys):
    path = project / "claims" / "rain.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + RAIN.encode())
    assert accept(fingerprint(capsys), "--reason", "x") == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# what")
    path.write_bytes(b"\xff\xfe" + RAIN.encode("utf-16-le"))
    assert accept(fingerprint(capsys), "--reason", "x") == 2
    assert "save this file as UTF-8 first" in capsys.readouterr().err


def test_a_layout_that_cannot_be_added_to_is_told_what_to_type(project, capsys):
    first = "quote: 48 days, accept: &x [{rule: time/out-of-order, reason: k}]}"
    shared = RAIN.replace("quote: 48 days}", first) + "    accept: *x\n"
    (project / "claims" / "rain.yaml").write_text(shared)
    assert accept(fingerprint(capsys), "--reason", "x") == 2
    assert (project / "claims" / "rain.yaml").read_text() == shared
    assert '{rule: numbers/conflicting-values, reason: "x"' in capsys.readouterr().err


def test_equal_findings_are_accepted_together(project, capsys):
    (project / "claims" / "copy.yaml").write_text(RAIN)
    assert accept(fingerprint(capsys), "--reason", "x") == 0
    assert capsys.readouterr().out.count("accepted:") == 3
    assert cli.main(["claims", "--today", "2026-01-01"]) == 0
