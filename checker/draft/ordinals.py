"""Finds ordinals and ranks: `the sixth meeting`, `third among 30 provinces`, `tops them in the number of …`.

A rank says of somebody where they stand among whom; an ordinal how many of a kind there have been.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.context import is_verb
from checker.draft.figures import STOP_WORDS, numeral_end
from checker.draft.text import Sentence
from checker.draft.words import word_set
from checker.language.wording import ORDINALS


class Ordinal(Struct, frozen=True):
    """The `at`-th of what `noun` says, as tokens from `start` up to `end`; `of` is whose."""

    start: int
    end: int
    at: int
    noun: str
    of: tuple[int, int] = (0, 0)


class Rank(Struct, frozen=True):
    """A place among others, as tokens from `start` up to `end`.

    `group` are the words for the others, `what` those for the measure; `named` says that it is told
    of a name (`Hamburg, the second-largest city in Germany`), not by a verb (`Hamburg ranked second`).
    """

    start: int
    end: int
    at: int
    group: tuple[int, int]
    what: str
    order: str = "highest"
    named: bool = False


_ENDINGS = word_set("st nd rd th")
_OWNERS = word_set("the his her its their our my this that")
# Ordinals that tell of time, parts or persons and of no count.
_NO_COUNTS = word_set(
    "quarter half century decade year month week day hour minute time party person world degree hand "
    "thought place round lady floor storey grade class base rate part third fifth sector generation"
)
_TOPPING = word_set("top lead head")
_RANKING = word_set("rank come finish place stand")
_AMONG = word_set("among of in out")
_IN = word_set("in by for on")
_AMOUNTS = word_set(
    "number rate amount share value volume size total level proportion percentage terms"
)
_LOW = word_set("smallest lowest fewest least poorest shortest youngest lightest weakest slowest")
_NO_SUPERLATIVES = word_set(
    "latest best worst most least last nearest closest honest modest earnest forest harvest "
    "interest request protest arrest contest invest west east rest guest test quest suggest"
)


def find_ordinals(sentence: Sentence) -> Iterator[Ordinal]:
    """The ordinals from the second on that count something: `the sixth meeting of the group`."""
    words = sentence.lower
    for at in range(1, len(words)):
        nth, behind = _ordinal(sentence, at)
        owned = words[at - 1] in _OWNERS or words[at - 1].endswith("'s")
        if nth < 2 or not owned or sentence.tokens[at].capital:
            continue
        start, end = _noun(sentence, behind)
        if (
            end == start
            or lexicon.noun(words[end - 1]) in _NO_COUNTS
            or _is_superlative(words[start])
        ):
            continue
        if lexicon.is_plural(words[end - 1]):
            continue
        of = _named(sentence, end + 1) if words[end : end + 1] == ("of",) else (0, 0)
        if nth < 4 and words[at - 1] in ("the", "this", "that") and of[1] == of[0]:
            continue  # "the second group": the other one
        yield Ordinal(at, end, nth, sentence.words(start, end).lower(), of)


def find_ranks(sentence: Sentence) -> Iterator[Rank]:
    """The ranks that a sentence gives somebody, with among whom and by what."""
    for at in range(1, len(sentence.tokens)):
        rank = _topping(sentence, at) or _ranked(sentence, at) or _superlative(sentence, at)
        if rank is not None:
            yield rank


def _topping(sentence: Sentence, at: int) -> Rank | None:
    """`tops provinces and regions in the number of suspects`."""
    words = sentence.lower
    if lexicon.verb(words[at]) not in _TOPPING or sentence.tokens[at].capital:
        return None
    group = _group(sentence, at + 1)
    if group[0] == group[1] or words[group[1] : group[1] + 1] not in {(word,) for word in _IN}:
        return None
    start, end = _measured(sentence, group[1] + 1)
    if lexicon.verb(words[at]) != "top" and not _AMOUNTS.intersection(words[start:end]):
        return None  # "led protesters in chants"
    return Rank(at, end, 1, group, sentence.words(start, end).lower()) if end > start else None


def _ranked(sentence: Sentence, at: int) -> Rank | None:
    """`ranked third among 30 provinces in exports`."""
    words = sentence.lower
    nth, behind = _ordinal(sentence, at)
    if not nth or lexicon.verb(words[at - 1]) not in _RANKING or words[behind : behind + 1] == ():
        return None
    if words[behind] not in _AMONG:
        return None
    group = _group(sentence, behind + 1 + (words[behind : behind + 2] == ("out", "of")))
    if group[0] == group[1]:
        return None
    has_measure = words[group[1] : group[1] + 1] in {(word,) for word in _IN}
    start, end = _measured(sentence, group[1] + 1) if has_measure else (0, 0)
    what = sentence.words(start, end).lower() or "rank"
    return Rank(at - 1, max(group[1], end), nth, group, what)


def _superlative(sentence: Sentence, at: int) -> Rank | None:
    """`the second-largest city in China`, `China's third largest bank`."""
    words = sentence.lower
    nth, behind = _ordinal(sentence, at)
    if not nth and _ordinal(sentence, at - 1)[0]:
        return None
    adjective, behind = _adjective(words, at if not nth else behind)
    first, _, second = adjective.partition("-")
    if first in ORDINALS and _is_superlative(second):
        nth, adjective = ORDINALS[first], second
    start, end = _noun(sentence, behind)
    if not adjective or end == start or lexicon.is_plural(words[end - 1]):
        return None
    what = f"{adjective} {sentence.words(start, end).lower()}"
    group = _compared(sentence, at, end)
    if group[0] == group[1]:
        return None
    order = "lowest" if adjective in _LOW or adjective.startswith("least") else "highest"
    return Rank(at, max(end, group[1]), nth or 1, group, what, order, named=True)


def _adjective(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The superlative at a token (`largest`, `most populous`), empty for none, and what is behind."""
    if words[at : at + 1] in (("most",), ("least",)) and at + 1 < len(words):
        return " ".join(words[at : at + 2]), at + 2
    word = words[at] if at < len(words) else ""
    return (word, at + 1) if _is_superlative(word.rpartition("-")[2]) else ("", at)


def _compared(sentence: Sentence, at: int, end: int) -> tuple[int, int]:
    """Whom a superlative at a token compares: `China's …`, `the … in China`."""
    words, before = sentence.lower, sentence.tokens[at - 1]
    owner = words[at - 1].removesuffix("'s")
    if owner != words[at - 1] and (before.capital or owner in _COLLECTIVES):
        return at - 1, at
    if words[at - 1] == "the" and words[end : end + 1] in (("in",), ("among",), ("of",)):
        return _place_words(sentence, end + 1)
    return at, at


def nth(words: str) -> int | None:
    """The number of the ordinal that words begin with; None where they begin with none."""
    first = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    digits = first.rstrip("sthndr")
    return ORDINALS.get(first) or (int(digits) if digits.isdecimal() and digits != first else None)


def _ordinal(sentence: Sentence, at: int) -> tuple[int, int]:
    """The ordinal at a token, 0 for none, and the token behind it."""
    words, tokens = sentence.lower, sentence.tokens
    if words[at] in ORDINALS:
        return ORDINALS[words[at]], at + 1
    joined = at + 1 < len(words) and tokens[at].end == tokens[at + 1].start
    if joined and words[at].isdecimal() and words[at + 1] in _ENDINGS and len(words[at]) < 4:
        return int(words[at]), at + 2
    return 0, at


def _is_superlative(word: str) -> bool:
    """Whether a word is the superlative of an adjective: `largest`, not `interest`."""
    return len(word) > 5 and word.endswith("est") and word not in _NO_SUPERLATIVES


def _noun(sentence: Sentence, start: int) -> tuple[int, int]:
    """The noun phrase that begins at a token: up to four words, the last a known noun."""
    words, end = sentence.lower, start
    while end < min(len(words), start + 4) and _may_stand_in_noun(sentence, end):
        end += 1
    while end > start and not lexicon.known(lexicon.noun(words[end - 1]), "n"):
        end -= 1
    return start, end


def _may_stand_in_noun(sentence: Sentence, at: int) -> bool:
    token, word = sentence.tokens[at], sentence.lower[at]
    if token.kind != "word" or word in STOP_WORDS or token.capital:
        return False
    return not is_verb(sentence, at)


def _group(sentence: Sentence, start: int) -> tuple[int, int]:
    """The words for those whom somebody is ranked among: `the 30 provinces`, `cities and towns`."""
    words, tokens = sentence.lower, sentence.tokens
    at = start
    while at < len(words) and (
        words[at] in ("all", "the", "other", "its") or numeral_end(sentence, at) > at
    ):
        at = max(numeral_end(sentence, at), at + 1)
    first = at
    while at < min(len(words), first + 9):
        joins = at > first and words[at] in (",", "and", "or")
        if not joins and (tokens[at].kind != "word" or words[at] in STOP_WORDS):
            break
        at += 1
    while at > first and not lexicon.is_plural(words[at - 1]):
        at -= 1
    return (start, at) if at > first else (start, start)


def _measured(sentence: Sentence, start: int) -> tuple[int, int]:
    """The words for what somebody is ranked by: `the number of crime suspects`, `exports`."""
    words = sentence.lower
    at = start + (words[start : start + 1] == ("the",))
    if words[at : at + 1] and words[at] in _AMOUNTS and words[at + 1 : at + 2] == ("of",):
        at += 2
    first, end = _noun(sentence, at)
    return (start, end) if end > first else (start, start)


def _named(sentence: Sentence, start: int) -> tuple[int, int]:
    """The words behind `of`, up to a verb or a sign."""
    end = start
    while end < min(len(sentence.tokens), start + 12):
        if sentence.tokens[end].kind not in ("word", "initials") or is_verb(sentence, end):
            break
        if sentence.lower[end] in STOP_WORDS - {"the", "and", "of", "for", "its", "his", "her"}:
            break
        end += 1
    return start, end


def _place_words(sentence: Sentence, start: int) -> tuple[int, int]:
    """A name or `the world`, `the country`: those whom a superlative compares."""
    words, tokens = sentence.lower, sentence.tokens
    at = start + (words[start : start + 1] == ("the",))
    end = at
    while end < len(words) and tokens[end].kind in ("word", "initials") and tokens[end].capital:
        end += 1
    if end == at and words[at : at + 1] and at > start and words[at] in _COLLECTIVES:
        end = at + 1
    return (start, end) if end > at else (start, start)


_COLLECTIVES = word_set(
    "world country nation region state province city county continent league union"
)
