"""When a pacing session has served its purpose. Overshoot: a fast start."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.PACING,
    version=1,
    says="One even pace from the first minute to the last.",
    rules=(
        row("evenness", Quantity.RATIO, 0, 0.03, falls=(0.03, 0.05), weight=4, key=True),
        row("last_third", Quantity.RATIO, 0.97, 1.03, falls=(0.07, 0.07), weight=3, key=True),
        row("inside_targets", Quantity.SHARE, 0.80, 1, falls=(0.60, 0.60), weight=2),
        row("duration", Quantity.RATIO, 0.90, 1.10, falls=(0.30, 0.30), weight=1),
        row("session_rpe", Quantity.RPE, None, 8, falls=(2, 2), weight=1),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
