"""Shares, factors and changes in words."""

from fractions import Fraction

import pytest

from checker.language.quantity import read_change, read_factor, read_share
from checker.language.types import Hedge
from checker.language.unreadable import Unreadable
from checker.ranges import Range

F = Fraction

SHARES = {
    "nearly half": (F(1, 2), F(9, 20), F(1, 2)),
    "12.5 percent": (F(1, 8), F(1245, 10_000), F(1255, 10_000)),
    "one in three": (F(1, 3), F(19, 60), F(7, 20)),
    "3 out of 10": (F(3, 10), F(57, 200), F(63, 200)),
    "two-thirds": (F(2, 3), F(19, 30), F(7, 10)),
    "two-thirds of them": (F(2, 3), F(19, 30), F(7, 10)),
    "0.3": (F(3, 10), F(1, 4), F(7, 20)),
    "all": (1, 1, 1),
    "none": (0, 0, 0),
    "most": (F(3, 4), F(1, 2), 1),
    "a minority": (F(1, 4), 0, F(1, 2)),
    "exactly half": (F(1, 2), F(1, 2), F(1, 2)),
}


@pytest.mark.parametrize(("words", "expected"), SHARES.items())
def test_share(words: str, expected: tuple[Fraction, Fraction, Fraction]) -> None:
    share = read_share(words)
    assert (share.nominal, share.stated.low, share.stated.high) == expected
    assert (share.unit.dimension, share.unit.factor) == ("ratio", 1)


FACTORS = {
    "three times": (3, F(57, 20), F(63, 20)),
    "3 times": (3, F(57, 20), F(63, 20)),
    "twice": (2, F(19, 10), F(21, 10)),
    "half": (F(1, 2), F(19, 40), F(21, 40)),
    "2.5": (F(5, 2), F(49, 20), F(51, 20)),
    "threefold": (3, F(57, 20), F(63, 20)),
    "twice as many": (2, F(19, 10), F(21, 10)),
    "nearly four times": (4, F(18, 5), 4),
    "more than double": (2, 2, 3),
    "50 percent": (F(1, 2), F(99, 200), F(101, 200)),
}


@pytest.mark.parametrize(("words", "expected"), FACTORS.items())
def test_factor(words: str, expected: tuple[Fraction, Fraction, Fraction]) -> None:
    factor = read_factor(words)
    assert (factor.nominal, factor.stated.low, factor.stated.high) == expected


MULTIPLIED = {
    "up about 40 percent": (1, Range.of(F(136, 100), F(144, 100))),
    "rose by 12 percent": (1, Range.of(F(1115, 1000), F(1125, 1000))),
    "fell 5%": (-1, Range.of(F(945, 1000), F(955, 1000))),
    "-5%": (-1, Range.of(F(945, 1000), F(955, 1000))),
    "doubled": (1, Range.of(F(19, 10), F(21, 10))),
    "more than doubled": (1, Range(F(2), F(3), low_open=True)),
    "tripled": (1, Range.of(F(57, 20), F(63, 20))),
    "halved": (-1, Range.of(F(19, 40), F(21, 40))),
    "more than halved": (-1, Range(F(0), F(1, 2), high_open=True)),
    "nearly halved": (-1, Range.of(F(1, 2), F(11, 20))),
    "grew threefold": (1, Range.of(F(57, 20), F(63, 20))),
    "fell fourfold": (-1, Range.of(F(5, 21), F(5, 19))),
    "up by half": (1, Range.of(F(59, 40), F(61, 40))),
    "down over 40 percent": (-1, Range(F(1, 2), F(3, 5), high_open=True)),
}


@pytest.mark.parametrize(("words", "expected"), MULTIPLIED.items())
def test_change_by_a_factor(words: str, expected: tuple[int, Range]) -> None:
    change = read_change(words)
    assert change.factor is not None
    assert (change.direction, change.factor.stated) == expected
    assert change.factor.stated.within(change.factor.widest)
    assert change.amount is None


@pytest.mark.parametrize(
    ("words", "direction"), [("up", 1), ("down", -1), ("unchanged", 0), ("lower", -1), ("rose", 1)]
)
def test_bare_direction(words: str, direction: int) -> None:
    change = read_change(words)
    assert (change.direction, change.factor, change.amount, change.points) == (
        direction,
        None,
        None,
        None,
    )


def test_change_by_an_amount() -> None:
    change = read_change("down 3 million USD")
    assert change.direction == -1
    assert change.amount is not None
    assert change.amount.nominal == 3_000_000
    assert change.amount.unit.currencies == ("USD",)


def test_change_by_points() -> None:
    change = read_change("up 27 percentage points")
    assert change.points is not None
    assert (change.points.nominal, change.amount) == (27, None)
    bare = read_change("up 27 points")
    assert bare.points is not None
    assert bare.amount is not None


def test_the_class_of_a_loss_is_mirrored() -> None:
    factor = read_change("down over 40 percent").factor
    assert factor is not None
    assert factor.hedge is Hedge.UPPER


@pytest.mark.parametrize("words", ["30", "5 people", "fugitives"])
def test_no_share(words: str) -> None:
    with pytest.raises(Unreadable):
        read_share(words)


@pytest.mark.parametrize("words", ["five people", "somewhat", "manifold"])
def test_no_factor(words: str) -> None:
    with pytest.raises(Unreadable):
        read_factor(words)


@pytest.mark.parametrize("words", ["sideways", "40 percent", "up sharply", ""])
def test_no_change(words: str) -> None:
    with pytest.raises(Unreadable):
        read_change(words)
