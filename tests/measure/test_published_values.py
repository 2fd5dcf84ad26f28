"""The list of published values names tests that exist; and values that no other test holds."""

from __future__ import annotations

import ast
import csv
import re
from math import pi, sqrt
from pathlib import Path

import numpy as np
import pytest

from longgame.measure.capacity.lift_sessions import RIR_BIAS_REPS, RIR_SD_PER_REP, RIR_SD_REPS
from longgame.measure.capacity.process import LIFT_GRID

REPOSITORY = Path(__file__).parents[2]
LIST = REPOSITORY / "docs" / "reference" / "published-values.md"


def named_tests() -> list[tuple[Path, str]]:
    found = re.findall(r"`([\w/]+\.py)::(test_\w+)`", LIST.read_text(encoding="utf-8"))
    return [(REPOSITORY / (file if "/" in file else f"tests/measure/{file}"), name) for file, name in found]


def test_every_published_value_names_a_test_that_exists():
    named = named_tests()
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file, _ in named}
    there = {(file, one.name) for file, tree in trees.items() for one in tree.body if isinstance(one, ast.FunctionDef)}
    assert [f"{file.name}::{name}" for file, name in named if (file, name) not in there] == []
    rows = [line for line in LIST.read_text(encoding="utf-8").splitlines() if re.search(r"\| [pc]", line)]
    assert all("::test_" in row for row in rows)
    assert len(rows) > 35


def test_the_week_behind_monotony():
    week = np.array([600.0, 300, 0, 450, 0, 700, 0])
    assert week.sum() == 2050
    assert (week.mean(), week.std(), week.std(ddof=1)) == pytest.approx((292.857, 278.297, 300.595), abs=5e-4)


@pytest.fixture(scope="module")
def tests_w() -> np.ndarray:
    with (REPOSITORY / "tests" / "corpus" / "measure" / "bike-score.csv").open(encoding="utf-8-sig") as file:
        return np.array([float(row["Test_5min_Power"]) for row in csv.DictReader(file) if row["Test_5min_Power"]])


def test_published_squares_and_share_explained_are_of_one_data_set(tests_w):
    assert (len(tests_w), tests_w.min(), tests_w.max()) == (9, 271, 302)
    assert 1 - 20.25 / float(np.sum((tests_w - tests_w.mean()) ** 2)) == pytest.approx(0.979, abs=5e-4)


def test_the_last_test_is_three_three_and_six_watts_off(tests_w):
    assert tests_w[-3:].tolist() == [299, 296, 302]
    assert np.abs(np.diff(tests_w)[-3:]).tolist() == [3, 3, 6]


def expected_error(reserve: float) -> float:
    """Of a report after its bias is taken out, the mean size of a normal error [reps]."""
    return (RIR_SD_REPS + RIR_SD_PER_REP * reserve) * sqrt(2 / pi)


def test_reports_of_reserve_err_as_was_measured():
    assert 0.17 < RIR_BIAS_REPS < 1.73
    assert pytest.approx(0.95, abs=0.1) == RIR_BIAS_REPS
    assert all(abs(expected_error(reserve) - 0.65) < 0.78 for reserve in (1, 2, 3))
    assert np.mean([expected_error(reserve) for reserve in range(6)]) == pytest.approx(1.0, abs=0.2)
    assert np.mean([expected_error(reserve) for reserve in range(7, 11)]) > 2


def test_the_noise_taken_as_possible_spans_what_was_measured():
    weight = np.exp(LIFT_GRID.log_prior)
    order = np.argsort(LIFT_GRID.noise)
    cumulative = np.cumsum(weight[order])
    median = LIFT_GRID.noise[order][np.searchsorted(cumulative, 0.5)]
    assert LIFT_GRID.noise.min() < 0.042 < LIFT_GRID.noise.max()
    assert median == pytest.approx(0.042, abs=0.01)
