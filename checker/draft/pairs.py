"""Compares the sentences of two texts: which figures and dates of one thing clash.

Two figures are about the same thing by strong evidence where their sentences are the same but for
figures, or where noun, verb, modifiers and a name agree; likely, where noun or verb agree with
something more and nothing speaks against it. A clash is an error only by strong evidence and where
no fair reading lets both hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.context import verb_of
from checker.draft.dates import DateMention, days_allowed
from checker.draft.figures import Kind
from checker.draft.likeness import Likeness, comparable, likeness, may_be_one, same_dimension
from checker.draft.statement import Statement, statements
from checker.draft.text import Sentence, sentences
from checker.draft.verdict import verdict
from checker.draft.words import SAYING
from checker.finding import Severity
from checker.language.types import Quantity
from checker.rational import Rational, magnitude

_LIKELY = 4
_CANDIDATES = 40
# Texts of up to so many sentences are statements put side by side rather than articles.
_SHORT = 2


class Passage(Struct, frozen=True):
    """Characters of one of the two texts, and what stands there."""

    start: int
    end: int
    words: str
    sentence: tuple[int, int]
    value: str = ""


class Clash(Struct, frozen=True):
    """Two passages of which only one can be right, or both only by a strained reading."""

    severity: Severity
    first: Passage
    second: Passage
    strong: bool
    is_date: bool = False


def clashes(first: str, second: str) -> list[Clash]:
    """What one text says that the other contradicts, in the order of the first."""
    ours, theirs = statements(first), statements(second)
    masks: dict[tuple[str, ...], Statement] = {}
    for statement in theirs:
        masks.setdefault(statement.mask, statement)
    index = _index(theirs)
    lengths = [len(sentences(text)) for text in (first, second)]
    # two briefs of two sentences each are reports of their own; a statement alone is put beside one
    short = max(lengths) <= _SHORT and min(lengths) < _SHORT
    found: list[Clash] = []
    for a in ours:
        twin = masks.get(a.mask) if len(a.mask) > 2 else None
        found += (
            _twin_clashes(a, twin)
            if twin
            else _likely_clashes(a, _candidates(a, theirs, index), short)
        )
    return found


def _twin_clashes(a: Statement, b: Statement) -> Iterator[Clash]:
    """Clashes of two sentences that are the same but for figures and dates.

    Where dates and figures differ, they speak of two occasions.
    """
    dates_differ = [(x, y) for x, y in zip(a.dates, b.dates, strict=True) if not may_be_one(x, y)]
    pairs = list(zip(_masked(a), _masked(b), strict=True))
    if dates_differ:
        figures_agree = all(_agree(a, i, b, j) for i, j in pairs)
        if figures_agree and len(dates_differ) == 1:
            x, y = dates_differ[0]
            yield Clash(Severity.ERROR, _date_passage(a, x), _date_passage(b, y), True, True)
        return
    for i, j in pairs:
        severity = _severity(a, i, b, j)
        if severity:
            yield Clash(severity, _passage(a, i), _passage(b, j), True)


def _masked(statement: Statement) -> list[int]:
    return [i for i, figure in enumerate(statement.figures) if figure.kind is not Kind.LABEL]


def _agree(a: Statement, i: int, b: Statement, j: int) -> bool:
    return _severity(a, i, b, j) is None


def _likely_clashes(a: Statement, candidates: Sequence[Statement], short: bool) -> list[Clash]:
    found = []
    for i in range(len(a.figures)):
        clash = _best_clash(a, i, candidates, short)
        if clash is not None:
            found.append(clash)
    return found or list(_date_clashes(a, candidates, short))


def _best_clash(a: Statement, i: int, candidates: Sequence[Statement], short: bool) -> Clash | None:
    """The clash with the figure most likely the same; none where an agreeing one is as likely."""
    best, best_points, agreeing = None, 0, 0
    for b in candidates:
        together = _also_agree(a, i, b)
        for j in range(len(b.figures)):
            like = likeness(a, i, b, j)
            points = like.points + (together if like.points else 0)
            if points < _LIKELY or not (short or like.strong or len(a.names & b.names) > 1):
                continue
            severity = _severity(a, i, b, j)
            if (
                severity is None
                or _is_ambiguous(a, i, b, j, like)
                or _is_ambiguous(b, j, a, i, like)
            ):
                agreeing = max(agreeing, points)
            elif points > best_points and (severity is Severity.ERROR or short):
                limit = severity if like.strong else Severity.WARNING
                best = Clash(limit, _passage(a, i), _passage(b, j), like.strong)
                best_points = points
    return best if best_points > agreeing else None


def _severity(a: Statement, i: int, b: Statement, j: int) -> Severity | None:
    ours, theirs = a.quantities[i], b.quantities[j]
    if ours is None or theirs is None or not same_dimension(ours, theirs):
        return None
    return verdict(ours, theirs)


def _is_ambiguous(a: Statement, i: int, b: Statement, j: int, like: Likeness) -> bool:
    """Whether another figure beside `i` is as like the other text's, or makes it up with `i`."""
    ours, theirs = a.quantities[i], b.quantities[j]
    for n, other in enumerate(a.quantities):
        if n == i or other is None or ours is None or theirs is None:
            continue
        if likeness(a, n, b, j).points >= like.points:
            return True
        if comparable(a, n, b, j) and theirs.nominal in _made_of(ours, other):
            return True
    return False


def _made_of(a: Quantity, b: Quantity) -> tuple[Rational, Rational]:
    """What two figures of one kind come to together, and how far they are apart."""
    return a.nominal + b.nominal, magnitude(a.nominal - b.nominal)


def _also_agree(a: Statement, i: int, b: Statement) -> int:
    """1 where another figure of the sentence has a figure of the same thing in the other too."""
    others = (n for n in range(len(a.figures)) if n != i)
    return int(any(likeness(a, n, b, j).points >= 3 for n in others for j in range(len(b.figures))))


def _date_clashes(a: Statement, candidates: Sequence[Statement], short: bool) -> Iterator[Clash]:
    """Whole dates of one deed of one subject that differ."""
    for x in a.dates:
        verb = verb_of(a.sentence, x.start, x.end)
        if not verb or verb in SAYING or x.year is None:
            continue
        same = [
            (b, y)
            for b in candidates
            if a.names & b.names or (short and (a.anaphoric or b.anaphoric))
            for y in b.dates
            if y.year is not None
            and lexicon.synonymous(verb, verb_of(b.sentence, y.start, y.end), "v")
        ]
        if same and all(_dates_clash(a, x, b, y) for b, y in same):
            b, y = same[0]
            yield Clash(Severity.WARNING, _date_passage(a, x), _date_passage(b, y), False, True)


def _dates_clash(a: Statement, x: DateMention, b: Statement, y: DateMention) -> bool:
    """Whether two dates, each perhaps behind `before` or `after`, leave no common day."""
    ours, theirs = days_allowed(a.sentence, x), days_allowed(b.sentence, y)
    return not ours.meets(theirs)


def _index(theirs: Sequence[Statement]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(theirs):
        for key in _keys(statement):
            index[key].append(number)
    return index


def _keys(statement: Statement) -> set[str]:
    keys = {lexicon.stem(word) for word in statement.words}
    return keys | {f"#{figure.kind}" for figure in statement.figures}


def _candidates(
    a: Statement, theirs: Sequence[Statement], index: dict[str, list[int]]
) -> list[Statement]:
    """The sentences that share most with this one: all of a short text, some of a long one."""
    if len(theirs) <= _CANDIDATES:
        return list(theirs)
    votes: Counter[int] = Counter()
    for key in sorted(_keys(a)):
        if len(index.get(key, ())) <= _CANDIDATES:
            votes.update(index.get(key, ()))
    ranked = sorted(votes, key=lambda number: (-votes[number], number))
    return [theirs[number] for number in ranked[:_CANDIDATES]]


def _passage(statement: Statement, i: int) -> Passage:
    figure = statement.figures[i]
    return _between(
        statement.sentence, figure.start, max(figure.end, figure.noun_end), figure.value
    )


def _date_passage(statement: Statement, date: DateMention) -> Passage:
    return _between(statement.sentence, date.start, date.end, "")


def _between(sentence: Sentence, start: int, end: int, value: str) -> Passage:
    tokens = sentence.tokens
    return Passage(
        tokens[start].start,
        tokens[end - 1].end,
        sentence.words(start, end),
        (sentence.start, sentence.end),
        value,
    )
