"""A run much longer than any of the thirty days before it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import timedelta

from longgame.kernel.diagnostics import Severity
from longgame.kernel.sport import Sport
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.planned import PlannedSession
from longgame.plan.volume import distance_m, duration_s
from longgame.purpose.intent import Intent

SPIKE = 1.10
"""More than a tenth above the longest of the last 30 days: where the hazard began to rise in the source."""

SETTLED = timedelta(days=14)
"""A plan's first two weeks tell too little of what is usual, where no run before the plan is known."""


def _find(seen: Seen) -> Iterator[Found]:
    runs = [session for session in seen.training if session.sport is Sport.RUN and session.intent is not Intent.LIMIT]
    for _, found in _spiking(runs, lambda run: distance_m(run, Sport.RUN), seen.longest_run_m, _kilometres):
        yield found
    in_time = {run.id for run in runs if distance_m(run, Sport.RUN) is None}
    for run, found in _spiking(runs, lambda run: duration_s(run).ceiling, seen.longest_run_s, _minutes):
        if run.id in in_time:
            yield found


def _spiking(
    runs: list[PlannedSession],
    size: Callable[[PlannedSession], float | None],
    before: float | None,
    say: Callable[[float], str],
) -> Iterator[tuple[PlannedSession, Found]]:
    """Each of `runs`, in the order of their days, that is longer by a spike than all of the thirty days before it."""
    done: deque[tuple[PlannedSession, float]] = deque()
    begun = None
    for run in runs:
        length = size(run)
        if length is None:
            continue
        begun = begun or run.day
        while done and run.day - done[0][0].day > timedelta(days=30):
            done.popleft()
        recent = [other for _, other in done]
        recent += [before] if before is not None and run.day - begun < timedelta(days=30) else []
        known = before is not None or run.day - begun >= SETTLED
        if known and recent and length > SPIKE * max(recent):
            more = 100 * (length / max(recent) - 1)
            message = f"{say(length)} is {more:.0f} % more than the longest of the 30 days before, {say(max(recent))}"
            yield run, Found(run.span, message, f"stay at or below {say(SPIKE * max(recent))}")
        done.append((run, length))


def _kilometres(length: float) -> str:
    return f"{length / 1000:.1f} km"


def _minutes(length: float) -> str:
    return f"{length / 60:.0f} min"


RULE = Rule(
    LintCode.LONG_RUN_SPIKE,
    Severity.WARNING,
    "a run is much longer than any of the 30 days before",
    "Single runs more than a tenth longer than the longest of the last month went with more injuries.",
    Grade.MODERATE,
    "Frandsen 2025, 5205 runners, observational: hazard ratio 1.64 for 10-30 % more, 1.52 up to double, 2.28 beyond",
    _find,
)
