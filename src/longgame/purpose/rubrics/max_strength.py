"""When a max strength session has served its purpose. Overshoot: a missed rep; no rep left."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.MAX_STRENGTH,
    version=2,
    says="Heavy single efforts with one to three reps left, none of them missed.",
    stands_in=(
        "load",
        "session_rpe",
    ),
    rules=(
        row("rir", Quantity.RIR, 1, 3, falls=(1, 3), weight=4, key=True),
        row("load", Quantity.LOAD_SHARE, 0.80, 0.93, falls=(0.15, 0.08), weight=2),
        row("reps_per_set", Quantity.REPS, 1, 5, falls=(0.50, 0.50), weight=2),
        row("missed_lifts", Quantity.COUNT, 0, 0, falls=(1, 2), weight=2),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("failures", Quantity.COUNT, 0, 0, falls=(1, 2), weight=1),
        row("form", Quantity.SHARE, 0.90, 1, falls=(0.60, 0.60), weight=1),
        row("session_rpe", Quantity.RPE, None, 9, falls=(2, 1), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
