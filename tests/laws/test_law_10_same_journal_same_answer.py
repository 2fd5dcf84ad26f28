"""Law 10: re-import, re-order, re-run, other time zone of the server, other machine: identical reviews."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.plan.planned import PlannedSession, StepRole
from longgame.purpose.intent import Intent
from longgame.purpose.rubrics import rubric_for
from longgame.record.session import Session
from longgame.review.engine import ENGINE_VERSION, review
from longgame.review.pairing import pair
from tests.strategies.build import DAY, START, effort, plan, session
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples

ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@pytest.mark.parametrize("intent", Intent)
@examples(4)
@given(data=st.data(), zone=ZONES)
def test_the_zone_a_moment_is_written_in_changes_nothing(intent: Intent, data: st.DataObject, zone: timezone) -> None:
    case = data.draw(worlds(intent)).case()
    assert case.session is not None
    elsewhere = replace(case, session=replace(case.session, start=case.session.start.astimezone(zone)))
    assert review(case) == review(elsewhere) == review(case)


@pytest.mark.parametrize("intent", Intent)
@examples(4)
@given(data=st.data())
def test_a_review_carries_the_version_of_its_rubric(intent: Intent, data: st.DataObject) -> None:
    got = review(data.draw(worlds(intent)).case())
    assert got.rubric_version == f"{ENGINE_VERSION}.{intent.value}.{rubric_for(intent).version}"


def planned_days() -> st.SearchStrategy[list[PlannedSession]]:
    """A few plans over two weeks."""
    one = st.tuples(st.integers(0, 13), st.sampled_from((Sport.RUN, Sport.RIDE)), st.sampled_from((20, 40, 90)))
    return st.lists(one, max_size=6).map(
        lambda rows: [
            plan(
                Intent.BASE,
                effort(1, StepRole.WORK, minutes * 60, sport=sport),
                id=PlannedId(f"p{i}"),
                day=DAY + timedelta(days=day),
                original_day=DAY + timedelta(days=day),
                sport=sport,
            )
            for i, (day, sport, minutes) in enumerate(rows)
        ]
    )


def done_days() -> st.SearchStrategy[list[Session]]:
    """A few sessions over the same two weeks."""
    one = st.tuples(st.integers(0, 13), st.sampled_from((Sport.RUN, Sport.RIDE, Sport.SWIM)), st.integers(10, 120))
    return st.lists(one, max_size=6).map(
        lambda rows: [
            session(
                sport,
                id=SessionId(f"s{i}"),
                local_day=DAY + timedelta(days=day),
                start=START + timedelta(days=day, minutes=minutes),
                duration_s=minutes * 60.0,
            )
            for i, (day, sport, minutes) in enumerate(rows)
        ]
    )


@examples(150)
@given(plans=planned_days(), sessions=done_days(), data=st.data())
def test_pairing_does_not_depend_on_the_order_of_the_journal(
    plans: list[PlannedSession], sessions: list[Session], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(plans)), data.draw(st.permutations(sessions))
    assert pair(*shuffled) == pair(plans, sessions)


@examples(150)
@given(plans=planned_days(), sessions=done_days(), zone=ZONES)
def test_pairing_does_not_depend_on_the_zone_moments_are_written_in(
    plans: list[PlannedSession], sessions: list[Session], zone: timezone
) -> None:
    elsewhere = [replace(one, start=one.start.astimezone(zone)) for one in sessions]
    assert pair(plans, elsewhere) == pair(plans, sessions)


@examples(150)
@given(plans=planned_days(), sessions=done_days())
def test_every_plan_and_every_session_is_paired_once(plans: list[PlannedSession], sessions: list[Session]) -> None:
    pairs = pair(plans, sessions)
    assert sorted(p.planned.id for p in pairs if p.planned is not None) == sorted(p.id for p in plans)
    assert sorted(p.session.id for p in pairs if p.session is not None) == sorted(s.id for s in sessions)


PROGRAM = """
import json
from tests.review.test_engine import cruise
from longgame.review.engine import review
from longgame.review.report import to_json
for rounds, pace in ((4, 3.33), (3, 3.42), (6, 3.5)):
    case = cruise(rounds, pace)
    print(json.dumps(to_json(review(case), case.planned, case.session)))
"""


def reviewed(zone: str, seed: str) -> bytes:
    """The reviews as a process of another zone and another hash seed prints them."""
    root = Path(__file__).parents[2]
    paths = os.pathsep.join((str(root), str(root / "src")))
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    return subprocess.run([sys.executable, "-c", PROGRAM], env=env, check=True, capture_output=True).stdout


def test_another_process_in_another_zone_prints_the_same_bytes() -> None:
    assert reviewed("UTC", "1") == reviewed("Pacific/Auckland", "2") != b""
