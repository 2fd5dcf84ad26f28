"""One module for the cues of each pattern, and the table that names them all."""

from __future__ import annotations

from longgame.mind.noticing.cue import Cue
from longgame.mind.noticing.cues import (
    all_or_nothing,
    catastrophising,
    comparison,
    doubt,
    fatigue,
    gratitude,
    learning,
    pressure,
    pride,
    self_criticism,
)
from longgame.mind.patterns import Pattern

CUES: tuple[tuple[Pattern, tuple[Cue, ...]], ...] = (
    (Pattern.COMPARISON, comparison.CUES),
    (Pattern.SELF_CRITICISM, self_criticism.CUES),
    (Pattern.DOUBT, doubt.CUES),
    (Pattern.ALL_OR_NOTHING, all_or_nothing.CUES),
    (Pattern.CATASTROPHISING, catastrophising.CUES),
    (Pattern.PRESSURE, pressure.CUES),
    (Pattern.FATIGUE, fatigue.CUES),
    (Pattern.PRIDE, pride.CUES),
    (Pattern.GRATITUDE, gratitude.CUES),
    (Pattern.LEARNING, learning.CUES),
)
"""The cues of every pattern."""
