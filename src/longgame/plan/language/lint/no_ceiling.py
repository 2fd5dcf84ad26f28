"""An easy day with nothing that says where easy ends."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.planned import EffortStep, StepRole, Target
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent

_EASY_INTENTS = (Intent.BASE, Intent.LONG, Intent.RECOVERY)
_INTENSITY = (Quantity.HEART_RATE, Quantity.POWER, Quantity.SPEED, Quantity.RPE)


def _find(seen: Seen) -> Iterator[Found]:
    for session in seen.training:
        if session.intent not in _EASY_INTENTS or any(_caps(target) for target in session.targets):
            continue
        for step in session.steps:
            if not isinstance(step, EffortStep) or step.role is StepRole.EASY:
                continue
            if not any(_caps(target) for target in step.targets):
                yield Found(step.span, f"nothing says where easy ends in: {step.written}", "add hr z1..z2 or rpe 2..3")


def _caps(target: Target) -> bool:
    """Whether a target holds intensity down; one that cannot be resolved yet still does, and so does a
    least time for a distance."""
    if target.bounds is None:
        return True
    if target.bounds.quantity is Quantity.DURATION:
        return target.bounds.interval.floor is not None
    return target.bounds.quantity in _INTENSITY and target.bounds.interval.ceiling is not None


RULE = Rule(
    LintCode.NO_CEILING,
    Severity.WARNING,
    "an easy day has no ceiling",
    "Easy days are the ones most often done harder than meant.",
    Grade.MODERATE,
    "Inoue 2022, meta-analysis: what coaches meant as easy was felt as harder by athletes, SMD -.44 (RPE)",
    _find,
)
