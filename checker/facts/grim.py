"""Which means and percentages of n whole things can be: the GRIM arithmetic, exactly.

N. J. L. Brown and J. A. J. Heathers, The GRIM test (Social Psychological and Personality Science,
2017): a mean of n whole numbers is k / n for a whole k. Rounding half up and half down both count as
right.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from checker.facts.figures import FigureFact
from checker.language.types import Hedge, Quantity
from checker.rational import Rational, quotient


def possible(printed: Rational, place: Rational, number: int) -> bool:
    """Whether some whole k gives k / number that is printed so, to this place."""
    low, high = (printed - quotient(place, 2)) * number, (printed + quotient(place, 2)) * number
    return ceil(low) <= floor(high)


def nearest(printed: Rational, number: int) -> tuple[Rational, Rational]:
    """The two values k / number around the printed one."""
    below = floor(printed * number)
    return Fraction(below, number), Fraction(below + 1, number)


def exact_number(fact: FigureFact | None) -> int | None:
    """The whole number of things that a figure counts, where it is known exactly or in digits.

    150 in digits is 150: that it is rounded is a strained reading, and GRIM only ever warns. A
    hundred in words is no exact count.
    """
    if fact is None or fact.stated is None or fact.widest is None or fact.dimension != "count":
        return None
    in_digits = fact.quantity is not None and any(map(str.isdigit, fact.quantity.text))
    point = fact.stated.point if in_digits else fact.widest.point
    return int(point) if point is not None and point.denominator == 1 and point > 0 else None


def printed_exactly(quantity: Quantity | None) -> bool:
    """Whether a quantity is one number in digits, without a hedge."""
    return quantity is not None and quantity.hedge is Hedge.NONE and bool(quantity.digits)
