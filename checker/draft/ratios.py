"""Factors, averages and rates: what a sentence says of how its figures divide.

`three times as many as the 40 of 2013`, `480 pupils, an average of 40 per school`, `6.3 per 100,000`.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.draft import lexicon
from checker.draft.claims import DraftClaim
from checker.draft.figures import Figure, Kind
from checker.draft.statement import Statement
from checker.draft.words import word_set

_MULTIPLES = {"double": "twice", "triple": "three times", "treble": "three times"}
_DEGREES = word_set("many much high large big great long tall heavy wide deep fast often")
_EACH = word_set("each apiece")
_COUNTED_ONE = word_set("per a an every")
_SMALLEST_BASE = 10


def is_base(statement: Statement, i: int) -> bool:
    """Whether a figure is what another is counted for: the second of `6.3 per 100,000 people`."""
    figure, quantity = statement.figures[i], statement.quantities[i]
    before = statement.sentence.lower[max(figure.start - 2, 0) : figure.start]
    per = before[-1:] == ("per",) or before in (("for", "every"), ("in", "every"))
    return i > 0 and per and quantity is not None and quantity.nominal >= _SMALLEST_BASE


def is_ratio(statement: Statement, i: int) -> bool:
    """Whether a figure is an average or a rate: no amount that adds up."""
    return is_average(statement, i) or _has_base(statement, i)


def base_of_comparison(statement: Statement, i: int) -> int | None:
    """The figure that `i` is said to be a multiple of; None where no factor stands between."""
    factor = _factor_before(statement, i + 1) if i + 1 < len(statement.figures) else None
    if factor is not None:
        return i + 1
    later = i + 2 < len(statement.figures) and statement.figures[i + 1].kind is Kind.FACTOR
    return i + 2 if later and _factor_before(statement, i + 2) is not None else None


def relate_ratios(statement: Statement, claims: Mapping[int, DraftClaim]) -> None:
    """Add `times`, `average` and `rate` to the claims of one sentence, each as a guess to check."""
    for i, claim in claims.items():
        base = base_of_comparison(statement, i)
        if base is not None and base in claims and _alike(statement, i, base):
            factor = _factor_before(statement, base)
            claim.keys["times"] = {"of": claims[base].id, "factor": factor or ""}
            claim.doubts.append(f"taken for {factor} the figure behind it")
            claims[base].keys.pop("same-as", None)
        if is_average(statement, i):
            _add_average(statement, claims, i)
        elif _has_base(statement, i):
            _add_rate(statement, claims, i)


def _factor_before(statement: Statement, i: int) -> str | None:
    """The factor right before a figure: `three times as many as the 40`, `double the 40`."""
    words, start = statement.sentence.lower, statement.figures[i].start
    before = statement.figures[i - 1]
    if before.kind is Kind.FACTOR:
        between = words[before.end : start]
        factor = (
            before.value if before.value.endswith(("twice", "thrice")) else f"{before.value} times"
        )
        return factor if _compares(between) else None
    at = next(
        (n for n in range(start - 1, max(start - 3, 0) - 1, -1) if words[n] in _MULTIPLES), None
    )
    if at is None or words[at + 1 : start] != ("the",):
        return None
    return _MULTIPLES[words[at]]


def _compares(between: tuple[str, ...]) -> bool:
    """Whether the words are `the`, `as many as the`, `as high as the`, `the number of`."""
    if between[:1] == ("as",):
        return (
            len(between) > 2 and between[1] in _DEGREES and between[2] == "as" and len(between) < 5
        )
    return between == ("the",)


def _alike(statement: Statement, a: int, b: int) -> bool:
    """Whether two figures may be one thing at two times: the second may leave its noun out."""
    first, second = statement.figures[a].kind, statement.figures[b].kind
    if Kind.BARE in (first, second):
        return first in (Kind.COUNT, Kind.BARE)
    heads = {statement.contexts[a].head, statement.contexts[b].head}
    return first is second and (first is not Kind.COUNT or len(heads) == 1)


def is_average(statement: Statement, i: int) -> bool:
    """`an average of 40`, `on average 40`, `averaging 40`, `40 on average`."""
    figure, words = statement.figures[i], statement.sentence.lower
    before, behind = words[max(figure.start - 3, 0) : figure.start], words[_behind(figure) :][:2]
    return (
        before[-2:] in (("average", "of"), ("on", "average"))
        or before[-1:] in (("averaging",), ("averaged",))
        or behind == ("on", "average")
    )


def _has_base(statement: Statement, i: int) -> bool:
    return (
        i + 1 < len(statement.figures)
        and is_base(statement, i + 1)
        and statement.figures[i + 1].start <= _behind(statement.figures[i]) + 2
    )


def _behind(figure: Figure) -> int:
    return max(figure.end, figure.noun_end)


def _add_average(statement: Statement, claims: Mapping[int, DraftClaim], i: int) -> None:
    """The total and the count that an average comes from, where just one of each is named."""
    totals = [n for n in claims if n != i and _can_be_total(statement, n, i)]
    counts = [n for n in claims if n not in (i, *totals) and _is_divisor(statement, n, i)]
    if len(totals) == len(counts) == 1:
        total, count = claims[totals[0]], claims[counts[0]]
        claims[i].keys["average"] = {"total": total.id, "count": count.id}
        claims[i].doubts.append("taken for the average of the other two figures")


def _can_be_total(statement: Statement, n: int, i: int) -> bool:
    ours, theirs = statement.figures[i], statement.figures[n]
    if ours.kind is Kind.MONEY:
        return theirs.kind is Kind.MONEY
    same = statement.contexts[n].head == statement.contexts[i].head
    if theirs.kind is not Kind.COUNT:
        return False
    return same if ours.kind is Kind.COUNT else not _is_divisor(statement, n, i)


def _is_divisor(statement: Statement, n: int, i: int) -> bool:
    """Whether a count is of what each has the average: `12 schools … 40 per school`, `… 40 each`."""
    words, behind = statement.sentence.lower, _behind(statement.figures[i])
    if statement.figures[n].kind is not Kind.COUNT:
        return False
    if words[behind : behind + 1] and words[behind] in _EACH:
        return statement.figures[i].kind is Kind.MONEY or statement.contexts[n].head != (
            statement.contexts[i].head
        )
    one = words[behind : behind + 2]
    return (
        len(one) == 2
        and one[0] in _COUNTED_ONE
        and lexicon.noun(one[1]) == statement.contexts[n].head
    )


def _add_rate(statement: Statement, claims: Mapping[int, DraftClaim], i: int) -> None:
    """What a rate counts and in whom, where just one of each is named."""
    base = statement.figures[i + 1]
    counts = [n for n in claims if n != i and statement.figures[n].kind is Kind.COUNT]
    people = [n for n in counts if _are_people(statement, n, i + 1)]
    of = [n for n in counts if n not in people]
    if len(people) == len(of) == 1:
        claims[i].keys["rate"] = {
            "of": claims[of[0]].id,
            "in": claims[people[0]].id,
            "per": base.value,
        }
        claims[i].doubts.append("taken for the rate of the other two figures")


def _are_people(statement: Statement, n: int, base: int) -> bool:
    """Whether a count is of those that a rate is for: of its noun, or of people where it has none."""
    wanted, head = statement.contexts[base].head, statement.contexts[n].head
    if statement.figures[base].kind is Kind.COUNT:
        return head == wanted
    return head in ("person", "people", "resident", "inhabitant")
