"""What is new since a git revision, seen by checking both whole trees."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from checker import cli

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

RAIN = """\
article: {title: Rain, published: 2015-12-09, text: ../articles/rain.txt}
measures: {rain: {name: rain days}, sun: {name: sunny days}}
claims:
  - {id: office, measure: rain, value: 48, quote: 48 days}
  - {id: farmers, measure: rain, value: 52, quote: 52 days}
"""
SUN = """\
  - {id: hotel, measure: sun, value: 7, quote: seven days}
  - {id: guests, measure: sun, value: 9, quote: nine days}
"""
TEXT = "Of rain there were 48 days, or 52 days. Of sun seven days, or nine days.\n"


def git(folder: Path, *arguments: str) -> str:
    names = ("AUTHOR", "COMMITTER")
    people = {f"GIT_{who}_{what}": "x@example.org" for who in names for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", "-c", "commit.gpgsign=false", *arguments],
        cwd=folder,
        env={**os.environ, **people, "GIT_CONFIG_GLOBAL": os.devnull},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "newsroom"
    (folder / "claims").mkdir(parents=True)
    (folder / "articles").mkdir()
    (folder / "claims" / "rain.yaml").write_text(RAIN)
    (folder / "articles" / "rain.txt").write_text(TEXT)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "rain")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("FACTCHECK_TEXTS", raising=False)
    return folder


def test_only_what_is_new_fails(repository, capsys):
    assert cli.main(["claims"]) == 1
    assert cli.main(["claims", "--new-from", "HEAD"]) == 0
    (repository / "claims" / "rain.yaml").write_text("# moved down\n\n" + RAIN + SUN)
    (repository / "claims" / "rain.yaml").rename(repository / "claims" / "weather.yaml")
    capsys.readouterr()
    assert cli.main(["claims", "--new-from", "main"]) == 1
    shown = capsys.readouterr().out
    assert "sunny days" in shown
    assert "rain days" not in shown
    assert git(repository, "status", "--porcelain", "--", "articles") == ""


def test_a_file_alone_is_compared_with_the_whole_tree_of_then(repository, monkeypatch):
    (repository / "claims" / "2015").mkdir()
    git(repository, "mv", "claims/rain.yaml", "claims/2015/rain.yaml")
    text = RAIN.replace("../articles", "../../articles")
    (repository / "claims" / "2015" / "rain.yaml").write_text(text)
    assert cli.main(["claims/2015/rain.yaml", "--new-from", "HEAD"]) == 0
    monkeypatch.chdir(repository / "claims" / "2015")
    assert cli.main(["rain.yaml", "--new-from", "HEAD"]) == 0


def test_texts_are_those_of_the_revision_or_as_they_lie(repository):
    (repository / "articles" / "rain.txt").write_text(TEXT.replace("52", "50"))
    assert cli.main(["claims", "--select", "source", "--new-from", "HEAD"]) == 1
    git(repository, "rm", "-q", "--cached", "articles/rain.txt")
    (repository / ".gitignore").write_text("articles\n")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "texts are not ours to publish")
    assert cli.main(["claims", "--select", "source"]) == 1
    assert cli.main(["claims", "--select", "source", "--new-from", "HEAD"]) == 0


def test_texts_in_a_folder_of_their_own(repository):
    (repository / "claims" / "rain.yaml").write_text(RAIN.replace("../articles/rain.txt", "rain"))
    (repository / "articles" / "rain.txt").rename(repository / "articles" / "rain")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "no suffix")
    (repository / "articles" / "rain").write_text(TEXT.replace("52", "50"))
    options = ["--texts", "articles", "--select", "source"]
    assert cli.main(["claims", *options, "--new-from", "HEAD"]) == 1


def test_a_folder_may_have_had_another_name(repository):
    git(repository, "mv", "claims", "stories")
    assert cli.main(["stories", "--new-from", "HEAD"]) == 0


def test_a_repository_that_had_no_claims_knows_nothing(repository):
    git(repository, "rm", "-q", "--cached", "-r", "claims")
    git(repository, "commit", "-q", "-m", "no claims")
    assert cli.main(["claims", "--new-from", "HEAD"]) == 1


def test_links_are_followed(repository):
    (repository / "all").mkdir()
    (repository / "all" / "linked.yaml").symlink_to("../claims/rain.yaml")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "a link")
    assert cli.main(["claims", "all", "--new-from", "HEAD"]) == 0


def test_a_shallow_clone_knows_what_it_has_and_says_what_it_lacks(repository, tmp_path, capsys):
    (repository / "claims" / "rain.yaml").write_text(RAIN + SUN)
    git(repository, "commit", "-q", "-a", "-m", "sun")
    first = git(repository, "rev-parse", "HEAD~").strip()
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), "shallow")
    assert cli.main([str(tmp_path / "shallow" / "claims"), "--new-from", "HEAD"]) == 0
    capsys.readouterr()
    assert cli.main([str(tmp_path / "shallow" / "claims"), "--new-from", first]) == 2
    error = capsys.readouterr().err
    assert f"there is no revision '{first}' here; this is a shallow clone: fetch it" in error


@pytest.mark.parametrize("revision", ["nope", "--help", "HEAD:claims", ""])
def test_what_is_no_commit_is_refused(repository, capsys, revision):
    assert cli.main(["claims", f"--new-from={revision}"]) == 2
    assert f"--new-from: there is no revision {revision!r} here" in capsys.readouterr().err


def test_a_folder_without_git_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "rain.yaml").write_text(RAIN)
    assert cli.main([str(tmp_path / "claims"), "--new-from", "HEAD"]) == 2
    assert "is in no git repository" in capsys.readouterr().err


def test_without_git_it_is_said(repository, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert cli.main(["claims", "--new-from", "HEAD"]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_the_repository_of_a_hook_is_not_taken_for_that_of_the_claims(repository, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    assert cli.main(["claims", "--new-from", "HEAD"]) == 0


def test_known_findings_and_the_baseline_add_up_without_counting_twice(repository):
    assert cli.main(["baseline", "claims"]) == 0
    (repository / "claims" / "rain.yaml").write_text(RAIN + SUN)
    assert cli.main(["claims", "--new-from", "HEAD"]) == 1


def test_a_revision_is_checked_once(repository, monkeypatch):
    from checker.engine import revision
    from checker.engine.cache import Cache
    from checker.run import Options

    runs = []
    run = revision.run
    monkeypatch.setattr(revision, "run", lambda *given: runs.append(given) or run(*given))
    cache = Cache(str(repository / ".factcheck-cache"))

    def known() -> int:
        revision.known_at("HEAD", ["claims"], Options(), cache)
        return len(runs)

    assert [known(), known()] == [1, 1]
    (repository / "more.txt").write_text("a text that git does not keep")
    assert [known(), known()] == [2, 2]
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing")
    assert known() == 2, "what it depends on is the same"
