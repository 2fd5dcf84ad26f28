"""When a hypertrophy session has served its purpose. Overshoot: failure nobody planned."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.HYPERTROPHY,
    version=2,
    says="Enough sets, each close to failure and seldom to it.",
    stands_in=(
        "load",
        "session_rpe",
    ),
    rules=(
        row("rir", Quantity.RIR, 1, 3, falls=(1, 3), weight=4, key=True),
        row("reps_per_set", Quantity.REPS, 5, 30, falls=(0.40, 0.40), weight=2),
        row("set_count", Quantity.RATIO, 0.80, 1.20, falls=(0.40, 0.40), weight=2),
        row("failures", Quantity.COUNT, 0, 0, falls=(1, 3), weight=3),
        row("load", Quantity.LOAD_SHARE, 0.30, 0.85, falls=(0.20, 0.12), weight=1),
        row("structure", Quantity.SHARE, 0.80, 1, falls=(0.70, 0.70), weight=1),
        row("form", Quantity.SHARE, 0.75, 1, falls=(0.60, 0.60), weight=1),
        row("session_rpe", Quantity.RPE, None, 8, falls=(2, 2), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.20, falls=(0.20, 0.40), weight=2),
    ),
)
