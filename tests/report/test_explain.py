"""A rule's page and the table of rules on a terminal."""

from __future__ import annotations

import json

from checker.report._layout import width
from checker.report.explain import explain, table, table_as_json

PAGE = """A summary that is short.

## Why
A paragraph that is long enough to be filled again, because its lines
were broken elsewhere.
- an item that is long enough to be filled again, because its line is too long
- another

```yaml
a: block   that stays as it is, however long its lines are, as it may be copied
```
    indented   too
"""
SUMMARIES = {"numbers/sum-mismatch": "Parts that do not add up", "time/b": "刘 " * 30}


def test_prose_is_filled_and_code_is_not():
    text = explain("numbers/sum-mismatch", PAGE, 40)
    assert text.startswith(
        "numbers/sum-mismatch\n====================\n\nA summary that is short.\n"
    )
    assert "A paragraph that is long enough to be\nfilled again, because its lines were\n" in text
    assert "- an item that is long enough to be\n  filled again," in text
    assert "\n- another\n" in text
    assert "a: block   that stays as it is, however long its lines are, as it may be copied" in text
    assert "    indented   too" in text


def test_words_of_the_page_are_all_there():
    assert explain("x", PAGE, 30).split()[2:] == PAGE.split()


def test_the_table_keeps_to_the_width():
    wide = table(SUMMARIES, 70)
    assert wide.startswith("numbers/sum-mismatch  Parts that do not add up\ntime/b ")
    narrow = table(SUMMARIES, 40)
    assert narrow.startswith("numbers/sum-mismatch\n    Parts that do not add up\n")
    for text, columns in ((wide, 70), (narrow, 40)):
        assert max(map(width, text.splitlines())) <= columns
    assert table({}, 80) == ""


def test_the_table_for_programs():
    assert json.loads(table_as_json(SUMMARIES))[0] == {
        "rule": "numbers/sum-mismatch",
        "family": "numbers",
        "summary": "Parts that do not add up",
    }
