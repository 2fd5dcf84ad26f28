"""Did the cost of the same output rise: heart rate against power or speed, second half over first."""

from __future__ import annotations

import numpy as np

from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.output import OUTPUTS, hills_differ
from longgame.review.seen import Seen

LEAST_S = 20 * 60.0
"""Shorter sessions end before drift can be told from warming up."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Decoupling: the share of output per heart beat lost from the first half to the second."""
    beats = seen.channels.get(Quantity.HEART_RATE)
    output = next((c for q in OUTPUTS if (c := seen.channels.get(q)) is not None), None)
    if beats is None:
        return silent(rule, seen.channels.why_not(Quantity.HEART_RATE))
    if output is None:
        return silent(rule, "neither power nor speed can be used")
    if seen.channels.get(Quantity.POWER) is None and hills_differ(seen):
        return silent(rule, "the two halves were differently hilly, and speed alone does not tell output on hills")
    counts = np.isfinite(beats) & np.isfinite(output) & (output > 0)
    dt_s = seen.channels.dt_s[counts]
    if float(dt_s.sum()) < LEAST_S:
        return silent(rule, "there are less than 20 minutes to look at")
    half = np.cumsum(dt_s) <= dt_s.sum() / 2
    per_beat = [
        float((output[counts][part] * dt_s[part]).sum() / (beats[counts][part] * dt_s[part]).sum())
        for part in (half, ~half)
    ]
    value = 1.0 - per_beat[1] / per_beat[0]
    says = f"{value:.0%} less output per heart beat" if value >= 0.005 else "no less output per heart beat"
    return weighed(rule, value, f"In the second half {says} than in the first.")


CRITERION = Criterion("drift", "Steady cost", assess)
