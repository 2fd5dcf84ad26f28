"""Rows word for word where a rule changes: own names, what stands in for what, exactly at a bound, next to nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.planned import PlannedSession, RationLimit, SetScheme, StepRole, Target
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubrics import rubric_for
from longgame.record.session import Session
from longgame.record.sets import SetKind, StrengthSet
from longgame.review.case import Case
from longgame.review.criteria import CRITERIA
from longgame.review.engine import review
from longgame.review.history import History
from longgame.review.model import Manner
from longgame.review.seen import look
from tests.review.test_alignment_of_efforts import thrice
from tests.review.told import Told, as_told
from tests.strategies.build import bound, done, effort, felt, lift, lifted, plan, recorded, session

W, WARM = StepRole.WORK, StepRole.WARM_UP
FAILURE = SetKind.FAILURE
MINE = {"my press": "Bench Press"}
AT_4 = bound(Quantity.SPEED, 4, 4)


def of_press(intent: Intent, *targets: Target, sets: int = 1, scheme: SetScheme = SetScheme.STRAIGHT) -> PlannedSession:
    """Sets of five to ten bench presses."""
    return plan(intent, lift(1, "Bench Press", sets, (8, 10), *targets, scheme=scheme))


def pressed(*reserves: float) -> Session:
    """Bench presses with these reps in reserve."""
    return lifted(*[done("Bench Press", 8, 60, rir) for rir in reserves])


def sprinted(seconds: float, metres: float = 60.0) -> StrengthSet:
    """A sprint, logged as a set."""
    return replace(done("Sprint", 1), distance_m=metres, duration_s=seconds)


def pace(*levels: tuple[float, float]) -> Session:
    """A run of so many seconds at so many metres per second."""
    return recorded(speed=levels, noise=0.0)


def ridden_band(*watts: float) -> Case:
    """Three repetitions of four minutes at 240 to 260 W, ridden at these watts."""
    first, second, third = watts
    levels = [(600, 150), (240, first), (120, 120), (240, second), (120, 120), (240, third), (300, 150)]
    asked = plan(Intent.THRESHOLD, *thrice(bound(Quantity.POWER, 240, 260)))
    return Case(asked, recorded(Sport.RIDE, power=levels, noise=0.0))


NOT_BEGUN = plan(Intent.TEMPO, effort(1, WARM, 600, 600), effort(2, W, 1200, 1200))
EASY = plan(Intent.BASE, effort(1, W, 2400, 2400))
RESTED = plan(Intent.SPEED, *thrice(seconds=60, rest=180))
CASES = [
    Told(
        "load",
        Case(
            plan(Intent.STRENGTH, lift(1, "My press", 2, (5, 5), bound(Quantity.LOAD_SHARE, 0.7, 0.8))),
            lifted(*[done("Bench Press", 5, 75, 2)] * 2),
            anchors=Anchors(e1rm_kg={"bench press": 100}),
            own_names=MINE,
        ),
        75.0,
        1.0,
        "Load within bounds in 2 sets.",
    ),
    Told(
        "load",
        Case(
            plan(Intent.STRENGTH, lift(1, "Bench Press", 1, (5, 5), bound(Quantity.LOAD, 0, 0))),
            lifted(done("Bench Press", 5, 0)),
        ),
        0.0,
        1.0,
        "Load within bounds in 1 set.",
    ),
    Told(
        "failures",
        Case(
            plan(
                Intent.HYPERTROPHY,
                lift(1, "My press", 2, (8, 10)),
                lift(2, "Barbell Row", 2, (8, 10)),
                ration=RationLimit(3, 1, per_pattern=True),
            ),
            lifted(
                *[done("My press", 8, 60, kind=FAILURE)] * 2,
                done("Barbell Row", 8, 60, kind=FAILURE),
                done("Barbell Row", 8, 60, 2),
            ),
            own_names=MINE,
        ),
        1.0,
        0.6667,
        "3 sets to failure that no step asked for, 1 beyond the ration.",
        "set 2",
    ),
    # Down to none in reserve asked: no score is lost below, a third of one above for each half.
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, bound(Quantity.RIR, 0, 2)), pressed(2.5)),
        2.5,
        0.8333,
        "Reps in reserve outside bounds in 1 of 1 set: set 1 2.5 (asked 0–2).",
        "set 1",
    ),
    # Half a rep asked at least: at none in reserve the score is gone, half way there half of it.
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, bound(Quantity.RIR, 0.5, 2)), pressed(0.25)),
        0.25,
        0.5,
        "Reps in reserve outside bounds in 1 of 1 set: set 1 0.25 (asked 0.5–2).",
        "set 1",
    ),
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, sets=2), pressed(0, 0)),
        0.0,
        0.0,
        "Reps in reserve outside bounds in 2 of 2 sets: set 1 0 (asked 1–3), set 2 0 (asked 1–3).",
        "set 1; set 2",
    ),
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, sets=2, scheme=SetScheme.AMRAP), pressed(0, 0)),
        0.0,
        1.0,
        "Reps in reserve within bounds in 2 sets.",
    ),
    # Another exercise may have the reps of its step or of the intent: 1 to 5 in strength, 5 to 30 in hypertrophy.
    Told(
        "reps_per_set",
        Case(
            plan(Intent.STRENGTH, lift(1, "Bench Press", 2, (5, 5))),
            lifted(done("Push-Up", 4), done("Push-Up", 20)),
        ),
        20.0,
        0.5,
        "Reps outside bounds in 1 of 2 sets: set 2 20 (asked 1–5).",
        "set 2",
    ),
    Told(
        "reps_per_set",
        Case(
            plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (5, 5))),
            lifted(done("Push-Up", 12), done("Push-Up", 4)),
        ),
        4.0,
        0.75,
        "Reps outside bounds in 1 of 2 sets: set 2 4 (asked 5–30).",
        "set 2",
    ),
    # An effort of 10 is never inside bounds that end below it.
    Told(
        "session_rpe",
        Case(plan(Intent.INTERVALS, effort(1, W, 600), targets=(bound(Quantity.RPE, 6, 9),)), session(), felt(9.5)),
        9.5,
        0.5,
        "Effort 9.5 of 10, asked 6–9.",
    ),
    Told(
        "session_rpe",
        Case(plan(Intent.INTERVALS, effort(1, W, 600), targets=(bound(Quantity.RPE, 6, 9),)), session(), felt(5)),
        5.0,
        0.6667,
        "Effort 5 of 10, asked 6–9.",
    ),
    # The first share of clean reps that a step wrote is asked of all of them; sets without reps count for nothing.
    Told(
        "clean_share",
        Case(
            plan(
                Intent.TECHNIQUE,
                lift(1, "Clean", 2, (2, 2)),
                lift(2, "Snatch", 2, (2, 2), bound(Quantity.SHARE, 0.5, 0.9)),
            ),
            lifted(
                *[replace(done("Clean", 4), clean_reps=3)] * 2,
                replace(done("Clean", 0), clean_reps=0),
                done("Clean", 3),
            ),
        ),
        0.75,
        1.0,
        "6 of 8 counted reps were clean.",
    ),
    Told(
        "work_in_band",
        Case(
            plan(Intent.THRESHOLD, effort(1, W, 1200, 1200, bound(Quantity.POWER, 240, 260))),
            recorded(Sport.RIDE, power=[(600, 240), (600, 260)], noise=0.0),
        ),
        1.0,
        1.0,
        "20:00 of 20:00 planned work in its band.",
    ),
    Told(
        "work_in_band",
        Case(
            plan(Intent.THRESHOLD, effort(1, W, 1200, 1200, bound(Quantity.POWER, None, 260))),
            recorded(Sport.RIDE, power=[(600, 0.5), (600, 250)], noise=0.0),
        ),
        1.0,
        1.0,
        "20:00 of 20:00 planned work in its band.",
    ),
    Told(
        "last_third",
        Case(NOT_BEGUN, pace((600, 2.5))),
        0.0,
        0.0,
        "None of the planned work was done.",
    ),
    # 60 m in 8, 8 and 10 s: the third at 80 % of the best scores nothing, the others all.
    Told(
        "rep_quality",
        Case(
            plan(Intent.SPEED, lift(1, "Sprint", 3, None)),
            lifted(sprinted(8.0), sprinted(8.0), sprinted(10.0)),
        ),
        0.8,
        0.6667,
        "3 repetitions, the slowest (repetition 3) at 80% of the day's best.",
        "set 3",
    ),
    Told(
        "rep_targets",
        Case(plan(Intent.INTERVALS, *thrice(AT_4)[:2]), pace((600, 2.5), (240, 4))),
        1.0,
        1.0,
        "The one repetition done was on target.",
    ),
    Told(
        "rep_targets",
        Case(plan(Intent.INTERVALS, *thrice()[:4]), pace((600, 2.5), (240, 4), (120, 2), (240, 3.9))),
        1.0,
        1.0,
        "Both repetitions done were on one level, no target written.",
    ),
    Told(
        "structure",
        Case(plan(Intent.INTERVALS, *thrice()[:4]), pace((600, 2.5), (600, 4))),
        0.6667,
        0.6222,
        "2 of 2 work steps done in full; 1 of 1 recoveries left out.",
    ),
    Told(
        "full_rests",
        Case(
            plan(Intent.SPEED, *thrice(seconds=60, rest=180)),
            pace((600, 2.5), (60, 7), (90, 1.5), (60, 7), (180, 1.5), (60, 7), (300, 2.5)),
        ),
        0.75,
        0.7,
        "1 of 2 rests taken in full; on average 75% of what was asked.",
        "11:00–12:30",
    ),
    Told(
        "drift",
        Case(
            plan(Intent.BASE, effort(1, W, 2400, 2400)),
            recorded(speed=[(1200, 3), (1200, 2.7)], hr=[(2400, 140)], noise=0.0),
        ),
        0.1,
        0.75,
        "In the second half 10% less output per heart beat than in the first.",
    ),
    Told(
        "inside_targets",
        Case(
            plan(Intent.BASE, effort(1, W, 1200, 1200, bound(Quantity.SPEED, None, 2.0))),
            recorded(speed=[(1200, 0.7)], noise=0.0),
        ),
        1.0,
        1.0,
        "20:00 of 20:00 inside the targets of the steps.",
    ),
    Told(
        "load",
        Case(
            plan(Intent.STRENGTH, lift(1, "Bench Press", 1, (5, 5), bound(Quantity.LOAD_SHARE, 0.7, 0.8))),
            lifted(done("Bench Press", 5, 75, 2)),
            anchors=Anchors(e1rm_kg={"my press": 100}),
            own_names=MINE,
        ),
        75.0,
        1.0,
        "Load within bounds in 1 set.",
    ),
    Told(
        "reps_per_set",
        Case(plan(Intent.STRENGTH, lift(1, "Bench Press", 1, (2, 3))), lifted(done("Bench Press", 1, 75, 2))),
        1.0,
        0.0,
        "Reps outside bounds in 1 of 1 set: set 1 1 (asked 2–3).",
        "set 1",
    ),
    Told(
        "evenness",
        Case(plan(Intent.PACING, effort(1, W, 1200, 1200)), pace((600, 0.9), (600, 0.8))),
        0.0588,
        0.4235,
        "Splits vary by 5.9% around their mean; the first eighth 6% faster than the mean.",
    ),
    # An effort of 10 asked is none in reserve, and one reported is none left.
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, bound(Quantity.RPE, 10, 10)), pressed(1)),
        1.0,
        0.6667,
        "Reps in reserve outside bounds in 1 of 1 set: set 1 1 (asked 0).",
        "set 1",
    ),
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, bound(Quantity.RIR, 1, 3)), lifted(done("Bench Press", 8, 60, rpe=10.0))),
        0.0,
        0.0,
        "Reps in reserve outside bounds in 1 of 1 set: set 1 0 (asked 1–3).",
        "set 1",
    ),
    Told(
        "rir",
        Case(
            plan(
                Intent.HYPERTROPHY,
                lift(1, "Bench Press", 4, (8, 10), bound(Quantity.RIR, 1, 3), until="form fades"),
            ),
            pressed(2, 2),
        ),
        2.0,
        1.0,
        "Reps in reserve within bounds in 2 sets.",
    ),
    Told(
        "rir",
        Case(
            of_press(Intent.HYPERTROPHY, bound(Quantity.LOAD, 60, 62), sets=2),
            lifted(*[done("Bench Press", 8, 20, 8)] * 2),
        ),
        0.0,
        0.0,
        "No set came near the load asked for.",
    ),
    Told(
        "rir",
        Case(of_press(Intent.HYPERTROPHY, bound(Quantity.LOAD, 60, 62), sets=2), lifted(done("Back Squat", 8, 20, 8))),
        0.0,
        0.0,
        "None of the sets asked for was done.",
    ),
    Told(
        "set_count",
        Case(plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), most_sets=5)), pressed(2, 2)),
        0.6667,
        0.6667,
        "2 working sets, 3–5 planned.",
    ),
    Told(
        "work_in_band",
        ridden_band(290, 250, 250),
        0.6667,
        0.7778,
        "8:00 of 12:00 planned work in its band; outside it, in minute 10–14.",
        "minute 10–14",
    ),
    # Nine tenths of a rest are all of it; a rest run through is none.
    Told(
        "full_rests",
        Case(RESTED, pace((600, 2.5), (60, 7), (162, 1.5), (60, 7), (180, 1.5), (60, 7), (300, 2.5))),
        0.95,
        1.0,
        "2 of 2 rests taken in full; on average 95% of what was asked.",
    ),
    Told(
        "full_rests",
        Case(RESTED, pace((600, 2.5), (120, 7), (180, 1.5), (60, 7), (300, 2.5))),
        0.5,
        0.2,
        "1 of 2 rests taken in full; on average 50% of what was asked.",
        "11:00–11:10",
    ),
    Told(
        "past_the_drop",
        Case(plan(Intent.SPEED, *thrice(seconds=20, rest=180)), pace((1500, 2.5))),
        0.0,
        1.0,
        "No repetition was done, so none dropped away.",
    ),
    Told(
        "past_the_drop",
        Case(
            plan(Intent.SPEED, *thrice(seconds=20, rest=180)),
            pace((600, 2.5), (20, 6), (180, 1), (20, 5.4), (180, 1), (20, 5.3), (300, 2.5)),
        ),
        0.0,
        1.0,
        "Repetition 3 dropped below 90% of the best, and no other did after it.",
    ),
    Told(
        "spike",
        Case(
            plan(Intent.LONG, effort(1, W, 100_000, 100_000, metres=True)),
            pace((30_000, 4)),
            history=History(longest_m=((Sport.RUN, 100_000.0),)),
        ),
        1.2,
        0.8889,
        "120% of your longest run of the last 30 days (100.0 km).",
    ),
    Told(
        "rep_quality",
        Case(plan(Intent.SPEED, lift(1, "Sprint", 2, None)), lifted(sprinted(8.0), sprinted(16.0, 120.0))),
        1.0,
        1.0,
        "2 repetitions, the slowest (repetition 1) at 100% of the day's best.",
        "set 1",
    ),
    Told(
        "rep_quality",
        Case(plan(Intent.SPEED, lift(1, "Sprint", 1, None)), lifted(sprinted(8.0))),
        1.0,
        1.0,
        "1 repetition, which is the day's best itself.",
        "set 1",
    ),
    Told(
        "rep_quality",
        Case(plan(Intent.SPEED, *thrice(seconds=20, rest=180)), recorded(hr=[(1500, 120)], noise=0.0)),
        None,
        None,
        "Not assessed: no repetition with power, speed or time was recorded.",
    ),
    Told(
        "ease",
        Case(EASY, session(), anchors=Anchors(first_threshold_hr_bpm=140, critical_power_w=250)),
        None,
        None,
        "Not assessed: heart rate was not recorded and power was not recorded.",
    ),
    Told(
        "ease",
        Case(EASY, recorded(hr=[(2400, 120)], noise=0.0), anchors=Anchors(hr_zones=(Interval(100, 130),))),
        None,
        None,
        "Not assessed: no easy ceiling is known (a first threshold, zones or a bound in the plan would give one).",
    ),
    # What a step asks for from the very ceiling on is more than easy, by the plan's own word.
    Told(
        "ease",
        Case(
            plan(Intent.BASE, effort(1, W, 1200, 1200), effort(2, W, 600, 600, bound(Quantity.HEART_RATE, 140, 170))),
            recorded(hr=[(1200, 120), (600, 150)], noise=0.0),
            anchors=Anchors(first_threshold_hr_bpm=140),
        ),
        1.0,
        1.0,
        "100% of the time at or below 140 bpm (your first threshold).",
    ),
    Told(
        "evenness",
        Case(plan(Intent.PACING, effort(1, W, 8, 8)), pace((8, 3))),
        None,
        None,
        "Not assessed: there is too little recorded work to split.",
    ),
    Told(
        "last_third",
        Case(plan(Intent.CONDITIONING, effort(1, W, 4, 4)), pace((4, 3))),
        None,
        None,
        "Not assessed: there is too little recorded work to divide into thirds.",
    ),
    Told(
        "rep_targets",
        Case(plan(Intent.INTERVALS, *thrice()[:2]), pace((600, 2.5), (240, 4))),
        None,
        None,
        "Not assessed: the repetitions have no target and there are too few to compare with each other.",
    ),
    # A single number is meant give or take three in a hundred, on both sides.
    Told(
        "work_in_band",
        Case(
            plan(Intent.THRESHOLD, *thrice(bound(Quantity.POWER, 250, 250))),
            recorded(
                Sport.RIDE,
                power=[(600, 150), (240, 240), (120, 120), (240, 250), (120, 120), (240, 259), (300, 150)],
                noise=0.0,
            ),
        ),
        0.3333,
        0.2222,
        "4:00 of 12:00 planned work in its band; outside it, in minute 10–14 and 22–26.",
        "minute 10–14; minute 22–26",
    ),
]


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.id)
def test_what_a_row_tells(told: Told) -> None:
    assert as_told(told) is None


def leaning(name: str, case: Case) -> Manner | None:
    """To which side a criterion says the day lay."""
    assert case.planned is not None
    assert case.session is not None
    rule = next(rule for rule in rubric_for(case.planned.intent).rules if rule.criterion == name)
    return CRITERIA[name].assess(rule, look(case, case.planned, case.session)).leans


def two_steps(*reserves: float) -> Case:
    """A set of bench press with one to three in reserve, one of squats with three to five, done with these."""
    steps = (
        lift(1, "Bench Press", 1, (8, 10), bound(Quantity.RIR, 1, 3)),
        lift(2, "Back Squat", 1, (5, 5), bound(Quantity.RIR, 3, 5)),
    )
    press, squat = reserves
    return Case(
        plan(Intent.HYPERTROPHY, *steps), lifted(done("Bench Press", 8, 60, press), done("Back Squat", 5, 90, squat))
    )


def reps_at_4(*speeds: float) -> Case:
    """Three repetitions of four minutes at 4 m/s, run at these speeds."""
    return replace(in_base(*speeds), planned=plan(Intent.INTERVALS, *thrice(AT_4)))


def in_base(*speeds: float) -> Case:
    """Three repetitions of four minutes at 4 m/s within an easy day, run at these speeds."""
    first, second, third = speeds
    levels = [(600, 2.5), (240, first), (120, 2), (240, second), (120, 2), (240, third), (300, 2.5)]
    return Case(plan(Intent.BASE, *thrice(AT_4)), recorded(speed=levels, noise=0.0), felt(4))


@pytest.mark.parametrize(
    ("name", "case", "side"),
    [
        ("inside_targets", in_base(4.4, 4, 4), Manner.BEYOND),
        ("inside_targets", in_base(4.4, 4.4, 3.6), Manner.BEYOND),
        ("inside_targets", in_base(4, 3.6, 4), Manner.SHORT),
        ("inside_targets", in_base(4.4, 3.6, 3.6), Manner.SHORT),
        ("work_in_band", ridden_band(290, 250, 250), Manner.BEYOND),
        ("work_in_band", ridden_band(215, 250, 250), Manner.SHORT),
        ("rir", two_steps(0, 4), Manner.BEYOND),
        ("rir", two_steps(3.9, 2.7), Manner.SHORT),
        ("rir", two_steps(1.5, 2.0), Manner.BEYOND),
        ("rep_targets", reps_at_4(4, 4.4, 3.85), Manner.BEYOND),
        ("rep_targets", reps_at_4(4, 4.15, 3.6), Manner.SHORT),
        ("full_rests", Case(RESTED, pace((1500, 2.5))), Manner.SHORT),
        (
            "last_third",
            Case(plan(Intent.TEMPO, effort(1, WARM, 600), effort(2, W, 1200)), pace((600, 2.5))),
            Manner.SHORT,
        ),
        (
            "last_third",
            Case(plan(Intent.TEMPO, effort(1, W, 1200)), recorded(power=[(400, 0), (800, 200)], noise=0.0)),
            Manner.SHORT,
        ),
    ],
)
def test_to_which_side_a_row_lies(name: str, case: Case, side: Manner) -> None:
    assert leaning(name, case) is side


def test_what_is_one_share_of_many_is_bounded_by_all_of_them() -> None:
    everything = Bounds(Quantity.SHARE, Interval(1.0, 1.0))
    none_done = Case(of_press(Intent.HYPERTROPHY, sets=2), lifted(done("Leg Press", 8, 60, 2)))
    for name, case in (
        ("rir", none_done),
        ("rep_targets", Case(plan(Intent.INTERVALS, *thrice(AT_4)), pace((1860, 2.5)))),
    ):
        row = next(row for row in review(case).criteria if row.name == name)
        assert (row.bounds, row.value, row.score) == (everything, 0.0, 0)
