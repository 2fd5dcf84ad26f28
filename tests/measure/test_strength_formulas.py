"""One-rep maxima against values computed by hand from the published formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.unknown import Unknown
from longgame.measure.strength import Formula, bench_one_rep_max_from_five, chart_one_rep_max, chart_share, one_rep_max


@pytest.mark.parametrize(
    ("formula", "five", "ten"),
    [
        (Formula.EPLEY, 116.67, 133.33),
        (Formula.BRZYCKI, 112.50, 133.33),
        (Formula.LOMBARDI, 117.46, 125.89),
        (Formula.MAYHEW, 119.01, 130.93),
        (Formula.WATHAN, 116.58, 134.75),
        (Formula.OCONNER, 112.50, 125.00),
        (Formula.LANDER, 113.71, 134.07),
    ],
)
def test_a_hundred_kilograms_for_five_and_ten(formula, five, ten):
    assert one_rep_max(100, 5, formula=formula) == pytest.approx(five, abs=5e-3)
    assert one_rep_max(100, 10, formula=formula) == pytest.approx(ten, abs=5e-3)
    assert one_rep_max(100, 1, formula=formula) == 100


def test_reps_in_reserve_are_reps_that_could_have_been():
    assert one_rep_max(100, 3, rir=2) == one_rep_max(100, 5)


@pytest.mark.parametrize(("load", "reps"), [(0, 5), (-20, 5), (100, 0), (100, 16)])
def test_what_cannot_be_known_is_said(load, reps):
    assert isinstance(one_rep_max(load, reps), Unknown)


def test_bench_from_five_of_reynolds_2006():
    assert bench_one_rep_max_from_five(100) == pytest.approx(113.7699)


RPE_10 = [100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0]


@pytest.mark.parametrize("rpe", [10, 9, 8])
def test_the_chart_shifts_one_rep_per_point(rpe):
    shift = 10 - rpe
    got = [chart_share(reps, rpe) for reps in range(1, 13 - shift)]
    assert got == pytest.approx([percent / 100 for percent in RPE_10[shift:]])
    assert isinstance(chart_share(13 - shift, rpe), Unknown)


@given(st.floats(1, 400), st.floats(1, 10), st.floats(0, 4), st.sampled_from(Formula), st.floats(0.1, 5))
def test_one_rep_maximum_scales_with_load_and_never_falls_with_reps(load, reps, rir, formula, factor):
    first, more = one_rep_max(load, reps, rir, formula), one_rep_max(load, reps + 0.5, rir, formula)
    scaled = one_rep_max(load * factor, reps, rir, formula)
    assert load <= first <= more
    assert scaled == pytest.approx(factor * first)


@given(st.integers(1, 8), st.sampled_from([6.0, 7, 8, 8.5, 9, 10]))
def test_the_chart_inverts(reps, rpe):
    share = chart_share(reps, rpe)
    if not isinstance(share, Unknown):
        assert chart_one_rep_max(200 * share, reps, rpe) == pytest.approx(200)
