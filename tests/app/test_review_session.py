from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.profile import be_excused, tell_fact
from longgame.app.reflect import reflect
from longgame.app.review_session import review_all, review_which
from longgame.app.setting import Setting, live_in
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.sport import Sport
from longgame.record.reflection import After, Before
from longgame.review.model import Manner, Pairing, Verdict
from tests.app.made import EASY_PLAN, ride, steady

TUESDAY = "2026-11-17"
NINE = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


def at(setting: Setting, moment: str) -> Setting:
    """The same journal at another moment."""
    return replace(setting, clock=FixedClock(datetime.fromisoformat(moment).replace(tzinfo=UTC)))


def test_an_easy_ride_kept_easy_served_its_purpose(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    (reviewed,) = review_which(setting, "last")
    assert (reviewed.review.verdict, reviewed.review.manner) == (Verdict.SERVED, Manner.WITHIN)
    assert reviewed.review.pairing is Pairing.PAIRED


def test_the_same_ride_ridden_hard_went_beyond(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(168)))
    (reviewed,) = review_which(setting, TUESDAY)
    assert (reviewed.review.verdict, reviewed.review.manner) == (Verdict.NOT_SERVED, Manner.BEYOND)


def test_editing_the_plan_afterwards_changes_no_verdict(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(168)))
    before = review_which(setting, TUESDAY)[0].review
    use_plan(at(setting, "2026-11-18T09:00"), "autumn", EASY_PLAN.replace("110..140 bpm", "150..180 bpm"))
    assert review_which(setting, TUESDAY)[0].review == before


def test_a_later_edit_holds_for_later_days(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    use_plan(at(setting, "2026-11-16T09:00"), "autumn", EASY_PLAN.replace("110..140 bpm", "150..180 bpm"))
    setting.journal.sessions.put(ride("2026-11-10", steady(168)))
    setting.journal.sessions.put(ride("2026-11-17", steady(168)))
    verdicts = [review_which(setting, day)[0].review.verdict for day in ("2026-11-10", "2026-11-17")]
    assert verdicts == [Verdict.NOT_SERVED, Verdict.SERVED]


def test_a_plan_written_down_late_still_counts_where_nothing_was_promised(setting: Setting) -> None:
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    use_plan(at(setting, "2026-11-22T09:00"), "autumn", EASY_PLAN)
    assert review_which(setting, TUESDAY)[0].review.pairing is Pairing.PAIRED


def test_a_plan_promises_nothing_for_the_days_before_it_was_written_down(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-12T18:00"), "autumn", EASY_PLAN)
    states = [(one.day.isoformat(), one.review.pairing) for one in review_all(setting)]
    assert states == [
        ("2026-11-15", Pairing.REST_KEPT),
        ("2026-11-17", Pairing.MISSED),
        ("2026-11-22", Pairing.REST_KEPT),
    ]


def test_training_on_a_day_that_a_later_plan_calls_rest_breaks_no_word(setting: Setting) -> None:
    setting.journal.sessions.put(ride("2026-11-08", steady(128)))
    use_plan(at(setting, "2026-11-12T18:00"), "autumn", EASY_PLAN)
    assert review_which(setting, "2026-11-08")[0].review.pairing is Pairing.UNPLANNED


def test_other_work_on_a_day_before_the_plan_leaves_no_miss_behind(setting: Setting) -> None:
    lifted = replace(ride("2026-11-10", steady(128)), sport=Sport.STRENGTH)
    setting.journal.sessions.put(lifted)
    use_plan(at(setting, "2026-11-12T18:00"), "autumn", EASY_PLAN)
    early = [one.review.pairing for one in review_all(setting) if one.day < date(2026, 11, 12)]
    assert early == [Pairing.UNPLANNED]


def test_a_plan_that_was_over_when_it_was_written_down_is_a_record_of_what_was_meant(setting: Setting) -> None:
    use_plan(at(setting, "2027-03-01T09:00"), "autumn", EASY_PLAN)
    early = [one.review.pairing for one in review_all(at(setting, "2027-03-02T09:00"))][:2]
    assert early == [Pairing.MISSED, Pairing.REST_KEPT]


def test_of_a_text_with_several_seasons_only_the_one_going_on_waits_for_its_first_use(setting: Setting) -> None:
    earlier = EASY_PLAN.replace("2026-11-02 .. 2026-11-29", "2026-09-07 .. 2026-09-13").replace("4 weeks", "1 week")
    both = (
        earlier + "\n" + EASY_PLAN.partition("\n")[2].replace("goal easy", "goal calm").replace("for easy", "for calm")
    )
    use_plan(at(setting, "2026-11-12T18:00"), "autumn", both)
    states = [(one.day.isoformat(), one.review.pairing) for one in review_all(setting)][:3]
    assert states == [
        ("2026-09-08", Pairing.MISSED),
        ("2026-09-13", Pairing.REST_KEPT),
        ("2026-11-15", Pairing.REST_KEPT),
    ]


def test_every_promise_up_to_today_has_its_review_and_none_after(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    states = [(one.day.isoformat(), one.review.pairing) for one in review_all(setting)]
    assert states == [
        ("2026-11-03", Pairing.MISSED),
        ("2026-11-08", Pairing.REST_KEPT),
        ("2026-11-10", Pairing.MISSED),
        ("2026-11-15", Pairing.REST_KEPT),
        ("2026-11-17", Pairing.PAIRED),
        ("2026-11-22", Pairing.REST_KEPT),
    ]


def test_nothing_is_missed_on_excused_days(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    be_excused(setting, "ill", date(2026, 11, 2), date(2026, 11, 12))
    states = {one.day.isoformat(): one.review.pairing for one in review_all(setting)}
    assert states["2026-11-03"] is Pairing.EXCUSED
    assert states["2026-11-10"] is Pairing.EXCUSED


def test_words_about_the_day_are_read_with_its_session(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN)
    reflect(setting, After(setting.clock.now(), effort=3.0), date.fromisoformat(TUESDAY))
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    (reviewed,) = review_which(setting, TUESDAY)
    effort = next(row for row in reviewed.review.criteria if row.name == "session_rpe")
    assert effort.value == 3.0


def test_a_session_without_a_plan_is_reviewed_as_unplanned(setting: Setting) -> None:
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    (reviewed,) = review_which(setting, "last")
    assert (reviewed.review.verdict, reviewed.review.pairing) == (Verdict.CANNOT_TELL, Pairing.UNPLANNED)


def test_an_empty_journal_has_nothing_to_review(setting: Setting) -> None:
    assert review_which(setting, "last") == ()
    assert review_all(setting) == ()
    assert review_which(setting, "no-such-id") == ()


def test_zones_lean_on_facts_even_when_they_were_told_later(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN.replace("hr 110..140 bpm", "hr z1..z2"))
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    before = review_which(setting, TUESDAY)[0].review
    tell_fact(setting, "threshold_hr", 170, date(2026, 11, 20))
    after = review_which(setting, TUESDAY)[0].review
    assert before.coverage < after.coverage
    assert after.verdict is Verdict.SERVED


def test_the_home_zone_belongs_to_the_journal(setting: Setting) -> None:
    live_in(setting, "Asia/Tokyo")
    assert at(setting, "2026-11-22T16:00").today == date(2026, 11, 23)
    with pytest.raises(ValueError, match="no time zone is called"):
        live_in(setting, "Mars/Olympus")
    assert str(setting.zone) == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("kind", "value", "about", "says"),
    [
        ("threshold", 170, None, "is not a fact longgame knows"),
        ("threshold_hr", -3, None, "cannot be anybody's"),
        ("one_rep_max", 100, None, "says about which exercise"),
        ("body_mass", 70, "Squat", "says about which exercise"),
    ],
)
def test_impossible_facts_are_refused_with_a_sentence(
    setting: Setting, kind: str, value: float, about: str | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        tell_fact(setting, kind, value, date(2026, 11, 1), about)
    assert setting.journal.days.profile().facts == ()


def test_what_was_put_in_the_plans_place_beforehand_is_what_is_judged(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    reflect(
        at(setting, "2026-11-17T09:00"),
        Before(NINE, low_day=True, adaptation="20..30 min ride hr 110..140 bpm"),
        NINE.date(),
    )
    setting.journal.sessions.put(ride(TUESDAY, steady(120), minutes=25))
    (reviewed,) = review_which(setting, TUESDAY)
    assert (reviewed.review.pairing, reviewed.review.manner) == (Pairing.ADAPTED, Manner.ADAPTED)
    assert [row.score for row in reviewed.review.criteria if row.name == "duration"] == [1]


def test_a_day_put_as_rest_beforehand_is_a_promise_kept(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    reflect(at(setting, "2026-11-17T09:00"), Before(NINE, adaptation="rest"), NINE.date())
    (reviewed,) = review_which(setting, TUESDAY)
    assert (reviewed.review.verdict, reviewed.review.pairing) == (Verdict.SERVED, Pairing.ADAPTED)


def test_a_day_made_shorter_and_then_not_done_is_a_promise_missed(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    reflect(at(setting, "2026-11-17T09:00"), Before(NINE, adaptation="20..30 min ride"), NINE.date())
    (reviewed,) = review_which(setting, TUESDAY)
    assert reviewed.review.pairing is Pairing.MISSED


def test_what_was_put_in_the_plans_place_afterwards_changes_nothing(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(120), minutes=25))
    plain = review_which(setting, TUESDAY)[0].review
    late = NINE.replace(hour=20)
    reflect(at(setting, "2026-11-17T20:00"), Before(late, adaptation="20..30 min ride"), late.date())
    assert review_which(setting, TUESDAY)[0].review == plain
