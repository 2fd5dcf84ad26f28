"""Work logged in words: which session it goes to, where the top of the day's bounds is, and taking a set back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from longgame.app.log_set import log_head, times_past
from longgame.app.log_work import AtTheTop, NotClear, log_work, take_back_last
from longgame.app.review_session import review_days
from longgame.app.setting import Setting
from longgame.app.told_work import ToldWork, told_work
from longgame.app.write_plan import use_plan
from longgame.doors.wiring import open_setting
from longgame.kernel.ids import SessionId
from longgame.kernel.sport import Sport
from longgame.record.live import LoggedHead

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
PLAN = """longgame plan 1

season "Bar"  2026-11-23 .. 2027-01-31
  goal pullup "Ten strict pull-ups"  10 reps of Pull-up  by 2027-01-30

block "Foundation"  6 weeks   serves pullup
  Thu "Easy"  base
    30..40 min run  rpe 2..3
  Thu "Pull"  strength for pullup
    Pull-up      2..3 x 4..6
    Barbell Row  2 x 8
"""


@pytest.fixture
def setting(tmp_path: Path) -> Iterator[Setting]:
    with open_setting(tmp_path / "journal", NOW) as opened:
        use_plan(opened, "bar", PLAN, datetime(2026, 11, 23, tzinfo=UTC))
        yield opened


def test_sets_go_to_the_promise_that_asks_for_them_and_then_to_the_open_session(setting: Setting) -> None:
    first = log_work(setting, told_work("Pull-up  1 x 5"), NOW)
    second = log_work(setting, told_work("Pull-up  1 x 4"), NOW)
    assert (first.title, second.session, [one.reps for one in second.sets]) == ("Pull", first.session, [5, 4])
    (stored,) = setting.journal.sessions.between(NOW.date(), NOW.date())
    assert (stored.sport, stored.start, [one.reps for one in stored.sets]) == (Sport.STRENGTH, NOW, [5, 4])


def test_a_run_is_a_session_of_its_own_that_is_over(setting: Setting) -> None:
    log_work(setting, told_work("Pull-up  1 x 5"), NOW)
    run = log_work(setting, told_work("35 min run  rpe 3"), NOW)
    stored = {one.id: one for one in setting.journal.sessions.between(NOW.date(), NOW.date())}[run.session]
    assert (run.title, stored.sport, stored.duration_s, stored.rpe) == ("Easy", Sport.RUN, 2100.0, 3.0)
    assert log_work(setting, told_work("Pull-up  1 x 4"), NOW).title == "Pull"


def test_the_top_is_named_where_it_is_reached(setting: Setting) -> None:
    assert log_work(setting, told_work("Pull-up  2 x 5"), NOW).top == ()
    assert log_work(setting, told_work("Pull-up  1 x 5"), NOW).top == ("Pull-up",)
    whole = log_work(setting, told_work("Barbell Row  2 x 8"), NOW)
    assert (whole.top, whole.whole_day) == (("Barbell Row", "Pull-up"), True)


def test_past_the_top_nothing_is_kept_until_it_is_meant(setting: Setting) -> None:
    session = log_work(setting, told_work("Pull-up  3 x 5"), NOW).session
    with pytest.raises(AtTheTop) as top:
        log_work(setting, told_work("pullup  1 x 5"), NOW)
    assert (top.value.what, len(setting.journal.live.sets(session)), times_past(setting, session)) == (
        ("Pull-up",),
        3,
        (),
    )
    beyond = log_work(setting, told_work("pullup  1 x 5"), NOW, past=True)
    assert (beyond.past, len(beyond.sets), times_past(setting, session)) == (("Pull-up",), 4, ("Pull-up",))


def test_warm_ups_do_not_count_against_the_bounds(setting: Setting) -> None:
    logged = log_work(setting, told_work("warm up Pull-up  2 x 3\nPull-up  3 x 5"), NOW)
    assert (logged.past, logged.top) == ((), ("Pull-up",))


def test_what_no_promise_asks_for_is_logged_all_the_same(setting: Setting) -> None:
    logged = log_work(setting, told_work("Back Squat  5 x 5 @ 80 kg"), NOW)
    assert (logged.title, len(logged.sets), logged.top) == (None, 5, ())


def test_the_set_said_last_is_taken_back(setting: Setting) -> None:
    log_work(setting, told_work("Pull-up  1 x 5"), NOW)
    session = log_work(setting, told_work("Pull-up  1 x 4"), NOW).session
    assert take_back_last(setting, NOW).reps == 4
    assert [one.done.reps for one in setting.journal.live.sets(session) if one.done] == [5]
    take_back_last(setting, NOW)
    with pytest.raises(NotClear, match="no set of an open session"):
        take_back_last(setting, NOW)


def test_saying_how_long_it_took_closes_the_session_and_its_review_stands(setting: Setting) -> None:
    session = log_work(setting, told_work("Pull-up  3 x 5\nBarbell Row  2 x 8"), NOW).session
    log_work(setting, told_work("Pull-up  1 x 5"), NOW, past=True, took_s=2400.0)
    reviewed = {one.session.id: one for one in review_days(setting, NOW.date(), NOW.date()) if one.session}[session]
    assert reviewed.session is not None
    assert (reviewed.session.duration_s, reviewed.planned and reviewed.planned.title) == (2400.0, "Pull")
    with pytest.raises(NotClear, match="no session of this day is open"):
        log_work(setting, ToldWork(()), NOW, took_s=60.0)


def test_of_two_open_sessions_one_has_to_be_named(setting: Setting) -> None:
    first = log_work(setting, told_work("Pull-up  1 x 5"), NOW).session
    log_head(setting, SessionId("other"), LoggedHead(NOW, NOW, NOW.date(), Sport.STRENGTH))
    with pytest.raises(NotClear, match="several sessions are open"):
        log_work(setting, told_work("Pull-up  1 x 5"), NOW)
    assert log_work(setting, told_work("Pull-up  1 x 5"), NOW, session=first).session == first
    with pytest.raises(NotClear, match="is called nowhere"):
        log_work(setting, told_work("Pull-up  1 x 5"), NOW, session=SessionId("nowhere"))
