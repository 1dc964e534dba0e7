"""Units of measurement and of money, and the tables they come from."""

from fractions import Fraction
from pathlib import Path

import pytest

from checker.language import currencies, units
from checker.language.misspelt import misspelt, one_edit_apart
from checker.language.units import convert, read_unit, same_dimension
from checker.ranges import Range

TABLE = Path(units.__file__).parent.parent / "data" / "units.tsv"
ROWS = [r.split("\t") for r in TABLE.read_text(encoding="utf-8").splitlines() if r[0] != "#"]


def test_the_table_is_what_pint_defines() -> None:
    for _, _, expression, dimension, factor, offset in ROWS:
        made = units.pint_definition(expression)
        assert made == (dimension, Fraction(factor), Fraction(offset)), expression


def test_exact_factors() -> None:
    acre, foot = read_unit("acres"), read_unit("feet")
    assert foot is not None
    assert foot.factor == Fraction(3048, 10_000)
    assert acre is not None
    assert abs(acre.factor - Fraction("4046.8564224")) < Fraction(1, 50)


def test_temperatures_are_shifted_exactly() -> None:
    celsius, fahrenheit = read_unit("°C"), read_unit("degrees Fahrenheit")
    assert celsius is not None
    assert fahrenheit is not None
    assert convert(Range.exactly(100), celsius, fahrenheit) == Range.exactly(212)
    assert convert(Range.exactly(-40), fahrenheit, celsius) == Range.exactly(-40)


def test_lengths_are_no_masses() -> None:
    mile, kilogram = read_unit("miles"), read_unit("kg")
    assert mile is not None
    assert kilogram is not None
    assert not same_dimension(mile, kilogram)
    with pytest.raises(ValueError, match="cannot be given"):
        convert(Range.exactly(1), mile, kilogram)
    assert convert(Range.exactly(1), mile, mile) == Range.exactly(1)


@pytest.mark.parametrize(
    ("words", "dimension"),
    [
        ("km/h", "[length] / [time]"),
        ("miles per hour", "[length] / [time]"),
        ("metres per second", "[length] / [time]"),
        ("sq km", "[length] ** 2"),
        ("kilowatt-hours", "[length] ** 2 * [mass] / [time] ** 2"),
        ("litres", "[length] ** 3"),
        ("kg/m^3", "[mass] / [length] ** 3"),
        ("barrels a day", "[length] ** 3 / [time]"),
        ("percent", "ratio"),
        ("N*m", "[length] ** 2 * [mass] / [time] ** 2"),
    ],
)
def test_compound_units(words: str, dimension: str) -> None:
    unit = read_unit(words)
    assert unit is not None
    assert unit.dimension == dimension


@pytest.mark.parametrize("words", ["fugitives", "people", "", "a/b/c^", "degrees", "pounds"])
def test_no_units(words: str) -> None:
    assert read_unit(words) is None


def test_case_of_symbols_matters() -> None:
    large, small = read_unit("MW"), read_unit("mW")
    assert large is not None
    assert small is not None
    assert large.factor / small.factor == 10**9


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("CNY", ("CNY",)),
        ("US$", ("USD",)),
        ("Hong Kong dollars", ("HKD",)),
        ("Belarusian roubles", ("BYN",)),
        ("Irish pounds", ("IEP",)),
        ("deutschmarks", ("DEM",)),
        ("Lebanese pounds", ("LBP",)),
        ("kr", ("DKK", "ISK", "NOK", "SEK")),
        ("DEM", ("DEM",)),
    ],
)
def test_currencies(words: str, codes: tuple[str, ...]) -> None:
    unit = currencies.read_currency(words)
    assert unit is not None
    assert unit.currencies[: len(codes)] == codes


def test_words_that_are_no_currency() -> None:
    assert currencies.read_currency("fugitives") is None
    assert currencies.read_currency("Martian dollars") is None


def test_all_dollars_are_candidates_for_the_sign() -> None:
    assert {"USD", "AUD", "CAD", "HKD"} <= set(currencies.candidates("$"))
    assert currencies.candidates("yuan") == ("CNY",)
    assert currencies.candidates("Mexican pesos") == ("MXN",)
    assert currencies.candidates("stones") == ()


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("China", ("CNY",)),
        ("Japan", ("JPY",)),
        ("the U.S.", ("USD",)),
        ("Nigerian", ("NGN",)),
        ("Zagreb", ("EUR",)),
        ("Panama", ("PAB", "USD")),
        ("Atlantis", ()),
    ],
)
def test_currencies_of_places(place: str, codes: tuple[str, ...]) -> None:
    assert currencies.currencies_of_place(place) == codes


def test_one_edit() -> None:
    assert one_edit_apart("yaun", "yuan")
    assert one_edit_apart("milion", "million")
    assert one_edit_apart("kilometrs", "kilometers")
    assert not one_edit_apart("yuan", "yuan's")
    assert not one_edit_apart("miners", "minutes")


@pytest.mark.parametrize("word", ["metro", "tones", "colon", "Millon", "oz", "crowds", "collars"])
def test_ordinary_words_and_names_are_left_alone(word: str) -> None:
    assert misspelt(word) is None
