"""From a name, as any app or person writes it, to the exercise; a name that is not known stays the athlete's own.

The order of trust: what the athlete said, what we curated, the catalogue's own words, then a known movement with known
words of manner and equipment. A name with any word left over is not guessed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from longgame.kernel.movement.catalogue import catalogue
from longgame.kernel.movement.exercise import Equipment, Exercise
from longgame.kernel.movement.kinds import Match, match
from longgame.kernel.movement.words import bag
from longgame.kernel.sport import MovementPattern

_CURATED = {
    "air bike": "assault bike",
    "bench": "bench press",
    "press": "overhead press",
    "flat dumbbell bench press": "dumbbell bench press",
    "machine bench press": "chest press (machine)",
    "bench press (machine)": "chest press (machine)",
    "iso-lateral chest press (machine)": "Leverage_Chest_Press",
    "hammer strength chest press": "Leverage_Chest_Press",
    "pull up (band)": "Band_Assisted_Pull-Up",
    "pull up (assisted)": "assisted pull up",
    "step-up": "step up",
    "leg press (machine)": "Leg_Press",
    "crunch": "Crunches",
    "ab wheel": "Ab_Roller",
    "pec deck (machine)": "Butterfly",
    "butterfly (pec deck)": "Butterfly",
    "chest fly (machine)": "Butterfly",
    "chest dip": "Dips_-_Chest_Version",
    "triceps dip": "Dips_-_Triceps_Version",
    "hip thrust (barbell)": "Barbell_Hip_Thrust",
    "back extension": "Hyperextensions_Back_Extensions",
    "back extension (hyperextension)": "Hyperextensions_Back_Extensions",
    "reverse fly (machine)": "Reverse_Machine_Flyes",
    "rear delt reverse fly (machine)": "Reverse_Machine_Flyes",
    "hip abductor (machine)": "Thigh_Abductor",
    "hip adductor (machine)": "Thigh_Adductor",
    "hip abduction (machine)": "Thigh_Abductor",
    "hip adduction (machine)": "Thigh_Adductor",
    "stiff leg deadlift (barbell)": "Stiff-Legged_Barbell_Deadlift",
    "face pull (cable)": "Face_Pull",
    "bicep curl (machine)": "Machine_Bicep_Curl",
    "incline bench press (dumbbell)": "Incline_Dumbbell_Press",
    "incline dumbbell bench press": "Incline_Dumbbell_Press",
    "elliptical machine": "Elliptical_Trainer",
}
"""Names that words alone would miss or mistake, each with a catalogue id or a name that is understood."""


def find_exercise(name: str, own: Mapping[str, str] | None = None) -> Exercise | None:
    """The exercise that `name` stands for, or None where it is not known for certain.

    `own` holds the athlete's answers: a name as logged, and the name or id of the exercise it means.

    >>> find_exercise("Bench Press (Barbell)").id
    'Barbell_Bench_Press_-_Medium_Grip'
    >>> find_exercise("Grandfather's secret"), find_exercise("Gf secret", {"gf secret": "Deadlift"}).name
    (None, 'Barbell Deadlift')
    """
    said = {_folded(key): value for key, value in own.items()}.get(_folded(name)) if own else None
    return _known(name if said is None else said)


def pattern_of(name: str, own: Mapping[str, str] | None = None) -> MovementPattern | None:
    """The movement pattern of the exercise `name`, or None where it is not known or belongs to none.

    >>> pattern_of("Romanian Deadlift (Dumbbell)"), pattern_of("Something else")
    (<MovementPattern.HINGE: 'hinge'>, None)
    """
    exercise = find_exercise(name, own)
    return None if exercise is None else exercise.pattern


def same_exercise(one: str, other: str, own: Mapping[str, str] | None = None) -> bool:
    """Whether two names mean the same exercise with the same equipment; unknown names only if their words are equal.

    >>> same_exercise("Bench Press (Barbell)", "barbell bench press"), same_exercise("Bench Press", "DB Bench Press")
    (True, False)
    """
    first, second = find_exercise(one, own), find_exercise(other, own)
    if first is None or second is None:
        return first is second and bag(one) == bag(other) and bool(bag(one))
    return first.id == second.id


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _by_id() -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in catalogue()}


@cache
def _by_words() -> dict[frozenset[str], Exercise]:
    """The catalogue by bags of words; of two exercises with one bag, the one with the shorter name."""
    return {bag(exercise.name): exercise for exercise in sorted(catalogue(), key=lambda each: -len(each.name))}


@cache
def _by_movement() -> dict[Match, Exercise]:
    """The catalogue by movement, manner and equipment; of two alike, the one with the shorter name."""
    found: dict[Match, Exercise] = {}
    for exercise in sorted(catalogue(), key=lambda each: len(each.name)):
        named = match(exercise.name)
        if named is not None and exercise.pattern is named.movement.pattern:
            found.setdefault(Match(named.movement, named.manner, exercise.equipment), exercise)
    return found


@cache
def _curated() -> dict[str, str]:
    return {_folded(name): meant for name, meant in _CURATED.items()}


@cache
def _known(name: str) -> Exercise | None:
    meant = _curated().get(_folded(name), name)
    exact = _by_id().get(meant) or (_by_words().get(bag(meant)) if meant == name else None)
    return exact or _understood(meant)


def _understood(name: str) -> Exercise | None:
    named = match(name)
    if named is None:
        return None
    return _by_movement().get(named) or _composed(named)


def _composed(named: Match) -> Exercise:
    """An exercise that the catalogue has not, made of a known movement, manner and equipment."""
    movement = named.movement
    tool = named.equipment
    words = [*sorted(named.manner), movement.name]
    key = ".".join(["-".join(words).replace(" ", "-"), *([] if tool is None else [tool.name.lower()])])
    name = " ".join(words).capitalize() + ("" if _goes_without_saying(named) else f" ({tool.value})" if tool else "")
    return Exercise(key, name, movement.pattern, movement.primary, movement.secondary, tool)


def _goes_without_saying(named: Match) -> bool:
    return named.equipment is named.movement.usual or named.equipment is Equipment.BODYWEIGHT
