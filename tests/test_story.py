"""A newsroom's year in a real git repository, with the command that its CI runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker import cli

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

REGISTER = """\
entities:
  kashmir: {type: place, name: Kashmir}
measures:
  saffron: {name: saffron picked, kind: flow}
"""
HARVEST = """\
article: {title: Saffron, published: 1977-12-01}
claims:
  - id: office
    quote: the office says 1,830 kilograms in 1976
    place: kashmir
    measure: saffron
    value: 1,830 kilograms
    period: in 1976
"""
GROWERS = """\
  # by telephone, twice
  - id: growers
    quote: the growers say 2,140 kilograms in 1976
    place: kashmir
    measure: saffron
    value: 2,140 kilograms
    period: in 1976
"""
MARKET = """\
article: {title: At the market, published: 1978-01-10}
claims:
  - id: traders
    quote: the traders say 2,600 kilograms in 1976
    place: kashmir
    measure: saffron
    value: 2,600 kilograms
    period: in 1976
"""


class Newsroom:
    """A repository, and the commands that people and CI run in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Desk")
        self.git("config", "user.email", "desk@example.org")

    def git(self, *arguments: str) -> None:
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, env=environment)

    def write(self, name: str, text: str) -> None:
        path = self.folder / "claims" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / "claims" / name).read_text(encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def process(self, *arguments: str) -> tuple[int, str]:
        """Status and output of the program as CI starts it."""
        done = subprocess.run(
            [sys.executable, "-m", "checker", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        return done.returncode, done.stdout

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The same in this process, which is faster: status, output and what it complains of."""
        self.capsys.readouterr()
        status = cli.main(list(arguments))
        return status, *self.capsys.readouterr()

    def ci(self, *arguments: str, start=None) -> tuple[int, list[dict]]:
        """Status and findings of what CI runs; notes left out."""
        command = ["claims", "--format", "json", "--today", "2026-01-01", *arguments]
        status, output, *_ = (start or self.run)(*command)
        findings = json.loads(output)["findings"]
        return status, [each for each in findings if each["severity"] != "note"]


@pytest.fixture
def newsroom(tmp_path, capsys, monkeypatch) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_TEXTS", raising=False)
    return Newsroom(tmp_path, capsys)


def test_the_story(newsroom):
    newsroom.write("register.yaml", REGISTER)
    newsroom.write("1977/harvest.yaml", HARVEST)
    newsroom.commit("a clean main")
    assert newsroom.ci() == (0, [])

    newsroom.write("1977/harvest.yaml", HARVEST + GROWERS)
    newsroom.commit("the growers' figure")
    status, findings = newsroom.ci("--new-from", "HEAD~1", start=newsroom.process)
    assert status == 1
    (conflict,) = findings
    assert conflict["rule"] == "numbers/conflicting-values"
    assert conflict["claims"] == ["1977/harvest#growers", "1977/harvest#office"]
    assert newsroom.ci("--new-from", "HEAD") == (0, []), "it is there already"

    words = ("--reason", "two ways of weighing", "--by", "desk")
    assert newsroom.process("accept", conflict["fingerprint"], *words)[0] == 0
    assert newsroom.read("1977/harvest.yaml").startswith(HARVEST + GROWERS)
    newsroom.commit("the desk knows")
    assert newsroom.ci() == (0, [])
    assert "two ways of weighing (desk)" in newsroom.run("claims", "--verbose")[1]

    text = newsroom.read("1977/harvest.yaml")
    newsroom.write("1977/harvest.yaml", re.sub("(say|value:) 2,140", r"\1 2,240", text))
    status, findings = newsroom.ci()
    assert status == 1
    assert {each["rule"] for each in findings} == {
        "numbers/conflicting-values",
        "format/unused-waiver",
    }, "the waiver wakes"
    newsroom.write("1977/harvest.yaml", text)

    newsroom.write("1978/market.yaml", MARKET)
    assert newsroom.ci()[0] == 1
    assert newsroom.run("baseline", "claims")[0] == 0
    newsroom.commit("we live with the traders")
    assert newsroom.ci() == (0, [])
    known = newsroom.folder / "factcheck-baseline.json"
    assert known.read_text().count("fingerprint") == 1

    (newsroom.folder / "claims" / "1978").rename(newsroom.folder / "claims" / "later")
    flow = "  - {id: traders, place: kashmir, measure: saffron, period: in 1976, quote: "
    newsroom.write(
        "later/market.yaml",
        "# laid out anew\n\n"
        + MARKET.split("  - id", maxsplit=1)[0]
        + flow
        + '"the traders say 2,600 kilograms in 1976", value: "2,600 kilograms"}\n',
    )
    newsroom.write("1977/harvest.yaml", "\n\n" + newsroom.read("1977/harvest.yaml"))
    assert newsroom.ci() == (0, []), "files are moved and reformatted and nothing new appears"
    assert newsroom.ci("--new-from", "HEAD") == (0, [])

    newsroom.write("later/market.yaml", MARKET.replace("2,600", "1,830"))
    status, findings = newsroom.ci()
    assert (status, findings) == (0, [])
    assert "1 entry is settled" in newsroom.run("claims")[2]
    assert newsroom.run("baseline", "claims")[0] == 0
    assert "fingerprint" not in known.read_text(), "the baseline shrinks"
