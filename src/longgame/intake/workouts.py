"""Files that hold one planned workout and nothing done: what they become is plan text."""

from __future__ import annotations

from longgame.intake.model import Extent, Reading
from longgame.kernel.diagnostics import Severity
from longgame.plan.interop.carried import Imported


def reading_of_workout(reader: str, made: Imported) -> Reading:
    """The plan text, with what was lost or guessed on the way; a loss makes it a reading in part."""
    lossless = made.text is not None and all(one.severity is Severity.NOTE for one in made.diagnostics)
    extent = Extent.NONE if made.text is None else Extent.FULL if lossless else Extent.PARTIAL
    return Reading(reader, extent, plan_texts=() if made.text is None else (made.text,), diagnostics=made.diagnostics)
