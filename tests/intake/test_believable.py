"""What no reader is believed: years, numbers and clocks that cannot be. The limits are looked at on both sides."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest

from longgame.intake.believable import LONGEST_S, believed
from longgame.intake.codes import IntakeCode
from longgame.intake.model import Extent, Note, Reading
from longgame.kernel.ids import THE_ATHLETE, ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.profile import Fact, FactKind
from longgame.record.session import Lap, Session, Source
from longgame.record.sets import StrengthSet
from longgame.record.streams import Streams
from longgame.record.wellness import Wellness

START = datetime(2026, 5, 1, 8, tzinfo=UTC)
SESSION = Session(
    SessionId("s"), THE_ATHLETE, START, START.date(), Sport.RUN, (Source(ContentHash("0" * 64), "told"),), rpe=7.0
)


def reading(*sessions: Session) -> Reading:
    return Reading("told", Extent.FULL, sessions=sessions)


def codes(told: Reading) -> list[object]:
    return [one.code for one in told.diagnostics]


def test_an_ordinary_reading_is_believed_as_it_is() -> None:
    streams = Streams(np.arange(5.0), hr_bpm=np.full(5, 140.0))
    whole = replace(SESSION, duration_s=LONGEST_S, streams=streams, laps=(Lap(0, 4),), sets=(StrengthSet("Squat", 5),))
    assert believed(reading(whole)) == reading(whole)


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_year_in_which_nobody_alive_trained_is_left_out_and_counted(year: int) -> None:
    start = START.replace(year=year)
    late = replace(SESSION, start=start, local_day=start.date())
    told = Reading(
        "told",
        Extent.FULL,
        (SESSION, late),
        (Wellness(start.date(), mood=4.0),),
        (Fact(FactKind.BODY_MASS, 70.0, start.date()),),
        (Note(start, "words", "told"),),
    )
    found = believed(told)
    assert (found.sessions, found.wellness, found.facts, found.notes) == ((SESSION,), (), (), ())
    assert [skipped.count for skipped in found.skipped] == [4]
    assert codes(found) == [IntakeCode.NO_SUCH_YEAR]
    assert found.extent is Extent.PARTIAL
    assert believed(reading(late)).extent is Extent.NONE


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_years_of_a_life_are_believed(year: int) -> None:
    start = START.replace(year=year)
    assert believed(reading(replace(SESSION, start=start, local_day=start.date()))).sessions[0].start == start


@pytest.mark.parametrize(
    ("field", "most"),
    [("duration_s", 31 * 86_400.0), ("distance_m", 4e7), ("mean_hr_bpm", 300.0), ("rpe", 10.0), ("feel", 100.0)],
)
def test_a_number_beyond_its_limit_is_left_out_and_the_session_stays(field: str, most: float) -> None:
    fits = replace(SESSION, **{field: most})  # type: ignore[arg-type]  # one field by its name
    assert believed(reading(fits)).sessions == (fits,)
    for beyond in (np.nextafter(most, np.inf), float("inf"), float("nan"), -1.0):
        found = believed(reading(replace(SESSION, **{field: float(beyond)})))  # type: ignore[arg-type]  # as above
        assert getattr(found.sessions[0], field) is None
        assert codes(found) == [IntakeCode.BEYOND_BELIEF]


def test_a_set_keeps_what_can_be() -> None:
    heavy = StrengthSet("Squat", reps=10**30, load=Amount(Decimal("1e14"), Unit.POUND), rpe=8.0)
    light = StrengthSet("Squat", reps=5, load=Amount(Decimal(500), Unit.KILOGRAM))
    found = believed(reading(replace(SESSION, sets=(heavy, light))))
    assert found.sessions[0].sets == (StrengthSet("Squat", rpe=8.0), light)
    assert codes(found) == [IntakeCode.BEYOND_BELIEF] * 2


def test_a_day_keeps_what_can_be() -> None:
    day = Wellness(date(2026, 5, 1), steps=10**18, resting_hr_bpm=50.0)
    assert believed(Reading("told", Extent.FULL, wellness=(day,))).wellness == (replace(day, steps=None),)


def test_a_clock_that_was_set_on_the_way_leaves_the_longest_run_at_its_own_time() -> None:
    """A minute recorded before the satellites were found, then half an hour after: the half hour is the session."""
    jump = 26 * 365.25 * 86_400
    t_s = np.concatenate([np.arange(60.0), jump + np.arange(1800.0)])
    heart = np.arange(1860.0) % 50 + 100
    laps = (Lap(0, 59), Lap(jump, jump + 900))
    old = replace(SESSION, duration_s=float(t_s[-1]), streams=Streams(t_s, hr_bpm=heart), laps=laps)
    found = believed(reading(old))
    (session,) = found.sessions
    assert session.start == START + timedelta(seconds=jump)
    assert session.local_day == session.start.date()
    assert session.duration_s == 1799
    assert session.streams is not None
    assert session.streams.t_s.tolist() == list(range(1800))
    assert session.streams.hr_bpm is not None
    assert session.streams.hr_bpm.tolist() == heart[60:].tolist()
    assert session.laps == (Lap(0, 900),)
    assert any("60 samples" in one.message for one in found.diagnostics)


def test_a_recording_with_pauses_of_days_is_believed_within_a_month() -> None:
    """Stopped, saved for later and resumed ten days after: that is how it was."""
    t_s = np.concatenate([np.arange(60.0), 10 * 86_400 + np.arange(60.0)])
    paused = replace(SESSION, streams=Streams(t_s, hr_bpm=np.full(120, 120.0)))
    assert believed(reading(paused)).sessions == (paused,)


def test_samples_that_are_all_out_of_time_are_let_go() -> None:
    lost = replace(SESSION, streams=Streams(np.array([1e12, 1e30]), hr_bpm=np.full(2, 120.0)))
    found = believed(reading(lost))
    assert found.sessions[0].streams is None
    assert found.sessions[0].start == START


def test_a_lap_beyond_a_month_is_let_go() -> None:
    found = believed(reading(replace(SESSION, laps=(Lap(0, 60), Lap(60, 1e9)))))
    assert found.sessions[0].laps == (Lap(0, 60),)
    assert codes(found) == [IntakeCode.BEYOND_BELIEF]
