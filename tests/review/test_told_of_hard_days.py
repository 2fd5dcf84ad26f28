"""What the criteria of work and repetitions tell: value, score worked out by hand, sentence, and where it was seen."""

from __future__ import annotations

import pytest

from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.session import Session
from longgame.review.case import Case
from tests.review.told import Told, as_told
from tests.strategies.build import bound, done, effort, lift, lifted, plan, recorded, session

KNOWN = Anchors(critical_power_w=260, critical_speed_m_s=3.5, threshold_hr_bpm=168, first_threshold_hr_bpm=148)


def recording(**columns: object) -> Session:
    """A recording without noise."""
    return recorded(noise=0.0, **columns)  # type: ignore[arg-type]  # columns by name


def ran(*pieces: tuple[float, float]) -> Session:
    """A run of so many seconds at a speed after each other."""
    return recording(speed=list(pieces))


REPS = plan(
    Intent.INTERVALS,
    effort(1, StepRole.WARM_UP, 600),
    *[
        st
        for i in range(3)
        for st in (
            effort(2 + 2 * i, StepRole.WORK, 180, 180, bound(Quantity.SPEED, 4.0, 4.0)),
            effort(3 + 2 * i, StepRole.EASY, 120, 120, bound(Quantity.SPEED, None, 2.6)),
        )
    ],
    effort(8, StepRole.COOL_DOWN, 300),
)


def three(*v: float) -> Session:
    """Repetitions of three minutes at these speeds, jogging between."""
    return ran((600, 2.5), *[q for x in v for q in ((180, x), (120, 2.3))], (300, 2.4))


def long_by(seconds: float) -> Session:
    """Three repetitions that go on for so many seconds more than the three minutes asked."""
    return ran((600, 2.5), *[q for _ in range(3) for q in ((180 + seconds, 4.0), (120 - seconds, 2.3))], (300, 2.4))


NO_TARGET = plan(
    Intent.INTERVALS,
    effort(1, StepRole.WARM_UP, 600),
    *[st for i in range(3) for st in (effort(2 + 2 * i, StepRole.WORK, 180), effort(3 + 2 * i, StepRole.EASY, 120))],
    effort(8, StepRole.COOL_DOWN, 300),
)
RANGED = plan(
    Intent.INTERVALS,
    effort(1, StepRole.WARM_UP, 600),
    *[
        st
        for i in range(3)
        for st in (
            effort(2 + 2 * i, StepRole.WORK, 180, 180, bound(Quantity.SPEED, 3.8, 4.2)),
            effort(3 + 2 * i, StepRole.EASY, 120),
        )
    ],
    effort(8, StepRole.COOL_DOWN, 300),
)
ONE_REP = plan(
    Intent.INTERVALS,
    effort(1, StepRole.WARM_UP, 600),
    effort(2, StepRole.WORK, 180),
    effort(3, StepRole.COOL_DOWN, 300),
)
ROUNDS = plan(
    Intent.THRESHOLD,
    effort(1, StepRole.WARM_UP, 600),
    *[
        st
        for i in range(2)
        for st in (
            effort(2 + 2 * i, StepRole.WORK, 480, 480, bound(Quantity.SPEED, 3.2, 3.4)),
            effort(3 + 2 * i, StepRole.EASY, 120),
        )
    ],
    effort(6, StepRole.COOL_DOWN, 300),
)


def two(*v: float, s: float = 480) -> Session:
    """Rounds of eight minutes, or of `s` seconds, at these speeds."""
    return ran((600, 2.5), *[q for x in v for q in ((s, x), (120, 2.3))], (300, 2.4))


TEMPO = plan(
    Intent.THRESHOLD,
    effort(1, StepRole.WARM_UP, 600),
    effort(2, StepRole.WORK, 1200),
    effort(3, StepRole.COOL_DOWN, 300),
)
POINT = plan(
    Intent.THRESHOLD,
    effort(1, StepRole.WARM_UP, 600),
    effort(2, StepRole.WORK, 1200, 1200, bound(Quantity.SPEED, 3.3, 3.3)),
    effort(3, StepRole.COOL_DOWN, 300),
)
PACED = plan(Intent.PACING, effort(1, StepRole.WORK, 2400))
METCON = plan(Intent.CONDITIONING, effort(1, StepRole.WORK, 720))
THREE_ROUNDS = plan(
    Intent.THRESHOLD,
    effort(1, StepRole.WARM_UP, 600),
    *[st for i in range(3) for st in (effort(2 + 2 * i, StepRole.WORK, 300), effort(3 + 2 * i, StepRole.EASY, 120))],
)
BURPEES = plan(Intent.CONDITIONING, lift(1, "Burpee", 6, (10, 10)))


def burpees(*secs: float) -> Session:
    """Rounds of ten burpees that took so many seconds each."""
    return session(
        Sport.CONDITIONING, duration_s=900.0, sets=tuple(done("Burpee", 10, duration_s=float(s)) for s in secs)
    )


SPRINTS = plan(
    Intent.SPEED,
    effort(1, StepRole.WARM_UP, 600),
    *[st for i in range(3) for st in (effort(2 + 2 * i, StepRole.WORK, 30), effort(3 + 2 * i, StepRole.EASY, 180))],
    effort(8, StepRole.COOL_DOWN, 300),
)


def sprinted(v: tuple[float, ...], rest: float) -> Session:
    """Sprints of half a minute at these speeds, and so long a rest after each."""
    return ran((600, 2.5), *[q for x in v for q in ((30, x), (rest, 1.2))], (300, 2.4))


JUMPS = plan(Intent.POWER, lift(1, "Jump Squat", 3, (3, 3), bound(Quantity.REST, 180, None)))

CASES = [
    Told("rep_targets", Case(REPS, three(4, 4, 4)), 1.0, 1.0, "All 3 repetitions done were on target."),
    Told(
        "rep_targets",
        Case(REPS, three(4, 4.3, 3.7)),
        0.6111,
        0.6111,
        "1 of 3 repetitions on target: repetition 2 at 107% (minute 15–18), repetition 3 at 92% (minute 20–23).",
        "minute 15–18; minute 20–23",
    ),
    Told(
        "rep_targets",
        Case(REPS, three(4, 4, 2.3)),
        0.6667,
        0.6667,
        "Both repetitions done were on target; 1 left out.",
    ),
    Told(
        "rep_targets",
        Case(REPS, three(4.3, 4, 4)),
        0.8056,
        0.8056,
        "2 of 3 repetitions on target: repetition 1 at 107% (minute 10–13).",
        "minute 10–13",
    ),
    Told("rep_targets", Case(REPS, three(2.3, 2.3, 2.3)), 0.0, 0.0, "None of the 3 repetitions was done."),
    Told(
        "rep_targets",
        Case(REPS, session()),
        None,
        None,
        "Not assessed: there is no recording to lay the planned repetitions over.",
    ),
    Told(
        "rep_targets",
        Case(REPS, recording(hr=[(600, 120), *[(180, 170), (120, 140)] * 3, (300, 120)])),
        None,
        None,
        "Not assessed: no channel was recorded in which the repetitions have a target.",
    ),
    Told(
        "rep_targets",
        Case(NO_TARGET, three(4, 4, 4)),
        1.0,
        1.0,
        "All 3 repetitions done were on one level, no target written.",
    ),
    Told(
        "rep_targets",
        Case(NO_TARGET, three(4, 4, 3.5)),
        0.6667,
        0.6667,
        "2 of 3 repetitions on one level, no target written: repetition 3 at 88% (minute 20–23).",
        "minute 20–23",
    ),
    Told(
        "rep_targets",
        Case(RANGED, three(3.8, 4.2, 4.4)),
        0.7354,
        0.7354,
        "2 of 3 repetitions on target: repetition 3 at 105% (minute 20–23).",
        "minute 20–23",
    ),
    Told(
        "rep_targets",
        Case(ONE_REP, ran((600, 2.5), (180, 4), (300, 2.4))),
        None,
        None,
        "Not assessed: the repetitions have no target and there are too few to compare with each other.",
    ),
    Told("easy_steps", Case(REPS, three(4, 4, 4)), 1.0, 1.0, "6:00 of 6:00 inside the targets of the steps."),
    Told(
        "easy_steps",
        Case(REPS, ran((600, 2.5), *[(180, 4), (120, 2.8)] * 3, (300, 2.4))),
        0.0,
        0.0,
        "0:00 of 6:00 inside the targets of the steps; outside, in minute 13–15, 18–20 and 23–25.",
        "minute 13–15; minute 18–20; minute 23–25",
    ),
    Told(
        "easy_steps",
        Case(NO_TARGET, three(4, 4, 4)),
        None,
        None,
        "Not assessed: no step wrote a target in a channel that was recorded.",
    ),
    Told("structure", Case(REPS, three(4, 4, 4)), 1.0, 1.0, "3 of 3 work steps done in full."),
    Told(
        "structure",
        Case(REPS, three(4, 4, 2.3)),
        0.6667,
        0.6222,
        "2 of 3 work steps done in full, 1 left out.",
        "22:30–23:00",
    ),
    Told(
        "structure",
        Case(REPS, ran((600, 2.5), (180, 4), (120, 2.3), (180, 4), (120, 2.3), (90, 4), (420, 2.3))),
        0.8421,
        0.8561,
        "2 of 3 work steps done in full.",
        "20:00–21:30",
    ),
    Told(
        "structure",
        Case(REPS, ran((600, 2.5), (540, 4), (300, 2.4))),
        0.655,
        0.6066,
        "1 of 3 work steps done in full; 2 of 3 recoveries left out.",
        "minute 10–13; minute 13–16",
    ),
    Told(
        "structure",
        Case(REPS, session()),
        None,
        None,
        "Not assessed: there is no recording that the planned steps could be laid over.",
    ),
    # Repetitions of 3:21 where 3:18 are no longer than asked: three seconds too long three times are nothing.
    Told("unasked_work", Case(REPS, long_by(21)), 0.0, 1.0, "Nothing was done that no step asked for."),
    Told(
        "unasked_work",
        Case(REPS, long_by(22)),
        0.0034,
        1.0,
        "Not asked for: 0:12 more than the work steps were long.",
        "minute 10–13; minute 15–18; minute 20–23",
    ),
    Told("unasked_work", Case(REPS, three(4, 4, 4)), 0.0, 1.0, "Nothing was done that no step asked for."),
    Told(
        "unasked_work",
        Case(REPS, three(4, 4, 4, 4)),
        0.5556,
        0.0,
        "Not asked for: 5:00 of hard going in minute 15–20.",
        "minute 15–20",
    ),
    Told(
        "unasked_work",
        Case(REPS, ran((600, 2.5), (180, 4), (120, 2.3), (180, 4), (120, 2.3), (300, 4), (420, 2.3))),
        0.1649,
        0.7447,
        "Not asked for: 1:42 more than the work steps were long.",
        "minute 20–25",
    ),
    Told(
        "unasked_work",
        Case(REPS, session()),
        None,
        None,
        "Not assessed: no recording tells which work belonged to which step.",
    ),
    Told("work_in_band", Case(ROUNDS, two(3.3, 3.3)), 1.0, 1.0, "16:00 of 16:00 planned work in its band."),
    Told(
        "work_in_band",
        Case(ROUNDS, two(3.3, 3.6)),
        0.5,
        0.5,
        "8:00 of 16:00 planned work in its band; outside it, in minute 20–28.",
        "minute 20–28",
    ),
    Told(
        "work_in_band",
        Case(ROUNDS, two(3.3, 3.0)),
        0.5,
        0.5,
        "8:00 of 16:00 planned work in its band; outside it, in minute 20–28.",
        "minute 20–28",
    ),
    Told("work_in_band", Case(ROUNDS, two(3.3, 3.3, s=240)), 0.5, 0.5, "8:00 of 16:00 planned work in its band."),
    Told(
        "work_in_band",
        Case(TEMPO, ran((600, 2.5), (1200, 3.4), (300, 2.4)), anchors=KNOWN),
        1.0,
        1.0,
        "20:00 of 20:00 planned work in its band.",
    ),
    Told(
        "work_in_band",
        Case(TEMPO, recording(hr=[(600, 130), (1200, 165), (300, 130)]), anchors=KNOWN),
        1.0,
        1.0,
        "20:00 of 20:00 planned work in its band. Heart rate follows late: being below the band in the first 90 s of a "
        "step is no breach.",
    ),
    Told(
        "work_in_band",
        Case(TEMPO, recording(power=[(600, 130), (1200, 280), (300, 130)]), anchors=KNOWN),
        0.0,
        0.0,
        "0:00 of 20:00 planned work in its band; outside it, in minute 10–30.",
        "minute 10–30",
    ),
    Told(
        "work_in_band",
        Case(TEMPO, ran((600, 2.5), (1200, 3.4), (300, 2.4))),
        None,
        None,
        "Not assessed: no channel was recorded in which the work has a target or a known threshold.",
    ),
    Told(
        "work_in_band",
        Case(TEMPO, session(), anchors=KNOWN),
        None,
        None,
        "Not assessed: there is no recording to lay the planned work over.",
    ),
    Told(
        "work_in_band",
        Case(POINT, ran((600, 2.5), (1200, 3.39), (300, 2.4))),
        1.0,
        1.0,
        "20:00 of 20:00 planned work in its band.",
    ),
    Told(
        "work_in_band",
        Case(POINT, ran((600, 2.5), (1200, 3.41), (300, 2.4))),
        0.0,
        0.0,
        "0:00 of 20:00 planned work in its band; outside it, in minute 10–30.",
        "minute 10–30",
    ),
    Told(
        "last_third",
        Case(PACED, ran((800, 3.3), (800, 3.3), (800, 3.0))),
        0.9091,
        0.1299,
        "Last third at 91% of the first third's speed.",
        "minute 27–40",
    ),
    Told(
        "last_third",
        Case(PACED, recording(power=[(800, 200), (800, 200), (800, 210)])),
        1.05,
        0.7143,
        "Last third at 105% of the first third's power.",
        "minute 27–40",
    ),
    Told(
        "last_third",
        Case(PACED, session()),
        None,
        None,
        "Not assessed: neither power nor speed nor timed rounds were recorded.",
    ),
    Told("last_third", Case(PACED, recording(speed=[(4, 3.0)])), 0.0, 0.0, "None of the planned work was done."),
    Told("evenness", Case(PACED, ran((2400, 3.3))), 0.0, 1.0, "Splits vary by 0.0% around their mean."),
    Told(
        "evenness",
        Case(PACED, ran((300, 3.6), (2100, 3.3))),
        0.0297,
        1.0,
        "Splits vary by 3.0% around their mean; the first eighth 8% faster than the mean.",
    ),
    Told(
        "evenness",
        Case(PACED, ran((300, 3.0), (2100, 3.3))),
        0.0304,
        0.9918,
        "Splits vary by 3.0% around their mean; the first eighth 8% slower than the mean.",
    ),
    Told(
        "evenness",
        Case(PACED, session()),
        None,
        None,
        "Not assessed: neither power nor speed was recorded over the work.",
    ),
    Told("evenness", Case(PACED, recording(speed=[(10, 3.0)])), 1.0, 0.0, "None of the planned work was done."),
    Told(
        "last_third",
        Case(THREE_ROUNDS, ran((600, 2.5), *[q for x in (2.3, 3.5, 3.5) for q in ((300, x), (120, 2.3))])),
        0.0,
        0.0,
        "None of the first third of the planned work was done.",
    ),
    Told(
        "last_third",
        Case(BURPEES, burpees(50, 50, 50, 50, 50, 50)),
        1.0,
        1.0,
        "Last third of the rounds at 100% of the first third's rate.",
    ),
    Told(
        "last_third",
        Case(BURPEES, burpees(50, 50, 50, 50, 60, 60)),
        0.8333,
        0.4583,
        "Last third of the rounds at 83% of the first third's rate.",
    ),
    Told(
        "last_third",
        Case(BURPEES, burpees(50, 50, 50, 50)),
        0.0,
        0.0,
        "Last third of the rounds at 0% of the first third's rate.",
    ),
    Told(
        "last_third",
        Case(BURPEES, burpees(50, 50)),
        None,
        None,
        "Not assessed: neither power nor speed nor timed rounds were recorded.",
    ),
    Told(
        "full_rests",
        Case(SPRINTS, sprinted((7, 7, 7), 180)),
        1.0,
        1.0,
        "2 of 2 rests taken in full; on average 100% of what was asked.",
    ),
    Told(
        "full_rests",
        Case(SPRINTS, sprinted((7, 7, 7), 90)),
        0.5,
        0.2,
        "0 of 2 rests taken in full; on average 50% of what was asked.",
        "10:30–12:00; 12:30–14:00",
    ),
    Told(
        "full_rests",
        Case(JUMPS, lifted(*[done("Jump Squat", 3, rest_s=x) for x in (180.0, 90.0, 200.0)])),
        0.8333,
        0.8667,
        "2 of 3 rests taken in full; on average 83% of what was asked.",
        "set 2",
    ),
    Told(
        "full_rests",
        Case(JUMPS, lifted(*[done("Jump Squat", 3)] * 3)),
        None,
        None,
        "Not assessed: no rest was both asked for and recorded.",
    ),
    Told(
        "rep_quality",
        Case(SPRINTS, sprinted((7, 7, 7), 180)),
        1.0,
        1.0,
        "3 repetitions, the slowest (repetition 1) at 100% of the day's best.",
        "10:00–10:30",
    ),
    Told(
        "rep_quality",
        Case(SPRINTS, sprinted((7, 6.3, 7), 180)),
        0.9,
        0.9444,
        "3 repetitions, the slowest (repetition 2) at 90% of the day's best.",
        "13:30–14:00",
    ),
    Told(
        "rep_quality",
        Case(SPRINTS, sprinted((7, 5.6, 7), 180)),
        0.8,
        0.6667,
        "3 repetitions, the slowest (repetition 2) at 80% of the day's best.",
        "13:30–14:00",
    ),
    Told(
        "rep_quality",
        Case(SPRINTS, sprinted((7, 1.2, 7), 180)),
        0.0,
        0.6667,
        "2 repetitions, the slowest (repetition 1) at 100% of the day's best; 1 more asked for and not done.",
        "10:00–10:30",
    ),
    Told(
        "rep_quality",
        Case(SPRINTS, sprinted((1.2, 1.2, 1.2), 180)),
        0.0,
        0.0,
        "None of the planned repetitions was done.",
    ),
    Told(
        "rep_quality",
        Case(SPRINTS, session()),
        None,
        None,
        "Not assessed: no repetition with power, speed or time was recorded.",
    ),
    Told("past_the_drop", Case(SPRINTS, sprinted((7, 7, 7), 180)), 0.0, 1.0, "No repetition dropped away."),
    Told(
        "past_the_drop",
        Case(SPRINTS, sprinted((7, 6.2, 7), 180)),
        0.0,
        1.0,
        "Repetition 2 dropped below 90% of the best, and no other did after it.",
    ),
    Told(
        "past_the_drop",
        Case(SPRINTS, sprinted((7, 6.2, 6.2), 180)),
        1.0,
        0.5,
        "Repetition 2 dropped below 90% of the best, and 1 more did after it.",
        "17:00–17:30",
    ),
    Told(
        "past_the_drop",
        Case(SPRINTS, session()),
        None,
        None,
        "Not assessed: no repetition with power, speed or time was recorded.",
    ),
    Told(
        "rep_quality",
        Case(JUMPS, lifted(*[done("Jump Squat", 3, duration_s=x) for x in (3.0, 3.0, 4.0)])),
        0.75,
        0.6667,
        "3 repetitions, the slowest (repetition 3) at 75% of the day's best.",
        "set 3",
    ),
    Told(
        "past_the_drop",
        Case(JUMPS, lifted(*[done("Jump Squat", 3, duration_s=x) for x in (3.0, 4.0, 4.0)])),
        1.0,
        0.5,
        "Repetition 2 dropped below 90% of the best, and 1 more did after it.",
        "set 3",
    ),
]


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.id)
def test_the_row_tells_what_was_seen(told: Told) -> None:
    assert as_told(told) is None
