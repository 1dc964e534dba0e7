"""Every example of every rule's page does what the page says."""

from __future__ import annotations

from pathlib import Path

import page_runner
import pytest
from page_runner import mismatches

from checker.finding import Finding, Severity
from checker.result import Result, Summary
from checker.rules._page import PageError, parse
from checker.rules._registry import all_rules
from checker.span import Span

RULES = [pytest.param(rule, id=rule.id) for rule in all_rules()]


@pytest.mark.parametrize("rule", RULES)
def test_examples_do_what_the_page_says(rule, tmp_path: Path):
    page = parse(rule.page)
    complaints = []
    for number, example in enumerate([*page.fires, *page.silent]):
        found = mismatches(example, rule.id, tmp_path / str(number))
        complaints += [f"block at line {example.line} of the page: {each}" for each in found]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("rule", RULES)
def test_a_page_shows_the_rule_firing_and_silent(rule):
    page = parse(rule.page)
    assert page.fires
    assert page.silent


PAGE = """A word that is bad.

## What it checks
Values.

## Why
Slips.

## Fires
```yaml
article: {title: One}
claims:
  - value: BAD  # finding: error "a bad word"
```

## Silent
```yaml
article: {title: One}
claims:
  - value: good
```

## Source
None.
"""


def bad_words(paths, options):
    """A pipeline of one rule, for the tests of the runner itself."""
    assert options.select == ("source/bad-word", "format")
    findings = []
    for path in sorted(Path(paths[0]).rglob("*.yaml")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for word, rule in (("BAD", "source/bad-word"), ("UNKNOWN", "format/schema")):
                if word in line:
                    span = Span(str(path), number)
                    findings.append(Finding(rule, Severity.ERROR, "This is a bad word.", span))
    return Result(tuple(findings), Summary(), 1)


@pytest.fixture
def complaints(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(page_runner, "run", bad_words)

    def run_page(page: str) -> list[str]:
        parsed = parse(page)
        blocks = enumerate([*parsed.fires, *parsed.silent])
        found = [mismatches(b, "source/bad-word", tmp_path / str(n)) for n, b in blocks]
        return [complaint for each in found for complaint in each]

    return run_page


def test_the_runner_passes_a_page_that_is_right(complaints):
    assert complaints(PAGE) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("a bad word", "a lark"), ["not found", "not marked"]),
        (("error", "note"), ["not found", "not marked"]),
        (("value: BAD ", "value: fair "), ["not found"]),
        (("value: good", "value: BAD"), ["not marked"]),
        (("- value: BAD", "- \n    value: BAD\n    other: BAD"), ["not marked"]),
        (("value: good", "value: UNKNOWN"), ["the example itself is broken"]),
    ],
)
def test_the_runner_sees_pages_that_are_wrong(complaints, change, expected):
    assert [text.partition(":")[0] for text in complaints(PAGE.replace(*change))] == expected


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("## Why\nSlips.\n\n", ""), "headings must be"),
        (("## Why\nSlips.", "## Why"), "nothing stands under ## Why"),
        (("A word that is bad.", "## Title"), "first line"),
        (('  # finding: error "a bad word"', ""), "marks no finding"),
        (("value: good", 'value: good  # finding: error "x"'), "under ## Silent marks"),
        (("value: good\n```", "value: good\n```end"), "not closed"),
        (("article: {title: One}", '# text-finding: 3 note "x"'), "exactly one text"),
    ],
)
def test_a_page_that_is_not_as_it_should_be_is_refused(change, words):
    with pytest.raises(PageError, match=words):
        parse(PAGE.replace(*change))


def test_a_block_may_hold_several_files_and_a_text():
    block = """```yaml
# file: register.yaml
entities: {}
# file: 2015/one.yaml, as latin-1
article: {text: one.txt}
claims: []  # finding: note "some words"
# text-finding: 2 warning "unclosed"
# text: one.txt
First line.
# text-finding: 1 note "first"
Second line.
```"""
    page = parse(PAGE.replace(PAGE[PAGE.index("```yaml") : PAGE.index("\n\n## Silent")], block))
    (example,) = page.fires
    assert [(p.kind, p.name, p.encoding) for p in example.parts] == [
        ("file", "register.yaml", "utf-8"),
        ("file", "2015/one.yaml", "latin-1"),
        ("text", "one.txt", "utf-8"),
    ]
    assert example.parts[2].text == "First line.\nSecond line.\n"
    assert [(m.file, m.line, m.severity, m.words) for m in example.marks] == [
        ("2015/one.yaml", 2, "note", "some words"),
        ("one.txt", 2, "warning", "unclosed"),
        ("one.txt", 1, "note", "first"),
    ]
