"""An installed pack brings rules, units, observances and a register; a broken one is named."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from checker import check
from checker.language import observances, units
from checker.packs import GROUP, BrokenPack, packs
from checker.read import load as load_module
from checker.read.load import load
from checker.rules._registry import all_rules

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


def test_a_broken_pack_ends_the_command(site: Path):
    (site / "acme_facts" / "rules" / "broken.py").write_text("1 / 0")
    done = factcheck(site, "claims")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "factcheck: the pack acme (acme_facts) cannot be used: rules/broken.py: "
        "ZeroDivisionError: division by zero\n"
    )


# in this process, where what was found once is forgotten before and after


@pytest.fixture
def here(site: Path, monkeypatch) -> Iterator[Path]:
    known = (packs, all_rules, load_module._registers, units._tables, observances._built_in)
    monkeypatch.syspath_prepend(site)
    for each in known:
        each.cache_clear()
    yield site / "acme_facts"
    for each in known:
        each.cache_clear()
    for name in [name for name in sys.modules if name.startswith("acme_facts")]:
        del sys.modules[name]


def use_everything() -> None:
    all_rules()
    load([])
    units._tables()
    observances._built_in()


def test_everything_that_a_pack_brings_is_there(here: Path):
    assert [pack.name for pack in packs()] == ["acme"]
    assert [rule.id for rule in all_rules() if rule.pack == "acme"] == ["acme/no-speaker"]
    (register,) = load([]).files
    assert [entity.id for entity in register.entities] == ["police"]
    assert units.read_unit("leagues").factor == Fraction(482803, 100)
    assert units.read_unit("km").factor == 1000
    assert observances.find_observance("Acme Day", {}) == "03-17"


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("rules/broken.py", "1 / 0", "rules/broken.py: ZeroDivisionError: division by zero"),
        ("rules/broken.py", "'A page.'", "defines no rule"),
        ("rules/broken.py", "import gone", "No module named 'gone'"),
        ("units.tsv", "# x\nleague\tlea\n", "units.tsv, line 2: not enough values"),
        ("units.tsv", "a\tb\tc\t[length]\t1/0\t0\n", "units.tsv, line 1: "),
        ("units.tsv", "\udcff", "units.tsv: 'utf-8' codec"),
        ("observances.tsv", "Acme Day\t17 March\t\tx\n", "line 1: 17 March is no day of a year"),
        ("register.yaml", "entities: [", "register.yaml, line 1: "),
        ("register.yaml", "entities: {x: {type: group, name: X, nam: Y}}", "unknown key `nam`"),
    ],
)
def test_what_cannot_be_used_names_its_pack(here: Path, file: str, text: str, words: str):
    (here / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BrokenPack) as caught:
        use_everything()
    assert str(caught.value).startswith("the pack acme (acme_facts) cannot be used: ")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("name", "module", "words"),
    [
        ("numbers", "acme_facts", "its name is that of a family of rules"),
        ("acme", "json", "acme_facts has the same name"),
        ("other", "gone", "there is no package of that name"),
        ("other", "gone.below", "there is no package of that name"),
    ],
)
def test_packs_that_cannot_be_told_apart_or_found(here: Path, name: str, module: str, words: str):
    announce(here.parent, "second", **{name: module})
    with pytest.raises(BrokenPack, match=words):
        all_rules()


def test_a_rule_that_crashes_names_its_pack(here: Path):
    rule = here / "rules" / "no_speaker.py"
    rule.write_text(rule.read_text().replace("for claim in file.claims", "for claim in 1 / 0"))
    report = check({"march.yaml": CLAIMS})
    assert report.status == 2
    (crash,) = [f for f in report.findings if f.rule == "acme/no-speaker"]
    assert crash.message.endswith("please report this to the makers of the pack acme.")
