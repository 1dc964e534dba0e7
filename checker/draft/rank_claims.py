"""Claims of ordinals and of ranks: `the sixth meeting`, `tops them in the number of suspects`."""

from __future__ import annotations

from collections.abc import Sequence

from checker.draft.context import PREPOSITIONS
from checker.draft.measures import Register
from checker.draft.notebook import Notebook, span
from checker.draft.ordinals import Ordinal, Rank, find_ordinals, find_ranks
from checker.draft.people import Mention, slug
from checker.draft.text import Sentence
from checker.draft.times import TimePhrase
from checker.draft.words import word_set

_LINKS = word_set(", is was are were remains remained became become as the now still of a")
_LONGEST_NAME = 60


def draft_ranks(
    notebook: Notebook, register: Register, number: int, times: Sequence[TimePhrase]
) -> None:
    """Draft the ordinals and ranks of a sentence that are no part of a time."""
    sentence = notebook.sentences[number]
    ranks = [rank for rank in find_ranks(sentence) if not _in_time(rank.start, times)]
    for rank in ranks:
        _draft_rank(notebook, register, number, rank)
    for ordinal in find_ordinals(sentence):
        ranked = any(rank.start <= ordinal.start < rank.end for rank in ranks)
        if not ranked and not _in_time(ordinal.start, times):
            _draft_ordinal(notebook, register, number, ordinal)


def _in_time(at: int, times: Sequence[TimePhrase]) -> bool:
    return any(time.start <= at < time.end for time in times)


def _draft_ordinal(notebook: Notebook, register: Register, number: int, ordinal: Ordinal) -> None:
    """How many of a kind there have been; each ordinal is a figure of its own."""
    sentence = notebook.sentences[number]
    nth = sentence.tokens[ordinal.start].text.lower()
    key = register.own_key(f"{nth} {ordinal.noun}", _name(sentence, ordinal.noun, ordinal.of))
    passage = span(sentence, ordinal.start, ordinal.end)
    claim = notebook.claim(number, "figure", key, passage)
    claim.keys.update({"measure": key, "value": str(ordinal.at)})
    whose = [
        m
        for m in notebook.cast.of_sentence(number)
        if ordinal.of[0] <= m.name.start < ordinal.of[1]
    ]
    bodies = [m.being for m in whose if notebook.cast.beings[m.being].type == "organization"]
    if bodies:
        claim.keys["subject"] = bodies[0]
    notebook.add(claim, number)


def _name(sentence: Sentence, noun: str, of: tuple[int, int]) -> str:
    whose = f" of {sentence.words(*of)}" if of[1] > of[0] else ""
    return f"{noun}{whose}, in order"


def _draft_rank(notebook: Notebook, register: Register, number: int, rank: Rank) -> None:
    """Where somebody stands; left out where nobody is named whose rank it could be."""
    sentence = notebook.sentences[number]
    member = _member(notebook, number, rank)
    if member is None:
        return
    group = _group(notebook, number, rank)
    if group == member:
        return
    what = rank.what.removeprefix("the ")
    key = register.own_key(what, what)
    claim = notebook.claim(number, "figure", key, span(sentence, rank.start, rank.end))
    is_place = notebook.cast.beings[member].type == "place"
    claim.keys.update(
        {
            "measure": key,
            "place" if is_place else "subject": member,
            "rank": {"at": str(rank.at), "among": group, "order": rank.order},
        }
    )
    notebook.add(claim, number)


def _member(notebook: Notebook, number: int, rank: Rank) -> str | None:
    """Whose rank it is: who is called so, or the first name that is no part of a phrase of place."""
    words = notebook.sentences[number].lower
    start = min(rank.start, rank.group[0])
    before = [m for m in notebook.cast.of_sentence(number) if m.name.end <= start]
    if rank.named:
        linked = (m for m in before[-1:] if _LINKS.issuperset(words[m.name.end : start]))
    else:
        linked = (m for m in before if words[m.name.start - 1] not in PREPOSITIONS | {"of"})
    return next((mention.being for mention in linked), None)


def _group(notebook: Notebook, number: int, rank: Rank) -> str:
    """The entity for the others: who is named there, else a group called by the words."""
    named = [m for m in notebook.cast.of_sentence(number) if _is_within(m, rank.group)]
    if named:
        return named[0].being
    words = notebook.sentences[number].words(*rank.group).lower().replace(" ,", ",")
    name = words.replace("’", "'").removesuffix("'s").removeprefix("the ").removeprefix("all ")
    key = slug(name)[:_LONGEST_NAME].strip("-")
    notebook.draft.entities.setdefault(key, {"type": "group", "name": name})
    return key


def _is_within(mention: Mention, group: tuple[int, int]) -> bool:
    return group[0] <= mention.name.start and mention.name.end <= group[1]
