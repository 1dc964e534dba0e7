"""The commands that begin with an article's text."""

import json
import os
from pathlib import Path

import pytest

from checker.cli import main

STORY = "The fire killed 12 people in Berlin, Ana Ruiz, head of the office, said.\n\nThe fire killed 15 people in Berlin.\n"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_scan(story, capsys):
    assert main(["scan", str(story)]) == 1
    assert f"{story}:3:17" in capsys.readouterr().out.replace("\n  ", "")


def test_scan_as_json_and_into_a_file(story, capsys, tmp_path):
    out = tmp_path / "out.json"
    assert main(["scan", str(story), "--format", "json", "-o", f"sarif:{out}"]) == 1
    assert json.loads(out.read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_scan_of_a_folder(story, capsys):
    assert main(["scan", str(story.parent), "--fail-on", "never", "-q"]) == 0


def test_scan_of_standard_input(monkeypatch, capsys):
    class Input:
        class buffer:  # noqa: N801  (as sys.stdin calls it)
            read = staticmethod(STORY.encode)

    monkeypatch.setattr("sys.stdin", Input)
    assert main(["scan", "-", "--stdin-filename", "desk.txt"]) == 1
    assert "desk.txt:3:17" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"), [(b"\x89PNG\x00\x01\xff\xfe", "this is no text"), (b"a\x00b", "zero")]
)
def test_what_is_no_text_is_a_finding_and_the_others_are_read(
    tmp_path, story, capsys, content, words
):
    (tmp_path / "a.txt").write_bytes(content)
    assert main(["scan", str(tmp_path), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    unread, clash = report["findings"]
    assert (unread["rule"], unread["severity"], unread["line"]) == (
        "format/unreadable-file",
        "error",
        1,
    )
    assert words in unread["message"]
    assert clash["path"] == str(story)
    assert report["summary"]["files"] == 2
    assert main(["scan", str(tmp_path / "a.txt")]) == 1
    assert main(["draft", str(tmp_path / "a.txt")]) == 2
    assert words in capsys.readouterr().err


def test_what_cannot_be_opened_in_a_folder_is_a_finding(tmp_path, story, capsys):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    assert main(["scan", str(tmp_path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(f["rule"], Path(f["path"]).name) for f in found] == [
        ("format/unreadable-file", "gone.txt"),
        ("format/unreadable-file", "pipe.txt"),
        ("numbers/conflicting-values", "story.txt"),
    ]


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path, capsys):
    assert main(["scan", str(tmp_path / "missing.txt")]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.fixture
def a_book(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.draft.compose.LONGEST", 60)
    (tmp_path / "book.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "book.yaml").write_text("article: {text: book.txt}\nclaims: []\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("command", "name"), [("draft", "book.txt"), ("coverage", "book.yaml")])
def test_what_is_too_long_to_be_read_is_said(a_book, capsys, command, name):
    assert main([command, str(a_book / name)]) == 0
    said = capsys.readouterr()
    assert f"only the first 60 of {len(STORY)} characters were read" in said.err
    assert "15" not in said.out


def test_scan_says_what_it_did_not_read(a_book, capsys):
    assert main(["scan", str(a_book / "book.txt")]) == 1
    assert "only the first 60" in " ".join(capsys.readouterr().out.split())


def test_an_empty_folder_is_said(tmp_path, capsys):
    assert main(["scan", str(tmp_path)]) == 2
    assert "no article" in capsys.readouterr().err


def test_old_encodings_are_read(tmp_path, capsys):
    path = tmp_path / "old.txt"
    path.write_bytes("The café seats 30 people.".encode("cp1252"))
    assert main(["draft", str(path)]) == 0
    assert "café" in capsys.readouterr().out


def test_a_wrong_date_is_said(story, capsys):
    assert main(["draft", str(story), "--published", "someday"]) == 2
    assert "--published" in capsys.readouterr().err


@pytest.fixture
def tree(story, capsys):
    claims = story.parent / "claims"
    claims.mkdir()
    assert main(["draft", str(story), "--published", "2015-12-09"]) == 0
    drafted = capsys.readouterr().out  # its digest finds the text
    (claims / "story.yaml").write_text(drafted, encoding="utf-8")
    return claims


def test_a_draft_runs(tree, capsys):
    assert main(["check", str(tree), "--texts", str(tree.parent), "--fail-on", "never"]) == 0
    assert "format/" not in capsys.readouterr().out


def test_a_draft_covers_its_article(tree, capsys):
    assert main(["coverage", str(tree), "--texts", str(tree.parent), "--fail-under", "90"]) == 0
    assert "100.0 % covered" in capsys.readouterr().out


def test_what_is_not_covered_is_shown_in_context(tree, capsys):
    (tree / "story.yaml").write_text("article: {text: story.txt}\nclaims: []\n", encoding="utf-8")
    assert main(["coverage", str(tree), "--texts", str(tree.parent), "--fail-under", "90"]) == 1
    assert "The fire killed [15 people] in Berlin" in capsys.readouterr().out


def test_coverage_as_json(tree, capsys):
    assert main(["coverage", str(tree), "--texts", str(tree.parent), "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["percent"], report["articles"][0]["missing"]) == (100.0, [])


def test_an_article_without_text_is_said(tree, capsys):
    (tree / "story.yaml").write_text("article: {title: x}\nclaims: []\n", encoding="utf-8")
    assert main(["coverage", str(tree)]) == 0
    assert "no text found" in capsys.readouterr().out


def test_only_what_is_missing(tree, capsys, story):
    file = tree / "story.yaml"
    assert main(["draft", str(story), "--only-missing", str(file)]) == 0
    assert "claims: []" in capsys.readouterr().out
    file.write_text(
        "article: {text: story.txt}\nmeasures: {killed: {}}\nclaims:\n"
        "  - {id: a, quote: killed 12 people, measure: killed, value: 12}\n",
        encoding="utf-8",
    )
    assert main(["draft", str(story), "--only-missing", str(file)]) == 0
    out = capsys.readouterr().out
    assert '"15"' in out
    assert '"12"' not in out


@pytest.mark.parametrize(
    "arguments", [["coverage", "nowhere"], ["draft", "STORY", "--only-missing", "nowhere.yaml"]]
)
def test_paths_that_are_not_there(arguments, story, capsys):
    assert main([str(story) if each == "STORY" else each for each in arguments]) == 2


HOSTILE = "The \x1b[31mport\x1b[0m\u202e of Kiel has 48 cranes, \u2066Ana Ruiz\u200b said.\n"


@pytest.mark.parametrize("command", ["draft", "coverage"])
def test_nothing_in_an_article_commands_the_terminal(command, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("article: {text: a.txt}\nclaims: []\n", encoding="utf-8")
    name = "a.yaml" if command == "coverage" else "a.txt"
    assert main([command, str(tmp_path / name)]) == 0
    out = capsys.readouterr().out
    assert "48 cranes" in out
    assert not set(out) & set("\x1b\u202e\u2066\u200b")


def test_a_draft_of_escaped_words_still_quotes_its_text(tmp_path, capsys):
    text = "The port\u202e of Kiel\U000e0041 has 48 cranes.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["draft", str(tmp_path / "a.txt")]) == 0
    (tmp_path / "a.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main([str(tmp_path / "a.yaml"), "--texts", str(tmp_path)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--fail-under", "90"], 1)])
def test_without_any_text_nothing_is_called_covered(options, status, tmp_path, capsys):
    (tmp_path / "a.yaml").write_text("article: {title: A}\nclaims: []\n", encoding="utf-8")
    assert main(["coverage", str(tmp_path), *options]) == status
    out = capsys.readouterr().out
    assert "Nothing was measured" in out
    assert "%" not in out


def test_coverage_says_which_files_it_cannot_use(tmp_path, capsys):
    (tmp_path / "a.yaml").write_text("article: {title: A\n", encoding="utf-8")
    assert main(["coverage", str(tmp_path)]) == 0
    assert "a.yaml:1:10: " in capsys.readouterr().err
