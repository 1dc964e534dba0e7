"""Relations that a sentence states between its figures: parts, shares, changes, lists that add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from checker.draft.claims import DraftClaim
from checker.draft.figures import Kind
from checker.draft.statement import Statement
from checker.draft.words import word_set

_UP = word_set(
    "up rose rise risen rises grew grow grown increased increase climbed jumped soared surged gained"
)
_DOWN = word_set(
    "down fell fall fallen falls dropped drop declined decreased decrease plunged slid shrank sank"
)
_PRONOUNS = word_set("them those these whom which")
_UNSURE_PART = "taken for part of the figure before"


def relate(
    statement: Statement,
    claims: Mapping[int, DraftClaim],
    earlier: Sequence[DraftClaim],
) -> None:
    """Add to the claims of one sentence the relations that its words state."""
    _parts(statement, claims, earlier)
    _in_numbers(statement, claims)
    _included(statement, claims)
    _changes(statement, claims)
    _lists(statement, claims)


def _parts(
    statement: Statement, claims: Mapping[int, DraftClaim], earlier: Sequence[DraftClaim]
) -> None:
    """`300 of them`, `half of those`, `40 percent of the 200 workers`."""
    words = statement.sentence.lower
    for i, claim in claims.items():
        figure = statement.figures[i]
        behind = words[figure.end : figure.end + 3]
        if behind[:1] != ("of",) or len(behind) < 2:
            continue
        whole = claims.get(i + 1)
        if (
            behind[1] in ("the", "all", "its", "their", "those")
            and whole is not None
            and statement.figures[i + 1].start <= figure.end + 3
        ):
            _as_part(claim, whole, figure.kind, "")
        elif behind[1] in _PRONOUNS:
            before = (
                c
                for c in reversed(earlier)
                if c.start < claim.start and c.kind == "figure" and "value" in c.keys
            )
            last = None if "part-of" in claim.keys else next(before, None)
            if last is not None and not str(last.keys["value"]).endswith("percent"):
                _as_part(claim, last, figure.kind, _UNSURE_PART)


def _in_numbers(statement: Statement, claims: Mapping[int, DraftClaim]) -> None:
    """`half of the 900 workers, or 450 people`: the share's own figure."""
    words = statement.sentence.lower
    for i, claim in claims.items():
        share = next((n for n in (i - 1, i - 2) if n in claims and "share" in claims[n].keys), None)
        start = statement.figures[i].start
        if share is not None and words[max(start - 2, 0) : start] in ((",", "or"), (",", "about")):
            claims[share].keys["value"] = claim.keys.get("value")


def _as_part(claim: DraftClaim, whole: DraftClaim, kind: Kind, doubt: str) -> None:
    if kind is Kind.PERCENT:
        claim.keys["share"] = claim.keys.pop("value")
    claim.keys["part-of"] = whole.id
    claim.keys.pop("same-as", None)
    if doubt:
        claim.doubts.append(doubt)


def _included(statement: Statement, claims: Mapping[int, DraftClaim]) -> None:
    """`48 people, including 12 children and 3 guides`."""
    words = statement.sentence.lower
    whole: DraftClaim | None = None
    inside = False
    for i, claim in claims.items():
        figure = statement.figures[i]
        if figure.kind is not Kind.COUNT:
            continue
        before = words[max(figure.start - 2, 0) : figure.start]
        if "including" in before or before[-2:] == ("among", "them"):
            inside = True
        elif before[-1:] not in (("and",), (",",)):
            inside = False
        if inside and whole is not None:
            claim.keys["part-of"] = whole.id
            claim.keys.pop("same-as", None)
        else:
            whole = claim


def _changes(statement: Statement, claims: Mapping[int, DraftClaim]) -> None:
    """`rose 20 percent to 150 from 125`, `fell from 40 to 30`, `150, up from 125`."""
    words = statement.sentence.lower
    order = sorted(claims)
    for to, start in pairwise(order):
        pair = _to_and_from(statement, to, start)
        if pair is None:
            continue
        end, begin = pair
        way = _way(words[max(statement.figures[to].start - 6, 0) : statement.figures[start].start])
        if not way or not _alike(statement, end, begin):
            continue
        by = next((i for i in order if i not in pair and _is_step(statement, i)), None)
        amount = f"{way} {statement.figures[by].value}" if by is not None else way
        claims[end].keys["change"] = {"from": claims[begin].id, "by": amount}
        for each in pair:
            claims[each].keys.pop("same-as", None)


def _to_and_from(statement: Statement, first: int, second: int) -> tuple[int, int] | None:
    """Which of two neighbouring figures is the new one and which the old, in that order."""
    words = statement.sentence.lower
    a, b = statement.figures[first], statement.figures[second]
    before_first = words[a.start - 1] if a.start else ""
    before_second = words[b.start - 1]
    if before_second == "from" and before_first != "from":
        return first, second
    if before_first == "from" and before_second == "to":
        return second, first
    return None


def _way(between: Sequence[str]) -> str:
    if _UP.intersection(between):
        return "up"
    return "down" if _DOWN.intersection(between) else ""


def _alike(statement: Statement, a: int, b: int) -> bool:
    return statement.figures[a].kind is statement.figures[b].kind


def _is_step(statement: Statement, i: int) -> bool:
    """Whether a percentage is the size of a change: `rose 20 percent`, `up by 20 percent`."""
    figure, words = statement.figures[i], statement.sentence.lower
    before = words[max(figure.start - 2, 0) : figure.start]
    return figure.kind is Kind.PERCENT and bool((_UP | _DOWN).intersection(before))


def _lists(statement: Statement, claims: Mapping[int, DraftClaim]) -> None:
    """`30 people: 12 men, 10 women and 8 children` and `12 men and 18 women, a total of 30 people`."""
    words = statement.sentence.lower
    counts = [i for i in sorted(claims) if _may_be_listed(statement, i, min(claims))]
    if len(counts) < 3:
        return
    first, *rest = counts
    opened = words[_behind(statement, first) : statement.figures[rest[0]].start]
    if len(opened) < 6 and opened[-1:] in _OPENERS and _is_run(statement, rest):
        claims[first].keys["sum-of"] = [claims[i].id for i in rest]
        claims[first].doubts.append("taken for the sum of the list behind it")
    *parts, last = counts
    figure = statement.figures[last]
    before = words[max(figure.number - 3, 0) : figure.number]
    if before == ("a", "total", "of") and _is_run(statement, parts):
        claims[last].keys["sum-of"] = [claims[i].id for i in parts]
        claims[last].doubts.append("taken for the sum of the list before it")


def _may_be_listed(statement: Statement, i: int, first: int) -> bool:
    """Counts; and what a list begins with, though it has no noun of its own: `a jury of 12`."""
    kind, words = statement.figures[i].kind, statement.sentence.lower
    headed = kind is Kind.BARE and i == first and statement.contexts[i].head
    return kind is Kind.COUNT or bool(headed and words[statement.figures[i].start - 1] == "of")


_OPENERS = (("—",), ("–",), ("-",), (":",), ("(",))


def _behind(statement: Statement, i: int) -> int:
    figure = statement.figures[i]
    return max(figure.end, figure.noun_end)


def _is_run(statement: Statement, counts: Sequence[int]) -> bool:
    """Whether figures follow one another with only commas and `and` between."""
    words = statement.sentence.lower
    for a, b in pairwise(counts):
        between = words[_behind(statement, a) : statement.figures[b].start]
        if not set(between) <= {",", "and", ";"} or b != a + 1:
            return False
    return len(counts) > 1
