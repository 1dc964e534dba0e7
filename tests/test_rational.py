"""Numbers stay exact: ints and fractions, never floats."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.rational import Rational, around, magnitude, product, quotient, simplest, within_half

PACKAGE = Path(checker.__file__).parent
ROOMS = ("facts", "language", "model", "rules", "solve")
PATHS = {"Path", "folder", "_DATA", "_FOLDER"}

numbers = st.one_of(st.integers(-(10**9), 10**9), st.fractions(max_denominator=1000).map(simplest))


def is_simplest(value: Rational) -> bool:
    return type(value) is int or (type(value) is Fraction and value.denominator != 1)


@given(numbers, numbers)
def test_products_and_quotients_are_exact(a: Rational, b: Rational) -> None:
    assert product(a, b) == Fraction(a) * Fraction(b)
    assert is_simplest(product(a, b))
    if b != 0:
        assert quotient(a, b) == Fraction(a) / Fraction(b)
        assert is_simplest(quotient(a, b))


@given(numbers, numbers)
def test_around_is_as_far_on_both_sides(value: Rational, slack: Rational) -> None:
    assert around(value, slack) == (value - slack, value + slack)
    assert all(map(is_simplest, around(value, slack)))


@given(numbers, numbers)
def test_what_rounds_to_a_number_is_half_a_step_away(value: Rational, step: Rational) -> None:
    assert within_half(value, step) == (
        value - step * Fraction(1, 2),
        value + step * Fraction(1, 2),
    )
    assert all(map(is_simplest, within_half(value, step)))


@given(numbers)
def test_a_magnitude_is_never_negative(a: Rational) -> None:
    assert magnitude(a) == abs(a)
    assert type(magnitude(a)) is type(a)


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        quotient(1, 0)


def slashes(source: str) -> list[str]:
    """The divisions by `/` in a module, other than of a path and a name."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)
        if not PATHS & {getattr(each, "id", getattr(each, "attr", "")) for each in ast.walk(node)}
    ]


def test_a_slash_is_seen() -> None:
    seen = slashes("a = b / 2\na /= 3\nc = Path(d) / 'e'")
    assert sorted(seen) == ["a /= 3", "b / 2"]


@pytest.mark.parametrize(
    "module",
    [PACKAGE / "ranges.py", *(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_figures_are_divided_by_quotient(module: Path) -> None:
    """`/` of two whole numbers would be a float: `checker.rational.quotient` is exact."""
    assert slashes(module.read_text(encoding="utf-8")) == []
