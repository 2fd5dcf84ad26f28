"""First times.

What the journal had never seen before a day. The first record of a thing is where it begins, not a first time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount
from longgame.record.session import Session
from longgame.record.sets import SetKind

LEAST_BEFORE = 4
"""With fewer sessions of the same kind before, everything is a first."""


@dataclass(frozen=True, slots=True)
class FirstTime:
    """Something done on `day` beyond all earlier days of the journal. `about` is the exercise or sport."""

    day: date
    about: str
    says: str


def first_times(sessions: Iterable[Session]) -> tuple[FirstTime, ...]:
    """Every first time, in order: the heaviest set of a lift, the longest way or time of a sport.

    Each is told once a session, for the part that went furthest beyond what was there; failed reps do not count.
    """
    heaviest: dict[str, list[float]] = defaultdict(list)
    longest: dict[Sport, list[float]] = defaultdict(list)
    found: list[FirstTime] = []
    for session in sorted(sessions, key=lambda one: (one.start, one.id)):
        for exercise, load in sorted(_heaviest(session).items()):
            before = heaviest[exercise]
            if len(before) >= LEAST_BEFORE and load.base > max(before) + 0.01:
                says = f"{exercise} with {load.value:f} {load.unit.symbol}, for the first time in this journal"
                found.append(FirstTime(session.local_day, exercise, says))
            before.append(load.base)
        if session.distance_m and session.distance_m >= 100:
            before = longest[session.sport]
            if len(before) >= LEAST_BEFORE and session.distance_m > max(before) * 1.01:
                says = f"{session.distance_m / 1000:.1f} km of {session.sport.value}, the longest in this journal"
                found.append(FirstTime(session.local_day, session.sport.value, says))
            before.append(session.distance_m)
    return tuple(found)


def _heaviest(session: Session) -> dict[str, Amount]:
    """The heaviest load moved for at least one rep, by exercise, as it was entered."""
    loads: dict[str, Amount] = {}
    for done in session.sets:
        if done.kind is SetKind.WARM_UP or done.load is None or not done.reps:
            continue
        known = loads.get(done.exercise)
        if known is None or done.load.base > known.base:
            loads[done.exercise] = done.load
    return loads
