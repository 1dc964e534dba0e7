"""Results are kept: the same bytes come back, whatever they depend on makes them new."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker import cli
from checker.engine import cache as caching
from checker.engine.cache import Cache, digest
from checker.engine.kept import FEWEST, KeptResults, decoded, encoded
from checker.finding import Finding, Query, Related, Repair, Severity
from checker.result import Accepted, Result, Summary
from checker.run import Options, run
from checker.settings import DEFAULT_HEDGES, Settings, Slack
from checker.span import Span

RAIN = """\
article: {{title: Rain {0}, published: 2015-12-09, text: ../articles/rain.txt}}
measures: {{rain-{0}: {{name: rain days}}}}
claims:
  - {{id: office, measure: rain-{0}, value: 48, quote: 48 days}}
  - {{id: farmers, measure: rain-{0}, value: 52, quote: 52 days}}
"""


@pytest.fixture
def tree(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    for number in range(FEWEST):
        (tmp_path / "claims" / f"{number}.yaml").write_text(RAIN.format(number))
    return tmp_path


class Judging:
    """Counts how often a tree is really judged."""

    def __init__(self, monkeypatch) -> None:
        import checker.run

        self.count = 0
        self.judge = checker.run.judge
        monkeypatch.setattr(checker.run, "judge", self)

    def __call__(self, loaded, options) -> Result:
        self.count += 1
        return self.judge(loaded, options)


@pytest.fixture
def judging(monkeypatch) -> Judging:
    return Judging(monkeypatch)


def options(**more) -> Options:
    return Options(repairs=False, store=KeptResults(Cache("cache")), **more)


def test_an_unchanged_tree_is_not_judged_again(tree, judging):
    first = run(["claims"], options())
    assert run(["claims"], options()) == first
    assert first == run(["claims"], Options(repairs=False))
    assert judging.count == 2


def test_small_trees_are_judged_without_a_cache(tree, judging):
    (tree / "claims" / "0.yaml").unlink()
    run(["claims"], options())
    assert not (tree / "cache").exists()


HEDGES = replace(DEFAULT_HEDGES, about=Slack(*[DEFAULT_HEDGES.about.widest] * 2))


@pytest.mark.parametrize(
    "changed",
    [
        {"today": "2026-01-01"},
        {"ignore": ("numbers",)},
        {"fail_on": "never"},
        {"verbose": True},
        {"known": {"abc": 1}},
        {"severities": {"numbers": Severity.NOTE}},
        {"settings": Settings(hedges=HEDGES)},
        {"texts": ("claims",)},
    ],
)
def test_other_options_are_another_result(tree, judging, changed):
    run(["claims"], options())
    assert run(["claims"], options(**changed)) == run(["claims"], Options(repairs=False, **changed))
    assert judging.count == 3


def _text(tree: Path, words: str) -> None:
    (tree / "articles").mkdir(exist_ok=True)
    (tree / "articles" / "rain.txt").write_text(words)


CHANGES = {
    "a claim": lambda tree: (tree / "claims/3.yaml").write_text(RAIN.format(3) + "# x\n"),
    "a new file": lambda tree: (tree / "claims/new.yaml").write_text(RAIN.format(77)),
    "a file's name": lambda tree: (tree / "claims/3.yaml").rename(tree / "claims/z.yaml"),
    "a text": lambda tree: _text(tree, "Rain on 48 days, or on 52 days, or on 3."),
    "a text that is gone": lambda tree: (tree / "articles/rain.txt").unlink(),
    "an unreadable file": lambda tree: (tree / "claims/x.yaml").symlink_to("nowhere"),
    "the program": lambda tree: caching.program.cache_clear(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_the_result_depends_on_makes_it_new(tree, judging, monkeypatch, change):
    _text(tree, "Rain on 48 days, or on 52 days.")
    run(["claims"], options())
    if change == "the program":
        monkeypatch.setattr("checker.engine.kept.program", lambda: "another")
    CHANGES[change](tree)
    assert run(["claims"], options()) == run(["claims"], Options(repairs=False))
    assert judging.count == 3


def test_a_part_of_the_tree_is_another_result(tree, judging):
    whole = run(["claims"], options())
    part = run(["claims/3.yaml"], options())
    assert part.summary.files == 1
    assert len(part.findings) < len(whole.findings)


def test_a_crash_is_not_kept(tree, judging, monkeypatch):
    monkeypatch.setattr("checker.run.judge", lambda *_: Result((), Summary(), 2))
    run(["claims"], options())
    assert not (tree / "cache").exists()


def test_every_field_comes_back():
    span = Span("a", 1, 2, 3, 4)
    finding = Finding(
        "a/b",
        Severity.WARNING,
        "m\udcff",
        span,
        ("x#y",),
        (Related("x#y", span, "q", "s"),),
        ("step",),
        (Repair("x#y", "1", "2", "why", ("f",)),),
        (Query("who", "what?"),),
        "subject",
        "0123",
    )
    result = Result(
        (finding,),
        Summary(1, 2, 3, 4, 5, 6, 7, 8),
        1,
        (Accepted(finding, "reason", "by"),),
        (finding,),
        ("f",),
    )
    assert decoded(encoded(result)) == result


def test_digests_keep_parts_apart():
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert digest(["a"]) == digest([b"a"])


def test_a_cache_that_cannot_be_used_is_done_without(tree, judging):
    (tree / "cache").write_text("a file in the way")
    first = run(["claims"], options())
    assert run(["claims"], options()) == first
    assert judging.count == 2


def test_a_broken_cache_is_begun_anew(tree, judging):
    (tree / "cache").mkdir()
    (tree / "cache" / "results.sqlite3").write_bytes(b"this is no database" * 100)
    run(["claims"], options())
    run(["claims"], options())
    run(["claims"], options())
    assert judging.count == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_tree_is_checked_without_a_cache(tree):
    tree.chmod(0o555)
    assert run(["claims"], options()).findings
    tree.chmod(0o755)


def test_only_the_latest_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(caching, "_MOST", 3)
    cache = Cache(str(tmp_path / "c"))
    for number in range(5):
        cache.put(str(number), b"%d" % number)
    assert [cache.get(str(number)) for number in range(5)] == [None, None, b"2", b"3", b"4"]
    assert (tmp_path / "c" / ".gitignore").read_text() == "*\n"


def _write(folder: str, start: int) -> None:
    for number in range(start, start + 20):
        Cache(folder).put(str(number), b"x" * 1000)


def test_two_runs_at_once_share_a_cache(tmp_path):
    context = multiprocessing.get_context("spawn")
    folder = str(tmp_path / "c")
    both = [context.Process(target=_write, args=(folder, start)) for start in (0, 1000)]
    for each in both:
        each.start()
    for each in both:
        each.join(60)
    assert [each.exitcode for each in both] == [0, 0]
    found = [Cache(folder).get(str(n)) for n in (*range(20), *range(1000, 1020))]
    assert found.count(b"x" * 1000) >= 39


def test_the_command_line_uses_a_cache_or_not(tree, judging, capsys):
    for _ in range(2):
        assert cli.main(["claims", "--today", "2026-01-01"]) == 1
    assert judging.count == 1
    assert (tree / ".factcheck-cache").is_dir()
    cli.main(["claims", "--today", "2026-01-01", "--no-cache"])
    assert judging.count == 2
    cli.main(["claims", "--today", "2026-01-01", "--cache-dir", "elsewhere"])
    assert (tree / "elsewhere").is_dir()


def test_a_changed_pack_is_another_program(tmp_path, monkeypatch):
    from checker.packs import Pack

    monkeypatch.setattr(caching, "packs", lambda: (Pack("acme", "acme", tmp_path),))
    before = caching.program.__wrapped__()
    (tmp_path / "units.tsv").write_text("acre")
    assert caching.program.__wrapped__() != before
