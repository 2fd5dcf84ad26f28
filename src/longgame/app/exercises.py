"""The names of exercises that were logged, what each is taken for, and saying so for those that are not known.

A name is mapped once and for all history: nothing that was recorded is changed, every review reads it anew.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from longgame.app.own_past import own_names
from longgame.app.setting import Setting
from longgame.kernel.movement.catalogue import catalogue
from longgame.kernel.movement.exercise import Exercise
from longgame.kernel.movement.names import find_exercise
from longgame.store.entries import ExerciseMapping
from longgame.store.port import Journal

_SIMILAR = 0.6


@dataclass(frozen=True, slots=True)
class LoggedExercise:
    """A name as it was logged, in how many sets, the exercise it is taken for, and whether the athlete said so.

    `exercise` is None for a name that is not known: it stays the athlete's own, and nothing is guessed.
    """

    logged: str
    sets: int
    exercise: Exercise | None
    said: bool


class NameNotKnown(ValueError):
    """No exercise is called that; `similar` are names that look like it."""

    def __init__(self, name: str, similar: tuple[str, ...]) -> None:
        super().__init__(f"no exercise is called {name!r}")
        self.similar = similar


def logged_exercises(setting: Setting) -> tuple[LoggedExercise, ...]:
    """Every name in the journal's sets, unknown ones first, the most used first among them."""
    own = own_names(setting)
    said = {_folded(name) for name, meant in own.items() if _folded(name) != _folded(meant)}
    found = [
        LoggedExercise(name, count, find_exercise(name, own), _folded(name) in said)
        for name, count in _counts(setting.journal).items()
    ]
    return tuple(sorted(found, key=lambda one: (one.exercise is not None, -one.sets, one.logged)))


def map_exercise(setting: Setting, logged: str, exercise: str) -> LoggedExercise:
    """From now on, and for all history, `logged` means `exercise`; `NameNotKnown` if that is no known exercise."""
    found = find_exercise(exercise)
    if found is None:
        raise NameNotKnown(exercise, _similar(exercise))
    _say(setting, logged, found.id)
    return LoggedExercise(logged, _counts(setting.journal)[logged], found, said=True)


def unmap_exercise(setting: Setting, logged: str) -> LoggedExercise:
    """Take back what was said of `logged`: it is read by its own words again."""
    _say(setting, logged, logged)
    return LoggedExercise(logged, _counts(setting.journal)[logged], find_exercise(logged), said=False)


def exercises_to_json(found: tuple[LoggedExercise, ...]) -> dict[str, Any]:
    """The names in their documented JSON shape."""
    return {"exercises": [_to_json(one) for one in found]}


def _to_json(one: LoggedExercise) -> dict[str, Any]:
    known = one.exercise
    pattern = None if known is None or known.pattern is None else known.pattern.value
    return {
        "logged": one.logged,
        "sets": one.sets,
        "exercise": None if known is None else known.name,
        "pattern": pattern,
        "said": one.said,
    }


def exercise_words(one: LoggedExercise) -> str:
    """One name in a line for people."""
    sets = f"{one.sets} set{'' if one.sets == 1 else 's'}"
    if one.exercise is None:
        return f"{one.logged}: your own, {sets}"
    pattern = "" if one.exercise.pattern is None else f", {one.exercise.pattern.value}"
    return f"{one.logged}: {one.exercise.name}{pattern}, {sets}{' (as you said)' if one.said else ''}"


def _say(setting: Setting, logged: str, exercise: str) -> None:
    """One saying for a name, however it is spelt; an earlier one is replaced under its own spelling."""
    earlier = (one.logged for one in setting.journal.answers.exercises() if _folded(one.logged) == _folded(logged))
    name = next(earlier, logged)
    setting.journal.answers.map_exercise(ExerciseMapping(name, exercise, setting.clock.now()))


def _counts(journal: Journal) -> Counter[str]:
    heads = journal.sessions.heads()
    if not heads:
        return Counter()
    days = [head.local_day for head in heads]
    sessions = journal.sessions.between(min(days), max(days))
    return Counter(one.exercise for session in sessions for one in session.sets)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _similar(name: str) -> tuple[str, ...]:
    names = {exercise.name.casefold(): exercise.name for exercise in catalogue()}
    return tuple(names[one] for one in get_close_matches(name.casefold(), names, n=4, cutoff=_SIMILAR))
