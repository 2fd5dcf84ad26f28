"""The guided workouts of a FIT file, told in the plan room's words."""

from __future__ import annotations

from longgame.intake.formats.fit.decode import FitFile, decode
from longgame.intake.formats.fit.workouts import FitWorkout, Target, WorkoutStep, workouts
from longgame.plan.interop.guided import Aimed, Effortful, GuidedStep, GuidedWorkout

_AIMED = {
    "power": Aimed.POWER,
    "power_3s": Aimed.POWER,
    "power_10s": Aimed.POWER,
    "power_30s": Aimed.POWER,
    "power_lap": Aimed.POWER,
    "heart_rate": Aimed.HEART_RATE,
    "heart_rate_lap": Aimed.HEART_RATE,
    "speed": Aimed.SPEED,
    "speed_lap": Aimed.SPEED,
    "cadence": Aimed.CADENCE,
}
_EFFORTS = {
    "warmup": Effortful.WARM_UP,
    "cooldown": Effortful.COOL_DOWN,
    "rest": Effortful.EASY,
    "recovery": Effortful.EASY,
}
_TIMES = ("time", "repetition_time", "time_only")
_OFFSETS = {Aimed.POWER: 1000.0, Aimed.HEART_RATE: 100.0}
"""Numbers above these are W and bpm, those below are percents of critical power and of the highest heart rate."""


def guided_workouts(data: bytes, title: str) -> tuple[GuidedWorkout, ...]:
    """The workouts of a FIT file that have steps; those without a name are called `title`."""
    return guides(decode(data), title)


def guides(file: FitFile, title: str) -> tuple[GuidedWorkout, ...]:
    """As `guided_workouts`, of a file that is decoded already."""
    return tuple(_guided(one, title) for one in workouts(file) if one.steps)


def _guided(workout: FitWorkout, title: str) -> GuidedWorkout:
    steps = tuple(_step(step) for step in workout.steps)
    return GuidedWorkout(workout.name or title, workout.sport, steps, workout.description)


def _step(step: WorkoutStep) -> GuidedStep:
    """One step. One that goes back to an earlier step says so in its unit; other ends that it may have are lost."""
    back = step.unit == "step"
    timed, far = step.ends_by in _TIMES, step.ends_by == "distance"
    known = timed or far or step.ends_by in ("repeat_until_steps_cmplt", "reps", "open", None)
    aimed, low, high, shares, lost = _aim(step.target)
    return GuidedStep(
        index=step.index,
        seconds=step.amount if timed else None,
        metres=step.amount if far else None,
        reps=round(step.amount) if step.ends_by == "reps" and step.amount else None,
        aimed=aimed,
        low=low,
        high=high,
        shares=shares,
        zone=step.target.zone if step.target is not None else None,
        effort=_EFFORTS.get(step.intensity or "", Effortful.ACTIVE),
        name=step.name,
        notes=step.notes,
        exercise=step.exercise,
        weight_kg=step.weight_kg,
        back_to=round(step.amount or 0) if back else None,
        times=step.repeats if step.ends_by == "repeat_until_steps_cmplt" else None,
        lost=lost if known else f"that it ends by {(step.ends_by or '').replace('_', ' ')} is left out",
    )


def _aim(target: Target | None) -> tuple[Aimed | None, float | None, float | None, bool, str | None]:
    """What the step aims at, its ends, whether these are shares, and what of it is lost."""
    if target is None:
        return None, None, None, False, None
    aimed = _AIMED.get(target.kind)
    if aimed is None:
        return None, None, None, False, f"its aim by {target.kind.replace('_', ' ')} is left out"
    if (target.low is None and target.high is None) or target.zone:
        return aimed, None, None, False, None
    offset = _OFFSETS.get(aimed, 0.0)
    ends = [end for end in (target.low, target.high) if end is not None]
    shares = bool(offset) and max(ends) <= offset
    low, high = (None if end is None else end / 100 if shares else end - offset for end in (target.low, target.high))
    return aimed, low, high, shares, None
