"""The Python interface: the command line's verdicts as values, fit for thousands of calls."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

import checker
from checker import MisuseError, check, cli, draft, scan

MARCH = """\
article: {title: The march, published: 2011-05-02}
measures:
  marchers: {name: people who marched, kind: count}
claims:
  - {id: one, quote: 720 marched, measure: marchers, value: 720 people}
  - {id: two, quote: 410 marched, measure: marchers, value: 410 people}
"""
ARTICLES = {
    "a.txt": "Police said 720 people marched in Guangzhou in May 2011.",
    "b.txt": "Police said 410 people marched in Guangzhou in May 2011.",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "claims" / "2011").mkdir(parents=True)
    (tmp_path / "claims" / "2011" / "march.yaml").write_text(MARCH)
    return tmp_path / "claims"


def test_a_tree_gives_what_the_command_line_gives(tree: Path, capsys):
    status = cli.main([str(tree), "--format", "json"])
    report = check([tree])
    assert report.to_json() == capsys.readouterr().out
    assert report.status == status == 1
    assert report.summary.errors == 1
    assert report.findings[-1].claims == ("2011/march#two", "2011/march#one")
    assert check(tree).to_json() == check(str(tree)).to_json() == report.to_json()


@pytest.mark.parametrize("name", ["2011/march.yaml", "2011/march.txt", "2011/march"])
def test_a_mapping_gives_what_files_give(name: str):
    report = check({name: MARCH}, ignore=["source"], today="2026-01-01")
    (finding,) = report.findings
    assert finding.rule == "numbers/conflicting-values"
    assert finding.claims == ("2011/march#two", "2011/march#one")
    assert finding.span.path == name
    assert check({name: MARCH.encode()}, ignore=["source"]).findings == report.findings


def test_files_of_a_mapping_may_refer_to_one_another():
    files = {
        "register.yaml": "measures: {marchers: {name: people who marched}}\n",
        "b.yaml": MARCH.replace(
            "measures:\n  marchers: {name: people who marched, kind: count}", ""
        ),
    }
    assert [f.rule for f in check(files, ignore=["source"]).findings] == [
        "numbers/conflicting-values"
    ]


def test_options_are_those_of_the_command_line(tmp_path: Path):
    article = MARCH.replace("{title", "{text: march.txt, title")
    (tmp_path / "march.txt").write_text("720 marched")
    found = check({"m.yaml": article}, texts=[tmp_path], select=["source"]).findings
    assert [f.rule for f in found] == ["source/quote-not-found"]
    assert check({"m.yaml": MARCH}, select="unused-waiver").findings == ()
    assert check({"m.yaml": MARCH}, fail_on="never").status == 0
    waived = MARCH.replace(
        "value: 410 people",
        "value: 410 people, accept: [{rule: numbers/conflicting-values, reason: x, until: 2020-01-01}]",
    )
    assert check({"m.yaml": waived}, today="2019-01-01", fail_on="warning").status == 0
    assert [each.reason for each in check({"m.yaml": waived}, today="2019-01-01").accepted] == ["x"]
    assert check({"m.yaml": waived}).status == 1
    swapped = {"m.yaml": MARCH.replace("410", "270")}
    assert check(swapped).findings[-1].repairs
    assert not check(swapped, repairs=False).findings[-1].repairs


def test_configuration_and_baseline_are_those_of_the_command_line(tree: Path, capsys):
    (tree.parent / "factcheck.toml").write_text('fail-on = "never"\nignore = ["source"]\n')
    assert cli.main([str(tree), "--format", "json", "--no-cache"]) == 0
    assert check(tree).to_json() == capsys.readouterr().out
    assert check(tree).status == 0
    assert check(tree, fail_on="warning").status == 1
    assert check({"m.yaml": MARCH}).status == 1
    assert check({"m.yaml": MARCH}, config=tree.parent / "factcheck.toml").status == 0
    (tree.parent / "factcheck.toml").write_text("")
    assert cli.main(["baseline", str(tree)]) == 0
    report = check(tree)
    assert (report.status, report.summary.baselined) == (0, 1)
    fresh = {"2011/march.yaml": MARCH}
    assert check(fresh).status == 1
    assert check(fresh, baseline=tree.parent / "factcheck-baseline.json").status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"paths": {}, "config": "/gone.toml"}, "/gone.toml"),
        ({"paths": {}, "baseline": "/gone.json"}, "/gone.json"),
        ({"paths": ["/gone"]}, "/gone: no such file or folder"),
        ({"paths": {}, "fail_on": "errors"}, "fail_on is one of error, warning, note, never"),
        ({"paths": {}, "today": "31.1.2026"}, "write it as 2026-01-31"),
        ({"paths": {}, "texts": ["/gone"]}, "there is no folder /gone"),
        ({"paths": {}, "select": ["nubmers"]}, "did you mean numbers?"),
        ({"paths": {}, "ignore": ["sum-missmatch"]}, "did you mean numbers/sum-mismatch?"),
    ],
)
def test_misuse_says_what_to_write(arguments, words):
    with pytest.raises(MisuseError) as caught:
        check(**arguments)
    assert words in str(caught.value)


def test_an_invalid_file_is_a_finding():
    report = check({"m.yaml": "claims: [", "n.yaml": MARCH})
    assert {f.rule for f in report.findings} >= {"format/syntax", "numbers/conflicting-values"}
    assert report.status == 1


def test_articles_are_scanned_inside_and_between():
    report = scan(ARTICLES)
    assert "numbers/conflicting-values" in {f.rule for f in report.findings}
    assert report.status == 1
    assert json.loads(report.to_json())["summary"]["files"] == 2
    assert scan(ARTICLES, ignore=["numbers", "time"]).status == 0


def test_bytes_are_scanned_and_no_text_is_a_finding():
    texts = {name: text.encode() for name, text in ARTICLES.items()}
    assert scan(texts).findings == scan(ARTICLES).findings
    report = scan({**texts, "c.txt": b"\x89PNG\x00\x01\xff"})
    assert {f.rule for f in report.findings} - {f.rule for f in scan(ARTICLES).findings} == {
        "format/unreadable-file"
    }
    assert (report.status, report.summary.files) == (1, len(ARTICLES) + 1)


@pytest.mark.parametrize("published", ["foo", "2015-13-01", "2015-02-30", "", 2015])
def test_a_day_of_publication_that_is_none_is_refused(published):
    for call in (lambda: draft("x", published=published), lambda: scan({}, published=published)):
        with pytest.raises(ValueError, match="published: "):
            call()


def test_a_draft_passes_the_schema():
    report = check({"a.yaml": draft(ARTICLES["a.txt"], published="2011-05-02")})
    assert not [f for f in report.findings if f.rule.startswith("format/")]
    assert report.summary.claims


def test_the_names_stay_functions_after_their_packages_are_imported():
    import checker.draft.compose

    assert checker.draft(ARTICLES["a.txt"]) == draft(ARTICLES["a.txt"])
    assert checker.draft.compose.compose


def test_importing_imports_nothing_heavy_and_calls_print_nothing():
    code = (
        "import sys, checker; light = set(sys.modules)\n"
        f"checker.check({{'m.yaml': {MARCH!r}}}); checker.scan({ARTICLES!r})\n"
        "heavy = {'yaml', 'click', 'pint', 'rapidfuzz', 'z3', 'jsonschema', 'jsonschema_rs'}\n"
        "assert not heavy & light, heavy & light\n"
        "assert 'click' not in sys.modules and 'multiprocessing' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(checker.__file__).parents[1],
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_calls_on_two_sentences_take_milliseconds():
    """Bounds many times what was measured, so that only another order of growth fails."""
    check({"m.yaml": MARCH})
    scan(ARTICLES)
    start = time.process_time()
    for number in range(100):
        check({"m.yaml": MARCH.replace("410", str(number + 1))})
    checked = time.process_time()
    for number in range(50):
        scan({**ARTICLES, "b.txt": ARTICLES["b.txt"].replace("410", str(number + 1))})
    scanned = time.process_time()
    assert (checked - start) / 100 < 0.05
    assert (scanned - checked) / 50 < 0.1


def test_calls_leave_nothing_behind():
    check({"m.yaml": MARCH})
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(500):
        check({"m.yaml": MARCH})
    assert len(gc.get_objects()) - before < 20_000  # 45,000 where the collector never comes by


@pytest.mark.parametrize("texts", ["The city has 48 schools.", ["The city has 48 schools."]])
def test_texts_without_names_are_misuse(texts):
    with pytest.raises(MisuseError, match="by name"):
        scan(texts)
