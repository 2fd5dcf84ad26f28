"""The shipped catalogue of exercises, each with the movement pattern that is ours to say."""

from __future__ import annotations

from functools import cache

from longgame.kernel.movement.catalogue_data import CATALOGUE
from longgame.kernel.movement.exercise import Equipment, Exercise, Muscle
from longgame.kernel.movement.kinds import entries, match, muscles
from longgame.kernel.movement.words import bag
from longgame.kernel.sport import MovementPattern as P

_EQUIPMENT = {
    "bands": Equipment.BAND,
    "barbell": Equipment.BARBELL,
    "body only": Equipment.BODYWEIGHT,
    "cable": Equipment.CABLE,
    "dumbbell": Equipment.DUMBBELL,
    "e-z curl bar": Equipment.EZ_BAR,
    "exercise ball": Equipment.EXERCISE_BALL,
    "kettlebells": Equipment.KETTLEBELL,
    "machine": Equipment.MACHINE,
    "medicine ball": Equipment.MEDICINE_BALL,
}
_BY_WORD = (
    (P.SQUAT, "squat lunge jump hop leap"),
    (P.LOCOMOTION, "sprint skip skipping shuffle drill start drag walk quick bound kick claw"),
    (P.HINGE, "deadlift clean snatch stair"),
    (P.PUSH, "jerk"),
    (P.PULL, "curl chin pulldown row"),
    (P.CORE, "windmill get crunch"),
)
_BY_MUSCLE = {
    Muscle.ABDOMINALS: P.CORE,
    Muscle.ABDUCTORS: P.HINGE,
    Muscle.ADDUCTORS: P.SQUAT,
    Muscle.BICEPS: P.PULL,
    Muscle.CALVES: P.SQUAT,
    Muscle.CHEST: P.PUSH,
    Muscle.FOREARMS: P.PULL,
    Muscle.GLUTES: P.HINGE,
    Muscle.HAMSTRINGS: P.HINGE,
    Muscle.LATS: P.PULL,
    Muscle.LOWER_BACK: P.HINGE,
    Muscle.MIDDLE_BACK: P.PULL,
    Muscle.QUADRICEPS: P.SQUAT,
    Muscle.TRAPS: P.PULL,
    Muscle.TRICEPS: P.PUSH,
}
_OVERRIDES: dict[str, P | None] = {
    "Air_Bike": P.CORE,
    "Balance_Board": None,
    "Backward_Medicine_Ball_Throw": P.HINGE,
    "Back_Flyes_-_With_Bands": P.PULL,
    "Box_Skip": P.LOCOMOTION,
    "Cable_Incline_Pushdown": P.PULL,
    "Carioca_Quick_Step": P.LOCOMOTION,
    "Gorilla_Chin_Crunch": P.CORE,
    "Incline_Push-Up_Depth_Jump": P.PUSH,
    "Kettlebell_Turkish_Get-Up_Lunge_style": P.CORE,
    "Kettlebell_Turkish_Get-Up_Squat_style": P.CORE,
    "Kneeling_Arm_Drill": P.LOCOMOTION,
    "Lying_Close-Grip_Barbell_Triceps_Press_To_Chin": P.PUSH,
    "Medicine_Ball_Scoop_Throw": P.HINGE,
    "Reverse_Flyes_With_External_Rotation": P.PULL,
    "Superman": P.HINGE,
    "Trail_Running_Walking": P.LOCOMOTION,
}
"""Where neither the name nor the muscles tell the movement."""


@cache
def catalogue() -> tuple[Exercise, ...]:
    """All exercises of the catalogue, by id."""
    return tuple(_exercise(cells) for cells in entries(CATALOGUE))


def _exercise(cells: tuple[str, ...]) -> Exercise:
    key, name, equipment, kind, force, primary, secondary = cells
    worked = muscles(primary)
    named = match(name)
    done_with = (named and named.equipment) or _EQUIPMENT.get(equipment)
    return Exercise(key, name, _pattern(key, name, kind, force, worked), worked, muscles(secondary), done_with)


def _pattern(key: str, name: str, kind: str, force: str, worked: tuple[Muscle, ...]) -> P | None:
    if key in _OVERRIDES:
        return _OVERRIDES[key]
    if kind == "stretching":
        return None
    named = match(name)
    if named is not None:
        return named.movement.pattern
    words = bag(name)
    by_word = next((pattern for pattern, told in _BY_WORD if words & set(told.split())), None)
    if by_word is not None or kind == "cardio":
        return by_word or P.LOCOMOTION
    if worked[0] is Muscle.SHOULDERS:
        return P.PULL if force == "pull" else P.PUSH
    return _BY_MUSCLE.get(worked[0])
