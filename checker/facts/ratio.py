"""How many times one figure is another, for people."""

from __future__ import annotations

from fractions import Fraction

from checker.facts.figures import FigureFact
from checker.language.writing import write_number
from checker.rational import Rational, quotient


def how_many_times(a: FigureFact, b: FigureFact) -> str:
    """One figure as a multiple of another: `“800 billion yuan” is about 667 times “1.2 billion”`."""
    one, other = nominal(a), nominal(b)
    if one is None or not other:
        return "One of them names no single number."
    times = quotient(one, other)
    rounded = round(Fraction(times), 0 if times >= 10 else 1 if times >= 2 else 2)
    words = f"about {write_number(rounded)} times"
    return f"“{a.figure.value}” is {words} “{b.figure.value}”."


def nominal(fact: FigureFact) -> Rational | None:
    """The printed number in the base unit of its dimension."""
    if fact.quantity is None:
        return None
    return fact.quantity.nominal * fact.unit.factor + fact.unit.offset
