"""Factors, averages and rates that a sentence states between its figures."""

import pytest

from checker.draft import draft_text
from checker.draft.compose import compose
from checker.draft.emit import write_some
from checker.read.load import read_text
from checker.scanning import scan_texts


def relation(text, key):
    """What the one claim with a relation says, its claims by their values."""
    claims = compose(text).claims
    values = {claim.id: claim.keys.get("value") for claim in claims}
    (claim,) = [claim for claim in claims if key in claim.keys]
    assert claim.doubts
    assert read_text("x.yaml", "x", draft_text(text))[1] == ()
    said = claim.keys[key]
    return claim.keys["value"], {field: values.get(said[field], said[field]) for field in said}


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("Police held 120 people, three times as many as the 40 held in May.", "120", ("40", "three times")),
        ("They built 300 homes, twice as many as the 150 homes built in May.", "300", ("150", "twice")),
        ("The $40 million plan is four times the $10 million spent in May.", "$40 million", ("$10 million", "four times")),
        ("It made 12 million euros, double the 6 million euros of May.", "12 million euros", ("6 million euros", "twice")),
        ("They held 120 people, nearly three times the 41 held in May.", "120", ("41", "nearly three times")),
    ],
)  # fmt: skip
def test_times(text, value, said):
    assert relation(text, "times") == (value, dict(zip(("of", "factor"), said, strict=True)))


@pytest.mark.parametrize(
    "text",
    [
        "They held 120 people three times, and the 40 others left.",
        "They held 120 people, three times more than the 40 held in May.",
        "They built 300 homes, twice as many as in May.",
        "The 300 homes cost three times the 40 million euros planned.",
    ],
)
def test_no_times(text):
    assert [c.id for c in compose(text).claims if "times" in c.keys] == []


@pytest.mark.parametrize(
    ("text", "value", "total", "count"),
    [
        ("The 12 schools took in 480 pupils, an average of 40 per school.", "40", "480", "12"),
        ("The 25 donors gave 5,000 euros, on average 200 euros each.", "200 euros", "5,000 euros", "25"),
        ("They caught 60 fish on 12 boats, averaging 5 fish a boat.", "5", "60", "12"),
    ],
)  # fmt: skip
def test_averages(text, value, total, count):
    assert relation(text, "average") == (value, {"total": total, "count": count})


@pytest.mark.parametrize(
    "text",
    [
        "Visitors spent an average of 40 euros each.",
        "They treated 1,200 patients in 30 days, an average of 40 patients a day.",
        "The 12 schools and 9 halls took in 480 pupils, an average of 40 each.",
    ],
)
def test_averages_of_what_is_not_named(text):
    draft = compose(text)
    assert [c.id for c in draft.claims if "average" in c.keys] == []
    assert "ratio" in [measure.get("kind") for measure in draft.measures.values()]


def test_a_rate():
    text = (
        "There were 76 murders in the town of 1.2 million people, a rate of 6.3 per 100,000 people."
    )
    said = {"of": "76", "in": "1.2 million", "per": "100,000"}
    assert relation(text, "rate") == ("6.3", said)


def test_what_a_rate_is_for_is_no_figure_of_its_own():
    claims = compose("The murder rate was 6.3 per 100,000 and is now 7.").claims
    assert [claim.keys["value"] for claim in claims] == ["6.3"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Police held 150 people, three times as many as the 40 held in May.", "times"),
        ("The 12 schools took in 480 pupils, an average of 60 per school.", "average"),
        ("There were 76 murders in the town of 1.2 million people, a rate of 9.3 per 100,000 people.", "rate"),
    ],
)  # fmt: skip
def test_relations_that_do_not_hold_are_warnings(text, rule):
    (finding,) = [f for f in scan_texts({"a": text}).findings if f.severity.value != "note"]
    assert (finding.rule, finding.severity.value) == (f"numbers/{rule}-mismatch", "warning")


def test_relations_to_claims_left_out_are_left_out():
    draft = compose("The 25 donors gave 5,000 euros, on average 200 euros each.")
    (claim,) = [claim.id for claim in draft.claims if "average" in claim.keys]
    assert "average: figures that have claims already" in write_some(draft, [claim])
    assert read_text("x.yaml", "x", write_some(draft, [claim]))[1] == ()
