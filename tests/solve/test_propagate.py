"""Narrowing through long chains: ends are rounded outwards, never inwards."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from checker.ranges import Range
from checker.rational import Rational
from checker.solve.constraint import Bound, Level, Product, System
from checker.solve.propagate import BITS, _blunted, propagate

long_numbers = st.builds(
    Fraction,
    st.integers(-(2 ** (3 * BITS)), 2 ** (3 * BITS)),
    st.integers(1, 2 ** (3 * BITS)),
)


def bits(end: Rational | None) -> int:
    return 0 if end is None else max(map(int.bit_length, end.as_integer_ratio()))


@given(long_numbers, long_numbers)
def test_a_blunted_range_holds_the_range_in_fewer_digits(one: Fraction, other: Fraction) -> None:
    exact = Range(min(one, other), max(one, other))
    blunted = _blunted(exact)
    assert exact.within(blunted)
    assert blunted.low is not None
    assert blunted.high is not None
    assert exact.low - blunted.low <= abs(exact.low) / 2**200  # type: ignore[operator]
    assert blunted.high - exact.high <= abs(exact.high) / 2**200  # type: ignore[operator]


def chain(last: int) -> System:
    """Each of 400 figures is 1.0001 times the one before; the first is 100."""
    factor = Range.exactly(Fraction(10001, 10000))
    names = [f"v{number}" for number in range(400)]
    bounds = [Bound(f"f{number}", factor, factor, f"c{number}") for number in range(1, 400)]
    ends = (
        Bound("v0", *[Range.exactly(100)] * 2, "first"),
        Bound(names[-1], *[Range.exactly(last)] * 2, "last"),
    )
    products = [
        Product(names[number], f"f{number}", names[number - 1], "times", frozenset((f"c{number}",)))
        for number in range(1, 400)
    ]
    return System((*ends, *bounds), tuple(products))


def test_a_long_chain_of_products_contradicts_its_end_in_one_pass() -> None:
    system = chain(50)
    outcome = propagate(system, Level.STATED, frozenset(system.sources))
    assert outcome.core is not None
    assert {"first", "last"} < outcome.core


def test_what_was_rounded_is_not_called_settled() -> None:
    system = chain(50)
    outcome = propagate(system, Level.STATED, frozenset(system.sources) - {"last"})
    assert outcome.core is None
    assert not outcome.settled
    last = outcome.ranges["v399"]
    assert 100 * Fraction(10001, 10000) ** 399 in last
    assert bits(last.low) <= BITS
