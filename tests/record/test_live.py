"""Sets from several devices come together to one session, whatever the order and however often they arrive."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from longgame.record.live import LoggedSet, standing_sets
from longgame.record.sets import StrengthSet

START = datetime(2026, 3, 1, 18, tzinfo=UTC)
moments = st.integers(0, 5).map(lambda minutes: START + timedelta(minutes=minutes))
sayings = st.lists(
    st.builds(
        LoggedSet,
        uuid=st.sampled_from("abc"),
        said_at=moments,
        done_at=moments,
        done=st.none() | st.builds(StrengthSet, exercise=st.just("Squat"), reps=st.integers(0, 5)),
    ),
    max_size=8,
)


@given(st.data(), sayings)
def test_order_and_repetition_do_not_matter(data: st.DataObject, said: list[LoggedSet]) -> None:
    shuffled = data.draw(st.permutations([*said, *said]))
    assert standing_sets(shuffled) == standing_sets(said)


@given(sayings, sayings)
def test_what_two_devices_merged_stands_as_if_one_had_heard_all(one: list[LoggedSet], other: list[LoggedSet]) -> None:
    """Taken-back sets must travel too, so devices exchange sayings and not sessions."""
    assert standing_sets([*one, *other]) == standing_sets([*other, *one])


@given(sayings)
def test_no_set_is_lost_unless_it_was_taken_back(said: list[LoggedSet]) -> None:
    standing = {one.uuid: one for one in standing_sets(said)}
    for uuid in {one.uuid for one in said}:
        latest = max(one.said_at for one in said if one.uuid == uuid)
        last = [one for one in said if one.uuid == uuid and one.said_at == latest]
        assert (uuid in standing) == any(one.done is not None for one in last)
        assert uuid not in standing or standing[uuid] in last


def test_sets_stand_in_the_order_in_which_they_were_done() -> None:
    squat = StrengthSet("Squat", 5)
    said = [
        LoggedSet(name, START + timedelta(minutes=9), START + timedelta(minutes=n), squat)
        for n, name in enumerate("cab")
    ]
    assert [one.uuid for one in standing_sets(reversed(said))] == ["c", "a", "b"]
