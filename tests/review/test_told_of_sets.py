"""What the criteria of sets tell: value, score worked out by hand, sentence, and which sets they name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from longgame.kernel.interval import Interval
from longgame.plan.anchors import Anchors
from longgame.plan.planned import RationLimit, SetScheme, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.session import Session
from longgame.record.sets import Form, SetKind
from longgame.review.case import Case
from longgame.review.history import History
from tests.review.told import Told, as_told
from tests.strategies.build import bound, done, felt, lift, lifted, plan, session

PRESS = plan(
    Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), bound(Quantity.LOAD, 60, 60), bound(Quantity.RIR, 1, 3))
)


def pressed(*s: tuple[object, ...]) -> Session:
    """Sets of bench press: reps, kilograms, reps in reserve."""
    return lifted(*[done("Bench Press", *x) for x in s])  # type: ignore[arg-type]  # by place


BY_RPE = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 10), bound(Quantity.RPE, 7, 8)))
AS_MANY = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 8), scheme=SetScheme.AMRAP))
TWO_LIFTS = plan(
    Intent.HYPERTROPHY,
    lift(1, "Bench Press", 1, (8, 10), bound(Quantity.RIR, 1, 3)),
    lift(2, "Back Squat", 1, (5, 5), bound(Quantity.RIR, 3, 5)),
)
HOLDS = plan(Intent.STRENGTH, replace(lift(1, "Plank", 2, None), hold_s=Interval(30, 45)))
CARRIES = plan(Intent.STRENGTH, replace(lift(1, "Farmer Carry", 2, None), distance_m=Interval(40, 40)))
NO_REPS_SAID = plan(Intent.STRENGTH, lift(1, "Back Squat", 2, None))
BY_SHARE = plan(Intent.STRENGTH, lift(1, "Back Squat", 2, (5, 5), bound(Quantity.LOAD_SHARE, 0.7, 0.8)))
STRONG = Anchors(e1rm_kg={"back squat": 100})
NO_LOAD_SAID = plan(Intent.STRENGTH, lift(1, "Back Squat", 2, (5, 5)))
THREE_TO_FIVE = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), most_sets=5))
WARM_UP_ONLY = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 10), role=StepRole.WARM_UP))
TO_FAILURE = SetKind.FAILURE
RATION_EACH = plan(
    Intent.HYPERTROPHY,
    lift(1, "Bench Press", 2, (8, 10)),
    lift(2, "Barbell Row", 2, (8, 10)),
    ration=RationLimit(3, 1, per_pattern=True),
)
RATION_ALL = replace(RATION_EACH, ration=RationLimit(3, 1))
TWO_FAILED = lifted(
    *[done("Bench Press", 8, 60, kind=TO_FAILURE)] * 1,
    done("Bench Press", 8, 60, 2),
    done("Barbell Row", 8, 60, kind=TO_FAILURE),
    done("Barbell Row", 8, 60, 2),
)
TO_ZERO = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 1, (8, 10), bound(Quantity.RIR, 0, 2)))
TO_TEN = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 1, (8, 10), bound(Quantity.RPE, 9, 10)))
SQUATS = plan(Intent.STRENGTH, lift(1, "Back Squat", 3, (3, 3)))
CLEAN = Form.CLEAN
FADING = Form.FADING
BROKEN = Form.BROKE_DOWN


def formed(*f: Form | None) -> Session:
    """Sets with the form each was done in."""
    return lifted(*[done("Bench Press", 8, 60, 2, form=x) for x in f])


CLEANS = plan(Intent.TECHNIQUE, lift(1, "Clean", 4, (2, 2)))


def counted(*x: tuple[int, int]) -> Session:
    """Sets of which so many of so many reps were clean."""
    return lifted(*[replace(done("Clean", n), clean_reps=c) for c, n in x])


MOSTLY_CLEAN = plan(Intent.TECHNIQUE, lift(1, "Clean", 4, (2, 2), bound(Quantity.SHARE, 0.8, 1)))
HALF_CLEAN = plan(Intent.TECHNIQUE, lift(1, "Clean", 4, (2, 2)), targets=(bound(Quantity.SHARE, 0.3, 0.5),))


def cleaned(*f: Form) -> Session:
    """Cleans with the form each was done in."""
    return lifted(*[done("Clean", 2, form=x) for x in f])


CASES = [
    Told(
        "rir",
        Case(PRESS, pressed((8, 60, 2), (9, 60, 1), (10, 60, 3))),
        2.0,
        1.0,
        "Reps in reserve within bounds in 3 sets.",
    ),
    Told(
        "rir",
        Case(PRESS, pressed((8, 60, 2), (9, 60, 0), (10, 60, 5))),
        0.0,
        0.4444,
        "Reps in reserve outside bounds in 2 of 3 sets: set 2 0 (asked 1–3), set 3 5 (asked 1–3).",
        "set 2; set 3",
    ),
    Told(
        "rir",
        Case(PRESS, pressed((8, 60, 2), (9, 60, 2))),
        0.6667,
        0.6667,
        "Reps in reserve within bounds in 2 sets; 1 asked for and not done.",
    ),
    Told(
        "rir",
        Case(PRESS, pressed((8, 60), (9, 60), (8, 60))),
        None,
        None,
        "Not assessed: reps in reserve not logged for any set whose bounds are known.",
    ),
    Told("rir", Case(PRESS, session()), None, None, "Not assessed: no sets were planned and logged."),
    Told(
        "rir",
        Case(PRESS, lifted(*[done("Bench Press", 8, 60, rpe=7.5)] * 3)),
        2.5,
        1.0,
        "Reps in reserve within bounds in 3 sets.",
    ),
    Told(
        "rir",
        Case(BY_RPE, pressed((8, 60, 2), (8, 60, 4))),
        4.0,
        0.8334,
        "Reps in reserve outside bounds in 1 of 2 sets: set 2 4 (asked 2–3).",
        "set 2",
    ),
    Told("rir", Case(AS_MANY, pressed((12, 60, 0), (11, 60, 3))), 1.5, 1.0, "Reps in reserve within bounds in 2 sets."),
    Told(
        "reps_per_set",
        Case(AS_MANY, pressed((12, 60, 0), (6, 60, 3))),
        6.0,
        0.6875,
        "Reps outside bounds in 1 of 2 sets: set 2 6 (asked at least 8).",
        "set 2",
    ),
    Told(
        "failures",
        Case(AS_MANY, lifted(*[done("Bench Press", 12, 60, 0, kind=SetKind.FAILURE)] * 2)),
        0.0,
        1.0,
        "No set went to failure unasked.",
    ),
    Told(
        "rir",
        Case(TWO_LIFTS, lifted(done("Bench Press", 8, 60, 2), done("Back Squat", 5, 100, 1))),
        0.5,
        0.5,
        "Reps in reserve outside bounds in 1 of 2 sets: set 2 1 (asked 3–5).",
        "set 2",
    ),
    Told(
        "reps_per_set",
        Case(PRESS, pressed((8, 60, 2), (12, 60, 2), (10, 60, 2))),
        12.0,
        0.8333,
        "Reps outside bounds in 1 of 3 sets: set 2 12 (asked 8–10).",
        "set 2",
    ),
    Told(
        "reps_per_set",
        Case(PRESS, pressed((8, 60, 2), (5, 60, 2), (10, 60, 2))),
        5.0,
        0.6875,
        "Reps outside bounds in 1 of 3 sets: set 2 5 (asked 8–10).",
        "set 2",
    ),
    Told(
        "reps_per_set",
        Case(HOLDS, lifted(done("Plank", duration_s=40.0), done("Plank", duration_s=20.0))),
        20.0,
        0.6666,
        "Reps outside bounds in 1 of 2 sets: set 2 20 (asked 30–45).",
        "set 2",
    ),
    Told(
        "reps_per_set",
        Case(CARRIES, lifted(done("Farmer Carry", distance_m=40.0), done("Farmer Carry", distance_m=20.0))),
        20.0,
        0.5,
        "Reps outside bounds in 1 of 2 sets: set 2 20 (asked 40).",
        "set 2",
    ),
    Told(
        "reps_per_set",
        Case(NO_REPS_SAID, lifted(done("Back Squat", 5), done("Back Squat", 9))),
        9.0,
        0.5,
        "Reps outside bounds in 1 of 2 sets: set 2 9 (asked 1–5).",
        "set 2",
    ),
    Told(
        "load", Case(PRESS, pressed((8, 60, 2), (8, 61.5, 2), (8, 58.5, 2))), 60.0, 1.0, "Load within bounds in 3 sets."
    ),
    Told(
        "load",
        Case(PRESS, pressed((8, 60, 2), (8, 66, 2), (8, 54, 2))),
        66.0,
        0.6685,
        "Load outside bounds in 2 of 3 sets: set 2 66 (asked 58.5–61.5), set 3 54 (asked 58.5–61.5).",
        "set 2; set 3",
    ),
    Told(
        "load",
        Case(PRESS, pressed((8, None, 2))),
        None,
        None,
        "Not assessed: load not logged for any set whose bounds are known.",
    ),
    Told(
        "load",
        Case(BY_SHARE, lifted(done("Back Squat", 5, 75), done("Back Squat", 5, 90)), anchors=STRONG),
        90.0,
        0.5,
        "Load outside bounds in 1 of 2 sets: set 2 90 (asked 70–80).",
        "set 2",
    ),
    Told(
        "load",
        Case(BY_SHARE, lifted(done("Back Squat", 5, 75))),
        None,
        None,
        "Not assessed: load not logged for any set whose bounds are known.",
    ),
    Told(
        "load",
        Case(NO_LOAD_SAID, lifted(done("Back Squat", 5, 75), done("Back Squat", 5, 90)), anchors=STRONG),
        90.0,
        0.7549,
        "Load outside bounds in 1 of 2 sets: set 2 90 (asked 70–85).",
        "set 2",
    ),
    Told(
        "load",
        Case(PRESS, lifted(*[done("Dumbbell Bench Press", 8, 25, 2)] * 3)),
        None,
        None,
        "Not assessed: load not logged for any set whose bounds are known.",
    ),
    Told("set_count", Case(PRESS, pressed(*[(8, 60, 2)] * 3)), 1.0, 1.0, "3 working sets, 3 planned."),
    Told("set_count", Case(PRESS, pressed(*[(8, 60, 2)] * 4)), 1.3333, 0.6667, "4 working sets, 3 planned."),
    Told("set_count", Case(PRESS, pressed(*[(8, 60, 2)] * 2)), 0.6667, 0.6667, "2 working sets, 3 planned."),
    Told("set_count", Case(PRESS, session()), None, None, "Not assessed: no sets were planned and logged."),
    Told("set_count", Case(THREE_TO_FIVE, pressed(*[(8, 60, 2)] * 4)), 1.0, 1.0, "4 working sets, 3–5 planned."),
    Told("set_count", Case(THREE_TO_FIVE, pressed(*[(8, 60, 2)] * 6)), 1.2, 1.0, "6 working sets, 3–5 planned."),
    Told("structure", Case(PRESS, pressed(*[(8, 60, 2)] * 2)), 0.6667, 0.8095, "2 of 3 sets done."),
    Told(
        "structure",
        Case(PRESS, pressed((8, 60, 2), (8, 60, 2), (8, 20, 8))),
        0.6667,
        0.8095,
        "2 of 3 sets done, 1 more far below their load.",
        "set 3",
    ),
    Told(
        "unasked_work",
        Case(PRESS, pressed(*[(8, 60, 2)] * 4)),
        0.3333,
        0.6667,
        "Not asked for: 1 set of Bench Press.",
        "set 4",
    ),
    Told(
        "unasked_work",
        Case(
            PRESS,
            lifted(
                *[done("Bench Press", 8, 60, 2)] * 3, *[done("Bicep Curl", 10, 10, 2)] * 2, done("Leg Press", 10, 99, 2)
            ),
        ),
        1.0,
        0.0,
        "Not asked for: 3 sets of Bicep Curl, Leg Press.",
        "set 4; set 5; set 6",
    ),
    Told(
        "set_count",
        Case(WARM_UP_ONLY, pressed((8, 40, 5), (8, 50, 5))),
        None,
        None,
        "Not assessed: no working sets were planned.",
    ),
    Told(
        "failures",
        Case(
            PRESS,
            lifted(
                done("Bench Press", 8, 60, 2),
                done("Bench Press", 8, 60, kind=TO_FAILURE),
                done("Bench Press", 8, 60, kind=TO_FAILURE),
            ),
        ),
        2.0,
        0.3333,
        "2 sets to failure that no step asked for, 2 beyond the ration.",
        "set 2; set 3",
    ),
    Told(
        "failures",
        Case(PRESS, pressed((8, 60), (8, 60), (8, 60))),
        None,
        None,
        "Not assessed: nothing was logged that tells how close to failure a set was.",
    ),
    Told("failures", Case(PRESS, pressed((8, 60, 2))), 0.0, 1.0, "No set went to failure unasked."),
    Told("failures", Case(PRESS, session()), None, None, "Not assessed: no sets were planned and logged."),
    Told(
        "failures",
        Case(RATION_EACH, TWO_FAILED),
        0.0,
        1.0,
        "2 sets to failure that no step asked for, 0 beyond the ration.",
    ),
    Told(
        "failures",
        Case(RATION_ALL, TWO_FAILED),
        1.0,
        0.6667,
        "2 sets to failure that no step asked for, 1 beyond the ration.",
        "set 3",
    ),
    Told(
        "failures",
        Case(TO_ZERO, lifted(done("Bench Press", 8, 60, kind=TO_FAILURE))),
        0.0,
        1.0,
        "No set went to failure unasked.",
    ),
    Told(
        "failures",
        Case(TO_TEN, lifted(done("Bench Press", 8, 60, kind=TO_FAILURE))),
        0.0,
        1.0,
        "No set went to failure unasked.",
    ),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(done("Back Squat", 3, 100), done("Back Squat", 0, 100), done("Back Squat", 3, 100))),
        1.0,
        0.5,
        "1 lift missed.",
        "set 2",
    ),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(*[done("Back Squat", 3, 100)] * 3)),
        0.0,
        1.0,
        "Every lift that was tried was made.",
    ),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(*[done("Back Squat", None, 100)] * 3)),
        None,
        None,
        "Not assessed: no reps were logged.",
    ),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(*[done("Back Squat", reps) for reps in (3, 0, 3)])),
        None,
        None,
        "Not assessed: no loads were logged.",
    ),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(done("Back Squat", 3), done("Back Squat", None, 100), done("Back Squat", 3))),
        None,
        None,
        "Not assessed: no set was logged with both its load and its reps.",
    ),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(done("Back Squat", 0), done("Back Squat", 3, 100), done("Back Squat", 0, 100))),
        1.0,
        0.5,
        "1 lift missed. 1 set without a load or without reps not counted.",
        "set 3",
    ),
    Told("missed_lifts", Case(SQUATS, session()), None, None, "Not assessed: no sets were planned and logged."),
    Told(
        "missed_lifts",
        Case(SQUATS, lifted(done("Back Squat", 0, 100), done("Back Squat", 0, 100), done("Back Squat", 3, 100))),
        2.0,
        0.0,
        "2 lifts missed.",
        "set 1; set 2",
    ),
    Told(
        "form",
        Case(PRESS, formed(CLEAN, FADING, BROKEN)),
        0.5833,
        0.7222,
        "Form rated in 3 sets, broke down in set 3.",
        "set 3",
    ),
    Told("form", Case(PRESS, formed(CLEAN, None, None)), 1.0, 1.0, "Form rated in 1 set."),
    Told("form", Case(PRESS, pressed((8, 60, 2)), felt(form=FADING)), 0.75, 1.0, "Form of the session: fading."),
    Told("form", Case(PRESS, pressed((8, 60, 2))), None, None, "Not assessed: form was not rated."),
    Told(
        "form",
        Case(PRESS, formed(BROKEN, CLEAN, BROKEN)),
        0.3333,
        0.3056,
        "Form rated in 3 sets, broke down in set 1, 3.",
        "set 1; set 3",
    ),
    Told(
        "clean_share",
        Case(CLEANS, counted((2, 2), (1, 2), (1, 2), (2, 2))),
        0.75,
        1.0,
        "6 of 8 counted reps were clean.",
    ),
    Told("clean_share", Case(CLEANS, counted((2, 2), (2, 2))), 1.0, 0.75, "4 of 4 counted reps were clean."),
    Told("clean_share", Case(CLEANS, counted((0, 2), (1, 2))), 0.25, 0.125, "1 of 4 counted reps were clean."),
    Told("clean_share", Case(CLEANS, session()), None, None, "Not assessed: neither clean reps nor form were logged."),
    Told("clean_share", Case(MOSTLY_CLEAN, counted((2, 2), (1, 2))), 0.75, 0.875, "3 of 4 counted reps were clean."),
    Told("clean_share", Case(HALF_CLEAN, counted((2, 2), (0, 2))), 0.5, 1.0, "2 of 4 counted reps were clean."),
    Told(
        "clean_share",
        Case(CLEANS, cleaned(CLEAN, FADING, BROKEN, CLEAN)),
        0.625,
        1.0,
        "Form at 62% clean against what a technique day asks.",
    ),
    Told(
        "clean_share",
        Case(CLEANS, cleaned(CLEAN, FADING), history=History(usual_clean_share=0.9)),
        0.75,
        0.625,
        "Form at 75% clean against your usual.",
    ),
    Told(
        "clean_share",
        Case(CLEANS, lifted(done("Clean", 2)), felt(form=CLEAN)),
        1.0,
        1.0,
        "Form at 100% clean against what a technique day asks.",
    ),
    Told(
        "clean_share",
        Case(CLEANS, lifted(done("Clean", 2)), felt(form=BROKEN)),
        0.0,
        0.0,
        "Form at 0% clean against what a technique day asks.",
    ),
    Told(
        "quality_kept",
        Case(CLEANS, counted((2, 2), (2, 2), (1, 2), (1, 2))),
        0.5,
        0.0,
        "Clean share 100% in the first half, 50% in the second.",
        "sets 3–4",
    ),
    Told(
        "quality_kept",
        Case(CLEANS, counted((1, 2), (2, 2), (2, 2))),
        0.0,
        1.0,
        "Clean share 50% in the first half, 100% in the second.",
    ),
    Told(
        "quality_kept",
        Case(CLEANS, cleaned(CLEAN, FADING, BROKEN)),
        0.75,
        0.0,
        "Clean share 100% in the first half, 25% in the second.",
        "sets 2–3",
    ),
    Told("quality_kept", Case(CLEANS, cleaned(CLEAN)), None, None, "Not assessed: fewer than two sets were rated."),
    Told(
        "quality_kept",
        Case(CLEANS, counted((2, 2), (0, 2), (0, 2))),
        1.0,
        0.0,
        "Clean share 100% in the first half, 0% in the second.",
        "sets 2–3",
    ),
    Told(
        "rest_kept", Case(plan(Intent.REST), session()), 1.0, 0.0, "A session (run) on a day that was meant for rest."
    ),
    Told(
        "rest_kept",
        Case(plan(Intent.REST), session(title="Lunch run")),
        1.0,
        0.0,
        "A session (Lunch run) on a day that was meant for rest.",
    ),
]


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.id)
def test_the_row_tells_what_was_seen(told: Told) -> None:
    assert as_told(told) is None
