"""What a claim asserts, as text: what a fingerprint and a waiver depend on."""

from __future__ import annotations

from checker.model.claim import Age, Attribute, Claim, Figure, Happening


def values_of(claim: Claim) -> tuple[str, ...]:
    """The values that a claim gives, as written; not its references, words or place."""
    said = _asserted(claim)
    if claim.correction is not None:
        said = (*said, claim.correction.was)
    return tuple(value for value in said if value)


def _asserted(claim: Claim) -> tuple[str | None, ...]:
    match claim.asserts:
        case Figure() as figure:
            times = figure.times.factor if figure.times else None
            change = figure.change.by if figure.change else None
            return (figure.value, figure.share, times, change, *figure.restated, *figure.items)
        case Happening() as happening:
            return (happening.date, happening.weekday, happening.lasts)
        case Age() as age:
            return (age.age,)
        case Attribute() as attribute:
            return attribute.values
        case _:
            return claim.quotes
