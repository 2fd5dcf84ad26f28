"""What sets say about strength: one-rep maxima, the personal rep curve, and records with their noise."""

from longgame.measure.strength.formulas import Formula, bench_one_rep_max_from_five, one_rep_max
from longgame.measure.strength.rpe_chart import chart_one_rep_max, chart_share

__all__ = [
    "Formula",
    "bench_one_rep_max_from_five",
    "chart_one_rep_max",
    "chart_share",
    "one_rep_max",
]
