"""What a session can be for. The intent decides the rubric, and the rubric decides what success means."""

from __future__ import annotations

from enum import Enum


class Intent(Enum):
    """One purpose per session; the value is the word in plan text and JSON."""

    REST = "rest"
    RECOVERY = "recovery"
    BASE = "base"
    LONG = "long"
    TECHNIQUE = "technique"
    PACING = "pacing"
    TEMPO = "tempo"
    THRESHOLD = "threshold"
    INTERVALS = "intervals"
    SPEED = "speed"
    POWER = "power"
    STRENGTH = "strength"
    MAX_STRENGTH = "max_strength"
    HYPERTROPHY = "hypertrophy"
    CONDITIONING = "conditioning"
    LIMIT = "limit"
    TEST = "test"

    @property
    def must_be_earned(self) -> bool:
        """Whether the day goes to the athlete's limit, which is right only when its conditions are met."""
        return self in (Intent.LIMIT, Intent.TEST)

    @property
    def is_easy(self) -> bool:
        """Whether holding back is the point of the day."""
        return self in EASY

    @property
    def is_hard(self) -> bool:
        """Whether the day asks for real strain, so that two in a row deserve a second look."""
        return self in HARD


EASY = frozenset({Intent.REST, Intent.RECOVERY, Intent.BASE, Intent.LONG, Intent.TECHNIQUE})
HARD = frozenset(
    {Intent.THRESHOLD, Intent.INTERVALS, Intent.MAX_STRENGTH, Intent.CONDITIONING, Intent.LIMIT, Intent.TEST}
)
