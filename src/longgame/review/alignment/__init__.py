"""Which part of what was done belongs to which planned step: for streams in time, for sets in order."""

from longgame.review.alignment.efforts import align_efforts
from longgame.review.alignment.model import (
    DoneSet,
    EffortAlignment,
    SetAlignment,
    Stretch,
)
from longgame.review.alignment.sets import align_sets

__all__ = ["DoneSet", "EffortAlignment", "SetAlignment", "Stretch", "align_efforts", "align_sets"]
