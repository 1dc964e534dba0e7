"""Drafts the claims of an article: what `draft` writes and `scan` checks."""

from __future__ import annotations

import re

from checker.draft.claims import Draft
from checker.draft.event_claims import EventClaims, times_of_figures
from checker.draft.figure_claims import FigureClaims
from checker.draft.notebook import Notebook
from checker.draft.people_claims import declare_entities, draft_doubtful_name, draft_roles
from checker.draft.rank_claims import draft_ranks
from checker.draft.statement import read_statement
from checker.draft.times import find_times

# What no file of claims may hold; a space each, so that all places stay where they are.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
LONGEST = 1_000_000
"""Characters that are read of a text: a book's length, and some seconds' work."""


def compose(text: str, published: str | None = None) -> Draft:
    """Draft all claims of an article's text; `published` is a date in EDTF."""
    notebook = Notebook(_UNPRINTABLE.sub(" ", text[:LONGEST]), published)
    figures, events = FigureClaims(notebook), EventClaims(notebook)
    draft_roles(notebook)
    for number, sentence in enumerate(notebook.sentences):
        statement = read_statement(sentence)
        times = find_times(sentence)
        of_figures = times_of_figures(sentence, times)
        has_figure = figures.of_sentence(number, statement, times, of_figures)
        draft_ranks(notebook, figures.register, number, times)
        events.of_sentence(number, statement, times, has_figure=has_figure)
        draft_doubtful_name(notebook, number)
    notebook.draft.measures.update(figures.register.measures)
    declare_entities(notebook)
    notebook.draft.claims.sort(key=lambda claim: (claim.start, claim.passage))
    return notebook.draft


def unread(text: str) -> str:
    """What of a text is too long to be read, in words; empty where it is read whole."""
    if len(text) <= LONGEST:
        return ""
    return (
        f"This is too long for an article: only the first {LONGEST:,} of {len(text):,} characters "
        "were read."
    )
