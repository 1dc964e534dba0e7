"""Conflicts of figures in an editor's words: what each claim allows, and why that cannot all be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.facts.comparable import CONVERTED, RATE, in_currency_of
from checker.facts.figures import is_converted
from checker.facts.times import Time, nominal_days
from checker.language.days import write_day
from checker.language.types import Unit
from checker.language.writing import write_in_unit, write_number
from checker.ranges import Range
from checker.rational import Rational, quotient
from checker.solve.conflicts import Conflict
from checker.solve.constraint import Constraint, Level, Linear, Product, Variable
from checker.solve.trace import Step, trace

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.model.claim import Claim

# A long chain of arithmetic is cut in the middle: nobody reads forty lines.
LINES = 14
_PERCENT = Unit("percent", "ratio", Fraction(1, 100))


def claim_label(facts: Facts, claim: Claim) -> str:
    """What a claim measures, of whom and where: `fugitives returned (Canada)`."""
    figure = claim.asserts
    name = facts.measure_name(getattr(figure, "measure", claim.id))
    about = [getattr(figure, "subject", None), getattr(figure, "place", None)]
    named = [facts.entity_name(entity) for entity in about if entity]
    return f"{name} ({', '.join(named)})" if named else name


def value_words(fact: FigureFact) -> str:
    """A figure as its claim writes it."""
    return fact.figure.value or "no figure of its own"


def write_amount(value: Rational, unit: Unit) -> str:
    """A value in the base unit of a dimension, written in `unit`."""
    return write_in_unit(quotient(value - unit.offset, unit.factor), unit)


def write_range(allowed: Range, unit: Unit) -> str:
    """A range in the base unit of a dimension, written in `unit`."""
    if allowed.point is not None:
        return f"exactly {write_amount(allowed.point, unit)}"
    if allowed.low is None and allowed.high is None:
        return "any figure"
    if allowed.high is None:
        assert allowed.low is not None
        words = "more than" if allowed.low_open else "at least"
        return f"{words} {write_amount(allowed.low, unit)}"
    if allowed.low is None or (allowed.low == 0 and not allowed.low_open):
        words = "less than" if allowed.high_open else "at most"
        return f"{words} {write_amount(allowed.high, unit)}"
    low = write_number(quotient(allowed.low - unit.offset, unit.factor))
    return f"{low} to {write_amount(allowed.high, unit)}"


def reading(fact: FigureFact, level: Level) -> str:
    """One line: a figure's words and the range that they stand for."""
    allowed = fact.widest if level is Level.WIDEST else fact.stated
    assert allowed is not None
    how = "at its widest" if level is Level.WIDEST else "as ordinarily meant"
    if is_converted(fact):
        how += ", at the rates of the time"
    if allowed.point is not None:
        return f"“{value_words(fact)}” is {write_range(allowed, fact.unit)}."
    return f"“{value_words(fact)}” is {write_range(allowed, fact.unit)}, {how}."


def time_words(time: Time | None) -> str:
    """A period or moment as the days that its words name."""
    days = nominal_days(time) if time else None
    if time is None or days is None:
        return "no known days"
    if time.moment or days[0] == days[1]:
        return write_day(days[0])
    return f"{write_day(days[0])} to {write_day(days[1])}"


def readings(facts: Facts, conflict: Conflict) -> list[str]:
    """What each claim of a conflict allows, one line a claim."""
    lines = []
    for bound in conflict.bounds:
        fact = facts.figures.get(bound.source)
        own = fact is not None and not kind_of_factor(bound.variable)
        if own and fact is not None and fact.widest is not None:
            lines.append(f"{_sentence(_dated(facts, fact))}: {reading(fact, conflict.level)}")
    return lines


def conversions(facts: Facts, conflict: Conflict) -> list[str]:
    """What amounts come to in the currency that they are compared in."""
    lines = []
    claimed = {bound.variable: facts.figures.get(bound.source) for bound in conflict.bounds}
    for constraint in conflict.constraints:
        kind, _, rest = constraint.variables[0].partition(" ")
        if isinstance(constraint, Product) and kind == CONVERTED:
            currency, _, variable = rest.partition(" ")
            fact = claimed.get(variable)
            others = (f for f in claimed.values() if f and f.unit.currency == currency)
            other = next(others, None)
            converted = in_currency_of(facts, fact, other) if fact and other else None
            if converted is not None:
                lines.append(reading(converted, conflict.level))
    return lines


def steps(facts: Facts, conflict: Conflict) -> list[str]:
    """What follows from the claims step by step, up to the contradiction."""
    found = trace(conflict.bounds, conflict.constraints, conflict.level, conflict.claims)
    labels = _labels(facts, {v for step in found for v in step.constraint.variables})
    return [_step_words(facts, step, labels) for step in found]


def _labels(facts: Facts, variables: Iterable[Variable]) -> dict[Variable, str]:
    """What variables stand for; with the time where several are of one measure, subject and place."""
    labels = {variable: variable_label(facts, variable) for variable in variables}
    alike = Counter(labels.values())
    return {
        variable: label if alike[label] == 1 else _timed(facts, variable, label)
        for variable, label in labels.items()
    }


def _timed(facts: Facts, variable: Variable, label: str) -> str:
    fact = facts.figures.get(variable)
    time = fact and (fact.figure.period or fact.figure.as_of)
    if not time:
        return label
    return f"{label[:-1]}, {time})" if label.endswith(")") else f"{label} ({time})"


def notes(conflict: Conflict) -> list[str]:
    """What the relations of a conflict say, each once."""
    return list(dict.fromkeys(each.note for each in conflict.constraints if each.note))


def _dated(facts: Facts, fact: FigureFact) -> str:
    """What a claim measures and the time that it gives, as written."""
    time = fact.figure.period or fact.figure.as_of
    label = claim_label(facts, fact.claim)
    return f"{label}, {time}" if time else label


def cut(lines: list[str]) -> tuple[str, ...]:
    """The lines, of a long list only its beginning and its end."""
    if len(lines) <= LINES:
        return tuple(lines)
    half = LINES // 2
    left_out = f"… {len(lines) - 2 * half} more lines …"
    return (*lines[:half], left_out, *lines[-half:])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def kind_of_factor(variable: Variable) -> str:
    """`factor`, `share` or `change` for a variable that is one; else nothing."""
    kind, space, _ = variable.partition(" ")
    return kind if space and kind in {"factor", "share", "change"} else ""


def variable_unit(facts: Facts, variable: Variable) -> Unit:
    """The unit in which a variable is written."""
    if kind_of_factor(variable) == "share":
        return _PERCENT
    thing = facts.things.of(variable) if not kind_of_factor(variable) else None
    for fact in thing.facts if thing else ():
        if fact.widest is not None:
            return fact.unit
    declared = facts.units.get(thing.scope[0]) if thing else None
    return declared or Unit("", "count")


def variable_label(facts: Facts, variable: Variable) -> str:
    """What a variable stands for."""
    kind, _, claim = variable.partition(" ")
    if kind in {CONVERTED, RATE} and claim:
        return variable_label(facts, claim.partition(" ")[2])
    if kind_of_factor(variable):
        return f"the {kind} given for {claim_label(facts, facts.claims[claim])}"
    return claim_label(facts, facts.claims[variable])


def _step_words(facts: Facts, step: Step, labels: dict[Variable, str]) -> str:
    label = labels[step.variable]
    unit = variable_unit(facts, step.variable)
    why = _because(step.constraint, step.variable, labels)
    if step.left.empty:
        wanted = write_range(step.allowed, unit)
        return f"{why}, so {label} would have to be {wanted}: that cannot be."
    return f"{why}, so {label} is {write_range(step.left, unit)}."


def _because(constraint: Constraint, variable: Variable, labels: dict[Variable, str]) -> str:
    if constraint.note:
        return constraint.note
    others = [v for v in dict.fromkeys(constraint.variables) if v != variable]
    names = " and ".join(labels[v] for v in others[:4])
    more = f" and {len(others) - 4} more" if len(others) > 4 else ""
    joined = "are joined to it" if len(others) > 1 else "is joined to it"
    if isinstance(constraint, Linear) and len(constraint.terms) > 2:
        joined = "go with it"
    return f"{_sentence(names)}{more} {joined}"
