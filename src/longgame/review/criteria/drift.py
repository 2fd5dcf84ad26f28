"""Did the cost of the same output rise: heart rate against power or speed, second half over first."""

from __future__ import annotations

import numpy as np

from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.record.streams import FloatColumn
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.output import OUTPUTS
from longgame.review.seen import Seen

LEAST_S = 20 * 60.0
"""Shorter sessions end before drift can be told from warming up."""
SLOPES_APART = 0.005
"""Half a percent of slope changes the speed at one output by more than the drift that is looked for; an expert
default."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Decoupling: the share of output per heart beat lost from the first half to the second."""
    beats = seen.channels.get(Quantity.HEART_RATE)
    output = next((c for q in OUTPUTS if (c := seen.channels.get(q)) is not None), None)
    if beats is None:
        return silent(rule, seen.channels.why_not(Quantity.HEART_RATE))
    if output is None:
        return silent(rule, "neither power nor speed can be used")
    if seen.channels.get(Quantity.POWER) is None and _hills_differ(seen):
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
    says = f"{value:.0%} less output per heart beat" if value > 0 else "no less output per heart beat"
    return weighed(rule, value, f"In the second half {says} than in the first.")


def _hills_differ(seen: Seen) -> bool:
    """Whether the mean slope of the second half is another than that of the first, where altitude was recorded."""
    streams = seen.session.streams
    if streams is None or streams.altitude_m is None or streams.distance_m is None:
        return False
    known = np.flatnonzero(np.isfinite(streams.altitude_m) & np.isfinite(streams.distance_m))
    if len(known) < 3:
        return False
    middle = int(known[np.searchsorted(streams.t_s[known], streams.t_s[known[-1]] / 2)])
    slopes = [
        _slope(streams.altitude_m, streams.distance_m, *ends) for ends in ((known[0], middle), (middle, known[-1]))
    ]
    return abs(slopes[1] - slopes[0]) > SLOPES_APART


def _slope(altitude_m: FloatColumn, distance_m: FloatColumn, first: int, last: int) -> float:
    gone = float(distance_m[last] - distance_m[first])
    return float(altitude_m[last] - altitude_m[first]) / gone if gone > 0 else 0.0


CRITERION = Criterion("drift", "Steady cost", assess)
