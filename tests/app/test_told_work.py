"""Work told in the words of a plan becomes sets as done; what only a plan can mean is refused with what to write."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.app.told_work import Going, NotAsDone, ToldWork, told_work
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.sets import SetKind, StrengthSet


def test_sets_keep_what_was_said_of_them_in_the_unit_it_was_said_in() -> None:
    text = 'Squat  2 x 5 @ 185 lb  rir 2  rest 2:30  note "knees out"\nwarm up Bench Press  1 x 8 @ 40 kg'
    squat = StrengthSet("Squat", 5, Amount(Decimal(185), Unit.POUND), rir=2.0, rest_s=150.0, note="knees out")
    bench = StrengthSet("Bench Press", 8, Amount(Decimal(40), Unit.KILOGRAM), SetKind.WARM_UP)
    assert told_work(text) == ToldWork((squat, squat, bench))


def test_parts_of_one_line_have_loads_of_their_own() -> None:
    told = told_work("Squat  1 x 5 @ 60 kg, 1 x 3 @ 80 kg").sets
    assert [(one.reps, one.load) for one in told] == [
        (5, Amount(Decimal(60), Unit.KILOGRAM)),
        (3, Amount(Decimal(80), Unit.KILOGRAM)),
    ]


@pytest.mark.parametrize(
    ("text", "held", "carried"), [("Dead Hang  1 x 45 s", 45.0, None), ("Farmers Walk  1 x 40 m", None, 40.0)]
)
def test_what_is_held_or_carried_is_told_in_seconds_and_metres(
    text: str, held: float | None, carried: float | None
) -> None:
    (one,) = told_work(text).sets
    assert (one.reps, one.duration_s, one.distance_m) == (None, held, carried)


@pytest.mark.parametrize(
    ("text", "going"),
    [
        ("40 min run  rpe 3", Going(Sport.RUN, 2400.0, None, 3.0, None)),
        ('8.5 km ride  note "wind"', Going(Sport.RIDE, None, 8500.0, None, "wind")),
    ],
)
def test_going_is_told_by_time_or_by_distance(text: str, going: Going) -> None:
    assert told_work(text) == ToldWork((), going)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Squat  3 x 4..6", "what was done is one number, not an interval"),
        ("Squat  2..3 x 5", "what was done is one number, not an interval"),
        ("Squat  3 x 5 @ 60..65 kg", "what was done is one number, not an interval"),
        ("Pull-up  1 x max", "say how many there were in each set"),
        ("Squat  1 x 5+ @ 80 kg", "say how many there were in each set"),
        ("Squat  3 x 5 @ 75%", "share cannot be logged by hand here"),
        ("Squat  3 x 5  tempo 3-1-1", "tempo cannot be logged by hand here"),
        ("40 min run  hr 150 bpm", "hr cannot be logged by hand here"),
        ("open run", "say how long or how far, and as what"),
        ("4 x ( 5 min run, 2 min easy )", "log sets of exercises, or one stretch of going, each on a line of its own"),
        ("40 min run\nSquat  3 x 5", "log sets of exercises, or one stretch of going, each on a line of its own"),
        ("Squat  101 x 5", "between 1 and 100 sets can be logged at once, not 101"),
        ("", "between 1 and 100 sets can be logged at once, not 0"),
        ("blah", "'blah' begins no line of a plan"),
    ],
)
def test_what_cannot_have_been_done_so_is_refused(text: str, says: str) -> None:
    with pytest.raises(NotAsDone) as refused:
        told_work(text)
    assert str(refused.value).splitlines()[0] == says


@given(st.text(max_size=60))
def test_any_text_is_understood_or_refused(text: str) -> None:
    with suppress(NotAsDone):
        told = told_work(text)
        assert bool(told.sets) != (told.going is not None)
