"""What can be held for how long: mean-maximal curves, critical power and speed, W′ balance, races."""

from longgame.measure.power_duration.balance import balance_differential, balance_integral, recovery_tau
from longgame.measure.power_duration.critical import (
    CriticalPower,
    CriticalSpeed,
    fit_critical_power,
    fit_critical_speed,
    three_parameter_seconds,
)
from longgame.measure.power_duration.curve import BestEffort, curve_durations, envelope, mean_maximal
from longgame.measure.power_duration.race import race_seconds_for_vdot, riegel_seconds, vdot

__all__ = [
    "BestEffort",
    "CriticalPower",
    "CriticalSpeed",
    "balance_differential",
    "balance_integral",
    "curve_durations",
    "envelope",
    "fit_critical_power",
    "fit_critical_speed",
    "mean_maximal",
    "race_seconds_for_vdot",
    "recovery_tau",
    "riegel_seconds",
    "three_parameter_seconds",
    "vdot",
]
