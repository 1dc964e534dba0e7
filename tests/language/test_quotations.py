"""Unbalanced quotation marks, and all that only looks like one."""

from __future__ import annotations

import time

import pytest

from checker.language.quotations import unbalanced

BALANCED = [
    "“a,” he said. “b.”",
    '"One.\n"Two.\n"Three," he said.',
    "“One.\n\n“Two.\n\n“Three,” he said.",
    "“Hello.\n\nAdvertisement\n\n“Again,” he said.",
    'He is 6\'2" tall; 5\' 10" and "x".',
    'the 12" record "Blue" sold',
    '"the 12" record is" he said',
    'the 5" and 6" pipes',
    "He said „Guten Tag“ und „nein“.",
    "»Nein«, sagte er. »Ja.«",
    "« Oui », dit-il. «Non.»",
    "”Hej”, sa han.",
    "他说：“好。”「好」『x』",
    "“word“ is how some type it",
    "It's the workers' \"own\" day",
    "\"He said 'no',\" she said",
    "“We\nshall keep it,” he said.",
    '"I went home.\nHe saw me," she said.',
    '“straight mix"',
    '("x") - "y"',
    '"I said "no" to him," she said.',
    "“a ‘b’ c”",
    "Rock 'n' roll of the ‘90s",
    "‘Abd al-Rahman of Sana‘a’s town said",
    '"We sold 42"',
    "",
]


@pytest.mark.parametrize("text", BALANCED)
def test_balanced(text):
    assert list(unbalanced(text)) == []


UNBALANCED = [
    ("“We shall keep it.\n\nHe left.", "“We", True),
    ("“a,” he said. “We shall keep it.\n\nHe left.", "“We", True),
    ('He said "we go and left.', '"we', True),
    ('or "Sky Net launched, earlier this month.\nNothing here.\n"But," he said, "yes."', '"Sky', True),
    ('We go," he said.', '" he', False),
    ("We go,” he said.", "” he", False),
    ("„Guten Tag, sagte er.", "„Gu", True),
    ("«Oui, dit-il.", "«Ou", True),
    ("说「好。\n他走了。", "「好", True),
    ("‘We shall,’ he said. ‘We go.\n\nHe left.", "‘We go", True),
    ('"a" b "c', '"c', True),
    ('“One.\n\nHe said “two.”', "“One", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "opens"), UNBALANCED)
def test_unbalanced(text, at, opens):
    (found,) = unbalanced(text)
    assert (text[found.start :].startswith(at), found.opens) == (True, opens)


def test_time_is_linear():
    started = time.process_time()
    assert sum(1 for _ in unbalanced('"a ' * 100_000)) == 100_000
    assert list(unbalanced("« ‘” " * 100_000))
    assert time.process_time() - started < 5
