"""The agenda leaves out no time that can meet another, and looks at few more."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts.agenda import Agenda
from checker.facts.times import Time, nests, shared_days
from checker.language.types import Days, End

day = st.integers(1, 400)


def _end(draw: st.DrawFn, first: int, last: int) -> End:
    spans = (draw(st.sampled_from([first, first, None])), draw(st.sampled_from([last, last, None])))
    # the same words from the same reference are the same days
    return End(draw(st.sampled_from([first, last, None])), Days((spans,)), f"{spans}")


@st.composite
def times(draw: st.DrawFn) -> Time:
    """A moment, or a period that ends no sooner than it starts."""
    days = sorted(draw(st.lists(day, min_size=4, max_size=4)))
    start = _end(draw, *days[:2])
    if draw(st.booleans()):
        return Time(start, start, moment=True)
    return Time(start, _end(draw, *days[2:]), moment=False)


@settings(max_examples=200, deadline=None)
@given(st.lists(times(), max_size=8), times())
def test_none_that_can_meet_is_left_out(others: list[Time], asked: Time) -> None:
    meeting = set(Agenda(others).meeting(asked))
    for place, other in enumerate(others):
        if nests(asked, other) or shared_days(asked, other):
            assert place in meeting


def _day(number: int) -> Time:
    end = End(number, Days(((number, number),)), f"day {number}")
    return Time(end, end, moment=False)


def test_a_long_time_does_not_make_short_ones_meet() -> None:
    year = Time(_day(1).start, _day(9999).end, moment=False)
    agenda = Agenda([year, None, *map(_day, range(1, 10_000))])
    assert len(agenda.meeting(_day(5000))) < 5
