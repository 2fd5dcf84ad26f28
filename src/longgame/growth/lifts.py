"""A journal's sets as lifts: the same exercise under one name, by day, the body's mass added where it is moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

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
    follow_together,
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


BestSets = tuple[tuple[BestSet, ...], tuple[MissedLift, ...]]
"""What the sessions of a lift say: best sets and failed attempts."""


def lift_track(days: Sequence[LiftSession]) -> Track | Unknown:
    """The capacity of one lift, learned from all its sessions; learned again only where what they say has changed."""
    return tracks_of([best_sets(days)])[0]


def tracks_of(lifts: Sequence[BestSets]) -> list[Track | Unknown]:
    """The capacities of several lifts, those not known yet learned side by side."""
    return _FOLLOWED.tracks(lifts)


class _Followed:
    """The tracks learned last, by what they were learned from."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[BestSets, Track | Unknown] = {}

    def tracks(self, lifts: Sequence[BestSets]) -> list[Track | Unknown]:
        """Those known, and those learned now; as many of the latest as may be are kept."""
        found = {lift: known for lift in lifts if (known := self._known.get(lift)) is not None}
        new = [lift for lift in dict.fromkeys(lifts) if lift not in found]
        found |= zip(new, follow_together([lift_observations(*lift) for lift in new], LIFT_GRID), strict=True)
        self._known |= {lift: found[lift] for lift in new}
        for lift in list(self._known)[: -self._most]:
            self._known.pop(lift, None)
        return [found[lift] for lift in lifts]


_FOLLOWED = _Followed(48)


def chance_of_target(days: Sequence[LiftSession], target_kg: float, on: date) -> float | Unknown:
    """The probability that the lift's one-rep maximum reaches `target_kg` on day `on`."""
    track = lift_track(days)
    return track if isinstance(track, Unknown) else chance_of(track, target_kg, float(on.toordinal()))
