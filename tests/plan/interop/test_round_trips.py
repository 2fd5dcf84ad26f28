"""What goes out comes in again with equal durations and targets; what is read back is read by other decoders too."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from garmin_fit_sdk import Decoder, Stream
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.fit.guides import guided_workouts
from longgame.kernel.ids import content_hash
from longgame.plan.anchors import NOTHING_KNOWN
from longgame.plan.calendar import Unfolded, unfold
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.erg import read_erg, write_erg, write_mrc
from longgame.plan.interop.fit_workout import write_fit
from longgame.plan.interop.guided import read_guided
from longgame.plan.interop.intervals_out import write_intervals
from longgame.plan.interop.intervals_text import read_intervals
from longgame.plan.interop.liftoscript import read_liftoscript
from longgame.plan.interop.liftoscript_out import write_liftoscript
from longgame.plan.interop.zwo import read_zwo
from longgame.plan.language import parse
from longgame.plan.planned import EffortStep, SetsStep
from tests.plan.corpus import KNOWN

REAL = sorted((Path(__file__).parents[4] / "shared" / "data" / "devices" / "zwo").glob("*.zwo"))
GUIDES = sorted((Path(__file__).parents[4] / "shared" / "data" / "devices" / "fit").glob("polyvertex__Workout*.fit"))


def unfolded(text: str) -> Unfolded:
    (one,) = unfold(parse(text).plan, content_hash(b""), KNOWN, start=date(2027, 1, 4))
    return one


def session(lines: list[str], intent: str = "intervals") -> Unfolded:
    return unfolded('longgame plan 1\n\nblock "B"  1 week\n  Mon "Mix"  ' + "\n    ".join([intent, *lines]) + "\n")


def asked(one: Unfolded) -> list[tuple[object, ...]]:
    """Each step's size and bounds, in units of computation, to four digits."""
    return [step for planned in one.session.steps for step in _asked(planned)]


def _asked(step: EffortStep | SetsStep) -> Iterator[tuple[object, ...]]:
    aims = sorted((t.bounds.quantity.word, ends(t.bounds.interval)) for t in step.targets if t.bounds)
    if isinstance(step, EffortStep):
        size = None if step.size is None else (step.size.quantity.word, ends(step.size.interval))
        yield (step.role.value, size, aims)
    else:
        yield (step.role.value, step.exercise, ends(step.sets), step.reps and ends(step.reps), aims)


def ends(interval) -> tuple[str | None, str | None]:
    return tuple(None if end is None else f"{end:.4g}" for end in (interval.floor, interval.ceiling))


minutes = st.integers(1, 12).map(lambda value: f"{value} min ride")
shares = st.integers(40, 150).map(lambda value: f"@ {value}%")
ramps = st.tuples(st.integers(40, 90), st.integers(91, 120)).map(lambda ends: f"@ {ends[0]}% to {ends[1]}%")
steady = st.tuples(minutes, st.one_of(shares, ramps)).map(" ".join)
rounds = st.tuples(st.integers(2, 9), minutes, shares, minutes, shares).map(
    lambda drawn: "{} x ( {} {}, {} {} )".format(*drawn)
)
rides = st.lists(st.one_of(steady, rounds), min_size=1, max_size=6)


def course(data: bytes) -> list[tuple[Fraction, float, float]]:
    """Seconds and power of each stretch of a course, by no code of the product."""
    rows = re.search(rb"\[COURSE DATA\](.*)\[END", data, re.DOTALL)
    points = [tuple(map(float, row.split())) for row in rows[1].split(b"\r\n") if row]
    pairs = zip(points[::2], points[1::2], strict=True)
    return [(round((stop - start) * 60), low, high) for (start, low), (stop, high) in pairs]


def playing(one: Unfolded) -> list[tuple[int, float, float]]:
    """Seconds and percent of each stretch, as the ramps and shares of the text above have them."""
    found = []
    for step in one.session.steps:
        low, high = (re.findall(r"(\d+)%", step.written) * 2)[:2]
        found.append((round(step.size.interval.floor), float(low), float(high)))
    return found


@settings(max_examples=60, deadline=None)
@given(rides)
def test_a_course_holds_what_the_plan_asks_for_and_comes_back(lines: list[str]) -> None:
    one = session(lines)
    mrc, erg = write_mrc(one, KNOWN), write_erg(one, KNOWN)
    assert mrc.diagnostics == ()
    assert course(mrc.data) == playing(one)
    assert [(s, round(low / 2.5, 6)) for s, low, _ in course(erg.data)] == [(s, low) for s, low, _ in playing(one)]
    assert playing(unfolded(read_erg(mrc.data).text)) == playing(one)


@settings(max_examples=60, deadline=None)
@given(rides)
def test_text_for_intervals_comes_back(lines: list[str]) -> None:
    one = session(lines)
    made = write_intervals(one, KNOWN)
    assert made.diagnostics == ()
    assert asked(unfolded(read_intervals(made.data).text)) == asked(one)


VARIED = [
    "warm up 15 min run  hr z1",
    "2 km run  pace 4:55..5:05 /km",
    "10 min run  hr 90..95% of threshold",
    "3 x ( 90 s run hard, 2 min run easy )",
    "400 m run  pace 3:50 /km",
    "cool down 10 min run  hr 60..70% of max",
]


def test_runs_by_heart_rate_pace_and_feel_come_back_from_intervals() -> None:
    made = write_intervals(session(VARIED), KNOWN)
    assert made.diagnostics == ()
    assert asked(unfolded(read_intervals(made.data).text)) == asked(session(VARIED))


def guided(data: bytes) -> Unfolded:
    (workout,) = guided_workouts(data, "Mix")
    return unfolded(read_guided(workout).text)


@settings(max_examples=40, deadline=None)
@given(rides)
def test_a_fit_workout_comes_back_through_our_own_decoder(lines: list[str]) -> None:
    one = session(lines)
    back = guided(write_fit(one, KNOWN).data)
    assert [step.size for step in back.session.steps] == [step.size for step in one.session.steps]
    for mine, other in zip(one.session.steps, back.session.steps, strict=True):
        (wanted,), (found,) = mine.targets, other.targets
        assert math.isclose(found.bounds.interval.floor, wanted.bounds.interval.floor, abs_tol=0.5)
        assert math.isclose(found.bounds.interval.ceiling, wanted.bounds.interval.ceiling, abs_tol=0.5)


def test_another_decoder_finds_the_same_fit_steps() -> None:
    lines = [
        "warm up 15 min run  hr z1",
        "4 x ( 1 km run  pace 4:00..4:10 /km, 2 min easy )",
        "open run  until you smile",
    ]
    messages, errors = Decoder(Stream.from_byte_array(bytearray(write_fit(session(lines), KNOWN).data))).read()
    steps = messages["workout_step_mesgs"]
    assert errors == []
    assert messages["file_id_mesgs"][0]["type"] == "workout"
    assert messages["workout_mesgs"][0]["num_valid_steps"] == 5
    assert [one["duration_type"] for one in steps] == ["time", "distance", "time", "repeat_until_steps_cmplt", "open"]
    assert (steps[0]["duration_time"], steps[0]["custom_target_heart_rate_low"]) == (900.0, 200)
    assert (steps[1]["duration_distance"], steps[1]["custom_target_speed_high"]) == (
        1000.0,
        pytest.approx(1000 / 240, abs=0.001),
    )
    assert (steps[3]["duration_step"], steps[3]["repeat_steps"]) == (1, 4)
    assert steps[4]["notes"] == "until you smile"


def test_lifting_goes_to_a_watch_and_back() -> None:
    one = session(["Squat  5 x 5 @ 100 kg  rest 2:30", "Dead Hang  3 x 30 s"], "strength")
    assert asked(guided(write_fit(one, KNOWN).data)) == asked(one)


watched = st.tuples(
    st.sampled_from(["Squat", "Bench Press", "Pull-up", "My own carry"]),
    st.integers(1, 9),
    st.sampled_from(["5", "8..12", "max", "3+", "30 s", "2+2+2"]),
    st.sampled_from(["", " @ 62.5 kg", " @ 60..65 kg", " @ bodyweight +10 kg"]),
    st.lists(
        st.sampled_from(["rir 2..3", "rpe <= 8", "rest 1:30", "tempo 3-1-1-0", "each side", "clean 60..90%"]),
        max_size=4,
        unique=True,
    ).map(lambda some: "".join(f"  {one}" for one in some)),
).map(lambda drawn: "{}  {} x {}{}{}".format(*drawn))


@settings(max_examples=80, deadline=None)
@given(watched)
def test_all_that_is_said_of_sets_goes_to_a_watch_and_back(line: str) -> None:
    one = session([line], "strength")
    made = write_fit(one, KNOWN)
    assert [told.message for told in made.diagnostics if told.code is not InteropCode.APPROXIMATED] == []
    back = guided(made.data)
    (mine,), (other,) = one.session.steps, back.session.steps
    assert (other.exercise, other.sets, other.reps, other.hold_s) == (
        mine.exercise,
        mine.sets,
        mine.reps,
        mine.hold_s,
    )
    assert (other.scheme, other.tempo, other.each_side) == (mine.scheme, mine.tempo, mine.each_side)
    assert {target.bounds for target in other.targets} == {target.bounds for target in mine.targets}


def test_a_superset_alternates_on_a_watch_and_comes_back() -> None:
    one = session(["3 x superset ( 8 Barbell Row @ 60 kg, 10 Push-up )  rest 1:30"], "strength")
    made = write_fit(one, KNOWN)
    assert made.diagnostics == ()
    assert asked(guided(made.data)) == asked(one)


def test_another_decoder_knows_the_exercises_and_what_stands_in_their_notes() -> None:
    lines = ["Bench Press  3 x 5..8 @ 80 kg  rir 2..3  rest 2:00", "Sandbag to the barn  2 x 3"]
    data = write_fit(session(lines, "strength"), KNOWN).data
    messages, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    steps = messages["workout_step_mesgs"]
    assert errors == []
    assert (steps[0]["exercise_category"], steps[0]["exercise_name"]) == ("bench_press", 1)
    assert (steps[0]["exercise_weight"], steps[0]["notes"]) == (80.0, "5..8 reps / rir 2..3")
    assert "exercise_category" not in steps[3]


def test_the_clock_of_a_circuit_is_told_as_lost_and_its_rounds_are_kept() -> None:
    one = session(["emom 4 min ( 5 Pull-up, 10 Push-up )"], "conditioning")
    made = write_fit(one, KNOWN)
    assert [told.message for told in made.diagnostics] == [
        "5 Pull-up: its rounds are written out, the clock of emom has no place here"
    ]
    assert [step.exercise for step in guided(made.data).session.steps] == ["Pull-up", "Push-up"]


lifts = st.tuples(
    st.sampled_from(["Squat", "Bench Press", "Deadlift", "Pull-up"]),
    st.integers(1, 9),
    st.sampled_from(["5", "8..12", "3+", "2+2+2"]),
    st.sampled_from(["@ 60 kg", "@ 135 lb", "@ 72.5%"]),
    st.sampled_from(
        [
            "",
            "  rpe 8",
            "  rest 90 s",
            "  rir 2..3  tempo 3-1-1-0",
            "  each side",
            "  drop 2 x 20%",
            "  until form goes",
            "  progress +2.5 kg when served twice  regress -10% when not served 3 times",
        ]
    ),
).map(lambda drawn: "{}  {} x {} {}{}".format(*drawn))


@settings(max_examples=60, deadline=None)
@given(st.lists(lifts, min_size=1, max_size=5))
def test_lifting_goes_to_liftoscript_and_back(lines: list[str]) -> None:
    one = session(lines, "strength")
    made = write_liftoscript(one, NOTHING_KNOWN)
    assert made.diagnostics == ()
    back = unfolded(read_liftoscript(made.data).text)
    assert asked(back) == asked(one)
    assert [task.clauses for task in back.tasks] == [task.clauses for task in one.tasks]


def test_the_exercises_of_a_superset_are_marked_as_one_in_liftoscript() -> None:
    one = session(["3 x superset ( 8 Barbell Row @ 60 kg, 10 Push-up )  rest 90 s"], "strength")
    made = write_liftoscript(one, NOTHING_KNOWN)
    assert made.diagnostics == ()
    assert made.data.decode().splitlines()[1:] == [
        "Barbell Row / 3x8 60kg 90s / superset: A",
        "Push-up / 3x10 90s / superset: A",
    ]


@pytest.mark.skipif(not REAL, reason="the shared ZWO files are not here")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_rides_go_on_to_every_other_format(path: Path) -> None:
    one = unfolded(read_zwo(path.read_bytes()).text)
    seconds = sum(step.size.interval.floor for step in one.session.steps)
    assert sum(row[0] for row in course(write_mrc(one, KNOWN).data)) == pytest.approx(seconds, abs=1)
    for back in (guided(write_fit(one, KNOWN).data), unfolded(read_intervals(write_intervals(one, KNOWN).data).text)):
        assert sum(step.size.interval.floor for step in back.session.steps) == pytest.approx(seconds, abs=1)


@pytest.mark.skipif(not GUIDES, reason="the shared FIT files are not here")
@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_real_guided_workouts_become_sound_plans(path: Path) -> None:
    for workout in guided_workouts(path.read_bytes(), path.stem):
        assert parse(read_guided(workout).text).diagnostics == ()


any_bytes = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.lists(
        st.sampled_from(
            [
                "- 10m 75%",
                "4x",
                "[COURSE DATA]",
                "0 50",
                "5 60",
                "# Week",
                "## Day",
                "Squat / 3x5 60kg",
                "a: b[1-99] / 2x2+ @9 / warmup: 1x1 9%",
                "- ramp 5' Z1-Z3 Pace 90rpm",
                "\u2028",
            ]
        ),
        max_size=12,
    ).map(lambda rows: "\n".join(rows).encode()),
)


@settings(max_examples=150, deadline=None)
@given(any_bytes)
def test_no_bytes_make_a_reader_raise_or_write_an_unsound_plan(data: bytes) -> None:
    for read in (read_erg, read_intervals, read_liftoscript):
        made = read(data)
        assert made.text is None or parse(made.text).diagnostics == ()
