"""Sets: what was lifted, held or repeated, one row per set, in the unit the athlete entered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.kernel.units import Amount


class SetKind(Enum):
    """What a set was meant as by the one who logged it."""

    WORK = "work"
    WARM_UP = "warm-up"
    DROP = "drop"
    FAILURE = "failure"


class Form(Enum):
    """How the movement looked, in the athlete's one tap."""

    CLEAN = "clean"
    FADING = "fading"
    BROKE_DOWN = "broke down"


@dataclass(frozen=True, slots=True)
class StrengthSet:
    """One set as logged. `None` means that it was not said; 0 reps with a load means a missed lift.

    `exercise` is the name as logged; `superset` groups sets done in turn; `clean_reps` counts the good ones.
    `side` tells which side ("left", "right") a one-sided set was, where it was said.
    """

    exercise: str
    reps: int | None = None
    load: Amount | None = None
    kind: SetKind = SetKind.WORK
    rir: float | None = None
    rpe: float | None = None
    form: Form | None = None
    clean_reps: int | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rest_s: float | None = None
    superset: str | None = None
    side: str | None = None
    note: str | None = None

    @property
    def to_failure(self) -> bool:
        """Whether the set ended because no further rep was possible, by what was logged."""
        return self.kind is SetKind.FAILURE or self.missed or self.rir == 0 or (self.rpe or 0) >= 10

    @property
    def missed(self) -> bool:
        """Whether the lift was tried and not made at all."""
        return self.reps == 0 and self.load is not None
