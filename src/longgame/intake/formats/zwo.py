"""ZWO, the workouts of Zwift, met among other files: a plan and nothing done, so it comes in as plan text."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.text import decode_head
from longgame.intake.workouts import reading_of_workout
from longgame.plan.interop.zwo import read_zwo

NAME = "zwo"


@dataclass(frozen=True, slots=True)
class _ZwoReader:
    """Reads one workout."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether its root is a workout of Zwift."""
        return "<workout_file" in decode_head(head[:4096])

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - a plan needs no zone
        """The plan text, with what was lost or guessed on the way."""
        return reading_of_workout(NAME, read_zwo(original.data()))


READER = _ZwoReader()
