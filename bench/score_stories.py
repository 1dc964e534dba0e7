"""Scores drafting and scanning on the stories of `bench/stories`.

    python bench/score_stories.py [--errors]

Drafting (`planted.yaml`, `clean.yaml`): which figures, sums of money, dates, ages and speakers are
drafted, and which are that should not be. Scanning (these and `scanned.yaml`): which planted
conflicts are found, and how many alarms there are beside.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from checker.draft.claims import Draft
from checker.draft.compose import compose
from checker.draft.people import find_cast
from checker.draft.speech import find_speech
from checker.draft.text import sentences
from checker.finding import Finding, Severity
from checker.scanning import scan_texts

STORIES = Path(__file__).parent / "stories"
DRAFTED = ("planted.yaml", "clean.yaml")
FILES = (*DRAFTED, "scanned.yaml")
KINDS = {"figures": "figure", "money": "money", "dates": "date", "ages": "age"}


def stories(name: str) -> list[dict[str, Any]]:
    """The stories of one file."""
    loaded: list[dict[str, Any]] = yaml.safe_load((STORIES / name).read_text(encoding="utf-8"))
    return loaded


def published(story: dict[str, Any]) -> str | None:
    return str(story["published"]) if "published" in story else None


def drafted(draft: Draft, kind: str) -> list[str]:
    """The passages of one kind; a date may be an event's or the period of a figure."""
    passages = [draft.text[c.passage[0] : c.passage[1]] for c in draft.claims if c.kind == kind]
    if kind != "date":
        return passages
    said = {
        (c.start, str(c.keys[key]))
        for c in draft.claims
        for key in ("date", "period")
        if key in c.keys
    }
    return [words for _, words in sorted(said)]


def matches(expected: str, found: str) -> bool:
    """Whether a drafted passage is the expected one: the same number, and noun or unit with it."""
    a, b = expected.lower(), found.lower()
    return a == b or a in b or (b in a and a.split()[-1] in b)


def score_kind(counts: Counter[str], kind: str, expected: list[str], found: list[str]) -> list[str]:
    """Count what of one kind is right, missed or too many; returns what is wrong in words."""
    left, missed = list(found), []
    for each in expected:
        hit = next((other for other in left if matches(each, other)), None)
        if hit is None:
            missed.append(each)
        else:
            left.remove(hit)
    counts[f"{kind} right"] += len(expected) - len(missed)
    counts[f"{kind} missed"] += len(missed)
    counts[f"{kind} too many"] += len(left)
    return [f"{kind} missed: {each}" for each in missed] + [
        f"{kind} too many: {each}" for each in left
    ]


def score_speakers(counts: Counter[str], story: dict[str, Any]) -> list[str]:
    """Compare who says the sentences that the story names speakers of."""
    parts = sentences(story["text"])
    cast = find_cast(parts)
    speeches = find_speech(parts, cast)
    wrong = []
    for words, speaker in story.get("speakers", {}).items():
        at = story["text"].index(words)
        number = next(n for n, part in enumerate(parts) if part.start <= at < part.end)
        being = cast.beings.get(speeches[number].speaker)
        name = being.name if being else speeches[number].name
        right = speaker.lower() in name.lower() or (bool(name) and name.lower() in speaker.lower())
        counts["speakers right" if right else "speakers missed"] += 1
        if not right:
            wrong.append(f"speaker of “{words}”: {speaker}, drafted {name or 'nobody'}")
    return wrong


def alarms(story: dict[str, Any]) -> list[Finding]:
    result = scan_texts({"story": story["text"]}, published=published(story))
    return [finding for finding in result.findings if finding.severity is not Severity.NOTE]


def hits(story: dict[str, Any], finding: Finding) -> bool:
    """Whether a finding rests on a planted passage."""
    lines = story["text"].splitlines()
    spans = [finding.span, *(related.span for related in finding.related)]
    said = [lines[span.line - 1] for span in spans if span.line <= len(lines)]
    return any(passage in line for passage in story["conflict"] for line in said)


def score_drafting(counts: Counter[str], story: dict[str, Any]) -> list[str]:
    """Count what of all kinds is drafted right in one story; returns what is wrong in words."""
    draft = compose(story["text"], published(story))
    wrong: list[str] = []
    for kind, drafted_kind in KINDS.items():
        expected = [str(each) for each in story.get(kind, [])]
        wrong += score_kind(counts, kind, expected, drafted(draft, drafted_kind))
    return wrong + score_speakers(counts, story)


def score_scanning(counts: Counter[str], file: str, story: dict[str, Any]) -> list[str]:
    """Count the conflict that is found and the other alarms; returns what is wrong in words."""
    found = alarms(story)
    planted = [f for f in found if "conflict" in story and hits(story, f)]
    counts[f"{file} planted"] += "conflict" in story
    counts[f"{file} clean"] += "conflict" not in story
    counts[f"{file} found"] += bool(planted)
    counts[f"{file} alarms"] += len(found) - len(planted)
    missed = "conflict" in story and not planted
    return [f"conflict not found: {story.get('conflict')}"] * missed + [
        f"alarm: {f.rule} {f.message}" for f in found if f not in planted
    ]


def main() -> None:
    counts: Counter[str] = Counter()
    shown: list[str] = []
    for file in FILES:
        for story in stories(file):
            wrong = score_drafting(counts, story) if file in DRAFTED else []
            wrong += score_scanning(counts, file, story)
            shown += [f"{story['id']}: {each}" for each in wrong]
    if "--errors" in sys.argv:
        print("\n".join(shown))
    for kind in (*KINDS, "speakers"):
        right, missed, extra = (
            counts[f"{kind} {what}"] for what in ("right", "missed", "too many")
        )
        recall, precision = right / max(1, right + missed), right / max(1, right + extra)
        print(
            f"{kind:9} drafted {100 * recall:5.1f} %  right {100 * precision:5.1f} %  ({right + missed})"
        )
    for file in FILES:
        planted, clean, found, others = (
            counts[f"{file} {what}"] for what in ("planted", "clean", "found", "alarms")
        )
        print(
            f"{file:12} {found} of {planted} planted conflicts found, {clean} clean stories, {others} other alarms"
        )


if __name__ == "__main__":
    main()
