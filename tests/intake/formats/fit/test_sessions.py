"""Sessions: what an athlete finds in the journal after importing a FIT file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np

from longgame.intake.formats.fit import READER
from longgame.intake.model import Reading
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.session import LapTrigger, Session
from longgame.record.sets import StrengthSet
from tests.intake.formats.fit.recordings import shipped
from tests.intake.formats.fit.writing import RECORD, T0, F, Writer, ride
from tests.intake.formats.samples import CONTEXT, original_of

START = datetime(1989, 12, 31, tzinfo=UTC) + timedelta(seconds=T0)
SESSION = (F(253, "uint32"), F(2, "uint32"), F(7, "uint32"), F(5, "enum"), F(6, "enum"))


def read(data: bytes) -> Reading:
    return READER.read(original_of(data, "a.fit"), CONTEXT)


def only(reading: Reading) -> Session:
    assert len(reading.sessions) == 1
    return reading.sessions[0]


def identified(created: int = T0) -> Writer:
    writer = Writer().define(0, 0, (F(0, "enum"), F(1, "uint16"), F(2, "uint16"), F(3, "uint32z"), F(4, "uint32")))
    return writer.data(0, 4, 1, 2713, 12345, created)


def test_a_ride_becomes_a_session() -> None:
    found = only(read(ride(20).bytes()))
    assert (found.start, found.local_day) == (START, date(2021, 9, 8))
    assert (found.sport, found.duration_s, found.moving_s, found.distance_m) == (Sport.RIDE, 20.0, 20.0, 200.0)
    assert found.sources[0].device == "Garmin Edge 1030"
    assert found.streams is not None
    assert found.streams.t_s.tolist() == list(range(20))
    assert set(found.streams.channels()) == {"hr_bpm", "power_w", "distance_m"}
    assert [(lap.start_s, lap.stop_s, lap.distance_m, lap.trigger) for lap in found.laps] == [
        (0.0, 20.0, 200.0, LapTrigger.MANUAL)
    ]


def test_a_session_keeps_its_name_when_the_file_is_written_again() -> None:
    first, again = only(read(ride(20).bytes())), only(read(ride(20, big=True).bytes(short_header=True)))
    assert first.id == again.id
    assert first.sources[0].original != again.sources[0].original
    assert only(read(ride(20, created=T0 + 5).bytes())).id != first.id


def test_the_watchs_own_clock_gives_the_offset() -> None:
    writer = ride(20).define(5, 34, (F(253, "uint32"), F(5, "uint32"))).data(5, T0 + 20, T0 + 20 - 8 * 3600 - 2)
    found = only(read(writer.bytes()))
    assert found.start == START
    assert found.start.utcoffset() == timedelta(hours=-8)
    assert found.local_day == (START - timedelta(hours=8)).date()


def test_effort_and_feeling_are_the_athletes_own() -> None:
    writer = identified().define(3, 18, (*SESSION, F(192, "uint8"), F(193, "uint8")))
    writer.data(3, T0 + 60, T0, 60_000, 1, 0, 75, 40)
    found = only(read(writer.bytes()))
    assert (found.rpe, found.feel) == (4.0, 75.0)


def test_a_multisport_file_is_a_session_for_each_leg() -> None:
    found = read(shipped("sweatpy-fr935-multisport")).sessions
    assert [session.sport for session in found] == [Sport.RUN, Sport.TRANSITION, Sport.ROW]
    assert len({session.id for session in found}) == 3
    assert [len(session.streams) if session.streams else 0 for session in found] == [24, 12, 24]
    assert all(lap.start_s >= -1 for session in found for lap in session.laps)
    assert [len(session.laps) for session in found] == [1, 1, 1]


def test_records_of_one_moment_are_one_sample() -> None:
    writer = identified().define(1, 20, (F(253, "uint32"), F(3, "uint8"), F(7, "uint16")))
    writer.data(1, T0, 100, 0xFFFF).data(1, T0, 0xFF, 200).data(1, T0 + 1, 110, 210).data(1, T0 + 1, 111, 0xFFFF)
    streams = only(read(writer.bytes())).streams
    assert streams is not None
    assert streams.t_s.tolist() == [0, 1]
    assert streams.hr_bpm is not None
    assert streams.power_w is not None
    assert (streams.hr_bpm.tolist(), streams.power_w.tolist()) == ([100, 111], [200, 210])


def test_a_clock_that_went_back_is_put_in_order_and_told() -> None:
    writer = identified().define(1, 20, RECORD)
    for second in (0, 1, 5, 3, 4, 6):
        writer.data(1, T0 + second, 100 + second, 200, 0)
    reading = read(writer.bytes())
    streams = only(reading).streams
    assert streams is not None
    assert streams.hr_bpm is not None
    assert streams.t_s.tolist() == [0, 1, 3, 4, 5, 6]
    assert streams.hr_bpm.tolist() == [100, 101, 103, 104, 105, 106]
    assert [each.code.value for each in reading.diagnostics] == ["I110", "I111"]


def test_a_pause_is_a_gap() -> None:
    writer = identified().define(1, 20, RECORD)
    for second in (0, 1, 2, 300, 301):
        writer.data(1, T0 + second, 100, 200, 0)
    streams = only(read(writer.bytes())).streams
    assert streams is not None
    assert streams.t_s.tolist() == [0, 1, 2, 300, 301]


def test_a_belt_without_contact_is_no_heart_rate() -> None:
    writer = identified().define(1, 20, RECORD).data(1, T0, 0, 0, 0).data(1, T0 + 1, 90, 0, 0)
    streams = only(read(writer.bytes())).streams
    assert streams is not None
    assert streams.hr_bpm is not None
    assert streams.power_w is not None
    assert np.array_equal(streams.hr_bpm, [np.nan, 90], equal_nan=True)
    assert streams.power_w.tolist() == [0, 0]


def test_an_apps_power_stands_in_where_the_watch_has_none() -> None:
    writer = identified().define(
        4, 206, (F(0, "uint8"), F(1, "uint8"), F(2, "uint8"), F(3, "string", 8), F(15, "uint8"))
    )
    writer.data(4, 0, 3, 0x84, b"Stride W", 7)
    writer.define(1, 20, (F(253, "uint32"),), [(3, 0, "uint16", 1)]).data(1, T0, 280).data(1, T0 + 1, 290)
    found = only(read(writer.bytes()))
    assert found.streams is not None
    assert found.streams.power_w is not None
    assert found.streams.power_w.tolist() == [280, 290]
    assert ("power_w from", "developer field Stride W") in found.raw


def strength(*sets: tuple[int, int, int, int, int, int]) -> Session:
    """A gym session of sets: (type, reps, load in sixteenths of a kg, category, exercise, unit), one a minute."""
    writer = identified().define(3, 18, SESSION).data(3, T0 + 3600, T0, 3_600_000, 10, 20)
    fields = (F(254, "uint32"), F(6, "uint32"), F(0, "uint32"), F(5, "uint8"), F(3, "uint16"), F(4, "uint16"))
    writer.define(4, 225, (*fields, F(7, "uint16"), F(8, "uint16"), F(9, "uint16")))
    for place, (kind, reps, load, category, exercise, unit) in enumerate(sets):
        writer.data(4, T0 + place * 60, T0 + place * 60, 45_000, kind, reps, load, category, exercise, unit)
    return only(read(writer.bytes()))


def test_sets_come_with_their_exercise_load_and_rest() -> None:
    bench, squat = 0, 28
    found = strength((1, 8, 60 * 16, bench, 1, 1), (0, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 1), (1, 5, 1270, squat, 6, 2))
    assert found.sport is Sport.STRENGTH
    assert found.sets == (
        StrengthSet("Barbell Bench Press", 8, Amount(Decimal(60), Unit.KILOGRAM), duration_s=45.0, rest_s=45.0),
        StrengthSet("Barbell Back Squat", 5, Amount(Decimal("175"), Unit.POUND), duration_s=45.0),
    )


def test_a_set_without_load_or_name_invents_neither() -> None:
    found = strength((1, 12, 0, 0xFFFF, 0xFFFF, 1), (1, 10, 0xFFFF, 21, 0xFFFF, 1))
    assert [(each.exercise, each.load) for each in found.sets] == [("Unknown Exercise", None), ("Pull Up", None)]


def test_a_pool_swim_without_times_is_told_by_its_lengths() -> None:
    reading = read(shipped("phpfitfile-fr910xt-swim"))
    found = only(reading)
    assert (found.sport, found.distance_m, len(found.laps)) == (Sport.SWIM, 1371.6, 11)
    assert found.streams is not None
    assert found.streams.distance_m is not None
    assert len(found.streams) == 67
    assert round(float(found.streams.distance_m[-1]), 1) == 1371.6
    assert ("records without a time, or with an impossible one", 67) in [
        (each.why, each.count) for each in reading.skipped
    ]


def test_a_swim_gets_the_heart_rate_that_its_belt_handed_over_later() -> None:
    found = only(read(shipped("fitdecode-fr735xt-swim")))
    assert found.streams is not None
    assert found.streams.hr_bpm is not None
    t, bpm = found.streams.t_s, found.streams.hr_bpm
    stated = [(lap, lap.mean_hr_bpm) for lap in found.laps if lap.mean_hr_bpm is not None]
    off = [float(np.nanmean(bpm[(t >= lap.start_s) & (t < lap.stop_s)])) - mean for lap, mean in stated]
    assert len(off) == 93
    assert abs(float(np.median(off))) < 1


def test_times_between_beats_survive() -> None:
    found = only(read(shipped("fitparse-rs-edge-530-hrv")))
    beats = [int(each) for each in dict(found.raw)["beat_intervals_ms"].split()]
    assert found.mean_hr_bpm is not None
    assert abs(60_000 / float(np.median(beats)) - found.mean_hr_bpm) < 5
    assert found.title == "HIIT 20 X 0:30/0:15"


def test_what_the_product_has_no_use_for_is_kept_as_text() -> None:
    raw = dict(only(read(shipped("fitdecode-vivoactive-rowing"))).raw)
    assert (raw["sub_sport"], raw["max_heart_rate"]) == ("indoor_rowing", "179 bpm")
    assert (raw["developer: Stroke Count"], raw["developer: PM Version"]) == ("873 strokes", "Concept2 PM5")


def test_a_watch_whose_clock_was_not_set_gives_no_false_date() -> None:
    reading = read(shipped("fitdecode-antfs-dump"))
    assert (reading.sessions, [each.code.value for each in reading.diagnostics]) == ((), ["I112"])
    assert ("record messages are not used", 686) in [(each.why, each.count) for each in reading.skipped]


def test_every_kind_of_message_that_gave_nothing_is_told() -> None:
    skipped = {each.why: each.count for each in read(shipped("fitdecode-fenix-5-run")).skipped}
    assert skipped["time_in_zone messages are not used"] == 2
    assert skipped["events are not used: pauses show as gaps in the recording"] == 4
    assert not any(why.startswith(("record ", "session ", "lap ", "hrv ")) for why in skipped)


def test_a_record_weeks_away_from_all_others_is_left_out_and_told() -> None:
    writer = identified().define(1, 20, RECORD)
    for second in (0, 1, 90 * 86400, 2, 3):
        writer.data(1, T0 + second, 100, 200, 0)
    reading = read(writer.bytes())
    streams = only(reading).streams
    assert streams is not None
    assert streams.t_s.tolist() == [0, 1, 2, 3]
    assert [(each.why, each.count) for each in reading.skipped] == [
        ("records without a time, or with an impossible one", 1)
    ]
