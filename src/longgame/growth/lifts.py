"""A journal's sets as lifts: the same exercise under one name, by day, the body's mass added where it is moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from longgame.kernel.movement.exercise import Equipment
from longgame.kernel.movement.names import find_exercise
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import (
    LIFT_GRID,
    BestSet,
    LiftSession,
    MissedLift,
    Track,
    best_sets,
    chance_of,
    follow,
    lift_observations,
)
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.review.movements import key_of

BodyMass = Callable[[date], float | None]
"""The body's mass on a day [kg], None where it was never said."""

Own = Mapping[str, str]
"""The athlete's own answers: a name as logged, and the exercise it means."""

_OTHER_BODY_LIFTS = ("Dips_-_Chest_Version", "Dips_-_Triceps_Version")


def mass_not_said(_day: date) -> float | None:
    """The body's mass of somebody who never said it."""
    return None


def moves_the_body(exercise: str, own: Own | None = None) -> bool:
    """Whether the body itself is the load, so that its mass belongs to what was lifted.

    >>> moves_the_body("Chin Up"), moves_the_body("Bench Press (Barbell)")
    (True, False)
    """
    found = find_exercise(exercise, own)
    return found is not None and (found.equipment is Equipment.BODYWEIGHT or found.id in _OTHER_BODY_LIFTS)


def lift_sessions(
    sessions: Sequence[Session], on: date, body_mass: BodyMass = mass_not_said, own: Own | None = None
) -> dict[str, tuple[LiftSession, ...]]:
    """The sets of each exercise by day, in order of time, up to and including `on`, by the name logged most often.

    Names that mean the same exercise with the same equipment are one lift. Lifts of the body count only where its
    mass is known; without it, added weight alone would say nothing of what was lifted.
    """
    by_key: dict[str, list[LiftSession]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for session in sorted((s for s in sessions if s.local_day <= on), key=lambda s: (s.start, s.id)):
        by_exercise: dict[str, list[StrengthSet]] = defaultdict(list)
        for done in session.sets:
            by_exercise[done.exercise].append(done)
        for exercise, sets in by_exercise.items():
            lift = _lift(session.local_day, exercise, sets, body_mass, own)
            if lift is not None:
                key = key_of(exercise, own)
                names[key][exercise] += 1
                by_key[key].append(lift)
    shown = {key: min(count, key=lambda name: (-count[name], name)) for key, count in names.items()}
    return {shown[key]: tuple(days) for key, days in sorted(by_key.items(), key=lambda pair: shown[pair[0]])}


def _lift(
    day: date, exercise: str, sets: Sequence[StrengthSet], body_mass: BodyMass, own: Own | None
) -> LiftSession | None:
    loaded = any(done.load is not None for done in sets)
    if not moves_the_body(exercise, own):
        mass = 0.0 if loaded else body_mass(day)
    else:
        mass = body_mass(day)
        if mass is None and loaded:
            return None
    return LiftSession(day, tuple(sets), mass or 0.0)


def lift_track(days: Sequence[LiftSession]) -> Track | Unknown:
    """The capacity of one lift, learned from all its sessions; learned again only where what they say has changed."""
    return _followed(*best_sets(days))


@lru_cache(maxsize=48)
def _followed(found: tuple[BestSet, ...], missed: tuple[MissedLift, ...]) -> Track | Unknown:
    return follow(lift_observations(found, missed), LIFT_GRID)


def chance_of_target(days: Sequence[LiftSession], target_kg: float, on: date) -> float | Unknown:
    """The probability that the lift's one-rep maximum reaches `target_kg` on day `on`."""
    track = lift_track(days)
    return track if isinstance(track, Unknown) else chance_of(track, target_kg, float(on.toordinal()))
