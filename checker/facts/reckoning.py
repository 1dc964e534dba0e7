"""The sum that an editor would do on paper: one line for a conflict that comes from one relation."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.facts import factors
from checker.facts.explain import kind_of_factor, variable_unit, write_range
from checker.facts.ratio import nominal
from checker.language.types import Hedge, Unit
from checker.language.writing import write_number
from checker.rational import Rational, magnitude, quotient
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Linear, Product, Variable

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# Printed numbers by variable, in the base unit of their dimension, and the unit each is printed in.
_Printed = dict[Variable, tuple[Rational, Unit]]

_CENT = Fraction(1, 100)
_QUOTIENTS = {"numbers/rate-mismatch", "numbers/average-mismatch"}


def reckoning(facts: Facts, conflict: Conflict) -> str | None:
    """`313 + 441 = 754, more than 714.`; None where a figure is hedged, missing or not alone."""
    printed = _printed(facts, conflict)
    if printed is None:
        return None
    if len(conflict.constraints) == 1:
        line = _worked_out(conflict.constraints[0], printed)
        return f"{line} {_share_said(facts, conflict)}".rstrip() if line else None
    if {constraint.rule for constraint in conflict.constraints} <= _QUOTIENTS:
        return _rate(conflict.constraints, printed)
    return None


def _share_said(facts: Facts, conflict: Conflict) -> str:
    """What the words of a hedged share allow: `“nearly half” is 45 to 50 percent`."""
    for bound in conflict.bounds:
        words = facts.figures[bound.source].figure.share if bound.source in facts.figures else None
        share = factors.share(words, facts.settings.hedges) if words else None
        if kind_of_factor(bound.variable) == "share" and share and share.hedge is not Hedge.NONE:
            unit = variable_unit(facts, bound.variable)
            return f"“{words}” is {write_range(bound.at(conflict.level), unit)}."
    return ""


def _printed(facts: Facts, conflict: Conflict) -> _Printed | None:
    found: _Printed = {}
    for bound in conflict.bounds:
        fact = facts.figures.get(bound.source)
        if fact is None or kind_of_factor(bound.variable):
            continue
        value = nominal(fact)
        if value is None or fact.quantity is None or fact.quantity.hedge is not Hedge.NONE:
            return None
        found[bound.variable] = value, fact.unit
    return found


def _worked_out(constraint: Constraint, printed: _Printed) -> str | None:
    if isinstance(constraint, Linear):
        return _sum(constraint, printed)
    needed = [constraint.result, constraint.right]
    if any(name not in printed for name in needed):
        return None
    (result, unit), (other, other_unit) = (printed[name] for name in needed)
    if not other:
        return None
    kind = kind_of_factor(constraint.left)
    if kind == "share":
        part, whole = _written(result, unit), _written(other, other_unit)
        return f"{part} of {whole} is {_percent(quotient(result, other))} percent."
    if kind == "factor":
        times = _rounded(quotient(result, other))
        return f"{_written(result, unit)} is {times} times {_written(other, other_unit)}."
    if kind == "change":
        step = quotient(result - other, other)
        way = "up" if step > 0 else "down"
        change = f"{way} {_percent(magnitude(step))} percent" if step else "no change"
        return f"From {_written(other, other_unit)} to {_written(result, unit)} is {change}."
    return _mean(constraint, printed)


def _sum(constraint: Linear, printed: _Printed) -> str | None:
    (total, one), *parts = constraint.terms
    ones = one == 1 and all(coefficient == -1 for _, coefficient in parts)
    if len(parts) < 2 or not ones or any(name not in printed for name in constraint.variables):
        return None
    whole, unit = printed[total]
    values = [printed[name][0] for name, _ in parts]
    together = sum(values)
    words = "more" if together > whole else "less"
    terms = " + ".join(_written(value, unit) for value in values)
    return f"{terms} = {_written(together, unit)}, {words} than {_written(whole, unit)}."


def _mean(constraint: Product, printed: _Printed) -> str | None:
    if constraint.left not in printed:
        return None
    total, count = printed[constraint.result], printed[constraint.right]
    mean, unit = printed[constraint.left]
    worth = _rounded(quotient(quotient(total[0], count[0]) - unit.offset, unit.factor))
    return f"{_written(*total)} ÷ {_written(*count)} = {worth}, not {_written(mean, unit)}."


def _rate(constraints: tuple[Constraint, ...], printed: _Printed) -> str | None:
    """Of ÷ in × per, from the two relations that stand for it."""
    scaled = next((each for each in constraints if isinstance(each, Linear)), None)
    rate = next((each for each in constraints if isinstance(each, Product)), None)
    if len(constraints) != 2 or scaled is None or rate is None:
        return None
    of, per = scaled.terms[1]
    if any(name not in printed for name in (of, rate.left, rate.right)) or not printed[rate.right]:
        return None
    (cases, unit), (people, people_unit) = printed[of], printed[rate.right]
    value, own = printed[rate.left]
    worth = quotient(quotient(cases * -per, people), own.factor)
    # what the numbers as printed are multiplied by: their units may be others than the rate's
    printed_per = (
        quotient(worth * (quotient(people, people_unit.factor)), quotient(cases, unit.factor))
        if cases
        else 1
    )
    times = f" × {write_number(printed_per)}" if printed_per != 1 else ""
    return (
        f"{_written(cases, unit)} ÷ {_written(people, people_unit)}{times} = {_rounded(worth)}"
        f"{' percent' if own.dimension == 'ratio' else ''}, not {_written(value, own)}."
    )


def _written(value: Rational, unit: Unit) -> str:
    return write_number(quotient(value - unit.offset, unit.factor))


def _percent(value: Rational) -> str:
    return write_number(quotient(round(value * 1000), 10))


def _rounded(value: Rational) -> str:
    return write_number(round(value * 100) * _CENT if magnitude(value) < 1000 else round(value))
