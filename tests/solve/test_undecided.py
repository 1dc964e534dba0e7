"""What z3 gives up on is not asked again and again."""

from fractions import Fraction

import pytest

from checker.ranges import Range
from checker.solve import conflicts
from checker.solve.conflicts import EXACT_CHECKS, UNDECIDED, search
from checker.solve.constraint import Bound, Level, Product, System
from checker.solve.exact import Undecided

LINKS = 80


def growing() -> System:
    """Each figure is about 1.0001 times the one before, from 100 to 50: the chain cannot hold."""
    about = Range.of(Fraction(100005, 100000), Fraction(100015, 100000))
    factors = [Bound(f"f{n}", about, about, f"c{n}") for n in range(1, LINKS)]
    first, last = Range.exactly(100), Range.exactly(50)
    ends = (Bound("v0", first, first, "first"), Bound(f"v{LINKS - 1}", last, last, "last"))
    products = [
        Product(f"v{n}", f"f{n}", f"v{n - 1}", "times", frozenset((f"c{n}",)))
        for n in range(1, LINKS)
    ]
    return System((*ends, *factors), tuple(products))


def test_a_search_ends_after_a_few_questions_without_an_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[frozenset[str]] = []

    def gives_up(_: System, __: Level, active: frozenset[str]) -> None:
        asked.append(active)
        raise Undecided

    monkeypatch.setattr(conflicts, "exact_core", gives_up)
    found = search(growing(), Level.STATED)
    assert not found.complete
    assert [conflict.claims for conflict in found.conflicts]
    assert 0 < len(asked) <= EXACT_CHECKS // UNDECIDED
