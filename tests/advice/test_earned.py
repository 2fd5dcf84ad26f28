from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from longgame.advice.earned import DEFAULTS, Standing, earliest, earned
from longgame.advice.prospect import Prospect
from longgame.growth.consistency import Promise
from longgame.plan.planned import EarnedCondition, EarnedQuantity
from longgame.review.model import Pairing, Verdict
from tests.advice.planned import week

TEST = week()["5 km test"]
DAY = TEST.day
KEPT = tuple(Promise(DAY - timedelta(days=n), Pairing.PAIRED) for n in range(1, 11))


def test_a_test_is_earned_when_every_condition_is_met() -> None:
    status = earned(TEST, Standing(promises=KEPT), DAY)
    assert [one.met for one in status.conditions] == [True, True, True]
    assert status.earned is True


def test_failure_the_day_before_is_missing_and_names_the_first_day() -> None:
    status = earned(TEST, Standing(promises=KEPT, failure_days=(DAY - timedelta(days=1),)), DAY)
    missing = [one for one in status.conditions if one.met is False]
    assert [(one.says, one.earliest) for one in missing] == [
        ("last work to failure 1 day ago, asked 2", DAY + timedelta(days=1))
    ]
    assert status.earned is False


def test_a_test_too_soon_after_the_last_names_the_first_day() -> None:
    status = earned(TEST, Standing(promises=KEPT, test_days=(DAY - timedelta(days=14),)), DAY)
    assert [one.earliest for one in status.conditions if one.met is False] == [DAY + timedelta(days=21)]


def test_consistency_can_be_earned_by_keeping_what_is_coming() -> None:
    missed = tuple(replace(one, state=Pairing.MISSED) if n < 4 else one for n, one in enumerate(KEPT))
    coming = tuple(DAY + timedelta(days=n) for n in range(12))
    status = earned(TEST, Standing(promises=missed, coming=coming), DAY)
    (missing,) = [one for one in status.conditions if one.met is False]
    assert missing.says == "6 of 10 promises kept in 28 days, asked 80%"
    assert missing.earliest == DAY + timedelta(days=10)


def test_an_empty_journal_cannot_tell() -> None:
    status = earned(TEST, Standing(), DAY)
    assert [one.met for one in status.conditions] == [None, True, True]
    assert status.earned is None


def test_a_test_that_names_nothing_is_held_against_the_defaults() -> None:
    judged = (Verdict.SERVED,) * 3 + (Verdict.PARTLY_SERVED, Verdict.NOT_SERVED)
    status = earned(replace(TEST, earned_by=()), Standing(promises=KEPT, amber_days=(), verdicts=judged), DAY)
    assert tuple(one.condition for one in status.conditions) == DEFAULTS
    assert status.earned is True


def test_what_lies_after_the_day_does_not_count() -> None:
    status = earned(TEST, Standing(promises=KEPT, test_days=(DAY, DAY + timedelta(days=3))), DAY)
    assert status.earned is True


def test_sessions_served_in_a_row_and_as_a_share() -> None:
    verdicts = (Verdict.NOT_SERVED, Verdict.SERVED, Verdict.CANNOT_TELL, Verdict.SERVED)
    row = EarnedCondition(EarnedQuantity.SERVED, 3, "3 served")
    share = EarnedCondition(EarnedQuantity.SERVED, 0.6, "served >= 60%")
    status = earned(replace(TEST, earned_by=(row, share)), Standing(verdicts=verdicts), date(2026, 11, 29))
    assert [(one.met, one.says) for one in status.conditions] == [
        (False, "2 served in a row, asked 3"),
        (True, "67% served, asked 60%"),
    ]


def test_sessions_against_their_purpose_put_a_test_off_until_enough_are_done_as_meant() -> None:
    judged = (Verdict.NOT_SERVED,) * 2 + (Verdict.SERVED,) * 4
    coming = tuple(DAY + timedelta(days=2 * n) for n in range(10))
    standing = Standing(promises=KEPT, amber_days=(), verdicts=judged, coming=coming)
    (missing,) = [one for one in earned(replace(TEST, earned_by=()), standing, DAY).conditions if one.met is False]
    assert missing.says == "4 of 6 sessions served their purpose at least in part, asked 80%"
    assert missing.earliest == coming[3] + timedelta(days=1)


def test_a_known_capacity_adds_its_two_conditions_to_any_test() -> None:
    far = Prospect("Squat", sd=0.01, target="1 x 1 @ 140 kg", chance=0.2, uncertain_from=DAY + timedelta(days=21))
    status = earned(TEST, Standing(promises=KEPT, prospect=far), DAY)
    assert [one.met for one in status.conditions[-2:]] == [False, False]
    assert earliest(status) is None
    near = replace(far, sd=0.03, chance=0.7)
    assert earned(TEST, Standing(promises=KEPT, prospect=near), DAY).earned is True


def test_the_earliest_day_is_the_latest_of_what_is_missing() -> None:
    standing = Standing(promises=KEPT, test_days=(DAY - timedelta(days=14),), failure_days=(DAY - timedelta(days=1),))
    assert earliest(earned(TEST, standing, DAY)) == DAY + timedelta(days=21)
