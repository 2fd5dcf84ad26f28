"""When a recovery session has served its purpose. Overshoot: any hard minute."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.RECOVERY,
    version=1,
    says="Move a little so that you recover; stopping early costs nothing.",
    rules=(
        row("session_rpe", Quantity.RPE, 0, 2, falls=(1, 2), weight=4, key=True),
        row("usual_load", Quantity.RATIO, 0, 0.5, falls=(0.5, 0.5), weight=2),
        row("hard_minutes", Quantity.DURATION, 0, 60, falls=(60, 540), weight=2),
        row("duration", Quantity.RATIO, None, 1.2, falls=(0.5, 0.4), weight=2),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
