"""Workouts that a watch guides through step by step, as FIT has them, made into plan text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from longgame.kernel.diagnostics import Severity
from longgame.kernel.movement.names import same_exercise
from longgame.kernel.sport import Sport
from longgame.kernel.units import Unit
from longgame.plan.interop.carried import Imported, Losses
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.fit_exercises import fit_exercise
from longgame.plan.interop.notes import with_note
from longgame.plan.interop.session_text import duration, quoted, session_text
from longgame.plan.language.steps import read_step
from longgame.plan.language.vocabulary import SPORTS
from longgame.plan.wording.steps import write_name
from longgame.plan.wording.values import clock, plain
from longgame.purpose.intent import Intent


class Aimed(Enum):
    """What a guided step holds its athlete to."""

    POWER = "power"
    HEART_RATE = "heart rate"
    SPEED = "speed"
    CADENCE = "cadence"


class Effortful(Enum):
    """How hard a guided step is meant to be."""

    WARM_UP = "warm-up"
    ACTIVE = "active"
    EASY = "easy"
    COOL_DOWN = "cool-down"


@dataclass(frozen=True, slots=True)
class GuidedStep:
    """One step: how it ends (none of the amounts: at a press of the button), what it aims at, how hard it is meant.

    `low` and `high` are W, bpm, m/s or rpm, or fractions of the athlete's own where `shares`. A step with `back_to`
    goes back to the step of that index, `times` in all.
    """

    index: int
    seconds: float | None = None
    metres: float | None = None
    reps: int | None = None
    aimed: Aimed | None = None
    low: float | None = None
    high: float | None = None
    shares: bool = False
    zone: int | None = None
    effort: Effortful = Effortful.ACTIVE
    name: str | None = None
    notes: str | None = None
    exercise: str | None = None
    weight_kg: float | None = None
    back_to: int | None = None
    times: int | None = None
    lost: str | None = None


@dataclass(frozen=True, slots=True)
class GuidedWorkout:
    """A workout: its title, what it is done as, its steps in order."""

    title: str
    sport: Sport
    steps: tuple[GuidedStep, ...]
    description: str | None = None


@dataclass(slots=True)
class _Part:
    """A line of plan text, or a repeat of such lines, and the index of the step that it begins with."""

    index: int
    line: str = ""
    times: int = 1
    inner: tuple[_Part, ...] = ()
    step: GuidedStep | None = None


def read_guided(workout: GuidedWorkout) -> Imported:
    """The plan text of a guided workout, with all that has no place in it told."""
    losses = Losses()
    parts: list[_Part] = []
    for step in workout.steps:
        if step.lost:
            losses.add(InteropCode.NOT_CARRIED_IN, f"step {step.index + 1}: {step.lost}")
        if step.back_to is not None:
            _repeat(parts, step, losses)
        else:
            parts.append(_Part(step.index, _line(step, workout.sport, losses), step=step))
    intent = _intent(workout, losses)
    lines = _all_lines(parts)
    notes = [workout.description or ""]
    return Imported(session_text(workout.title, intent, lines, notes, guessed=True), losses.told())


def _repeat(parts: list[_Part], step: GuidedStep, losses: Losses) -> None:
    """Take the parts from the step that is gone back to on as the inside of a repeat."""
    first = next((place for place, part in enumerate(parts) if part.index >= (step.back_to or 0)), None)
    if first is None or not step.times or not 1 <= step.times <= 200:
        message = f"step {step.index + 1} goes back to where nothing is, or too often, and is left out"
        losses.add(InteropCode.IMPOSSIBLE, message)
        return
    parts[first:] = [_Part(parts[first].index, "", step.times, tuple(parts[first:]))]


def _lines(part: _Part) -> list[str]:
    if not part.inner:
        return [part.line]
    if (sets := _as_sets(part)) is not None:
        return [sets]
    if (turns := _as_superset(part)) is not None:
        return turns
    inner = _all_lines(part.inner)
    if len(inner) <= 4 and all(not one.inner and '"' not in one.line and "  " not in one.line for one in part.inner):
        return [f"{part.times} x ( {', '.join(inner)} )"]
    return [f"{part.times} x", *(f"  {line}" for line in inner)]


def _all_lines(parts: Sequence[_Part]) -> list[str]:
    """The lines of parts in order; a rest after a single set is said with the set."""
    found: list[str] = []
    for part in parts:
        pause = "" if part.inner else _rest_of(part)
        if pause and found and "  1 x " in found[-1] and "  rest " not in found[-1]:
            found[-1] = _rested(found[-1], pause)
        else:
            found += _lines(part)
    return found


def _rested(line: str, pause: str) -> str:
    return line.replace("  note", f"{pause}  note", 1) if "  note" in line else line + pause


def _as_sets(part: _Part) -> str | None:
    """A repeat of one set, with or without a rest after it, as sets of the exercise."""
    first, *others = part.inner
    if len(others) > 1 or "  1 x " not in first.line or first.inner:
        return None
    line = first.line.replace("  1 x ", f"  {part.times} x ", 1)
    if not others:
        return line
    pause = _rest_of(others[0])
    if not pause:
        return None
    return _rested(line, pause)


def _as_superset(part: _Part) -> list[str] | None:
    """A repeat of sets of several exercises, with or without a rest at its end, as a superset."""
    pause = _rest_of(part.inner[-1])
    sets = part.inner[:-1] if pause else part.inner
    if len(sets) < 2 or any(one.inner or "  1 x " not in one.line for one in sets):
        return None
    counted = [_counted(one.line) for one in sets]
    if None in counted:
        return None
    return [f"{part.times} x superset{pause}", *(f"  {line}" for line in counted)]


def _counted(line: str) -> str | None:
    """Pull-up  1 x 5 @ 10 kg as it stands in a superset: 5 Pull-up @ 10 kg; None where it cannot."""
    match = re.fullmatch(r"(?P<name>[^\d\"@,()]+)  1 x (?P<amount>\d+(?:\.\.\d+)?(?: s| m)?)(?P<rest>(?: .*)?)", line)
    better = f"{match['amount']} {match['name']}{match['rest']}" if match else ""
    return better if better and not read_step(better)[1] else None


def _rest_of(part: _Part) -> str:
    rest = part.step
    if rest is None or rest.effort is not Effortful.EASY or not rest.seconds or rest.aimed is not None:
        return ""
    return f"  rest {clock(Decimal(round(rest.seconds)))}"


def _line(step: GuidedStep, sport: Sport, losses: Losses) -> str:
    lifting = sport.value not in SPORTS and step.name and step.name not in SPORTS
    held = lifting and step.effort is Effortful.ACTIVE and step.aimed is None
    if step.exercise is not None or step.reps is not None or held:
        return _set_line(step)
    prefix = {Effortful.WARM_UP: "warm up ", Effortful.COOL_DOWN: "cool down "}.get(step.effort, "")
    size = _size(step)
    own = step.name if step.name in SPORTS else sport.value
    named = f" {own}" if own in SPORTS else ""
    aim = _aim(step, losses)
    easy = " easy" if step.effort is Effortful.EASY and not aim else ""
    line, left = with_note(f"{prefix}{size}{named}{easy}{f' {aim}' if aim else ''}", step.notes)
    remark = " / ".join(word for word in (None if step.name == own else step.name, left) if word)
    return f"{line}  note {quoted(remark)}" if remark else line


def _set_line(step: GuidedStep) -> str:
    """A set; where the file has both a name of its own and FIT's for the same exercise, its own."""
    called = step.name if step.name and _same(step.name, step.exercise) else step.exercise or step.name or "Exercise"
    amount = str(step.reps) if step.reps is not None else _size(step) if step.seconds or step.metres else "max"
    load = (
        f" @ {plain(Decimal(str(step.weight_kg)).quantize(Decimal('0.01')).normalize())} kg" if step.weight_kg else ""
    )
    name = write_name(called.strip().replace('"', "'"))
    line, left = with_note(f"{name}  1 x {amount}{load}", step.notes)
    remark = " / ".join(word for word in (step.name if step.name != called else None, left) if word)
    return f"{line}  note {quoted(remark)}" if remark else line


def _same(name: str, exercise: str | None) -> bool:
    """Whether a step's own name is a name of the exercise that it has by FIT's list."""
    return exercise is None or fit_exercise(name) == fit_exercise(exercise) is not None or same_exercise(name, exercise)


def _size(step: GuidedStep) -> str:
    if step.seconds is not None and step.seconds > 0:
        return duration(Decimal(str(round(step.seconds, 3))).normalize())
    if step.metres is not None and step.metres > 0:
        metres = Decimal(str(round(step.metres, 2))).normalize()
        return f"{plain(metres / 1000)} km" if metres >= 1000 else f"{plain(metres)} m"
    return "open"


def _aim(step: GuidedStep, losses: Losses) -> str:
    if step.aimed is None:
        return ""
    if step.low is None and step.high is None:
        return "" if step.zone is None else _zone(step, losses)
    low, high = sorted((step.low or step.high or 0.0, step.high or step.low or 0.0))
    if step.aimed is Aimed.SPEED and not step.shares:
        return _pace(low, high) if low > 0 else ""
    word = {Aimed.POWER: "power", Aimed.HEART_RATE: "hr", Aimed.CADENCE: "cadence", Aimed.SPEED: "pace"}[step.aimed]
    unit = {Aimed.POWER: " W", Aimed.HEART_RATE: " bpm", Aimed.CADENCE: " rpm"}.get(step.aimed, "")
    if step.shares:
        unit = "% of max" if step.aimed is Aimed.HEART_RATE else "%"
        low, high = low * 100, high * 100
    ends = [plain(Decimal(str(round(end, 1))).normalize()) for end in (low, high)]
    return f"{word} {ends[0]}{unit}" if ends[0] == ends[1] else f"{word} {ends[0]}..{ends[1]}{unit}"


def _zone(step: GuidedStep, losses: Losses) -> str:
    words = {Aimed.POWER: "power", Aimed.HEART_RATE: "hr", Aimed.SPEED: "pace"}
    if step.aimed not in words or step.zone is None or not 1 <= step.zone <= 9:
        losses.add(InteropCode.NOT_CARRIED_IN, f"step {step.index + 1}: zone {step.zone} cannot be told")
        return ""
    return f"{words[step.aimed]} z{step.zone}"


def _pace(slow: float, fast: float) -> str:
    """Speeds [m/s] as a pace, to the second."""
    ends = [clock(Decimal(round(float(Unit.KILOMETRE.factor) / speed))) for speed in (fast, slow)]
    return f"pace {ends[0]} /km" if ends[0] == ends[1] else f"pace {ends[0]}..{ends[1]} /km"


def _intent(workout: GuidedWorkout, losses: Losses) -> Intent:
    """Nothing in the file says what it is for: repeats look like intervals, lifting like strength, all else easy."""
    repeats = any(step.back_to is not None and (step.times or 0) > 2 for step in workout.steps)
    lifting = any(step.exercise is not None or step.reps is not None for step in workout.steps)
    intent = Intent.STRENGTH if lifting else Intent.INTERVALS if repeats else Intent.BASE
    message = f"the format does not say what a workout is for; its steps look like {intent.value}"
    losses.add(InteropCode.INTENT_GUESSED, message, Severity.NOTE, None, "change the intent if that is not so")
    return intent
