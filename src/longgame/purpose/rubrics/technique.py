"""When a technique session has served its purpose. Overshoot: quality falling while the volume goes on."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.TECHNIQUE,
    version=1,
    says="Clean movement, enough of it to learn from, and an end before quality falls.",
    rules=(
        row("clean_share", Quantity.SHARE, 0.60, 0.90, falls=(0.40, 0.40), weight=4, key=True),
        row("quality_kept", Quantity.SHARE, 0, 0.15, falls=(0.15, 0.35), weight=2),
        row("session_rpe", Quantity.RPE, None, 4, falls=(2, 3), weight=2),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("failures", Quantity.COUNT, 0, 0, falls=(1, 2), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
