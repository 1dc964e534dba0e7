"""Conversions of money in an editor's words: the arithmetic, and the slips that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.facts.conversions import Conversion, Failure
from checker.facts.evidence import finding
from checker.facts.explain import write_amount, write_range
from checker.facts.figures import quantity_of, resolve_unit
from checker.facts.restatements import Amount
from checker.facts.severity import limited
from checker.finding import Finding, Repair, Severity
from checker.ranges import Range
from checker.solve.constraint import Level
from checker.solve.slips import HEDGE_ADDED, HEDGE_LOST, slips

if TYPE_CHECKING:
    from checker.facts.facts import Facts

# So many likely slips are offered.
REPAIRS = 3
MISMATCH = "money/conversion-mismatch"


def failure_finding(facts: Facts, failure: Failure, why: str) -> Finding:
    """A conversion that does not hold: what it comes to, and `why` it may have gone wrong."""
    conversion = failure.conversion
    both = conversion.both
    grave = failure.level is Level.WIDEST
    message = (
        f"“{both.second.text}” is not what “{both.first.text}” comes to "
        f"({comes_to(conversion)} {conversion.at_rates}); {why}."
    )
    return finding(
        facts,
        limited([conversion.claim], Severity.ERROR if grave else Severity.WARNING),
        message,
        [conversion.claim],
        at=conversion.claim.span(*both.key),
        explanation=arithmetic(facts, conversion, failure.level),
        repairs=repairs(facts, conversion),
    )


def comes_to(conversion: Conversion) -> str:
    """The first amount in the second's currency, at the rates of its day."""
    assert conversion.span is not None
    unit = conversion.both.second.unit
    nominal = Range.exactly(conversion.both.first.nominal) * conversion.span.rates
    assert nominal.low is not None
    assert nominal.high is not None
    low, high = write_amount(nominal.low, unit), write_amount(nominal.high, unit)
    return f"about {low}" if low == high else f"{low} to {high}"


def arithmetic(facts: Facts, conversion: Conversion, level: Level) -> tuple[str, ...]:
    """The reading of both amounts and the rates between them, a step a line."""
    assert conversion.span is not None
    tolerance = facts.settings.tolerance
    first, second = conversion.both.first, conversion.both.second
    allowed = first.at(level, tolerance)
    converted = allowed * conversion.span.rates
    return (
        f"“{first.text}” is {write_range(allowed, first.unit)}, roundly read.",
        *conversion.span.notes,
        f"That makes {write_range(converted, second.unit)}.",
        f"“{second.text}” is {write_range(second.at(level, tolerance), second.unit)}, roundly read.",
    )


def repairs(facts: Facts, conversion: Conversion) -> tuple[Repair, ...]:
    """The likeliest slips of either amount that would make the conversion hold."""
    found = [
        (rank, off, Repair(conversion.claim.key, amount.text, text, why))
        for amount, is_first in ((conversion.both.second, False), (conversion.both.first, True))
        for rank, off, text, why in _candidates(facts, conversion, amount, is_first=is_first)
    ]
    found.sort(key=lambda entry: entry[:2])
    return tuple(repair for _, _, repair in found[:REPAIRS])


def _candidates(
    facts: Facts, conversion: Conversion, amount: Amount, *, is_first: bool
) -> Iterator[tuple[int, Fraction, str, str]]:
    """Slips of one amount that make both meet: rank, how far off they leave it, text and why."""
    both = conversion.both
    for slip in slips(amount.text):
        quantity = quantity_of(slip.text)
        if quantity is None or slip.why in {HEDGE_ADDED, HEDGE_LOST}:
            continue
        if quantity.unit.dimension != "money" or quantity.unit.currency is None:
            continue
        unit = resolve_unit(facts, conversion.claim, quantity.unit, None)
        changed = Amount(slip.text, quantity, unit)
        pair = replace(both, first=changed) if is_first else replace(both, second=changed)
        tried = facts.exchange.convert(pair)
        holds = tried.span is not None and tried.source != tried.target
        if holds and tried.holds(Level.STATED, facts.settings.tolerance):
            yield slip.rank, _off(tried), slip.text, slip.why


def _off(conversion: Conversion) -> Fraction:
    """How far the nominal amounts lie apart, as a share of the second."""
    assert conversion.span is not None
    wanted = conversion.both.second.nominal
    converted = conversion.both.first.nominal * conversion.span.low.rate
    return abs(converted - wanted) / abs(wanted) if wanted else abs(converted)


def conversion_remarks(facts: Facts) -> Iterator[Finding]:
    """The conversions that hold, with their arithmetic: for who wants to see it."""
    tolerance = facts.settings.tolerance
    for conversion in facts.exchange.conversions:
        if conversion.span is None or conversion.failing_level(tolerance) is not None:
            continue
        both = conversion.both
        message = (
            f"“{both.second.text}” agrees with “{both.first.text}” by rounding "
            f"({comes_to(conversion)} {conversion.at_rates})."
        )
        found = finding(
            facts,
            Severity.NOTE,
            message,
            [conversion.claim],
            at=conversion.claim.span(*both.key),
            explanation=arithmetic(facts, conversion, Level.STATED),
        )
        yield replace(found, rule=MISMATCH)
