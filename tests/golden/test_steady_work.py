"""Pacing, tempo, threshold, intervals, speed and conditioning: work that has its place and its measure."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from tests.golden.coach import BEYOND, NOT, PARTLY, SERVED, SHORT, WITHIN, Golden, as_the_coach, day, told
from tests.strategies.build import done, felt, recorded, session

PACING = day("pacing", "40 min run @ 4:55..5:05 /km")
TEMPO = day("tempo", "15 min run z1", "20 min run @ 4:20..4:32 /km", "10 min run z1")
CRUISE = day("threshold", "15 min run z1", "4 x ( 8 min run @ 4:55..5:05 /km, 2 min easy )", "10 min run z1")
VO2 = day("intervals", "15 min ride z1", "5 x ( 3 min ride @ 300 W, 3 min easy )", "10 min ride z1")
SPRINTS = day("speed", "15 min run z1", "6 x ( 100 m run all out, 3 min easy )", "5 min run z1")
STOPPED = day("speed", "15 min run z1", "6..10 x ( 20 s run all out, 3 min easy )", "5 min run z1")
METCON = day("conditioning", "12 min row rpe 7")
KNOWN = Anchors(critical_power_w=260, critical_speed_m_s=3.5, threshold_hr_bpm=168, first_threshold_hr_bpm=148)

Piece = tuple[float, float]


def pace(per_km: float) -> float:
    """Metres per second of a pace in seconds per km."""
    return 1000 / per_km


def rounds(count: int, work: Piece, rest: Piece, *, warm: Piece, cool: Piece) -> Sequence[Piece]:
    """Warm-up, repetitions, cool-down."""
    return [warm, *[work, rest] * count, cool]


WARM, COOL, JOG = (900.0, 2.6), (600.0, 2.5), (120.0, 2.2)
SPIN, REST = (900.0, 140.0), (180.0, 110.0)
HOME = (600.0, 130.0)

CASES = [
    Golden("paced evenly", PACING, recorded(speed=[(2400, pace(300))]), SERVED, WITHIN, "one pace throughout", felt(5)),
    Golden("went out too fast", PACING, recorded(speed=[(800, pace(275)), (800, pace(305)), (800, pace(335))]), NOT,
           BEYOND, "a third too fast, a third paying for it: the opposite of pacing", felt(8)),
    Golden("even, but far too slow", PACING, recorded(speed=[(2400, pace(340))]), PARTLY, SHORT,
           "the skill was there, the pace was not", felt(3)),
    Golden("negative split", PACING, recorded(speed=[(1200, pace(303)), (1200, pace(297))]), SERVED, WITHIN,
           "a shade faster at the end is still even", felt(5)),
    Golden("tempo in its band", TEMPO, recorded(speed=[WARM, (1200, pace(266)), COOL]), SERVED, WITHIN,
           "twenty minutes where they belong", felt(6)),
    Golden("tempo run as a race", TEMPO, recorded(speed=[WARM, (1200, pace(243)), COOL]), PARTLY, BEYOND,
           "every minute above the band", felt(9)),
    Golden("tempo given up half way", TEMPO, recorded(speed=[WARM, (600, pace(266)), (900, 2.4)]), PARTLY, SHORT,
           "half the work", felt(5)),
    Golden("tempo never begun", TEMPO, recorded(speed=[(2700, 2.6)]), NOT, SHORT,
           "45 minutes of jogging: total time proves nothing", felt(3)),
    Golden("threshold rounds as planned", CRUISE,
           recorded(speed=rounds(4, (480, pace(300)), JOG, warm=WARM, cool=COOL)), SERVED, WITHIN,
           "four of four on pace", felt(6)),
    Golden("threshold, two extra rounds", CRUISE,
           recorded(speed=rounds(6, (480, pace(300)), JOG, warm=WARM, cool=COOL)), PARTLY, BEYOND,
           "half as much again that nobody asked for", felt(7)),
    Golden("threshold, two rounds of four", CRUISE,
           recorded(speed=rounds(2, (480, pace(300)), JOG, warm=WARM, cool=COOL)), PARTLY, SHORT,
           "good rounds, half of them", felt(5)),
    Golden("threshold, all rounds too fast", CRUISE,
           recorded(speed=rounds(4, (480, pace(275)), JOG, warm=WARM, cool=COOL)), PARTLY, BEYOND,
           "above threshold is another kind of work", felt(8)),
    Golden("threshold, last rounds fading", CRUISE,
           recorded(speed=[WARM, (480, pace(297)), JOG, (480, pace(300)), JOG, (480, pace(318)), JOG,
                           (480, pace(330)), JOG, COOL]), PARTLY, BEYOND,
           "half the work time slipped out of the band while the effort rose: more than the day had in it", felt(8)),
    Golden("threshold by watts, band from critical power",
           day("threshold", "20 min ride z1", "20 min ride", "10 min ride z1"),
           recorded(Sport.RIDE, power=[(1200, 130), (1200, 252), (600, 120)]), SERVED, WITHIN,
           "97 % of critical power", felt(6), KNOWN),
    Golden("intervals on target", VO2, recorded(Sport.RIDE, power=rounds(5, (180, 302), REST, warm=SPIN, cool=HOME)),
           SERVED, WITHIN, "five of five within three per cent", felt(8)),
    Golden("intervals, the last two dropped", VO2,
           recorded(Sport.RIDE, power=[SPIN, *[(180, 300), REST] * 3, (900, 120)]), PARTLY, SHORT,
           "three good ones; two left out", felt(9)),
    Golden("intervals, started like a sprint", VO2,
           recorded(Sport.RIDE, power=[SPIN, (180, 360), REST, (180, 340), REST, (180, 275), REST, (180, 260), REST,
                                       (180, 250), REST, HOME]), NOT, BEYOND,
           "not one repetition on target, and empty at the end", felt(10)),
    Golden("intervals, exact watts but three extra", VO2,
           recorded(Sport.RIDE, power=rounds(8, (180, 300), REST, warm=SPIN, cool=HOME)), PARTLY, BEYOND,
           "eight instead of five", felt(9)),
    Golden("intervals swallowed by one long block", VO2,
           recorded(Sport.RIDE, power=[SPIN, (1800, 215), HOME]), NOT, SHORT,
           "the same total time, none of the structure", felt(7)),
    Golden("sprints, all fast", SPRINTS,
           recorded(speed=rounds(6, (14, 7.2), (180, 1.2), warm=WARM, cool=(300, 2.4))), SERVED, WITHIN,
           "six fast ones with full rests", felt(6)),
    Golden("sprints, on and on past the drop", SPRINTS,
           recorded(speed=[WARM, (14, 7.3), (180, 1.2), (14, 7.2), (180, 1.2), (16, 6.2), (180, 1.2), (17, 6.0),
                           (180, 1.2), (18, 5.7), (180, 1.2), (18, 5.5), (180, 1.2), (300, 2.4)]), PARTLY, BEYOND,
           "speed was gone after two", felt(9)),
    Golden("sprints with half the rest", SPRINTS,
           recorded(speed=rounds(6, (15, 6.9), (70, 1.2), warm=WARM, cool=(300, 2.4))), PARTLY, BEYOND,
           "short rests make endurance of it, even while the speed holds", felt(7)),
    Golden("sprints, the fewest of the range", STOPPED,
           recorded(speed=rounds(6, (20, 7.0), (180, 1.2), warm=WARM, cool=(300, 2.4))), SERVED, WITHIN,
           "the range begins at six", felt(6)),
    Golden("metcon held to the end", METCON, recorded(Sport.ROW, speed=[(720, 4.0)]), SERVED, WITHIN,
           "the last third like the first", felt(7)),
    Golden("metcon, crashed", METCON, recorded(Sport.ROW, speed=[(200, 4.6), (260, 3.8), (260, 3.2)]), NOT, BEYOND,
           "a start too fast to hold", felt(10)),
    Golden("metcon, strolled", METCON, recorded(Sport.ROW, speed=[(720, 2.8)]), PARTLY, SHORT,
           "even, but far from what the day asked", felt(3)),
    Golden("metcon in rounds", day("conditioning", "5 rounds ( 10 Burpee, 15 Kettlebell Swing )"),
           session(Sport.CONDITIONING, duration_s=900.0,
                   sets=tuple(done(name, reps, duration_s=seconds) for seconds in (62.0, 63.0, 64.0, 64.0, 65.0)
                              for name, reps in (("Burpee", 10), ("Kettlebell Swing", 15)))), SERVED, WITHIN,
           "five rounds at one rate", felt(7)),
]  # fmt: skip


@told(CASES)
def test_the_engine_agrees_with_the_coach(golden: Golden) -> None:
    disagreement = as_the_coach(golden)
    assert disagreement is None
