"""Technique, power, strength, hypertrophy, tests and limits: days under a bar, and days that must be earned."""

from __future__ import annotations

from dataclasses import replace

from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.record.sets import Form, SetKind, StrengthSet
from tests.golden.coach import BEYOND, CANNOT, NOT, PARTLY, SERVED, SHORT, WITHIN, Golden, as_the_coach, day, told
from tests.strategies.build import done, felt, lifted, recorded, session
from tests.strategies.doings import earned

STRONG = Anchors(e1rm_kg={"Back Squat": 150, "Bench Press": 100, "Deadlift": 180})
NOVICE = Anchors(e1rm_kg={"Back Squat": 30, "Bench Press": 20})
MASTER = Anchors(e1rm_kg={"Back Squat": 80, "Deadlift": 90}, first_threshold_hr_bpm=112, threshold_hr_bpm=126)

SKILL = day("technique", "Clean  6 x 2  clean 60..90%  rpe 2..4")
THROWS = day("power", "Jump Squat  5 x 3  rir 4..8  rest 3:00")
SQUATS = day("strength", "Back Squat  5 x 3 @ 75..82%  rir 3..4", anchors=STRONG)
NOVICE_SQUATS = day("strength", "Back Squat  5 x 3 @ 75..82%  rir 3..4", anchors=NOVICE)
HEAVY = day("max_strength", "Back Squat  5 x 1 @ 85..92%  rir 1..2", anchors=STRONG)
CURLS = day("hypertrophy", "Bench Press  4 x 8..12  rir 1..3", "Barbell Row  3 x 8..12  rir 1..3")
RATIONED = day("hypertrophy", "Bench Press  4 x 8..12  rir 1..3", season="  ration failure  3 sets a week, 1 a session")
FIVE_K = day("test", "5 km run all out")
RACE = day("limit", "10 km run all out")
MAXES = day("test", "Back Squat  3 x 1  rpe 9..10")
RAN = recorded(speed=[(1380, 5000 / 1380)], hr=[(1380, 178)])
RACED = recorded(speed=[(2700, 10000 / 2700)], hr=[(2700, 175)])
YES, NO, UNSURE = earned(True), earned(False), earned(None)


def sets(
    exercise: str, count: int, reps: int, kg: float | None, rir: float | None, form: Form | None = None
) -> list[StrengthSet]:
    """Sets that are all alike."""
    return [done(exercise, reps, kg, rir, form) for _ in range(count)]


def clean(exercise: str, *pairs: tuple[int, int]) -> list[StrengthSet]:
    """Sets of which so many reps were clean."""
    return [replace(done(exercise, reps), clean_reps=good) for good, reps in pairs]


def failed(exercise: str, reps: int, kg: float | None = None) -> StrengthSet:
    """A set taken to failure."""
    return done(exercise, reps, kg, 0, kind=SetKind.FAILURE)


CASES = [
    # technique
    Golden("technique where it is learned", SKILL,
           lifted(*clean("Clean", (1, 2), (2, 2), (1, 2), (2, 2), (1, 2), (2, 2))), SERVED, WITHIN,
           "three of four clean: hard enough to teach, clean enough to keep", felt(3)),
    Golden("technique that was too easy", SKILL, lifted(*clean("Clean", *[(2, 2)] * 6)), SERVED, SHORT,
           "every rep clean: no failure, and not much to learn from either", felt(2)),
    Golden("technique falling apart", SKILL, lifted(*clean("Clean", (2, 2), (1, 2), (1, 2), (0, 2), (0, 2), (0, 2))),
           NOT, BEYOND, "going on while every rep gets worse practises the mistake", felt(7)),
    Golden("technique stopped early and clean", SKILL, lifted(*clean("Clean", (2, 2), (2, 2), (1, 2), (2, 2))),
           SERVED, SHORT, "four of six, all of them worth having", felt(3)),
    Golden("technique of which nobody saw the form", SKILL, lifted(*sets("Clean", 6, 2, 40, None)), CANNOT, None,
           "without clean reps or form there is nothing to say about technique"),
    # power
    Golden("jumps, crisp and rested", THROWS,
           lifted(*[done("Jump Squat", 3, None, 6, duration_s=3.0, rest_s=185.0) for _ in range(5)]), SERVED, WITHIN,
           "every set as quick as the first", felt(5)),
    Golden("jumps ground out", THROWS,
           lifted(*[done("Jump Squat", 3, None, 6 - i, duration_s=3.0 + 0.5 * i, rest_s=60.0) for i in range(5)]),
           PARTLY, BEYOND, "short rests and slower jumps make endurance of power", felt(8)),
    Golden("jumps, one set only", THROWS, lifted(done("Jump Squat", 3, None, 6, duration_s=3.0, rest_s=180.0)),
           PARTLY, SHORT, "one good set of five", felt(3)),
    # strength
    Golden("strength, crisp fives", SQUATS, lifted(*sets("Back Squat", 5, 3, 117.5, 3.5, Form.CLEAN)), SERVED, WITHIN,
           "78 % with three or four left: practice, not proof", felt(6)),
    Golden("novice's strength day", NOVICE_SQUATS, lifted(*sets("Back Squat", 5, 3, 23.5, 3.5, Form.CLEAN)), SERVED,
           WITHIN, "the same share of a fifth of the load is the same day's work", felt(6)),
    Golden("strength turned into grinding", SQUATS,
           lifted(*sets("Back Squat", 3, 3, 132.5, 1), failed("Back Squat", 2, 135), failed("Back Squat", 1, 135)),
           NOT, BEYOND, "grinding at the limit is another day's work", felt(10)),
    Golden("strength, bar far too light", SQUATS, lifted(*sets("Back Squat", 5, 3, 60, 8)), NOT, SHORT,
           "a warm-up, done five times: half the load with eight in reserve is not the day's work", felt(3)),
    Golden("strength, bar somewhat too light", SQUATS, lifted(*sets("Back Squat", 5, 3, 95, 5)), PARTLY, SHORT,
           "five sets of the right kind, all of them too easy", felt(4)),
    Golden("strength, two sets of five", SQUATS, lifted(*sets("Back Squat", 2, 3, 117.5, 3.5)), PARTLY, SHORT,
           "good sets, fewer than half of them", felt(4)),
    Golden("strength, nothing said but reps", SQUATS, lifted(*sets("Back Squat", 5, 3, None, None)), CANNOT, None,
           "no load and no reserve: reps alone do not tell how heavy it was"),
    Golden("master's strength day", day("strength", "Deadlift  4 x 4 @ 72..80%  rir 3..5", anchors=MASTER),
           lifted(*sets("Deadlift", 4, 4, 68, 4, Form.CLEAN)), SERVED, WITHIN,
           "seventy years old and exactly on plan", felt(5)),
    # maximal strength
    Golden("heavy singles with something left", HEAVY, lifted(*sets("Back Squat", 5, 1, 132.5, 1.5, Form.CLEAN)),
           SERVED, WITHIN, "88 %, one or two left, none missed", felt(8)),
    Golden("heavy singles, two missed", HEAVY,
           lifted(*sets("Back Squat", 3, 1, 137.5, 0), done("Back Squat", 0, 145), done("Back Squat", 0, 145)), NOT,
           BEYOND, "loading past what was there until it fails is a test nobody earned", felt(10)),
    Golden("heavy day done with tens", HEAVY, lifted(*sets("Back Squat", 3, 10, 90, 3)), PARTLY, SHORT,
           "sets of ten build something else", felt(7)),
    # hypertrophy
    Golden("hypertrophy as written", CURLS,
           lifted(*sets("Bench Press", 4, 10, 70, 2), *sets("Barbell Row", 3, 10, 60, 2)), SERVED, WITHIN,
           "seven sets, each two short of failure", felt(7)),
    Golden("hypertrophy to failure throughout", CURLS,
           lifted(*[failed("Bench Press", 10, 70)] * 4, *[failed("Barbell Row", 9, 60)] * 3), NOT, BEYOND,
           "seven failures where none was asked", felt(10)),
    Golden("hypertrophy, one failure within the ration", RATIONED,
           lifted(*sets("Bench Press", 3, 10, 70, 2), failed("Bench Press", 9, 70)), SERVED, BEYOND,
           "one set too far, and the ration has room for one", felt(8)),
    Golden("hypertrophy, never near", CURLS,
           lifted(*sets("Bench Press", 4, 10, 40, 7), *sets("Barbell Row", 3, 10, 30, 7)), PARTLY, SHORT,
           "seven sets that asked nothing", felt(3)),
    Golden("hypertrophy with another exercise of the pattern", CURLS,
           lifted(*sets("Dumbbell Bench Press", 4, 10, 28, 2), *sets("Barbell Row", 3, 10, 60, 2)), SERVED, WITHIN,
           "the rack was taken; the same muscles did the same work", felt(7)),
    Golden("youth's first gym weeks", day("hypertrophy", "Goblet Squat  3 x 10..12  rir 2..3"),
           lifted(*sets("Goblet Squat", 3, 11, 8, 2.5, Form.CLEAN)), SERVED, WITHIN,
           "eight kilograms, held well: fourteen years old and on plan", felt(5)),
    # tests and limits
    Golden("test earned and given everything", FIVE_K, RAN, SERVED, WITHIN, "earned, all out, clean",
           felt(9.5, form=Form.CLEAN), earned=YES),
    Golden("test forced", FIVE_K, RAN, NOT, BEYOND, "the conditions were not met, and it was run all the same",
           felt(10, form=Form.BROKE_DOWN), earned=NO),
    Golden("test held back on", FIVE_K, recorded(speed=[(1700, 5000 / 1700)], hr=[(1700, 150)]), SERVED, WITHIN,
           "not earned yet, so run well within oneself", felt(6, form=Form.CLEAN), earned=NO),
    Golden("test earned and jogged", FIVE_K, recorded(speed=[(2000, 2.5)], hr=[(2000, 140)]), PARTLY, SHORT,
           "the day was there, the effort was not: no measure of anything", felt(5, form=Form.CLEAN), earned=YES),
    Golden("test nobody can tell about", FIVE_K, session(Sport.RUN, duration_s=1380.0), CANNOT, None,
           "no word about effort and no conditions known", earned=UNSURE),
    Golden("race earned", RACE, RACED, SERVED, WITHIN, "everything there was", felt(10, form=Form.CLEAN), earned=YES),
    Golden("race forced, form lost", RACE, RACED, NOT, BEYOND, "neither earned nor held together",
           felt(10, form=Form.BROKE_DOWN), earned=NO),
    Golden("race given up half way", RACE, recorded(speed=[(1400, 3.7)], hr=[(1400, 172)]), PARTLY, SHORT,
           "it was earned, and half of it was run", felt(7, form=Form.FADING), earned=YES),
    Golden("wheelchair race earned", day("limit", "10 km wheelchair all out"),
           recorded(Sport.WHEELCHAIR, speed=[(1500, 10000 / 1500)]), SERVED, WITHIN,
           "the limit of this athlete, on these wheels, on an earned day", felt(10, form=Form.CLEAN), earned=YES),
    Golden("maxes tested when earned", MAXES, lifted(*[done("Back Squat", 1, kg, 0, Form.CLEAN) for kg in
           (140.0, 147.5, 152.5)]), SERVED, WITHIN, "three clean attempts up to the limit",
           felt(9.5, form=Form.CLEAN), STRONG, earned=YES),
]  # fmt: skip


@told(CASES)
def test_the_engine_agrees_with_the_coach(golden: Golden) -> None:
    disagreement = as_the_coach(golden)
    assert disagreement is None


def test_the_same_relative_work_is_the_same_review_for_novice_and_strong() -> None:
    strong = Golden("", SQUATS, lifted(*sets("Back Squat", 5, 3, 150 * 0.78, 3.5)), SERVED, WITHIN, "").review()
    novice = Golden("", NOVICE_SQUATS, lifted(*sets("Back Squat", 5, 3, 30 * 0.78, 3.5)), SERVED, WITHIN, "").review()
    assert [row.score for row in strong.criteria] == [row.score for row in novice.criteria]
    assert strong.execution == novice.execution
