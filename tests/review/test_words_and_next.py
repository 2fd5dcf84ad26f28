"""The two sentences of each verdict, and what comes next with its reason, word for word."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

import longgame.review
from longgame.plan.planned import EarnedCondition, EarnedQuantity, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubrics import rubric_for
from longgame.record.profile import Excuse, ExcuseKind
from longgame.record.reflection import After, Before, Reflection
from longgame.review.case import Case, ConditionStatus, EarnedStatus
from longgame.review.engine import review
from longgame.review.model import Manner, NextStep, Pairing, Verdict
from longgame.review.next_steps import next_steps
from longgame.review.seen import look
from longgame.review.verdict import KEPT_WELL
from longgame.review.words import sentences
from tests.review.test_alignment_of_efforts import thrice
from tests.strategies.build import DAY, START, bound, done, effort, felt, lift, lifted, plan, recorded, session

EASY = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 3000), title="Easy hour")
RAN = recorded(speed=[(2700, 2.5)], noise=0.0)
NEXT = "Go on with the next session as planned; nothing needs to be made up."


def test_served_names_the_purpose_and_what_showed_it() -> None:
    got = review(Case(EASY, RAN, felt(3)))
    assert got.sentences == (
        "This session served its purpose: it stayed within what the day called for.",
        "What it was for: easy enough to talk, long enough to build. 45:00 against 40:00–50:00.",
    )
    assert got.next_steps == (
        NextStep("Go on as planned.", "The session did what it was for; nothing needs to change."),
    )


def test_partly_and_not_served_name_what_cost_most() -> None:
    partly = review(Case(EASY, RAN, felt(5.5)))
    assert (partly.verdict, partly.manner) == (Verdict.PARTLY_SERVED, Manner.BEYOND)
    assert partly.sentences == (
        "This session partly served its purpose: it went beyond what the day called for.",
        "What cost most, “felt as hard as meant”: Effort 5.5 of 10, asked 2–4.",
    )
    assert partly.next_steps == (
        NextStep(
            "Keep the next session inside its bounds; its ceiling is part of the plan.", "Effort 5.5 of 10, asked 2–4."
        ),
    )
    short = review(Case(EASY, recorded(speed=[(600, 2.5)], noise=0.0), felt(0.5)))
    assert short.sentences[0] == "This session did not serve its purpose: it was less than the day called for."
    assert short.next_steps[0].text == NEXT


def test_pain_is_named_beside_what_comes_next_from_four_on() -> None:
    def steps(pain: int) -> list[NextStep]:
        return list(review(Case(EASY, RAN, Reflection(after=After(START, effort=6, pain=pain)))).next_steps)

    assert len(steps(3)) == 1
    assert steps(4)[1] == NextStep("Let the pain settle before loading it again.", "You noted pain 4 of 10.")


def test_what_cannot_be_told_says_why_and_what_to_record() -> None:
    got = review(Case(EASY, session()))
    why = "no easy ceiling is known (a first threshold, zones or a bound in the plan would give one)"
    assert (got.verdict, got.manner) == (Verdict.CANNOT_TELL, None)
    assert got.sentences == ("Whether “Easy hour” served its purpose cannot be told.", f"The reason: {why}.")
    assert got.next_steps == (
        NextStep("Wear a heart-rate strap, or note your first threshold.", f"Not assessed: {why}."),
    )


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        (Intent.RECOVERY, "Say how hard it felt when you close the session."),
        (Intent.HYPERTROPHY, "Note the reps in reserve of your last set of each exercise."),
        (Intent.TECHNIQUE, "Tap form, or count clean reps, while you log."),
        (Intent.TEST, "Keep logging: the conditions of a test day are read from the weeks before it."),
        (Intent.INTERVALS, "Say how hard it felt when you close the session."),
    ],
)
def test_what_would_have_told_most_is_what_to_record(intent: Intent, text: str) -> None:
    asked = plan(intent, effort(1, StepRole.WORK, 600), lift(2, "Back Squat", 3, (5, 5)))
    assert review(Case(asked, session())).next_steps[0].text == text


def test_where_no_one_word_would_have_told_more_a_fuller_record_would() -> None:
    asked, was = plan(Intent.CONDITIONING, effort(1, StepRole.WORK, 600)), session()
    rows = review(Case(asked, was)).criteria
    assert [row.not_assessed for row in rows if row.name == "session_rpe"] == ["no effort was reported"]
    others = [row for row in rows if row.name != "session_rpe"]
    assert next_steps(look(Case(asked, was), asked, was), Verdict.CANNOT_TELL, None, others) == (
        NextStep("Record the next one a little more fully.", "Too little was there to judge by."),
    )


def test_where_no_key_row_is_silent_too_little_was_recorded() -> None:
    told = sentences(EASY, rubric_for(Intent.BASE), Verdict.CANNOT_TELL, None, ())
    assert told[1] == "The reason: too little of the evidence was recorded."


def test_a_limit_that_was_earned_is_not_forced() -> None:
    met = ConditionStatus(
        EarnedCondition(EarnedQuantity.LAST_TEST, 5, "last test >= 5 weeks ago"), met=True, says="last test 6 weeks ago"
    )
    limit = plan(Intent.LIMIT, effort(1, StepRole.WORK, 1200, all_out=True))
    case = Case(limit, recorded(speed=[(1200, 4)]), felt(10), earned=EarnedStatus((met,)))
    assert [one.code for one in review(case).findings if one.code == "forced"] == []


def test_what_cost_most_weighs_most() -> None:
    # Half of a light row is lost, and all of a heavy one but a quarter: the heavy one cost more.
    asked = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 2, (8, 10), bound(Quantity.RIR, 1, 3)))
    got = review(Case(asked, lifted(done("Bench Press", 8, 60, 0), done("Bench Press", 4, 60, 2)), felt(7)))
    lost = {row.title: row.weight * (1 - row.score) for row in got.criteria if row.score is not None}
    worst = max(lost, key=lambda title: lost[title])
    assert sum(cost == lost[worst] for cost in lost.values()) == 1
    assert f"“{worst[:1].lower()}{worst[1:]}”" in got.sentences[1]
    assert got.intent is Intent.HYPERTROPHY


def test_a_name_not_given_is_not_made_up() -> None:
    nameless = plan(Intent.BASE, effort(1, StepRole.WORK, 2400), title="")
    assert review(Case(nameless, session())).sentences[0] == "Whether this session served its purpose cannot be told."
    assert review(Case(nameless, None)).sentences[0] == "this session did not happen."


def test_days_without_a_session() -> None:
    kept, missed = review(Case(plan(Intent.REST), None)), review(Case(EASY, None))
    ill = review(Case(EASY, None, excuse=Excuse(ExcuseKind.ILL, DAY, DAY)))
    assert kept.sentences == (
        "Rest was kept.",
        "Nothing was planned and nothing was done, which is what this day was for.",
    )
    assert [(row.name, row.title, row.value, row.evidence.sentence) for row in kept.criteria] == [
        ("rest_kept", "Rest kept", 0.0, "Nothing was done on this day.")
    ]
    assert (kept.criteria[0].bounds.interval.floor, kept.criteria[0].bounds.interval.ceiling) == (0, 0)
    assert missed.sentences == (
        "“Easy hour” did not happen.",
        "Nothing needs to be made up; the plan goes on from today.",
    )
    assert [(row.name, row.title, row.value, row.score, row.key, row.evidence.sentence) for row in missed.criteria] == [
        ("attended", "Attended", 0.0, 0, True, "No session was recorded for this day.")
    ]
    assert (missed.criteria[0].bounds.interval.floor, missed.criteria[0].bounds.interval.ceiling) == (1, 1)
    assert ill.sentences == (
        "“Easy hour” was not due.",
        "You were ill, so this day counts neither for nor against you.",
    )
    assert (ill.pairing, ill.verdict, ill.execution, ill.criteria) == (Pairing.EXCUSED, Verdict.CANNOT_TELL, None, ())


def test_a_session_nobody_planned() -> None:
    sets = lifted(done("Bench Press", 5, 80, 0))
    got = review(Case(None, sets))
    assert got.sentences == (
        "Nothing was planned for this session.",
        "Without a purpose named beforehand there is none to judge it by.",
    )
    assert got.next_steps == (
        NextStep("Name what the next one is for before you start.", "A session without a purpose cannot serve one."),
    )
    assert (got.pairing, got.intent, got.coverage, got.session) == (Pairing.UNPLANNED, None, 0, "s")
    nothing = review(Case(None, None))
    assert (nothing.session, nothing.findings, nothing.next_steps) == (None, (), ())


def test_how_plan_and_session_belong_together_is_said_by_the_day_where_nobody_said_it() -> None:
    other_day = recorded(speed=[(2700, 2.5)], local_day=DAY + timedelta(days=1))
    assert review(Case(EASY, RAN)).pairing is Pairing.PAIRED
    assert review(Case(EASY, other_day)).pairing is Pairing.MOVED
    assert review(Case(EASY, RAN, pairing=Pairing.SUBSTITUTED)).pairing is Pairing.SUBSTITUTED
    assert review(Case(plan(Intent.REST), RAN)).pairing is Pairing.REST_BROKEN
    substituted = review(Case(EASY, RAN, felt(3), pairing=Pairing.SUBSTITUTED))
    assert (substituted.manner, substituted.findings[0].text) == (
        Manner.DIFFERENT,
        "You did run in place of what was planned; the purpose is judged on it.",
    )


def test_what_was_put_in_its_place_before_is_the_promise_and_within_it_is_adapted() -> None:
    shorter = plan(Intent.BASE, effort(1, StepRole.WORK, 1200, 1500))
    ran = recorded(speed=[(1300, 2.5)], noise=0.0)
    said = Reflection(before=Before(START, adaptation="20..25 min run"), after=After(START, effort=3))
    got = review(Case(EASY, ran, said, adapted=shorter))
    assert (got.pairing, got.manner, got.verdict) == (Pairing.ADAPTED, Manner.ADAPTED, Verdict.SERVED)
    assert got.sentences[0] == "This session served its purpose: it kept to what you set yourself before starting."
    late = Reflection(before=Before(START + timedelta(minutes=1), adaptation="x"), after=After(START, effort=3))
    assert review(Case(EASY, ran, late, adapted=shorter)).pairing is Pairing.PAIRED
    rest = plan(Intent.REST)
    assert review(Case(EASY, None, said, adapted=rest)).pairing is Pairing.ADAPTED


def test_a_criterion_just_kept_well_tells_no_manner() -> None:
    # 40 minutes asked up to 50; one tenth of the tolerance over is kept well, three tenths are not.
    assert Fraction(4, 5) == KEPT_WELL
    inside = review(Case(EASY, recorded(speed=[(3240, 2.5)], noise=0.0), felt(3)))
    outside = review(Case(EASY, recorded(speed=[(3360, 2.5)], noise=0.0), felt(3)))
    assert (inside.manner, outside.manner) == (Manner.WITHIN, Manner.BEYOND)


def test_a_breach_is_not_averaged_away() -> None:
    tempo = plan(Intent.TEMPO, effort(1, StepRole.WORK, 1200, 1200, bound(Quantity.SPEED, 2.9, 3.1)))
    steady = recorded(speed=[(1200, 3.0)], noise=0.0)
    assert review(Case(tempo, steady, felt(6))).verdict is Verdict.SERVED
    breached = review(Case(tempo, steady, felt(10)))
    assert breached.execution is not None
    assert breached.execution >= 0.8 or breached.verdict is not Verdict.SERVED
    assert breached.verdict is Verdict.PARTLY_SERVED


def test_a_day_that_served_although_it_fell_short_says_both() -> None:
    asked = plan(Intent.STRENGTH, lift(1, "Back Squat", 4, (5, 5), bound(Quantity.LOAD, 80, 85)))
    done_so = lifted(*[done("Back Squat", 5, 80, 3)] * 3, done("Back Squat", 2, 80, 3))
    got = review(Case(asked, done_so, felt(6)))
    assert got.sentences[0] == "This session served its purpose, though it was less than the day called for."


SPRINTS = plan(Intent.SPEED, *thrice(seconds=20, rest=180))


@pytest.mark.parametrize(
    ("speed", "manner"),
    [
        ([(1500, 2.5)], Manner.SHORT),
        ([(600, 2.5), (20, 6), (180, 2), (20, 6), (500, 2)], Manner.SHORT),
        ([(600, 2.5), (20, 6), (180, 2), (20, 6), (180, 2), (20, 4), (300, 2.5)], Manner.BEYOND),
        ([(600, 2.5), (20, 6), (60, 2), (20, 6), (60, 2), (20, 6), (300, 2.5)], Manner.BEYOND),
    ],
    ids=["none run", "one left out", "one too slow", "rests cut short"],
)
def test_a_day_of_sprints_fell_short_or_went_on_too_long(speed: list[tuple[float, float]], manner: Manner) -> None:
    assert review(Case(SPRINTS, recorded(speed=speed, noise=0.0), felt(6))).manner is manner


def test_a_limit_that_was_not_earned_and_gone_for_is_said_to_be_forced() -> None:
    missing = ConditionStatus(
        EarnedCondition(EarnedQuantity.LAST_TEST, 5, "last test >= 5 weeks ago"), met=False, says="last test a week ago"
    )
    limit = plan(Intent.LIMIT, effort(1, StepRole.WORK, 1200, all_out=True))
    case = Case(limit, recorded(speed=[(1200, 4)]), felt(10), earned=EarnedStatus((missing,)))
    told = [one.text for one in review(case).findings if one.code == "forced"]
    assert told == ["The limit was forced: it was tried before its conditions were met."]


def test_the_library_gives_the_engine_by_name() -> None:
    assert (longgame.review.Case, longgame.review.review) == (Case, review)
    with pytest.raises(AttributeError, match=r"longgame\.review has no verdicts"):
        _ = longgame.review.verdicts
