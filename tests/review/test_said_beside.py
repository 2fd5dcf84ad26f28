"""Findings and the four answers, word for word: what an athlete reads beside the rows of a review."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from longgame.kernel.ids import PlannedId
from longgame.kernel.spans import SampleSpan, SetSpan
from longgame.kernel.sport import Sport
from longgame.plan.planned import PlannedSession, RationLimit, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.goals import WhyLevel, WhyLink
from longgame.purpose.intent import Intent
from longgame.record.reflection import After
from longgame.record.sets import Form, SetKind
from longgame.record.streams import Streams
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.history import History
from longgame.review.model import Finding, Pairing
from longgame.review.questions import Known, Question, four_questions
from tests.strategies.build import START, announced, bound, done, effort, felt, lift, lifted, plan, recorded, session

TEMPO = plan(Intent.TEMPO, effort(1, StepRole.WORK, 1800, 1800))
EASY = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 2400))
SKILL = plan(Intent.TECHNIQUE, lift(1, "Clean", 4, (2, 2)))
PRESS = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 12)))
CLEAN, FADING, BROKE = Form.CLEAN, Form.FADING, Form.BROKE_DOWN
FAILED = done("Bench Press", 8, 60, kind=SetKind.FAILURE)
HELD = done("Bench Press", 8, 60, 2)


def found(case: Case, code: str) -> list[Finding]:
    """The findings of one kind."""
    return [one for one in review(case).findings if one.code == code]


def formed(*forms: Form | None) -> Case:
    """A technique day of sets of this form."""
    return Case(SKILL, lifted(*[done("Clean", 2, 40, form=form) for form in forms]), felt(3))


@pytest.mark.parametrize(
    ("forms", "code", "says", "seen_at"),
    [
        (
            (CLEAN, BROKE, CLEAN, BROKE),
            "grit_for_skill",
            "50% of the rated sets came after form had first broken down (set 2).",
            (SetSpan(3, 4),),
        ),
        (
            (None, CLEAN, FADING, BROKE, FADING),
            "grit_for_skill",
            "25% of the rated sets came after form had first broken down (set 4).",
            (SetSpan(5, 5),),
        ),
        ((CLEAN, FADING, BROKE), "stopped_at_form_loss", "Form broke down in the last set, and you stopped there.", ()),
    ],
)
def test_work_after_form_broke_down_is_named(
    forms: tuple[Form | None, ...], code: str, says: str, seen_at: tuple[SetSpan, ...]
) -> None:
    assert found(formed(*forms), code) == [Finding(code, says, seen_at)]


@pytest.mark.parametrize("forms", [(CLEAN, BROKE), (CLEAN, FADING, FADING), (None, None, None)])
def test_few_rated_sets_or_none_that_broke_down_tell_nothing(forms: tuple[Form | None, ...]) -> None:
    codes = {one.code for one in review(formed(*forms)).findings}
    assert not codes & {"grit_for_skill", "stopped_at_form_loss"}


def test_pace_that_broke_down_is_named_with_its_place() -> None:
    slower = recorded(speed=[(1200, 4.0), (600, 3.0)], noise=0.0)
    assert found(Case(TEMPO, slower, felt(7)), "grit_for_skill") == [
        Finding(
            "grit_for_skill",
            "33% of the work came after pace had fallen below 90% of its first third for good.",
            (SampleSpan(1200, 1800),),
        )
    ]


@pytest.mark.parametrize(
    ("levels", "grit"),
    [([(900, 250), (900, 224)], True), ([(900, 250), (900, 226)], False), ([(300, 250), (299, 150)], False)],
    ids=["just below nine tenths", "just above", "under ten minutes"],
)
def test_power_has_broken_down_below_nine_tenths(levels: list[tuple[float, float]], grit: bool) -> None:
    ride = recorded(Sport.RIDE, power=levels, noise=0.0)
    free = plan(Intent.TEMPO, effort(1, StepRole.WORK, sum(seconds for seconds, _ in levels)))
    assert bool(found(Case(free, ride, felt(7)), "grit_for_skill")) is grit


@pytest.mark.parametrize(("fading", "grit"), [(150, False), (300, True)], ids=["the last twelfth", "the last sixth"])
def test_the_end_of_a_repetition_is_no_loss_for_good(fading: float, grit: bool) -> None:
    ride = recorded(Sport.RIDE, power=[(1800 - fading, 250.0), (fading, 150.0)], noise=0.0)
    assert bool(found(Case(TEMPO, ride, felt(7)), "grit_for_skill")) is grit


def climbing(up: float) -> Case:
    """A run whose second half is slower, and climbs so much."""
    t_s = np.arange(1800.0)
    speed = np.where(t_s < 900, 4.0, 3.0)
    metres = np.cumsum(speed)
    height = np.where(t_s < 900, 0.0, (metres - metres[899]) * up)
    streams = Streams(t_s, speed_m_s=speed, distance_m=metres, altitude_m=height)
    return Case(TEMPO, session(streams=streams, duration_s=1800.0, distance_m=float(metres[-1])), felt(7))


def test_a_slower_half_uphill_is_no_loss_of_pace() -> None:
    assert found(climbing(0.0), "grit_for_skill")
    assert not found(climbing(0.05), "grit_for_skill")


@pytest.mark.parametrize(
    ("expected", "got", "says"),
    [
        (5, 6, "It felt as you expected (5 expected, 6 felt)."),
        (5, 4, "It felt as you expected (5 expected, 4 felt)."),
        (3, 6, "It felt 3 harder than you expected (3 expected, 6 felt)."),
        (7, 4.5, "It felt 2.5 easier than you expected (7 expected, 4.5 felt)."),
    ],
)
def test_expected_and_felt_stand_side_by_side(expected: float, got: float, says: str) -> None:
    case = Case(EASY, recorded(speed=[(2400, 2.6)]), announced(got, expected_rpe=expected))
    assert [one.text for one in found(case, "awareness")] == [says]


def test_a_low_day_attended_is_said_once() -> None:
    case = Case(EASY, recorded(speed=[(2400, 2.6)]), announced(3, low_day=True))
    assert found(case, "showed_up_on_a_low_day") == [
        Finding("showed_up_on_a_low_day", "You said beforehand that this was a low day, and you came.")
    ]


def test_substitutes_are_named_with_what_they_stood_in_for() -> None:
    pulls = plan(Intent.HYPERTROPHY, lift(1, "Pull-up", 2, (5, 8)))
    other = lifted(done("Lat Pulldown", 8, 50, 2), done("Lat Pulldown", 8, 50, 2))
    assert found(Case(pulls, other), "substitution") == [
        Finding("substitution", "Lat Pulldown stood in for Pull-up: the same movement, so it counts.", (SetSpan(1, 1),))
    ]
    rode = Case(EASY, recorded(Sport.RIDE, power=[(2400, 150)]), felt(3), pairing=Pairing.SUBSTITUTED)
    assert [one.text for one in found(rode, "substitution")] == [
        "You did ride in place of what was planned; the purpose is judged on it."
    ]


def test_failure_is_counted_by_movement_and_named_by_its_sets() -> None:
    ration = replace(PRESS, ration=RationLimit(per_week=4))
    sets = lifted(HELD, FAILED, done("Back Squat", 5, 80, kind=SetKind.FAILURE), FAILED)
    texts = found(Case(ration, sets), "failure_spent")
    assert [(one.text, one.seen_at) for one in texts] == [
        ("2 sets to failure in push. 1 left this week: the next one spends it.", (SetSpan(2, 2), SetSpan(4, 4))),
        ("1 set to failure in squat. 1 left this week: the next one spends it.", (SetSpan(3, 3),)),
    ]
    unplanned = Case(None, lifted(FAILED, HELD))
    assert [one.text for one in found(unplanned, "failure_spent")] == ["1 set to failure in push."]
    mine = Case(None, lifted(replace(FAILED, exercise="My press")), own_names={"my press": "Bench Press"})
    assert [one.text for one in found(mine, "failure_spent")] == ["1 set to failure in push."]


def test_a_channel_set_aside_is_told() -> None:
    hr = np.where(np.arange(2400) % 3 == 0, 140.0, np.nan)
    streams = Streams(np.arange(2400.0), hr_bpm=hr)
    case = Case(EASY, session(streams=streams, duration_s=2400.0), felt(3))
    assert [one.text for one in found(case, "channel_set_aside")] == [
        "Heart rate was not read for 67% of the time, so it was not used."
    ]


def answer(case: Case, question: Question) -> tuple[Known, str]:
    """Where one answer comes from, and what it says."""
    one = next(one for one in four_questions(case, review(case)) if one.question is question)
    return one.known, one.says


def counted(clean: int, total: int, usual: float | None, **after: object) -> Case:
    """A technique day on which so many of so many repetitions were clean."""
    sets = lifted(replace(done("Clean", total), clean_reps=clean))
    return Case(SKILL, sets, felt(3, **after), history=History(usual_clean_share=usual))


ASKED = {
    Question.CHALLENGED: "Nothing recorded tells. How hard was it, and was that what the day called for?",
    Question.SKILL: "One session seldom shows it. What do you know or do better now than this morning?",
    Question.MOVEMENT: "Form was not rated. Which part of the movement felt different today?",
    Question.CLOSER: "Nothing ties this session to a goal that can be seen. What was it for?",
}


@pytest.mark.parametrize("question", Question)
def test_where_nothing_tells_each_question_is_asked(question: Question) -> None:
    assert answer(Case(EASY, session()), question) == (Known.ASKED, ASKED[question])


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (counted(9, 10, 0.5), "Likely yes: 9 of 10 reps clean (65% to 98% by chance alone), your usual is 50%."),
        (
            counted(5, 10, 0.5),
            "Cannot be told apart: 5 of 10 reps clean (27% to 73% by chance alone), your usual is 50%.",
        ),
        (counted(1, 10, 0.5), "Likely not today: 1 of 10 reps clean (2% to 35% by chance alone), your usual is 50%."),
        (counted(8, 8, 0.5), "Likely yes: 8 of 8 reps clean (75% to 100% by chance alone), your usual is 50%."),
    ],
)
def test_a_share_of_clean_reps_comes_with_what_chance_allows(case: Case, says: str) -> None:
    """Wilson's 90 % intervals, as tables of it have them."""
    assert answer(case, Question.SKILL) == (Known.EVIDENCE, says)


@pytest.mark.parametrize("after", [{"learned": "patience"}, {"built": "a fuller hang"}])
@pytest.mark.parametrize("case", [counted(7, 7, 0.5), counted(9, 10, None)], ids=["seven reps", "no usual yet"])
def test_where_counts_do_not_tell_ones_own_word_does(case: Case, after: dict[str, str]) -> None:
    said = replace(case, reflection=felt(3, **after))
    own = "You noted what it built or taught; no count of reps tells more."
    assert answer(said, Question.SKILL) == (Known.OWN_WORD, own)
    assert answer(case, Question.SKILL) == (Known.ASKED, ASKED[Question.SKILL])


@pytest.mark.parametrize(
    ("forms", "says"),
    [
        (
            (CLEAN, CLEAN),
            "It held: 100% of the first sets and 100% of the last were clean. 2 sets are few to judge by.",
        ),
        (
            (FADING, CLEAN, CLEAN),
            "It came together: 0% of the first sets and 100% of the last were clean. 3 sets are few to judge by.",
        ),
        (
            (CLEAN, None, CLEAN, BROKE, CLEAN),
            "It went the other way: 100% of the first sets and 50% of the last were clean. 4 sets are few to judge by.",
        ),
    ],
)
def test_movement_is_told_from_first_to_last(forms: tuple[Form | None, ...], says: str) -> None:
    assert answer(formed(*forms), Question.MOVEMENT) == (Known.EVIDENCE, says)


def test_movement_in_ones_own_word() -> None:
    case = Case(EASY, session(), felt(3, form=Form.FADING))
    assert answer(case, Question.MOVEMENT) == (Known.OWN_WORD, "You called the form of the whole fading.")


def test_challenge_in_ones_own_word() -> None:
    case = Case(EASY, session(), felt(challenge=4))
    assert answer(case, Question.CHALLENGED) == (Known.OWN_WORD, "You called the challenge 4 of 10.")


@pytest.mark.parametrize(
    ("effort_said", "says"),
    [
        (3, "Yes, as meant: Effort 3 of 10, asked 2–4."),
        (5, "A little more than meant: Effort 5 of 10, asked 2–4."),
        (6, "Clearly more than meant: Effort 6 of 10, asked 2–4."),
        (0, "Clearly less than meant: Effort 0 of 10, asked 2–4."),
    ],
)
def test_challenge_is_told_by_effort_first(effort_said: float, says: str) -> None:
    case = Case(EASY, recorded(speed=[(2400, 2.6)]), felt(effort_said))
    assert answer(case, Question.CHALLENGED) == (Known.EVIDENCE, says)


@pytest.mark.parametrize(
    ("reserves", "word"), [((2, 2, 2), "Yes, as meant:"), ((2, 2, 4), "Nearly:"), ((6, 6, 6), "Not as meant:")]
)
def test_challenge_is_told_by_reserve_without_an_effort(reserves: tuple[float, ...], word: str) -> None:
    asked = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 12), bound(Quantity.RIR, 1, 3)))
    case = Case(asked, lifted(*[done("Bench Press", 10, 60, rir) for rir in reserves]))
    assert answer(case, Question.CHALLENGED)[1].startswith(word)


@pytest.mark.parametrize("why", ["Run to the sea", "Run to the sea."])
def test_the_goal_is_named_in_a_sentence_that_ends_once(why: str) -> None:
    case = Case(replace(EASY, why=(WhyLink(WhyLevel.GOAL, why),)), recorded(speed=[(2400, 2.6)]), felt(3))
    known, says = answer(case, Question.CLOSER)
    assert known is Known.EVIDENCE
    assert says.startswith(
        "Yes, by the work that leads there: it served its purpose on the way to “Run to the sea”. One "
    )


@pytest.mark.parametrize(
    ("seconds", "effort_said", "part"), [(2400, 5.5, "in part"), (600, 0.5, "not by what the day was for")]
)
def test_a_day_that_did_not_serve_is_one_of_many_on_the_way(seconds: float, effort_said: float, part: str) -> None:
    asked = replace(EASY, why=(WhyLink(WhyLevel.GOAL, "Run to the sea"),))
    case = Case(asked, recorded(speed=[(seconds, 2.6)], noise=0.0), felt(effort_said))
    assert answer(case, Question.CLOSER)[1] == (
        f"By this session {part}, on the way to “Run to the sea”. The way is made of many; the next one counts as much."
    )


def test_only_counted_reps_tell_of_skill() -> None:
    counted = [replace(done("Clean", 2), clean_reps=2)] * 10 + [replace(done("Clean", 2), clean_reps=0)]
    beside = [done("Clean", 2), replace(done("Clean", 0), clean_reps=0), replace(done("Clean", None), clean_reps=1)]
    case = Case(SKILL, lifted(*counted, *beside), felt(3), history=History(usual_clean_share=0.75))
    assert answer(case, Question.SKILL)[1] == (
        "Likely yes: 20 of 22 reps clean (76% to 97% by chance alone), your usual is 75%."
    )


def test_failures_are_counted_by_what_ones_own_names_mean() -> None:
    asked = plan(Intent.HYPERTROPHY, lift(1, "My press", 2, (8, 10)), lift(2, "Barbell Row", 2, (8, 10)))
    failed = [done(name, 8, 60, kind=SetKind.FAILURE) for name in ("My press", "My press", "Barbell Row")]
    case = Case(asked, lifted(*failed), own_names={"my press": "Bench Press"})
    assert [(one.text, one.seen_at) for one in found(case, "failure_spent")] == [
        ("1 set to failure in pull.", (SetSpan(3, 3),)),
        ("2 sets to failure in push.", (SetSpan(1, 1), SetSpan(2, 2))),
    ]


@pytest.mark.parametrize(
    ("power", "says"),
    [
        ([(300, 250.0), (300, 200.0)], "50%"),
        ([(299, 250.0), (300, 200.0)], None),
        ([(900, 250.0), (900, 225.0)], None),
        ([(900, 0.0), (900, 250.0)], None),
    ],
    ids=["ten minutes", "less", "nine tenths exactly", "nothing at first"],
)
def test_pace_is_lost_below_nine_tenths_in_ten_minutes_of_work(
    power: list[tuple[float, float]], says: str | None
) -> None:
    asked = plan(Intent.TEMPO, effort(1, StepRole.WORK, 600, 1800))
    told = found(Case(asked, recorded(Sport.RIDE, power=power, noise=0.0), felt(7)), "grit_for_skill")
    assert [one.text[:3] for one in told] == ([] if says is None else [says])
    assert [one.seen_at for one in told] == ([] if says is None else [(SampleSpan(300, 600),)])


@pytest.mark.parametrize(
    "power", [[(450, 250.0), (150, 350.0), (1200, 235.0)], [(150, 500.0), (1650, 200.0)]], ids=["late", "at once"]
)
def test_pace_is_lost_against_the_first_third_and_never_within_it(power: list[tuple[float, float]]) -> None:
    (told,) = found(Case(TEMPO, recorded(Sport.RIDE, power=power, noise=0.0), felt(7)), "grit_for_skill")
    assert told.text == "67% of the work came after power had fallen below 90% of its first third for good."


@pytest.mark.parametrize(
    ("expected", "says"),
    [(6.0, "1.5 harder than you expected"), (6.5, "as you expected"), (9.0, "1.5 easier than you expected")],
)
def test_felt_is_told_beside_expected_from_more_than_one_on(expected: float, says: str) -> None:
    case = Case(EASY, recorded(speed=[(2400, 2.6)]), announced(7.5, expected_rpe=expected))
    assert [one.text for one in found(case, "awareness")] == [f"It felt {says} ({expected:g} expected, 7.5 felt)."]


def test_a_day_off_leaves_no_questions_and_a_day_done_names_its_ids() -> None:
    rest: PlannedSession = plan(Intent.REST)
    kept = review(Case(rest, None))
    assert (kept.planned, kept.session, kept.pairing) == (PlannedId("p"), None, Pairing.REST_KEPT)
    assert four_questions(Case(rest, None), kept) == ()
    assert review(Case(EASY, session(), replace(felt(3), after=After(START, effort=3)))).planned == PlannedId("p")
