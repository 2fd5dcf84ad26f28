"""One rubric per intent; the file names are the intents."""

from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric
from longgame.purpose.rubrics import (
    base,
    conditioning,
    hypertrophy,
    intervals,
    limit,
    long,
    max_strength,
    pacing,
    power,
    recovery,
    rest,
    speed,
    strength,
    technique,
    tempo,
    test,
    threshold,
)

RUBRICS: dict[Intent, Rubric] = {
    module.RUBRIC.intent: module.RUBRIC
    for module in (
        base,
        conditioning,
        hypertrophy,
        intervals,
        limit,
        long,
        max_strength,
        pacing,
        power,
        recovery,
        rest,
        speed,
        strength,
        technique,
        tempo,
        test,
        threshold,
    )
}
"""The rubric of every intent."""


def rubric_for(intent: Intent) -> Rubric:
    """What makes a session of `intent` a success."""
    return RUBRICS[intent]
