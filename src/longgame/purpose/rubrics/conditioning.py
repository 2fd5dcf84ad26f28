"""When a conditioning session has served its purpose. Overshoot: a start too fast to hold."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.CONDITIONING,
    version=2,
    says="Hard and evenly spent: the last third close to the first.",
    stands_in=("session_rpe",),
    rules=(
        row("last_third", Quantity.RATIO, 0.92, None, falls=(0.16, 0.16), weight=4, key=True),
        row("session_rpe", Quantity.RPE, 6, 8, falls=(2, 2), weight=3),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("form", Quantity.SHARE, 0.75, 1, falls=(0.60, 0.60), weight=1),
        row("failures", Quantity.COUNT, 0, 0, falls=(1, 3), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
