"""The table of `Quantities in words`, row by row, and the forms of numbers that it lists."""

from fractions import Fraction

import pytest

from checker.language.quantity import read_quantity
from checker.language.types import Hedge, Quantity
from checker.language.unreadable import Unreadable
from checker.ranges import Range


def spread(text: str) -> Range:
    """`(700, 800]`, `[1.15e9, *]`: a range as mathematicians write it; `*` is without end."""
    low, high = text[1:-1].split(", ")
    ends = [None if end == "*" else Fraction(end) for end in (low, high)]
    return Range(ends[0], ends[1], text[0] == "(", text[-1] == ")")


ROWS = [
    # words, stated, widest ("" the same)
    ("48", "[48, 48]", ""),
    ("10", "[10, 10]", ""),
    ("96 government officials", "[96, 96]", ""),
    ("700", "[700, 700]", "[650, 750]"),
    ("1,240", "[1240, 1240]", "[1235, 1245]"),
    ("1,243", "[1243, 1243]", ""),
    ("1.2 billion", "[1.15e9, 1.25e9]", ""),
    ("63.7 %", "[63.65, 63.75]", ""),
    ("1.3 kg", "[1.25, 1.35]", ""),
    ("4.0 million", "[3.95e6, 4.05e6]", ""),
    ("189 million USD", "[188.5e6, 189.5e6]", ""),
    ("800 billion yuan", "[799.5e9, 800.5e9]", "[750e9, 850e9]"),
    ("£9,300", "[9299.5, 9300.5]", "[9250, 9350]"),
    ("two thousand", "[1500, 2500]", ""),
    ("exactly 700", "[700, 700]", ""),
    ("over 700", "(700, 800]", "(700, *]"),
    ("more than 15 people", "(15, 20]", "(15, *]"),
    ("above 15 percent", "(15, 16]", "(15, *]"),
    ("over 1.2 billion", "(1.2e9, 1.3e9]", "(1.2e9, *]"),
    ("over 20 km", "(20, 30]", "(20, *]"),
    ("over 99", "(99, 100]", "(99, *]"),
    ("over half", "(1/2, 1]", "(1/2, *]"),
    ("under 700", "[600, 700)", "[0, 700)"),
    ("fewer than 15 people", "[10, 15)", "[0, 15)"),
    ("less than 20 people", "[10, 20)", "[0, 20)"),
    ("below 1.2 billion", "[1.1e9, 1.2e9)", "[0, 1.2e9)"),
    ("at least 42", "[42, *]", ""),
    ("no fewer than 42", "[42, *]", ""),
    ("42 or more", "[42, *]", ""),
    ("300 people or more", "[300, *]", ""),
    ("700+", "[700, *]", ""),
    ("at most 20 DZD", "[0, 20]", ""),
    ("up to 50", "[0, 50]", ""),
    ("as many as 50", "[0, 50]", ""),
    ("no more than 520 tonnes", "[0, 520]", ""),
    ("50 or fewer", "[0, 50]", ""),
    ("nearly 300", "[270, 300]", "[240, 300]"),
    ("almost 300", "[270, 300]", "[240, 300]"),
    ("just under 300", "[270, 300]", "[240, 300]"),
    ("just over 300", "[300, 330]", "[300, 375]"),
    ("around 800 billion yuan", "[720e9, 880e9]", "[600e9, 1000e9]"),
    ("some 300", "[270, 330]", "[225, 375]"),
    ("an estimated 1,240", "[1116, 1364]", "[930, 1550]"),
    ("close to 100", "[90, 110]", "[75, 125]"),
    ("between 20 and 30", "[20, 30]", ""),
    ("10 to 20 DZD", "[10, 20]", ""),
    ("$5-7 million", "[5e6, 7e6]", ""),
    ("$5 million to $7 million", "[5e6, 7e6]", ""),
    ("5% to 7%", "[5, 7]", ""),
    ("500 to 1 million", "[500, 1e6]", ""),
    ("one to two hundred", "[100, 200]", ""),
    ("two or three years", "[2, 3]", ""),
    ("a few", "[2, 5]", "[2, 9]"),
    ("several", "[3, 9]", "[2, 20]"),
    ("dozens", "[24, 99]", "[12, 199]"),
    ("scores of people", "[40, 99]", "[20, 199]"),
    ("hundreds", "[200, 999]", "[101, 1999]"),
    ("thousands", "[2000, 9999]", "[1001, 19999]"),
    ("tens of thousands", "[20000, 99999]", "[10001, 199999]"),
    ("millions of yuan", "[2e6, 9.99e6]", "[1e6, 19.99e6]"),
    ("several hundred", "[300, 900]", "[200, 2000]"),
    ("half", "[19/40, 21/40]", "[9/20, 11/20]"),
    ("a third", "[19/60, 7/20]", "[3/10, 11/30]"),
    ("nearly half", "[9/20, 1/2]", "[2/5, 1/2]"),
    ("half a million", "[475000, 525000]", "[450000, 550000]"),
    ("no", "[0, 0]", ""),
    ("none", "[0, 0]", ""),
    ("zero", "[0, 0]", ""),
    ("0 percent", "[0, 0.5]", ""),
    ("-5 °C", "[-5.5, -4.5]", ""),
    ("0 °C", "[-0.5, 0.5]", ""),
    ("-1 to 5 percent", "[-1, 5]", ""),
    ("at least about 300", "[270, *]", "[225, *]"),
    ("6 feet 2 inches", "[49/8, 149/24]", ""),
]


@pytest.mark.parametrize(("words", "stated", "widest"), ROWS, ids=[row[0] for row in ROWS])
def test_row(words: str, stated: str, widest: str) -> None:
    figure = read_quantity(words)
    assert figure.stated == spread(stated)
    assert figure.widest == spread(widest or stated)


NUMBERS = {
    "48 500-seat buses": 48,
    "48 500 seats": 48_500,
    "1,17,821": 117_821,
    "1 240 people": 1240,
    "1\u202f240 people": 1240,
    "20\u00a0000 people": 20_000,
    "one": 1,
    "forty-two": 42,
    "a dozen": 12,
    "half a dozen": 6,
    "an hour": 1,
    "about about 5": 5,
    "two dozen people": 24,
    "three hundred and six": 306,
    "fifteen hundred": 1500,
    "one million two hundred thousand": 1_200_000,
    "twelve thousand five hundred": 12_500,
    "two and a half million": 2_500_000,
    "a million and a half": 1_500_000,
    "1½ miles": Fraction(3, 2),
    "one point two billion": 1_200_000_000,
    "nought point five percent": Fraction(1, 2),
    "8亿": 800_000_000,
    "三百万": 3_000_000,
    "1.2亿元": 120_000_000,
    "两千": 2000,
    "一百二十": 120,
    "三亿五千万": 350_000_000,
    "２５ people": 25,
    "2.5 lakh pilgrims": 250_000,
    "1.2 lakh crore rupees": 12 * 10**11,
    "25 wan pilgrims": 250_000,
    "3 yi": 300_000_000,
    "£62bn": 62 * 10**9,
    "$850m": 850 * 10**6,
    "67m people": 67 * 10**6,
    "3 m": 3,
    "3 m yuan": 3_000_000,
    "$3 m": 3_000_000,
    "12m2": 12,
    "5k": 5000,
    "−5 percent": -5,
    "minus 5 degrees Celsius": -5,
    "-$5 million": -5_000_000,
    "three quarters of a million euros": 750_000,
    "1 in 5 people": Fraction(1, 5),
    "48 in 2015": 48,
}


@pytest.mark.parametrize(("words", "value"), NUMBERS.items())
def test_number(words: str, value: int | Fraction) -> None:
    assert read_quantity(words).nominal == value


UNITS = {
    "1.2 billion yuan": ("money", ("CNY",)),
    "RMB 5m": ("money", ("CNY",)),
    "US$7.23 million": ("money", ("USD",)),
    "$5": ("money", ("USD",)),
    "R72.4 million": ("money", ("ZAR",)),
    "about C$5m": ("money", ("CAD",)),
    "$5 million Canadian": ("money", ("CAD",)),
    "12 Mexican pesos": ("money", ("MXN",)),
    "¥318 million": ("money", ("CNY", "JPY")),
    "5 dinars": ("money", ("BHD", "DZD", "IQD", "JOD", "KWD", "LYD", "MKD", "RSD", "TND")),
    "13,000 pesos a month": ("money", ("ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU")),
    "8亿美元": ("money", ("USD",)),
    "19 foot soldiers": ("count", ()),
    "9 won games": ("count", ()),
    "5 dollar bills": ("count", ()),
    "10 in the car": ("count", ()),
    "12 per 100,000": ("count", ()),
    "48 Covid-19 patients": ("count", ()),
    "2,518 square kilometres": ("[length] ** 2", ()),
    "60 km/h": ("[length] / [time]", ()),
    "5 million barrels per day": ("[length] ** 3 / [time]", ()),
    "300 MW": ("[length] ** 2 * [mass] / [time] ** 3", ()),
    "5 GWh": ("[length] ** 2 * [mass] / [time] ** 2", ()),
    "5 µg/m³": ("[mass] / [length] ** 3", ()),
    "5 tons": ("[mass]", ()),
    "64-year-old": ("[time]", ()),
    "27 percentage points": ("ratio", ()),
    "half of the officials": ("ratio", ()),
    "half an hour": ("[time]", ()),
}


@pytest.mark.parametrize(("words", "dimension", "currencies"), [(w, *u) for w, u in UNITS.items()])
def test_unit(words: str, dimension: str, currencies: tuple[str, ...]) -> None:
    unit = read_quantity(words).unit
    assert (unit.dimension, unit.currencies) == (dimension, currencies)


CLASSES = {
    "700": Hedge.NONE,
    "exactly 700": Hedge.NONE,
    "over 700": Hedge.LOWER,
    "upwards of 700": Hedge.LOWER,
    "700 plus": Hedge.LOWER,
    "≥ 700": Hedge.LOWER,
    "at least about 700": Hedge.LOWER,
    "as few as 700": Hedge.LOWER,
    "under 700": Hedge.UPPER,
    "<700": Hedge.UPPER,
    "at the most 700": Hedge.UPPER,
    "nearly 700": Hedge.NEAR,
    "nigh on 700": Hedge.NEAR,
    "~700": Hedge.NEAR,
    "700 or so": Hedge.NEAR,
    "dozens": Hedge.NEAR,
    "approx. 700": Hedge.NEAR,
    "5 to 7": Hedge.BETWEEN,
    "a total of 700": Hedge.NONE,
}


@pytest.mark.parametrize(("words", "hedge"), CLASSES.items())
def test_class_of_hedge(words: str, hedge: Hedge) -> None:
    assert read_quantity(words).hedge is hedge


UNREADABLE = {
    "5, 10 men": ("“5” is a figure, but another stands behind it",),
    "1.2 bilion yaun": ("billion", "yuan", "1.2"),
    "5 kilometrs": ("kilomet",),
    "12 milion people": ("million",),
    "milion people": ("million",),
    "1,24": ("1.24",),
    "1.2.3": ("decimal point",),
    "1.234.567": ("1,234,567",),
    "20 to 10": ("down to",),
    "between 5": ("between",),
    "20th": ("20th",),
    "some people": ("no number",),
    "": ("empty",),
    "$": ("no number",),
    "about": ("no number",),
    "1.2 billion yuan ($189 million)": ("restated",),
    "5 to 7 to 9": ("another",),
    "5 km to 7 kg": ("differ",),
    "5 ###": ("no unit",),
}


@pytest.mark.parametrize(("words", "said"), UNREADABLE.items())
def test_unreadable_says_what_to_type(words: str, said: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable) as caught:
        read_quantity(words)
    assert all(part in caught.value.message for part in said)


@pytest.mark.parametrize(
    "noun", ["yards", "tons", "wins", "tones", "miners", "metros", "dollies", "bands"]
)
def test_ordinary_nouns_are_no_misprints(noun: str) -> None:
    assert read_quantity(f"12 {noun}").nominal == 12


def test_what_is_printed_is_kept() -> None:
    figure: Quantity = read_quantity("over $1.20 billion")
    assert (figure.digits, figure.scale, figure.assumed) == ("1.20", 10**9, "$")
    assert (figure.printed_place, figure.place) == (10**7, 10**8)
    assert not figure.whole_count
    assert read_quantity("48 fugitives").whole_count


def test_one_word_of_two_measures_has_alternatives() -> None:
    unit = read_quantity("5 tons").unit
    assert unit.factor == 1000
    pounds = read_quantity("12 pounds").unit
    assert "GBP" in pounds.currencies
    assert [other.dimension for other in pounds.alternatives] == ["[mass]"]
    assert {other.name for other in unit.alternatives} == {"short tons", "long tons"}
