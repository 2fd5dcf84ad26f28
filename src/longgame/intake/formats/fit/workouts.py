"""Workouts: what a watch was told to guide through, step by step, as the file has it."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.formats.fit.cells import number, text, whole, word
from longgame.intake.formats.fit.decode import FitFile, FitPart
from longgame.intake.formats.fit.sets import exercise_name
from longgame.intake.formats.fit.sports import sport_of
from longgame.intake.formats.fit.table import Table
from longgame.kernel.sport import Sport

DURATIONS = {
    "duration_time": "s",
    "duration_distance": "m",
    "duration_reps": "reps",
    "duration_calories": "kcal",
    "duration_hr": "workout_hr",
    "duration_power": "workout_power",
    "duration_step": "step",
}
"""Meanings of a step's duration with their units. Heart rate and power below 100 (1000) are percents, above bpm + 100
(watts + 1000)."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a step aims at, by FIT's word: a zone, or from `low` to `high` in FIT's units for that kind."""

    kind: str
    zone: int | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class WorkoutStep:
    """One step: how it ends (FIT's word, amount and unit), what it aims at, and how hard it is meant (FIT's word).

    A step whose unit is "step" goes back to the step of that index, `repeats` times in all where it counts them.
    """

    index: int
    name: str | None
    ends_by: str | None
    amount: float | None
    unit: str | None
    target: Target | None
    intensity: str | None
    exercise: str | None = None
    weight_kg: float | None = None
    notes: str | None = None
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class FitWorkout:
    """A workout as a file holds it."""

    name: str | None
    sport: Sport
    steps: tuple[WorkoutStep, ...]
    description: str | None = None


def workouts(file: FitFile) -> tuple[FitWorkout, ...]:
    """The workouts in a file: of workout files, and those which an activity was guided by."""
    return tuple(found for part in file.parts if (found := _workout(part)) is not None)


def _workout(part: FitPart) -> FitWorkout | None:
    head, steps = part.table("workout"), part.table("workout_step")
    if steps is None:
        return None
    return FitWorkout(
        text(head, "wkt_name"),
        sport_of(word(head, "sport"), word(head, "sub_sport")),
        tuple(_step(steps, row) for row in range(len(steps))),
        text(head, "wkt_description"),
    )


def _step(table: Table, row: int) -> WorkoutStep:
    amount, unit = _amount(table, row)
    category = whole(table, "exercise_category", row)
    index = whole(table, "message_index", row)
    return WorkoutStep(
        row if index is None else index,
        text(table, "wkt_step_name", row),
        word(table, "duration_type", row),
        amount,
        unit,
        _target(table, row),
        word(table, "intensity", row),
        None if category is None else exercise_name(category, whole(table, "exercise_name", row), {}),
        number(table, "exercise_weight", row),
        text(table, "notes", row),
        whole(table, "repeat_steps", row),
    )


def _amount(table: Table, row: int) -> tuple[float | None, str | None]:
    for name, unit in DURATIONS.items():
        amount = number(table, name, row)
        if amount is not None:
            return amount, unit
    return number(table, "duration_value", row), None


def _target(table: Table, row: int) -> Target | None:
    kind = word(table, "target_type", row)
    if kind is None or kind == "open":
        return None
    quantity = {"speed": "speed", "heart_rate": "heart_rate", "cadence": "cadence", "power": "power"}.get(kind)
    low = number(table, f"custom_target_{quantity}_low", row) if quantity else None
    high = number(table, f"custom_target_{quantity}_high", row) if quantity else None
    zone = whole(table, "target_value", row) or None
    return Target(kind, zone, low, high)
