"""When a tempo session has served its purpose.

Overshoot: above 102 % of threshold; a last third more than 3 % slower.
"""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.TEMPO,
    version=1,
    says="Steady, comfortably hard work inside its band.",
    rules=(
        row("work_in_band", Quantity.SHARE, 0.80, 1, falls=(0.60, 0.60), weight=4, key=True),
        row("session_rpe", Quantity.RPE, 5, 7, falls=(2, 2), weight=2),
        row("last_third", Quantity.RATIO, 0.97, 1.05, falls=(0.10, 0.10), weight=2),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("easy_steps", Quantity.SHARE, 0.70, 1, falls=(0.70, 0.70), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
