"""ERG and MRC, courses for indoor trainers, met among other files: plans and nothing done, so they become plan text."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.text import decode_head
from longgame.intake.workouts import reading_of_workout
from longgame.plan.interop.erg import read_erg

NAME = "erg"


@dataclass(frozen=True, slots=True)
class _ErgReader:
    """Reads one course."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it has the head of a course."""
        return "[COURSE HEADER]" in decode_head(head[:4096]).upper()

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - a plan needs no zone
        """The plan text, with what was lost or guessed on the way."""
        return reading_of_workout(NAME, read_erg(original.data()))


READER = _ErgReader()
