"""Training as it happens, and what a coach sees: swapped, merged, cut short, on a treadmill, with dead sensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.record.session import Lap, Session
from longgame.record.sets import SetKind
from longgame.record.streams import FloatColumn, Streams
from tests.golden.coach import BEYOND, CANNOT, PARTLY, SERVED, SHORT, WITHIN, Golden, as_the_coach, day, told
from tests.strategies.build import beating, done, felt, lifted, recorded, session

KNOWN = Anchors(critical_power_w=260, critical_speed_m_s=3.5, threshold_hr_bpm=168, first_threshold_hr_bpm=148)
CRUISE = day("threshold", "15 min run z1", "4 x ( 8 min run @ 4:55..5:05 /km, 2 min easy )", "10 min run z1")
VO2 = day("intervals", "15 min ride z1", "5 x ( 3 min ride @ 300 W, 3 min easy )", "10 min ride z1")
EASY = day("base", "40..50 min run  hr 110..148 bpm  rpe 2..4")
EVEN = day("pacing", "40 min run @ 4:55..5:05 /km")
BOTH = day("hypertrophy", "Back Squat  3 x 5 @ 100 kg  rir 1..3", "Bench Press  3 x 8 @ 60 kg  rir 1..3")
SQUATS = day("strength", "Back Squat  3 x 5 @ 100 kg  rir 3..5")
TWO_SQUATS = day("strength", "Back Squat  3 x 5  rir 3..5", "Front Squat  2 x 5  rir 3..5")
DROPS = day("hypertrophy", "Bicep Curl  2 x 10 @ 20 kg  rir 0..2  drop 2 x 25%")

Piece = tuple[float, float]
WARM, COOL, JOG, STRIDE = (900.0, 2.6), (600.0, 2.5), (120.0, 2.2), (480.0, 1000 / 300)
ROUNDS = [WARM, *[STRIDE, JOG] * 4, COOL]
BEATS = [(900.0, 130.0), *[(480.0, 168.0), (120.0, 145.0)] * 4, (600.0, 135.0)]
RAN = recorded(speed=ROUNDS)
RODE = recorded(Sport.RIDE, power=[(900, 140), *[(180, 302), (180, 110)] * 5, (600, 130)], noise=0.02)
RODE_BEATS = beating([(900, 120), *[(180, 170), (180, 140)] * 5, (600, 130)], 0.01)
JOGGED = recorded(hr=[(2700, 138)], speed=[(2700, 2.8)])


def laps(pieces: Sequence[Piece], metres: bool = False) -> tuple[Lap, ...]:
    """One lap for each piece, with its distance if the watch kept no more than that."""
    ends = np.cumsum([0.0, *[seconds for seconds, _ in pieces]])
    return tuple(
        Lap(float(start), float(stop), distance_m=float((stop - start) * speed) if metres else None)
        for start, stop, (_, speed) in zip(ends, ends[1:], pieces, strict=False)
    )


def paused(ran: Session, at_s: float, gap_s: float) -> Session:
    """The watch stopped at a moment and went on later."""
    assert ran.streams is not None
    t_s = np.where(ran.streams.t_s >= at_s, ran.streams.t_s + gap_s, ran.streams.t_s)
    return replace(ran, streams=replace(ran.streams, t_s=t_s))


def stood(ran: Session, at_s: float, seconds: float) -> Session:
    """A red light while the watch went on."""
    assert ran.streams is not None
    assert ran.streams.speed_m_s is not None
    speed = ran.streams.speed_m_s
    at = int(at_s)
    speed = np.concatenate([speed[:at], np.zeros(int(seconds)), speed[at:]])
    return replace(ran, streams=Streams(np.arange(float(len(speed))), speed_m_s=speed))


def read(ran: Session, **columns: FloatColumn) -> Session:
    """The recording with some columns as the sensors read them."""
    assert ran.streams is not None
    return replace(ran, streams=replace(ran.streams, **columns))


def part(column: FloatColumn, first: int, last: int, value: float) -> FloatColumn:
    """A column that reads one value for a while."""
    changed = column.copy()
    changed[first:last] = value
    return changed


def speed(ran: Session) -> FloatColumn:
    """What the recording says of speed."""
    assert ran.streams is not None
    assert ran.streams.speed_m_s is not None
    return ran.streams.speed_m_s


def power(ran: Session) -> FloatColumn:
    """What the recording says of power."""
    assert ran.streams is not None
    assert ran.streams.power_w is not None
    return ran.streams.power_w


def beats(ran: Session) -> FloatColumn:
    """What the recording says of the heart."""
    assert ran.streams is not None
    assert ran.streams.hr_bpm is not None
    return ran.streams.hr_bpm


SQUAT, BENCH, LIGHT = done("Back Squat", 5, 100, 2), done("Bench Press", 8, 60, 2), done("Back Squat", 5, 100, 4)
WATTS = power(RODE)
DEAD = part(WATTS, 1000, 2600, 0.0)
TUNNEL = part(part(speed(recorded(speed=[(2400, 1000 / 300)])), 1000, 1090, 0.0), 1090, 1093, 45.0)

CASES = [
    # the recording
    Golden("laps pressed at every change", CRUISE, replace(RAN, laps=laps(ROUNDS)), SERVED, WITHIN,
           "laps and stream tell the same", felt(6)),
    Golden("laps of a kilometre by themselves", CRUISE,
           replace(RAN, laps=laps([(330.0, 3.0)] * 11)), SERVED, WITHIN,
           "automatic laps tell nothing, and harm nothing", felt(6)),
    Golden("laps and nothing finer", CRUISE, session(laps=laps(ROUNDS, metres=True), duration_s=3900.0), SERVED, WITHIN,
           "distance and time of each lap are evidence enough", felt(6)),
    Golden("watch paused in the second repetition", CRUISE, paused(RAN, 1700, 300), SERVED, WITHIN,
           "eight minutes of work, whatever the clock on the wall says", felt(6)),
    Golden("a red light in every repetition", CRUISE,
           stood(stood(stood(stood(RAN, 1100, 60), 1760, 60), 2420, 60), 3080, 60), SERVED, WITHIN,
           "a minute at a light is nobody's fault, and the work was done", felt(6)),
    Golden("two repetitions merged", CRUISE, recorded(speed=[WARM, (960, 1000 / 300), JOG, *[STRIDE, JOG] * 2, COOL]),
           SERVED, WITHIN, "one recovery run through, all the work in its band", felt(6)),
    Golden("last repetition cut short", CRUISE, recorded(speed=[WARM, *[STRIDE, JOG] * 3, (240, 1000 / 300), COOL]),
           SERVED, WITHIN, "three and a half of four", felt(6)),
    Golden("second repetition left out", CRUISE,
           recorded(speed=[WARM, STRIDE, JOG, (480, 2.3), JOG, *[STRIDE, JOG] * 2, COOL]), PARTLY, SHORT,
           "a quarter of the work is missing; a stronger end against a gap is no overshoot", felt(6)),
    Golden("watch started at the first repetition", CRUISE, recorded(speed=[STRIDE, JOG] * 4), SERVED, WITHIN,
           "the work is there whole; the warm-up was not recorded", felt(6)),
    Golden("treadmill, heart rate alone", CRUISE, recorded(hr=BEATS), CANNOT, None,
           "four rounds are there; whether at the pace asked for, nothing tells", felt(6), KNOWN),
    Golden("treadmill, a pod that shows one speed", CRUISE, recorded(speed=[(3900, 2.9)], hr=BEATS, noise=0.004),
           CANNOT, None, "the heart rose and fell four times while the pod stood still: the pod is wrong", felt(6),
           KNOWN),
    Golden("treadmill, easy and steady", EASY, recorded(speed=[(2700, 2.8)], hr=[(2700, 138)], noise=0.004), SERVED,
           WITHIN, "one speed and one effort is what an easy treadmill run looks like", felt(3), KNOWN),
    Golden("trainer with a speed of its own making", VO2, read(RODE, speed_m_s=np.full(3300, 8.3)), SERVED, WITHIN,
           "the watts tell; the wheel's speed is the trainer's fancy", felt(8)),
    # sensors
    Golden("power drops out for a moment each minute", VO2,
           read(RODE, power_w=np.where(np.arange(3300) % 60 < 2, 0.0, WATTS), cadence_rpm=np.full(3300, 90.0)), SERVED,
           WITHIN, "zeros while the legs turn are the meter's", felt(8)),
    Golden("power meter dead half the ride, cadence going on", VO2,
           read(RODE, power_w=DEAD, cadence_rpm=np.full(3300, 90.0), hr_bpm=RODE_BEATS), CANNOT, None,
           "the watts asked for were not measured", felt(8), KNOWN),
    Golden("power meter dead half the ride, heart going on", VO2, read(RODE, power_w=DEAD, hr_bpm=RODE_BEATS), CANNOT,
           None, "no coasting lasts half an hour at 155 beats", felt(8), KNOWN),
    Golden("strap with sparks", EASY, read(JOGGED, hr_bpm=np.where(np.arange(2700) % 67 == 5, 228.0, beats(JOGGED))),
           SERVED, WITHIN, "single beats at 228 are static", felt(3), KNOWN),
    Golden("strap dry for the first seven minutes", EASY, read(JOGGED, hr_bpm=part(beats(JOGGED), 0, 400, 173.0)),
           SERVED, WITHIN, "a heart does not fall by 35 beats in a second; the start was the sensor's", felt(3), KNOWN),
    Golden("strap lost for a few minutes", EASY, read(JOGGED, hr_bpm=part(beats(JOGGED), 800, 1200, 0.0)), SERVED,
           WITHIN, "what was not read counts neither way", felt(3), KNOWN),
    Golden("strap left at home, nothing said", day("base", "40..50 min run  hr 110..148 bpm"),
           recorded(speed=[(2700, 2.8)]), CANNOT, None, "nothing tells how easy it was"),
    Golden("a tunnel", EVEN, read(recorded(speed=[(2400, 1000 / 300)]), speed_m_s=TUNNEL), SERVED, WITHIN,
           "ninety seconds without satellites and a leap at the exit are no change of pace", felt(5)),
    Golden("distance asked, none recorded", day("long", "15 km run  hr 110..150 bpm"), recorded(hr=[(5400, 138)]),
           CANNOT, None, "easy, for an hour and a half; how far, nobody knows", felt(4), KNOWN),
    # sets
    Golden("exercises in the other order", BOTH, lifted(*[BENCH] * 3, *[SQUAT] * 3), SERVED, WITHIN,
           "the rack was taken", felt(7)),
    Golden("exercises in turns", BOTH, lifted(*[SQUAT, BENCH] * 3), SERVED, WITHIN, "a superset of the plan", felt(7)),
    Golden("warm-ups logged like any set", BOTH,
           lifted(*[done("Back Squat", 5, kg) for kg in (20, 60, 80)], *[SQUAT] * 3,
                  done("Bench Press", 10, 20), done("Bench Press", 8, 40), *[BENCH] * 3), SERVED, WITHIN,
           "light sets on the way up are a warm-up, marked or not", felt(7)),
    Golden("warm-ups, and one set of three", SQUATS, lifted(*[done("Back Squat", 5, kg) for kg in (40, 60)], LIGHT),
           PARTLY, SHORT, "three sets in the log, one of them of the day", felt(5)),
    Golden("another press in place of the press", BOTH,
           lifted(*[SQUAT] * 3, *[done("Dumbbell Bench Press", 8, 25, 2)] * 3),
           SERVED, WITHIN, "the same movement at the same effort", felt(7)),
    Golden("push-ups in place of the press", BOTH, lifted(*[SQUAT] * 3, *[done("Push-up", 16, None, 2)] * 3), SERVED,
           WITHIN, "more of them, as near to failure: the same work for the chest", felt(7)),
    Golden("all of it as front squats", TWO_SQUATS, lifted(*[done("Front Squat", 5, 80, 4)] * 5), SERVED, WITHIN,
           "the second squat stood in for the first", felt(6)),
    Golden("deadlifts in place of the press", BOTH, lifted(*[SQUAT] * 3, *[done("Deadlift", 8, 100, 2)] * 3), PARTLY,
           SHORT, "another movement; the press was not done", felt(7)),
    Golden("two sets more", BOTH, lifted(*[SQUAT] * 3, *[BENCH] * 5), SERVED, BEYOND,
           "all that was asked, and a third more of one", felt(7)),
    Golden("half as much again, of another exercise", BOTH,
           lifted(*[SQUAT] * 3, *[BENCH] * 3, *[done("Bicep Curl", 10, 12, 2)] * 3), PARTLY, BEYOND,
           "nobody asked for curls", felt(7)),
    Golden("drop sets nobody asked for", BOTH,
           lifted(*[SQUAT] * 3, *[BENCH] * 3, *[done("Bench Press", 8, kg, 0, kind=SetKind.DROP) for kg in (45, 35)]),
           PARTLY, BEYOND, "two more sets, both to failure", felt(8)),
    Golden("one drop set between the sets", BOTH,
           lifted(*[SQUAT] * 3, BENCH, done("Bench Press", 8, 45, 1, kind=SetKind.DROP), BENCH, BENCH), SERVED, WITHIN,
           "the three sets are the three sets; one lighter one besides", felt(7)),
    Golden("drop sets as the plan has them", DROPS,
           lifted(*[done("Bicep Curl", 10, 20, 1)] * 2,
                  *[done("Bicep Curl", 8, kg, 0, kind=SetKind.DROP) for kg in (15, 10)]), SERVED, WITHIN,
           "two sets and two drops", felt(7)),
    Golden("a drop after each set", DROPS,
           lifted(*[one for kg in (15, 10) for one in (done("Bicep Curl", 10, 20, 1),
                                                       done("Bicep Curl", 8, kg, 0, kind=SetKind.DROP))]),
           SERVED, WITHIN, "the same four sets, laid out otherwise", felt(7)),
    Golden("drops alone", DROPS, lifted(*[done("Bicep Curl", 8, kg, 0, kind=SetKind.DROP) for kg in (15, 10)]),
           PARTLY, SHORT, "drops without what they drop from: the lesser half", felt(6)),
    Golden("loads not written down", SQUATS, lifted(*[done("Back Squat", 5, None, 4)] * 3), SERVED, WITHIN,
           "the reserve tells what the load would have told", felt(6)),
]  # fmt: skip


@told(CASES)
def test_the_engine_agrees_with_the_coach(golden: Golden) -> None:
    disagreement = as_the_coach(golden)
    assert disagreement is None
