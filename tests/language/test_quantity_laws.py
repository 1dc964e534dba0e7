"""Laws of figures: narrower hedges lie within wider ones, more is more, reading undoes writing."""

from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.language.numerals import from_digits, scan, with_scale
from checker.language.quantity import DEFAULT, read_quantity, write_number, write_quantity
from checker.language.unreadable import Unreadable
from checker.settings import Slack

FEW = settings(max_examples=150, deadline=None)
whole = st.integers(0, 10**7)
printed = st.one_of(
    whole.map(lambda n: f"{n:,}"),
    st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda n: f"{n[0]}.{n[1]}"),
)
unit = st.sampled_from(["", " people", " percent", " billion yuan", " km", " million"])
hedge = st.sampled_from(
    ["", "over ", "under ", "at least ", "up to ", "nearly ", "just over ", "about ", "exactly "]
)


@FEW
@given(printed, unit, hedge)
def test_stated_lies_within_widest(number: str, unit: str, hedge: str) -> None:
    figure = read_quantity(f"{hedge}{number}{unit}")
    assert figure.stated.within(figure.widest)


@FEW
@given(printed, unit, hedge)
def test_no_end_is_a_float(number: str, unit: str, hedge: str) -> None:
    figure = read_quantity(f"{hedge}{number}{unit}")
    ends = [end for r in (figure.stated, figure.widest) for end in (r.low, r.high)]
    numbers = (*ends, figure.nominal, figure.place, figure.printed_place, figure.unit.factor)
    assert {type(each) for each in numbers} <= {int, Fraction, type(None)}


@FEW
@given(printed, unit)
def test_narrower_hedges_lie_within_wider_ones(number: str, unit: str) -> None:
    def read(hedge: str) -> tuple[object, ...]:
        figure = read_quantity(f"{hedge} {number}{unit}")
        return figure.stated, figure.widest

    exact, plain = read("exactly"), read("")
    for narrow, wide in ((exact, plain), (exact, read("at least")), (exact, read("up to"))):
        assert all(n.within(w) for n, w in zip(narrow, wide, strict=True))  # type: ignore[attr-defined]
    about = read("about")
    for narrow in (read("nearly"), read("just over")):
        assert all(n.within(w) for n, w in zip(narrow, about, strict=True))  # type: ignore[attr-defined]


@FEW
@given(whole, whole, unit, hedge)
def test_more_is_more(one: int, other: int, unit: str, hedge: str) -> None:
    small, large = (read_quantity(f"{hedge}{n:,}{unit}") for n in sorted((one, other)))
    assert small.nominal <= large.nominal
    if small.stated.low is not None and large.stated.low is not None and hedge != "under ":
        assert hedge == "" or small.stated.low <= large.stated.low
    if (
        small.stated.high is not None
        and large.stated.high is not None
        and hedge not in ("", "over ")
    ):
        assert small.stated.high <= large.stated.high


@FEW
@example(1_234_567, 0)
@example(5, 3)
@given(st.integers(0, 10**14), st.integers(0, 3))
def test_reading_is_the_inverse_of_writing(digits: int, decimals: int) -> None:
    value = Fraction(digits, 10**decimals)
    assert read_quantity(write_number(value)).nominal == value
    assert read_quantity(write_number(-value)).nominal == -value


@FEW
@given(printed, unit)
def test_a_figure_written_in_its_unit_reads_the_same(number: str, unit: str) -> None:
    figure = read_quantity(f"{number}{unit}")
    again = read_quantity(write_quantity(figure.nominal, figure))
    assert (again.nominal, again.unit.dimension) == (figure.nominal, figure.unit.dimension)


WORDS = [
    *[
        "about",
        "over",
        "5",
        "1,240",
        "1.2",
        "half",
        "a",
        "million",
        "and",
        "two-thirds",
        "to",
        "-",
        "$",
        "yuan",
        "km",
        "in",
        "of",
        "%",
        "people",
        "or",
        "so",
    ]
]


@FEW
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    message, figure = "", None
    try:
        figure = read_quantity(text)
    except Unreadable as refused:
        message = refused.message
    assert message or (figure is not None and not figure.stated.empty)


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int) -> str:
    """A number in English words, written independently of the reader."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = f" {spelt(number % scale)}" if number % scale else ""
            return f"{spelt(number // scale)} {word}{rest}"
    if number >= 100:
        rest = f" and {spelt(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100 - 1]} hundred{rest}"
    if number < 20:
        return ONES[number - 1]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")


@FEW
@given(st.integers(1, 10**12 - 1))
def test_numbers_in_words(number: int) -> None:
    assert read_quantity(spelt(number)).nominal == number


def test_settings_widen_a_hedge() -> None:
    wide = replace(DEFAULT, about=Slack(Fraction(1, 2), Fraction(1, 2)))
    assert read_quantity("about 300", wide).stated.low == 150


def test_long_texts_are_read_in_linear_time() -> None:
    for text in (
        "1" * 4000,
        "1," * 20_000,
        "over " * 20_000 + "5",
        "five " * 20_000,
        "a " * 20_000,
    ):
        try:
            read_quantity(text)
        except Unreadable:
            continue


@given(st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,4})?", fullmatch=True), st.sampled_from([10**3, 10**9]))
def test_digits_are_read_at_their_scale(digits: str, scale: int) -> None:
    assert from_digits(digits, scale) == with_scale(from_digits(digits), scale)


def test_places_of_digits() -> None:
    assert (from_digits("1200").place, from_digits("1200").printed_place) == (100, 1)
    assert scan("about", 0) is None
    assert write_number(Fraction(200, 3)) == "66.7"
    assert write_number(Fraction(16_800)) == "16,800"
    assert write_number(Fraction(10**12, 7)) == "143 billion"
    assert write_quantity(Fraction(8 * 10**11), read_quantity("5 yuan")) == "800 billion yuan"
    assert write_quantity(Fraction(5 * 10**6), read_quantity("$5")) == "$5 million"
    assert write_quantity(Fraction(637, 10), read_quantity("5%")) == "63.7%"
    assert write_quantity(Fraction(48), read_quantity("5 fugitives")) == "48 fugitives"
