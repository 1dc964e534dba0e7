"""A number between words is read by the pattern of the words exactly as it is read in full."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.language.figures import _Pattern, _pattern, _Reader, read_quantity
from checker.language.types import Quantity
from checker.language.unreadable import Unreadable
from checker.settings import DEFAULT_HEDGES

BEFORE = [
    *("about ", "over ", "at least ", "some ", "a ", "one ", "two ", "half ", "between ", "from "),
    *(
        "$",
        "¥",
        "-",
        "minus ",
        "(",
        "“",
        ".",
        ",",
        "US$",
        "no ",
        "few ",
        "½ ",
        "② ",
        "approx.",
        "~",
    ),
]
AFTER = [
    *(" people", " yuan", " percent", "%", " million", " hundred", " dozen", "k", " m high", " m"),
    *(" in three", " in five of them", " out of ten", " to seven", " feet two inches", " or more"),
    *(
        "+",
        "th",
        "/",
        "/二",
        "亿元",
        "½",
        "㍘",
        ".",
        ",",
        "'",
        " and",
        " pounds",
        " kg",
        " yaun",
        "-",
    ),
    *(" foot soldiers", " a day", " per barrel", " exactly", " mph", "(five)", ")", " half", "e"),
]
number = st.one_of(
    st.integers(0, 10**7).map(lambda n: f"{n:,}"),
    st.integers(0, 130).map(str),
    st.sampled_from(
        ["0", "007", "1.5", "0.0", "1,24", "1.2.3", "100", "1,200", "12,34,567", "2014"]
    ),
)
words = st.lists(st.sampled_from(BEFORE), max_size=2).map("".join)
ending = st.lists(st.sampled_from(AFTER), max_size=3).map("".join)


def _outcome(text: str, *, in_full: bool) -> Quantity | str:
    try:
        if in_full:
            return _Reader(text, DEFAULT_HEDGES).quantity()
        return read_quantity.__wrapped__(text)
    except Unreadable as error:
        return str(error)


@settings(max_examples=1500, deadline=None)
@given(words, number, ending)
@example("", "3", " in five")
@example("one ", "1", " things")
@example("", "0", " hundred people")
@example("", "5", "½ miles")
@example("-", "0", " out of ten")
def test_pattern_agrees_with_the_full_reading(before: str, number: str, after: str) -> None:
    text = before + number + after
    assert _outcome(text, in_full=False) == _outcome(text, in_full=True)


def test_common_figures_have_a_pattern() -> None:
    for before, after in (("about ", " billion yuan"), ("", " people"), ("$", "m"), ("over ", "%")):
        assert isinstance(_pattern(before, False, after, DEFAULT_HEDGES), _Pattern)


def test_what_depends_on_the_number_has_none() -> None:
    for before, after in (("", " in five"), ("", " to seven"), ("", " hundred"), ("-", "")):
        assert _pattern(before, False, after, DEFAULT_HEDGES) is None
