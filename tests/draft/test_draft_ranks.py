"""Ordinals and ranks: how many of a kind there have been, and who stands where among whom."""

import pytest

from checker.draft import draft_text
from checker.draft.compose import compose
from checker.draft.ordinals import nth
from checker.read.load import read_text


def ranks(text):
    found = []
    for claim in compose(text).claims:
        if "rank" in claim.keys:
            member = claim.keys.get("place") or claim.keys.get("subject")
            rank = claim.keys["rank"]
            found.append((member, int(rank["at"]), rank["among"], rank["order"]))
    return found


def ordinals(text):
    draft = compose(text)
    return [
        (draft.text[slice(*claim.passage)], claim.keys["value"])
        for claim in draft.claims
        if "in order" in str(draft.measures.get(str(claim.keys.get("measure")), {}).get("name"))
    ]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        (
            "Spain tops regions and cities in the number of cases.",
            ("spain", 1, "regions-and-cities", "highest"),
        ),
        ("Wales led the 12 teams in number of tries.", ("wales", 1, "12-teams", "highest")),
        (
            "Norway ranked third among 30 countries in exports.",
            ("norway", 3, "30-countries", "highest"),
        ),
        ("Kenya came 4th out of 12 teams.", ("kenya", 4, "12-teams", "highest")),
        (
            "Hamburg, the second-largest city in Germany, grew.",
            ("hamburg", 2, "germany", "highest"),
        ),
        ("Deutsche Bank is Germany's largest bank.", ("deutsche-bank", 1, "germany", "highest")),
        ("Chad is the poorest country in the world.", ("chad", 1, "world", "lowest")),
        (
            "France grew, and Italy, the fourth most populous country in Europe, shrank.",
            ("italy", 4, "europe", "highest"),
        ),
        ("China is the world's largest maker of steel.", ("china", 1, "world", "highest")),
    ],
)
def test_ranks(text, rank):
    assert ranks(text) == [rank]
    assert read_text("x.yaml", "x", draft_text(text))[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "It is the deadliest fire in the city's history.",
        "Wales led protesters in chants.",
        "Spain topped 12 million visitors in June.",
        "Ana Ruiz finished second in the race.",
        "The best of the latest tests in Spain came first.",
        "The men protest in Spain. Its largest cities in Europe shrank.",
        "A new bridge opened in Spain, and the longest tunnel in Europe closed.",
    ],
)
def test_no_ranks(text):
    assert ranks(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the sixth meeting of the working group.", ("sixth meeting", "6")),
        ("She won her third term.", ("third term", "3")),
        ("They marked the 20th outbreak since May.", ("20th outbreak", "20")),
        ("The second session of the court is open.", ("second session", "2")),
        ("The firm's fourth plant opened.", ("fourth plant", "4")),
    ],
)
def test_ordinals(text, found):
    assert ordinals(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The second group was slower.",
        "In the third quarter a second fire broke out.",
        "The first meeting was held.",
        "The Second World War ended, and the Fifth Battalion left.",
        "They spent two thirds of it on the second half of the match.",
        "On the fourth day they met on the 5th of May.",
        "The third and fourth are open.",
    ],
)
def test_no_ordinals(text):
    assert ordinals(text) == []


def test_an_ordinal_is_of_the_body_named():
    text = "It was the sixth meeting of the Trade Commission of Spain."
    assert "trade-commission-of-spain" in [c.keys.get("subject") for c in compose(text).claims]


@pytest.mark.parametrize(
    ("words", "number"), [("sixth meeting", 6), ("20th", 20), ("40 men", None), ("", None)]
)
def test_nth(words, number):
    assert nth(words) == number
