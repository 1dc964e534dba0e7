"""Exact ranges of numbers with open or closed ends: the only form in which figures are compared.

No float ever enters: an end is exact, or None for "without end".
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.rational import Rational, product, quotient

ZERO = 0


class Range(Struct, frozen=True):
    """All numbers from `low` to `high`; an end of None is without end, an open end is left out."""

    low: Rational | None = None
    high: Rational | None = None
    low_open: bool = False
    high_open: bool = False

    @staticmethod
    def exactly(value: Rational) -> Range:
        """The range that holds one number."""
        return Range(value, value)

    @staticmethod
    def of(low: Rational | None, high: Rational | None) -> Range:
        """The closed range from `low` to `high`."""
        return Range(low, high)

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        above = _above(self.low, self.high)
        return above > 0 or (above == 0 and (self.low_open or self.high_open))

    @property
    def below_zero(self) -> bool:
        """Whether its low end is below zero, or it has none."""
        return self.low is None or self.low.numerator < 0

    @property
    def point(self) -> Rational | None:
        """The one number of the range, or None where it holds more or none."""
        return self.low if self.low == self.high and not self.empty else None

    def __contains__(self, value: Rational) -> bool:
        if self.low is not None:
            above = _above(value, self.low)
            if above < 0 or (above == 0 and self.low_open):
                return False
        if self.high is not None:
            above = _above(value, self.high)
            if above > 0 or (above == 0 and self.high_open):
                return False
        return True

    def meet(self, other: Range) -> Range:
        """What lies in both (possibly empty)."""
        low, low_open = self.low, self.low_open
        if other.low is not None:
            above = 1 if low is None else _above(other.low, low)
            if above > 0:
                low, low_open = other.low, other.low_open
            elif above == 0:
                low_open = low_open or other.low_open
        high, high_open = self.high, self.high_open
        if other.high is not None:
            above = -1 if high is None else _above(other.high, high)
            if above < 0:
                high, high_open = other.high, other.high_open
            elif above == 0:
                high_open = high_open or other.high_open
        return Range(low, high, low_open, high_open)

    def meets(self, other: Range) -> bool:
        """Whether some number lies in both."""
        return not self.meet(other).empty

    def within(self, other: Range) -> bool:
        """Whether every number of this range lies in the other."""
        return self.empty or self.meet(other) == self

    def hull(self, other: Range) -> Range:
        """The smallest range that holds both."""
        if self.empty:
            return other
        if other.empty:
            return self
        low, low_open = _outer(self.low, self.low_open, other.low, other.low_open, least=True)
        high, high_open = _outer(
            self.high, self.high_open, other.high, other.high_open, least=False
        )
        return Range(low, high, low_open, high_open)

    def __add__(self, other: Range) -> Range:
        return Range(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Range:
        return Range(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __sub__(self, other: Range) -> Range:
        return self + -other

    def scale(self, factor: Rational) -> Range:
        """Every number of the range times one exact factor (zero gives exactly zero)."""
        sign = factor.numerator
        if sign == 0:
            return Range(ZERO, ZERO)
        low = None if self.low is None else product(self.low, factor)
        high = low
        if self.high is not self.low:
            high = None if self.high is None else product(self.high, factor)
        stretched = Range(low, high, self.low_open, self.high_open)
        if sign > 0:
            return stretched
        return Range(stretched.high, stretched.low, stretched.high_open, stretched.low_open)

    def __mul__(self, other: Range) -> Range:
        ours, theirs = _positive_ends(self), _positive_ends(other)
        if ours and theirs:
            return Range(ours[0] * theirs[0], ours[1] * theirs[1])
        ends = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        return _from_ends(ends)

    def divide(self, other: Range) -> Range:
        """All quotients; everything where the divisor's range reaches zero."""
        if other.empty or ZERO in other or ZERO in (other.low, other.high):
            return _divide_by_touching_zero(self, other)
        inverse = Range(
            None if other.high is None else quotient(1, other.high),
            None if other.low is None else quotient(1, other.low),
            other.high_open,
            other.low_open,
        )
        if other.high is None:
            inverse = Range(ZERO, inverse.high, True, inverse.high_open)
        if other.low is None:
            inverse = Range(inverse.low, ZERO, inverse.low_open, True)
        return self * inverse


EVERYTHING = Range()
NOT_NEGATIVE = Range(ZERO, None)
POSITIVE = Range(ZERO, None, low_open=True)
NOTHING = Range(1, ZERO)

# An end of a range: its value (None without end, with the sign of the infinity) and whether open.
_End = tuple[Rational | None, int, bool]


def hull(ranges: Iterable[Range]) -> Range:
    """The smallest range that holds all of them; `NOTHING` for none."""
    result = NOTHING
    for each in ranges:
        result = result.hull(each)
    return result


def _above(a: Rational, b: Rational) -> int:
    """Above 0 where `a` is above `b`, 0 where they are equal: one comparison of whole numbers."""
    if a is b:
        return 0
    return a.numerator * b.denominator - b.numerator * a.denominator


def _outer(
    a: Rational | None, a_open: bool, b: Rational | None, b_open: bool, *, least: bool
) -> tuple[Rational | None, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a < b) == least else (b, b_open)


def _positive_ends(r: Range) -> tuple[Rational, Rational] | None:
    """Both ends where they are positive and belong to it, as of most amounts and rates."""
    if r.low is None or r.high is None or r.low_open or r.high_open:
        return None
    return (r.low, r.high) if 0 < r.low <= r.high else None


def _ends(r: Range) -> tuple[_End, _End]:
    return (r.low, -1, r.low_open), (r.high, 1, r.high_open)


def _times(a: _End, b: _End) -> _End:
    (x, x_sign, x_open), (y, y_sign, y_open) = a, b
    if x is not None and y is not None:
        # a closed zero is reached whatever the other end is
        reached = (x == 0 and not x_open) or (y == 0 and not y_open)
        return x * y, 0, (x_open or y_open) and not reached
    if x == 0 or y == 0:
        zero_open = x_open if x == 0 else y_open
        return ZERO, 0, zero_open
    sign = (_sign(x) if x is not None else x_sign) * (_sign(y) if y is not None else y_sign)
    return None, sign, False


def _sign(value: Rational) -> int:
    return (value > 0) - (value < 0)


def _from_ends(ends: list[_End]) -> Range:
    low, low_open = _extreme(ends, -1)
    high, high_open = _extreme(ends, 1)
    return Range(low, high, low_open, high_open)


def _extreme(ends: list[_End], sign: int) -> tuple[Rational | None, bool]:
    if any(value is None and end_sign == sign for value, end_sign, _ in ends):
        return None, False
    finite = [(value, is_open) for value, _, is_open in ends if value is not None]
    best = max(value * sign for value, _ in finite) * sign
    return best, all(is_open for value, is_open in finite if value == best)


def _divide_by_touching_zero(numerator: Range, divisor: Range) -> Range:
    """Quotients where the divisor is never negative (or never positive) but may come near zero."""
    if divisor.low is not None and divisor.low >= 0:
        return _divide_by_small(numerator, divisor)
    if divisor.high is not None and divisor.high <= 0:
        return -_divide_by_small(numerator, -divisor)
    return EVERYTHING


def _divide_by_small(numerator: Range, divisor: Range) -> Range:
    if numerator.low is not None and numerator.low >= 0:
        if divisor.high is None:
            return Range(ZERO, None, numerator.low > 0 or numerator.low_open)
        if divisor.high == 0:
            return EVERYTHING
        is_open = numerator.low_open or divisor.high_open
        return Range(quotient(numerator.low, divisor.high), None, is_open and numerator.low > 0)
    if numerator.high is not None and numerator.high <= 0:
        return -_divide_by_small(-numerator, divisor)
    return EVERYTHING
