"""Sessions as FIT workout files, which watches and bike computers guide through step by step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import groupby

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    FileType,
    Intensity,
    Manufacturer,
    WorkoutStepDuration,
    WorkoutStepTarget,
)
from fit_tool.profile.profile_type import Sport as FitSport

from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.interop.carried import Exported, Losses, file_name
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.fit_exercises import fit_exercise
from longgame.plan.interop.folding import fold
from longgame.plan.interop.notes import note_of, words_of_sets
from longgame.plan.planned import EffortStep, PlannedSession, PlannedStep, SetScheme, SetsStep, StepRole, Target
from longgame.purpose.bounds import Quantity

_SPORTS = {
    Sport.RUN: FitSport.RUNNING,
    Sport.RIDE: FitSport.CYCLING,
    Sport.SWIM: FitSport.SWIMMING,
    Sport.ROW: FitSport.ROWING,
    Sport.WALK: FitSport.WALKING,
    Sport.HIKE: FitSport.HIKING,
    Sport.SKI: FitSport.CROSS_COUNTRY_SKIING,
    Sport.PADDLE: FitSport.PADDLING,
    Sport.SKATE: FitSport.INLINE_SKATING,
}
_TARGETS = {
    Quantity.POWER: WorkoutStepTarget.POWER,
    Quantity.SPEED: WorkoutStepTarget.SPEED,
    Quantity.HEART_RATE: WorkoutStepTarget.HEART_RATE,
    Quantity.CADENCE: WorkoutStepTarget.CADENCE,
}
"""What a step can aim at, in the order of preference: what can be held best comes first."""

_OFFSETS = {Quantity.POWER: 1000, Quantity.HEART_RATE: 100}
"""FIT keeps smaller numbers for shares; watts and beats per minute begin above these."""

_WIDEST = {Quantity.POWER: 3000.0, Quantity.SPEED: 25.0, Quantity.HEART_RATE: 255.0, Quantity.CADENCE: 254.0}
"""What stands for an open ceiling, since a FIT target needs both ends."""

_INTENSITIES = {
    StepRole.WARM_UP: Intensity.WARMUP,
    StepRole.WORK: Intensity.ACTIVE,
    StepRole.EASY: Intensity.RECOVERY,
    StepRole.COOL_DOWN: Intensity.COOLDOWN,
}
LONGEST_NAME = 40
"""Bytes of a step's name; watches show far less."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One step of the file: how it ends, what it aims at, how hard it is meant."""

    ends_by: WorkoutStepDuration
    amount: float | None
    quantity: Quantity | None
    low: float
    high: float
    zone: int | None
    intensity: Intensity
    name: str
    notes: str = ""
    weight_kg: float | None = None
    exercise: tuple[int, int] | None = None


def write_fit(unfolded: Unfolded, _anchors: Anchors) -> Exported:
    """A session as a FIT workout, its bounds in the athlete's own numbers; what a watch cannot hold is told."""
    session = unfolded.session
    losses = Losses()
    rows = list(_in_turn(session, losses))
    _tell_session(session, losses)
    messages = list(_messages(rows))
    builder = FitFileBuilder(auto_define=True, min_string_size=50)
    builder.add(_file_id(session))
    builder.add(_workout(session, len(messages), losses))
    builder.add_all(messages)
    return Exported(f"{file_name(session.title)}.fit", builder.build_bytes(), losses.told())


def _file_id(session: PlannedSession) -> FileIdMessage:
    message = FileIdMessage()
    message.type = FileType.WORKOUT
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.time_created = round(datetime.combine(session.day, session.at or time(), UTC).timestamp() * 1000)
    message.serial_number = int(session.id[:7], 16) if re.fullmatch(r"[0-9a-f]{7}.*", session.id) else 1
    return message


def _workout(session: PlannedSession, steps: int, losses: Losses) -> WorkoutMessage:
    message = WorkoutMessage()
    message.workout_name = _cut(session.title)
    sport = session.sport
    if sport is not None and sport not in _SPORTS and sport not in (Sport.STRENGTH, Sport.CONDITIONING):
        losses.add(InteropCode.APPROXIMATED, f"{sport.value} is carried as training")
    message.sport = _SPORTS.get(sport, FitSport.TRAINING) if sport else FitSport.TRAINING
    message.num_valid_steps = steps
    return message


def _tell_session(session: PlannedSession, losses: Losses) -> None:
    for target in session.targets:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"in all {target.written}: a watch knows no bounds on the whole")
    sports = {step.sport for step in session.steps if isinstance(step, EffortStep) and step.sport}
    if len(sports) > 1:
        losses.add(InteropCode.APPROXIMATED, "several sports are carried as one workout of one sport")


def _in_turn(session: PlannedSession, losses: Losses) -> Iterator[_Row]:
    """The rows of all steps; those of a superset or a circuit by turns, round after round."""
    for _, group in groupby(session.steps, key=_turn):
        members = list(group)
        if (circuit := members[0].circuit) is not None:
            clock = f"its rounds are written out, the clock of {circuit.kind.value} has no place here"
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{members[0].written}: {clock}")
        rows = [
            (_count(step, losses), [_one(step, session.sport, losses)], list(_pause(step, losses))) for step in members
        ]
        counts = {count for count, _, _ in rows}
        if len(rows) > 1 and len(counts) == 1:
            rows = [(counts.pop(), [row for _, one, _ in rows for row in one], rows[-1][2])]
        yield from (row for count, inner, pause in rows for _ in range(count) for row in (*inner, *pause))


def _turn(step: PlannedStep) -> object:
    """What steps that are gone through in turn have in common; a step of its own has only itself."""
    if step.circuit is not None:
        return "circuit", step.circuit.number
    together = step.superset if isinstance(step, SetsStep) else None
    return ("step", step.number) if together is None else ("superset", together)


def _one(step: PlannedStep, sport: Sport | None, losses: Losses) -> _Row:
    return _effort(step, sport, losses) if isinstance(step, EffortStep) else _set(step, losses)


def _effort(step: EffortStep, sport: Sport | None, losses: Losses) -> _Row:
    ends_by, amount = WorkoutStepDuration.OPEN, None
    if step.size is not None:
        time_bound = step.size.quantity is Quantity.DURATION
        ends_by = WorkoutStepDuration.TIME if time_bound else WorkoutStepDuration.DISTANCE
        amount = _middle(step.size.interval, step.written, losses)
    if step.optional:
        losses.add(InteropCode.APPROXIMATED, f"{step.written}: a round that may be left out is written out")
    quantity, low, high, zone, others = _target(step.targets, step.written, losses)
    words = [*others, *([f"until {step.until}"] if step.until else []), *(["all out"] if step.all_out else [])]
    note = note_of(words, step.written, losses)
    name = step.sport.value if step.sport is not None and step.sport is not sport else ""
    return _Row(ends_by, amount, quantity, low, high, zone, _INTENSITIES[step.role], name, note)


def _middle(interval: Interval, written: str, losses: Losses) -> float:
    ends = [end for end in (interval.floor, interval.ceiling) if end is not None]
    if len(set(ends)) > 1:
        losses.add(InteropCode.APPROXIMATED, f"{written}: the band became its middle")
    return sum(ends) / len(ends) if ends else 0.0


def _target(
    targets: Iterable[Target], written: str, losses: Losses
) -> tuple[Quantity | None, float, float, int | None, list[str]]:
    """The one aim a step can have, as its quantity with both ends, or a zone where the athlete's own is not known; and
    the words of all others."""
    chosen: Target | None = None
    known = {t.bounds.quantity: t for t in targets if t.bounds is not None and t.bounds.quantity in _TARGETS}
    zoned = [t for t in targets if t.bounds is None and re.fullmatch(r"(?:(?:hr|power|pace) )?z\d", t.written)]
    chosen = next((known[quantity] for quantity in _TARGETS if quantity in known), None) or next(iter(zoned), None)
    others = [target.written for target in targets if target is not chosen and target.written != "all out"]
    if chosen is None:
        return None, 0.0, 0.0, None, others
    if chosen.bounds is None:
        message = f"{written}: {chosen.written} is carried as the watch's own zone"
        losses.add(InteropCode.APPROXIMATED, message)
        kinds = {"hr": Quantity.HEART_RATE, "power": Quantity.POWER, "pace": Quantity.SPEED}
        return kinds.get(chosen.written.split()[0], Quantity.HEART_RATE), 0.0, 0.0, int(chosen.written[-1]), others
    quantity, interval = chosen.bounds.quantity, chosen.bounds.interval
    return quantity, interval.floor or 0.0, interval.ceiling or _WIDEST[quantity], None, others


def _count(step: PlannedStep, losses: Losses) -> int:
    if isinstance(step, EffortStep):
        return 1
    count = int(step.sets.ceiling or step.sets.floor or 1)
    if step.sets.floor != step.sets.ceiling:
        losses.add(InteropCode.APPROXIMATED, f"{step.written}: {count} sets are written out")
    return count


def _set(step: SetsStep, losses: Losses) -> _Row:
    """One set: what a watch has a field for in its field, all else as words of the step's note."""
    ends_by, amount = _amount(step, losses)
    load = next((t.bounds for t in step.targets if t.bounds and t.bounds.quantity is Quantity.LOAD), None)
    weight = None if load is None else load.interval.ceiling
    if load is not None and (step.scheme is not SetScheme.DROP or weight is None):
        weight = _middle(load.interval, step.written, losses)
    return _Row(
        ends_by,
        amount,
        None,
        0.0,
        0.0,
        None,
        _INTENSITIES[step.role],
        _cut(step.exercise),
        note_of(words_of_sets(step), step.written, losses),
        weight or None,
        fit_exercise(step.exercise),
    )


def _pause(step: PlannedStep, losses: Losses) -> Iterator[_Row]:
    rest = next((t.bounds for t in step.targets if t.bounds and t.bounds.quantity is Quantity.REST), None)
    if rest is not None and isinstance(step, SetsStep) and (pause := _middle(rest.interval, step.written, losses)):
        yield _Row(WorkoutStepDuration.TIME, pause, None, 0.0, 0.0, None, Intensity.REST, "Rest")


def _amount(step: SetsStep, losses: Losses) -> tuple[WorkoutStepDuration, float | None]:
    """How a set ends; a band of reps becomes its upper end, where the set is to stop."""
    if step.hold_s is not None:
        return WorkoutStepDuration.TIME, _middle(step.hold_s, step.written, losses)
    if step.distance_m is not None:
        return WorkoutStepDuration.DISTANCE, _middle(step.distance_m, step.written, losses)
    if step.reps is None or step.reps.ceiling is None:
        return WorkoutStepDuration.OPEN, None
    if step.reps.floor != step.reps.ceiling:
        losses.add(InteropCode.APPROXIMATED, f"{step.written}: the band of reps became its upper end")
    return WorkoutStepDuration.REPS, step.reps.ceiling


def _messages(rows: list[_Row]) -> Iterator[WorkoutStepMessage]:
    """The steps, those that recur as a repeat that goes back to its first."""
    index = 0
    for count, block in fold(rows):
        first = index
        for row in block:
            yield _message(row, index)
            index += 1
        if count > 1:
            yield _back(index, first, count)
            index += 1


def _message(row: _Row, index: int) -> WorkoutStepMessage:
    message = WorkoutStepMessage()
    message.message_index = index
    if row.name:
        message.workout_step_name = row.name
    message.intensity = row.intensity
    message.duration_type = row.ends_by
    if row.ends_by is WorkoutStepDuration.TIME:
        message.duration_time = row.amount or 0.0
    elif row.ends_by is WorkoutStepDuration.DISTANCE:
        message.duration_distance = row.amount or 0.0
    elif row.ends_by is WorkoutStepDuration.REPS:
        message.duration_reps = int(row.amount or 0)
    _aim(message, row)
    if row.notes:
        message.notes = row.notes
    if row.exercise is not None:
        message.exercise_category, message.exercise_name = row.exercise
    if row.weight_kg is not None:
        message.exercise_weight = row.weight_kg
    return message


def _aim(message: WorkoutStepMessage, row: _Row) -> None:
    if row.quantity is None:
        message.target_type = WorkoutStepTarget.OPEN
        message.target_value = 0
        return
    message.target_type = _TARGETS[row.quantity]
    message.target_value = row.zone or 0
    if row.zone is not None:
        return
    by = _OFFSETS.get(row.quantity, 0)
    low, high = row.low + by, row.high + by
    if row.quantity is Quantity.SPEED:
        message.custom_target_speed_low, message.custom_target_speed_high = low, high
        return
    message.custom_target_value_low, message.custom_target_value_high = round(low), round(high)


def _back(index: int, first: int, count: int) -> WorkoutStepMessage:
    message = WorkoutStepMessage()
    message.message_index = index
    message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
    message.duration_step = first
    message.target_type = WorkoutStepTarget.OPEN
    message.target_repeat_steps = count
    return message


def _cut(words: str) -> str:
    """Words as far as there is room, cut between letters and not inside one."""
    return words.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore")
