"""When a intervals session has served its purpose. Overshoot: a repetition dropped; RPE 10."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.INTERVALS,
    version=1,
    says="Every repetition on its target, all of them and no more.",
    rules=(
        row("rep_targets", Quantity.RATIO, 0.96, 1.04, falls=(0.06, 0.06), weight=4, key=True),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=3),
        row("session_rpe", Quantity.RPE, 7, 9, falls=(3, 1), weight=2),
        row("easy_steps", Quantity.SHARE, 0.70, 1, falls=(0.70, 0.70), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
