"""Real logs: any folder of exports, read by the product's own readers, as lift series per athlete (one file, one)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import numpy as np

from longgame.intake.model import Answer, Original, ReadContext
from longgame.intake.readers import HEAD_BYTES, recognise
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.measure.capacity.lift_sessions import BestSet, LiftSession, best_sets
from longgame.record.session import Session
from longgame.record.sets import StrengthSet

LEAST_SESSIONS = 8


@dataclass(frozen=True, slots=True, eq=False)
class LiftSeries:
    """One lift of one athlete: its best sets in order of time, and the moment of each in days."""

    athlete: str
    exercise: str
    best: tuple[BestSet, ...]

    @property
    def values(self) -> np.ndarray:
        """ln of the one-rep maxima."""
        return np.log([b.one_rep_max_kg for b in self.best])

    @property
    def days(self) -> np.ndarray:
        """Days as proleptic ordinals."""
        return np.array([float(b.day.toordinal()) for b in self.best])


@dataclass(frozen=True, slots=True)
class Log:
    """All sessions of one file."""

    athlete: str
    sessions: tuple[Session, ...]


def read_logs(folder: Path) -> Iterator[Log]:
    """Every file below `folder` that a reader knows; the others are passed over."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        reader = recognise(data[:HEAD_BYTES], path.name)
        if reader is None:
            continue
        original = Original(path.name, content_hash(data), data)
        reading = reader.read(original, ReadContext(THE_ATHLETE, UTC))
        if reading.question is not None and reading.question.choices:
            # The scale of loads is of no account on the log scale, so any unit will do.
            answer = Answer(reading.question.key, reading.question.suggestion or reading.question.choices[0])
            reading = reader.read(original, ReadContext(THE_ATHLETE, UTC, (answer,)))
        if reading.sessions:
            yield Log(str(path.relative_to(folder)), reading.sessions)


def lift_series(log: Log, least: int = LEAST_SESSIONS) -> list[LiftSeries]:
    """The lifts of a log with at least so many sessions that say something."""
    by_lift: dict[str, dict[Session, list[StrengthSet]]] = defaultdict(dict)
    for session in sorted(log.sessions, key=lambda s: (s.start, s.id)):
        for done in session.sets:
            by_lift[done.exercise].setdefault(session, []).append(done)
    found = []
    for exercise, sessions in by_lift.items():
        best, _ = best_sets([LiftSession(s.local_day, tuple(done)) for s, done in sessions.items()])
        if len(best) >= least:
            found.append(LiftSeries(log.athlete, exercise, best))
    return found
