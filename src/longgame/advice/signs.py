"""What the overreach watch is fed with: performance and cost of each session against what was expected of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np

from longgame.advice.overreach import Exposure, Signs
from longgame.growth.endurance import Effort, aerobic
from longgame.growth.lifts import BodyMass, Own, lift_sessions, mass_not_said, tracks_of
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.baseline import personal_baseline
from longgame.measure.capacity import Track, best_sets
from longgame.record.session import Session
from longgame.record.wellness import Wellness

LEAST_BEFORE = 8
"""Sessions of a lift before its expectation is sharp enough to be fallen short of."""
HALF_A_POINT = 0.5


def signs(
    sessions: Sequence[Session],
    wellness: Sequence[Wellness],
    on: date,
    efforts: Sequence[tuple[Session, float]] = (),
    body_mass: BodyMass = mass_not_said,
    own: Own | None = None,
    done: Sequence[Effort] = (),
) -> Signs:
    """All signs up to day `on`; `efforts` are sessions with the effort felt [CR10], `done` endurance sessions."""
    felt_cost = effort_cost([(session, felt) for session, felt in efforts if session.local_day <= on])
    cost = (*felt_cost, *heart_cost([one for one in done if one.day <= on]))
    return Signs(
        tuple(morning for morning in wellness if morning.day <= on),
        tuple(sorted(cost, key=lambda e: (e.day, e.about))),
        lift_performance(sessions, on, body_mass, own),
    )


def lift_performance(
    sessions: Sequence[Session], on: date, body_mass: BodyMass = mass_not_said, own: Own | None = None
) -> tuple[Exposure, ...]:
    """Each session's best set of each well-known lift against the capacity model's expectation before it, in SD."""
    found: list[Exposure] = []
    lifts = lift_sessions(sessions, on, body_mass, own)
    for exercise, track in zip(lifts, tracks_of([best_sets(days) for days in lifts.values()]), strict=True):
        if not isinstance(track, Unknown):
            found += _against_expectation(exercise, track)
    return tuple(sorted(found, key=lambda e: (e.day, e.about)))


def _against_expectation(exercise: str, track: Track) -> list[Exposure]:
    weight, mean = track.trace.weight_before(), track.trace.expected
    expected = np.sum(weight * mean, axis=1)
    spread = np.sqrt(np.sum(weight * (track.trace.variance + (mean - expected[:, None]) ** 2), axis=1))
    deviation = (track.seen.value - expected) / spread
    return [
        Exposure(date.fromordinal(int(track.seen.day[i])), float(deviation[i]), exercise)
        for i in range(LEAST_BEFORE, len(track.seen))
        if not track.seen.missed[i]
    ]


def heart_cost(done: Sequence[Effort]) -> tuple[Exposure, ...]:
    """Heart rate of each endurance session against what its pace, climb, heat and length led to expect, in SD.

    Positive means more beats than expected for the same work.
    """
    found: list[Exposure] = []
    for sport in sorted({one.sport for one in done}, key=lambda sport: sport.value):
        seen = aerobic(done, sport)
        if seen is not None:
            about = f"heart rate of your {sport.value} sessions"
            found += [Exposure(e.day, -e.deviation, about) for e in _against_expectation(about, seen.track)]
    return tuple(sorted(found, key=lambda e: (e.day, e.about)))


def effort_cost(efforts: Sequence[tuple[Session, float]]) -> tuple[Exposure, ...]:
    """Effort felt per sport against the athlete's normal for sessions of that sport and length, in SD.

    Equal work here means like duration: effort is judged after a line through the logarithm of minutes.
    """
    by_sport: dict[Sport, list[tuple[Session, float]]] = defaultdict(list)
    for session, felt in sorted(efforts, key=lambda pair: (pair[0].start, pair[0].id)):
        if session.duration_s:
            by_sport[session.sport].append((session, felt))
    found: list[Exposure] = []
    for sport, pairs in by_sport.items():
        minutes = np.log([(session.duration_s or 60.0) / 60.0 for session, _ in pairs])
        efforts_felt = np.array([effort for _, effort in pairs])
        days = np.array([float(session.local_day.toordinal()) for session, _ in pairs])
        deviation = personal_baseline(days, beyond_duration(minutes, efforts_felt), least_sd=HALF_A_POINT).deviation
        about = f"effort of your {sport.value} sessions"
        found += [
            Exposure(session.local_day, float(z), about)
            for (session, _), z in zip(pairs, deviation, strict=True)
            if not np.isnan(z)
        ]
    return tuple(sorted(found, key=lambda e: (e.day, e.about)))


def beyond_duration(minutes: np.ndarray, felt: np.ndarray) -> np.ndarray:
    """Effort less what the minutes explain, each by a line through the sessions before it, shrunk to level."""
    if not len(felt):
        return felt
    # Sums over the sessions before each, both counted from the first one, so that little is lost in the differences.
    x, y = minutes - minutes[0], felt - felt[0]
    before = [np.concatenate(([0.0], np.cumsum(values)[:-1])) for values in (x, y, x * y, x * x)]
    count = np.maximum(np.arange(len(felt)), 1)
    mean_x, mean_y = before[0] / count, before[1] / count
    slope = (before[2] - count * mean_x * mean_y) / (before[3] - count * mean_x**2 + 1.0)
    slope[:2] = 0.0
    left: np.ndarray = felt - slope * (x - mean_x)
    return left
