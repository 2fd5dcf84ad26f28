"""Reading one's own effort and confidence: errors counted the right way round, small numbers leaning on little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from longgame.growth.awareness import ReserveCheck, effort_awareness, reserve_awareness, reserve_checks
from longgame.growth.confidence import Calibration, calibration, perceived_beside_measured
from longgame.kernel.units import Amount, Unit
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import Change, Range, Standing
from longgame.record.sets import SetKind, StrengthSet
from tests.growth.test_how_far import gym

LOAD = Amount(Decimal(80), Unit.KILOGRAM)


def session(*sets):
    return replace(gym(0, "Bench", 80), sets=sets)


def test_a_reserve_is_checked_by_the_next_set_to_failure_at_the_same_load():
    sets = (StrengthSet("Bench", 8, LOAD, rir=1.0), StrengthSet("Bench", 11, LOAD, kind=SetKind.FAILURE))
    (check,) = reserve_checks([session(*sets)])
    assert (check.said, check.shown, check.error) == (1.0, 3.0, -2.0)


@pytest.mark.parametrize(
    "sets",
    [
        (StrengthSet("Bench", 8, LOAD, rir=6.0), StrengthSet("Bench", 11, LOAD, rir=0)),
        (StrengthSet("Bench", 8, LOAD), StrengthSet("Bench", 11, LOAD, rir=0)),
        (StrengthSet("Bench", 8, LOAD, rir=2.0), StrengthSet("Bench", 11, LOAD, rir=1)),
        (
            StrengthSet("Bench", 8, LOAD, rir=2.0),
            StrengthSet("Bench", 11, Amount(Decimal(70), Unit.KILOGRAM), rir=0),
        ),
    ],
)
def test_other_sets_check_nothing(sets):
    assert reserve_checks([session(*sets)]) == ()


def test_many_checks_speak_and_few_lean_on_the_whole():
    many = [ReserveCheck(date(2026, 5, 1), "Bench", 8, 1.0, 3.5)] * 20
    one = [ReserveCheck(date(2026, 5, 1), "Squat", 5, 2.0, 2.0)]
    bench, squat = reserve_awareness(many + one)
    assert bench.bias == pytest.approx(-2.4, abs=0.15)
    assert "more were there than you said" in bench.says
    assert -2.4 < squat.bias < -1.0
    assert squat.high - squat.low > bench.high - bench.low


def test_expected_against_felt_effort():
    assert isinstance(effort_awareness([(5, 5)] * 4), Unknown)
    fits, off = effort_awareness([(5, 5), (6, 5), (4, 5), (5, 5), (7, 7)]), effort_awareness([(7.0, 4.0)] * 12)
    assert "about the effort" in fits.says
    assert off.bias > 2
    assert "harder than they felt" in off.says


def test_calibration_of_a_sure_and_of_a_doubting_athlete():
    assert isinstance(calibration([(5, True)] * 9), Unknown)
    fair = calibration([(8, True)] * 8 + [(8, False)] * 2)
    assert fair.brier == pytest.approx(0.16)
    assert fair.brier == pytest.approx(fair.brier_of_usual)
    assert fair.difference == pytest.approx(0)
    doubting = calibration([(3, True)] * 12)
    assert (doubting.bins[0].said, doubting.bins[0].came) == (pytest.approx(0.3), 1.0)
    assert "more went to plan" in doubting.says


def change(median, p_better):
    nothing = Range(1.0, 1.0, 1.0)
    return Change(nothing, nothing, median, median, median, p_better, 0.0, 1 - p_better, p_better, 0.01)


def test_progress_that_is_not_felt_is_shown_and_doubt_is_not_blamed():
    told = perceived_beside_measured(-2, change(0.06, 0.97))
    assert told.measured is Standing.UP
    assert "more than you think" in told.says
    assert perceived_beside_measured(1, Unknown("few")).measured is Standing.NOT_YET_KNOWABLE
    with pytest.raises(ValueError, match="-3"):
        perceived_beside_measured(4, Unknown("few"))


def test_confidence_has_an_interval_and_a_trend_told_only_beyond_two_standard_errors() -> None:
    steady = calibration([(5, True), (5, False)] * 8)
    assert isinstance(steady, Calibration)
    assert steady.low < steady.difference < steady.high
    assert steady.trend == "as sure as before, as close to what came"
    grown = calibration([(2, True), (3, True)] * 4 + [(8, True), (9, True)] * 4)
    assert isinstance(grown, Calibration)
    assert grown.trend == "surer than before, closer to what came"
    few = calibration([(5, True)] * 11)
    assert isinstance(few, Calibration)
    assert few.trend == "not yet knowable"
