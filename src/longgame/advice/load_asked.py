"""How much load a planned session asks for, on the scale of session effort × minutes."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep, PlannedSession, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubrics import rubric_for
from longgame.record.session import Session
from longgame.record.sets import SetKind
from longgame.review.asked import asked_of_session, total_asked

MINUTES_A_SET = 3.0
"""A working set with its rest; an expert default, so that strength days have a length."""
CRUISING_M_S = 3.0
"""For steps given as a distance alone; an expert default, about 5:30 min/km."""


def load_asked(planned: PlannedSession) -> Interval:
    """The least and the most load, in CR10·min, that keeps inside the day's bounds; 0 for rest."""
    if planned.intent is Intent.REST:
        return Interval(0.0, 0.0)
    effort = effort_asked(planned)
    low, high = minutes_asked(planned)
    return Interval((effort.floor or 0.0) * low, (effort.ceiling or 10.0) * high)


def most_asked(planned: PlannedSession, session: Session) -> float:
    """The most load, in CR10·min, that keeps inside the day's bounds, for the session that was done.

    Sets write no length: where nothing else does, as many as were asked at most may take the time they took.
    """
    asked = load_asked(planned).ceiling or 0.0
    sets = [step for step in planned.steps if isinstance(step, SetsStep)]
    done = sum(one.kind is not SetKind.WARM_UP for one in session.sets)
    if not sets or not done or total_asked(planned) is not None:
        return asked
    most = sum(step.sets.ceiling or done for step in sets)
    minutes = (session.moving_s or session.duration_s or 0.0) / 60
    return max(asked, (effort_asked(planned).ceiling or 10.0) * minutes * min(1.0, most / done))


def effort_asked(planned: PlannedSession) -> Interval:
    """The session effort the day asks for, CR10: what the plan wrote, else the intent's rubric."""
    written = asked_of_session(planned, Quantity.RPE)
    if written is not None:
        return written
    rows = [rule for rule in rubric_for(planned.intent).rules if rule.criterion == "session_rpe"]
    return rows[0].bounds.interval if rows else Interval(3.0, 7.0)


def minutes_asked(planned: PlannedSession) -> tuple[float, float]:
    """How long the day takes at least and at most, in minutes."""
    total = total_asked(planned)
    if total is not None and total.interval.floor is not None:
        per_minute = 60.0 if total.quantity is Quantity.DURATION else 60.0 * CRUISING_M_S
        high = total.interval.ceiling if total.interval.ceiling is not None else total.interval.floor
        return total.interval.floor / per_minute, high / per_minute
    lows = [_step_minutes(step, highest=False) for step in planned.steps]
    highs = [_step_minutes(step, highest=True) for step in planned.steps]
    return sum(lows), sum(highs)


def _step_minutes(step: EffortStep | SetsStep, highest: bool) -> float:
    if isinstance(step, SetsStep):
        end = step.sets.ceiling if highest else step.sets.floor
        return MINUTES_A_SET * (end or step.sets.floor or 1.0)
    if step.size is None:
        return 0.0
    interval = step.size.interval
    end = interval.ceiling if highest and interval.ceiling is not None else interval.floor
    amount = end if end is not None else interval.ceiling or 0.0
    return amount / (60.0 if step.size.quantity is Quantity.DURATION else 60.0 * CRUISING_M_S)
