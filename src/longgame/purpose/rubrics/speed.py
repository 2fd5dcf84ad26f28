"""When a speed session has served its purpose. Overshoot: going on past the drop."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.SPEED,
    version=1,
    says="Fast, fresh repetitions with full rests; the work ends when speed does.",
    rules=(
        row("rep_quality", Quantity.RATIO, 0.92, None, falls=(0.12, 0.12), weight=4, key=True),
        row("past_the_drop", Quantity.COUNT, 0, 0, falls=(1, 2), weight=2),
        row("full_rests", Quantity.SHARE, 0.90, None, falls=(0.50, 0.50), weight=2),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("session_rpe", Quantity.RPE, None, 8, falls=(2, 2), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
