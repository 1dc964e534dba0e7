"""Near names are found through halves, and all of them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from checker.facts.neighbours import near_pairs, registered_names
from checker.model.claim import ClaimFile, Entity
from checker.model.places import Places


def names_of(*names: str):
    entities = tuple(
        Entity("r.yaml", Places(), id=f"e{number}", type="person", name=name)
        for number, name in enumerate(names)
    )
    file = ClaimFile("r.yaml", Places(), id="r", entities=entities)
    return registered_names([file], {entity.id: entity for entity in entities})


def near(*names: str):
    return {(a.words, b.words, slips) for a, b, slips in near_pairs(names_of(*names))}


def test_same_turned_and_one_letter():
    assert near("Huang Yurong", "Yurong Huang", "Huang Yurang") == {
        ("Huang Yurong", "Yurong Huang", 0),
        ("Huang Yurong", "Huang Yurang", 1),
        ("Yurong Huang", "Huang Yurang", 1),
    }


def test_short_names_and_numbers_are_only_near_where_they_are_the_same():
    assert near("Li", "Lu", "Li", "Line 4", "Line 5") == {("Li", "Li", 0)}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("ab", min_size=5, max_size=9), min_size=2, max_size=8, unique=True))
def test_every_pair_one_slip_apart_is_found(names):
    wanted = {(a, b) for a, b in combinations(names, 2) if OSA.distance(a, b) <= 1}
    assert {(a, b) for a, b, _ in near(*names)} == wanted
