"""The channels of load that recordings give, and the envelope with its days."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from longgame.growth.channels import RecordedDay, Thresholds, channels
from longgame.growth.curve import WINDOW_DAYS, curves
from longgame.growth.endurance import endurance
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.recorded import Recorded, recorded
from longgame.record.streams import Streams
from tests.growth.test_endurance import rides

ON = date(2026, 5, 31)
OWN = Thresholds(60.0, 190.0, 140.0, 165.0, 250.0, 4.0)


def told(done, own=OWN):
    return {one.name: one for one in channels(done, ON, lambda _day: own)}


def test_published_points_come_out_of_recordings() -> None:
    t = np.arange(3600.0)
    beats = 150 + np.where(t % 2 == 0, 0.2, -0.2)
    found = told([RecordedDay(ON, Sport.RIDE, recorded(Streams(t, hr_bpm=beats, power_w=250 + t % 2), Sport.RIDE))])
    assert found["heart, Banister for men"].week == pytest.approx(100.44, abs=0.01)
    assert found["heart, Banister for women"].week == pytest.approx(113.52, abs=0.01)
    assert found["heart, Edwards"].week == pytest.approx(60 * 3)
    assert found["heart, Lucia"].week == pytest.approx(60 * 2)
    assert found["power, NP"].week == pytest.approx(100 * (250.5 / 250) ** 2, abs=0.01)
    assert found["running"].unknown == "it needs pace recorded, and the fact critical_speed"


def test_surges_weigh_as_published() -> None:
    surges = np.tile(np.repeat([300.0, 100.0], 60), 5) + 0.001 * (np.arange(600) % 2)
    found = recorded(Streams(np.arange(600.0), power_w=surges), Sport.RIDE)
    assert (found.weighted, found.x_power_w) == (pytest.approx(239.80, abs=0.005), pytest.approx(217.35, abs=0.01))
    (points,) = [one for one in channels([RecordedDay(ON, Sport.RIDE, found)], ON, lambda _d: OWN) if "NP" in one.name]
    assert points.week == pytest.approx(15.334, abs=0.001)


def test_a_threshold_counts_from_its_day_and_none_is_guessed() -> None:
    hour = Recorded(moving_s=3600.0, weighted=4.0)
    days = [RecordedDay(ON - timedelta(n), Sport.RUN, hour) for n in range(7)]
    found = {
        one.name: one for one in channels(days, ON, lambda day: Thresholds(critical_speed_m_s=5.0 if day < ON else 4.0))
    }
    assert found["running"].week == pytest.approx(100 + 6 * 64)
    assert found["running"].sessions == 7
    assert all(one.unknown for one in told(days, Thresholds()).values())


def test_a_constant_load_is_its_own_usual() -> None:
    hour = Recorded(moving_s=3600.0, weighted=250.0)
    found = told([RecordedDay(ON - timedelta(n), Sport.RIDE, hour) for n in range(200)])["power, NP"]
    assert (found.recent, found.week, found.sessions) == (pytest.approx(100), pytest.approx(700), 28)
    assert found.usual == pytest.approx(100 * (1 - (41 / 42) ** 182))


def test_the_envelope_names_days_and_earlier_stretches_stay() -> None:
    old, new = rides(260.0, first=0, seed=1), rides(240.0, first=200, seed=2)
    on = new[-1].day
    (one,) = curves([*old, *new], on)
    assert {best.day for best in one.now.bests} <= {ride.day for ride in new}
    assert {best.day for best in one.ever} <= {ride.day for ride in old}
    assert [before.on for before in one.earlier] == [on - timedelta(2 * WINDOW_DAYS)]
    assert one.critical.cp_w == pytest.approx(240, rel=0.01)
    assert one.critical.w_prime_j == pytest.approx(18_000, rel=0.05)


def test_a_sport_without_bests_has_no_curve_and_a_year_off_no_border() -> None:
    assert curves([], ON) == ()
    (one,) = curves(rides(260.0), date(2027, 12, 31))
    assert (one.now.bests, isinstance(one.critical, Unknown)) == ((), True)


def test_the_reserve_above_critical_power_is_followed_too() -> None:
    many = [ride for k in range(10) for ride in rides(220.0, 14_000.0 * 1.06**k, first=42 * k, seed=k)]
    found = {one.measure: one for one in endurance(many, date(2027, 12, 31))}["Ride, work above critical power (W′)"]
    assert found.unit == "J"
    assert found.now.median > found.then.median * 1.1
    assert "kJ now" in found.says
