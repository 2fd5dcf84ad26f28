"""Kept reviews are the reviews there are: after any changes, in any order, and recomputed to the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.app import stored_reviews
from longgame.app.correct_alignment import correct_step
from longgame.app.profile import be_excused, tell_fact
from longgame.app.promises import dated_plans
from longgame.app.reflect import reflect
from longgame.app.review_session import review_all, review_which
from longgame.app.setting import Setting, live_in
from longgame.app.stored_reviews import every_review, kept_review, recompute, review_of, reviews_between
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import ContentHash, SessionId
from longgame.record.profile import Excuse, ExcuseKind
from longgame.record.reflection import After, Before
from longgame.review.case import StepCorrection
from longgame.store.entries import BatchId, Derived, Move, PairingChoice, Support
from longgame.store.journal import open_store
from longgame.store.sessions import SqlSessions
from tests.app.made import EASY_PLAN, lifted, ride, steady

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAYS = [date(2026, 11, day) for day in (3, 8, 10, 11, 17, 18)]
"""Few, so that changes meet."""
TUESDAY = "2026-11-17"
PLANS = (
    EASY_PLAN,
    EASY_PLAN.replace("55..65 min", "25..35 min"),
    EASY_PLAN.replace("hr 110..140 bpm", "hr z1..z2"),
    EASY_PLAN.replace("2026-11-02 .. 2026-11-29", "2026-10-26 .. 2026-11-22"),
    EASY_PLAN.replace("  Sun rest", '  Thu "Push" strength\n    Bench Press 3 x 5 @ 80 kg rir 1..3\n  Sun rest'),
)
Deed = Callable[[Setting], object]


def _planned_on(setting: Setting, day: date) -> str | None:
    return next((one.id for plan in dated_plans(setting) for one in plan.on(day)), None)


def _move(day: date, by: int) -> Deed:
    def deed(setting: Setting) -> None:
        planned = _planned_on(setting, day)
        if planned is not None:
            setting.journal.plans.move(Move(planned, day + timedelta(days=by), NOW))  # type: ignore[arg-type]  # an id

    return deed


def _pair(day: date, name: str) -> Deed:
    def deed(setting: Setting) -> None:
        planned = _planned_on(setting, day - timedelta(days=day.weekday() - 1))
        choice = PairingChoice(SessionId(f"{name}-{day}"), planned, NOW)  # type: ignore[arg-type]  # an id
        setting.journal.pairings.choose(choice)

    return deed


def _import(day: date, batch: str) -> Deed:
    def deed(setting: Setting) -> None:
        session = ride(day.isoformat(), steady(150), 20, "read")
        setting.journal.sessions.add(session, Support(session.sources[0].original, BatchId(batch)))

    return deed


def _correct(day: date, name: str) -> Deed:
    def deed(setting: Setting) -> None:
        session = SessionId(f"{name}-{day}")
        if setting.journal.sessions.head(session) is not None:
            correct_step(setting, session, StepCorrection(1, 60.0, 600.0))

    return deed


days = st.sampled_from(DAYS)
minutes = st.sampled_from((20, 60, 90))
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(
        lambda day, long, bpm: lambda s: s.journal.sessions.put(ride(day.isoformat(), steady(bpm), long)),
        days,
        minutes,
        st.sampled_from((125, 165)),
    ),
    st.builds(lambda day: lambda s: s.journal.sessions.put(lifted(day.isoformat(), "Bench Press", (5, 5, 0))), days),
    st.builds(lambda day: lambda s: s.journal.sessions.remove(SessionId(f"ride-{day}")), days),
    st.builds(
        lambda day, effort: lambda s: reflect(s, After(NOW, effort=effort), day), days, st.sampled_from((2.0, 8.0))
    ),
    st.builds(lambda day: lambda s: reflect(s, Before(NOW, low_day=True), day), days),
    st.builds(
        lambda text, day: lambda s: use_plan(s, "p", text, datetime(day.year, day.month, day.day, 3, tzinfo=UTC)),
        st.sampled_from(PLANS),
        days,
    ),
    st.builds(lambda day, bpm: lambda s: tell_fact(s, "threshold_hr", bpm, day), days, st.sampled_from((150, 170))),
    st.builds(lambda day: lambda s: be_excused(s, "ill", day, day + timedelta(days=3)), days),
    st.builds(
        lambda day: lambda s: s.journal.days.withdraw_excuse(Excuse(ExcuseKind.ILL, day, day + timedelta(days=3)), NOW),
        days,
    ),
    st.builds(_move, days, st.sampled_from((-2, 1, 5))),
    st.builds(_pair, days, st.sampled_from(("ride", "lift", "read"))),
    st.builds(lambda day: lambda s: s.journal.pairings.undo(SessionId(f"ride-{day}"), NOW), days),
    st.builds(_correct, days, st.sampled_from(("ride", "read"))),
    st.builds(
        lambda day: lambda s: reflect(s, Before(datetime(2026, 11, 1, tzinfo=UTC), adaptation="20 min ride"), day), days
    ),
    st.builds(_import, days, st.sampled_from(("one", "two"))),
    st.builds(lambda batch: lambda s: s.journal.imports.withdraw(BatchId(batch), NOW), st.sampled_from(("one", "two"))),
    st.builds(lambda zone: lambda s: live_in(s, zone), st.sampled_from(("UTC", "Asia/Tokyo"))),
)


@settings(max_examples=10, deadline=None)
@given(st.lists(deeds, min_size=1, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_after_any_changes_the_kept_reviews_are_what_a_fresh_look_gives(done: list[Deed], looks: list[bool]) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        setting = Setting(store.journal(), FixedClock(NOW))
        use_plan(setting, "p", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
        for deed, look in zip(done, looks, strict=False):
            deed(setting)
            if look:
                every_review(setting)
        kept, fresh = every_review(setting), review_all(setting)
        assert [kept_review(setting, one.review) for one in kept] == [one.review for one in fresh]
        assert [(one.day, one.session, one.planned, one.execution) for one in kept] == [
            (one.day, one.review.session, one.review.planned, one.review.execution) for one in fresh
        ]
        before = _bytes(setting)
        recompute(setting)
        assert _bytes(setting) == before


def _bytes(setting: Setting) -> tuple[Derived, ...]:
    return tuple(one for kind in ("week of reviews", "review") for one in setting.journal.derived.of_kind(kind))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[SessionId]:
    """The sessions whose streams were read."""
    found: list[SessionId] = []
    read = SqlSessions.streams

    def reading(self: SqlSessions, session: SessionId, channels: tuple[str, ...] | None = None) -> object:
        found.append(session)
        return read(self, session, channels)

    monkeypatch.setattr(SqlSessions, "streams", reading)
    return found


def test_streams_are_read_only_for_what_a_change_made_new(setting: Setting, reads: list[SessionId]) -> None:
    use_plan(setting, "autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    for day in ("2026-11-03", "2026-11-10", TUESDAY):
        setting.journal.sessions.put(ride(day, steady(128)))
    every_review(setting)
    assert sorted(reads) == ["ride-2026-11-03", "ride-2026-11-10", "ride-2026-11-17"]
    reads.clear()
    every_review(setting)
    assert reads == []
    reflect(setting, After(NOW, effort=3.0), date(2026, 11, 10))
    every_review(setting)
    assert reads == ["ride-2026-11-10", "ride-2026-11-17"], "the later one has the earlier one in its past"


def test_a_change_leaves_the_weeks_before_it_alone(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    every_review(setting)
    reflect(setting, After(NOW, effort=3.0), date(2026, 11, 22))
    weeks = [one.key for one in setting.journal.derived.of_kind(stored_reviews.WEEK)]
    assert weeks == ["2026-11-02"], "later weeks could carry what was done beyond the plan"


def test_what_was_computed_before_a_change_is_not_kept_after_it(setting: Setting) -> None:
    before = setting.journal.derived.changes()
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    stale = Derived("week of reviews", "2026-11-16", b"[]", ContentHash("i" * 64), "e")
    assert setting.journal.derived.save_unchanged([stale], before) is False
    assert setting.journal.derived.of_kind("week of reviews") == ()
    assert setting.journal.derived.save_unchanged([stale], setting.journal.derived.changes()) is True


def test_no_waste_is_left_behind(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    setting.journal.sessions.put(ride(TUESDAY, steady(128)))
    for effort in (1.0, 2.0, 3.0):
        reflect(setting, After(NOW, effort=effort), date.fromisoformat(TUESDAY))
        named = {one.review for one in every_review(setting)}
        assert {one.key for one in setting.journal.derived.of_kind("review")} == named


def test_the_week_that_is_not_over_is_looked_at_anew_each_day(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    week = (date(2026, 11, 23), date(2026, 11, 29))
    assert reviews_between(setting, *week) == ()
    later = Setting(setting.journal, FixedClock(NOW + timedelta(days=2)))
    assert [one.day for one in reviews_between(later, *week)] == [date(2026, 11, 24)]


def test_a_whole_review_is_what_reviewing_it_gives(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    for day in ("2026-11-03", "2026-11-10", TUESDAY):
        setting.journal.sessions.put(ride(day, steady(128)))
        reflect(setting, After(NOW, effort=3.0), date.fromisoformat(day))
    every_review(setting)
    (fresh,) = review_which(setting, TUESDAY)
    kept = review_of(setting, f"ride-{TUESDAY}")
    assert kept is not None
    assert (kept.review, kept.day) == (fresh.review, fresh.day)
    assert (kept.case.history, kept.case.anchors) == (fresh.case.history, fresh.case.anchors)
    assert kept.session is not None
    assert kept.session.streams is not None
    rest = next(one for one in every_review(setting) if one.session is None)
    assert rest.planned is not None
    assert review_of(setting, rest.planned) is not None
    assert review_of(setting, "nobody") is None
