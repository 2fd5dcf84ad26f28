"""A recorder that writes every other second tells the same day: nothing is counted in samples, all of it in seconds."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from longgame.record.session import Session
from longgame.record.streams import Streams
from longgame.review.engine import review
from longgame.review.model import Review
from tests.review.test_told_at_the_bounds import CASES as AT_THE_BOUNDS
from tests.review.test_told_at_the_edges import CASES as AT_THE_EDGES
from tests.review.test_told_of_easy_days import CASES as EASY_DAYS
from tests.review.test_told_of_hard_days import CASES as HARD_DAYS
from tests.review.told import Told


def every_other(session: Session) -> Session:
    """The same session, recorded every two seconds."""
    assert session.streams is not None
    columns = {one.name: getattr(session.streams, one.name) for one in fields(Streams)}
    thinned = {name: None if column is None else column[::2] for name, column in columns.items()}
    return replace(session, streams=Streams(**thinned))


def rows(one: Review) -> dict[str, tuple[float | None, float | None]]:
    """Value and score of each row."""
    return {
        row.name: (None if row.value is None else float(row.value), None if row.score is None else float(row.score))
        for row in one.criteria
    }


CASES = [
    told
    for told in (*AT_THE_BOUNDS, *AT_THE_EDGES, *EASY_DAYS, *HARD_DAYS)
    if told.case.session is not None and told.case.session.streams is not None and len(told.case.session.streams) > 60
]


@pytest.mark.parametrize("told", CASES, ids=lambda told: told.id)
def test_half_the_samples_tell_the_same(told: Told) -> None:
    assert told.case.session is not None
    fine, coarse = review(told.case), review(replace(told.case, session=every_other(told.case.session)))
    assert (coarse.verdict, coarse.manner) == (fine.verdict, fine.manner)
    for name, told_finely in rows(fine).items():
        for one, other, width in zip(told_finely, rows(coarse)[name], (0.02, 0.04), strict=True):
            assert (one is None) is (other is None), name
            assert one is None or other == pytest.approx(one, abs=width, rel=0.02), name
