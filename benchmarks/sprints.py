"""How many sprints are found where they are: days whose truth is known, and what alignment makes of them.

`python -m benchmarks sprints`. A drawn day has 3 to 12 sprints of 6 to 40 s and rests of 30 to 240 s, stood, walked or
jogged; they are all done, stopped early, left out here and there, or walked with the rests jogged. A watch smooths
over up to five seconds and flickers. Nothing here is real training.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np

from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan
from longgame.kernel.sport import Sport
from longgame.plan.planned import EffortStep, StepRole
from longgame.purpose.bounds import Bounds, Quantity
from longgame.record.session import Session
from longgame.record.streams import FloatColumn, Streams
from longgame.review.alignment import align_efforts
from longgame.review.channels import believe

DAYS = 150
KINDS = ("all done", "stopped early", "some left out", "walked, rests jogged")
HERE = TextSpan(1, 1, 1, 2)
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a drawn plan asks: so many repetitions of so many seconds, with what around them."""

    count: int
    lasts_s: float
    rest_s: float
    way_in: bool
    way_out: bool
    until: str | None
    all_out: bool

    def steps(self) -> list[EffortStep]:
        """The plan's steps."""
        rows: list[tuple[StepRole, float]] = [(StepRole.WARM_UP, 600.0)] * self.way_in
        rows += [(StepRole.WORK, self.lasts_s), (StepRole.EASY, self.rest_s)] * self.count
        rows += [(StepRole.COOL_DOWN, 300.0)] * self.way_out
        return [self._step(number, role, seconds) for number, (role, seconds) in enumerate(rows, start=1)]

    def _step(self, number: int, role: StepRole, seconds: float) -> EffortStep:
        size = Bounds(Quantity.DURATION, Interval(seconds, seconds))
        work = role is StepRole.WORK
        until = self.until if work else None
        return EffortStep(number, role, Sport.RUN, size, (), "step", HERE, all_out=self.all_out and work, until=until)


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """A plan, what the watch made of the day, and where in it the sprints are [s]."""

    steps: list[EffortStep]
    session: Session
    truth: list[Span]


def drawn(seed: int, kind: str, all_out: bool = True) -> Day:
    """The day of this number: the same on every machine."""
    rng = np.random.default_rng(seed)
    asked = Asked(
        count=int(rng.integers(3, 13)),
        lasts_s=float(rng.choice([6, 8, 10, 12, 15, 20, 30, 40])),
        rest_s=float(rng.choice([30, 60, 90, 120, 180, 240])),
        way_in=bool(rng.random() < 0.75),
        way_out=bool(rng.random() < 0.7),
        until="a rep falls below 95 %" if rng.random() < 0.5 else None,
        all_out=all_out,
    )
    pieces, truth = _done(rng, asked, kind)
    speed = _seen_by_a_watch(rng, np.concatenate([np.full(max(1, round(seconds)), v) for seconds, v in pieces]))
    return Day(asked.steps(), _session(speed), truth)


def _done(rng: np.random.Generator, asked: Asked, kind: str) -> tuple[list[Span], list[Span]]:
    """What was done, as seconds and metres per second, and where the sprints are."""
    rested, jog = float(rng.choice([0.0, 0.4, 1.2, 1.6, 2.4, 2.8])), float(rng.uniform(2.2, 3.2))
    fast = float(rng.uniform(5.5, 9.0)) if rested < 2 else float(rng.uniform(6.0, 9.0))
    went = int(rng.integers(1, asked.count)) if kind == "stopped early" else asked.count
    pieces: list[Span] = [(round(rng.uniform(400, 900)), jog)] if asked.way_in else []
    truth: list[Span] = []
    for _ in range(went):
        if kind == "walked, rests jogged":
            pieces += [(round(asked.lasts_s * rng.uniform(0.8, 1.3)), 1.3)]
            pieces += [(round(asked.rest_s * rng.uniform(0.8, 1.2)), float(rng.uniform(2.4, 3.2)))]
        elif kind == "some left out" and rng.random() < 0.3:
            pieces += [(round(asked.lasts_s + asked.rest_s), rested)] if rng.random() < 0.5 else []
        else:
            lasts = max(1, round(asked.lasts_s * rng.uniform(0.9, 1.15)))
            begins = sum(seconds for seconds, _ in pieces)
            truth.append((begins, begins + lasts))
            pieces += [(lasts, fast * float(rng.uniform(0.95, 1.03)))]
            pieces += [(round(asked.rest_s * rng.uniform(0.8, 1.4)), rested)]
    if asked.way_out or rng.random() < 0.3:
        pieces.append((round(rng.uniform(200, 500)), jog))
    return pieces, truth


def _seen_by_a_watch(rng: np.random.Generator, speed: FloatColumn) -> FloatColumn:
    width = int(rng.integers(1, 6))
    padded = np.pad(speed, (width // 2, width - 1 - width // 2), "edge")
    smooth = np.convolve(padded, np.ones(width) / width, "valid")
    flicker = 0.04 * smooth * rng.normal(size=len(speed)) + 0.1 * (smooth > 0) * rng.normal(size=len(speed))
    return np.maximum(0.0, smooth + flicker)


def _session(speed: FloatColumn) -> Session:
    return Session(
        id=SessionId("s"),
        athlete=THE_ATHLETE,
        sport=Sport.RUN,
        start=datetime(2026, 3, 5, 17, 0, tzinfo=UTC),
        local_day=date(2026, 3, 5),
        sources=(),
        duration_s=float(len(speed)),
        streams=Streams(np.arange(float(len(speed))), speed_m_s=speed),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the sprints that were done, those found and those missed; what was found where none was, or twice."""

    done: int = 0
    found: int = 0
    false: int = 0
    split: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.done + other.done, self.found + other.found, self.false + other.false, self.split + other.split
        )

    def says(self, kind: str) -> str:
        """One line for the report."""
        missed = f"{self.done - self.found} of {self.done} missed"
        return f"{kind:<24} {missed:<22} {self.false:4d} false {self.split:4d} split"


def tally(day: Day) -> Tally:
    """What the alignment of a day found, held against the truth: half of a found one lies in a true one."""
    aligned = align_efforts(day.steps, believe(day.session))
    seen = [s.seen_at for s in aligned.stretches if s.step.role is StepRole.WORK and s.done and s.seen_at is not None]
    hits = []
    for span in seen:
        over = [min(span.stop_s, stop) - max(span.start_s, start) for start, stop in day.truth]
        best = max(range(len(over)), key=over.__getitem__, default=None)
        if best is not None and over[best] >= 0.5 * (span.stop_s - span.start_s):
            hits.append(best)
    return Tally(len(day.truth), len(set(hits)), len(seen) - len(hits), len(hits) - len(set(hits)))


def main() -> int:
    """Print what was found for each kind of day, written "all out" and without."""
    for all_out in (True, False):
        print(f"{DAYS} days each, " + ("written all out" if all_out else "not written all out"))
        for kind in KINDS:
            print(sum((tally(drawn(seed, kind, all_out)) for seed in range(DAYS)), Tally()).says(kind))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
