"""What the criteria of easy days and limits tell: value, score worked out by hand, sentence, and where it was seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from longgame.kernel.interval import Interval
from longgame.plan.anchors import Anchors
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.session import Session
from longgame.review.case import Case
from longgame.review.history import History
from tests.review.told import Told, as_told
from tests.strategies.build import bound, effort, felt, plan, recorded, session
from tests.strategies.doings import earned

KNOWN = Anchors(critical_power_w=260, critical_speed_m_s=3.5, threshold_hr_bpm=168, first_threshold_hr_bpm=148)


def recording(**columns: object) -> Session:
    """A recording without noise."""
    return recorded(noise=0.0, **columns)  # type: ignore[arg-type]  # columns by name


KNOWN = Anchors(critical_power_w=260, critical_speed_m_s=3.5, threshold_hr_bpm=168, first_threshold_hr_bpm=148)
EASY = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 3000))
FORTY_MINUTES = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 2400))
TEN_K = plan(Intent.BASE, effort(1, StepRole.WORK, 10000, 10000, metres=True))
ZONED = Anchors(hr_zones=(Interval(None, 125), Interval(125, 145)))
BY_HEART = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 3000, bound(Quantity.HEART_RATE, 110, 150)))
WITH_STRIDE = plan(
    Intent.BASE,
    effort(1, StepRole.WORK, 1800, 1800, bound(Quantity.HEART_RATE, 110, 150)),
    effort(2, StepRole.WORK, 60, 60, all_out=True),
    effort(3, StepRole.EASY, 300, 300),
)
RECOVERY = plan(Intent.RECOVERY, effort(1, StepRole.WORK, 1800, 1800))
TEST = plan(Intent.TEST, effort(1, StepRole.WORK, 5000, 5000, metres=True, all_out=True))
AT_THREE = plan(Intent.BASE, effort(1, StepRole.WORK, 1200, 1200, bound(Quantity.SPEED, 3.0, 3.0)))

CASES = [
    Told("duration", Case(EASY, recording(speed=[(2700, 2.5)])), 2700.0, 1.0, "45:00 against 40:00–50:00."),
    Told("duration", Case(EASY, recording(speed=[(3600, 2.5)])), 3600.0, 0.5, "1:00:00 against 40:00–50:00."),
    Told("duration", Case(EASY, recording(speed=[(1800, 2.5)])), 1800.0, 0.5, "30:00 against 40:00–50:00."),
    Told("duration", Case(FORTY_MINUTES, recording(speed=[(3000, 2.5)])), 3000.0, 0.875, "50:00 against 32:00–48:00."),
    Told("duration", Case(TEN_K, recording(speed=[(3600, 2.5)])), 9000.0, 1.0, "9.00 km against 8.00 km–12.00 km."),
    Told(
        "duration",
        Case(TEN_K, replace(recording(speed=[(3600, 2.5)]), distance_m=None)),
        9000.0,
        1.0,
        "9.00 km against 8.00 km–12.00 km.",
    ),
    Told(
        "duration", Case(TEN_K, session(duration_s=3600.0)), None, None, "Not assessed: the distance was not recorded."
    ),
    Told(
        "duration",
        Case(plan(Intent.BASE, effort(1, StepRole.WORK)), recording(speed=[(3600, 2.5)])),
        None,
        None,
        "Not assessed: the plan does not say how long or how far the whole session is.",
    ),
    Told(
        "duration",
        Case(
            plan(Intent.BASE, effort(1, StepRole.WORK), targets=(bound(Quantity.DURATION, 1800, None),)),
            recording(speed=[(1200, 2.5)]),
        ),
        1200.0,
        0.1667,
        "20:00 against at least 30:00.",
    ),
    Told(
        "duration",
        Case(
            plan(Intent.BASE, effort(1, StepRole.WORK), targets=(bound(Quantity.DURATION, None, 1800),)),
            recording(speed=[(2000, 2.5)]),
        ),
        2000.0,
        0.7222,
        "33:20 against up to 30:00.",
    ),
    Told(
        "duration", Case(EASY, session(duration_s=2700.0, moving_s=2500.0)), 2500.0, 1.0, "41:40 against 40:00–50:00."
    ),
    Told("duration", Case(EASY, session()), None, None, "Not assessed: the duration was not recorded."),
    Told(
        "ease",
        Case(EASY, recording(hr=[(2000, 140), (700, 160)]), anchors=KNOWN),
        0.7433,
        0.6083,
        "74% of the time at or below 148 bpm (your first threshold); above it, in minute 33–45.",
        "minute 33–45",
    ),
    Told(
        "ease",
        Case(EASY, recording(power=[(1350, 180), (1350, 210)]), anchors=KNOWN),
        0.5,
        0.0,
        "50% of the time at or below 195 W (75 % of your critical power); above it, in minute 22–45.",
        "minute 22–45",
    ),
    Told(
        "ease",
        Case(EASY, recording(speed=[(1350, 2.5), (1350, 3.0)]), anchors=KNOWN),
        0.5011,
        0.0028,
        "50% of the time at or below 2.80 m/s (80 % of your critical speed); above it, in minute 23–45.",
        "minute 23–45",
    ),
    Told(
        "ease",
        Case(EASY, recording(hr=[(2700, 140)]), anchors=ZONED),
        1.0,
        1.0,
        "100% of the time at or below 145 bpm (the top of your z2).",
    ),
    Told(
        "ease",
        Case(BY_HEART, recording(hr=[(2700, 140)]), anchors=KNOWN),
        1.0,
        1.0,
        "100% of the time at or below 150 bpm (the plan's ceiling).",
    ),
    Told(
        "ease", Case(BY_HEART, recording(speed=[(2700, 2.0)])), None, None, "Not assessed: heart rate was not recorded."
    ),
    Told(
        "ease",
        Case(EASY, recording(hr=[(2700, 140)])),
        None,
        None,
        "Not assessed: no easy ceiling is known (a first threshold, zones or a bound in the plan would give one).",
    ),
    Told(
        "ease",
        Case(WITH_STRIDE, recording(hr=[(1800, 140), (60, 185), (300, 140)]), anchors=KNOWN),
        0.9899,
        1.0,
        "99% of the time at or below 150 bpm (the plan's ceiling).",
    ),
    Told(
        "ease",
        Case(
            EASY,
            replace(
                recording(hr=[(2700, 140)]),
                streams=replace(
                    recording(hr=[(2700, 140)]).streams, hr_bpm=np.where(np.arange(2700) < 270, np.nan, 140.0)
                ),
            ),
            anchors=KNOWN,
        ),
        1.0,
        1.0,
        "100% of the time at or below 148 bpm (your first threshold). For 10% of the time heart rate was not read, "
        "which counts neither way.",
    ),
    Told(
        "hard_minutes",
        Case(RECOVERY, recording(hr=[(900, 140), (120, 158), (780, 135)]), anchors=KNOWN),
        120.0,
        0.8889,
        "2:00 above 148 bpm (your first threshold), in minute 15–17.",
        "minute 15–17",
    ),
    Told(
        "hard_minutes",
        Case(RECOVERY, recording(hr=[(1800, 140)])),
        None,
        None,
        "Not assessed: no easy ceiling is known (a first threshold, zones or a bound in the plan would give one).",
    ),
    Told(
        "usual_load",
        Case(RECOVERY, recording(speed=[(1800, 2.0)]), felt(2), history=History(usual_load_au=200.0)),
        0.3,
        1.0,
        "Load 60, 30% of your usual 200 (CR10 · min).",
    ),
    Told(
        "usual_load",
        Case(RECOVERY, recording(speed=[(1800, 2.0)]), felt(5), history=History(usual_load_au=200.0)),
        0.75,
        0.5,
        "Load 150, 75% of your usual 200 (CR10 · min).",
    ),
    Told(
        "usual_load",
        Case(RECOVERY, recording(speed=[(1800, 2.0)]), history=History(usual_load_au=200.0)),
        None,
        None,
        "Not assessed: effort or time is not known.",
    ),
    Told(
        "usual_load",
        Case(RECOVERY, recording(speed=[(1800, 2.0)]), felt(5)),
        None,
        None,
        "Not assessed: there are too few sessions yet to know a usual load.",
    ),
    Told(
        "session_rpe",
        Case(EASY, replace(recording(speed=[(2700, 2.5)]), rpe=3.0)),
        3.0,
        1.0,
        "Effort 3 of 10, asked 2–4.",
    ),
    Told(
        "session_rpe",
        Case(
            plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 3000), targets=(bound(Quantity.RPE, 6, 6),)),
            recording(speed=[(2700, 2.5)]),
            felt(7),
        ),
        7.0,
        1.0,
        "Effort 7 of 10, asked 5–7.",
    ),
    Told(
        "session_rpe",
        Case(
            plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 3000), targets=(bound(Quantity.RPE, 9, 9),)),
            recording(speed=[(2700, 2.5)]),
            felt(10),
        ),
        10.0,
        1.0,
        "Effort 10 of 10, asked 8–10.",
    ),
    Told(
        "session_rpe",
        Case(TEST, recording(speed=[(1250, 4)]), felt(9), earned=earned(False)),
        9.0,
        0.0,
        "Effort 9 of 10, asked up to 8.",
    ),
    Told(
        "session_rpe",
        Case(TEST, recording(speed=[(1250, 4)]), felt(9), earned=earned(True)),
        9.0,
        1.0,
        "Effort 9 of 10, asked 9–10.",
    ),
    Told("session_rpe", Case(TEST, recording(speed=[(1250, 4)]), felt(9)), 9.0, 1.0, "Effort 9 of 10, asked 9–10."),
    Told(
        "earned",
        Case(TEST, recording(speed=[(1250, 4)]), felt(8), earned=earned(False)),
        1.0,
        1.0,
        "Not earned yet (last test 6 weeks ago), and not forced: effort 8 of 10.",
    ),
    Told(
        "earned",
        Case(TEST, recording(speed=[(1250, 4)]), earned=earned(False)),
        None,
        None,
        "Not assessed: it was not earned yet (last test 6 weeks ago), and no effort was said to tell whether it was "
        "forced.",
    ),
    Told(
        "earned",
        Case(TEST, recording(speed=[(1250, 4)]), felt(9)),
        None,
        None,
        "Not assessed: the conditions of this day cannot all be told from the journal.",
    ),
    Told(
        "drift",
        Case(EASY, recording(speed=[(2700, 2.5)], hr=[(1350, 130), (1350, 143)]), anchors=KNOWN),
        0.0901,
        0.7997,
        "In the second half 9% less output per heart beat than in the first.",
    ),
    Told(
        "drift",
        Case(EASY, recording(speed=[(2700, 2.5)], hr=[(1350, 143), (1350, 130)])),
        -0.0989,
        1.0,
        "In the second half no less output per heart beat than in the first.",
    ),
    Told(
        "drift",
        Case(EASY, recording(power=[(2700, 150)], speed=[(2700, 2.5)], hr=[(1350, 130), (1350, 143)])),
        0.0901,
        0.7997,
        "In the second half 9% less output per heart beat than in the first.",
    ),
    Told("drift", Case(EASY, recording(speed=[(2700, 2.5)])), None, None, "Not assessed: heart rate was not recorded."),
    Told(
        "drift",
        Case(EASY, recording(hr=[(2700, 130)])),
        None,
        None,
        "Not assessed: neither power nor speed can be used.",
    ),
    Told(
        "drift",
        Case(EASY, recording(speed=[(1100, 2.5)], hr=[(1100, 130)])),
        None,
        None,
        "Not assessed: there are less than 20 minutes to look at.",
    ),
    Told(
        "inside_targets",
        Case(BY_HEART, recording(hr=[(2000, 140), (700, 153)])),
        0.8769,
        1.0,
        "39:28 of 45:00 inside the targets of the steps; outside, in minute 34–45.",
        "minute 34–45",
    ),
    Told(
        "inside_targets",
        Case(BY_HEART, recording(hr=[(2000, 140), (700, 170)])),
        0.7436,
        0.9061,
        "33:28 of 45:00 inside the targets of the steps; outside, in minute 33–45.",
        "minute 33–45",
    ),
    Told(
        "inside_targets",
        Case(BY_HEART, recording(hr=[(1200, 140)])),
        0.5,
        0.5,
        "20:00 of 40:00 inside the targets of the steps.",
    ),
    Told(
        "inside_targets",
        Case(EASY, recording(hr=[(1200, 140)])),
        None,
        None,
        "Not assessed: no step wrote a target in a channel that was recorded.",
    ),
    Told(
        "inside_targets",
        Case(AT_THREE, recording(speed=[(1200, 3.08)])),
        1.0,
        1.0,
        "20:00 of 20:00 inside the targets of the steps.",
    ),
    Told(
        "inside_targets",
        Case(AT_THREE, recording(speed=[(1200, 3.2)])),
        0.4067,
        0.3445,
        "8:08 of 20:00 inside the targets of the steps; outside, in minute 0–20.",
        "minute 0–20",
    ),
    Told(
        "inside_targets",
        Case(AT_THREE, recording(speed=[(1200, 2.8)])),
        0.37,
        0.2833,
        "7:24 of 20:00 inside the targets of the steps; outside, in minute 0–20.",
        "minute 0–20",
    ),
]

FELT = [(2, 1.0), (4, 1.0), (5, 0.5), (6, 0.0), (1, 0.5), (0, 0.0)]
"""Two to four is what an easy day feels like; two points beyond it on either side the score is gone."""
CASES += [
    Told(
        "session_rpe",
        Case(EASY, recording(speed=[(2700, 2.5)]), felt(effort)),
        effort,
        score,
        f"Effort {effort} of 10, asked 2–4.",
    )
    for effort, score in FELT
]


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.id)
def test_the_row_tells_what_was_seen(told: Told) -> None:
    assert as_told(told) is None
