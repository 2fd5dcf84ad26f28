"""More sets to failure planned than the plan's own ration allows."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.planned import PlannedSession, RationLimit
from longgame.plan.volume import sets_to_failure


def _find(seen: Seen) -> Iterator[Found]:
    for session in seen.training:
        limit = None if session.ration is None else session.ration.per_session
        if session.ration is not None and limit is not None:
            yield from _over(session, session.ration, [session], limit, "session")
    for monday, sessions in seen.weeks():
        rationed = [session for session in sessions if session.ration is not None]
        if rationed and (ration := rationed[0].ration) is not None and ration.per_week is not None:
            yield from _over(rationed[-1], ration, rationed, ration.per_week, f"week of {monday}")


def _over(
    at: PlannedSession, ration: RationLimit, sessions: list[PlannedSession], limit: int, stretch: str
) -> Iterator[Found]:
    spent: dict[str, float] = {}
    for session in sessions:
        for exercise, sets in sets_to_failure(session).items():
            spent[exercise] = spent.get(exercise, 0.0) + sets
    most = max(spent.values(), default=0.0) if ration.per_pattern else sum(spent.values())
    if most > limit:
        message = f"{most:.0f} sets to failure in the {stretch}, the ration is {limit}"
        yield Found(at.span, message, "leave reps in reserve (rir 1..3), or raise the ration on purpose")


RULE = Rule(
    LintCode.RATION_OVERSPENT,
    Severity.WARNING,
    "the failure ration is overspent",
    "Sets to failure cost recovery and add little to what sets close to it give.",
    Grade.MODERATE,
    "Grgic 2022 (strength ES -.09), Refalo 2023 (hypertrophy .12, momentary failure); cost: Morán-Navarro 2017",
    _find,
)
