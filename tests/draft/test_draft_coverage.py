"""What of a text has a claim."""

from hashlib import sha256

import pytest

from checker.draft.coverage import coverage, totals
from checker.draft.coverage_report import percent
from checker.model.text import ArticleText
from checker.read.load import read_text

TEXT = (
    "Ana Ruiz, head of the office, said the fire on 3 May 2015 killed 12 people and cost 3 million euros in the "
    "old mill by the river that had stood there since the war. The 64-year-old Ana Ruiz left."
)


def covered(claims, register=""):
    file, findings = read_text("x.yaml", "x", f"article: {{}}\n{register}claims:\n{claims}")
    assert findings == ()
    text = ArticleText("a.txt", TEXT, sha256(TEXT.encode()).hexdigest())
    found = coverage(file, text, file.entities)
    return {item.words for item in found.items if item.covered}, found


LONG = TEXT.split(". The", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (f'measure: m, value: 12, quote: "{LONG}"', {"12 people"}),
        (f'measure: m, value: 3 million euros, quote: "{LONG}"', {"3 million euros"}),
        (f'measure: m, value: 7, period: 3 May 2015, quote: "{LONG}"', {"3 May 2015"}),
        (f'event: e, date: 3 May 2015, quote: "{LONG}"', {"3 May 2015"}),
        (
            f'event: e, date: 3 May 2015, lasts: 12 days, quote: "{LONG}"',
            {"3 May 2015", "12 people"},
        ),
        ("measure: m, value: 1, quote: killed 12 people", {"12 people"}),
        ("measure: m, value: 12, quote: not in the text", set()),
        (f'measure: m, change: {{from: c, by: up 12}}, quote: "{LONG}"', {"12 people"}),
        (f'measure: m, times: {{of: c, factor: 12}}, quote: "{LONG}"', {"12 people"}),
    ],
)
def test_claims_cover_what_they_say(claim, words):
    found, _ = covered(f"  - {{id: c, {claim}}}\n", "measures: {m: {}}\n")
    assert {each for each in found if "Ruiz" not in each} == {
        next(w for w in ("12 people", "3 million euros", "on 3 May 2015") if each in w)
        for each in words
    }


def test_ages_and_names():
    claim = "  - {id: c, subject: ana-ruiz, age: 64, quote: The 64-year-old Ana Ruiz, names: {Ana Ruiz: ana-ruiz}}\n"
    words, found = covered(claim, "entities: {ana-ruiz: {type: person, name: Ana Ruiz}}\n")
    assert {"64-year-old", "Ana Ruiz"} <= words
    assert totals([found])["name"] == (2, 2)
    assert 0 < percent([found]) < 100
    assert percent([]) == 100.0
