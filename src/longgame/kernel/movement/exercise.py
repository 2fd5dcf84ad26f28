"""What is known of an exercise: its name, what it is done with, its movement pattern and its muscles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.kernel.sport import MovementPattern


class Muscle(Enum):
    """A muscle group, as coarse as the exercise catalogue tells them apart."""

    ABDOMINALS = "abdominals"
    ABDUCTORS = "abductors"
    ADDUCTORS = "adductors"
    BICEPS = "biceps"
    CALVES = "calves"
    CHEST = "chest"
    FOREARMS = "forearms"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    LATS = "lats"
    LOWER_BACK = "lower back"
    MIDDLE_BACK = "middle back"
    NECK = "neck"
    QUADRICEPS = "quadriceps"
    SHOULDERS = "shoulders"
    TRAPS = "traps"
    TRICEPS = "triceps"


class Equipment(Enum):
    """What an exercise is done with; the same movement with other equipment is another exercise."""

    BARBELL = "barbell"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    CABLE = "cable"
    MACHINE = "machine"
    SMITH_MACHINE = "Smith machine"
    BAND = "band"
    BODYWEIGHT = "bodyweight"
    EZ_BAR = "EZ bar"
    TRAP_BAR = "trap bar"
    SAFETY_BAR = "safety bar"
    LANDMINE = "landmine"
    SUSPENSION = "suspension"
    PLATE = "plate"
    MEDICINE_BALL = "medicine ball"
    EXERCISE_BALL = "exercise ball"
    SANDBAG = "sandbag"
    SLED = "sled"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. `primary` muscles count a set in full, `secondary` ones in half where sets are counted by muscle.

    `pattern` is None where the movement belongs to none (stretches, the neck).
    """

    id: str
    name: str
    pattern: MovementPattern | None
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...] = ()
    equipment: Equipment | None = None
