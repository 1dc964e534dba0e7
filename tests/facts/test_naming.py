"""Forms of names against the register."""

from __future__ import annotations

import pytest

from checker.facts.naming import Fit, comparable, match, resembling, told_apart
from checker.model.claim import Entity
from checker.model.places import Places


def entity(name: str, type: str = "person", **more: object) -> Entity:
    return Entity("register.yaml", Places(), id=name.lower(), type=type, name=name, **more)


LIU = entity("Liu Jianchao", native="刘建超", order="family-first", aliases=("Director Liu",))
CCDI = entity("Central Commission for Discipline Inspection", "organization")
MPS = entity("Ministry of Public Security", "organization")

FITS = [
    ("Liu Jianchao", LIU, Fit.KNOWN),
    ("LIU JIANCHAO", LIU, Fit.KNOWN),
    ("Liu", LIU, Fit.KNOWN),
    ("Liu's", LIU, Fit.KNOWN),
    ("Mr. Liu", LIU, Fit.KNOWN),
    ("Director Liu", LIU, Fit.KNOWN),
    ("Jianchao", LIU, Fit.KNOWN),
    ("刘建超", LIU, Fit.KNOWN),
    ("刘", LIU, Fit.KNOWN),
    ("刘健超", LIU, Fit.MISPRINT),
    ("王伟", LIU, Fit.OTHER),
    ("Лю", LIU, Fit.KNOWN),
    ("the director", LIU, Fit.KNOWN),
    ("he", LIU, Fit.KNOWN),
    ("Jianchao Liu", LIU, Fit.TURNED),
    ("Lui", LIU, Fit.MISPRINT),
    ("Li", LIU, Fit.OTHER),
    ("Wang Jianchao", LIU, Fit.OTHER),
    ("John Smith", entity("John Quincy Smith"), Fit.WRITTEN),
    ("Smith", entity("John Quincy Smith"), Fit.KNOWN),
    ("Quincy", entity("John Quincy Smith"), Fit.WRITTEN),
    ("Bob Smith", entity("Robert Smith"), Fit.WRITTEN),
    ("CCDI", CCDI, Fit.KNOWN),
    ("the Commission", CCDI, Fit.WRITTEN),
    ("the commission", CCDI, Fit.KNOWN),
    ("the Congress", CCDI, Fit.OTHER),
    ("Public Security Ministry", MPS, Fit.TURNED),
    ("People's Bank of China", entity("Bank of China", "organization"), Fit.OTHER),
    ("Guangdong Province", entity("Guangdong", "place"), Fit.WRITTEN),
    ("U.S.", entity("United States", "place"), Fit.KNOWN),
    ("2015", MPS, Fit.KNOWN),
]


@pytest.mark.parametrize(("form", "whose", "fit"), FITS)
def test_fit(form, whose, fit):
    assert match(form, whose).fit is fit


def test_one_letter_off_resembles_even_where_it_is_a_name_of_its_own():
    found = resembling("Li", LIU)
    assert found.fit is Fit.MISPRINT
    assert "letter u lost" in found.why
    assert resembling("Wang", LIU).fit is Fit.OTHER
    assert resembling("Li Wei", LIU).fit is Fit.OTHER


def test_who_could_be_taken_for_whom():
    assert comparable(CCDI, entity("Sky Net", "programme"))
    assert not comparable(CCDI, LIU)
    assert not comparable(LIU, LIU)
    assert told_apart(LIU, entity("Liu Dong", distinct_from=(LIU.id,)))
    assert not told_apart(LIU, entity("Liu Dong"))
