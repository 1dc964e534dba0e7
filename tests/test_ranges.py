"""Laws of exact ranges: what is read and propagated is decided by these."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ranges import EVERYTHING, NOTHING, Range, hull

numbers = st.integers(-6, 6).map(lambda n: Fraction(n, 2))
ends = st.none() | numbers


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    found = Range(
        low, high, low is not None and draw(st.booleans()), high is not None and draw(st.booleans())
    )
    return Range(low, low) if found.empty else found


def members(r: Range) -> list[Fraction]:
    """Some numbers in the range: its ends where closed, points between, points far out."""
    grid = [Fraction(n, 4) for n in range(-40, 41)]
    return [value for value in grid if value in r]


laws = settings(max_examples=150, deadline=None)


@laws
@given(ranges(), ranges())
def test_what_lies_in_both_is_what_both_hold(a: Range, b: Range) -> None:
    assert members(a.meet(b)) == [value for value in members(a) if value in b]
    assert a.meets(b) is (not a.meet(b).empty)
    assert a.meet(b) == b.meet(a)


@laws
@given(ranges(), ranges())
def test_a_hull_holds_both_and_starts_and_ends_where_they_do(a: Range, b: Range) -> None:
    both = a.hull(b)
    assert a.within(both)
    assert b.within(both)
    assert {both.low, both.high} <= {a.low, b.low, a.high, b.high}


@laws
@given(ranges(), ranges())
def test_arithmetic_holds_for_every_member(a: Range, b: Range) -> None:
    for x in members(a)[:12]:
        for y in members(b)[:12]:
            assert x + y in a + b
            assert x - y in a - b
            assert x * y in a * b
            if y:
                assert x / y in a.divide(b)


@laws
@given(ranges(), ranges())
def test_closed_products_reach_their_ends(a: Range, b: Range) -> None:
    product = a * b
    closed = not (a.low_open or a.high_open or b.low_open or b.high_open)
    bounded = None not in (a.low, a.high, b.low, b.high)
    if closed and bounded:
        reached = {x * y for x in (a.low, a.high) for y in (b.low, b.high)}
        assert {product.low, product.high} <= reached
        assert not product.low_open
        assert not product.high_open


@laws
@given(ranges(), numbers)
def test_scaling_by_a_factor_is_scaling_every_member(a: Range, factor: Fraction) -> None:
    assert all(x * factor in a.scale(factor) for x in members(a))
    if factor:
        assert a.scale(factor).scale(1 / factor) == a


@laws
@given(ranges())
def test_the_smaller_range_lies_within_the_wider_one(a: Range) -> None:
    assert a.within(EVERYTHING)
    assert NOTHING.within(a)
    assert a.meet(EVERYTHING) == a
    assert hull([a, NOTHING]) == a
    assert hull([]).empty


@pytest.mark.parametrize(
    ("r", "empty", "point"),
    [
        (Range.of(1, 1), False, Fraction(1)),
        (Range(Fraction(1), Fraction(1), low_open=True), True, None),
        (Range.of(2, 1), True, None),
        (Range.of(1, 2), False, None),
        (Range.of(None, 2), False, None),
    ],
)
def test_empty_and_single(r: Range, empty: bool, point: Fraction | None) -> None:
    assert r.empty is empty
    assert r.point == point


@pytest.mark.parametrize(
    ("a", "b", "quotient"),
    [
        (Range.of(6, 6), Range.of(2, 3), Range.of(2, 3)),
        (Range.of(6, 6), Range.of(0, 3), Range.of(2, None)),
        (Range.of(6, 6), Range.of(-3, 0), Range.of(None, -2)),
        (Range.of(-6, -6), Range.of(0, 3), Range.of(None, -2)),
        (Range.of(6, 6), Range.of(-1, 1), EVERYTHING),
        (Range.of(-1, 1), Range.of(0, 1), EVERYTHING),
        (Range.of(6, 6), Range.of(0, 0), EVERYTHING),
        (Range.of(6, 6), Range.of(3, None), Range(Fraction(0), Fraction(2), low_open=True)),
        (Range.of(6, 6), Range.of(None, -3), Range(Fraction(-2), Fraction(0), high_open=True)),
    ],
)
def test_division(a: Range, b: Range, quotient: Range) -> None:
    assert a.divide(b) == quotient
