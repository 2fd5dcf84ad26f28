"""When a limit session has served its purpose. Overshoot: unearned, repeated, or with form lost."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.LIMIT,
    version=1,
    says="Everything there is, cleanly, on a day that was earned.",
    rules=(
        row("earned", Quantity.COUNT, 1, 1, falls=(1, 1), weight=4, key=True),
        row("session_rpe", Quantity.RPE, 9, 10, falls=(3, 1), weight=3, key=True),
        row("form", Quantity.SHARE, 0.75, 1, falls=(0.60, 0.60), weight=2),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=1),
    ),
)
