"""More rows word for word: repetitions, rests, lengths, efforts, sets, on days that lie at or beyond a bound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from longgame.plan.planned import PlannedSession, SetScheme, StepRole, Target
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from tests.review.test_alignment_of_efforts import thrice
from tests.review.told import Told, as_told
from tests.strategies.build import bound, done, effort, felt, lift, lifted, plan, recorded

W = StepRole.WORK


def pace(floor: float, ceiling: float) -> Target:
    """Metres per second."""
    return bound(Quantity.SPEED, floor, ceiling)


def ints(*targets: Target) -> PlannedSession:
    """Three repetitions of four minutes."""
    return plan(Intent.INTERVALS, *thrice(*targets))


L = plan(Intent.POWER, lift(1, "Clean", 3, (2, 2), bound(Quantity.REST, 120, 180)))
CASES = [
    Told(
        "rep_targets",
        Case(
            ints(pace(4, 4)),
            recorded(speed=[(600, 2.5), (240, 4), (120, 2), (240, 4.4), (120, 2), (240, 3.6), (300, 2.5)], noise=0.0),
        ),
        0.3333,
        0.3333,
        "1 of 3 repetitions on target: repetition 2 at 110% (minute 16–20), repetition 3 at 90% (minute 22–26).",
        "minute 16–20; minute 22–26",
    ),
    Told(
        "rep_targets",
        Case(
            ints(pace(4, 4)),
            recorded(speed=[(600, 2.5), (240, 4), (120, 2), (240, 4), (120, 2), (240, 2.2), (300, 2.5)], noise=0.0),
        ),
        0.6667,
        0.6667,
        "Both repetitions done were on target; 1 left out.",
        "",
    ),
    Told(
        "rep_targets",
        Case(
            ints(pace(4, 4.2)),
            recorded(speed=[(600, 2.5), (240, 4.1), (120, 2), (240, 4.2), (120, 2), (240, 4), (300, 2.5)], noise=0.0),
        ),
        1.0,
        1.0,
        "All 3 repetitions done were on target.",
        "",
    ),
    Told(
        "rep_targets",
        Case(
            ints(),
            recorded(speed=[(600, 2.5), (240, 4), (120, 2), (240, 4), (120, 2), (240, 3.5), (300, 2.5)], noise=0.0),
        ),
        0.6667,
        0.6667,
        "2 of 3 repetitions on one level, no target written: repetition 3 at 88% (minute 22–26).",
        "minute 22–26",
    ),
    Told(
        "rep_targets",
        Case(ints(), recorded(speed=[(1800, 2.5)], noise=0.0)),
        0.0,
        0.0,
        "None of the 3 repetitions was done.",
        "",
    ),
    Told(
        "rep_targets",
        Case(plan(Intent.INTERVALS, effort(1, W, 600)), recorded(speed=[(600, 2.5)], noise=0.0)),
        None,
        None,
        "Not assessed: the repetitions have no target and there are too few to compare with each other.",
        "",
    ),
    Told(
        "full_rests",
        Case(
            plan(Intent.SPEED, *thrice(seconds=30, rest=180)),
            recorded(speed=[(600, 2.5), (30, 6), (90, 2), (30, 6), (180, 2), (30, 6), (300, 2.5)], noise=0.0),
        ),
        0.75,
        0.7,
        "1 of 2 rests taken in full; on average 75% of what was asked.",
        "10:30–12:00",
    ),
    Told(
        "full_rests",
        Case(
            plan(Intent.SPEED, *thrice(seconds=30, rest=180)),
            recorded(speed=[(600, 2.5), (30, 6), (200, 2), (30, 6), (180, 2), (30, 6), (300, 2.5)], noise=0.0),
        ),
        1.0,
        1.0,
        "2 of 2 rests taken in full; on average 100% of what was asked.",
        "",
    ),
    Told(
        "full_rests",
        Case(plan(Intent.SPEED, *thrice(seconds=30, rest=180)), recorded(speed=[(600, 2.5), (500, 2.5)], noise=0.0)),
        0.0,
        0.0,
        "None of the planned work was done.",
        "",
    ),
    Told(
        "rep_quality",
        Case(plan(Intent.SPEED, *thrice(seconds=30, rest=180)), recorded(speed=[(600, 2.5), (500, 2.5)], noise=0.0)),
        0.0,
        0.0,
        "None of the planned repetitions was done.",
        "",
    ),
    Told(
        "full_rests",
        Case(L, lifted(done("Clean", 2, 60, rest_s=120), done("Clean", 2, 60, rest_s=60), done("Clean", 2, 60))),
        0.75,
        0.7,
        "1 of 2 rests taken in full; on average 75% of what was asked.",
        "set 2",
    ),
    Told(
        "full_rests",
        Case(
            plan(Intent.POWER, lift(1, "Clean", 3, (2, 2), bound(Quantity.REST, None, 180))),
            lifted(done("Clean", 2, 60, rest_s=90)),
        ),
        0.5,
        0.2,
        "0 of 1 rests taken in full; on average 50% of what was asked.",
        "set 1",
    ),
    Told(
        "full_rests",
        Case(plan(Intent.POWER, lift(1, "Clean", 3, (2, 2))), lifted(done("Clean", 2, 60, rest_s=90))),
        None,
        None,
        "Not assessed: no rest was both asked for and recorded.",
        "",
    ),
    Told(
        "ease",
        Case(
            plan(
                Intent.BASE,
                effort(1, W, 600, 600, bound(Quantity.HEART_RATE, None, 140)),
                effort(2, W, 20, 20, bound(Quantity.HEART_RATE, 160, None)),
            ),
            recorded(hr=[(600, 130)], noise=0.0),
        ),
        None,
        None,
        "Not assessed: no easy ceiling is known (a first threshold, zones or a bound in the plan would give one).",
        "",
    ),
    Told(
        "duration",
        Case(plan(Intent.BASE, effort(1, W)), recorded(speed=[(600, 2.5)])),
        None,
        None,
        "Not assessed: the plan does not say how long or how far the whole session is.",
        "",
    ),
    Told(
        "duration",
        Case(plan(Intent.BASE, effort(1, W, 5000, 5000, metres=True)), recorded(speed=[(2000, 2.5)], noise=0.0)),
        5000.0,
        1.0,
        "5.00 km against 4.00 km–6.00 km.",
        "",
    ),
    Told(
        "duration",
        Case(
            plan(Intent.BASE, effort(1, W, 5000, 5000, metres=True)),
            replace(recorded(speed=[(1800, 2.5)], noise=0.0), distance_m=None),
        ),
        4500.0,
        1.0,
        "4.50 km against 4.00 km–6.00 km.",
        "",
    ),
    Told(
        "duration",
        Case(plan(Intent.BASE, effort(1, W, 1800, None)), recorded(speed=[(1500, 2.5)], noise=0.0)),
        1500.0,
        1.0,
        "25:00 against 24:00–36:00.",
        "",
    ),
    Told(
        "evenness",
        Case(plan(Intent.PACING, effort(1, W, 1800)), recorded(speed=[(900, 3), (900, 2.7)], noise=0.0)),
        0.0526,
        0.5474,
        "Splits vary by 5.3% around their mean; the first eighth 5% faster than the mean.",
        "",
    ),
    Told(
        "evenness",
        Case(plan(Intent.PACING, effort(1, W, 10)), recorded(speed=[(10, 3)], noise=0.0)),
        None,
        None,
        "Not assessed: there is too little recorded work to split.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.BASE, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(1)),
        1.0,
        0.5,
        "Effort 1 of 10, asked 2–4.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.BASE, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(4)),
        4.0,
        1.0,
        "Effort 4 of 10, asked 2–4.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.BASE, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(5)),
        5.0,
        0.5,
        "Effort 5 of 10, asked 2–4.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.BASE, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(6.5)),
        6.5,
        0.0,
        "Effort 6.5 of 10, asked 2–4.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.BASE, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(8)),
        8.0,
        0.0,
        "Effort 8 of 10, asked 2–4.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.BASE, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(10)),
        10.0,
        0.0,
        "Effort 10 of 10, asked 2–4.",
        "",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.INTERVALS, effort(1, W, 1800)), recorded(speed=[(1800, 2.5)], noise=0.0), felt(9.5)),
        9.5,
        0.5,
        "Effort 9.5 of 10, asked 7–9.",
        "",
    ),
    Told(
        "unasked_work",
        Case(
            ints(),
            recorded(speed=[(600, 2.5), (240, 4), (120, 2), (300, 4), (120, 2), (240, 4), (300, 2.5)], noise=0.0),
        ),
        0.0349,
        1.0,
        "Not asked for: 0:36 more than the work steps were long.",
        "minute 16–21",
    ),
    Told(
        "drift",
        Case(
            plan(Intent.BASE, effort(1, W, 3600)),
            recorded(hr=[(1800, 140), (1800, 147)], speed=[(3600, 3.0)], noise=0.0),
        ),
        0.0473,
        1.0,
        "In the second half 5% less output per heart beat than in the first.",
        "",
    ),
    Told(
        "set_count",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), most_sets=4)),
            lifted(*[done("Bench Press", 8, 60)] * 5),
        ),
        1.25,
        0.875,
        "5 working sets, 3–4 planned.",
        "",
    ),
    Told(
        "set_count",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), most_sets=4)),
            lifted(*[done("Bench Press", 8, 60)] * 3),
        ),
        1.0,
        1.0,
        "3 working sets, 3–4 planned.",
        "",
    ),
    Told(
        "set_count",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), until="form breaks")),
            lifted(*[done("Bench Press", 8, 60)] * 1),
        ),
        1.0,
        1.0,
        "1 working set, 0–3 planned.",
        "",
    ),
    Told(
        "structure",
        Case(
            plan(
                Intent.HYPERTROPHY,
                lift(1, "Bench Press", 3, (8, 10), until="form breaks"),
                lift(2, "Barbell Row", 2, (8, 8)),
            ),
            lifted(done("Bench Press", 8, 60), done("Barbell Row", 8, 60)),
        ),
        0.8,
        1.0,
        "2 of 5 sets done; 2 not needed, as the stop rule had ended the work.",
        "",
    ),
    Told(
        "clean_share",
        Case(
            plan(Intent.TECHNIQUE, lift(1, "Clean", 3, (2, 2), bound(Quantity.SHARE, 0.8, 0.95))),
            lifted(replace(done("Clean", 10), clean_reps=7)),
        ),
        0.7,
        0.75,
        "7 of 10 counted reps were clean.",
        "",
    ),
    Told(
        "last_third",
        Case(
            plan(Intent.CONDITIONING, lift(1, "Burpee", 3, (10, 10))),
            lifted(*[done("Burpee", 10, duration_s=s) for s in (60, 60, 75)]),
        ),
        0.8,
        0.25,
        "Last third of the rounds at 80% of the first third's rate.",
        "",
    ),
    Told(
        "last_third",
        Case(
            plan(Intent.CONDITIONING, lift(1, "Burpee", 2, (10, 10))),
            lifted(*[done("Burpee", 10, duration_s=s) for s in (60, 75)]),
        ),
        None,
        None,
        "Not assessed: neither power nor speed nor timed rounds were recorded.",
        "",
    ),
    Told(
        "rir",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 10), bound(Quantity.RIR, 0, 2))),
            lifted(done("Bench Press", 8, 60, 0), done("Bench Press", 8, 60, 3)),
        ),
        3.0,
        0.8334,
        "Reps in reserve outside bounds in 1 of 2 sets: set 2 3 (asked 0–2).",
        "set 2",
    ),
    Told(
        "rir",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 10), bound(Quantity.RIR, 1, 2))),
            lifted(done("Bench Press", 8, 60, 0), done("Bench Press", 8, 60, 3)),
        ),
        0.0,
        0.3333,
        "Reps in reserve outside bounds in 2 of 2 sets: set 1 0 (asked 1–2), set 2 3 (asked 1–2).",
        "set 1; set 2",
    ),
    Told(
        "reps_per_set",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 8), scheme=SetScheme.AMRAP)),
            lifted(done("Bench Press", 7, 60, 0), done("Bench Press", 18, 60, 0)),
        ),
        7.0,
        0.8438,
        "Reps outside bounds in 1 of 2 sets: set 1 7 (asked at least 8).",
        "set 1",
    ),
]


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.id)
def test_the_row_tells_what_was_seen(told: Told) -> None:
    assert as_told(told) is None
