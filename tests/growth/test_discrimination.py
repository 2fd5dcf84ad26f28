from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.growth.discrimination import Discrimination, discrimination
from longgame.kernel.unknown import Unknown

efforts = st.lists(st.integers(0, 10).map(float), min_size=3, max_size=12)


def test_the_worked_example_of_the_textbook() -> None:
    """Borenstein et al. 2009, ch. 4: means 103 and 100, sd 5.5 and 4.5, n 50 each: g 0.5924, variance 0.0411."""
    easy = [100 - 4.5 * (49 / 50) ** 0.5, 100 + 4.5 * (49 / 50) ** 0.5] * 25
    hard = [103 - 5.5 * (49 / 50) ** 0.5, 103 + 5.5 * (49 / 50) ** 0.5] * 25
    found = discrimination(easy, hard)
    assert isinstance(found, Discrimination)
    assert found.difference == pytest.approx(0.5924, abs=2e-4)
    assert ((found.high - found.low) / (2 * 1.6449)) ** 2 == pytest.approx(0.0411, abs=1e-4)


@given(efforts, efforts)
def test_swapping_easy_and_hard_turns_the_sign(easy: list[float], hard: list[float]) -> None:
    one, other = discrimination(easy, hard), discrimination(hard, easy)
    if isinstance(one, Unknown):
        assert one == other
    else:
        assert isinstance(other, Discrimination)
        assert one.difference == pytest.approx(-other.difference)
        assert one.low <= one.difference <= one.high


def test_too_few_days_or_no_spread_is_unknown() -> None:
    assert isinstance(discrimination([2, 3], [7, 8, 7]), Unknown)
    assert isinstance(discrimination([5, 5, 5], [5, 5, 5]), Unknown)
