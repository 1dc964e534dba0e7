"""Conversions of money in an editor's words, with the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.facts.conversions import Conversion, Failure
from checker.facts.evidence import finding
from checker.facts.explain import write_amount, write_range
from checker.finding import Finding, Severity
from checker.ranges import Range
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts

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
        Severity.ERROR if grave else Severity.WARNING,
        message,
        [conversion.claim],
        at=conversion.claim.span(*both.key),
        explanation=arithmetic(facts, conversion, failure.level),
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
