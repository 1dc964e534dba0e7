"""Excerpts: what hangs together with a claim, and nothing else."""

from __future__ import annotations

import pytest

from checker.facts.facts import Facts
from checker.facts.neighbourhood import NEAREST, Neighbourhoods, excerpt
from checker.model.claim import Figure, Utterance
from checker.read.discover import from_mapping
from checker.read.load import load

TREE = """
article: {title: A count, published: 2015-12-09}
entities:
  ana: {type: person, name: Ana Prado, born: 1954, part-of: office}
  office: {type: organization, name: the office}
  town: {type: place, name: the town, within: land}
  land: {type: place, name: the land}
events:
  trial: {name: the trial, of: ana, after: [arrest]}
  arrest: {name: the arrest}
  feast: {name: the feast}
measures:
  back: {name: people brought back, kind: flow}
  sent: {name: people sent, kind: flow, broader: [back]}
  cost: {name: cost, kind: count, unit: EUR}
  height: {name: height, kind: count}
claims:
  - {id: all, quote: x, measure: back, value: 9 people, period: 2015}
  - {id: again, quote: x, measure: back, value: 9 people, period: 2014}
  - {id: sent, quote: x, measure: sent, value: 5 people, period: 2015}
  - {id: town, quote: x, measure: back, place: town, value: 2 people, period: 2015}
  - {id: land, quote: x, measure: back, place: land, value: 2 people, period: 2015}
  - {id: sum, quote: x, measure: cost, sum-of: [height]}
  - {id: height, quote: x, measure: height, value: 7}
  - {id: rate, quote: x, measure: height, subject: ana, rate: {of: height, in: far, per: 10}}
  - {id: far, quote: x, measure: height, place: town, value: 8, restated: 8 m}
  - {id: other, quote: x, measure: cost, subject: office, value: €5, restated: $5}
  - {id: arrested, quote: x, event: arrest, date: 2015-01-01}
  - {id: tried, quote: x, event: trial, date: 2 days after arrest}
  - {id: age, quote: x, subject: ana, age: 60, as-of: trial}
  - {id: feast, quote: x, event: feast, date: 2015-02-02}
  - {id: words, quote: x, speaker: ana, direct: true}
"""


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts(load(from_mapping({"a.yaml": TREE}), ()).files)


def near(facts: Facts, claim: str) -> set[str]:
    found = Neighbourhoods(facts).around([f"a#{claim}"])
    return {key.partition("#")[2] for key in found}


@pytest.mark.parametrize(
    ("claim", "together"),
    [
        ("all", {"all", "again", "sent"}),
        ("town", {"town", "land"}),
        ("sum", {"sum", "height", "rate", "far", "other"}),
        ("tried", {"arrested", "tried", "age"}),
        ("feast", {"feast"}),
        ("words", {"words"}),
    ],
)
def test_what_hangs_together(facts: Facts, claim: str, together: set[str]) -> None:
    assert near(facts, claim) == together


def test_only_the_nearest_are_looked_at() -> None:
    claims = "".join(
        f"  - {{id: c{n}, quote: x, measure: m, value: {n} people}}\n" for n in range(99)
    )
    tree = f"article: {{title: x}}\nmeasures: {{m: {{name: m}}}}\nclaims:\n{claims}"
    facts = Facts(load(from_mapping({"a.yaml": tree}), ()).files)
    assert len(Neighbourhoods(facts).around(["a#c50"])) == NEAREST


def test_an_excerpt_declares_what_its_claims_need(facts: Facts) -> None:
    small = excerpt(facts, frozenset({"a#sent", "a#tried"}))
    assert set(small.claims) == {"a#sent", "a#tried"}
    assert set(small.measures) == {"sent", "back"}
    assert set(small.events) == {"trial", "arrest"}
    assert set(small.entities) == {"ana", "office"}


def test_a_silent_claim_says_nothing(facts: Facts) -> None:
    keys = frozenset({"a#all", "a#tried"})
    small = excerpt(facts, keys, keys)
    silent = small.claims["a#all"].asserts
    assert isinstance(silent, Figure)
    assert (silent.measure, silent.value, silent.period) == ("back", None, "2015")
    assert small.claims["a#tried"].asserts == Utterance()
