"""Verdicts taken from the reviews that are kept are those that judging anew gives, tests among them ungated."""

from datetime import UTC, datetime

from longgame.app.awareness import awareness, confidence_of
from longgame.app.days import lay_out, whole_journal
from longgame.app.reflect import reflect
from longgame.app.review_cases import cases_in
from longgame.app.review_session import verdicts_of
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review
from longgame.record.reflection import Before
from longgame.review.model import Verdict
from tests.app.made import EASY_PLAN, ride, steady

PLAN = EASY_PLAN.replace(
    "  Sun rest",
    """  Thu "Twenty minutes" test for easy
    18..22 min ride hr 110..140 bpm
  Sun rest""",
)
DONE = (("2026-11-03", 125, 60), ("2026-11-10", 165, 60), ("2026-11-12", 125, 20), ("2026-11-17", 125, 60))


def test_verdicts_from_kept_reviews_are_those_that_judging_anew_gives(setting: Setting) -> None:
    setting.journal.plans.use("autumn", PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    for day, beats, minutes in DONE:
        session = ride(day, steady(beats), minutes=minutes)
        setting.journal.sessions.put(session)
        said = Before(datetime.fromisoformat(f"{day}T09:00:00+00:00"), confidence=7)
        reflect(setting, said, session.local_day, session.id)
    days = lay_out(setting, *whole_journal(setting))
    done = [one for one in days.pairs if one.planned is not None and one.session is not None]
    found = verdicts_of(setting, days, done)
    assert len(found) == len(DONE)
    assert len(set(found)) > 1
    assert found == cases_in(setting, days).ungated(done)
    kept = {one.session: one.verdict for one in every_review(setting)}
    (test,) = (n for n, one in enumerate(done) if one.planned is not None and one.planned.intent.must_be_earned)
    assert Verdict.SERVED in found
    assert [kept[one.session.id] for one in done if one.session][:test] == list(found[:test])
    assert confidence_of(setting) == awareness(setting).confidence
