"""Which movement an exercise's name speaks of, so that substitutes are known and failure is counted by pattern."""

from __future__ import annotations

import re

from longgame.kernel.sport import MovementPattern

WORDS: tuple[tuple[MovementPattern, tuple[str, ...]], ...] = (
    (
        MovementPattern.PULL,
        ("pull-up", "pullup", "pull up", "chin-up", "chinup", "chin up", "row", "pulldown", "pull-down", "lat pull",
         "dead hang", "curl", "face pull", "muscle-up", "rope climb", "shrug", "reverse fly", "rear delt"),
    ),
    (
        MovementPattern.HINGE,
        ("deadlift", "rdl", "hip thrust", "good morning", "swing", "glute bridge", "hamstring", "leg curl", "snatch",
         "clean", "back extension", "hyperextension", "nordic", "kickback"),
    ),
    (
        MovementPattern.SQUAT,
        ("squat", "lunge", "leg press", "step-up", "step up", "leg extension", "pistol", "thruster", "wall ball",
         "box jump", "jump", "calf"),
    ),
    (
        MovementPattern.PUSH,
        ("bench", "press", "push-up", "pushup", "push up", "dip", "jerk", "handstand", "fly", "flye", "triceps",
         "tricep", "skullcrusher", "lateral raise", "front raise", "pushdown"),
    ),
    (MovementPattern.CARRY, ("carry", "farmer", "yoke", "suitcase", "sled")),
    (
        MovementPattern.CORE,
        ("plank", "crunch", "sit-up", "sit up", "situp", "leg raise", "knee raise", "toes to bar", "toes-to-bar",
         "hollow", "l-sit", "ab wheel", "rollout", "pallof", "russian twist", "dead bug", "woodchop"),
    ),
    (
        MovementPattern.LOCOMOTION,
        ("run", "sprint", "bike", "ride", "ski", "skip", "rope", "burpee", "swim", "walk", "stride", "shuttle"),
    ),
)  # fmt: skip
"""Words of exercise names by pattern. The longest word found in a name decides: "leg press" is longer than "press"."""

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def pattern_of(exercise: str, known: tuple[tuple[str, MovementPattern], ...] = ()) -> MovementPattern | None:
    """The movement pattern of `exercise`, from what is `known` or from the words of its name; None if they say none.

    >>> pattern_of("Leg Press (Machine)"), pattern_of("Barbell Row")
    (<MovementPattern.SQUAT: 'squat'>, <MovementPattern.PULL: 'pull'>)
    """
    name = plain(exercise)
    for other, pattern in known:
        if plain(other) == name:
            return pattern
    padded = f" {name}"
    found = [(len(word), pattern) for pattern, words in WORDS for word in words if f" {plain(word)}" in padded]
    return max(found, key=lambda hit: hit[0])[1] if found else None


def plain(exercise: str) -> str:
    """The name in lower case, with every run of other characters as one space."""
    return _NOT_A_LETTER.sub(" ", exercise.casefold()).strip()


def likeness(planned: str, done: str, known: tuple[tuple[str, MovementPattern], ...] = ()) -> float:
    """How alike two exercises are: 1 the same name, from 0.6 on common words, 0.4 the same pattern, else 0.

    >>> likeness("Pull-up", "pull up"), likeness("Pull-up", "Lat Pulldown"), likeness("Pull-up", "Squat")
    (1.0, 0.4, 0.0)
    """
    first, second = _words(planned), _words(done)
    if first == second:
        return 1.0
    common = len(first & second) / len(first | second) if first | second else 0.0
    same = pattern_of(planned, known)
    alike = same is not None and same is pattern_of(done, known)
    if alike and common > 0:
        return 0.6 + 0.3 * common
    return 0.4 if alike else 0.0


def _words(exercise: str) -> frozenset[str]:
    return frozenset(plain(exercise).split())
