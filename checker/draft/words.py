"""Lists of words, written as text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text that only spaces separate."""
    return frozenset(text.split())


SAYING = word_set(
    "say tell add announce claim note explain argue warn confirm estimate report write tweet state "
    "declare insist admit deny acknowledge stress predict reveal comment reply recall observe suggest"
)
"""Verbs with which somebody is reported to say something, as base forms."""

UNNAMED = word_set(
    "police officials official authorities statement report ministry government spokesman "
    "spokeswoman spokesperson witnesses researchers scientists firefighters prosecutors organisers "
    "organizers company department council court doctors investigators officers study"
)
"""Nouns for speakers without a name of their own."""
