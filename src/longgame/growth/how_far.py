"""How far: each lift's capacity then and now, from the first record on, with honest intervals and plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import (
    LIFT_GRID,
    Change,
    LiftSession,
    Range,
    Standing,
    Track,
    band,
    best_sets,
    chance_of,
    change_since,
    follow,
    lift_observations,
    standing,
)
from longgame.measure.capacity.track import POINT_SESSIONS
from longgame.record.session import Session
from longgame.record.sets import StrengthSet

KILOGRAMS = "kg"


@dataclass(frozen=True, slots=True)
class BandPoint:
    """The capacity as it was known after one session: the middle 80 % and the median, in the measure's unit."""

    day: date
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class HowFar:
    """One measure then and now. `then`, `now` and `change` are None while they cannot be told.

    `point` is what to show as one number: the last session's value while there are few, else the model's median.
    """

    measure: str
    unit: str
    sessions: int
    since: date
    until: date
    then: Range | None
    now: Range | None
    change: Change | None
    standing: Standing
    point: float
    says: str
    band: tuple[BandPoint, ...]


def how_far(
    sessions: Sequence[Session], on: date, since: date | None = None, body_mass_kg: float | None = None
) -> tuple[HowFar, ...]:
    """Every lift up to day `on`, against day `since` (the first record where None), most practised first.

    Loads are in kg. A set without a load counts only with `body_mass_kg`, as a lift of the body.
    """
    found = [
        told
        for exercise, days in lift_sessions(sessions, on, body_mass_kg).items()
        if (told := _told(exercise, days, since)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.sessions, one.measure)))


def lift_sessions(
    sessions: Sequence[Session], on: date, body_mass_kg: float | None = None
) -> dict[str, tuple[LiftSession, ...]]:
    """The sets of each exercise by day, in order of time, up to and including `on`."""
    by_lift: dict[str, list[LiftSession]] = defaultdict(list)
    for session in sorted((s for s in sessions if s.local_day <= on), key=lambda s: (s.start, s.id)):
        by_exercise: dict[str, list[StrengthSet]] = defaultdict(list)
        for done in session.sets:
            by_exercise[done.exercise].append(done)
        for exercise, sets in by_exercise.items():
            bodily = body_mass_kg or 0.0 if all(done.load is None for done in sets) else 0.0
            by_lift[exercise].append(LiftSession(session.local_day, tuple(sets), bodily))
    return {exercise: tuple(days) for exercise, days in sorted(by_lift.items())}


def lift_track(days: Sequence[LiftSession]) -> Track | Unknown:
    """The capacity of one lift, learned from all its sessions."""
    found, missed = best_sets(days)
    return follow(lift_observations(found, missed), LIFT_GRID)


def chance_of_target(days: Sequence[LiftSession], target_kg: float, on: date) -> float | Unknown:
    """The probability that the lift's one-rep maximum reaches `target_kg` on day `on`."""
    track = lift_track(days)
    return track if isinstance(track, Unknown) else chance_of(track, target_kg, float(on.toordinal()))


def _told(exercise: str, days: Sequence[LiftSession], since: date | None) -> HowFar | None:
    found, missed = best_sets(days)
    if not found:
        return None
    track = follow(lift_observations(found, missed), LIFT_GRID)
    if isinstance(track, Unknown):
        return None
    first, last = found[0].day, found[-1].day
    start = max(first, since) if since is not None else first
    change = change_since(track, float(start.toordinal()))
    known = None if isinstance(change, Unknown) else change
    word = standing(change)
    few = len(found) < POINT_SESSIONS or known is None
    point = found[-1].one_rep_max_kg if few or known is None else known.now.median
    points = tuple(
        BandPoint(date.fromordinal(int(day)), low, middle, high)
        for day, (low, middle, high) in zip(track.seen.day.tolist(), band(track).tolist(), strict=True)
    )
    return HowFar(
        measure=exercise,
        unit=KILOGRAMS,
        sessions=len(found),
        since=start,
        until=last,
        then=known.then if known else None,
        now=known.now if known else None,
        change=known,
        standing=word,
        point=point,
        says=_says(exercise, known, word, len(found), start),
        band=points,
    )


def _says(exercise: str, change: Change | None, word: Standing, sessions: int, start: date) -> str:
    if change is None:
        times = "once" if sessions == 1 else f"{sessions} times"
        return f"{exercise}: not yet knowable; done {times} so far."
    now, then = change.now, change.then
    where = f"{now.low:.0f}–{now.high:.0f} kg for one rep now, {then.low:.0f}–{then.high:.0f} kg on {start.isoformat()}"
    if word is Standing.NOT_YET_KNOWABLE:
        spread = f"anything from {change.low:+.0%} to {change.high:+.0%} fits what you logged"
        return f"{exercise}: {where}. Not yet knowable whether that changed: {spread}."
    sure = max(change.p_better, 1.0 - change.p_better) if word is not Standing.FLAT else change.p_flat
    return f"{exercise}: {where}. {word.value.capitalize()} ({min(sure, 0.99):.0%} sure)."
