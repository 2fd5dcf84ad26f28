"""Rest, recovery, base and long: days on which holding back is the point."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.review.history import History
from tests.golden.coach import BEYOND, CANNOT, NOT, PARTLY, SERVED, SHORT, WITHIN, Golden, as_the_coach, day, told
from tests.strategies.build import felt, recorded, session

REST = day("rest")
RECOVERY = day("recovery", "25..30 min run  rpe 0..2")
EASY = day("base", "40..50 min run  hr 110..148 bpm  rpe 2..4")
PLAIN = day("base", "40 min run")
LONG = day("long", "90..100 min run  hr 110..150 bpm")
KNOWN = Anchors(first_threshold_hr_bpm=148, threshold_hr_bpm=168)
USUAL = History(usual_load_au=300.0, longest_s=((Sport.RUN, 5400.0),), longest_m=((Sport.RUN, 15000.0),))

CASES = [
    Golden("rest kept", REST, None, SERVED, WITHIN, "nothing was planned and nothing was done"),
    Golden("rest broken by an easy run", REST, recorded(speed=[(1800, 2.5)]), NOT, BEYOND,
           "the day was for rest; an undeclared run is one session too many", felt(2)),
    Golden("rest broken by intervals", REST, recorded(speed=[(1800, 4.5)]), NOT, BEYOND, "even more so", felt(9)),
    Golden("recovery jog", RECOVERY, recorded(hr=[(1600, 118)], speed=[(1600, 2.2)]), SERVED, WITHIN,
           "short, light, all of it below the threshold", felt(2), KNOWN, USUAL),
    Golden("recovery turned into a tempo run", RECOVERY, recorded(hr=[(600, 130), (1200, 160)], speed=[(1800, 3.2)]),
           NOT, BEYOND, "twenty hard minutes undo a recovery day", felt(6), KNOWN, USUAL),
    Golden("recovery stopped after ten minutes", day("recovery", "30 min run"), recorded(hr=[(600, 115)]), SERVED,
           WITHIN, "less is never wrong on a recovery day", felt(1), KNOWN, USUAL),
    Golden("recovery with a few surges", RECOVERY,
           recorded(hr=[(600, 120), (240, 156), (800, 122)], speed=[(1640, 2.3)]), SERVED, BEYOND,
           "four minutes a little over: noticed, and the day still recovered", felt(2), KNOWN, USUAL),
    Golden("easy run as written", EASY, recorded(hr=[(2700, 138)], speed=[(2700, 2.8)]), SERVED, WITHIN,
           "45 minutes inside every bound", felt(3), KNOWN),
    Golden("easy ride without a strap", day("base", "80..95 min ride"), recorded(Sport.RIDE, speed=[(5400, 7.5)]),
           CANNOT, None, "a runner's critical speed tells nothing of a ride",
           anchors=Anchors(critical_speed_m_s=3.5)),
    Golden("easy run run hard", EASY, recorded(hr=[(600, 140), (2100, 163)], speed=[(2700, 3.4)]), NOT, BEYOND,
           "three quarters of an easy run above its ceiling is another session", felt(7), KNOWN),
    Golden("easy run with a hard quarter", EASY, recorded(hr=[(2000, 140), (700, 156)], speed=[(2700, 3.0)]),
           PARTLY, BEYOND, "it felt good and got fast at the end", felt(5), KNOWN),
    Golden("easy run broken off", EASY, recorded(hr=[(900, 138)], speed=[(900, 2.8)]), PARTLY, SHORT,
           "a quarter of an hour of the right thing", felt(3), KNOWN),
    Golden("easy run without a strap", PLAIN, recorded(speed=[(2400, 2.8)]), SERVED, WITHIN,
           "time and feeling are evidence enough for a beginner", felt(3)),
    Golden("easy run with nothing but a clock", PLAIN, session(duration_s=2400.0), CANNOT, None,
           "forty minutes of anything: nobody can tell whether it was easy"),
    Golden("elite's easy run", day("base", "70..80 min run  hr 100..150 bpm  rpe 2..4"),
           recorded(hr=[(4500, 140)], speed=[(4500, 4.4)]), SERVED, WITHIN,
           "the same relative ease at twice the speed is the same success", felt(3), KNOWN),
    Golden("hand-cyclist's easy ride", day("base", "40..50 min handcycle  hr 90..125 bpm  rpe 2..4"),
           recorded(Sport.HANDCYCLE, hr=[(2700, 112)], speed=[(2700, 5.0)]), SERVED, WITHIN,
           "bounds are the athlete's own, whatever the wheels", felt(3)),
    Golden("far too long an easy run", EASY, recorded(hr=[(5400, 140)], speed=[(5400, 2.8)]), PARTLY, BEYOND,
           "twice the time is not the plan, however easy", felt(4), KNOWN),
    Golden("long run as planned", LONG, recorded(hr=[(5700, 140)], speed=[(5700, 2.7)]), SERVED, WITHIN,
           "95 easy minutes, hardly longer than lately", felt(4), KNOWN, USUAL),
    Golden("long run cut in half", LONG, recorded(hr=[(2800, 138)], speed=[(2800, 2.7)]), PARTLY, SHORT,
           "easy, but the length was the point", felt(3), KNOWN, USUAL),
    Golden("long run that leapt", LONG, recorded(hr=[(9600, 142)], speed=[(9600, 2.7)]), NOT, BEYOND,
           "160 minutes when 100 were asked and the longest lately was 90", felt(6), KNOWN, USUAL),
    Golden("long run raced", LONG, recorded(hr=[(900, 145), (4800, 165)], speed=[(5700, 3.4)]), PARTLY, BEYOND,
           "the right length at the wrong effort", felt(8), KNOWN, USUAL),
    Golden("long ride by zones", day("long", "150..180 min ride  hr z1..z2",
           anchors=Anchors(hr_zones=(Interval(None, 125), Interval(125, 145)))),
           recorded(Sport.RIDE, hr=[(9600, 132)], power=[(9600, 160)]), SERVED, WITHIN,
           "zones of the athlete's own are bounds like any other", felt(4)),
]  # fmt: skip


@told(CASES)
def test_the_engine_agrees_with_the_coach(golden: Golden) -> None:
    disagreement = as_the_coach(golden)
    assert disagreement is None
