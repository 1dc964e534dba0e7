"""What a newsroom may set: how far conversions may be off, and what a run takes for today."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Settings:
    """`tolerance` is the share by which a conversion of money may be off (fees, rounded rates).

    `today` is a day number, against which only the `until` of waivers is compared; None: nothing
    expires.
    """

    tolerance: Fraction = Fraction(3, 100)
    today: int | None = None
