"""The other channels of load: heart, power and running, each by itself, with the thresholds that held on the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from longgame.kernel.sport import Sport
from longgame.measure.load import (
    TrimpWeighting,
    banister_trimp,
    edwards_trimp,
    lucia_trimp,
    recent_load,
    run_stress,
    training_stress,
    usual_load,
)
from longgame.measure.recorded import Recorded
from longgame.measure.summary import BY_POWER

WEEK = 7
REACH_DAYS = 182
"""How far back recordings are asked for; what lies before weighs 1 % in the usual of six weeks."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The athlete's own numbers on a day: heart rates [bpm], critical power [W], critical speed [m/s]."""

    resting_bpm: float | None = None
    max_bpm: float | None = None
    first_threshold_bpm: float | None = None
    threshold_bpm: float | None = None
    critical_power_w: float | None = None
    critical_speed_m_s: float | None = None


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """One recording with its day and sport."""

    day: date
    sport: Sport
    load: Recorded


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of load, in points of its own: the week's sum, and recent and usual points a day.

    `sessions` of the last 28 days went in; `unknown` says why where none could.
    """

    name: str
    week: float
    recent: float
    usual: float
    sessions: int
    unknown: str | None = None


Points = Callable[[RecordedDay, Thresholds], float | None]
Known = Callable[[date], Thresholds]


def channels(done: Sequence[RecordedDay], on: date, known: Known) -> tuple[Channel, ...]:
    """Every channel up to day `on`, from recordings of the last half year; thresholds as they were on each day."""
    mine = [one for one in done if on - timedelta(REACH_DAYS) < one.day <= on]
    return tuple(_channel(name, needs, points, mine, on, known) for name, (needs, points) in CHANNELS.items())


def _channel(name: str, needs: str, points: Points, done: Sequence[RecordedDay], on: date, known: Known) -> Channel:
    daily, counted = np.zeros(REACH_DAYS), 0
    for one in done:
        value = points(one, known(one.day))
        if value is not None:
            back = (on - one.day).days
            daily[REACH_DAYS - 1 - back] += value
            counted += back < 4 * WEEK
    if not daily.any():
        return Channel(name, 0.0, 0.0, 0.0, 0, f"it needs {needs}")
    recent, usual = float(recent_load(daily)[-1]), float(usual_load(daily)[-1])
    return Channel(name, float(daily[-WEEK:].sum()), recent, usual, counted)


def _heart(one: RecordedDay) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(one.load.heart_s, dtype=np.float64).reshape(-1, 2)
    return table[:, 0], table[:, 1] / 60.0


def _banister(weighting: TrimpWeighting) -> Points:
    def points(one: RecordedDay, own: Thresholds) -> float | None:
        rest, top = own.resting_bpm, own.max_bpm
        if not one.load.heart_s or rest is None or top is None or top <= rest:
            return None
        beats, minutes = _heart(one)
        return banister_trimp(beats, minutes, resting_bpm=rest, max_bpm=top, weighting=weighting)

    return points


def _edwards(one: RecordedDay, own: Thresholds) -> float | None:
    if not one.load.heart_s or own.max_bpm is None:
        return None
    return edwards_trimp(*_heart(one), own.max_bpm)


def _lucia(one: RecordedDay, own: Thresholds) -> float | None:
    first, second = own.first_threshold_bpm, own.threshold_bpm
    if not one.load.heart_s or first is None or second is None or second <= first:
        return None
    return lucia_trimp(*_heart(one), first, second)


def _power(one: RecordedDay, own: Thresholds) -> float | None:
    if one.sport not in BY_POWER or one.load.weighted is None or own.critical_power_w is None:
        return None
    return training_stress(one.load.moving_s, one.load.weighted, own.critical_power_w)


def _x_power(one: RecordedDay, own: Thresholds) -> float | None:
    if one.load.x_power_w is None or own.critical_power_w is None:
        return None
    return training_stress(one.load.moving_s, one.load.x_power_w, own.critical_power_w)


def _running(one: RecordedDay, own: Thresholds) -> float | None:
    if one.sport is not Sport.RUN or one.load.weighted is None or own.critical_speed_m_s is None:
        return None
    return run_stress(one.load.moving_s, one.load.weighted, own.critical_speed_m_s)


_RESERVE = "heart rate recorded, and the facts resting_hr and max_hr"
CHANNELS: dict[str, tuple[str, Points]] = {
    "heart, Banister for men": (_RESERVE, _banister(TrimpWeighting.MEN)),
    "heart, Banister for women": (_RESERVE, _banister(TrimpWeighting.WOMEN)),
    "heart, Edwards": ("heart rate recorded, and the fact max_hr", _edwards),
    "heart, Lucia": ("heart rate recorded, and the facts first_threshold_hr and threshold_hr", _lucia),
    "power, NP": ("power recorded, and the fact critical_power", _power),
    "power, xPower": ("power recorded, and the fact critical_power", _x_power),
    "running": ("pace recorded, and the fact critical_speed", _running),
}
"""Each channel's name, what it needs, and its points. They are never added to each other."""
