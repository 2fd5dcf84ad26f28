"""Sprints as they are run: fewer than planned, left out, walked, stopped at the drop, the watch held in the rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from longgame.record.session import Session
from longgame.record.streams import Streams
from tests.golden.coach import NOT, PARTLY, SERVED, SHORT, WITHIN, Golden, as_the_coach, day, told
from tests.strategies.build import column, felt, session

EIGHT = day("speed", "10 min run z1", "8 x ( 12 s run all out, 2 min easy )", "5 min run z1")
UNTIL = day(
    "speed", "10 min run z1", "8 x ( 12 s run all out, 2 min easy ) until a rep falls below 95 %", "5 min run z1"
)
ALONE = day("speed", "8 x ( 12 s run all out, 2 min easy )")

Piece = tuple[float, float]
SPRINT, WALK, STAND, IN, OUT = (12.0, 8.0), (120.0, 1.3), (120.0, 0.0), (600.0, 2.7), (300.0, 2.6)


def ran(*pieces: Piece) -> Session:
    """A run at these speeds, which no watch sees as steps: each is a mean of five seconds, and flickers."""
    raw = np.convolve(np.pad(column(pieces), 2, "edge"), np.full(5, 0.2), "valid")
    speed = np.maximum(0.0, raw * column([(len(raw), 1.0)], noise=0.04))
    streams = Streams(np.arange(float(len(speed))), speed_m_s=speed)
    return session(streams=streams, duration_s=float(len(speed)), distance_m=float(speed.sum()))


def held(run: Session, slower_than: float, after_s: float) -> Session:
    """The same run with a watch that holds whenever it goes slower than that."""
    assert run.streams is not None
    assert run.streams.speed_m_s is not None
    kept = (run.streams.speed_m_s >= slower_than) | (run.streams.t_s < after_s)
    streams = Streams(run.streams.t_s[kept], speed_m_s=run.streams.speed_m_s[kept])
    return replace(run, streams=streams, moving_s=float(kept.sum()))


def times(count: int, rest: Piece = WALK, sprint: Piece = SPRINT) -> Sequence[Piece]:
    """So many sprints, each with its rest."""
    return [sprint, rest] * count


CASES = [
    Golden("all eight, rests walked", EIGHT, ran(IN, *times(8), OUT), SERVED, WITHIN, "eight fast ones", felt(7)),
    Golden("all eight, standing between them", EIGHT, ran(IN, *times(8, STAND), OUT), SERVED, WITHIN,
           "standing is the fullest rest", felt(7)),
    Golden("all eight, the watch held in the rests", EIGHT, held(ran(IN, *times(8, STAND), OUT), 0.5, 610), SERVED,
           WITHIN, "two minutes stood are two minutes of rest, recorded or not", felt(7)),
    Golden("all eight, a longer way in", EIGHT, ran((900, 2.7), *times(8), OUT), SERVED, WITHIN,
           "five minutes more of jogging are no sprint", felt(7)),
    Golden("all eight, hardly any way in", EIGHT, ran((240, 2.7), *times(8), OUT), SERVED, WITHIN,
           "the sprints are all there", felt(7)),
    Golden("all eight, home right after the last", EIGHT, ran(IN, *times(7), SPRINT), SERVED, WITHIN,
           "after the last one there is nothing left to rest for", felt(7)),
    Golden("four of eight", EIGHT, ran(IN, *times(4), OUT), PARTLY, SHORT, "half of them; rest is no sprint", felt(6)),
    Golden("four of eight, standing between them", EIGHT, ran(IN, *times(4, STAND), OUT), PARTLY, SHORT,
           "half of them, however the rest was taken", felt(6)),
    Golden("two of eight, walking on", EIGHT, ran(IN, *times(2), (720, 1.3), OUT), PARTLY, SHORT,
           "two good ones; a walk of twelve minutes holds no more", felt(3)),
    Golden("the fourth left out, its rest walked", EIGHT, ran(IN, *times(3), (132, 1.3), *times(4), OUT), SERVED,
           WITHIN, "seven of eight, each as it should be, is near enough", felt(7)),
    Golden("four, and the rule said stop", UNTIL, ran(IN, *times(3), (12, 7.3), WALK, OUT), SERVED, WITHIN,
           "the fourth fell, and that was the end of it", felt(7)),
    Golden("four, and the rule said stop, standing", UNTIL, ran(IN, *times(3, STAND), (12, 7.3), STAND, OUT), SERVED,
           WITHIN, "the same, with rests stood", felt(7)),
    Golden("walked, with the rests jogged", EIGHT, ran(IN, *times(8, (120, 2.9), (12, 1.3)), OUT), NOT, SHORT,
           "a jog with walks in it holds no sprint", felt(3)),
    Golden("walked, with the rests jogged, no way in", ALONE, ran(*times(8, (120, 2.9), (12, 1.3))), NOT, SHORT,
           "a jog of two minutes is no sprint of twelve seconds", felt(3)),
    Golden("walked, with short rests jogged", day("speed", "10 min run z1", "8 x ( 12 s run all out, 20 s easy )"),
           ran(IN, *times(8, (20, 2.9), (12, 1.3))), NOT, SHORT, "no faster than the way in", felt(3)),
]  # fmt: skip


@told(CASES)
def test_the_engine_agrees_with_the_coach(golden: Golden) -> None:
    disagreement = as_the_coach(golden)
    assert disagreement is None
