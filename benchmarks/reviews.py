"""Times of reviewing: processor milliseconds, the median over many sessions and the median of several runs each.

`python -m benchmarks reviews`. Sessions are made up at one sample a second: an easy hour, intervals of an hour and a
half, a four-hour ride of forty steps, a strength log. The bar for a review is on the median of the
four; a bar that is missed is printed so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from statistics import median
from time import process_time

import numpy as np

from longgame.kernel.ids import THE_ATHLETE, ContentHash, PlannedId, SessionId
from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.plan.anchors import Anchors
from longgame.plan.planned import EffortStep, PlannedSession, PlannedStep, SetsStep, StepRole, Target
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.record.streams import Streams
from longgame.review.alignment import align_efforts
from longgame.review.case import Case
from longgame.review.channels import believe
from longgame.review.engine import review

RUNS = 9
HERE = TextSpan(1, 1, 1, 2)
DAY = date(2026, 3, 5)
KNOWN = Anchors(critical_power_w=260, first_threshold_hr_bpm=148, threshold_hr_bpm=168)
Piece = tuple[StepRole, int, float]


@dataclass(frozen=True, slots=True)
class Timing:
    """One measured time beside its bar, both in milliseconds; None where there is no bar of its own."""

    name: str
    took_ms: float
    bar_ms: float | None = None

    @property
    def missed(self) -> bool:
        """Whether it took longer than its bar."""
        return self.bar_ms is not None and self.took_ms > self.bar_ms

    def says(self) -> str:
        """One line for the report."""
        line = f"{self.name:<58} {self.took_ms:8.1f} ms"
        return (
            line if self.bar_ms is None else f"{line}   bar {self.bar_ms:5.0f} ms   {'MISSED' if self.missed else 'ok'}"
        )


def main() -> int:
    """Print every time; 1 when a bar is missed."""
    cases = [easy_hour(), intervals(), forty_steps(), strength()]
    long = cases[2]
    steps = [] if long.planned is None else [one for one in long.planned.steps if isinstance(one, EffortStep)]
    channels = believe(long.session) if long.session is not None else None
    each = [taken(lambda case=case: review(case)) for case in cases]
    timings = [
        *(Timing(f"review of {name}", took) for name, took in zip(NAMES, each, strict=True)),
        Timing("review, median of the four", median(each), 30.0),
    ]
    if channels is not None:
        timings.append(Timing("alignment of 40 steps over 4 h", taken(lambda: align_efforts(steps, channels)), 20.0))
    for timing in timings:
        print(timing.says())
    return int(any(timing.missed for timing in timings))


NAMES = ("an easy hour", "90 minutes of intervals", "4 h with 40 steps", "a strength log of 20 sets")


def taken(work: Callable[[], object]) -> float:
    """Median processor milliseconds of `work`, after one run that is not counted."""
    work()
    times = []
    for _ in range(RUNS):
        began = process_time()
        work()
        times.append(process_time() - began)
    return 1000 * median(times)


def easy_hour() -> Case:
    """One step of an hour."""
    return ridden(Intent.BASE, [(StepRole.WORK, 3600, 170.0)])


def intervals() -> Case:
    """Six times four minutes."""
    rounds: list[Piece] = [(StepRole.WORK, 240, 300.0), (StepRole.EASY, 240, 120.0)]
    return ridden(Intent.INTERVALS, [(StepRole.WARM_UP, 1200, 150.0), *rounds * 6, (StepRole.COOL_DOWN, 1320, 130.0)])


def forty_steps() -> Case:
    """Nineteen repetitions with recoveries in four hours."""
    rounds: list[Piece] = [(StepRole.WORK, 360, 255.0), (StepRole.EASY, 180, 140.0)]
    ends: list[Piece] = [(StepRole.WARM_UP, 2070, 150.0), (StepRole.COOL_DOWN, 2070, 130.0)]
    return ridden(Intent.THRESHOLD, [ends[0], *rounds * 19, ends[1]])


def ridden(intent: Intent, pieces: list[Piece]) -> Case:
    """A ride done as planned, with power, heart rate and cadence."""
    steps = [
        EffortStep(
            number,
            role,
            Sport.RIDE,
            Bounds(Quantity.DURATION, Interval(float(seconds), float(seconds))),
            (Target("", Bounds(Quantity.POWER, Interval(0.95 * watts, 1.05 * watts))),),
            "step",
            HERE,
        )
        for number, (role, seconds, watts) in enumerate(pieces, start=1)
    ]
    power = np.concatenate([np.full(seconds, watts) for _, seconds, watts in pieces])
    noise = np.random.default_rng(11).normal(size=(3, len(power)))
    power = power * (1 + 0.06 * noise[0])
    streams = Streams(
        np.arange(float(len(power))),
        power_w=power,
        hr_bpm=np.clip(70 + 0.35 * np.convolve(power, np.ones(60) / 60, "same") + noise[1], 60, 190),
        cadence_rpm=88 + 3 * noise[2],
    )
    lasted = float(len(power))
    session = Session(
        SessionId("s"),
        THE_ATHLETE,
        datetime(2026, 3, 5, 9, tzinfo=UTC),
        DAY,
        Sport.RIDE,
        (),
        duration_s=lasted,
        streams=streams,
        rpe=5.0,
    )
    return Case(planned(intent, steps), session, anchors=KNOWN)


def strength() -> Case:
    """Five exercises of four sets."""
    names = ("Back Squat", "Bench Press", "Barbell Row", "Deadlift", "Pull-up")
    steps: list[PlannedStep] = [
        SetsStep(
            number,
            StepRole.WORK,
            name,
            Interval(4, 4),
            Interval(8, 10),
            None,
            None,
            (Target("", Bounds(Quantity.RIR, Interval(1, 3))),),
            "sets",
            HERE,
        )
        for number, name in enumerate(names, start=1)
    ]
    sets = tuple(StrengthSet(name, 9, Amount(Decimal(60), Unit.KILOGRAM), rir=2.0) for name in names for _ in range(4))
    session = Session(
        SessionId("s"),
        THE_ATHLETE,
        datetime(2026, 3, 5, 18, tzinfo=UTC),
        DAY,
        Sport.STRENGTH,
        (),
        duration_s=3600.0,
        sets=sets,
        rpe=7.0,
    )
    return Case(planned(Intent.HYPERTROPHY, steps), session, anchors=KNOWN)


def planned(intent: Intent, steps: Sequence[PlannedStep]) -> PlannedSession:
    """A planned session of these steps."""
    return PlannedSession(PlannedId("p"), ContentHash("0" * 64), DAY, DAY, "Day", intent, (), tuple(steps), HERE)


if __name__ == "__main__":
    raise SystemExit(main())
