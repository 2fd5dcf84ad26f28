"""When a power session has served its purpose. Overshoot: going on past the drop."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.POWER,
    version=2,
    says="Explosive repetitions, far from failure, with full rests.",
    stands_in=("rir",),
    rules=(
        row("rep_quality", Quantity.RATIO, 0.90, None, falls=(0.12, 0.12), weight=4, key=True),
        row("past_the_drop", Quantity.COUNT, 0, 0, falls=(1, 2), weight=2),
        row("full_rests", Quantity.SHARE, 0.90, None, falls=(0.50, 0.50), weight=2),
        row("rir", Quantity.RIR, 3, None, falls=(3, 3), weight=2),
        row("load", Quantity.LOAD_SHARE, 0.30, 0.80, falls=(0.20, 0.15), weight=1),
        row("structure", Quantity.SHARE, 0.95, 1, falls=(0.75, 0.75), weight=2),
        row("form", Quantity.SHARE, 0.90, 1, falls=(0.60, 0.60), weight=1),
        row("session_rpe", Quantity.RPE, None, 8, falls=(2, 2), weight=1),
        row("unasked_work", Quantity.SHARE, 0, 0.05, falls=(0.05, 0.45), weight=2),
    ),
)
