"""Broken YAML: each case names the line, the column and words that must stand in the message."""

import pytest
import yaml

from checker.read import document
from checker.read.document import read_document

BROKEN = [
    ("tab", "article:\n\ttitle: x\n", 2, 1, "tab"),
    ("tab-after-value", "a: b\n\tc: d\n", 2, 1, "tab"),
    (
        "no-space-after-colon",
        "article: {}\nid:x\nvalue: 3\n",
        2,
        3,
        "put a space after the colon of `id:`",
    ),
    ("no-space-first-line", "a:b\nc: d\n", 1, 2, "put a space after the colon"),
    ("no-colon", "a: b\n  c\nd\n", 3, 1, "`d` has no colon"),
    ("no-colon-first-line", "a\nb: c\n", 1, 1, "`a` has no colon"),
    ("two-colons", "title: a: b\n", 1, 8, 'put it in quotation marks: "a: b"'),
    (
        "unclosed-double",
        'a: b\nquote: "over 700\nvalue: 3\n',
        2,
        8,
        'the quotation mark " opened here is never closed',
    ),
    ("unclosed-single", "quote: 'over 700\nvalue: 3\n", 1, 8, "never closed"),
    ("closed-on-a-later-line", 'a: "x\nb: 1\nc: "y"\n', 1, 4, "closed only on line 3"),
    (
        "text-after-quotation",
        'quote: "over" 700\n',
        1,
        15,
        "`700` follows the closing quotation mark",
    ),
    ("apostrophe", "a: 'it's'\n", 1, 8, "write an apostrophe inside '…' twice"),
    ("backslash", 'a: "C:\\x"\n', 1, 7, "backslash"),
    ("at", "a: @x\n", 1, 4, "cannot begin with @"),
    ("backquote", "a: `x`\n", 1, 4, "cannot begin with `"),
    ("percent", "a: %x\n", 1, 4, "cannot begin with %"),
    ("comma", "a: ','\nb: ,\n", 2, 4, "cannot begin with ,"),
    ("closing-bracket", "a: ]\n", 1, 4, "cannot begin with ]"),
    ("star-and-space", "a: * x\n", 1, 4, "cannot begin with *"),
    ("star-and-words", "a: &foo 1\nb: *foo bar\n", 2, 4, "cannot begin with *"),
    ("ampersand", "a: & x\n", 1, 4, "cannot begin with &"),
    ("question-mark", "a: ? x\n", 1, 4, "cannot begin with ?"),
    ("greater-than", "a: >x\n", 1, 4, "cannot begin with >"),
    ("list-on-key-line", "a: - b\n", 1, 4, "`- ` begins on the line below its key"),
    ("bracket-never-closed", "a: [1\nb: 2\n", 1, 4, "`]` is missing before `: 2`"),
    ("bracket-closed-wrongly", "a: [1, 2}\n", 1, 9, "`]` is missing"),
    ("brace-never-closed", "a: {x: 1\nb: 2\n", 1, 4, "`}` is missing"),
    ("text-after-bracket", "quote: [sic] said he\n", 1, 14, "`said he` follows the closing `]`"),
    ("text-after-brace", "a: {x: 1} y\n", 1, 11, "`y` follows the closing `}`"),
    ("colon-in-braces", "a: {b:}\n", 1, 6, "inside braces"),
    ("key-too-deep", "a: b\n c: d\n", 2, 2, "indented deeper"),
    ("key-fits-no-line", "a:\n  b: c\n c: d\n", 3, 2, "fits no line above"),
    ("item-among-keys", "a: b\n- c\n", 2, 1, "a list item stands here"),
    ("key-among-items", "- a\nb: c\n", 2, 1, "`- ` is expected here"),
    ("first-line-indented", " a: b\nc: d\n", 1, 1, "begins with a space"),
    ("end-marks", "a: b\n...\nc: d\n", 2, 1, "`...` ends the file"),
    ("dots-alone", "...\n", 1, 1, "cannot begin with ."),
    ("merge-conflict", "<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", 1, 1, "merge conflict"),
    ("control-character", "a: b\nc: d\x01e\n", 2, 5, "U+0001"),
    ("zero-byte", "a: \x00\n", 1, 4, "U+0000"),
    ("tag-handle", "a: !x!y z\n", 1, 4, "cannot begin with !"),
    ("directive", "%YAML 3.0\n---\na: b\n", 1, 1, "an instruction to YAML"),
    ("half-a-character", "a: b\nc: \ud800\n", 2, 1, "half a character"),
    # well-formed YAML that a claim file may not hold
    ("two-documents", "a: b\n---\nc: d\n", 2, 1, "a second document"),
    ("unknown-alias", "a: *x\n", 1, 4, "none above"),
    ("alias-of-itself", "a: &x [*x]\n", 1, 8, "stands inside the very value"),
    ("alias-as-key", "a: &x b\n*x : c\n", 2, 1, "cannot be a key"),
    ("list-as-key", "? [a, b]\n: c\n", 1, 3, "a key must be plain text"),
    (
        "python-tag",
        "a: !!python/object/apply:os.system [x]\n",
        1,
        4,
        "`!!python/object/apply:os.system` is not allowed",
    ),
    ("own-tag", "a: !foo b\n", 1, 4, "`!foo` is not allowed"),
    ("tag-on-a-key", "!foo a: b\n", 1, 1, "`!foo` is not allowed"),
    ("duplicate-key", "a: 1\nb: 2\na: 3\n", 3, 1, "first on line 1"),
    ("duplicate-key-quoted", '{a: 1, "a": 3}\n', 1, 8, "first on line 1"),
    ("too-deep", "a: " + "[" * 50_000, 1, 67, "64 levels"),
    ("too-deep-blocks", "".join(" " * n + "a:\n" for n in range(100)), 65, 65, "64 levels"),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN]
)
def test_broken_yaml_is_placed_and_explained(text, line, column, words):
    _, findings = read_document("x.yaml", text)
    assert len(findings) == 1
    finding = findings[0]
    assert finding.rule == "format/syntax"
    assert finding.severity == "error"
    assert (finding.span.line, finding.span.column) == (line, column)
    assert words in finding.message
    assert finding.span.path == "x.yaml"


@pytest.mark.parametrize("text", [c[1] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_without_libyaml_the_same_files_are_refused(text, monkeypatch):
    if text == "a: {b:}\n":
        pytest.skip("the pure parser follows YAML 1.2 here and reads an empty value")
    if len(text) > 10_000:
        text = text[:1_000]
    monkeypatch.setattr(document, "Parser", yaml.Loader)
    _, findings = read_document("x.yaml", text)
    assert [finding.rule for finding in findings] == ["format/syntax"]


PARSER_WORDS = (
    "while parsing",
    "while scanning",
    "did not find",
    "expected <",
    "could not find",
    "found unexpected",
)


@pytest.mark.parametrize("text", [c[1] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_the_parsers_own_words_never_show(text):
    _, findings = read_document("x.yaml", text)
    assert not any(words in finding.message for words in PARSER_WORDS for finding in findings)


def test_an_alias_bomb_is_refused_quickly():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    found, findings = read_document("x.yaml", "\n".join(lines))
    assert found is None
    assert len(findings) == 1
    assert "repeat too much" in findings[0].message
    assert findings[0].span.line <= 6


def test_each_duplicate_key_is_a_finding_and_the_first_counts():
    found, findings = read_document("x.yaml", "a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n")
    assert found.data == {"a": "1", "b": {"c": "1"}}
    assert [f.span.line for f in findings] == [2, 3, 4]


def test_several_tags_are_several_findings():
    _, findings = read_document("x.yaml", "a: !b c\nd: [!e f]\n")
    assert [(f.span.line, f.span.column) for f in findings] == [(1, 4), (2, 5)]
