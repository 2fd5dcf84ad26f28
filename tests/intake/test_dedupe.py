"""Which recordings are of one session: decided by what they tell, never by the order in which they came."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.dedupe import Candidate, grouped, newest, same_session
from longgame.kernel.ids import ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.record.heads import SessionHead

START = datetime(2026, 3, 1, 7, tzinfo=UTC)
DAY = date(2026, 3, 1)


def candidate(
    name: str,
    *,
    reader: str = "fit",
    after_s: float = 0,
    duration_s: float | None = 3600,
    distance_m: float | None = 10_000,
    sport: Sport = Sport.RUN,
    start_known: bool = True,
) -> Candidate:
    head = SessionHead(
        id=SessionId(name),
        start=START + timedelta(seconds=after_s),
        local_day=DAY,
        sport=sport,
        content=ContentHash(name),
        duration_s=duration_s,
        distance_m=distance_m,
        start_known=start_known,
        sources=(reader,),
    )
    return Candidate(head, frozenset({ContentHash(f"file of {name}")}))


WATCH = candidate("watch")


@pytest.mark.parametrize(
    ("other", "one_session"),
    [
        (candidate("second watch", after_s=30, duration_s=3580), True),
        (candidate("second watch", after_s=700), True),
        (candidate("second watch", after_s=900), False),
        (candidate("pauses left out", after_s=20, duration_s=2700), True),
        (candidate("half of it", after_s=20, duration_s=1800, distance_m=5000), False),
        (candidate("a ride", sport=Sport.RIDE), False),
        (candidate("a walk by the phone's guess", sport=Sport.WALK), True),
        (candidate("of no known kind", sport=Sport.OTHER), True),
        (candidate("no length", duration_s=None, after_s=100), True),
        (candidate("no length, other distance", duration_s=None, distance_m=8000), False),
        (candidate("no length, later", duration_s=None, after_s=130), False),
        (candidate("a day's entry", reader="list", start_known=False, after_s=18_000), True),
        (candidate("a day's longer entry", reader="list", start_known=False, duration_s=3900), False),
        (
            candidate("a day's entry of nothing", reader="list", start_known=False, duration_s=None, distance_m=None),
            False,
        ),
    ],
    ids=lambda value: value.head.id if isinstance(value, Candidate) else "",
)
def test_a_pair_is_judged_alike_from_both_sides(other: Candidate, one_session: bool) -> None:
    assert ((same_session(WATCH, other) is not None), (same_session(other, WATCH) is not None)) == (
        one_session,
        one_session,
    )


def test_two_recordings_of_one_file_are_two_sessions() -> None:
    other = replace(candidate("other"), originals=WATCH.originals)
    assert same_session(WATCH, other) is None


def test_two_entries_of_one_apps_list_are_two_sessions() -> None:
    assert same_session(candidate("a", reader="hevy"), candidate("b", reader="hevy", after_s=10)) is None


def test_a_list_that_names_the_file_is_believed_before_the_clock() -> None:
    recording = replace(candidate("recording"), paths=frozenset({"export.zip/activities/77.fit.gz"}))
    line = replace(candidate("line", reader="strava", after_s=7200), names_file="activities/77.fit.gz")
    other = replace(candidate("other line", reader="strava", after_s=7200), names_file="activities/7.fit.gz")
    assert same_session(line, recording) == "one names the other's file"
    assert same_session(other, recording) is None


def test_a_days_entry_that_fits_two_sessions_equally_joins_neither() -> None:
    morning, evening = candidate("morning"), candidate("evening", after_s=36_000)
    entry = candidate("entry", reader="list", start_known=False)
    assert sorted(group.ids for group in grouped([morning, evening, entry])) == [("entry",), ("evening",), ("morning",)]


def test_a_days_entry_joins_the_one_it_fits_better() -> None:
    morning, evening = candidate("morning", duration_s=3650), candidate("evening", after_s=36_000)
    entry = candidate("entry", reader="list", start_known=False)
    assert sorted(group.ids for group in grouped([morning, evening, entry])) == [("entry", "evening"), ("morning",)]


def test_a_third_does_not_join_two_that_can_never_be_one() -> None:
    first = candidate("first", reader="hevy", sport=Sport.STRENGTH)
    second = candidate("second", reader="hevy", sport=Sport.STRENGTH, after_s=300)
    watch = candidate("watch", sport=Sport.STRENGTH, after_s=150)
    groups = [set(group.ids) for group in grouped([first, second, watch])]
    assert {"first", "second"} not in [group & {"first", "second"} for group in groups]


candidates = st.builds(
    candidate,
    st.uuids().map(str),
    reader=st.sampled_from(["fit", "gpx", "hevy", "list"]),
    after_s=st.sampled_from([0, 20, 100, 500, 900, 4000]),
    duration_s=st.sampled_from([None, 1800, 2700, 3600]),
    distance_m=st.sampled_from([None, 5000, 10_000]),
    sport=st.sampled_from([Sport.RUN, Sport.RIDE, Sport.OTHER]),
    start_known=st.booleans(),
)


@given(st.lists(candidates, max_size=7))
@settings(max_examples=150, deadline=None)
def test_the_order_of_arrival_changes_nothing(recordings: list[Candidate]) -> None:
    shuffled = sorted(recordings, key=lambda one: one.head.id, reverse=True)
    assert grouped(recordings) == grouped(shuffled)
    members = [one.head.id for group in grouped(recordings) for one in group.members]
    assert sorted(members) == sorted(one.head.id for one in recordings)


def test_of_two_exports_of_one_entry_the_newer_counts() -> None:
    january = replace(candidate("lift"), exported_until=START)
    february = replace(
        candidate("lift"),
        head=replace(candidate("lift").head, content=ContentHash("x")),
        exported_until=START.replace(month=4),
    )
    assert newest((january, february)) == newest((february, january)) == (february,)
