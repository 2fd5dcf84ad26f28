"""Times of the measures, as milliseconds of the best of several runs: `python -m benchmarks.measures`.

Each line states the bar it is held to; a bar that is missed is printed as missed, never left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from longgame.measure.load import normalized_power
from longgame.measure.power_duration import balance_differential, balance_integral, curve_durations, mean_maximal

FOUR_HOURS_S = 4 * 3600


@dataclass(frozen=True, slots=True)
class Timing:
    """One measured time beside its bar, both in milliseconds."""

    name: str
    milliseconds: float
    bar: float

    def __str__(self) -> str:
        verdict = "within" if self.milliseconds <= self.bar else "MISSED"
        return f"{self.name:58} {self.milliseconds:9.3f} ms   bar {self.bar:7.1f} ms   {verdict}"


def best_of(work: Callable[[], object], runs: int) -> float:
    """The shortest of `runs` runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times) * 1e3


def ride(seconds: int = FOUR_HOURS_S) -> np.ndarray:
    """A ride of whole watts that looks like one: slow drift, surges, coasting."""
    rng = np.random.default_rng(0)
    drift = 190 + 40 * np.sin(np.arange(seconds) / 700)
    power = drift + rng.normal(0, 60, seconds) + 150 * (rng.random(seconds) < 0.05)
    return np.round(np.clip(np.where(rng.random(seconds) < 0.08, 0, power), 0, None))


def timings() -> list[Timing]:
    """All measured times."""
    power = ride()
    hundred, every = curve_durations(FOUR_HOURS_S, 112)[:100], np.arange(1, FOUR_HOURS_S + 1)
    return [
        Timing("mean-maximal curve, 4 h, 100 durations", best_of(lambda: mean_maximal(power, hundred), 50), 0.6),
        Timing("mean-maximal curve, 4 h, all 14,400 durations", best_of(lambda: mean_maximal(power, every), 5), 60),
        Timing("W′ balance, differential, 4 h", best_of(lambda: balance_differential(power, 250, 20_000), 50), 0.5),
        Timing("W′ balance, integral, 4 h", best_of(lambda: balance_integral(power, 250, 20_000), 50), 0.5),
        Timing("normalized power, 4 h", best_of(lambda: normalized_power(power), 50), 0.6),
    ]


if __name__ == "__main__":
    for timing in timings():
        print(timing)
