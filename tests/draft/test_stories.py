"""The bench's stories hold: drafting and scanning stay as good as they were."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from checker import check
from checker.draft import draft_text
from checker.read.load import read_text

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import score_stories as bench

STORIES = [story for file in bench.FILES for story in bench.stories(file)]


@pytest.mark.parametrize(
    "story", [s for s in STORIES if "conflict" not in s], ids=lambda story: story["id"]
)
def test_clean_stories_are_silent(story):
    assert bench.alarms(story) == []


@pytest.mark.parametrize(
    "story", [s for s in STORIES if "conflict" in s], ids=lambda story: story["id"]
)
def test_planted_conflicts_are_found(story):
    found = bench.alarms(story)
    assert found
    assert all(bench.hits(story, finding) for finding in found)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_every_draft_is_a_claim_file_that_runs(story):
    draft = draft_text(story["text"], published=bench.published(story))
    assert read_text("x.yaml", "x", draft)[1] == ()
    report = check({"x.yaml": draft}, select="format", repairs=False)
    assert [f.message for f in report.findings if f.severity.value != "note"] == []


@pytest.mark.parametrize("kind", bench.KINDS)
def test_drafting_is_right(kind):
    counts: Counter[str] = Counter()
    for file in bench.DRAFTED:
        for story in bench.stories(file):
            draft = bench.compose(story["text"], bench.published(story))
            bench.score_kind(
                counts,
                kind,
                list(map(str, story.get(kind, []))),
                bench.drafted(draft, bench.KINDS[kind]),
            )
    right = counts[f"{kind} right"]
    assert right >= 0.95 * (right + counts[f"{kind} missed"])
    assert right >= 0.95 * (right + counts[f"{kind} too many"])


def test_speakers_are_right():
    counts: Counter[str] = Counter()
    for file in bench.DRAFTED:
        for story in bench.stories(file):
            bench.score_speakers(counts, story)
    assert counts["speakers right"] >= 0.9 * (counts["speakers right"] + counts["speakers missed"])


def test_drafts_of_many_articles_define_alike_what_they_call_alike():
    texts = [story["text"] for story in STORIES]
    texts += ["Ana Ruiz, head of the office, left.", "Ana Ruiz, director of the museum, left."]
    drafts = {f"{number}.yaml": draft_text(text) for number, text in enumerate(texts)}
    report = check(drafts, select="format", repairs=False)
    assert [f.message for f in report.findings if f.severity.value != "note"] == []
