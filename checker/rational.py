"""Exact numbers: a whole one is an `int`, any other a `Fraction`.

Most figures are whole, and sums of ints cost a tenth of those of fractions. `+`, `-`, `*` and
comparisons keep to these two types; `/` of two ints would give a float, so `quotient` divides.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

Rational: TypeAlias = int | Fraction


def product(a: Rational, b: Rational) -> Rational:
    """The exact `a * b`, as an int where it is whole."""
    if type(a) is int and type(b) is int:
        return a * b
    return _ratio(a.numerator * b.numerator, a.denominator * b.denominator)


def quotient(dividend: Rational, divisor: Rational) -> Rational:
    """The exact `dividend / divisor`, as an int where it is whole.

    Raises:
        ZeroDivisionError: the divisor is zero.
    """
    if type(dividend) is int and type(divisor) is int:
        return _ratio(dividend, divisor)
    over, under = dividend.numerator, divisor.numerator
    return _ratio(over * divisor.denominator, under * dividend.denominator)


def around(value: Rational, slack: Rational) -> tuple[Rational, Rational]:
    """The exact `value - slack` and `value + slack`, as ints where they are whole."""
    if type(value) is int and type(slack) is int:
        return value - slack, value + slack
    under = value.denominator * slack.denominator
    middle, reach = value.numerator * slack.denominator, slack.numerator * value.denominator
    return _ratio(middle - reach, under), _ratio(middle + reach, under)


def within_half(value: Rational, step: Rational) -> tuple[Rational, Rational]:
    """Half a `step` below and above the value: what is rounded to it in such steps."""
    if type(value) is not int or type(step) is not int:
        return around(value, quotient(step, 2))
    half, odd = divmod(step, 2)
    if not odd:
        return value - half, value + half
    return Fraction(2 * value - step, 2), Fraction(2 * value + step, 2)


def _ratio(over: int, under: int) -> Rational:
    whole, rest = divmod(over, under)
    return Fraction(over, under) if rest else whole


def simplest(value: Rational) -> Rational:
    """The number itself; as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def magnitude(value: Rational) -> Rational:
    """The number without its sign."""
    return -value if value < 0 else value
