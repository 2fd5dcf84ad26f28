"""Law 3: S of one athlete is unchanged by any change to any other athlete's data."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.ids import AthleteId, SessionId
from longgame.kernel.sport import MovementPattern, Sport
from longgame.purpose.intent import Intent
from longgame.review import case, history, model
from longgame.review.engine import review
from longgame.review.history import PastSession, summarise
from tests.strategies.build import DAY
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples

ME, OTHER = AthleteId("me"), AthleteId("other")


def pasts(athlete: AthleteId) -> st.SearchStrategy[list[PastSession]]:
    """Any past of one athlete."""
    one = st.builds(
        PastSession,
        st.just(athlete),
        st.integers(0, 10**6).map(lambda n: SessionId(f"{athlete}-{n}")),
        st.integers(0, 60).map(lambda days: DAY - timedelta(days=days)),
        st.sampled_from((Sport.RUN, Sport.STRENGTH)),
        duration_s=st.one_of(st.none(), st.floats(600, 9000)),
        distance_m=st.one_of(st.none(), st.floats(1000, 30000)),
        rpe=st.one_of(st.none(), st.floats(0, 10)),
        load_au=st.one_of(st.none(), st.floats(10, 900)),
        clean_share=st.one_of(st.none(), st.floats(0, 1)),
        failures=st.sampled_from(((), ((MovementPattern.PULL, 2),))),
    )
    return st.lists(one, max_size=12)


@examples(100)
@given(mine=pasts(ME), theirs=pasts(OTHER), changed=pasts(OTHER))
def test_the_history_of_one_holds_nothing_of_another(
    mine: list[PastSession], theirs: list[PastSession], changed: list[PastSession]
) -> None:
    assert summarise(ME, DAY, [*theirs, *mine]) == summarise(ME, DAY, [*mine, *changed]) == summarise(ME, DAY, mine)


@pytest.mark.parametrize("intent", Intent)
@examples(4)
@given(data=st.data(), mine=pasts(ME), theirs=pasts(OTHER))
def test_a_review_is_the_same_whoever_else_trains(
    intent: Intent, data: st.DataObject, mine: list[PastSession], theirs: list[PastSession]
) -> None:
    seen = data.draw(worlds(intent)).case()
    alone = review(dataclasses.replace(seen, history=summarise(ME, DAY, mine)))
    together = review(dataclasses.replace(seen, history=summarise(ME, DAY, theirs + mine)))
    assert alone == together


@examples(50)
@given(mine=pasts(ME), days=st.integers(0, 40))
def test_the_future_is_not_the_past(mine: list[PastSession], days: int) -> None:
    on = date.fromordinal(DAY.toordinal() - days)
    assert summarise(ME, on, mine) == summarise(ME, on, [one for one in mine if one.day < on])


def test_no_type_of_the_review_can_hold_a_rank() -> None:
    names = {
        field.name
        for module in (case, history, model)
        for kind in vars(module).values()
        if dataclasses.is_dataclass(kind)
        for field in dataclasses.fields(kind)
    }
    assert names & {"rank", "percentile", "leaderboard", "others", "peers", "place"} == set()
