"""When a long session has served its purpose.

Overshoot: a single session far longer than any lately; fading at the end.
"""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Basis, Rubric, row

RUBRIC = Rubric(
    intent=Intent.LONG,
    version=2,
    says="Long, as long as planned and no longer, at an easy effort, and no leap past what the body knows.",
    rules=(
        row("duration", Quantity.RATIO, 0.90, 1.10, falls=(0.30, 0.30), weight=5, key=True),
        row("spike", Quantity.RATIO, None, 1.10, falls=(0.90, 0.90), weight=3, key=True),
        row("ease", Quantity.SHARE, 0.90, 1, falls=(0.40, 0.40), weight=3),
        row("session_rpe", Quantity.RPE, 2, 5, falls=(2, 2), weight=2),
        row("inside_targets", Quantity.SHARE, 0.80, 1, falls=(0.60, 0.60), weight=1),
        row("last_third", Quantity.RATIO, 0.90, 1.10, falls=(0.20, 0.20), weight=1),
        row("drift", Quantity.RATIO, None, 0.10, falls=(0.20, 0.20), weight=1, basis=Basis.CONVENTION),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
