"""Logging live: sets come together in one session, and a file of the same session joins it."""

from dataclasses import replace
from datetime import timedelta

from longgame.app.log_set import log_head, log_set
from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.kernel.sport import Sport
from longgame.record.live import LoggedHead, LoggedSet
from tests.app.made import lifted

FROM_FILE = lifted("2026-11-21", "Squat", (5, 5, 5))
LIVE = SessionId("live-1")
HEAD = LoggedHead(
    FROM_FILE.start, FROM_FILE.start, FROM_FILE.local_day, Sport.STRENGTH, duration_s=FROM_FILE.duration_s
)


def said(number: int) -> LoggedSet:
    at = FROM_FILE.start + timedelta(minutes=number)
    return LoggedSet(f"set {number}", at, at, FROM_FILE.sets[number])


def test_sets_of_two_devices_are_one_session(setting: Setting) -> None:
    assert log_set(setting, LIVE, said(1)) is True
    assert log_head(setting, LIVE, HEAD) is True
    assert [log_set(setting, LIVE, said(n)) for n in (0, 2, 1)] == [True, True, False]
    found = setting.journal.sessions.get(LIVE)
    assert found is not None
    assert found.sets == FROM_FILE.sets


def test_a_head_said_anew_moves_the_session_to_its_day(setting: Setting) -> None:
    log_head(setting, LIVE, HEAD)
    earlier = timedelta(days=3)
    log_head(
        setting,
        LIVE,
        replace(
            HEAD,
            said_at=HEAD.said_at + timedelta(hours=1),
            start=HEAD.start - earlier,
            local_day=HEAD.local_day - earlier,
        ),
    )
    assert [head.local_day for head in setting.journal.sessions.heads()] == [HEAD.local_day - earlier]
