"""What a claim asserts, as text: what a fingerprint and a waiver depend on."""

from __future__ import annotations

from checker.model.claim import Age, Attribute, Claim, Figure, Happening


def values_of(claim: Claim) -> tuple[str, ...]:
    """The values that a claim gives, as written; not its references, words or place.

    Lists are sorted and spaces evened out: neither order nor layout changes what is said.
    """
    said = _asserted(claim)
    if claim.correction is not None:
        said = (*said, claim.correction.was, *sorted(claim.correction.were[1:]))
    return tuple(" ".join(value.split()) for value in said if value)


def _asserted(claim: Claim) -> tuple[str | None, ...]:
    match claim.asserts:
        case Figure() as figure:
            times = figure.times.factor if figure.times else None
            change = figure.change.by if figure.change else None
            lists = (*sorted(figure.restated), *sorted(figure.items))
            return (figure.value, figure.share, times, change, *lists)
        case Happening() as happening:
            return (happening.date, happening.weekday, happening.lasts)
        case Age() as age:
            return (age.age,)
        case Attribute() as attribute:
            return tuple(sorted(attribute.values))
        case _:
            return claim.quotes
