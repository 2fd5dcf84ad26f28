"""How alike two exercises are: the same, near enough to stand in for each other, or different work."""

from __future__ import annotations

import re
from collections.abc import Mapping

from longgame.kernel.movement.names import find_exercise, same_exercise

SAME = 1.0
SAME_MUSCLES = 0.7
SAME_PATTERN = 0.4

Own = Mapping[str, str]
"""The athlete's own answers: a name as logged, and the exercise it means."""


def likeness(planned: str, done: str, own: Own | None = None) -> float:
    """1 for the same exercise; 0.7 for the same movement pattern and prime movers; 0.4 where one's prime movers only
    help in the other; else 0.

    >>> likeness("Pull-up", "pull up"), likeness("Pull-up", "Lat Pulldown"), likeness("Pull-up", "Squat")
    (1.0, 0.7, 0.0)
    """
    first, second = find_exercise(planned, own), find_exercise(done, own)
    if first is None or second is None:
        return SAME if same_exercise(planned, done, own) else 0.0
    if first.id == second.id:
        return SAME
    if first.pattern is None or first.pattern is not second.pattern:
        return 0.0
    if set(first.primary) & set(second.primary):
        return SAME_MUSCLES
    helping = set(first.primary) & set(second.secondary) | set(first.secondary) & set(second.primary)
    return SAME_PATTERN if helping else 0.0


def key_of(name: str, own: Own | None = None) -> str:
    """One key for all names of the same exercise; unknown names are their own, whatever their case and spacing.

    >>> key_of("Bench Press (Barbell)") == key_of("barbell bench press"), key_of("My  thing") == key_of("my thing")
    (True, True)
    """
    exercise = find_exercise(name, own)
    return " ".join(name.casefold().split()) if exercise is None else exercise.id


def is_variant(planned: str, done: str) -> bool:
    """Whether `done` is `planned` with its equipment named, as apps do in brackets: no substitute, the thing itself.

    >>> is_variant("Shoulder Press", "Shoulder Press (Plate Loaded)"), is_variant("Squat", "Squat Jump")
    (True, False)
    """
    return _bare(planned) == _bare(done)


def _bare(name: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)", " ", name).casefold().replace("-", " ").split())
