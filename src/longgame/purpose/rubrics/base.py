"""When a base session has served its purpose. Overshoot: RPE 5 and more; drift of effort."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Basis, Rubric, row

RUBRIC = Rubric(
    intent=Intent.BASE,
    version=2,
    says="Easy enough to talk, long enough to build.",
    stands_in=("session_rpe",),
    rules=(
        row("ease", Quantity.SHARE, 0.90, 1, falls=(0.40, 0.40), weight=4, key=True),
        row("duration", Quantity.RATIO, 0.80, 1.20, falls=(0.40, 0.40), weight=3),
        row("session_rpe", Quantity.RPE, 2, 4, falls=(2, 2), weight=3),
        row("drift", Quantity.RATIO, None, 0.05, falls=(0.20, 0.20), weight=1, basis=Basis.CONVENTION),
        row("inside_targets", Quantity.SHARE, 0.80, 1, falls=(0.60, 0.60), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
