"""Formatting never loses a comment, a quotation mark or a word, and comes to rest."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.edit.key_order import _ORDERS, in_order
from checker.edit.layout import NotFormatted, formatted
from checker.read.document import read_document
from checker.read.schema import claims_schema

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "claims").glob("*.yaml")),
    *sorted((ROOT / "tests/schema/valid").glob("*")),
]

BEFORE = """\
# yaml-language-server: $schema=x
# about the claims
claims:   # all of them
# the first
- id: "a"   # its id
  value:  12
  quote: 'over
    two lines'
  tags: [ a,b ]
-
    # why
    id: b
    part-of: { by: x,of: y }
    note:
      plain on
      two lines
    empty:


    # both
    names: {Li: x,
       Lu: y}
-   - 1
    -   2
measures:
     x:
         kind: flow
         name: |
           a
             b

         unit: km  # kilometres
article: {published: 2015, title: "T"}

# the end


"""
AFTER = """\
# yaml-language-server: $schema=x
article: {title: "T", published: 2015}
measures:
  x:
    name: |
      a
        b

    kind: flow
    unit: km  # kilometres
# about the claims
claims:  # all of them
  # the first
  - id: "a"  # its id
    quote: 'over
      two lines'
    value: 12
    tags: [a, b]
  # why
  - id: b

    # both
    names: {Li: x,
       Lu: y}
    part-of: {by: x, of: y}
    note:
      plain on
      two lines
    empty:
  - - 1
    - 2

# the end
"""


def test_a_file_in_every_layout_becomes_canonical():
    assert formatted(BEFORE) == AFTER
    assert formatted(AFTER) == AFTER


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_real_files_keep_what_they_say(path: Path):
    text = path.read_text(encoding="utf-8")
    new = formatted(text)
    assert formatted(new) == new
    assert read_document("", new)[0].data == read_document("", text)[0].data


@pytest.mark.parametrize(
    "text",
    [
        "claims: [",
        "claims:\n\t- id: x\n",
        "article: {}\narticle: {}\n",
        "a: !!binary x\n",
        "",
        "# nothing\n",
        "[a, b]\n",
        "{article: {title: x}}\n",
        "? article\n: {title: x}\n",
        "%YAML 1.2\n---\narticle: {}\n",
    ],
)
def test_what_is_no_plain_claim_file_is_left_alone(text: str):
    with pytest.raises(NotFormatted, match="line"):
        formatted(text)


@pytest.mark.parametrize(
    "text",
    [
        "article:\n  title: &a x\n  note: *a\n",
        "rates:\n  - {per: 100,000}\n",
        "article:\n  title: |+\n    x\n\n\n",
        "article:\n  title: >2\n      x\n",
        "article:\n  title:\n    # why\n    x\n",
        'article:\n  title: "a \\\n    b"\n',
        "---\narticle: {title: '#1, \"x\": y'}\n...\n",
        "article: {a: , b: 1}\n",
        "measures:\n  x: {kind: flow, name: {b: [1,2]}}\n",
        'claims:\n  - id: "a # b" # c\n',
    ],
)
def test_data_and_ink_stay(text: str):
    new = formatted(text)
    assert read_document("", new)[0].data == read_document("", text)[0].data
    assert sorted("".join(new.split())) == sorted("".join(text.split()))
    assert formatted(new) == new


def test_line_ends_of_windows_stay():
    assert formatted("article:\r\n    title: x\r\n") == "article:\r\n  title: x\r\n"


def test_the_order_names_every_key_of_the_format_once():
    for name, order in _ORDERS.items():
        assert sorted(order.split()) == sorted(claims_schema()["$defs"][name]["properties"])


def test_names_that_writers_choose_keep_their_order():
    schema = claims_schema()
    assert in_order(["b", "a"], ("entities",), schema) == ["b", "a"]
    assert in_order(["Li", "An"], ("claims", 0, "names"), schema) == ["Li", "An"]
    assert in_order(["by", "zzz", "from"], ("claims", 3, "change"), schema) == ["from", "by", "zzz"]


KEYS = ["id", "quote", "value", "note", "accept", "other"]
SCALARS = st.sampled_from(["x", "'a # b'", '"c: d"', "e f", "2015-01-01", "|\n{}one\n{}  two"])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_layout_keeps_data_and_comments(data):
    """Random claims in random order, depth and spacing, with comments between and beside."""
    seed = data.draw(st.integers(0, 10**6))
    rng = random.Random(seed)
    lines = []
    count = 0

    def comment(indent: int) -> None:
        nonlocal count
        if rng.random() < 0.3:
            count += 1
            lines.append(" " * indent + f"# comment {count}")
        if rng.random() < 0.2:
            lines.append("")

    step = rng.randint(0, 4)
    lines.append("claims:")
    for _ in range(rng.randint(1, 4)):
        comment(step)
        keys = rng.sample(KEYS, rng.randint(1, len(KEYS)))
        gap = rng.randint(1, 3)
        for number, key in enumerate(keys):
            indent = step + 1 + gap
            if number:
                comment(indent)
            value = data.draw(SCALARS)
            blank = " " * (indent + rng.randint(1, 3))
            start = " " * step + "-" + " " * gap if number == 0 else " " * indent
            beside = "" if "\n" in value or rng.random() < 0.7 else f" # beside {rng.random()}"
            lines.append(
                f"{start}{key}:{' ' * rng.randint(1, 2)}{value.format(blank, blank)}{beside}"
            )
    text = "\n".join(lines) + "\n"
    new = formatted(text)
    assert read_document("", new)[0].data == read_document("", text)[0].data
    assert sorted("".join(new.split())) == sorted("".join(text.split()))
    assert formatted(new) == new


def test_the_command(tmp_path: Path, capsys):
    from checker import cli

    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "a.yaml").write_text(BEFORE)
    (claims / "bad.yaml").write_text("claims: [")
    assert cli.main(["fmt", "--check", str(claims / "a.yaml")]) == 1
    assert (claims / "a.yaml").read_text() == BEFORE
    assert cli.main(["fmt", str(claims)]) == 2
    assert (claims / "a.yaml").read_text() == AFTER
    assert (claims / "bad.yaml").read_text() == "claims: ["
    captured = capsys.readouterr()
    assert "a.yaml: would be formatted" in captured.out
    assert "bad.yaml: not formatted: line 1: " in captured.err
    (claims / "bad.yaml").unlink()
    assert cli.main(["fmt", "--check", str(claims)]) == 0
    assert cli.main(["fmt", str(tmp_path / "gone")]) == 2


def test_standard_input_is_formatted_to_standard_output(monkeypatch, capsysbinary):
    import io
    import sys

    from checker import cli

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BEFORE.encode())))
    assert cli.main(["fmt", "-"]) == 0
    assert capsysbinary.readouterr().out.decode() == AFTER
