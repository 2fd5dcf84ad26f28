"""The overreach watch: several independent signs against one's own normal, over days, in words that never diagnose.

Three families of signs are looked at: what the athlete says (subjective), what equal work costs (heart rate or
effort above expectation), and performance below the model's expectation. Heart-rate variability and resting heart rate
are told beside them and never decide. Amber needs two families; red needs performance down with probability above 0.9
over two exposures and the subjective family with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from math import isnan, sqrt
from statistics import NormalDist, fmean

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.baseline import HrvReading, HrvState, hrv_state, personal_baseline
from longgame.record.streams import FloatColumn
from longgame.record.wellness import Wellness

BEYOND_SD = 1.0
DAYS_IN_A_ROW = 3
EXPOSURES = 2
EXPOSURE_WINDOW_DAYS = 10
SUBJECTIVE_WINDOW_DAYS = 5
RED_PROBABILITY = 0.9
PROFESSIONAL_AFTER_DAYS = 17
ITEMS = ("fatigue", "sleep_quality", "soreness", "stress", "mood", "readiness")
HALF_STEP = 0.5


class WatchState(Enum):
    """How the watch stands."""

    STEADY = "steady"
    AMBER = "amber"
    RED = "red"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Exposure:
    """One session's reading against what was expected of it, in standard deviations.

    For cost, positive means dearer than expected at equal work; for performance, negative means below expectation.
    `about` says what it was, such as "heart rate on the easy run" or "Squat".
    """

    day: date
    deviation: float
    about: str


@dataclass(frozen=True, slots=True)
class Signs:
    """All that the watch looks at, in any order."""

    wellness: tuple[Wellness, ...] = ()
    cost: tuple[Exposure, ...] = ()
    performance: tuple[Exposure, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """One family's answer: whether it is off, since when, and the sentence that says what was seen."""

    family: str
    off: bool
    sentence: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """The state of the watch on a day, its evidence, and what is said about it. Never a diagnosis."""

    day: date
    state: WatchState
    says: str
    evidence: tuple[Sign, ...]
    beside: tuple[str, ...] = ()
    see_somebody: bool = False


@dataclass(frozen=True, slots=True)
class Morning:
    """The mean of a morning's answers [1–5, 5 best] beside the athlete's own normal before it with one SD, which are
    None for the first fortnight."""

    day: date
    answer: float
    normal: float | None = None
    sd: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Mornings:
    """The subjective composite per answered day and its deviation from the athlete's normal."""

    days: tuple[date, ...] = ()
    deviation: FloatColumn = field(default_factory=lambda: np.empty(0))
    answers: tuple[float, ...] = ()
    normal: FloatColumn = field(default_factory=lambda: np.empty(0))
    sd: FloatColumn = field(default_factory=lambda: np.empty(0))


@dataclass(frozen=True, slots=True, eq=False)
class _Heart:
    """Heart-rate variability [ms] and resting heart rate [bpm], each as rows of (day, reading) in the order of days;
    `deviation` stands beside the resting ones, in own standard deviations from normal."""

    variability: FloatColumn
    resting: FloatColumn
    deviation: FloatColumn


def watch(signs: Signs, on: date) -> Watch:
    """How the signs stand on day `on`, judged only by what was known then."""
    return _on_day(signs, _mornings(signs.wellness), _heart(signs.wellness), on, days_off=0)


def watch_days(signs: Signs, first: date, last: date) -> tuple[Watch, ...]:
    """The watch of every day from `first` to `last`, knowing how long it has been other than steady."""
    mornings, heart = _mornings(signs.wellness), _heart(signs.wellness)
    found, off = [], 0
    for number in range((last - first).days + 1):
        today = _on_day(signs, mornings, heart, first + timedelta(number), off)
        off = off + 1 if today.state in (WatchState.AMBER, WatchState.RED) else 0
        found.append(today)
    return tuple(found)


def _mornings(wellness: Sequence[Wellness]) -> _Mornings:
    rows = []
    for morning in sorted(wellness, key=lambda w: w.day):
        answers = [value for item in ITEMS if (value := getattr(morning, item)) is not None]
        if answers:
            rows.append((morning.day, fmean(answers)))
    if not rows:
        return _Mornings()
    days = np.array([float(day.toordinal()) for day, _ in rows])
    base = personal_baseline(days, np.array([value for _, value in rows]), least_sd=HALF_STEP / sqrt(len(ITEMS)))
    composite = tuple(value for _, value in rows)
    return _Mornings(tuple(day for day, _ in rows), base.deviation, composite, base.level, base.sd)


def mornings_beside_normal(wellness: Sequence[Wellness]) -> tuple[Morning, ...]:
    """Every answered morning beside the athlete's own normal, as the watch sees it."""
    found = _mornings(wellness)
    rows = zip(found.days, found.answers, found.normal.tolist(), found.sd.tolist(), strict=True)
    return tuple(
        Morning(day, answer) if np.isnan(normal) else Morning(day, answer, normal, sd)
        for day, answer, normal, sd in rows
    )


def _on_day(signs: Signs, mornings: _Mornings, heart: _Heart, on: date, days_off: int) -> Watch:
    subjective = _subjective(mornings, on)
    cost = _exposed("cost at equal work", signs.cost, on, +1)
    performance = _exposed("performance", signs.performance, on, -1)
    found = tuple(sign for sign in (subjective, cost, performance) if sign is not None)
    off = [sign for sign in found if sign.off]
    red = bool(subjective and subjective.off) and _surely_down(signs.performance, on)
    if red:
        state = WatchState.RED
    elif len(off) >= 2:
        state = WatchState.AMBER
    else:
        state = WatchState.STEADY if len(found) >= 2 else WatchState.CANNOT_TELL
    long = state in (WatchState.AMBER, WatchState.RED) and days_off + 1 >= PROFESSIONAL_AFTER_DAYS
    return Watch(on, state, _says(state, off, found, long), found, _beside(heart, on), long)


def _subjective(mornings: _Mornings, on: date) -> Sign | None:
    """The last three answered mornings within five days, all beyond one deviation below normal."""
    first, end = (bisect_right(mornings.days, day) for day in (on - timedelta(SUBJECTIVE_WINDOW_DAYS), on))
    window = zip(mornings.days[first:end], mornings.deviation[first:end].tolist(), strict=True)
    recent = [(day, z) for day, z in window if not isnan(z)]
    if len(recent) < DAYS_IN_A_ROW:
        return None
    last = recent[-DAYS_IN_A_ROW:]
    off = all(z <= -BEYOND_SD for _, z in last)
    mean = fmean(z for _, z in last)
    where = f"{abs(mean):.1f} SD {'below' if mean < 0 else 'above'} your normal"
    return Sign("how you feel", off, f"your last {DAYS_IN_A_ROW} mornings were {where}", last[0][0])


def _recent(exposures: Sequence[Exposure], on: date) -> list[Exposure]:
    inside = [e for e in exposures if on - timedelta(EXPOSURE_WINDOW_DAYS) < e.day <= on]
    return sorted(inside, key=lambda e: (e.day, e.about))


def _exposed(family: str, exposures: Sequence[Exposure], on: date, side: int) -> Sign | None:
    """The last two exposures, both beyond one deviation on the wrong side, three days or more from first to now."""
    recent = _recent(exposures, on)
    if len(recent) < EXPOSURES:
        return None
    last = recent[-EXPOSURES:]
    lasting = (on - last[0].day).days + 1 >= DAYS_IN_A_ROW
    off = lasting and all(side * e.deviation >= BEYOND_SD for e in last)
    mean = fmean(e.deviation for e in last)
    names = " and ".join(dict.fromkeys(e.about for e in last))
    where = f"{abs(mean):.1f} SD {'above' if mean > 0 else 'below'} what was expected"
    return Sign(family, off, f"{names}: {where} over the last {EXPOSURES} sessions", last[0].day)


def _surely_down(performance: Sequence[Exposure], on: date) -> bool:
    """Whether performance is down with probability above 0.9 over at least two exposures, each below expectation."""
    recent = _recent(performance, on)[-3:]
    if len(recent) < EXPOSURES or any(e.deviation >= 0 for e in recent[-EXPOSURES:]):
        return False
    mean = fmean(e.deviation for e in recent)
    lasting = (on - recent[0].day).days + 1 >= DAYS_IN_A_ROW
    return lasting and mean <= -BEYOND_SD and NormalDist().cdf(-mean * sqrt(len(recent))) > RED_PROBABILITY


def _heart(wellness: Sequence[Wellness]) -> _Heart:
    """Readings of the heart in rest; what stands against the normal of a day leans only on days before it."""
    ordered = sorted(wellness, key=lambda w: w.day)
    variability = [(w.day.toordinal(), w.hrv_rmssd_ms) for w in ordered if w.hrv_rmssd_ms]
    resting = [(w.day.toordinal(), w.resting_hr_bpm) for w in ordered if w.resting_hr_bpm]
    hrv, rest = (np.array(rows, dtype=float).reshape(-1, 2) for rows in (variability, resting))
    return _Heart(hrv, rest, personal_baseline(rest[:, 0], rest[:, 1], least_sd=1.0).deviation)


def _beside(heart: _Heart, on: date) -> tuple[str, ...]:
    """What is told beside the families and never decides."""
    said = []
    today = float(on.toordinal())
    state = hrv_state(heart.variability[:, 0], heart.variability[:, 1], today)
    if isinstance(state, HrvReading) and state.state is not HrvState.NORMAL:
        said.append(
            f"this week's heart-rate variability is {state.state.value}; it can go either way when load is high"
        )
    last = int(np.searchsorted(heart.resting[:, 0], today, side="right")) - 1
    if last >= 0 and heart.resting[last, 0] > today - DAYS_IN_A_ROW and heart.deviation[last] >= 2 * BEYOND_SD:
        bpm, deviation = heart.resting[last, 1], heart.deviation[last]
        said.append(f"resting heart rate is {bpm:.0f} bpm, {deviation:.1f} SD above your normal")
    return tuple(said)


def _says(state: WatchState, off: Sequence[Sign], found: Sequence[Sign], long: bool) -> str:
    if state is WatchState.CANNOT_TELL:
        return "There is too little to go by: mornings answered or sessions to compare are missing."
    if state is WatchState.STEADY:
        single = f" One sign alone is off ({off[0].family}); that happens in good weeks too." if off else ""
        return f"Nothing unusual in {len(found)} kinds of signs.{single}"
    names = " and ".join(sign.family for sign in off)
    if state is WatchState.AMBER:
        text = f"Off for several days: {names}. An easier few days now cost little and settle what this is."
    else:
        text = (
            f"Off together: {names}. This is a pattern consistent with overreaching; days to weeks of lighter training"
            " usually bring it back."
        )
    if long:
        text += (
            " It has lasted more than two weeks: a physician or sports professional can look at what a journal cannot."
        )
    return text


def amber_days(signs: Signs, first: date, last: date) -> tuple[date, ...] | None:
    """The days from `first` to `last` on which the watch was amber or red; None when it could never tell."""
    days = watch_days(signs, first, last)
    if all(day.state is WatchState.CANNOT_TELL for day in days):
        return None
    return tuple(day.day for day in days if day.state in (WatchState.AMBER, WatchState.RED))


def unknown_families(today: Watch) -> Unknown | None:
    """Which families could not be judged on that day, as a reason, or None when all were."""
    missing = {"how you feel", "cost at equal work", "performance"} - {sign.family for sign in today.evidence}
    return Unknown("not enough recent readings of " + ", ".join(sorted(missing))) if missing else None
