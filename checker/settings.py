"""What a newsroom may set: what words allow, how far conversions may be off, what today is."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from checker.rational import Rational


class Slack(Struct, frozen=True):
    """A share of the number, as stated and at the widest."""

    stated: Rational
    widest: Rational


class Between(Struct, frozen=True):
    """Two ranges in whole numbers, as stated and at the widest."""

    stated: tuple[int, int]
    widest: tuple[int, int]


class Hedges(Struct, frozen=True, eq=False):
    """What the words allow. Shares are of the number that the words stand with.

    Compared by identity, because readings are remembered by text and hedges, and to compare all
    these numbers anew for every figure would take longer than to read it.
    """

    nearly: Slack = Slack(Fraction(10, 100), Fraction(20, 100))
    just_over: Slack = Slack(Fraction(10, 100), Fraction(25, 100))
    about: Slack = Slack(Fraction(10, 100), Fraction(25, 100))
    fraction: Slack = Slack(Fraction(5, 100), Fraction(10, 100))
    couple: Between = Between((2, 3), (2, 4))
    few: Between = Between((2, 5), (2, 9))
    several: Between = Between((3, 9), (2, 20))
    dozens: Between = Between((24, 99), (12, 199))
    scores: Between = Between((40, 99), (20, 199))


DEFAULT_HEDGES = Hedges()


class Settings(Struct, frozen=True):
    """`tolerance` is the share by which a conversion of money may be off (fees, rounded rates).

    `today` is a day number, against which only the `until` of waivers is compared; None: nothing
    expires.
    """

    tolerance: Rational = Fraction(3, 100)
    today: int | None = None
    hedges: Hedges = DEFAULT_HEDGES
