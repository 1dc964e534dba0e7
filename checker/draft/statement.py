"""Sentences read for comparison: figures with their meaning and context, dates, names, a mask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.context import MORE, Context, content_words, describe
from checker.draft.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from checker.draft.figures import Figure, Kind, find_figures
from checker.draft.text import Sentence, sentences
from checker.draft.words import word_set
from checker.language.quantity import read_quantity
from checker.language.types import Quantity
from checker.language.unreadable import Unreadable


class Statement(Struct, frozen=True):
    """A sentence with figures or dates, read for comparison."""

    sentence: Sentence
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity | None, ...]
    contexts: tuple[Context, ...]
    dates: tuple[DateMention, ...]
    names: frozenset[str]
    words: frozenset[str]
    mask: tuple[str, ...]
    anaphoric: bool
    base_names: frozenset[str]
    places: frozenset[str]


@lru_cache(maxsize=256)
def statements(text: str) -> tuple[Statement, ...]:
    """The sentences of a text that hold figures or dates, read for comparison."""
    found = (read_statement(sentence) for sentence in sentences(text))
    return tuple(statement for statement in found if statement.figures or statement.dates)


def read_statement(sentence: Sentence) -> Statement:
    """Read one sentence: figures with their ranges and contexts, dates, names, the mask."""
    dates = find_dates(sentence)
    figures = tuple(find_figures(sentence, dates))
    return Statement(
        sentence,
        figures,
        tuple(_read(figure) for figure in figures),
        tuple(describe(sentence, figure) for figure in figures),
        dates,
        _names(sentence),
        content_words(sentence),
        _mask(sentence, figures, dates),
        _is_anaphoric(sentence),
        frozenset(lexicon.noun(name) for name in _names(sentence)),
        _places(sentence),
    )


def _read(figure: Figure) -> Quantity | None:
    try:
        return read_quantity(figure.value)
    except Unreadable:
        return None


def _mask(
    sentence: Sentence, figures: Sequence[Figure], dates: Sequence[DateMention]
) -> tuple[str, ...]:
    """The words of a sentence with each figure and date replaced by its kind."""
    words: list[str] = list(sentence.lower)
    for figure in figures:
        if figure.kind is not Kind.LABEL:
            kind = "" if figure.kind in (Kind.COUNT, Kind.BARE) else figure.kind.value
            more = "".join(sorted(MORE.intersection(sentence.lower[figure.start : figure.number])))
            words[figure.start : figure.end] = [f"#{kind}#{more}"] + [""] * (
                figure.end - figure.start - 1
            )
    for date in dates:
        parts = f"#{date.year is None}{date.month is None}{date.day is None}"
        words[date.start : date.end] = [parts] + [""] * (date.end - date.start - 1)
    return tuple(
        word for word in words if word and (word[0].isalnum() or len(word) > 1 or word in "-/:")
    )


_WHERE = word_set("in at near off outside")


def _places(sentence: Sentence) -> frozenset[str]:
    """The names that stand right behind a preposition of place: `in Leeds`, `near the Needles`."""
    found: set[str] = set()
    for at, word in enumerate(sentence.lower):
        if word in _WHERE:
            start = at + 1 + (sentence.lower[at + 1 : at + 2] == ("the",))
            end = start
            while end < len(sentence.tokens) and _is_name(sentence, end):
                end += 1
            found.update(name.removesuffix("'s") for name in sentence.lower[start:end])
    return frozenset(found)


def _is_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    calendar = token.lower in MONTHS or token.lower in WEEKDAYS
    return token.kind in ("word", "initials") and token.capital and not calendar


_DEFINITE = frozenset(
    ("it", "he", "she", "they", "its", "his", "her", "their", "this", "these", "the")
)


def _is_anaphoric(sentence: Sentence) -> bool:
    """Whether its subject points to something named elsewhere (`it`, `the film`)."""
    return any(
        word in _DEFINITE - {"the"} or (word == "the" and not _names_follow(sentence, at))
        for at, word in enumerate(sentence.lower[:14])
    )


def _names_follow(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].capital


def _names(sentence: Sentence) -> frozenset[str]:
    """The capitalised words of a sentence, but for its first where that may be any word."""
    found = set()
    for at, token in enumerate(sentence.tokens):
        if token.kind in ("word", "initials") and token.capital:
            ordinary = at == 0 and (
                token.lower in _OPENING_WORDS
                or lexicon.known(token.lower, "n")
                or lexicon.verb(token.lower)
            )
            calendar = token.lower in MONTHS or token.lower in WEEKDAYS
            if not ordinary and not calendar and token.lower not in _OPENING_WORDS:
                found.add(token.lower.removesuffix("'s"))
    return frozenset(found)


_OPENING_WORDS = word_set(
    "the a an in on at by for from it he she they we i his her its their our as with under over more "
    "less about around some this that these those there after before during since while when if but "
    "and or of to not no"
)
