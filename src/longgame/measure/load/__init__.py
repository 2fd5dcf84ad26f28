"""What a session cost, in separate channels that are never summed: effort, heart, power, running, hard sets."""

from longgame.measure.load.days import (
    Decay,
    Spread,
    exponential_average,
    longest_before,
    monotony,
    own_rank,
    recent_load,
    session_spike,
    strain,
    usual_load,
)
from longgame.measure.load.effort import session_rpe_load
from longgame.measure.load.hard_sets import Involvement, PatternSets, fractional_hard_sets, is_hard_set
from longgame.measure.load.heart import (
    LactateCurve,
    TrimpWeighting,
    banister_trimp,
    edwards_trimp,
    fit_lactate_curve,
    heart_rate_reserve,
    individual_trimp,
    lucia_trimp,
)
from longgame.measure.load.power import intensity_factor, normalized_power, training_stress, x_power
from longgame.measure.load.running import graded_speed, run_stress

__all__ = [
    "Decay",
    "Involvement",
    "LactateCurve",
    "PatternSets",
    "Spread",
    "TrimpWeighting",
    "banister_trimp",
    "edwards_trimp",
    "exponential_average",
    "fit_lactate_curve",
    "fractional_hard_sets",
    "graded_speed",
    "heart_rate_reserve",
    "individual_trimp",
    "intensity_factor",
    "is_hard_set",
    "longest_before",
    "lucia_trimp",
    "monotony",
    "normalized_power",
    "own_rank",
    "recent_load",
    "run_stress",
    "session_rpe_load",
    "session_spike",
    "strain",
    "training_stress",
    "usual_load",
    "x_power",
]
