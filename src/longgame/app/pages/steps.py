"""A planned session's steps as a page shows them: what to do, how often, and between which bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from longgame.app.pages.words import UNIT_WORDS, interval_words
from longgame.app.pictures.band import asked_band, spread
from longgame.app.pictures.plan_shape import ShapeStep, plan_shape
from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan
from longgame.plan.planned import EffortStep, PlannedSession, PlannedStep, SetsStep, StepRole, Target
from longgame.purpose.bounds import Bounds, Quantity

NAMES = {
    Quantity.HEART_RATE: "Heart rate",
    Quantity.POWER: "Power",
    Quantity.SPEED: "Pace",
    Quantity.CADENCE: "Cadence",
    Quantity.LOAD: "Load",
    Quantity.REPS: "Reps",
    Quantity.RIR: "Reserve",
    Quantity.RPE: "Effort",
    Quantity.REST: "Rest",
    Quantity.DURATION: "Time",
    Quantity.DISTANCE: "Distance",
}
"""What is bounded, as the row beside its band calls it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One bounded quantity: its name, its band and its words.

    `band` is empty where the bounds need a number that is not known; `words` say which then.
    """

    name: str
    band: str
    words: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: `times` is how often ("3" or "4–6"), empty for once; `notes` hold stop rules, reasons and tempo."""

    times: str
    name: str
    role: StepRole
    asked: tuple[Asked, ...]
    notes: tuple[str, ...]


def step_rows(planned: PlannedSession) -> tuple[StepRow, ...]:
    """The steps in order, rounds of one repeat told once."""
    groups = _by_line(planned.steps)
    bounded = [bounds for group in groups for _, bounds in _bounds_of(group[0]) if bounds is not None]
    rails = {quantity: _rail(one.interval for one in bounded if one.quantity is quantity) for quantity in Quantity}
    return tuple(_row(group, rails) for group in groups)


def whole_asked(planned: PlannedSession) -> tuple[Asked, ...]:
    """The bounds on the session as a whole."""
    return tuple(_asked(target.written, target.bounds, target.unresolved, None) for target in planned.targets)


def _by_line(steps: Iterable[PlannedStep]) -> list[list[PlannedStep]]:
    """The steps that one line of the plan unfolds into, together."""
    groups: dict[tuple[TextSpan, str], list[PlannedStep]] = {}
    for step in steps:
        groups.setdefault((step.span, step.written), []).append(step)
    return list(groups.values())


def _rail(intervals: Iterable[Interval]) -> tuple[float, float] | None:
    ends = [end for one in intervals for end in (one.floor, one.ceiling) if end is not None]
    return spread(Interval(min(ends), max(ends)), ()) if ends else None


def _row(group: list[PlannedStep], rails: dict[Quantity, tuple[float, float] | None]) -> StepRow:
    step = group[0]
    asked = tuple(
        _asked(target.written, bounds, target.unresolved, rails[bounds.quantity] if bounds else None)
        for target, bounds in _bounds_of(step)
    )
    return StepRow(_times(group), step_name(step), step.role, asked, _notes(step))


def _times(group: list[PlannedStep]) -> str:
    step = group[0]
    if isinstance(step, SetsStep):
        return _count(step.sets)
    sure = sum(1 for one in group if isinstance(one, EffortStep) and not one.optional)
    return "" if len(group) == 1 else f"{len(group)}" if sure == len(group) else f"{sure}–{len(group)}"


def _count(interval: Interval) -> str:
    if interval.floor is None or interval.ceiling is None or interval.floor == interval.ceiling:
        end = interval.floor if interval.floor is not None else interval.ceiling
        return "" if end is None else f"{end:g}"
    return f"{interval.floor:g}–{interval.ceiling:g}"


def step_name(step: PlannedStep) -> str:
    """What to do in a step, in words: the exercise, or its size and sport."""
    if isinstance(step, SetsStep):
        return step.exercise + (", each side" if step.each_side else "")
    size = "" if step.size is None else _size(step.size)
    sport = "" if step.sport is None else step.sport.value
    return " ".join(part for part in (size, sport) if part) or step.written


def _size(size: Bounds) -> str:
    return interval_words(size.quantity, size.interval).removeprefix("exactly ")


def _bounds_of(step: PlannedStep) -> list[tuple[Target, Bounds | None]]:
    found = []
    if isinstance(step, SetsStep):
        sizes = ((Quantity.REPS, step.reps), (Quantity.DURATION, step.hold_s), (Quantity.DISTANCE, step.distance_m))
        found = [(Target(""), Bounds(quantity, size)) for quantity, size in sizes if size is not None]
    return [*found, *((target, target.bounds) for target in step.targets)]


def _asked(written: str, bounds: Bounds | None, missing: str | None, rail: tuple[float, float] | None) -> Asked:
    if bounds is None:
        return Asked(written.removeprefix("@ "), "", missing or "")
    name, words = bounds_words(bounds)
    return Asked(name, asked_band(bounds.interval, rail or spread(bounds.interval, ()), f"{name}: {words}"), words)


def bounds_words(bounds: Bounds) -> tuple[str, str]:
    """What is bounded and between what, in words: ("Power", "185 to 215 W")."""
    name = NAMES.get(bounds.quantity, bounds.quantity.word.replace("_", " ").capitalize())
    words = interval_words(bounds.quantity, bounds.interval).removeprefix("exactly ")
    return name, words.replace(UNIT_WORDS[Quantity.RPE], " of 10")


def _notes(step: PlannedStep) -> tuple[str, ...]:
    notes = [step.why, step.until and f"Until {step.until}."]
    if isinstance(step, SetsStep):
        notes += [step.tempo and f"Tempo {step.tempo}", step.superset and f"Superset {step.superset}"]
    elif step.all_out:
        notes.append("All out.")
    return tuple(note for note in notes if note)


def shape_of(planned: PlannedSession) -> str | None:
    """The session's shape over time, where every step says how long it lasts and there is more than one."""
    steps = [step for step in planned.steps if isinstance(step, EffortStep)]
    timed = [step for step in steps if step.size is not None and step.size.quantity is Quantity.DURATION]
    if len(steps) < 2 or len(timed) != len(planned.steps):
        return None
    quantity = _drawn(steps)
    shown = tuple(ShapeStep(_seconds(step), _on(step, quantity), step.role is StepRole.WORK) for step in steps)
    minutes = round(sum(step.seconds for step in shown) / 60)
    work = sum(step.work for step in shown)
    says = f"The session's shape: {len(shown)} steps over about {minutes} minutes, {work} of them work"
    return plan_shape(shown, says)


def _drawn(steps: list[EffortStep]) -> Quantity | None:
    found = [target.bounds.quantity for step in steps for target in step.targets if target.bounds is not None]
    return max(found, key=found.count) if found else None


def _on(step: EffortStep, quantity: Quantity | None) -> Interval | None:
    matching = [t.bounds.interval for t in step.targets if t.bounds is not None and t.bounds.quantity is quantity]
    return matching[0] if matching else None


def _seconds(step: EffortStep) -> float:
    assert step.size is not None, "only timed steps come here"
    ends = [end for end in (step.size.interval.floor, step.size.interval.ceiling) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0
