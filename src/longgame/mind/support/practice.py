"""A practice: something to do in a few minutes, with when it helps, its source, and how good the evidence is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MOST_WORDS = 60
"""Longer than this, nobody does it between two sets."""


class Need(Enum):
    """What support can be asked for."""

    NERVES = "nerves"
    SELF_TALK = "the voice inside"
    COMPARISON = "comparison"
    BELONGING = "belonging"
    CONFIDENCE = "confidence"
    FOCUS = "focus"
    MOTIVATION = "motivation"
    TIME = "time"
    RECOVERY = "tiredness"
    SLEEP = "sleep"
    PACING = "pacing"
    SKILL = "technique"
    GOALS = "direction"
    SETBACK = "a setback"
    BODY = "pain or injury"
    PEOPLE = "people"


class Kind(Enum):
    """The kind of practice; what is learned about an athlete is learned of these."""

    BREATHING = "breathing"
    CUE_WORDS = "cue words"
    IMAGERY = "imagery"
    PROCESS_GOALS = "process goals"
    IF_THEN = "if-then"
    SELF_COMPASSION = "self-compassion"
    ATTENTION = "attention"
    PACING = "pacing by feel"
    SLEEP = "sleep"
    REST = "rest"
    WRITING = "writing"
    HABIT = "habit"
    PEOPLE = "people"
    COACH = "a note for the coach"


class Grade(Enum):
    """How well it is known to help, at its best: what the source shows, not what we hope."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONVENTION = "convention"


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice. `source` is author and year; `limit` says plainly what the evidence does not show."""

    key: str
    title: str
    kind: Kind
    needs: tuple[Need, ...]
    when: str
    steps: str
    source: str
    grade: Grade
    limit: str
