from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from longgame.app.pictures.band import band
from longgame.kernel.interval import Interval
from tests.app.pictures.reading import extent, read

numbers = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@given(numbers, st.floats(0.001, 1e6), numbers)
def test_the_mark_stands_on_the_bar_exactly_when_the_value_is_inside(floor: float, width: float, value: float) -> None:
    interval = Interval(floor, floor + width)
    drawn = read(band(interval, value, "a value"))
    left, right = extent(drawn.styled("lg-bar")[0])
    mark = sum(extent(drawn.styled("lg-mark")[0])) / 2
    on_bar = left - 0.11 <= mark <= right + 0.11
    assert on_bar or not interval.contains(value)
    assert bool(drawn.styled("lg-outside")) <= (not interval.contains(value))


def test_what_lies_outside_is_hatched_from_the_bound_to_the_mark() -> None:
    drawn = read(band(Interval(2, 4), 5, "effort 5"))
    _, right = extent(drawn.styled("lg-bar")[0])
    mark = sum(extent(drawn.styled("lg-mark")[0])) / 2
    hatched_from, hatched_to = extent(drawn.styled("lg-outside")[0])
    assert abs(hatched_from - right) < 0.11
    assert abs(hatched_to - mark) < 0.11


def test_a_value_that_is_not_known_has_no_mark() -> None:
    drawn = read(band(Interval(2, None), None, "not assessed"))
    assert drawn.styled("lg-mark") == []
    assert drawn.styled("lg-outside") == []


def test_an_open_side_runs_to_the_end_of_the_rail() -> None:
    drawn = read(band(Interval(0.9, None), 0.95, "share"))
    assert extent(drawn.styled("lg-bar")[0])[1] == extent(drawn.styled("lg-rail")[0])[1]


def test_words_of_a_person_cannot_leave_their_attribute() -> None:
    drawn = read(band(Interval(0, 1), 0.5, '"><script>alert(1)</script>'))
    assert drawn.says == '"><script>alert(1)</script>'
