"""When a rest session has served its purpose. Any session that was not declared breaks it."""

from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Rubric, row

RUBRIC = Rubric(
    intent=Intent.REST,
    version=1,
    says="Nothing is planned, and doing nothing is the whole of success.",
    rules=(row("rest_kept", Quantity.COUNT, 0, 0, falls=(1, 1), weight=1, key=True),),
)
