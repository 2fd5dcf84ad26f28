"""The day a session lies on: fixed by its source and the athlete's home, moved by nothing afterwards."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from longgame.app.import_files import import_files
from tests.app.importing.activity_files import gpx, hevy
from tests.app.importing.conftest import CONTEXT, NOW, Importing


@pytest.mark.parametrize(
    ("home", "start", "day", "offset_h"),
    [
        ("Europe/Berlin", datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29), 1),
        ("Europe/Berlin", datetime(2026, 3, 29, 1, 0, tzinfo=UTC), date(2026, 3, 29), 2),
        ("Europe/Berlin", datetime(2026, 3, 29, 22, 30, tzinfo=UTC), date(2026, 3, 30), 2),
        ("Pacific/Auckland", datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29), 13),
        ("America/Los_Angeles", datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 28), -7),
    ],
)
def test_a_moment_in_utc_lies_on_the_day_it_was_at_home(
    importing: Importing, home: str, start: datetime, day: date, offset_h: float
) -> None:
    path = importing.lay("run.gpx", gpx(start))
    import_files(importing.journal, [path], replace(CONTEXT, zone=ZoneInfo(home)), NOW)
    (head,) = importing.journal.sessions.heads()
    offset = head.start.utcoffset()
    assert offset is not None
    assert (head.start, head.local_day, offset.total_seconds() / 3600) == (start, day, offset_h)


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        (datetime(2026, 3, 29, 1, 59, tzinfo=UTC), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (datetime(2026, 3, 29, 2, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (datetime(2026, 3, 29, 3, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
    ids=["before the leap", "skipped", "after the leap", "passed twice", "after the fall"],
)
def test_a_local_time_around_the_clock_change(importing: Importing, local: datetime, moment: datetime) -> None:
    importing.bring_in(importing.lay("lifts.csv", hevy(1, first_day=local)))
    (head,) = importing.journal.sessions.heads()
    assert (head.start, head.local_day) == (moment, local.date())


def test_moving_home_moves_no_session(importing: Importing) -> None:
    path = importing.lay("run.gpx", gpx(datetime(2026, 3, 28, 23, 30, tzinfo=UTC)))
    importing.bring_in(path)
    import_files(importing.journal, [path], replace(CONTEXT, zone=ZoneInfo("America/Los_Angeles")), NOW)
    (head,) = importing.journal.sessions.heads()
    assert head.local_day == date(2026, 3, 29)
