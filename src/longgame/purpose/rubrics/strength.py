"""When a strength session has served its purpose.

Overshoot: a missed rep; grinding reps. Velocity loss is not judged: sets carry no velocity.
"""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.STRENGTH,
    version=2,
    says="Practised strength: heavy enough, crisp, and well short of failure.",
    stands_in=(
        "load",
        "session_rpe",
    ),
    rules=(
        row("rir", Quantity.RIR, 3, 5, falls=(3, 3), weight=4, key=True),
        row("load", Quantity.LOAD_SHARE, 0.70, 0.85, falls=(0.20, 0.12), weight=2),
        row("reps_per_set", Quantity.REPS, 1, 5, falls=(0.50, 0.50), weight=2),
        row("missed_lifts", Quantity.COUNT, 0, 0, falls=(1, 2), weight=2),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("failures", Quantity.COUNT, 0, 0, falls=(1, 2), weight=3),
        row("form", Quantity.SHARE, 0.90, 1, falls=(0.60, 0.60), weight=1),
        row("session_rpe", Quantity.RPE, None, 8, falls=(2, 2), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
