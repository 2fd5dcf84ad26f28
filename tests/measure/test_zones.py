"""Zones: borders where the schemes put them, no hole between neighbours, all time counted once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.interval import Interval
from longgame.measure import zones


def test_heart_rate_zones_from_maximum_are_tenths():
    assert zones.hr_zones_from_max(200) == (
        Interval(100, 120),
        Interval(120, 140),
        Interval(140, 160),
        Interval(160, 180),
        Interval(180, None),
    )


def test_power_zones_of_two_hundred_watts():
    assert [zone.ceiling for zone in zones.power_zones(200)] == pytest.approx([110, 150, 180, 210, 240, 300, None])


def test_two_thresholds_are_the_tops_of_the_second_and_third_zone():
    found = zones.hr_zones_from_two_thresholds(150, 174)
    assert (found[1].ceiling, found[2].ceiling) == (150, 174)


def test_upside_down_thresholds_break_the_contract():
    with pytest.raises(ValueError, match="first threshold"):
        zones.hr_zones_from_two_thresholds(170, 150)


@given(st.floats(20, 500))
def test_neighbours_share_their_border_and_zones_rise(anchor):
    for scheme in (zones.hr_zones_from_threshold, zones.hr_zones_from_max, zones.power_zones, zones.speed_zones):
        found = scheme(anchor)
        assert all(low.ceiling == high.floor for low, high in pairwise(found))
        tops = [zone.ceiling for zone in found[:-1]]
        assert tops == sorted(set(tops))


@given(st.lists(st.one_of(st.floats(0, 600), st.just(float("nan"))), max_size=50))
def test_every_recorded_second_of_open_zones_is_counted_once(values):
    column = np.array(values, dtype=float)
    counted = zones.seconds_in_zones(column, np.ones(len(column)), zones.power_zones(250))
    assert counted.sum() == np.count_nonzero(~np.isnan(column))
