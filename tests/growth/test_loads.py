"""The load of a week beside the athlete's own usual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from longgame.growth.loads import load_on
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from tests.growth.test_how_far import START, gym

EFFORTS = (600.0, 300.0, 0.0, 450.0, 0.0, 700.0, 0.0)


def trained(weeks):
    """Each week the published example: 600, 300, 0, 450, 0, 700, 0 points."""
    pairs = []
    for week in range(weeks):
        for n, points in enumerate(EFFORTS):
            if points:
                session = replace(gym(7 * week + n, "Bench Press (Barbell)", 80), duration_s=points / 5 * 60)
                pairs.append((session, 5.0))
    return [session for session, _ in pairs], pairs


def test_a_week_of_the_published_example() -> None:
    sessions, efforts = trained(12)
    found = load_on(sessions, efforts, START + timedelta(12 * 7 - 1))
    assert found.week == pytest.approx(2050)
    assert found.monotony == pytest.approx(1.052, abs=5e-4)
    assert found.strain == pytest.approx(2157, abs=0.5)
    assert found.monotony_rank == pytest.approx(0.5)
    assert found.not_counted == 0
    assert {one.pattern: one.sets for one in found.patterns} == {"push": 12.0}
    assert {one.pattern: one.sets for one in found.muscles}["triceps"] == 6.0


def test_a_harder_week_ranks_above_the_own_past_and_few_weeks_do_not_rank() -> None:
    sessions, efforts = trained(12)
    harder = [(one, felt * (2 if one.local_day >= START + timedelta(77) else 1)) for one, felt in efforts]
    assert load_on(sessions, harder, START + timedelta(83)).strain_rank == 1.0
    assert isinstance(load_on(sessions, efforts, START + timedelta(20)).strain_rank, Unknown)


def test_sessions_without_an_effort_are_counted_as_not_counted() -> None:
    sessions, efforts = trained(2)
    found = load_on(sessions, efforts[:-1], START + timedelta(13))
    assert found.not_counted == 1
    assert isinstance(load_on([], [], START), Unknown)


def test_one_long_run_is_a_spike_and_a_tenth_more_is_not() -> None:
    days = (0, 5, 10, 20)

    def run(n: int, km: float):
        return replace(gym(n, "x", 1), sport=Sport.RUN, sets=(), distance_m=km * 1000)

    usual = [run(n, 10.0) for n in days]
    (spike,) = load_on([*usual, run(25, 13.0)], [], START + timedelta(25)).spikes
    assert (spike.day, round(spike.excess, 3)) == (START + timedelta(25), 0.3)
    assert load_on([*usual, run(25, 10.9)], [], START + timedelta(25)).spikes == ()
    assert load_on(usual, [], date(2026, 1, 4)) == Unknown("nothing has been done yet")
