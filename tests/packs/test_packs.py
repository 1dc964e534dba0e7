"""An installed pack brings rules, units, observances and a register; a broken one is named."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker.packs import GROUP

ROOT = Path(__file__).parents[2]
EXAMPLE = Path(__file__).parent / "example"
CLAIMS = """\
article: {title: The march, published: 2015-12-09}
claims:
  - {id: one, quote: x, speaker: police, measure: marchers, value: 720}
  - {id: two, quote: x, measure: marchers, value: 720, period: since Acme Day}
  - {id: way, quote: x, speaker: police, measure: walked, value: 2 leagues, restated: 9.7 km}
measures: {walked: {name: distance walked, unit: km}}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder on the path with the example pack, as an installer leaves it there."""
    shutil.copytree(EXAMPLE / "acme_facts", tmp_path / "site" / "acme_facts")
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]
    points = project["entry-points"][GROUP]
    announce(tmp_path / "site", project["name"], **points)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "march.yaml").write_text(CLAIMS)
    return tmp_path / "site"


def announce(site: Path, project: str, **points: str) -> None:
    folder = site / f"{project.replace('-', '_')}-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project}\nVersion: 1.0\n")
    lines = [f"{name} = {module}" for name, module in points.items()]
    (folder / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines, ""]))


def factcheck(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}"},
    )


def test_a_pack_takes_part_in_the_check(site: Path):
    done = factcheck(site, "claims", "--format", "json", "--ignore", "source")
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert [(f["rule"], f["claims"]) for f in report["findings"]] == [
        ("acme/no-speaker", ["march#two"])
    ]
    assert report["summary"]["files"] == 1


def test_a_packs_rules_are_explained_and_chosen_like_others(site: Path):
    assert factcheck(site, "explain", "no-speaker").stdout.startswith("acme/no-speaker")
    done = factcheck(site, "claims", "--select", "acme", "--fail-on", "note", "--quiet")
    assert done.returncode == 1
    assert done.stdout.count("acme/no-speaker") == 1


def test_the_examples_of_a_packs_page_run(site: Path):
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'tests' / 'rules')!r})\n"
        "from pathlib import Path\n"
        "from page_runner import mismatches\n"
        "from checker.rules._page import parse\n"
        "from checker.rules._registry import all_rules\n"
        "(rule,) = [rule for rule in all_rules() if rule.pack]\n"
        "page = parse(rule.page)\n"
        "for number, each in enumerate([*page.fires, *page.silent]):\n"
        "    found = mismatches(each, rule.id, Path('examples', str(number)))\n"
        "    assert not found, found\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}"},
    )
    assert done.stderr == ""


def test_what_is_declared_in_the_tree_comes_first(site: Path):
    path = site.parent / "claims" / "march.yaml"
    path.write_text(CLAIMS + "entities: {police: {type: person, name: Sting}}\n")
    done = factcheck(site, "claims", "--format", "json", "--ignore", "source,acme")
    assert json.loads(done.stdout)["findings"] == []


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("rules/broken.py", "1 / 0", "rules/broken.py: ZeroDivisionError: division by zero"),
        ("rules/broken.py", "'''A page.'''", "defines no rule"),
        ("rules/broken.py", "import gone", "No module named 'gone'"),
    ],
)
def test_a_rule_that_cannot_be_used_names_its_pack(site: Path, file: str, text: str, words: str):
    (site / "acme_facts" / file).write_text(text)
    done = factcheck(site, "claims")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("factcheck: the pack acme (acme_facts) cannot be used: ")
    assert words in done.stderr


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("units.tsv", "# x\nleague\tlea\n", "units.tsv, line 2: not enough values"),
        ("units.tsv", "a\tb\tc\t[length]\t1/0\t0\n", "units.tsv, line 1: "),
        ("units.tsv", "\udcff", "units.tsv: 'utf-8' codec"),
        ("observances.tsv", "Acme Day\t17 March\t\tx\n", "line 1: 17 March is no day of a year"),
    ],
)
def test_a_table_that_cannot_be_read_names_its_pack(site: Path, file: str, text: str, words: str):
    (site / "acme_facts" / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    done = factcheck(site, "claims")
    assert done.returncode == 2
    said = " ".join((done.stdout + done.stderr).split())
    assert "the pack acme (acme_facts) cannot be used" in said
    assert words in said


def test_a_rule_that_crashes_names_its_pack(site: Path):
    rule = site / "acme_facts" / "rules" / "no_speaker.py"
    rule.write_text(rule.read_text().replace("for claim in file.claims", "for claim in 1 / 0"))
    done = factcheck(site, "claims", "--format", "json")
    assert done.returncode == 2
    assert "please report this to the makers of the pack acme." in done.stdout


@pytest.mark.parametrize(
    ("name", "module", "words"),
    [
        ("numbers", "acme_facts", "its name is that of a family of rules"),
        ("acme", "json", "acme_facts has the same name"),
        ("other", "gone", "there is no package of that name"),
        ("other", "gone.below", "there is no package of that name"),
    ],
)
def test_packs_that_cannot_be_told_apart_or_found(site: Path, name: str, module: str, words: str):
    announce(site, "second", **{name: module})
    done = factcheck(site, "claims")
    assert done.returncode == 2
    assert words in done.stderr


def test_a_packs_register_that_is_broken_is_an_error(site: Path):
    (site / "acme_facts" / "register.yaml").write_text("entities: [")
    done = factcheck(site, "claims")
    assert done.returncode == 2
    assert "the pack acme (acme_facts) cannot be used: register.yaml, line 1: " in done.stderr
